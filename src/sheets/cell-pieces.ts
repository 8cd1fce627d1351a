import type { Span } from './blocks';
import { isBlankCell, type Cell } from './cell';
import { readColumns, type Look } from './look';
import { FIRST_ROW } from './raw-image';
import type { SheetPort } from './sheets-port';

/** Reading this many cells costs as much as one more call. */
const CELLS_PER_CALL = 10_000;

/** Values and formulas of some columns (0-based) as they stand now. */
export interface Pieces {
  /** Undefined where the column was not read. */
  readonly valueAt: (row: number, position: number) => Cell | undefined;
  readonly formulaAt: (row: number, position: number) => string;
  /** Rows in which a column holds a formula, ascending; null where the column's formulas were not read. */
  readonly formulaRows: (position: number) => readonly number[] | null;
}

/** Reads the formulas of `written` and the values of `guarded`, neighbours in one call, in a sheet of so many rows. */
export function readPieces(sheet: SheetPort, rows: number, written: readonly number[], guarded: readonly number[]): Pieces {
  const values = new Map<number, (row: number) => Cell>();
  for (const span of spansOf(guarded, rows)) {
    const cells = readColumns(sheet, span.first, span.last);
    for (let column = span.first; column <= span.last; column += 1) values.set(column, (row) => cells[row - 1]?.[column - span.first] ?? '');
  }
  const formulas = new Map<number, ReadonlyMap<number, string>>();
  for (const span of spansOf(written, rows)) {
    const found = sheet.readFormulas({ row: FIRST_ROW, column: span.first + 1, rows: null, columns: span.last - span.first + 1 });
    for (let column = span.first; column <= span.last; column += 1) {
      const ofColumn = new Map<number, string>();
      found.forEach((cells, i) => {
        const formula = cells[column - span.first] ?? '';
        if (!isBlankCell(formula)) ofColumn.set(i + FIRST_ROW, formula);
      });
      formulas.set(column, ofColumn);
    }
  }
  return {
    valueAt: (row, position) => values.get(position)?.(row),
    formulaAt: (row, position) => formulas.get(position)?.get(row) ?? '',
    formulaRows: (position) => {
      const ofColumn = formulas.get(position);
      return ofColumn === undefined ? null : [...ofColumn.keys()];
    },
  };
}

/** The pieces with the values of a look that read the sheet whole. */
export function withValuesOf({ whole }: Look, pieces: Pieces): Pieces {
  if (whole === null) return pieces;
  return {
    ...pieces,
    valueAt: (row, position) => {
      const id = whole.ids[row - FIRST_ROW];
      return id === null || id === undefined ? '' : (whole.rows.get(id)?.cells[position] ?? '');
    },
  };
}

/** Columns as spans; those between are read too where that is cheaper than another call. */
export function spansOf(positions: readonly number[], rows: number): Span[] {
  const spans: { first: number; last: number }[] = [];
  for (const position of [...new Set(positions)].sort((a, b) => a - b)) {
    const span = spans[spans.length - 1];
    if (span !== undefined && (position - span.last - 1) * rows <= CELLS_PER_CALL) span.last = position;
    else spans.push({ first: position, last: position });
  }
  return spans;
}
