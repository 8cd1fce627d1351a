import { hasContent, sameCell, type Cell } from './cell';
import type { Addition, ColumnNow } from './addition';
import { prepareRows, writeColumns } from './append-rows';
import type { TextWay } from './encode';
import { columnNames, headerOf } from './columns';
import { FIRST_ROW, identifyAgain, type RawImage, type RawRow } from './raw-image';
import type { SheetPort } from './sheets-port';

/**
 * Makes our columns show exactly these rows from row 2 on. Where the rows that stand there come down by a few, blank rows are put in
 * above them; then the rows from the first to the last that differ are written, as one block.
 */
export function replaceRows(sheet: SheetPort, image: RawImage, addition: Addition, way: TextWay): void {
  moveDown(sheet, image, addition);
  const { columns, formats, rows } = addition;
  const present = rowsByNumber(image);
  const height = Math.max(rows.length, lastOf(present) - 1);
  const blank = columns.map((): Cell => '');
  const wanted = Array.from({ length: height }, (_, i) => rows[i] ?? blank);
  const differs = (cells: readonly Cell[], i: number): boolean => !shows(present.get(i + FIRST_ROW)?.cells, columns, cells);
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
    const row = present.get(at)?.cells ?? image.names.map((): Cell => '');
    columns.forEach((column, j) => (row[column] = cells[j] ?? ''));
    if (!present.has(at)) image.rows.set(`new ${at}`, { at, cells: row });
  });
  while (image.ids.length < height) image.ids.push(null);
  identifyAgain(image);
}

/** More rows than this are written again rather than moved. */
const MOST_ABOVE = 20;

/** Moves the rows down where they are wanted further down, what people have beside them included; those that drop out at the end go, if nothing else is in them. */
function moveDown(sheet: SheetPort, image: RawImage, { columns, rows }: Addition): void {
  const present = rowsByNumber(image);
  const last = lastOf(present);
  const above = rows.slice(0, MOST_ABOVE + 1).findIndex((cells) => shows(present.get(FIRST_ROW)?.cells, columns, cells));
  const staying = Math.min(last - 1, rows.length - above);
  if (above < 1 || staying < 1) return;
  for (let i = 0; i < staying; i += 1) if (!shows(present.get(i + FIRST_ROW)?.cells, columns, rows[above + i] ?? [])) return;
  const dropped = { row: FIRST_ROW + staying, count: last - 1 - staying };
  const ours = new Set(columns);
  const goes = [...present.values()].every(({ at, cells }) => at < dropped.row || cells.every((cell, column) => ours.has(column) || !hasContent(cell)));
  // Bottom first: what is above keeps its row number.
  if (dropped.count > 0 && goes) sheet.deleteRows([dropped]);
  sheet.insertRows(FIRST_ROW, above);
  image.rows.clear();
  for (const { at, cells } of present.values()) if (at < dropped.row || !goes) image.rows.set(`moved ${at}`, { at: at + above, cells });
  while (image.ids.length < last - 1 + above) image.ids.push(null);
  identifyAgain(image);
}

const rowsByNumber = (image: RawImage): Map<number, RawRow> => new Map([...image.rows.values()].map((row) => [row.at, row]));

const lastOf = (rows: ReadonlyMap<number, RawRow>): number => Math.max(1, ...rows.keys());

/** Whether the row (undefined = a blank one) shows these cells in the columns. */
const shows = (row: readonly Cell[] | undefined, columns: readonly number[], cells: readonly Cell[]): boolean =>
  columns.every((column, i) => sameCell(row?.[column] ?? '', cells[i] ?? ''));
