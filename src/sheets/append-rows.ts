import { Refusal } from '../shared/problem';
import { hasContent, sameCell, type Cell } from './cell';
import { headerOf, columnNames } from './columns';
import { encode, type TextWay } from './encode';
import { isDateFormat, isTextFormat } from './formats';
import { isSmall, keysAt, lookAt, MOST_LOOKS, sameIds, sameNames, type Look } from './look';
import { sheetsMessages } from './messages';
import { FIRST_ROW, isKeyedId, keyIds, keyOfId, keyText, rowIds, type RawImage } from './raw-image';
import type { SheetPort } from './sheets-port';

/** Rows to add: for each of these columns of the image (by position) the cells, top down. */
export interface Addition {
  /** Positions in the image, ascending. */
  readonly columns: readonly number[];
  /** Number format of each of the columns; null = automatic. */
  readonly formats: readonly (string | null)[];
  /** One cell for each of the columns. */
  readonly rows: readonly (readonly Cell[])[];
}

/** This many rows above the new ones are remembered, should a row inserted meanwhile push them under. */
const TAIL = 20;

/**
 * Adds rows below the last one with content in one of our columns; columns of the manager's stay as they are. What
 * moving rows or columns did to the writing is made good.
 */
export function appendRows(sheet: SheetPort, image: RawImage, addition: Addition, way: TextWay, repairs = 0): void {
  if (addition.rows.length === 0) return;
  const { look, columns, place } = steadyPlace(sheet, image, addition);
  prepareRows(sheet, place.row, addition.rows.length, columns);

  writeColumns(sheet, place.row, addition.rows, columns, way);
  const expected = idsWith(look.ids, place.row, addition.rows.map((cells) => keyText(cells[addition.columns.indexOf(image.key)])));
  const after = lookAt(sheet, image, false);
  if (sameNames(look.names, after.names) && sameIds(expected, after.ids)) return;
  if (repairs === 2) throw new Refusal(sheetsMessages.someoneIsSorting(sheet.name));
  mend(sheet, image, { addition, columns, place, look, way, repairs });
}

/** A place found while the keys stood still. */
function steadyPlace(sheet: SheetPort, image: RawImage, addition: Addition): { look: Look; columns: readonly ColumnNow[]; place: Place } {
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const look = lookAt(sheet, image, isSmall(image));
    const columns = addition.columns
      .map((column, i) => ({ position: look.positionOf.get(image.names[column] ?? '') ?? -1, i, format: addition.formats[i] ?? null }))
      .filter(({ position }) => position !== -1)
      .sort((a, b) => a.position - b.position);
    const width = Math.max(...columns.map(({ position }) => position), image.names.length - 1) + 1;
    const place = placeBelow(sheet, look, columns.map(({ position }) => position), addition.rows.length, width);
    const key = look.positionOf.get(image.names[image.key] ?? '');
    if (key === undefined || sameIds(look.ids, keysAt(sheet, key))) return { look, columns, place };
  }
  throw new Refusal(sheetsMessages.someoneIsSorting(sheet.name));
}

/** A column to be written, where it stands now (0-based); `i` is its cell in each row. */
export interface ColumnNow {
  readonly position: number;
  readonly i: number;
  readonly format: string | null;
}

interface Place {
  readonly row: number;
  /** Cells and formulas of the rows above `row`, from row `tailFrom` on, as they stood before. */
  readonly tailFrom: number;
  readonly tail: readonly (readonly Cell[])[];
  readonly tailFormulas: readonly (readonly string[])[];
}

/** The first free row, with what stands above it. Free = nothing in our columns; an unticked checkbox is nothing. */
function placeBelow(sheet: SheetPort, look: Look, ours: readonly number[], rows: number, width: number): Place {
  const filled = (line: readonly Cell[]): boolean => ours.some((position) => hasContent(line[position] ?? ''));
  let last = 1;
  look.ids.forEach((id, i) => {
    if (id !== null && (isKeyedId(id) || filled(rowIn(look, id)))) last = i + FIRST_ROW;
  });
  for (;;) {
    const tailFrom = Math.max(FIRST_ROW, last - TAIL + 1);
    const above = last - tailFrom + 1;
    const area = { row: tailFrom, column: 1, rows: above + (look.whole === null ? rows : 0), columns: width };
    const cells = area.rows === 0 ? [] : sheet.read(area);
    const lastFilled = cells.reduce((most, line, i) => (filled(line) ? Math.max(most, tailFrom + i) : most), last);
    if (lastFilled === last) return { row: last + 1, tailFrom, tail: cells.slice(0, above), tailFormulas: above === 0 ? [] : sheet.readFormulas({ ...area, rows: above }) };
    last = lastFilled;
  }
}

const rowIn = (look: Look, id: string): readonly Cell[] => look.whole?.rows.get(id)?.cells ?? [];

/** Grows the grid, and sets the number formats where the rows do not have them yet. */
export function prepareRows(sheet: SheetPort, row: number, rows: number, columns: readonly ColumnNow[]): void {
  const last = row + rows - 1;
  const width = Math.max(...columns.map(({ position }) => position)) + 1;
  const grown = sheet.grow(last, width);
  const formatsAt = (at: number): readonly string[] => sheet.readFormats({ row: at, column: 1, rows: 1, columns: width })[0] ?? [];
  const first = grown ? [] : formatsAt(row);
  const end = grown || rows === 1 ? first : formatsAt(last);
  const lacking = columns.flatMap(({ position, format }) =>
    format === null || (fits(format, first[position]) && fits(format, end[position])) ? [] : [{ column: position + 1, format }],
  );
  if (lacking.length > 0) sheet.format(row, rows, lacking);
}

/** Whether a cell of the present format takes what the wanted format is for. */
function fits(wanted: string, present: string | undefined): boolean {
  if (present === undefined) return false;
  if (isTextFormat(wanted)) return isTextFormat(present);
  return isDateFormat(wanted) === isDateFormat(present) && !isTextFormat(present);
}

/** Writes rows into the columns, neighbours in one write, columns of others left out. */
export function writeColumns(sheet: SheetPort, row: number, rows: readonly (readonly Cell[])[], columns: readonly ColumnNow[], way: TextWay): void {
  for (const run of neighbours(columns)) {
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

interface Mishap {
  readonly addition: Addition;
  readonly columns: readonly ColumnNow[];
  readonly place: Place;
  readonly look: Look;
  readonly way: TextWay;
  readonly repairs: number;
}

/** Makes good an append under which rows or columns moved: takes back what landed in wrong columns, and brings back rows that it covered. */
function mend(sheet: SheetPort, image: RawImage, { addition, columns, place, look, way, repairs }: Mishap): void {
  const cells = sheet.readAll();
  const names = columnNames(headerOf(cells[0]));
  const key = names.indexOf(image.names[image.key] ?? '');
  if (key === -1) throw new Refusal(sheetsMessages.someoneIsSorting(sheet.name));
  const present = new Set(rowIds(cells.slice(1), key));
  const misplaced = columns.filter(({ position }) => names[position] !== look.names[position]);
  const landed = addition.rows.map((row, i) => ({ row, line: cells[place.row - 1 + i] ?? [], at: place.row + i }));
  const still = landed.filter(({ row, line }) => columns.every(({ position, i }) => sameCell(line[position] ?? '', row[i] ?? '')));
  let again: Addition | null = null;
  if (misplaced.length > 0 && still.length > 0) {
    for (const run of neighbours(columns)) {
      sheet.write(
        still[0]?.at ?? place.row,
        (run[0]?.position ?? 0) + 1,
        still.map(() => run.map(() => '')),
      );
    }
    again = { ...addition, rows: still.map(({ row }) => row) };
  }
  // A row that stood just above and is gone while another stands there now was pushed under the new ones.
  const above = keyText(cells[place.row - 2]?.[key]);
  const before = keyOfId(look.ids[place.row - 1 - FIRST_ROW]);
  const pushed = above !== '' && above !== before;
  const lost = place.tail.flatMap((line, i) => {
    const id = look.ids[place.tailFrom + i - FIRST_ROW];
    const known = id !== null && id !== undefined && (isKeyedId(id) || sameNames(names, look.names));
    return known && pushed && !present.has(id) ? [{ line, formulas: place.tailFormulas[i] ?? [] }] : [];
  });
  if (lost.length > 0) bringBack(sheet, look.names, lost, way);
  if (again !== null) appendRows(sheet, image, again, way, repairs + 1);
}

/** Writes whole rows again below all others, formulas as formulas. `from`: the columns' names in these rows. */
export function bringBack(
  sheet: SheetPort,
  from: readonly string[],
  rows: readonly { readonly line: readonly Cell[]; readonly formulas: readonly string[] }[],
  way: TextWay,
): void {
  const cells = sheet.readAll();
  const names = columnNames(headerOf(cells[0]));
  const row = cells.length + 1;
  sheet.grow(row + rows.length - 1, names.length);
  const formats = sheet.readFormats({ row: Math.max(FIRST_ROW, row - 1), column: 1, rows: 1, columns: names.length })[0] ?? [];
  const source = names.map((name) => from.indexOf(name));
  sheet.write(
    row,
    1,
    rows.map(({ line, formulas }) => source.map((position, to) => (formulas[position] ?? '') || encode(line[position] ?? '', formats[to] ?? '', way))),
  );
}
