import { Refusal } from '../shared/problem';
import type { Cell } from './cell';
import { columnNames, headerOf, lastNamed } from './columns';
import { sheetsMessages } from './messages';
import { FIRST_ROW, isKeyedId, rawImageOf, rowIds, type RawImage } from './raw-image';
import type { SheetPort } from './sheets-port';

/** How a sheet stands now: where the columns and rows of an image are. Columns are 0-based, rows sheet rows. */
export interface Look {
  readonly names: readonly string[];
  /** The key column's cells below the header, as ids; null where a row has none. */
  readonly ids: readonly (string | null)[];
  readonly positionOf: ReadonlyMap<string, number>;
  readonly rowOf: ReadonlyMap<string, number>;
  /** The whole sheet, where it was read whole. */
  readonly whole: RawImage | null;
}

/** How often a look is repeated until nothing moves meanwhile. */
export const MOST_LOOKS = 4;

/** Up to this many cells it is cheaper to read a sheet whole than piece by piece. */
const SMALL = 20_000;

export const isSmall = (image: RawImage): boolean => (image.ids.length + 1) * image.names.length <= SMALL;

/** Reads header and keys, or the whole sheet, which also finds rows that have no key. */
export function lookAt(sheet: SheetPort, image: RawImage, whole: boolean): Look {
  const keyName = image.names[image.key];
  if (whole) {
    const cells = sheet.readAll();
    const names = columnNames(headerOf(cells[0]));
    const now = rawImageOf(sheet.name, cells, keyName === undefined ? -1 : names.indexOf(keyName));
    // Rows without a key are known by the cells that the image knows, wherever their columns are now.
    const order = image.names.map((name) => now.names.indexOf(name));
    const ids =
      order.every((position, i) => position === i) && now.names.length === image.names.length
        ? now.ids
        : rowIds(
            cells.slice(1).map((row) => order.map((position) => (position === -1 ? '' : (row[position] ?? '')))),
            image.key,
          );
    return { names: now.names, ids, positionOf: indexOfNames(now.names), rowOf: rowsOfIds(ids), whole: now };
  }
  const names = columnNames(headerOf(sheet.read({ row: 1, column: 1, rows: 1, columns: null })[0]));
  const position = keyName === undefined ? -1 : names.indexOf(keyName);
  if (position === -1) throw new Refusal(sheetsMessages.someoneIsSorting(sheet.name));
  const ids = keysAt(sheet, position);
  return { names, ids, positionOf: indexOfNames(names), rowOf: rowsOfIds(ids), whole: null };
}

/** The ids of the rows by the key column alone. */
export function keysAt(sheet: SheetPort, position: number): (string | null)[] {
  return rowIds(readColumns(sheet, position, position).slice(1), 0);
}

/** Whole columns from row 1 on, first to last position. */
export const readColumns = (sheet: SheetPort, first: number, last: number): Cell[][] =>
  sheet.read({ row: 1, column: first + 1, rows: null, columns: last - first + 1 });

export const sameIds = (a: readonly (string | null)[], b: readonly (string | null)[]): boolean => {
  const keyed = (id: string | null | undefined): string | null => (id !== null && id !== undefined && isKeyedId(id) ? id : null);
  for (let i = 0; i < Math.max(a.length, b.length); i += 1) if (a[i] !== b[i] && keyed(a[i]) !== keyed(b[i])) return false;
  return true;
};

/** Whether the columns are the same; a grid may be wider than what a look at the whole sheet shows of it. */
export const sameNames = (a: readonly string[], b: readonly string[]): boolean => {
  const end = lastNamed(a);
  return end === lastNamed(b) && a.slice(0, end).every((name, i) => name === b[i]);
};

const indexOfNames = (names: readonly string[]): ReadonlyMap<string, number> => new Map(names.map((name, i) => [name, i]));

const rowsOfIds = (ids: readonly (string | null)[]): ReadonlyMap<string, number> => {
  const rows = new Map<string, number>();
  ids.forEach((id, i) => {
    if (id !== null) rows.set(id, i + FIRST_ROW);
  });
  return rows;
};
