import { Refusal } from '../../src/shared/problem';
import { attributesAt, lastColumn, lastRow, valueAt } from '../cells/sheet';
import type { Host } from '../host';
import type { Person } from '../person';
import { deleteColumns, deleteRows, insertColumns, insertRows } from '../services/sheets/grid-shape';
import { sortRows } from '../services/sheets/sort-rows';
import { writeCells } from '../services/sheets/write-cells';
import type { CellValue, Sheet } from '../workbook/model';
import { webMessages } from './messages';
import type { Figures } from './protocol/acts';
import type { Rectangle } from './protocol/cells';

const MOST_PASTED = 2_000_000;

const withinGrid = (sheet: Sheet, { row, column, rows, columns }: Rectangle): Rectangle => ({
  row,
  column,
  rows: Math.max(0, Math.min(rows, sheet.maxRows - row)),
  columns: Math.max(0, Math.min(columns, sheet.maxColumns - column)),
});

/** Empties cells, as the Delete key does: formats, notes and drop-downs stay. */
export function clearCells(host: Host, sheet: Sheet, range: Rectangle): void {
  const area = withinGrid(sheet, range);
  if (area.rows * area.columns === 0) return;
  const old = valueAt(sheet, area.row, area.column);
  writeCells({ sheet, ...area }, [], host);
  sheet.dirty = true;
  const one = area.rows * area.columns === 1;
  host.edit({ sheet: sheet.name, row: area.row + 1, column: area.column + 1, rows: area.rows, columns: area.columns, ...(one && old !== null ? { oldValue: eventText(old) } : {}) });
}

/** Enters texts from outside as a plain paste does: each as if typed, formats and drop-downs stay, the grid grows where needed. */
export function enterTexts(host: Host, sheet: Sheet, { row, column, words }: { readonly row: number; readonly column: number; readonly words: readonly (readonly string[])[] }): void {
  const columns = Math.max(0, ...words.map((line) => line.length));
  if (words.length === 0 || columns === 0) return;
  if (words.length * columns > MOST_PASTED || column + columns > 18_278) throw new Refusal(webMessages.pasteTooLarge);
  sheet.maxRows = Math.max(sheet.maxRows, row + words.length);
  sheet.maxColumns = Math.max(sheet.maxColumns, column + columns);
  const inputs = words.flatMap((line) => Array.from({ length: columns }, (_, c) => (line[c] === undefined || line[c] === '' ? null : line[c])));
  writeCells({ sheet, row, column, rows: words.length, columns }, inputs, host);
  sheet.dirty = true;
  const one = words.length * columns === 1 ? valueAt(sheet, row, column) : null;
  host.edit({ sheet: sheet.name, row: row + 1, column: column + 1, rows: words.length, columns, ...(one === null ? {} : { value: eventText(one) }) });
}

/** Pastes cells of the workbook over others with all they carry; cut ones are emptied first, which is an edit too. */
export function pasteFrom(host: Host, person: Person, source: Sheet, range: Rectangle, target: Sheet, to: { readonly row: number; readonly column: number; readonly cut: boolean }): void {
  const area = withinGrid(source, range);
  if (area.rows * area.columns > MOST_PASTED) throw new Refusal(webMessages.pasteTooLarge);
  const cells = Array.from({ length: area.rows }, (_r, r) =>
    Array.from({ length: area.columns }, (_c, c) => {
      const attributes = attributesAt(source, area.row + r, area.column + c);
      return { value: valueAt(source, area.row + r, area.column + c), ...(attributes === undefined ? {} : { attributes }) };
    }),
  );
  if (to.cut) clearCells(host, source, area);
  person.paste(target.name, to.row + 1, to.column + 1, cells);
}

/** Sorts the rows below the header by a column, as a person does; no edit event tells of it. */
export function sortByColumn(sheet: Sheet, column: number, ascending: boolean): void {
  const first = Math.max(1, sheet.frozenRows);
  const rows = lastRow(sheet) - first;
  if (rows < 2) return;
  sortRows({ sheet, row: first, column: 0, rows, columns: Math.max(lastColumn(sheet), column + 1) }, [{ column, ascending }]);
  sheet.dirty = true;
}

export function insertRowsAt(sheet: Sheet, row: number, count: number): void {
  insertRows(sheet, row, count, row > Math.max(1, sheet.frozenRows) ? row - 1 : row);
  sheet.dirty = true;
}

/** Deletes rows; the last one that is not frozen stays, as Sheets has it. */
export function deleteRowsAt(sheet: Sheet, row: number, count: number): void {
  const most = sheet.maxRows - sheet.frozenRows - 1;
  deleteRows(sheet, row, Math.max(0, Math.min(count, sheet.maxRows - row, most)));
  sheet.dirty = true;
}

export function insertColumnsAt(sheet: Sheet, column: number, count: number): void {
  insertColumns(sheet, column, count, Math.max(0, column - 1));
  sheet.dirty = true;
}

/** Deletes columns; the last one that is not frozen stays, as Sheets has it. */
export function deleteColumnsAt(sheet: Sheet, column: number, count: number): void {
  const most = sheet.maxColumns - sheet.frozenColumns - 1;
  if (most < 1) throw new Refusal(webMessages.lastColumn);
  deleteColumns(sheet, column, Math.min(count, sheet.maxColumns - column, most));
  sheet.dirty = true;
}

/** Hides rows or columns by hand, or shows them again. */
export function foldAt(sheet: Sheet, what: 'rows' | 'columns', from: number, count: number, hidden: boolean): void {
  const folded = what === 'rows' ? sheet.hiddenRows : sheet.hiddenColumns;
  const end = Math.min(from + count, what === 'rows' ? sheet.maxRows : sheet.maxColumns);
  for (let at = from; at < end; at += 1) {
    if (hidden) folded.add(at);
    else folded.delete(at);
  }
  sheet.dirty = true;
}

/** Keeps the first rows or columns in their place; at least one goes on moving. */
export function freezeAt(sheet: Sheet, what: 'rows' | 'columns', count: number): void {
  if (what === 'rows') sheet.frozenRows = Math.min(count, sheet.maxRows - 1);
  else sheet.frozenColumns = Math.min(count, sheet.maxColumns - 1);
  sheet.dirty = true;
}

/** How many of the cells are filled, how many are numbers, and their sum. */
export function figuresOf(sheet: Sheet, ranges: readonly Rectangle[]): Figures {
  let [filled, numbers, sum] = [0, 0, 0];
  for (const range of ranges) {
    const { row, column, rows, columns } = withinGrid(sheet, range);
    for (let r = row; r < Math.min(row + rows, sheet.values.length); r += 1) {
      const cells = sheet.values[r] ?? [];
      for (let c = column; c < Math.min(column + columns, cells.length); c += 1) {
        const value = cells[c] ?? null;
        if (value === null) continue;
        filled += 1;
        if (typeof value !== 'number') continue;
        numbers += 1;
        sum += value;
      }
    }
  }
  return { filled, numbers, sum: Math.round(sum * 100) / 100 };
}

const eventText = (value: CellValue): string =>
  value === null ? '' : typeof value === 'object' ? value.text : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
