import type { Condition, Leaf, Value } from '../../../src/rules/segments/condition';
import { fieldOf } from '../../../src/rules/segments/fields';
import { addDays, addMonths, daysBetween, type Day } from '../../../src/shared/day';

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Whether somebody who looks at the row of Contacts would say that it fits: yes, no, or null where the cell is blank. */
export function fits(condition: Condition, row: Row, today: Day): boolean | null {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const answers = condition.parts.map((part) => fits(part, row, today));
      const decisive = condition.kind === 'or';
      return answers.includes(decisive) ? decisive : answers.includes(null) ? null : !decisive;
    }
    case 'not': {
      const answer = fits(condition.part, row, today);
      return answer === null ? null : !answer;
    }
    default:
      return leafFits(condition, row, today);
  }
}

function leafFits(leaf: Leaf, row: Row, today: Day): boolean | null {
  const { kind, name, header } = fieldOf(leaf.field);
  const since = (day: unknown): number | null => (typeof day === 'string' ? daysBetween(day, today) : null);
  const cell = name === 'daysSinceOrder' ? since(row['Last Order Date']) : name === 'daysSinceContact' ? since(row['Last Contacted']) : (row[header] ?? null);
  const blank = cell === null || (typeof cell === 'string' && plain(cell) === '');
  if (leaf.kind === 'blank') return blank;
  if (leaf.kind === 'flag') return cell === 'Y';
  if (blank) return null;
  const shown = kind === 'day' ? String(cell).slice(0, 10) : typeof cell === 'string' ? plain(cell) : cell;
  const wanted = (value: Value): string | number => {
    if (value.type === 'number') return value.number;
    if (value.type === 'flag') return value.flag ? 'y' : 'n';
    if (value.type === 'text') return plain(value.text);
    if (value.type === 'day') return value.day;
    const { offset, unit } = value;
    return unit === 'd' ? addDays(today, offset) : unit === 'w' ? addDays(today, 7 * offset) : addMonths(today, unit === 'm' ? offset : 12 * offset);
  };
  const parts = kind === 'list' ? String(shown).split(',').map(plain).filter((part) => part !== '') : [shown];
  switch (leaf.kind) {
    case 'contains':
      return String(shown).includes(String(wanted(leaf.value)));
    case 'in':
      return leaf.values.some((value) => parts.includes(wanted(value)));
    case 'between': {
      const [low, high] = [wanted(leaf.low), wanted(leaf.high)];
      if (kind === 'monthDay' && low > high) return shown >= low || shown <= high;
      return low <= high ? shown >= low && shown <= high : shown >= high && shown <= low;
    }
    case 'compare': {
      const other = wanted(leaf.value);
      switch (leaf.comparison) {
        case '=':
          return parts.includes(other);
        case '!=':
          return !parts.includes(other);
        case '<':
          return shown < other;
        case '<=':
          return shown <= other;
        case '>':
          return shown > other;
        case '>=':
          return shown >= other;
      }
    }
  }
}

/** Trimmed, without case, quotes of every kind alike. */
const plain = (words: string): string =>
  words
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\u00ad\u061c\u180e]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()
    .replace(/[“”„‟״″«»]/g, '"')
    .replace(/[‘’‚‛׳′`]/g, "'");
