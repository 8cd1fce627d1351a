import type { Cell, Input } from './cell';

/** A rectangle of cells: first row and column (1-based) and how many of each; null = to the end of the grid. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number | null;
  readonly columns: number | null;
}

/** How a column of ours looks, header row apart. */
export interface ColumnStyle {
  readonly column: number;
  /** Number format; null = automatic, left as it is. */
  readonly format: string | null;
  /** Pixels; null = left as it is. */
  readonly width: number | null;
  readonly hidden: boolean;
  /** Note of the header cell. */
  readonly note: string;
  /** Values that a drop-down offers; any other is taken too, else a script's write would be refused. */
  readonly dropDown: readonly string[] | null;
}

/** A look of whole rows where the formula holds. */
export interface RowMark {
  readonly formula: string;
  readonly bold: boolean;
  readonly strikethrough: boolean;
  readonly fontColor: string | null;
  readonly background: string | null;
}

/**
 * One sheet as the table layer sees it. Each method is one service call or a small constant of them; writes may be
 * queued until `SheetsPort.flush` or the next read, as Google queues them.
 */
export interface SheetPort {
  readonly name: string;
  /** All cells from A1 to the last row and column with content, header included; [] for an empty sheet. One call. */
  readAll(): Cell[][];
  /** The cells of the area as far as the grid goes, rows that are blank at its end left out. One call, plus one where `rows` is bounded. */
  read(area: Area): Cell[][];
  /** How many rows the grid has, filled or not. One call. */
  rowsInGrid(): number;
  /** All cells of each run of rows as far as the grid goes. One call a run, plus one. */
  readRows(runs: readonly { readonly row: number; readonly count: number }[]): Cell[][][];
  /** The formulas of the area, `''` where a cell has none; rows without one at the end left out. As `read`. */
  readFormulas(area: Area): string[][];
  /** The number formats of the area, which lies within the grid. One call. */
  readFormats(area: Area): string[][];
  /** Notes of row 1. One call. */
  readHeaderNotes(): string[];
  /** Makes the grid at least this large (0 columns: as wide as it is). Gives how many rows it then has. */
  grow(rows: number, columns: number): number;
  /** Writes a rectangle within the grid, as if typed: see `Input`. One call. */
  write(row: number, column: number, cells: readonly (readonly Input[])[]): void;
  /** Sets the number formats of columns over these rows (null = from `row` down to the end of the grid). One call a format. */
  format(row: number, rows: number | null, columns: readonly { readonly column: number; readonly format: string }[]): void;
  /** Puts blank rows before a row, in the formats of that row. One call. */
  insertRows(before: number, count: number): void;
  /** Deletes runs of rows, given top down; done bottom up. Keeps at least one row below the header. */
  deleteRows(runs: readonly { readonly row: number; readonly count: number }[]): void;
  /** Formats, widths, notes and drop-downs of whole columns; header cells bold. */
  style(columns: readonly ColumnStyle[]): void;
  /** Adds looks that rows take on where a formula for row 2 holds, over the first columns; whatever looks there are stay. */
  mark(marks: readonly RowMark[], columns: number): void;
  frozenRows(): number;
  freezeHeader(): void;
  hide(): void;
  /** Warns whoever edits the sheet by hand. */
  protect(description: string): void;
}

/** The workbook as the table layer sees it; implemented over SpreadsheetApp in `google`, over arrays in tests. */
export interface SheetsPort {
  readonly id: string;
  readonly title: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly url: string;
  /** Names of all sheets that have cells, in their order. One call. */
  names(): string[];
  sheet(name: string): SheetPort | null;
  /** New sheets behind all others, in this order. One call each, plus three. */
  insert(names: readonly string[]): void;
  /** Applies every queued write. */
  flush(): void;
}
