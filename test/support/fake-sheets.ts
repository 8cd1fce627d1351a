import { dayOfSerial, isDay, momentOf, secondOfSerial, serialOfDay } from '../../src/shared/day';
import { isDateCell, textOfCell, type Cell, type Input } from '../../src/sheets/cell';
import { isDateFormat } from '../../src/sheets/formats';
import type { Area, ColumnStyle, SheetPort, SheetsPort } from '../../src/sheets/sheets-port';

/** One cell of a fake sheet. A date is a number under a date format. */
export interface FakeCell {
  value: string | number | boolean;
  formula: string;
  format: string;
}

export interface FakeSheet {
  name: string;
  rows: FakeCell[][];
  columns: number;
  notes: Map<number, string>;
  dropDowns: Map<number, readonly string[]>;
  hiddenColumns: Set<number>;
  hiddenRows: Set<number>;
  bold: Set<number>;
  frozen: number;
  hidden: boolean;
  protection: string | null;
}

/** What was asked of the workbook. */
export interface Tally {
  calls: number;
  writes: number;
  reads: number;
  cellsRead: number;
  cellsWritten: number;
  /** Names of the calls, in order. */
  log: string[];
}

export const blankCell = (): FakeCell => ({ value: '', formula: '', format: '' });

/**
 * A workbook over arrays that behaves as Sheets does: text is parsed unless the cell's format is `@`, writes are
 * queued until a read or a flush, dimensions must match, the grid ends somewhere. `between` runs before every call: there a
 * person may do what they like.
 */
export class FakeSheets implements SheetsPort {
  readonly id = 'book';
  readonly title = 'Shop';
  readonly timeZone = 'Asia/Jerusalem';
  readonly url = 'https://sheets.example/book';
  readonly sheets: FakeSheet[] = [];
  readonly tally: Tally = { calls: 0, writes: 0, reads: 0, cellsRead: 0, cellsWritten: 0, log: [] };
  between: (() => void) | null = null;
  private queue: (() => void)[] = [];

  constructor(readonly locale = 'en_US') {}

  /** Adds a sheet with these rows, as typed (`format`: of every cell). */
  with(name: string, rows: readonly (readonly Cell[])[], format = ''): this {
    const sheet = newSheet(name);
    this.sheets.push(sheet);
    rows.forEach((row, i) => row.forEach((cell, j) => typeInto(cellAt(sheet, i, j), cell, format)));
    return this;
  }

  /** The cells of a sheet as `readAll` gives them, without counting. */
  cells(name: string): Cell[][] {
    this.apply();
    return trim((this.named(name)?.rows ?? []).map((row) => row.map(shown)));
  }

  /** The cells of a sheet as text, header first. */
  texts(name: string): string[][] {
    return this.cells(name).map((row) => row.map(textOfCell));
  }

  /** Rows as objects by header. */
  records(name: string): Record<string, Cell>[] {
    const [header = [], ...rows] = this.cells(name);
    return rows.map((row) => Object.fromEntries(header.map((words, i) => [textOfCell(words), row[i] ?? ''])));
  }

  /** The sheet itself, for a person's doings; queued writes are not applied. */
  named(name: string): FakeSheet | undefined {
    return this.sheets.find((sheet) => sheet.name === name);
  }

  reset(): void {
    this.apply();
    Object.assign(this.tally, { calls: 0, writes: 0, reads: 0, cellsRead: 0, cellsWritten: 0, log: [] });
  }

  names(): string[] {
    this.count('names');
    return this.sheets.map(({ name }) => name);
  }

  sheet(name: string): SheetPort | null {
    this.count('sheet');
    const sheet = this.named(name);
    return sheet === undefined ? null : this.portOf(sheet);
  }

  insert(names: readonly string[]): void {
    for (const name of names) {
      this.count('insert');
      if (this.named(name) !== undefined) throw new Error(`A sheet with the name "${name}" already exists. Please enter another name.`);
      this.sheets.push(newSheet(name));
    }
  }

  flush(): void {
    this.count('flush');
    this.apply();
  }

  private count(what: string): void {
    this.tally.calls += 1;
    this.tally.log.push(what);
    this.between?.();
  }

  private apply(): void {
    const queue = this.queue;
    this.queue = [];
    for (const write of queue) write();
  }

  private portOf(sheet: FakeSheet): SheetPort {
    const reading = (what: string): void => {
      this.count(`${what} ${sheet.name}`);
      this.tally.reads += 1;
      this.apply();
    };
    const writing = (what: string, cells: number, act: () => void): void => {
      this.count(`${what} ${sheet.name}`);
      this.tally.writes += 1;
      this.tally.cellsWritten += cells;
      this.queue.push(act);
    };
    const over = <T>(area: Area, valueOf: (cell: FakeCell) => T): T[][] => {
      const rows = area.rows === null ? sheet.rows.length - area.row + 1 : Math.max(0, Math.min(area.rows, sheet.rows.length - area.row + 1));
      const columns = area.columns ?? sheet.columns - area.column + 1;
      if (area.row < 1 || area.column < 1 || area.column + columns - 1 > sheet.columns) throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
      this.tally.cellsRead += rows * columns;
      return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => valueOf(cellAt(sheet, area.row - 1 + i, area.column - 1 + j))));
    };
    return {
      name: sheet.name,
      readAll: () => {
        reading('readAll');
        const cells = trim(sheet.rows.map((row) => row.map(shown)));
        this.tally.cellsRead += cells.reduce((sum, row) => sum + row.length, 0);
        return cells;
      },
      read: (area) => {
        reading('read');
        return withoutBlankEnd(over(area, shown));
      },
      rowsInGrid: () => {
        reading('rowsInGrid');
        return sheet.rows.length;
      },
      readRows: (runs) => {
        reading('rowsInGrid');
        return runs.map(({ row, count }) => {
          reading('readRows');
          return row > sheet.rows.length ? [] : over({ row, column: 1, rows: count, columns: null }, shown);
        });
      },
      readFormulas: (area) => {
        reading('readFormulas');
        return withoutBlankEnd(over(area, ({ formula }) => formula));
      },
      readFormats: (area) => {
        reading('readFormats');
        return over(area, ({ format }) => format);
      },
      readHeaderNotes: () => {
        reading('readHeaderNotes');
        return Array.from({ length: sheet.columns }, (_, i) => sheet.notes.get(i) ?? '');
      },
      grow: (rows, columns) => {
        reading('grow');
        resize(sheet, Math.max(rows, sheet.rows.length), Math.max(columns, sheet.columns));
        return sheet.rows.length;
      },
      write: (row, column, cells) => {
        const width = cells[0]?.length ?? 0;
        if (cells.length === 0 || width === 0) throw new Error('The number of rows in the range must be at least 1.');
        if (cells.some((line) => line.length !== width)) throw new Error('The number of columns in the data does not match the number of columns in the range.');
        if (row < 1 || column < 1 || row + cells.length - 1 > sheet.rows.length || column + width - 1 > sheet.columns) {
          throw new Error('The coordinates of the range are outside the dimensions of the sheet.');
        }
        writing('write', cells.length * width, () => {
          cells.forEach((line, i) => line.forEach((input, j) => put(cellAt(sheet, row - 1 + i, column - 1 + j), input)));
        });
      },
      format: (row, rows, columns) => {
        writing('format', 0, () => {
          const last = rows === null ? sheet.rows.length : row + rows - 1;
          for (const { column, format } of columns) for (let i = row; i <= last; i += 1) cellAt(sheet, i - 1, column - 1).format = format;
        });
      },
      insertRows: (before, count) => {
        writing('insertRows', 0, () => {
          const formats = (sheet.rows[before - 1] ?? []).map(({ format }) => format);
          sheet.rows.splice(before - 1, 0, ...Array.from({ length: count }, () => formats.map((format): FakeCell => ({ ...blankCell(), format }))));
        });
      },
      deleteRows: (runs) => {
        writing('deleteRows', 0, () => {
          for (const run of [...runs].reverse()) sheet.rows.splice(run.row - 1, run.count);
          if (sheet.rows.length < 2) resize(sheet, 2, sheet.columns);
        });
      },
      style: (columns) => {
        writing('style', 0, () => styleColumns(sheet, columns));
      },
      frozenRows: () => {
        reading('frozenRows');
        return sheet.frozen;
      },
      mark: () => writing('mark', 0, () => undefined),
      freezeHeader: () => writing('freezeHeader', 0, () => void (sheet.frozen = 1)),
      hide: () => writing('hide', 0, () => void (sheet.hidden = true)),
      protect: (description) => writing('protect', 0, () => void (sheet.protection = description)),
    };
  }
}

function styleColumns(sheet: FakeSheet, columns: readonly ColumnStyle[]): void {
  for (const { column, format, note, dropDown, hidden } of columns) {
    sheet.notes.set(column - 1, note);
    sheet.bold.add(column - 1);
    if (dropDown !== null) sheet.dropDowns.set(column - 1, dropDown);
    if (hidden) sheet.hiddenColumns.add(column - 1);
    if (format !== null) for (let i = 1; i < sheet.rows.length; i += 1) cellAt(sheet, i, column - 1).format = format;
  }
}

const GRID = { rows: 1000, columns: 26 };

function newSheet(name: string): FakeSheet {
  const sheet: FakeSheet = {
    name,
    rows: [],
    columns: 0,
    notes: new Map(),
    dropDowns: new Map(),
    hiddenColumns: new Set(),
    hiddenRows: new Set(),
    bold: new Set(),
    frozen: 0,
    hidden: false,
    protection: null,
  };
  resize(sheet, GRID.rows, GRID.columns);
  return sheet;
}

/** Makes the grid that large; rows that are added come without formats. */
export function resize(sheet: FakeSheet, rows: number, columns: number): void {
  while (sheet.rows.length < rows) sheet.rows.push([]);
  sheet.columns = Math.max(columns, sheet.columns);
}

/** The cell at a 0-based row and column of the grid. */
export function cellAt(sheet: FakeSheet, row: number, column: number): FakeCell {
  resize(sheet, row + 1, column + 1);
  const cells = sheet.rows[row] ?? [];
  while (cells.length <= column) cells.push(blankCell());
  const cell = cells[column];
  if (cell === undefined) throw new Error('unreachable: the row was just filled up');
  return cell;
}

/** Puts something into a cell just as it is, as a person's paste of values into a formatted sheet would. */
export function typeInto(cell: FakeCell, content: Cell, format = ''): void {
  cell.formula = '';
  if (isDateCell(content)) {
    cell.value = serialOfDay(content.moment.slice(0, 10)) + (Number(content.moment.slice(11, 13)) * 3600 + Number(content.moment.slice(14, 16)) * 60 + Number(content.moment.slice(17, 19))) / 86_400;
    cell.format = 'yyyy-mm-dd';
  } else {
    cell.value = content;
    cell.format = format === '' ? cell.format : format;
  }
}

/** A script's write: strings are parsed as if typed, unless the format is `@`. */
function put(cell: FakeCell, input: Input): void {
  cell.formula = '';
  if (typeof input !== 'string' || input === '' || cell.format === '@') {
    cell.value = input;
    return;
  }
  if (input.startsWith("'")) cell.value = input.slice(1);
  else if (input.startsWith('=') && input.length > 1) {
    cell.formula = input;
    cell.value = `result of ${input}`;
  } else if (/^[+-]\d+[+-]\d+$/.test(input)) {
    cell.formula = `=${input}`;
    cell.value = 0;
  } else if (/^(true|false)$/i.test(input)) cell.value = /^true$/i.test(input);
  else if (/^\s*[+-]?[$€₪]?\d[\d,]*(\.\d+)?(e\d+)?\s*$/i.test(input)) cell.value = Number(input.replace(/[^\d.e+-]/gi, ''));
  else if (/^\d+(\.\d+)?%$/.test(input)) cell.value = Number(input.slice(0, -1)) / 100;
  else if (isDay(input)) {
    cell.value = serialOfDay(input);
    cell.format = isDateFormat(cell.format) ? cell.format : 'yyyy-mm-dd';
  } else if (/^\d{1,2}[-/]\d{1,2}([-/]\d{2,4})?$/.test(input)) {
    cell.value = serialOfDay('2026-01-02');
    cell.format = 'd/m/yyyy';
  } else if (/^#(n\/a|ref!)$/i.test(input)) cell.value = '#N/A';
  else cell.value = input;
}

function shown(cell: FakeCell): Cell {
  if (typeof cell.value !== 'number' || !isDateFormat(cell.format)) return cell.value;
  return { moment: momentOf(dayOfSerial(cell.value), secondOfSerial(cell.value)) };
}

const trim = (rows: readonly (readonly Cell[])[]): Cell[][] => {
  const kept = withoutBlankEnd(rows.map((row) => [...row]));
  const width = kept.reduce((most, row) => Math.max(most, row.reduce<number>((last, cell, i) => (cell === '' ? last : i + 1), 0)), 0);
  return kept.map((row) => Array.from({ length: width }, (_, i) => row[i] ?? ''));
};

function withoutBlankEnd<T>(rows: T[][]): T[][] {
  let end = rows.length;
  while (end > 0 && (rows[end - 1] ?? []).every((cell) => cell === '')) end -= 1;
  return rows.slice(0, end);
}
