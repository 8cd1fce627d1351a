import { serialOfMoment, type Moment } from '../shared/day';
import { isDateCell, type Cell, type Input } from './cell';
import { isTextFormat } from './formats';
import type { Column } from './table';

/** What a field can hold. */
export type Value = string | number | boolean | null | undefined;

const MOST_CHARACTERS = 50_000;

/** The cell that shows a field's value. A flag becomes Y or N, or stays a checkbox where the cell has one. */
export function cellOf(column: Column, value: Value, current: Cell = ''): Cell {
  if (value === null || value === undefined || value === '') return '';
  switch (column.kind) {
    case 'flag':
      return typeof current === 'boolean' ? Boolean(value) : value ? 'Y' : 'N';
    case 'day':
      return typeof value === 'string' ? { moment: `${value.slice(0, 10)}T00:00:00` } : value;
    case 'moment':
      return typeof value === 'string' ? { moment: completeMoment(value) } : value;
    case 'number':
    case 'count':
    case 'money':
      return typeof value === 'number' && !Number.isFinite(value) ? '' : value;
    case 'text':
    case 'choice':
      return typeof value === 'string' ? fitting(value) : String(value);
  }
}

/** With seconds, and midnight where there is no time. */
const completeMoment = (words: string): Moment => `${words.slice(0, 10)}T${words.slice(11, 16) || '00:00'}:${words.slice(17, 19) || '00'}`;

const fitting = (words: string): string => (words.length > MOST_CHARACTERS ? `${words.slice(0, MOST_CHARACTERS - 1)}…` : words);

/** How text is kept from being parsed in a cell whose format is `@`: not at all, or by an apostrophe too; the installation's self-test tells. */
export type TextWay = 'plain' | 'apostrophe';

/**
 * What to write so that the cell reads as given: days as serials, text as itself. The one place that decides how text is
 * protected: under `@` as the installation's way is, elsewhere by a leading apostrophe where the sheet would parse it.
 */
export function encode(cell: Cell, format: string, way: TextWay = 'plain'): Input {
  if (isDateCell(cell)) return serialOfMoment(cell.moment);
  if (typeof cell !== 'string' || !mayBeParsed(cell)) return cell;
  return isTextFormat(format) && way === 'plain' ? cell : `'${cell}`;
}

/**
 * Whether a sheet could take the text for something else than text: numbers, dates, times, amounts, percentages, flags,
 * formulas, errors, a leading apostrophe. In doubt yes: what is protected for nothing reads the same.
 */
export function mayBeParsed(words: string): boolean {
  if (words === '') return false;
  const first = words.charCodeAt(0);
  // = + - ' # @ ( . , $ and blanks
  if (first <= 32 || first === 0xa0 || '=+-\'#@(.,$%/\\'.includes(words.charAt(0))) return true;
  if (words.length <= 6 && /^\s*(true|false)\s*$/i.test(words)) return true;
  if (words.length > 60) return false;
  return /[\d٠-٩]/.test(words) && !/^[^\s\d]+@[^\s]+\.[a-z]+$/i.test(words) && !/^https?:\/\//.test(words);
}
