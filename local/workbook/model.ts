import type { SavedCells } from './saved-cells';

/** A workbook as the local host keeps it: plain data, 0-based rows and columns. */

/** An error value such as `#N/A`, or `Loading…`. */
export class CellError {
  constructor(readonly text: string) {}
}

/** A cell's value. A date is a serial number (whole days since 1899-12-30 and a fraction) under a date format. */
export type CellValue = string | number | boolean | CellError | null;

export interface DropDown {
  readonly values: readonly string[];
  /** False: a value outside the list is refused, script writes included. */
  readonly allowInvalid: boolean;
  readonly help: string | null;
  /** A checkbox instead of a list. */
  readonly checkbox: boolean;
}

/**
 * What a cell carries besides its value. Absent fields are the default. Cells share one object: never change it in
 * place, put another in the cell.
 */
export interface CellAttributes {
  /** Number format, such as `@`, `yyyy-mm-dd`, `0.00`; absent = automatic. */
  format?: string;
  formula?: string;
  note?: string;
  dropDown?: DropDown;
  background?: string;
  fontColor?: string;
  bold?: boolean;
  italic?: boolean;
  /** A line under or through the words. */
  fontLine?: 'underline' | 'line-through';
  fontSize?: number;
  align?: 'left' | 'center' | 'right';
  verticalAlign?: 'top' | 'middle' | 'bottom';
  wrap?: boolean;
  /** Rich text: the cell's link, if any. */
  link?: string;
}

/** Where a sheet of a folder of CSV came from. */
export interface SheetSource {
  /** Its name in the folder. */
  readonly file: string;
  /** The file as it was read. */
  readonly bytes: Uint8Array;
  /** What workbook.json said of its cells; null where it said nothing. */
  readonly cells: SavedCells | null;
}

export interface Sheet {
  name: string;
  hidden: boolean;
  rightToLeft: boolean;
  frozenRows: number;
  frozenColumns: number;
  /** The grid's size; values beyond it do not exist. */
  maxRows: number;
  maxColumns: number;
  /** values[row][column]; rows and cells beyond the arrays' ends are empty. */
  values: CellValue[][];
  /** attributes[row]?.[column]; sparse. */
  attributes: (CellAttributes | undefined)[][];
  columnWidths: Map<number, number>;
  hiddenColumns: Set<number>;
  hiddenRows: Set<number>;
  /** Rows hidden by the sheet's basic filter; null = no filter. */
  filter: { row: number; column: number; rows: number; columns: number; hiddenValues: Map<number, readonly string[]> } | null;
  /** Each of the whole sheet, but for its unprotected ranges. */
  protections: { description: string; warningOnly: boolean; unprotected?: readonly { row: number; column: number; rows: number; columns: number }[] }[];
  conditionalFormats: unknown[];
  charts: unknown[];
  /** Set by any write since the file was read: a sheet that nobody wrote to keeps its bytes. */
  dirty: boolean;
  /** The file it was read from, kept as long as nobody writes to the sheet. */
  source?: SheetSource;
}

export interface Trigger {
  id: string;
  owner: string;
  handler: string;
  /** Hours between two runs of a time trigger; null where something else sets it off. */
  everyHours: number | null;
  /** Days between two runs, and the hour of the day, of a daily time trigger. */
  everyDays?: number;
  atHour?: number;
  /** What sets off a trigger that is no time trigger. */
  on?: 'open' | 'edit' | 'change';
}

export interface Workbook {
  id: string;
  title: string;
  timeZone: string;
  locale: string;
  sheets: Sheet[];
  /** Document, script and user properties (user properties keyed by the user's address). */
  documentProperties: Map<string, string>;
  scriptProperties: Map<string, string>;
  userProperties: Map<string, Map<string, string>>;
  triggers: Trigger[];
  activeSheet: string | null;
  /** The folder it was read from and the sheets' files in it: those of sheets deleted since are taken away on saving there. */
  origin?: { readonly folder: string; readonly files: readonly string[] };
}
