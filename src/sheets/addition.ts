import type { Cell } from './cell';

/** Rows to add: for each of these columns of the image (by position) the cells, top down. */
export interface Addition {
  /** Positions in the image, ascending. */
  readonly columns: readonly number[];
  /** Number format of each of the columns; null = automatic. */
  readonly formats: readonly (string | null)[];
  /** One cell for each of the columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** Rows whose key stands in the sheet by now, though not in the image, are left out: someone moved rows while it was read. */
  readonly onlyNewKeys?: boolean;
}

/** A column to be written, where it stands now (0-based); `i` is its cell in each row. */
export interface ColumnNow {
  readonly position: number;
  readonly i: number;
  readonly format: string | null;
}

/** Where new rows go. */
export interface Place {
  readonly row: number;
  /** How many rows the grid had, filled or not: fewer afterwards mean that rows were deleted. */
  readonly gridRows: number;
  /** Cells and formulas of the rows above `row`, from row `tailFrom` on, as they stood before. */
  readonly tailFrom: number;
  readonly tail: readonly (readonly Cell[])[];
  readonly tailFormulas: readonly (readonly string[])[];
}
