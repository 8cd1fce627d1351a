import { indexBy } from '../shared/collections';
import type { Problem } from '../shared/problem';
import { isBlankCell, textOfCell, sameCell, type Cell } from './cell';
import type { Change, Settled } from './change';
import { decode, writesDayFirst } from './decode';
import { cellOf, type TextWay, type Value } from './encode';
import { formatOf } from './formats';
import { sheetsMessages } from './messages';
import { FIRST_ROW, identifyAgain, isKeyedId, type RawImage } from './raw-image';
import type { ReadTable } from './read-table';
import { settle } from './settle';
import type { SheetPort } from './sheets-port';
import type { Column, Table } from './table';
import type { Written } from './workbook';

/** A row's handle with what its fields are to hold. */
export interface RowSet {
  readonly at: number;
  readonly set: Readonly<Record<string, unknown>>;
}

export interface WriteContext {
  readonly sheet: SheetPort;
  readonly locale: string;
  readonly way: TextWay;
}

/** Writes what differs: the script's columns in blocks, shared ones where they are blank. */
export function patchRows<T extends Table>(read: ReadTable<T>, patches: readonly RowSet[], context: WriteContext): Written {
  const dayFirst = writesDayFirst(context.locale);
  const changes: Change[] = [];
  eachField(read, patches, (id, column, position, value, current) => {
    if (column.owner === 'user') return;
    if (column.owner === 'shared') {
      const cell = cellOf(column, value);
      if (isBlankCell(current) && cell !== '') changes.push({ id, column: position, cell, was: current });
    } else if (!holds(column, current, value, dayFirst)) changes.push({ id, column: position, cell: cellOf(column, value, current), was: null });
  });
  const settled = settle(context.sheet, read.raw, changes, { ...settleOptions(read, context), guarded: 'blanks' });
  remember(read.raw, settled.done);
  return { problems: formulaProblems(read, settled), left: settled.left.length };
}

/** Writes what a person did on the screen. Gives the rows that someone changed or removed meanwhile. */
export function enterRows<T extends Table>(read: ReadTable<T>, entries: readonly RowSet[], context: WriteContext): number[] {
  const dayFirst = writesDayFirst(context.locale);
  const changes: Change[] = [];
  const atOf = new Map<string, number>();
  const gone = eachField(read, entries, (id, column, position, value, current, at) => {
    atOf.set(id, at);
    if (!holds(column, current, value, dayFirst)) changes.push({ id, column: position, cell: cellOf(column, value, current), was: current });
  });
  const settled = settle(context.sheet, read.raw, changes, { ...settleOptions(read, context), guarded: 'entries' });
  remember(read.raw, settled.done);
  const failed = new Set([...settled.refused, ...settled.left].map(({ id }) => atOf.get(id)));
  return entries.map(({ at }) => at).filter((at) => failed.has(at) || gone.has(at));
}

/** Calls `each` for every field that is named and has a column. Gives the rows that were not read. */
function eachField<T extends Table>(
  read: ReadTable<T>,
  sets: readonly RowSet[],
  each: (id: string, column: Column, position: number, value: Value, current: Cell, at: number) => void,
): Set<number> {
  const unknown = new Set<number>();
  for (const { at, set } of sets) {
    const id = read.raw.ids[at - FIRST_ROW];
    const row = id === null || id === undefined ? undefined : read.raw.rows.get(id);
    if (id === null || id === undefined || row === undefined) {
      unknown.add(at);
      continue;
    }
    for (const [field, value] of Object.entries(set)) {
      const column = read.image.table.columns[field];
      const position = read.at.get(field);
      if (value === undefined || column === undefined || position === undefined) continue;
      // Patch and entry types allow a field's own kind of value or null only.
      each(id, column, position, value as Value, row.cells[position] ?? '', at);
    }
  }
  return unknown;
}

/** Whether the cell already says the value. */
function holds(column: Column, current: Cell, value: Value, dayFirst: boolean): boolean {
  const wanted = cellOf(column, value);
  if (wanted === '') return isBlankCell(current);
  const present = decode(column, current, dayFirst);
  if (typeof present === 'number' && typeof value === 'number') return Math.abs(present - value) < 1e-6;
  // What would be written may stand there already under looks that read otherwise: a text cut to fit, a count under a date format.
  return present === (column.kind === 'moment' && typeof wanted === 'object' ? wanted.moment : value) || sameCell(current, wanted);
}

const settleOptions = <T extends Table>(read: ReadTable<T>, { way }: WriteContext) => {
  const columns = new Map([...read.at].map(([field, position]) => [position, read.image.table.columns[field]]));
  return {
    way,
    bridges: (position: number): boolean => columns.get(position)?.owner === 'script',
    formatOf: (position: number): string | null => {
      const column = columns.get(position);
      return column === undefined ? null : formatOf(column);
    },
  };
};

/** The image shows from now on what was written, so that its rows are found again. */
function remember(raw: RawImage, done: readonly Change[]): void {
  let renamed = false;
  for (const { id, column, cell } of done) {
    const row = raw.rows.get(id);
    if (row === undefined) continue;
    row.cells[column] = cell;
    renamed = renamed || column === raw.key || !isKeyedId(id);
  }
  if (renamed) identifyAgain(raw);
}

function formulaProblems<T extends Table>(read: ReadTable<T>, settled: Settled): Problem[] {
  const headerOf = new Map([...read.at].map(([field, position]) => [position, read.image.table.columns[field]?.header ?? field]));
  // One word a column is enough, however many of its cells hold a formula.
  return [...indexBy(settled.formulas, ({ change }) => change.column).values()].map(({ change, row }) => {
    const header = headerOf.get(change.column) ?? '';
    return {
      sheet: read.image.table.name,
      row,
      value: textOfCell(read.raw.rows.get(change.id)?.cells[change.column] ?? ''),
      reason: sheetsMessages.formulaKept(header),
      cure: sheetsMessages.clearFormula,
    };
  });
}
