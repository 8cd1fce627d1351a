import type { SheetView } from '../../protocol/sheets';

export const ROW_HEIGHT = 25;
export const HEAD_HEIGHT = 24;
export const HEAD_WIDTH = 46;
const COLUMN_WIDTH = 100;

/** A column that shows, and where it begins. */
export interface ShownColumn {
  readonly column: number;
  readonly x: number;
  readonly width: number;
  readonly frozen: boolean;
  /** Whether hidden columns lie before it. */
  readonly gap: boolean;
}

/** Where the rows and columns of a sheet lie on the page. A line is a row that shows, counted from 0. */
export class Layout {
  readonly columns: readonly ShownColumn[];
  readonly width: number;
  readonly lines: number;
  readonly frozenLines: number;
  readonly frozenWidth: number;
  /** The rows that show, in order; null where all do. */
  private readonly shownRows: Int32Array | null;
  private readonly folded: ReadonlySet<number>;
  private readonly byColumn: ReadonlyMap<number, ShownColumn>;

  constructor(
    readonly sheet: SheetView,
    showHidden: boolean,
  ) {
    const widths = new Map(sheet.widths);
    const hiddenColumns = new Set(showHidden ? [] : sheet.hiddenColumns);
    let x = HEAD_WIDTH;
    let gap = false;
    const columns: ShownColumn[] = [];
    for (let column = 0; column < sheet.columns; column += 1) {
      if (hiddenColumns.has(column)) {
        gap = true;
        continue;
      }
      const width = widths.get(column) ?? COLUMN_WIDTH;
      columns.push({ column, x, width, frozen: column < sheet.frozenColumns, gap });
      gap = false;
      x += width;
    }
    this.columns = columns;
    this.byColumn = new Map(columns.map((shown) => [shown.column, shown]));
    this.width = x;
    this.frozenWidth = columns.reduce((sum, { frozen, width }) => sum + (frozen ? width : 0), HEAD_WIDTH);
    this.folded = new Set(sheet.foldedRows);
    this.shownRows = sheet.hiddenRows.length === 0 ? null : rowsWithout(sheet.rows, new Set(sheet.hiddenRows));
    this.lines = this.shownRows?.length ?? sheet.rows;
    this.frozenLines = Math.min(this.lines, sheet.frozenRows === 0 ? 0 : this.lineOf(sheet.frozenRows - 1) + 1);
  }

  rowAt(line: number): number {
    const last = Math.max(0, Math.min(line, this.lines - 1));
    return this.shownRows === null ? last : (this.shownRows[last] ?? 0);
  }

  /** The line of a row; of a hidden one, the line before it. */
  lineOf(row: number): number {
    if (this.shownRows === null) return Math.min(row, this.lines - 1);
    let [low, high] = [0, this.shownRows.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.shownRows[middle] ?? 0) <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Whether rows that somebody hid lie right before a row. */
  gapBefore(row: number): boolean {
    return this.folded.has(row - 1);
  }

  /** What the filter does in the column whose header a cell is; null where the cell is no header of the filter. */
  filterAt({ row, column }: { readonly row: number; readonly column: number }): 'whole' | 'choosing' | null {
    const { filter } = this.sheet;
    if (filter === null || row !== filter.row || column < filter.column || column >= filter.column + filter.columns) return null;
    return filter.choosing.includes(column) ? 'choosing' : 'whole';
  }

  columnAt(column: number): ShownColumn | undefined {
    return this.byColumn.get(column);
  }

  /** The nearest column that shows, so many steps from another. */
  step(column: number, steps: number): number {
    const at = this.columns.findIndex((shown) => shown.column >= column);
    const from = at < 0 ? this.columns.length - 1 : at;
    return this.columns[Math.max(0, Math.min(this.columns.length - 1, from + steps))]?.column ?? column;
  }

  /** Columns that are not frozen and reach into a stretch of the canvas. */
  columnsBetween(left: number, right: number): readonly ShownColumn[] {
    return this.columns.filter(({ x, width, frozen }) => !frozen && x + width >= left && x <= right);
  }
}

function rowsWithout(count: number, hidden: ReadonlySet<number>): Int32Array {
  const rows = new Int32Array(count - [...hidden].filter((row) => row < count).length);
  for (let row = 0, at = 0; row < count; row += 1) if (!hidden.has(row)) rows[at++] = row;
  return rows;
}

/** The letters of a 0-based column: 0 → A, 26 → AA. */
export function lettersOf(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

export const nameOf = (row: number, column: number): string => `${lettersOf(column)}${row + 1}`;
