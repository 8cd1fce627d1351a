import type { Contact } from '../../contacts/contacts.table';
import { addDays, addMonths, addYears, type Day } from '../../shared/day';
import { fold } from '../../shared/text';
import { monthDayOf } from '../words';
import type { Comparison } from './comparison';
import type { Condition, Leaf, Value } from './condition';
import { fieldOf, type SegmentField } from './fields';

/** Three answers, so that a blank is neither here nor there: 1 yes, -1 no, 0 unknown because the value is blank. */
export type Answer = 1 | 0 | -1;
export type Test = (contact: Contact) => Answer;

/** The day that a value means when today is the given day. */
export function dayOfValue(value: Value, today: Day): Day {
  if (value.type === 'day') return value.day;
  if (value.type !== 'offset') throw new Error('Not a day');
  switch (value.unit) {
    case 'd':
      return addDays(today, value.offset);
    case 'w':
      return addDays(today, 7 * value.offset);
    case 'm':
      return addMonths(today, value.offset);
    case 'y':
      return addYears(today, value.offset);
  }
}

const QUOTES = /[“”„‟״″«»]/g;
const APOSTROPHES = /[‘’‚‛׳′`]/g;

/** Text as it is compared: trimmed, without case, quotes of every kind alike. */
export const comparable = (words: string): string => fold(words).replace(QUOTES, '"').replace(APOSTROPHES, "'");

type Scalar = string | number | boolean;

/** A value in the form in which its field's cells are compared. */
function scalarOf(value: Value, today: Day): Scalar {
  switch (value.type) {
    case 'text':
      return comparable(value.text);
    case 'number':
      return value.number;
    case 'flag':
      return value.flag;
    default:
      return dayOfValue(value, today);
  }
}

/** A cell in the form in which it is compared; null where blank. */
function readerOf(field: SegmentField, today: Day): (contact: Contact) => Scalar | null {
  const { kind, valueOf } = field;
  if (kind === 'number' || kind === 'day' || kind === 'flag') return (contact) => valueOf(contact, today);
  return (contact) => {
    const value = valueOf(contact, today);
    if (typeof value !== 'string') return value;
    const monthDay = kind === 'monthDay' ? monthDayOf(value) : null;
    return monthDay === null ? comparable(value) : `${String(monthDay.month).padStart(2, '0')}-${String(monthDay.date).padStart(2, '0')}`;
  };
}

const holds = (a: Scalar, comparison: Comparison, b: Scalar): boolean => {
  switch (comparison) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
};

const partsOf = (cell: Scalar): string[] => String(cell).split(',').map((part) => part.trim());

function predicateOf(leaf: Exclude<Leaf, { kind: 'blank' | 'flag' }>, field: SegmentField, today: Day): (cell: Scalar) => boolean {
  const isList = field.kind === 'list';
  switch (leaf.kind) {
    case 'compare': {
      const wanted = scalarOf(leaf.value, today);
      if (!isList) return (cell) => holds(cell, leaf.comparison, wanted);
      const has = (cell: Scalar): boolean => cell === wanted || partsOf(cell).some((part) => part === wanted);
      return leaf.comparison === '=' ? has : (cell) => !has(cell);
    }
    case 'in': {
      const wanted = new Set(leaf.values.map((value) => scalarOf(value, today)));
      return isList ? (cell) => partsOf(cell).some((part) => wanted.has(part)) : (cell) => wanted.has(cell);
    }
    case 'between': {
      const [a, b] = [scalarOf(leaf.low, today), scalarOf(leaf.high, today)];
      // Birthdays between 12-20 and 01-10 go over the new year; `between -30d and -90d` means the days between, whichever comes first.
      if (a > b && field.kind === 'monthDay') return (cell) => cell >= a || cell <= b;
      const [low, high] = a > b ? [b, a] : [a, b];
      return (cell) => cell >= low && cell <= high;
    }
    case 'contains': {
      const wanted = String(scalarOf(leaf.value, today));
      return (cell) => String(cell).includes(wanted);
    }
  }
}

/** The condition as a function that answers for one contact; compiled once, so that 50,000 contacts cost little. */
export function compile(condition: Condition, today: Day): Test {
  switch (condition.kind) {
    case 'and': {
      const tests = condition.parts.map((part) => compile(part, today));
      return (contact) => {
        let least: Answer = 1;
        for (const test of tests) {
          const answer = test(contact);
          if (answer === -1) return -1;
          if (answer < least) least = answer;
        }
        return least;
      };
    }
    case 'or': {
      const tests = condition.parts.map((part) => compile(part, today));
      return (contact) => {
        let most: Answer = -1;
        for (const test of tests) {
          const answer = test(contact);
          if (answer === 1) return 1;
          if (answer > most) most = answer;
        }
        return most;
      };
    }
    case 'not': {
      const test = compile(condition.part, today);
      return (contact) => {
        const answer = test(contact);
        return answer === 1 ? -1 : answer === -1 ? 1 : 0;
      };
    }
    default:
      return compileLeaf(condition, today);
  }
}

function compileLeaf(leaf: Leaf, today: Day): Test {
  const field = fieldOf(leaf.field);
  if (leaf.kind === 'blank') return (contact) => (field.valueOf(contact, today) === null ? 1 : -1);
  if (leaf.kind === 'flag') return (contact) => (field.valueOf(contact, today) === true ? 1 : -1);
  const read = readerOf(field, today);
  const predicate = predicateOf(leaf, field, today);
  return (contact) => {
    const cell = read(contact);
    return cell === null ? 0 : predicate(cell) ? 1 : -1;
  };
}
