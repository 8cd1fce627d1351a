import { coverWithSpans } from './blocks';
import type { Cell } from './cell';
import { headerOf, locate } from './columns';
import { FIRST_ROW, keyText } from './raw-image';
import type { SheetPort } from './sheets-port';
import type { Table } from './table';

/** A grid of up to this many rows is read whole: in one look, and for not much more than looking twice costs. */
const MOST_ROWS_READ_WHOLE = 5000;

/** The most runs of rows that are read one by one; more are joined, with what lies between. */
const MOST_RUNS = 30;

/** So many rows between two that are wanted cost as much as another call. */
const ROWS_PER_CALL = 400;

/**
 * The cells of a large sheet's wanted rows where they stand, all others left blank: two columns are read whole, then the
 * rows that `pick` names by them. Null where the sheet is small or its rows moved meanwhile: then it is to be read whole.
 */
export function readSome(sheet: SheetPort, table: Table, by: string, pick: (key: string, cell: Cell) => boolean): Cell[][] | null {
  if (sheet.rowsInGrid() <= MOST_ROWS_READ_WHOLE) return null;
  const [header = []] = sheet.read({ row: 1, column: 1, rows: 1, columns: null });
  const { at } = locate(table, headerOf(header));
  const [key, other] = [at.get(table.key), at.get(by)];
  if (key === undefined || other === undefined) return null;
  const keys = columnOf(sheet, key);
  const others = columnOf(sheet, other);
  const picked = new Set<string>();
  for (let i = 0; i < Math.max(keys.length, others.length); i += 1) if (pick(keyText(keys[i]), others[i] ?? '')) picked.add(keyText(keys[i]));
  // Rows of one key belong together, or the second of them would be taken for the first.
  const wanted = keys.flatMap((cell, i) => (picked.has(keyText(cell)) && keyText(cell) !== '' ? [i + FIRST_ROW] : []));
  const runs = coverWithSpans(joined(wanted), MOST_RUNS).map(({ first, last }) => ({ row: first, count: last - first + 1 }));
  const isWanted = new Set(wanted);
  const cells: Cell[][] = [[...header], ...keys.map((): Cell[] => [])];
  const read = sheet.readRows(runs);
  for (const [r, run] of runs.entries()) {
    for (let i = 0; i < run.count; i += 1) {
      if (!isWanted.has(run.row + i)) continue;
      const line = read[r]?.[i] ?? [];
      if (keyText(line[key]) !== keyText(keys[run.row + i - FIRST_ROW])) return null;
      cells[run.row + i - 1] = line;
    }
  }
  return cells;
}

const columnOf = (sheet: SheetPort, position: number): Cell[] => sheet.read({ row: FIRST_ROW, column: position + 1, rows: null, columns: 1 }).map(([cell = '']) => cell);

/** The rows (sorted), and those between near ones, so that these are read together. */
function joined(rows: readonly number[]): number[] {
  const all: number[] = [];
  for (const row of rows) {
    const last = all[all.length - 1];
    if (last !== undefined && row - last <= ROWS_PER_CALL) for (let between = last + 1; between < row; between += 1) all.push(between);
    all.push(row);
  }
  return all;
}
