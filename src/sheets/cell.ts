import { serialOfMoment, type Moment } from '../shared/day';
import { fold } from '../shared/text';

/** A date cell: a wall clock in the workbook's time zone, whatever its number format shows of it. */
export interface DateCell {
  readonly moment: Moment;
}

/** What a cell holds as the port hands it over; `''` is an empty cell, an error cell its text (`#N/A`). */
export type Cell = string | number | boolean | DateCell;

/**
 * What is handed to the port to be written: a string is parsed by the sheet as if it were typed, unless the cell's
 * format is `@`. `encode` alone makes these of cells, so that text stays text.
 */
export type Input = string | number | boolean;

export const isDateCell = (cell: Cell): cell is DateCell => typeof cell === 'object';

export const isBlankCell = (cell: Cell): boolean => cell === '' || (typeof cell === 'string' && cell.trim() === '');

const ERRORS = new Set(['#n/a', '#ref!', '#value!', '#div/0!', '#num!', '#name?', '#null!', '#error!', '#spill!', '#calc!', 'loading...', 'loading…']);

/** Whether the cell shows an error of a formula, or is still loading: its value is not known. */
export const isErrorCell = (cell: Cell): boolean =>
  typeof cell === 'string' && cell.length < 12 && (cell.startsWith('#') || /^\s*loading/i.test(cell)) && ERRORS.has(fold(cell));

/** Whether there is something in the cell: an unticked checkbox is nothing. */
export const hasContent = (cell: Cell): boolean => cell !== false && !isBlankCell(cell);

/** The cell as text: numbers plain and without `.0`, checkboxes TRUE or FALSE, days `yyyy-mm-dd`, moments `yyyy-mm-dd hh:mm:ss`. */
export function textOfCell(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE';
  if (isDateCell(cell)) return cell.moment.endsWith('T00:00:00') ? cell.moment.slice(0, 10) : cell.moment.replace('T', ' ');
  return plainNumber(cell);
}

/** Digits only, even where JavaScript would write an exponent. */
function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return Math.abs(value) < 1e21 ? String(value) : BigInt(value).toString();
  const words = String(value);
  return words.includes('e') ? value.toFixed(12).replace(/0+$/, '') : words;
}

/**
 * The same text for two cells that hold the same, a date being its serial, so that a day written as a number under a
 * date format is found again.
 */
export function canonicalOf(cell: Cell): string {
  if (typeof cell === 'string') return cell === '' ? '' : `t${cell}`;
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no';
  const value = typeof cell === 'number' ? cell : serialOfMoment(cell.moment);
  return Number.isInteger(value) ? `n${value}` : `n${value.toFixed(5)}`;
}

export const sameCell = (a: Cell, b: Cell): boolean => a === b || canonicalOf(a) === canonicalOf(b);

const SEPARATOR = '\u001f';

/** One text of a row's cells: equal for rows with equal cells, blanks at the end aside. */
export const fingerprintOf = (cells: readonly Cell[]): string => {
  let end = cells.length;
  while (end > 0 && cells[end - 1] === '') end -= 1;
  return cells.slice(0, end).map(canonicalOf).join(SEPARATOR);
};
