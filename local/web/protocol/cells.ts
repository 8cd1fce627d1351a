/** Cells as the page draws them: JSON, 0-based rows and columns. */

/** A cell as the page draws it: its text alone where that says all. */
export type CellView = string | RichCell;

export interface RichCell {
  /** What the cell shows. */
  readonly t: string;
  /** What the editor starts with, where that is not what the cell shows. */
  readonly e?: string;
  /** A number or date (set at the end), a flag (centred), an error. */
  readonly k?: 'n' | 'b' | 'e';
  readonly note?: string;
  readonly link?: string;
  /** Index into the block's drop-downs. */
  readonly d?: number;
  /** Index into the block's styles. */
  readonly s?: number;
}

export interface CellStyle {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly line?: 'underline' | 'line-through';
  readonly size?: number;
  readonly align?: 'left' | 'center' | 'right';
}

export interface DropDownView {
  readonly values: readonly string[];
  readonly allowInvalid: boolean;
  readonly help: string | null;
  readonly checkbox: boolean;
}

/** Some rows of a sheet. */
export interface Block {
  readonly sheet: string;
  /** The sheet's revision that the rows are of. */
  readonly revision: number;
  readonly from: number;
  /** rows[0] is row `from`; a row ends at its last cell that shows or carries something. */
  readonly rows: readonly (readonly CellView[])[];
  readonly styles: readonly CellStyle[];
  readonly dropDowns: readonly DropDownView[];
}

export interface Rectangle {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What became different in a sheet: runs of cells of one row. */
export interface ChangedCells {
  readonly sheet: string;
  readonly cells: number;
  /** At most some thousand; `first` and `last` are columns. */
  readonly runs: readonly (readonly [row: number, first: number, last: number])[];
}
