import type { Cell } from './cell';

/** A rectangle of cells: first row and column (1-based), number of rows and columns. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface ColumnStyle {
  readonly column: number;
  readonly format: string;
  readonly width: number | null;
  readonly hidden: boolean;
  readonly note: string;
  /** Drop-down: the values, and whether others are refused. */
  readonly dropDown: { readonly values: readonly string[]; readonly strict: boolean } | null;
}

/**
 * One sheet as the table layer sees it. Each method is one service call or a small constant of them; writes may be
 * queued until `SheetsPort.flush` or the next read, as Google queues them.
 */
export interface SheetPort {
  readonly name: string;
  /** All cells from A1 to the last row and column with content, header included; [] for an empty sheet. */
  readAll(): Cell[][];
  /** Row 1, to its last filled cell. */
  readHeader(): string[];
  /** The cells of the area; rows beyond the grid come back as blank. */
  read(area: Area): Cell[][];
  /** The formulas of the area, `''` where a cell has none. */
  readFormulas(area: Area): string[][];
  /** Writes exactly what is given: text stays text, a `DateCell` becomes a date, `''` empties the cell. Grows the grid first where needed. */
  write(row: number, column: number, cells: readonly (readonly Cell[])[]): void;
  /** Deletes runs of rows, given top down; done bottom up. */
  deleteRows(runs: readonly { readonly row: number; readonly count: number }[]): void;
  /** Formats, widths, notes and drop-downs of whole columns, header row apart. */
  style(columns: readonly ColumnStyle[]): void;
  setNote(row: number, column: number, note: string): void;
  hide(): void;
  protect(description: string): void;
  freezeHeader(): void;
}

/** The workbook as the table layer sees it; implemented over SpreadsheetApp in `google`, over arrays in tests. */
export interface SheetsPort {
  readonly id: string;
  readonly title: string;
  readonly timeZone: string;
  readonly locale: string;
  readonly url: string;
  /** Names of all sheets, in their order. */
  names(): string[];
  sheet(name: string): SheetPort | null;
  insert(name: string): SheetPort;
  /** Applies every queued write. */
  flush(): void;
}
