import { isBlankCell, type Cell } from './cell';
import { readColumns, type Look } from './look';
import type { SheetPort } from './sheets-port';

/** Reading this many cells costs as much as one more call. */
const CELLS_PER_CALL = 10_000;

/** Values and formulas of some columns (0-based) as they stand now. */
export interface Pieces {
  /** Undefined where the column was not read. */
  readonly valueAt: (row: number, position: number) => Cell | undefined;
  readonly formulaAt: (row: number, position: number) => string;
  /** Rows in which a column holds a formula. */
  readonly formulaRows: (position: number) => readonly number[];
}

/** Reads the formulas of `written` and the values of `guarded`, neighbours in one call. */
export function readPieces(sheet: SheetPort, look: Look, written: readonly number[], guarded: readonly number[]): Pieces {
  const rows = look.ids.length;
  const values = new Map<number, (row: number) => Cell>();
  const whole = look.whole;
  if (whole === null) {
    for (const span of spansOf(guarded, rows)) {
      const cells = readColumns(sheet, span.first, span.last);
      for (let column = span.first; column <= span.last; column += 1) values.set(column, (row) => cells[row - 1]?.[column - span.first] ?? '');
    }
  }
  const formulas = new Map<number, ReadonlyMap<number, string>>();
  for (const span of spansOf(written, rows)) {
    const found = sheet.readFormulas({ row: 2, column: span.first + 1, rows: null, columns: span.last - span.first + 1 });
    for (let column = span.first; column <= span.last; column += 1) {
      const ofColumn = new Map<number, string>();
      found.forEach((cells, i) => {
        const formula = cells[column - span.first] ?? '';
        if (!isBlankCell(formula)) ofColumn.set(i + 2, formula);
      });
      formulas.set(column, ofColumn);
    }
  }
  return {
    valueAt: (row, position) => {
      if (whole === null) return values.get(position)?.(row);
      const id = whole.ids[row - 2];
      return id === null || id === undefined ? '' : (whole.rows.get(id)?.cells[position] ?? '');
    },
    formulaAt: (row, position) => formulas.get(position)?.get(row) ?? '',
    formulaRows: (position) => [...(formulas.get(position)?.keys() ?? [])].sort((a, b) => a - b),
  };
}

/** Columns as spans; those between are read too where that is cheaper than another call. */
export function spansOf(positions: readonly number[], rows: number): { first: number; last: number }[] {
  const sorted = [...new Set(positions)].sort((a, b) => a - b);
  const spans: { first: number; last: number }[] = [];
  for (const position of sorted) {
    const span = spans[spans.length - 1];
    if (span !== undefined && (position - span.last - 1) * rows <= CELLS_PER_CALL) span.last = position;
    else spans.push({ first: position, last: position });
  }
  return spans;
}
