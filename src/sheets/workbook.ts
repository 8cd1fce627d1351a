import type { Problem } from '../shared/problem';
import type { Cell } from './cell';
import type { NewRow, Row, RowEntry, RowPatch, SheetRow, Table } from './table';

/** A sheet of ours as it was read. */
export interface TableImage<T extends Table> {
  readonly table: T;
  /** False where the workbook has no such sheet; then there are no rows. */
  readonly exists: boolean;
  /** Rows with a key, in sheet order. Two rows may have the same key: the reader decides what that means. */
  readonly rows: readonly SheetRow<T>[];
  /** Rows with content but no key, such as a task typed by hand: their key field is `''`. */
  readonly keyless: readonly SheetRow<T>[];
  /** Whether the rows have lost the column of their key: a job that writes refuses them, and so must whatever shows what it would do. */
  readonly keyLost: boolean;
  /** Cells that could not be read as their column's kind (read as blank). */
  readonly problems: readonly Problem[];
}

/** A sheet that is not ours, read only. */
export interface SourceSheet {
  readonly name: string;
  /** Header cells as text, trimmed. */
  readonly header: readonly string[];
  /** Rows below the header; row i of the array is row i + 2 of the sheet. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The part of a large source that matters. */
export interface SourceColumns {
  readonly columns: readonly number[];
  /** About how many there are; null = to be asked, in one call. */
  readonly rows: number | null;
}

/** What of a row is blanked. */
export interface Erasure {
  /** Fields whose cells stay; every other cell of the row goes, columns that people added included. */
  readonly keep: readonly string[];
  /** Words of the person, in lower case: a formula that spells one out goes too, any other stays. */
  readonly words: readonly string[];
}

/** A row to be blanked, and what is set in it instead. */
export interface RowErasure<T extends Table> {
  readonly at: number;
  readonly set: Partial<Row<T>>;
}

/** What a patch could not do. */
export interface Written {
  /** A person's formulas in columns of ours, kept. */
  readonly problems: readonly Problem[];
  /** Cells left for the next run. */
  readonly left: number;
}

/** The workbook as tables: the only door through which jobs read and write it. */
export interface Workbook {
  readonly id: string;
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly url: string;
  read<T extends Table>(table: T): TableImage<T>;
  /**
   * As `read`, but of a large sheet only the rows of the keys that `pick` chooses, by the key and the cell of the field `by`:
   * the others are as if they were not there.
   */
  readSome<T extends Table>(table: T, by: keyof T['columns'] & string, pick: (key: string, cell: Cell) => boolean): TableImage<T>;
  /**
   * Makes the sheets and columns that are missing, with formats, drop-downs and notes. Gives the names of sheets made.
   * `mend`: looks at the formats and notes of those that are there, too, and puts them right. `rowsOf`: the rows that a
   * sheet comes with, written together with its header; an empty sheet of ours counts as missing.
   */
  ensure(tables: readonly Table[], mend?: 'mend' | null, rowsOf?: (table: Table) => readonly Readonly<Record<string, unknown>>[]): string[];
  /** Adds whole rows below the last one with content, in one write. */
  append<T extends Table>(image: TableImage<T>, rows: readonly NewRow<T>[]): void;
  /** Adds copies of rows of another sheet with all their cells, the manager's own columns included, which are made where they lack. */
  copy<T extends Table, U extends Table>(from: TableImage<T>, ats: readonly number[], to: TableImage<U>): void;
  /** Writes changed cells of rows that were read: blocks for script columns, blanks only for shared ones. */
  patch<T extends Table>(image: TableImage<T>, patches: readonly RowPatch<T>[]): Written;
  /** Writes single cells, only where still as read. Gives the rows (their `at`) that someone changed or removed meanwhile. */
  enter<T extends Table>(image: TableImage<T>, entries: readonly RowEntry<T>[]): number[];
  /** Makes the script's own sheet hold exactly these rows, written only where different. */
  replace<T extends Table>(image: TableImage<T>, rows: readonly NewRow<T>[]): void;
  /** Deletes rows that were read and are still as read, in at most 20 runs. Gives the rows (their `at`) that still stand. */
  remove<T extends Table>(image: TableImage<T>, ats: readonly number[]): number[];
  /** Blanks rows that were read, columns of the manager's own included, but for fields kept or set. Throws Refusal where someone edits them meanwhile. */
  erase<T extends Table>(image: TableImage<T>, rows: readonly RowErasure<T>[], erasure: Erasure): void;
  /** All cells of rows that were read, columns that people added included: header → cell. */
  wholeRows<T extends Table>(image: TableImage<T>, ats: readonly number[]): Readonly<Record<string, Cell>>[];
  /** Sheets that are not ours, with the header each has. */
  foreignHeaders(): ReadonlyMap<string, readonly string[]>;
  /**
   * Reads a sheet that is not ours; once, unless asked to look `again`. `only`: the columns (0-based) that matter, and about how
   * many rows there are; where that spares enough, the others come as blanks. Throws Refusal where there is none.
   */
  source(name: string, again?: 'again', only?: SourceColumns | null): SourceSheet;
  /** One column of a sheet that is not ours as it is now, header left out; a blank end may lack. */
  column(name: string, index: number): readonly Cell[];
  flush(): void;
}
