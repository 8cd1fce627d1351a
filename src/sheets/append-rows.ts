import { Refusal } from '../shared/problem';
import type { Addition, ColumnNow, Place } from './addition';
import { takeBack } from './append-repair';
import { hasContent, type Cell } from './cell';
import { encode, type TextWay } from './encode';
import { isDateFormat, isTextFormat } from './formats';
import { isSmall, lookAt, MOST_LOOKS, sameIds, sameNames, type Look } from './look';
import { sheetsMessages } from './messages';
import { FIRST_ROW, isKeyedId, keyIds, keyOfId, keyText, type RawImage } from './raw-image';
import type { SheetPort } from './sheets-port';

/** This many rows above the new ones are remembered, should a row inserted meanwhile push them under. */
const TAIL = 20;

/** Formats of this many rows are read in one call. */
const FEW = 100;

/**
 * Adds rows below the last one with content in one of our columns; columns of the manager's stay as they are. What
 * moving rows or columns did to the writing is made good.
 */
export function appendRows(sheet: SheetPort, image: RawImage, addition: Addition, way: TextWay, repairs = 0): void {
  if (addition.rows.length === 0) return;
  const { look, columns, place } = steadyPlace(sheet, image, addition);
  const lacking = addition.onlyNewKeys === true ? rowsLacking(look, image, addition) : addition.rows;
  if (lacking.length < addition.rows.length) return appendRows(sheet, image, { ...addition, rows: lacking }, way, repairs);
  const key = addition.columns.indexOf(image.key);
  writeColumns(sheet, place.row, addition.rows, filledColumns(columns, addition.rows), way, key);
  const expected = idsWith(look.ids, place.row, addition.rows.map((cells) => keyText(cells[key])));
  const after = lookAt(sheet, image, false);
  if (sameNames(look.names, after.names) && sameIds(expected, after.ids)) return;
  if (repairs === 2) throw new Refusal(sheetsMessages.someoneIsSorting(sheet.name));
  const again = takeBack(sheet, image, { addition, columns, place, look, way });
  if (again.length > 0) appendRows(sheet, image, { ...addition, rows: again }, way, repairs + 1);
}

/** The rows whose key is not in the sheet, or was there already when it was read. */
function rowsLacking(look: Look, image: RawImage, { columns, rows }: Addition): readonly (readonly Cell[])[] {
  const read = new Set(image.ids.map(keyOfId));
  const came = new Set(look.ids.map(keyOfId).filter((key) => key !== '' && !read.has(key)));
  return came.size === 0 ? rows : rows.filter((cells) => !came.has(keyText(cells[columns.indexOf(image.key)])));
}

/**
 * A place made ready, found while the keys above it stood still: rows that moved above show in those that are read with it, and a row that
 * somebody has just typed shows where the new ones would go. Nothing is asked between that look and the writing.
 */
function steadyPlace(sheet: SheetPort, image: RawImage, addition: Addition): { look: Look; columns: readonly ColumnNow[]; place: Place } {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const look = lookAt(sheet, image, isSmall(image));
    const columns = addition.columns
      .map((column, i) => ({ position: look.positionOf.get(image.names[column] ?? '') ?? -1, i, format: addition.formats[i] ?? null }))
      .filter(({ position }) => position !== -1)
      .sort((a, b) => a.position - b.position);
    const width = Math.max(...columns.map(({ position }) => position), image.names.length - 1) + 1;
    const filled = filledIn(columns);
    const expected = lastFilledRow(look, filled) + 1;
    const gridRows = prepareRows(sheet, expected, addition.rows.length, columns);
    const found = placeBelow(sheet, expected, filled, addition.rows.length, width);
    const place = { ...found, gridRows: found.row === expected ? gridRows : prepareRows(sheet, found.row, addition.rows.length, columns) };
    const key = look.positionOf.get(image.names[image.key] ?? '');
    const above = look.ids.slice(place.tailFrom - FIRST_ROW, place.row - FIRST_ROW);
    if (key === undefined || above.every((id, i) => keyText(place.tail[i]?.[key]) === keyOfId(id))) return { look, columns, place };
  }
  throw new Refusal(sheetsMessages.someoneIsSorting(sheet.name));
}

type Filled = (line: readonly Cell[]) => boolean;

/** Whether something stands in our columns of a row; an unticked checkbox is nothing. */
const filledIn = (columns: readonly ColumnNow[]): Filled => (line) => columns.some(({ position }) => hasContent(line[position] ?? ''));

/** The last row in which something stands in our columns. */
const lastFilledRow = (look: Look, filled: Filled): number =>
  look.ids.reduce((last, id, i) => (id !== null && (isKeyedId(id) || filled(rowIn(look, id))) ? i + FIRST_ROW : last), 1);

/** The first free row from the expected one on, with what stands above it. */
function placeBelow(sheet: SheetPort, expected: number, filled: Filled, rows: number, width: number): Omit<Place, 'gridRows'> {
  for (let last = expected - 1; ; ) {
    const tailFrom = Math.max(FIRST_ROW, last - TAIL + 1);
    const above = last - tailFrom + 1;
    const area = { row: tailFrom, column: 1, rows: above + rows, columns: width };
    const tailFormulas = above === 0 ? [] : sheet.readFormulas({ ...area, rows: above });
    // Last, and with the place itself: a row that somebody typed there since the look is not written over.
    const cells = sheet.read(area);
    const lastFilled = cells.reduce((most, line, i) => (filled(line) ? Math.max(most, tailFrom + i) : most), last);
    if (lastFilled === last) return { row: last + 1, tailFrom, tail: cells.slice(0, above), tailFormulas };
    last = lastFilled;
  }
}

const rowIn = (look: Look, id: string): readonly Cell[] => look.whole?.rows.get(id)?.cells ?? [];

/** Grows the grid, and sets the number formats where the rows do not have them yet. Gives how many rows the grid then has. */
export function prepareRows(sheet: SheetPort, row: number, rows: number, columns: readonly ColumnNow[]): number {
  const last = row + rows - 1;
  const width = Math.max(...columns.map(({ position }) => position)) + 1;
  // The columns were found by their headers: they are there.
  const gridRows = sheet.grow(last, 0);
  const formatsOf = (at: number, count: number): readonly (readonly string[])[] => sheet.readFormats({ row: at, column: 1, rows: count, columns: width });
  // Of many rows the first and the last speak for those between.
  const present = rows <= FEW ? formatsOf(row, rows) : [...formatsOf(row, 1), ...formatsOf(last, 1)];
  const lacking = columns.flatMap(({ position, format }) =>
    format === null || present.every((formats) => fits(format, formats[position])) ? [] : [{ column: position + 1, format }],
  );
  if (lacking.length > 0) sheet.format(row, rows, lacking);
  return gridRows;
}

/** Whether a cell of the present format takes what the wanted format is for. */
function fits(wanted: string, present: string | undefined): boolean {
  if (present === undefined) return false;
  if (isTextFormat(wanted)) return isTextFormat(present);
  return isDateFormat(wanted) === isDateFormat(present) && !isTextFormat(present);
}

/** Writing this many cells costs as much as one more call. */
const CELLS_PER_CALL = 5_000;

/** Columns to be written where nothing stands yet: without those in which no row has anything, unless a call more would cost more than their blanks. */
function filledColumns(columns: readonly ColumnNow[], rows: readonly (readonly Cell[])[]): ColumnNow[] {
  const filled: ColumnNow[] = [];
  let blank: ColumnNow[] = [];
  for (const column of columns) {
    if (!rows.some((cells) => (cells[column.i] ?? '') !== '')) {
      blank.push(column);
      continue;
    }
    if (filled.length > 0 && blank.length * rows.length <= CELLS_PER_CALL) filled.push(...blank);
    filled.push(column);
    blank = [];
  }
  return filled;
}

/**
 * Writes rows into the columns, neighbours in one write, columns of others left out. Those with the cell `key` come first: rows whose
 * writing is cut off are then found and completed by the next run.
 */
export function writeColumns(sheet: SheetPort, row: number, rows: readonly (readonly Cell[])[], columns: readonly ColumnNow[], way: TextWay, key = -1): void {
  const runs = neighbours(columns);
  const hasKey = (run: readonly ColumnNow[]): boolean => run.some(({ i }) => i === key);
  for (const run of [...runs.filter(hasKey), ...runs.filter((one) => !hasKey(one))]) {
    sheet.write(
      row,
      (run[0]?.position ?? 0) + 1,
      rows.map((cells) => run.map(({ i, format }) => encode(cells[i] ?? '', format ?? '', way))),
    );
  }
}

function neighbours(columns: readonly ColumnNow[]): ColumnNow[][] {
  const runs: ColumnNow[][] = [];
  for (const column of columns) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1]?.position === column.position - 1) run.push(column);
    else runs.push([column]);
  }
  return runs;
}

/** The ids that rows show once these keys stand from `row` on. */
function idsWith(before: readonly (string | null)[], row: number, keys: readonly string[]): (string | null)[] {
  const words = before.slice(0, row - FIRST_ROW).map(keyOfId);
  while (words.length < row - FIRST_ROW) words.push('');
  return keyIds([...words, ...keys]);
}
