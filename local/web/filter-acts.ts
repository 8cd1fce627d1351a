import { displayText } from '../cells/number-format';
import { lastColumn, lastRow, valueAt } from '../cells/sheet';
import type { Sheet } from '../workbook/model';
import type { ColumnValue, FilterView } from './protocol/sheets';

/** Puts a basic filter on what the sheet holds, headers in the last frozen row, down to the end of the sheet; or takes it away. */
export function setFilter(sheet: Sheet, on: boolean): void {
  const row = Math.max(0, sheet.frozenRows - 1);
  sheet.filter = on ? { row, column: 0, rows: sheet.maxRows - row, columns: Math.max(1, lastColumn(sheet)), hiddenValues: new Map() } : null;
  sheet.dirty = true;
}

/** Hides the rows in which a column shows one of these; none: shows all again. */
export function hideValues(sheet: Sheet, column: number, hidden: readonly string[]): void {
  if (sheet.filter === null) return;
  const hiddenValues = new Map(sheet.filter.hiddenValues);
  if (hidden.length === 0) hiddenValues.delete(column);
  else hiddenValues.set(column, [...hidden]);
  sheet.filter = { ...sheet.filter, hiddenValues };
  sheet.dirty = true;
}

/** Each value below the header of a filter's column once, as it shows; numbers by size, then words, blank last. */
export function columnValues(sheet: Sheet, column: number, locale: string): ColumnValue[] {
  const { filter } = sheet;
  if (filter === null) return [];
  const hidden = new Set(filter.hiddenValues.get(column));
  const found = new Map<string, { readonly text: string; readonly hidden: boolean; readonly number: number | null }>();
  const end = Math.min(filter.row + filter.rows, lastRow(sheet));
  for (let row = filter.row + 1; row < end; row += 1) {
    const value = valueAt(sheet, row, column);
    const text = displayText(value, sheet.attributes[row]?.[column]?.format, locale);
    if (!found.has(text)) found.set(text, { text, hidden: hidden.has(text), number: typeof value === 'number' ? value : null });
  }
  const words = new Intl.Collator(['en', 'he'], { numeric: true });
  return [...found.values()]
    .sort((a, b) => Number(a.text === '') - Number(b.text === '') || Number(a.number === null) - Number(b.number === null) || (a.number ?? 0) - (b.number ?? 0) || words.compare(a.text, b.text))
    .map(({ text, hidden: gone }) => ({ text, hidden: gone }));
}

/** A sheet's filter as the page shows it. */
export const filterView = ({ filter }: Sheet): FilterView | null =>
  filter === null ? null : { row: filter.row, column: filter.column, rows: filter.rows, columns: filter.columns, choosing: [...filter.hiddenValues.keys()] };
