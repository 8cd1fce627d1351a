import { sameCell, type Cell } from './cell';
import type { Addition, ColumnNow } from './addition';
import { prepareRows, writeColumns } from './append-rows';
import type { TextWay } from './encode';
import { columnNames, headerOf } from './columns';
import { FIRST_ROW, identifyAgain, type RawImage } from './raw-image';
import type { SheetPort } from './sheets-port';

/** Makes our columns show exactly these rows from row 2 on; writes the rows from the first to the last that differ, as one block. */
export function replaceRows(sheet: SheetPort, image: RawImage, { columns, formats, rows }: Addition, way: TextWay): void {
  const present = new Map([...image.rows.values()].map((row) => [row.at, row.cells]));
  const lastPresent = Math.max(1, ...present.keys());
  const height = Math.max(rows.length, lastPresent - 1);
  const blank = columns.map((): Cell => '');
  const wanted = Array.from({ length: height }, (_, i) => rows[i] ?? blank);
  const differs = (cells: readonly Cell[], i: number): boolean => {
    const now = present.get(i + FIRST_ROW);
    return columns.some((column, j) => !sameCell(now?.[column] ?? '', cells[j] ?? ''));
  };
  const first = wanted.findIndex(differs);
  if (first === -1) return;
  let last = wanted.length - 1;
  while (last > first && !differs(wanted[last] ?? blank, last)) last -= 1;
  const block = wanted.slice(first, last + 1);

  const names = columnNames(headerOf(sheet.read({ row: 1, column: 1, rows: 1, columns: null })[0]));
  const now: ColumnNow[] = columns
    .map((column, i) => ({ position: names.indexOf(image.names[column] ?? ''), i, format: formats[i] ?? null }))
    .filter(({ position }) => position !== -1)
    .sort((a, b) => a.position - b.position);
  prepareRows(sheet, first + FIRST_ROW, block.length, now);
  writeColumns(sheet, first + FIRST_ROW, block, now, way);

  block.forEach((cells, i) => {
    const at = first + i + FIRST_ROW;
    const row = present.get(at) ?? image.names.map((): Cell => '');
    columns.forEach((column, j) => (row[column] = cells[j] ?? ''));
    if (!present.has(at)) image.rows.set(`new ${at}`, { at, cells: row });
  });
  while (image.ids.length < height) image.ids.push(null);
  identifyAgain(image);
}
