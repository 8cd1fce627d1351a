import { tidy } from '../shared/text';
import { fingerprintOf, hasContent, textOfCell, type Cell } from './cell';
import { columnNames, headerOf } from './columns';

/** A sheet's cells as they were read in one look, rows found by what they are instead of where they stood. */
export interface RawImage {
  readonly sheet: string;
  /** Column names (see `columnNames`), in the order of the look. */
  readonly names: readonly string[];
  /** Position of the key's column; -1 where the sheet has none. */
  readonly key: number;
  readonly rows: Map<string, RawRow>;
  /** Ids of rows by row number; null for rows without content. */
  readonly ids: (string | null)[];
}

export interface RawRow {
  /** Row number at the look, header = 1. */
  readonly at: number;
  /** One cell for each of the image's names. */
  readonly cells: Cell[];
}

export const FIRST_ROW = 2;

/** The image of a sheet's cells, header row first; the rows are kept as they are given, and change with the image. */
export function rawImageOf(sheet: string, cells: readonly Cell[][], key: number): RawImage {
  const width = cells.reduce((most, row) => Math.max(most, row.length), 0);
  const header = headerOf(cells[0]);
  const names = columnNames([...header, ...new Array<string>(Math.max(0, width - header.length)).fill('')]);
  const body = cells.slice(1);
  const ids = rowIds(body, key);
  const rows = new Map<string, RawRow>();
  body.forEach((row, i) => {
    const id = ids[i];
    if (id !== null && id !== undefined) rows.set(id, { at: i + FIRST_ROW, cells: row.length === names.length ? row : names.map((_, column) => row[column] ?? '') });
  });
  return { sheet, names, key, rows, ids };
}

/** A row's key as text, `''` where it has none. */
export const keyText = (cell: Cell | undefined): string => (cell === undefined || typeof cell === 'boolean' ? '' : tidy(textOfCell(cell)));

/**
 * What tells rows apart wherever they move: the key and which one of that key it is; for rows without a key all their
 * cells; null for rows without content.
 */
export function rowIds(rows: readonly (readonly Cell[])[], key: number): (string | null)[] {
  const count = counter();
  return rows.map((row) => {
    const words = key === -1 ? '' : keyText(row[key]);
    if (words !== '') return count(`key ${words}`);
    return row.some(hasContent) ? count(`cells ${fingerprintOf(row)}`) : null;
  });
}

export const isKeyedId = (id: string): boolean => id.startsWith('key ');

/** The key in an id, `''` for rows without one. */
export const keyOfId = (id: string | null | undefined): string =>
  id !== null && id !== undefined && isKeyedId(id) ? id.slice(4).replace(NUMBERED, '') : '';

const NUMBERED = /\u0000\d+$/;

/** Numbers equal names: the first is the name itself, then come the second, the third, … */
function counter(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const number = (seen.get(name) ?? 0) + 1;
    seen.set(name, number);
    return number === 1 ? name : `${name}\u0000${number}`;
  };
}

/** Names the rows anew after their keys changed. */
export function identifyAgain(image: RawImage): void {
  const rows = [...image.rows.values()].sort((a, b) => a.at - b.at);
  image.rows.clear();
  image.ids.fill(null);
  rowIds(
    rows.map(({ cells }) => cells),
    image.key,
  ).forEach((id, i) => {
    const row = rows[i];
    if (id === null || row === undefined) return;
    image.rows.set(id, row);
    image.ids[row.at - FIRST_ROW] = id;
  });
}

/** The ids of rows that have these keys. */
export function keyIds(keys: readonly string[]): (string | null)[] {
  const count = counter();
  return keys.map((key) => (key === '' ? null : count(`key ${key}`)));
}
