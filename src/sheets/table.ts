import type { Day, Moment } from '../shared/day';
import type { Text } from '../shared/text';

/**
 * Who writes a column. `script`: always ours. `shared`: filled by us where blank, then the manager's.
 * `user`: the manager's, never written on an existing row.
 */
export type Owner = 'script' | 'shared' | 'user';

/** What a column holds, from which its number format, its reading and its writing follow. */
export type Kind = 'text' | 'number' | 'count' | 'money' | 'day' | 'moment' | 'choice' | 'flag';

interface ValueOf {
  text: string;
  number: number;
  count: number;
  money: number;
  day: Day;
  moment: Moment;
  choice: string;
  flag: boolean;
}

export interface ColumnOptions {
  /** Width in pixels. */
  readonly width?: number;
  readonly hidden?: boolean;
  /** Values the drop-down offers while any other is taken too (`choice` columns refuse others). */
  readonly suggestions?: readonly string[];
}

export interface Column<K extends Kind = Kind, O extends Owner = Owner, V extends ValueOf[K] = ValueOf[K]> extends ColumnOptions {
  readonly header: string;
  readonly owner: O;
  readonly kind: K;
  /** What the column means, for its header's note and the guide. */
  readonly help: Text;
  /** The only values a `choice` column takes. */
  readonly choices?: readonly V[];
}

export type Columns = Readonly<Record<string, Column>>;

/** A look that rows take on by themselves; told apart by more than colour. */
export interface Mark<F extends string = string> {
  /** A spreadsheet formula for the second row, fields in braces: `{status}="Pending"`. */
  readonly when: string;
  /** The fields that `when` names. */
  readonly fields: readonly F[];
  readonly bold?: boolean;
  readonly strikethrough?: boolean;
  readonly fontColor?: string;
  readonly background?: string;
}

export interface Table<C extends Columns = Columns, K extends keyof C & string = keyof C & string> {
  /** Name of the sheet. */
  readonly name: string;
  /** The field that tells rows apart. */
  readonly key: K;
  readonly columns: C;
  /** What the sheet is for, for the guide. */
  readonly help: Text;
  readonly hidden: boolean;
  /** The sheet is the script's alone: protected with a warning. */
  readonly protected: boolean;
  /** The script makes the key from the rest of the row, so that a sheet whose rows lack the key's column loses nothing by it. */
  readonly keyIsMade: boolean;
  /** A log: a new one is begun where it is missing, whoever keeps the old one under another name. Of other sheets what follows would be lost. */
  readonly isLog: boolean;
  readonly marks: readonly Mark[];
}

type ValueIn<C> = C extends Column<infer _K, Owner, infer V> ? V : never;

/** A row as read: every field, null where the cell is blank; the key is never blank. */
export type Row<T extends Table> = {
  readonly [F in keyof T['columns']]: F extends T['key'] ? string : ValueIn<T['columns'][F]> | null;
};

type FieldsOwned<T extends Table, O extends Owner> = {
  [F in keyof T['columns']]: T['columns'][F] extends Column<Kind, O> ? F : never;
}[keyof T['columns']];

/** A row to append. Fields left out stay blank. */
export type NewRow<T extends Table> = Partial<Row<T>> & Pick<Row<T>, T['key']>;

/** The row as it will be read once it is appended: every field, null where the new row does not tell. */
export const asRow = <T extends Table>(table: T, row: NewRow<T>): Row<T> =>
  // Together they name every field of the table.
  ({ ...Object.fromEntries(Object.keys(table.columns).map((field) => [field, null])), ...row }) as Row<T>;

/**
 * A change to an existing row: script and shared columns only, so that naming a column of the manager's does not
 * compile. A shared field is written only where its cell is still blank.
 */
export type Patch<T extends Table> = Partial<Pick<Row<T>, FieldsOwned<T, 'script' | 'shared'>>>;

/** A row read from a sheet, with its handle. */
export type SheetRow<T extends Table> = Row<T> & {
  /** The row number when it was read, header = 1: the row's handle in patches. Writing finds the row again if it moved. */
  readonly at: number;
};

/**
 * What a person did on the screen, or a settling of a task on their behalf: shared columns and the manager's own.
 * Written cell by cell, only where the cell is still as it was read; otherwise the person at the sheet wins.
 */
export type Entry<T extends Table> = Partial<Pick<Row<T>, FieldsOwned<T, 'shared' | 'user'>>>;

/** An entry for the row that was read at `at`. */
export interface RowEntry<T extends Table> {
  readonly at: number;
  readonly set: Entry<T>;
}

/** A change to the row that was read at `at`. */
export interface RowPatch<T extends Table> {
  readonly at: number;
  readonly set: Patch<T>;
}

type Bilingual = readonly [en: string, he: string];
const bilingual = ([en, he]: Bilingual): Text => ({ en, he });

const columnsOf = <O extends Owner>(owner: O) => {
  const plain =
    <K extends Kind>(kind: K) =>
    (header: string, help: Bilingual, options: ColumnOptions = {}): Column<K, O> => ({ header, owner, kind, help: bilingual(help), ...options });
  return {
    text: plain('text'),
    number: plain('number'),
    count: plain('count'),
    money: plain('money'),
    day: plain('day'),
    moment: plain('moment'),
    flag: plain('flag'),
    choice: <const V extends string>(header: string, choices: readonly V[], help: Bilingual, options: ColumnOptions = {}): Column<'choice', O, V> => ({
      header,
      owner,
      kind: 'choice',
      choices,
      help: bilingual(help),
      ...options,
    }),
  };
};

/** Columns that the script writes. */
export const script = columnsOf('script');
/** Columns that the script fills where blank and that are the manager's from then on. */
export const shared = columnsOf('shared');
/** Columns of the manager's: never written on an existing row. */
export const user = columnsOf('user');

export interface TableOptions<F extends string = string> {
  readonly help: Bilingual;
  readonly marks?: readonly Mark<F>[];
  readonly hidden?: boolean;
  readonly protected?: boolean;
  readonly keyIsMade?: boolean;
  readonly isLog?: boolean;
}

/** Declares a sheet once: reading, writing, formats, drop-downs, notes, protection and the guide follow from it. */
export const defineTable = <C extends Columns, K extends keyof C & string>(name: string, key: K, options: TableOptions<keyof C & string>, columns: C): Table<C, K> => ({
  name,
  key,
  columns,
  help: bilingual(options.help),
  hidden: options.hidden ?? false,
  protected: options.protected ?? false,
  keyIsMade: options.keyIsMade ?? false,
  isLog: options.isLog ?? false,
  marks: options.marks ?? [],
});
