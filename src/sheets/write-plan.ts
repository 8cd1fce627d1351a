import { isDateCell, type Cell } from './cell';
import { spansOf } from './cell-pieces';
import { encode, mayBeParsed, type TextWay } from './encode';
import { isDateFormat } from './formats';
import type { PlannedWrite } from './plan-writes';
import type { SheetPort } from './sheets-port';

/** The number formats that a plan's cells depend on: of text that the sheet would parse, of the first day in each column. */
export interface KnownFormats {
  /** Number format of a cell; `''` where it was not read. */
  readonly at: (row: number, position: number) => string;
  /** Columns (0-based) in which days are to be written under no date format. */
  readonly undated: readonly number[];
}

/** Reads the formats that matter for the cells to be written; none where nothing depends on them. */
export function readFormatsFor(sheet: SheetPort, writes: readonly PlannedWrite[]): KnownFormats {
  const risky: { row: number; position: number }[] = [];
  const firstDay = new Map<number, number>();
  for (const write of writes) {
    write.cells.forEach((line, i) =>
      line.forEach((cell, j) => {
        if (typeof cell === 'string' && write.formula === undefined && mayBeParsed(cell)) risky.push({ row: write.row + i, position: write.position + j });
        else if (isDateCell(cell) && !firstDay.has(write.position + j)) firstDay.set(write.position + j, write.row + i);
      }),
    );
  }
  const at = risky.length === 0 ? () => '' : formatsOver(sheet, risky);
  const undated: number[] = [];
  for (const row of new Set(firstDay.values())) {
    const columns = [...firstDay].filter(([, first]) => first === row).map(([position]) => position);
    const ofRow = formatsOver(sheet, columns.map((position) => ({ row, position })));
    undated.push(...columns.filter((position) => !isDateFormat(ofRow(row, position))));
  }
  return { at, undated };
}

function formatsOver(sheet: SheetPort, cells: readonly { readonly row: number; readonly position: number }[]): (row: number, position: number) => string {
  const first = cells.reduce((least, { row }) => Math.min(least, row), Infinity);
  const last = cells.reduce((most, { row }) => Math.max(most, row), 0);
  const spans = spansOf(
    cells.map(({ position }) => position),
    last - first + 1,
  ).map((span) => ({
    ...span,
    formats: sheet.readFormats({ row: first, column: span.first + 1, rows: last - first + 1, columns: span.last - span.first + 1 }),
  }));
  return (row, position) => {
    const span = spans.find((one) => one.first <= position && position <= one.last);
    return span?.formats[row - first]?.[position - span.first] ?? '';
  };
}

/** Writes the plan, text protected as each cell's format asks. */
export function writeAll(sheet: SheetPort, writes: readonly PlannedWrite[], formatAt: KnownFormats['at'], way: TextWay): void {
  for (const write of writes) {
    sheet.write(
      write.row,
      write.position + 1,
      write.formula !== undefined
        ? [[write.formula]]
        : write.cells.map((line, i) => line.map((cell: Cell, j) => encode(cell, formatAt(write.row + i, write.position + j), way))),
    );
  }
}
