import type { Sheet } from '../../workbook/model';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';

/** A rectangle of cells: 0-based first row and column, and its size. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A rectangle of a sheet. */
export interface RangeState extends Area {
  readonly sheet: Sheet;
}

export const OUTSIDE = 'The coordinates of the range are outside the dimensions of the sheet.';

/** The letters of a 0-based column: 0 → A, 26 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

const columnOfLetters = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

export const cellName = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;

export const areaName = ({ row, column, rows, columns }: Area): string =>
  rows === 1 && columns === 1 ? cellName(row, column) : `${cellName(row, column)}:${cellName(row + rows - 1, column + columns - 1)}`;

/** The rectangle of an A1 notation such as `B2`, `A2:C`, `A:A` or `1:1`, open ends reaching to the end of the grid; null where it is none. */
export function areaOfName(name: string, size: { readonly rows: number; readonly columns: number }): Area | null {
  const found = /^\$?([A-Za-z]{1,3})?\$?(\d{1,8})?(?::\$?([A-Za-z]{1,3})?\$?(\d{1,8})?)?$/.exec(name.trim());
  if (found === null) return null;
  const [, left, top, right, bottom] = found;
  const open = name.includes(':');
  if (left === undefined && top === undefined) return null;
  if (!open && (left === undefined || top === undefined)) return null;
  if (open && right === undefined && bottom === undefined) return null;
  if (open && left === undefined && right !== undefined) return null;
  if (open && left !== undefined && right === undefined) return null;
  const [a, b] = [left === undefined ? 0 : columnOfLetters(left), open ? (right === undefined ? size.columns - 1 : columnOfLetters(right)) : -1];
  const [c, d] = [top === undefined ? 0 : Number(top) - 1, open ? (bottom === undefined ? size.rows - 1 : Number(bottom) - 1) : -1];
  const [lastColumn, lastRow] = open ? [b, d] : [a, c];
  const area = { row: Math.min(c, lastRow), column: Math.min(a, lastColumn), rows: Math.abs(lastRow - c) + 1, columns: Math.abs(lastColumn - a) + 1 };
  return area.row < 0 ? null : area;
}

/** Throws where the sheet is gone or its grid, queued growth included, does not hold the range. */
export function assertInGrid(run: Execution, range: RangeState): void {
  assertSheet(run, range.sheet);
  const size = run.queue.sizeOf(range.sheet);
  if (range.row + range.rows > size.rows || range.column + range.columns > size.columns) throw new ScriptException(OUTSIDE);
}

/** Before a read: what is queued is applied, and the cells cost their time. */
export function beforeReading(run: Execution, range: RangeState): void {
  run.settle();
  assertInGrid(run, range);
  run.spendOnCells('read', range.rows * range.columns);
}

export function assertSheet(run: Execution, sheet: Sheet): void {
  if (!run.host.workbook.sheets.includes(sheet)) throw new ScriptException(`Sheet ${sheet.name} not found`);
}

/** A range by 1-based row and column and its size, checked as getRange checks. */
export function rangeAt(run: Execution, sheet: Sheet, row: number, column: number, rows = 1, columns = 1): RangeState {
  if (row < 1) throw new ScriptException('The starting row of the range is too small.');
  if (column < 1) throw new ScriptException('The starting column of the range is too small.');
  if (rows < 1) throw new ScriptException('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new ScriptException('The number of columns in the range must be at least 1.');
  const range = { sheet, row: row - 1, column: column - 1, rows, columns };
  assertInGrid(run, range);
  return range;
}

/** A range by its A1 notation, checked as getRange checks. */
export function rangeNamed(run: Execution, sheet: Sheet, name: string): RangeState {
  assertSheet(run, sheet);
  const area = areaOfName(name, run.queue.sizeOf(sheet));
  if (area === null) throw new ScriptException('Range not found');
  const range = { sheet, ...area };
  assertInGrid(run, range);
  return range;
}
