import type { Moment } from '../shared/day';

/** A date cell: a wall clock in the workbook's time zone, whatever its number format shows of it. */
export interface DateCell {
  readonly moment: Moment;
}

/** What a cell holds as the port hands it over; `''` is an empty cell, an error cell its text (`#N/A`). */
export type Cell = string | number | boolean | DateCell;

export const isDateCell = (cell: Cell): cell is DateCell => typeof cell === 'object';

export const isBlankCell = (cell: Cell): boolean => cell === '' || (typeof cell === 'string' && cell.trim() === '');
