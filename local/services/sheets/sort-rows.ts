import { CellError, type CellValue } from '../../workbook/model';
import { ScriptException } from '../kit/exception';
import { isPlainObject } from '../kit/shape';
import type { Area, RangeState } from './area';

interface SortKey {
  /** 0-based column of the sheet. */
  readonly column: number;
  readonly ascending: boolean;
}

/** The keys of `sort`: columns of the sheet, 1-based, or `{ column, ascending }`; a negative column sorts downwards. */
export const sortKeysOf = (given: readonly unknown[], range: Area): SortKey[] =>
  given.map((one) => {
    const key = one instanceof Map ? Object.fromEntries<unknown>(one) : one;
    const [column, ascending] =
      typeof key === 'number' ? [Math.abs(key), key > 0] : isPlainObject(key) && 'column' in key ? [key.column, 'ascending' in key ? key.ascending : true] : [null, true];
    if (typeof column !== 'number' || typeof ascending !== 'boolean' || column - 1 < range.column || column > range.column + range.columns) {
      throw new ScriptException('Sort column out of range');
    }
    return { column: column - 1, ascending };
  });

const rank = (value: CellValue): number =>
  value === null ? 4 : typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : typeof value === 'boolean' ? 2 : 3;

function compare(a: CellValue, b: CellValue): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'en', { sensitivity: 'base', numeric: false });
  return typeof a === 'boolean' && typeof b === 'boolean' ? Number(a) - Number(b) : rank(a) - rank(b);
}

/** Sorts the rows of a range, cells with all they carry; empty cells come last either way. */
export function sortRows(range: RangeState, keys: readonly SortKey[]): void {
  const { sheet, row, column, rows, columns } = range;
  const lines = Array.from({ length: rows }, (_r, r) => ({
    values: Array.from({ length: columns }, (_c, c) => sheet.values[row + r]?.[column + c] ?? null),
    attributes: Array.from({ length: columns }, (_c, c) => sheet.attributes[row + r]?.[column + c]),
  }));
  const sorted = [...lines].sort((a, b) => {
    for (const key of keys) {
      const [x, y] = [a.values[key.column - column] ?? null, b.values[key.column - column] ?? null];
      if (x === null || y === null || x instanceof CellError || y instanceof CellError) {
        if (rank(x) !== rank(y)) return rank(x) - rank(y);
        continue;
      }
      const order = compare(x, y);
      if (order !== 0) return key.ascending ? order : -order;
    }
    return 0;
  });
  for (const [r, line] of sorted.entries()) {
    while (sheet.values.length <= row + r) sheet.values.push([]);
    while (sheet.attributes.length <= row + r) sheet.attributes.push([]);
    const [cells, styles] = [(sheet.values[row + r] ??= []), (sheet.attributes[row + r] ??= [])];
    while (cells.length < column) cells.push(null);
    while (styles.length < column) styles.push(undefined);
    for (let c = 0; c < columns; c += 1) {
      cells[column + c] = line.values[c] ?? null;
      styles[column + c] = line.attributes[c];
    }
  }
}
