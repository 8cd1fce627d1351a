import { Refusal } from '../shared/problem';
import type { Addition } from './addition';
import { appendRows } from './append-rows';
import { textOfCell, type Cell, type Input } from './cell';
import { hasLostKey, headerOf, locate } from './columns';
import { copyOf } from './copy-rows';
import { cellOf, encode, type TextWay, type Value } from './encode';
import { completeSheet, dress, isEmptySheet, lostKeyOf, mendSheet } from './ensure-tables';
import { eraseRows } from './erase-rows';
import { formatOf } from './formats';
import { sheetsMessages } from './messages';
import { enterRows, patchRows, type WriteContext } from './patch-rows';
import { readSome } from './read-some';
import { readTable, type ReadTable } from './read-table';
import { FIRST_ROW } from './raw-image';
import { readSourceColumns } from './read-source-columns';
import { removeRows } from './remove-rows';
import { replaceRows } from './replace-rows';
import type { SheetPort, SheetsPort } from './sheets-port';
import type { Table } from './table';
import type { SourceSheet, TableImage, Workbook } from './workbook';

export interface WorkbookOptions {
  /** Tables whose sheets are ours, besides those that are read or ensured: never offered as sources. */
  readonly own?: readonly Pick<Table, 'name'>[];
  /** How text keeps its form in `@` cells, as the installation's self-test saw it. */
  readonly textWay?: () => TextWay;
}

const FEW = 4;

/** The workbook as tables, over its sheets. Reads each sheet once a look, and writes only what differs. */
export function openWorkbook(port: SheetsPort, { own = [], textWay = () => 'plain' }: WorkbookOptions = {}): Workbook {
  const ours = new Set(own.map(({ name }) => name));
  const reads = new WeakMap<object, ReadTable<Table>>();
  /** Cells that `ensure` has just read, for the first `read` after it. */
  const fresh = new Map<string, Cell[][]>();
  const headers = new Map<string, readonly string[]>();
  const sources = new Map<string, SourceSheet>();

  const sheetOf = (name: string): SheetPort => {
    const sheet = port.sheet(name);
    if (sheet === null) throw new Refusal(sheetsMessages.sheetGone(name));
    return sheet;
  };
  /** Throws a Refusal where a sheet that nobody may lose is missing while another one looks like it: somebody renamed it. */
  const refuseRenamed = (table: Table): void => {
    if (table.isLog) return;
    for (const [name, header] of book.foreignHeaders()) if (looksLike(table, header)) throw new Refusal(sheetsMessages.sheetRenamed(table.name, name));
  };
  const readOf = <T extends Table>(image: TableImage<T>): ReadTable<T> => {
    const read = reads.get(image);
    if (read === undefined) throw new Error(`The image of ${image.table.name} was not read from this workbook`);
    // `reads` keeps under an image what was read with it.
    return read as unknown as ReadTable<T>;
  };
  const writing = <T extends Table>(image: TableImage<T>): WriteContext => {
    fresh.delete(image.table.name);
    return { sheet: sheetOf(image.table.name), locale: port.locale, way: textWay() };
  };

  /** Rows for a sheet that is just being made, its columns in the declared order and already in their formats. */
  const firstRows = (table: Table, rows: readonly Readonly<Record<string, unknown>>[]): Input[][] => {
    const columns = Object.entries(table.columns);
    const way = textWay();
    // New rows hold each field's own kind of value, null or nothing.
    return rows.map((row) => columns.map(([field, column]) => encode(cellOf(column, row[field] as Value), formatOf(column) ?? '', way)));
  };

  const book: Workbook = {
    get id() {
      return port.id;
    },
    get title() {
      return port.title;
    },
    get locale() {
      return port.locale;
    },
    get timeZone() {
      return port.timeZone;
    },
    get url() {
      return port.url;
    },
    read(table) {
      ours.add(table.name);
      const cells = fresh.get(table.name);
      fresh.delete(table.name);
      const sheet = cells === undefined ? port.sheet(table.name) : null;
      if (cells === undefined && sheet === null) refuseRenamed(table);
      const read = readTable(table, cells ?? sheet?.readAll() ?? [], port.locale, cells !== undefined || sheet !== null);
      reads.set(read.image, read as unknown as ReadTable<Table>);
      return read.image;
    },
    readSome(table, by, pick) {
      const sheet = fresh.has(table.name) ? null : port.sheet(table.name);
      const cells = sheet === null ? null : readSome(sheet, table, by, pick);
      if (cells === null) return book.read(table);
      ours.add(table.name);
      const read = readTable(table, cells, port.locale);
      reads.set(read.image, read as unknown as ReadTable<Table>);
      return read.image;
    },
    ensure(tables, mend, rowsOf = () => []) {
      const made: string[] = [];
      for (const { name } of tables) ours.add(name);
      // Asked for one by one, many sheets cost more calls than the list of all, which the sources need anyway.
      if (tables.length > FEW) port.names();
      // All are read before one is written to: a sheet that is refused leaves the others as they were.
      for (const table of tables) {
        const cells = fresh.get(table.name) ?? port.sheet(table.name)?.readAll();
        if (cells === undefined) {
          refuseRenamed(table);
          continue;
        }
        if (hasLostKey(table, locate(table, headerOf(cells[0])).at, cells)) throw lostKeyOf(table);
        fresh.set(table.name, cells);
      }
      const lacking = tables.filter(({ name }) => !fresh.has(name));
      if (lacking.length > 0) port.insert(lacking.map(({ name }) => name));
      for (const table of tables) {
        const cells = fresh.get(table.name) ?? [];
        const sheet = sheetOf(table.name);
        if (isEmptySheet(cells)) {
          dress(sheet, table, port.locale, firstRows(table, rowsOf(table)));
          fresh.delete(table.name);
          made.push(table.name);
          continue;
        }
        const whole = completeSheet(sheet, table, cells, port.locale) ? sheet.readAll() : cells;
        fresh.set(table.name, whole);
        if (mend === 'mend') mendSheet(sheet, table, headerOf(whole[0]), port.locale);
      }
      return made;
    },
    append(image, rows) {
      if (rows.length === 0) return;
      const { sheet, way } = writing(image);
      const read = readOf(image);
      if (read.at.size > 0) return appendRows(sheet, read.raw, { ...additionOf(read, rows), onlyNewKeys: true }, way);
      // The sheet was made after it had been looked for.
      const now = readTable(image.table, sheet.readAll(), port.locale);
      reads.set(image, now as unknown as ReadTable<Table>);
      appendRows(sheet, now.raw, additionOf(now, rows), way);
    },
    copy(from, ats, to) {
      if (ats.length === 0) return;
      const { sheet, way } = writing(to);
      const target = readTable(to.table, [headerOf(sheet.read({ row: 1, column: 1, rows: 1, columns: null })[0])], port.locale);
      const { raw, addition } = copyOf(sheet, readOf(from), ats, target, way);
      appendRows(sheet, raw, addition, way);
    },
    patch(image, patches) {
      return patches.length === 0 ? { problems: [], left: 0 } : patchRows(readOf(image), patches, writing(image));
    },
    enter(image, entries) {
      return entries.length === 0 ? [] : enterRows(readOf(image), entries, writing(image));
    },
    replace(image, rows) {
      const { sheet, way } = writing(image);
      let read = readOf(image);
      if (read.at.size === 0) {
        read = readTable(image.table, sheet.readAll(), port.locale);
        reads.set(image, read as unknown as ReadTable<Table>);
      }
      replaceRows(sheet, read.raw, additionOf(read, rows), way);
    },
    remove(image, ats) {
      return ats.length === 0 ? [] : removeRows(writing(image).sheet, readOf(image).raw, ats, textWay());
    },
    erase(image, rows, erasure) {
      if (rows.length > 0) eraseRows(readOf(image), rows, erasure, writing(image));
    },
    wholeRows(image, ats) {
      const { raw, header } = readOf(image);
      return ats.map((at) => Object.fromEntries((raw.rows.get(raw.ids[at - FIRST_ROW] ?? '')?.cells ?? []).map((cell, position) => [header[position] ?? '', cell])));
    },
    foreignHeaders() {
      const names = port.names().filter((name) => !ours.has(name));
      for (const name of names) {
        if (headers.has(name)) continue;
        const row = port.sheet(name)?.read({ row: 1, column: 1, rows: 1, columns: null })[0];
        headers.set(name, trimmed(row));
      }
      return new Map(names.map((name) => [name, headers.get(name) ?? []]));
    },
    source(name, again, only = null) {
      const known = again === undefined ? sources.get(name) : undefined;
      if (known !== undefined) return known;
      const sheet = port.sheet(name);
      if (sheet === null) throw new Refusal(sheetsMessages.noSuchSheet(name));
      const cells = (only === null ? null : readSourceColumns(sheet, headers.get(name) ?? [], only)) ?? sheet.readAll();
      const source = { name, header: trimmed(cells[0]), rows: cells.slice(1) };
      sources.set(name, source);
      return source;
    },
    column(name, index) {
      const sheet = port.sheet(name);
      if (sheet === null) throw new Refusal(sheetsMessages.noSuchSheet(name));
      return sheet.read({ row: 2, column: index + 1, rows: null, columns: 1 }).map((row) => row[0] ?? '');
    },
    flush: () => port.flush(),
  };
  return book;
}

/** Whether a sheet that is not ours has the table's key and most of its columns. */
function looksLike(table: Table, header: readonly string[]): boolean {
  const { at, missing } = locate(table, header);
  return at.has(table.key) && missing.length <= Object.keys(table.columns).length / 4;
}

/** Header cells as text, trimmed, to the last filled one. */
function trimmed(row: readonly Cell[] | undefined): readonly string[] {
  const header = (row ?? []).map((cell) => textOfCell(cell).trim());
  while (header.length > 0 && header[header.length - 1] === '') header.pop();
  return header;
}

/** New rows as cells of the columns that the sheet has. */
function additionOf<T extends Table>(read: ReadTable<T>, rows: readonly Readonly<Record<string, unknown>>[]): Addition {
  const fields = [...read.at]
    .sort(([, a], [, b]) => a - b)
    .flatMap(([field, position]) => {
      const column = read.image.table.columns[field];
      return column === undefined ? [] : [{ field, position, column }];
    });
  return {
    columns: fields.map(({ position }) => position),
    formats: fields.map(({ column }) => formatOf(column)),
    // New rows hold each field's own kind of value, null or nothing.
    rows: rows.map((row) => fields.map(({ field, column }) => cellOf(column, row[field] as Value))),
  };
}
