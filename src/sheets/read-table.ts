import type { Problem } from '../shared/problem';
import { hasContent, isErrorCell, textOfCell, type Cell } from './cell';
import { hasLostKey, headerOf, locate } from './columns';
import { decode, writesDayFirst } from './decode';
import { sheetsMessages } from './messages';
import { FIRST_ROW, keyText, rawImageOf, type RawImage } from './raw-image';
import type { Column, SheetRow, Table } from './table';
import type { TableImage } from './workbook';

/** A table as read, and its cells as they were, for writing to it later. */
export interface ReadTable<T extends Table> {
  readonly image: TableImage<T>;
  readonly raw: RawImage;
  /** Header cells as they stand. */
  readonly header: readonly string[];
  /** Position of each field's column. */
  readonly at: ReadonlyMap<string, number>;
}

/** Reads the cells of a sheet, header row first, as the table's rows. */
export function readTable<T extends Table>(table: T, cells: readonly Cell[][], locale: string, exists = true): ReadTable<T> {
  const header = headerOf(cells[0]);
  const { at, twice } = locate(table, header);
  const dayFirst = writesDayFirst(locale);
  const key = at.get(table.key) ?? -1;
  const columns = Object.entries(table.columns).map(([field, column]) => ({ field, column, position: at.get(field) ?? -1 }));
  // Copied for each row: an object that has all its fields from the start is made in one go.
  const blank: Readonly<Record<string, unknown>> = { at: 0, ...Object.fromEntries(columns.map(({ field }) => [field, null])) };
  const rows: SheetRow<T>[] = [];
  const keyless: SheetRow<T>[] = [];
  const problems: Problem[] = twice.map((position) => ({
    sheet: table.name,
    row: 1,
    value: header[position] ?? '',
    reason: sheetsMessages.twice(header[position] ?? ''),
    cure: sheetsMessages.renameSecond,
  }));
  for (let i = 1; i < cells.length; i += 1) {
    const line = cells[i] ?? [];
    const hasKey = key !== -1 && keyText(line[key]) !== '';
    if (!hasKey && !columns.some(({ position }) => hasContent(line[position] ?? ''))) continue;
    const row = { ...blank };
    row['at'] = i - 1 + FIRST_ROW;
    for (const { field, column, position } of columns) {
      const cell = line[position] ?? '';
      if (cell === '') continue;
      const value = decode(column, cell, dayFirst);
      if (value !== undefined) row[field] = value;
      else problems.push(problemAt(table.name, i + 1, column, cell));
    }
    row[table.key] = hasKey ? keyOf(row[table.key], line[key]) : '';
    // Each field was decoded as its column's kind, which is what the row type says.
    (hasKey ? rows : keyless).push(row as SheetRow<T>);
  }
  return { image: { table, exists, rows, keyless, problems, keyLost: hasLostKey(table, at, cells) }, raw: rawImageOf(table.name, cells, key), header, at };
}

/** The key as its kind reads it (a day as a day), else as the text that stands there. */
const keyOf = (value: unknown, cell: Cell | undefined): string => (typeof value === 'string' ? value.trim() : keyText(cell));

function problemAt(sheet: string, row: number, column: Column, cell: Cell): Problem {
  const value = textOfCell(cell);
  if (isErrorCell(cell)) return { sheet, row, value, reason: sheetsMessages.errorCell(column.header), cure: sheetsMessages.mendFormula };
  const choices = (column.choices ?? []).map(String);
  const reason = column.kind === 'choice' ? sheetsMessages.notOneOf(column.header, choices) : sheetsMessages.notOfKind(column.header, column.kind);
  return { sheet, row, value, reason, cure: sheetsMessages.correctCell };
}
