import { dayOf, dayOfMoment, dayOfSerial, momentOf, secondOfSerial, type Day, type Moment } from '../shared/day';
import { fold, tidy } from '../shared/text';
import { isBlankCell, isDateCell, isErrorCell, textOfCell, type Cell } from './cell';
import { parseNumber } from './parse-number';
import type { Column } from './table';

/** A cell read as its column's kind: null = blank, undefined = what stands there could not be read. A value, not an object: a night reads a million of them. */
export type Decoded = string | number | boolean | null | undefined;

/** The field's value in a cell, read tolerantly. `dayFirst`: whether 1/2/2026 is the first of February in the workbook's locale. */
export function decode(column: Column, cell: Cell, dayFirst: boolean): Decoded {
  if (isBlankCell(cell)) return null;
  if (isErrorCell(cell)) return undefined;
  switch (column.kind) {
    case 'text': {
      const words = textOfCell(cell);
      return tidy(words) === '' ? null : words;
    }
    case 'choice':
      return choiceIn(column.choices ?? [], textOfCell(cell));
    case 'flag':
      return flagIn(cell) ?? undefined;
    case 'number':
    case 'money':
      return numberIn(cell) ?? undefined;
    case 'count': {
      const value = numberIn(cell);
      return value === null || !Number.isFinite(value) ? undefined : Math.round(value);
    }
    case 'day': {
      const moment = momentIn(cell, dayFirst);
      return moment === null ? undefined : dayOfMoment(moment);
    }
    case 'moment':
      return momentIn(cell, dayFirst) ?? undefined;
  }
}

function choiceIn(choices: readonly unknown[], words: string): Decoded {
  if (choices.includes(words)) return words;
  const folded = fold(words);
  if (folded === '') return null;
  return choices.map(String).find((one) => fold(one) === folded);
}

const YES = new Set(['y', 'yes', 'true', 'כן', '1', 'x', 'v', '✓', '✔', '☑', 'on', 'אמת', 'נכון']);
const NO = new Set(['n', 'no', 'false', 'לא', '0', '-', '☐', 'off', 'שקר']);

function flagIn(cell: Cell): boolean | null {
  if (typeof cell === 'boolean') return cell;
  if (typeof cell === 'number') return cell === 1 ? true : cell === 0 ? false : null;
  if (isDateCell(cell)) return null;
  const words = fold(cell);
  return YES.has(words) ? true : NO.has(words) ? false : null;
}

function numberIn(cell: Cell): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  return typeof cell === 'string' ? parseNumber(cell) : null;
}

/** Serials of the days that a sheet can show: to the end of 9999. */
const LAST_SERIAL = 2_958_466;

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ,]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?/;
const LOCAL = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:[T ,]\s*(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/** The moment in a cell: a date cell, a serial, ISO text, or `d/m/yyyy` text as the locale says; midnight where no time is told. */
function momentIn(cell: Cell, dayFirst: boolean): Moment | null {
  if (isDateCell(cell)) return cell.moment;
  if (typeof cell === 'boolean') return null;
  if (typeof cell === 'number') return cell >= 1 && cell < LAST_SERIAL ? momentOf(dayOfSerial(cell), secondOfSerial(cell)) : null;
  const words = tidy(cell);
  const iso = ISO.exec(words);
  if (iso !== null) return momentAt(dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3])), iso.slice(4, 7));
  const local = LOCAL.exec(words);
  if (local === null) return null;
  const [first, second] = [Number(local[1]), Number(local[3])];
  const year = Number(local[4]) + (local[4]?.length === 2 ? 2000 : 0);
  // A point is written between day and month only where the day comes first.
  const dayBefore = dayFirst || local[2] === '.' || first > 12;
  return momentAt(dayBefore ? dayOf(year, second, first) : dayOf(year, first, second), local.slice(5, 8));
}

function momentAt(day: Day | null, clock: readonly (string | undefined)[]): Moment | null {
  if (day === null) return null;
  const [hour, minute, second] = clock.map((part) => Number(part ?? 0));
  if (hour === undefined || minute === undefined || second === undefined || hour > 23 || minute > 59 || second > 59) return null;
  return momentOf(day, hour * 3600 + minute * 60 + second);
}

/** Whether the locale writes the day before the month. */
export const writesDayFirst = (locale: string): boolean => !/^en$|[_-](US|PH)\b/i.test(locale);
