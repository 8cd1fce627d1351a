import { Refusal } from '../shared/problem';
import type { Cell, DateCell } from '../sheets/cell';
import { columnLetters } from '../sheets/columns';
import { sheetsMessages } from '../sheets/messages';
import type { Area, ColumnStyle, RowMark, SheetPort } from '../sheets/sheets-port';
import { attempt } from './attempt';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** A sheet of the workbook as the table layer asks for it. */
export function sheetOver(sheet: Sheet, name: string): SheetPort {
  const rangeOf = (area: Area): GoogleAppsScript.Spreadsheet.Range | null => {
    const rows = withinGrid(sheet, area);
    if (rows === 0) return null;
    const last = area.columns === null ? '' : columnLetters(area.column + area.columns - 1);
    const first = `${area.columns === null && area.column === 1 ? '' : columnLetters(area.column)}${area.row}`;
    return sheet.getRange(`${first}:${last}${rows === null ? '' : area.row + rows - 1}`);
  };
  /** What writes to an area: where somebody deleted its rows just then, that is said, and not in Google's words. */
  const within = <T>(last: number, work: () => T): T => {
    const outcome = attempt(work);
    if ('value' in outcome) return outcome.value;
    if (sheet.getMaxRows() < last) throw new Refusal(sheetsMessages.someoneIsSorting(name));
    throw outcome.error;
  };
  /** What reads an area looks once more then: at the rows that are left. */
  const readWithin = <T>(read: () => T): T => {
    const outcome = attempt(read);
    return 'value' in outcome ? outcome.value : read();
  };
  return sayingWhenGone(sheet, {
    name,
    readAll: () => withoutBlankEnd(cellsIn(readWithin(() => allValues(sheet))), (cell) => cell === ''),
    read: (area) => withoutBlankEnd(cellsIn(readWithin(() => rangeOf(area)?.getValues() ?? [])), (cell) => cell === ''),
    rowsInGrid: () => sheet.getMaxRows(),
    readRows: (runs) => {
      if (runs.length === 0) return [];
      return readWithin(() => {
        const rows = sheet.getMaxRows();
        return runs.map(({ row, count }) => (row > rows ? [] : cellsIn(sheet.getRange(`${row}:${Math.min(row + count - 1, rows)}`).getValues())));
      });
    },
    readFormulas: (area) => withoutBlankEnd(readWithin(() => rangeOf(area)?.getFormulas() ?? []), (formula) => formula === ''),
    readFormats: ({ row, column, rows, columns }) =>
      within(row + (rows ?? 1) - 1, () =>
        sheet.getRange(`${columnLetters(column)}${row}:${columns === null ? '' : columnLetters(column + columns - 1)}${rows === null ? '' : row + rows - 1}`).getNumberFormats(),
      ),
    readHeaderNotes: () => sheet.getRange('1:1').getNotes()[0] ?? [],
    grow(rows, columns) {
      const [haveRows, haveColumns] = [sheet.getMaxRows(), columns === 0 ? 0 : sheet.getMaxColumns()];
      if (columns > haveColumns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
      if (rows > haveRows) sheet.insertRowsAfter(haveRows, rows - haveRows);
      return Math.max(rows, haveRows);
    },
    write(row, column, cells) {
      const width = cells[0]?.length ?? 0;
      if (width === 0) return;
      within(row + cells.length - 1, () => sheet.getRange(row, column, cells.length, width).setValues(cells.map((line) => [...line])));
    },
    format(row, rows, columns) {
      const bottom = rows === null ? '' : String(row + rows - 1);
      const byFormat = new Map<string, string[]>();
      for (const { column, format } of columns) {
        const letters = columnLetters(column);
        byFormat.set(format, [...(byFormat.get(format) ?? []), `${letters}${row}:${letters}${bottom}`]);
      }
      for (const [format, ranges] of byFormat) sheet.getRangeList(ranges).setNumberFormat(format);
    },
    insertRows: (before, count) => {
      sheet.insertRowsBefore(before, count);
    },
    deleteRows(runs) {
      const count = runs.reduce((sum, run) => sum + run.count, 0);
      const rows = sheet.getMaxRows();
      // Google refuses to delete the last row that is not frozen.
      if (count >= rows - 1) sheet.insertRowsAfter(rows, 1);
      for (const run of [...runs].reverse()) sheet.deleteRows(run.row, run.count);
    },
    style(columns) {
      this.format(
        2,
        null,
        columns.flatMap(({ column, format }) => (format === null ? [] : [{ column, format }])),
      );
      for (const run of neighbours(columns)) dressHeader(sheet, run);
      for (const { column, dropDown, hidden } of columns) {
        if (dropDown !== null) sheet.getRange(`${columnLetters(column)}2:${columnLetters(column)}`).setDataValidation(listOf(dropDown));
        if (hidden) sheet.hideColumns(column);
      }
    },
    frozenRows: () => sheet.getFrozenRows(),
    freezeHeader: () => {
      sheet.setFrozenRows(1);
    },
    hide: () => {
      sheet.hideSheet();
    },
    mark(marks, columns) {
      const rows = sheet.getRange(`A2:${columnLetters(columns)}`);
      sheet.setConditionalFormatRules([...sheet.getConditionalFormatRules(), ...marks.map((mark) => ruleOf(mark, rows))]);
    },
    protect(description) {
      sheet.protect().setDescription(description).setWarningOnly(true);
    },
  });
}

/** The port, which says so where somebody deleted the sheet meanwhile, instead of Google's words about its number. */
function sayingWhenGone(sheet: Sheet, port: SheetPort): SheetPort {
  const saying =
    <A extends readonly unknown[], R>(act: (this: SheetPort, ...args: A) => R) =>
    (...args: A): R => {
      const outcome = attempt(() => act.call(port, ...args));
      if ('value' in outcome) return outcome.value;
      if (!(outcome.error instanceof Refusal) && isGone(sheet, port.name)) throw new Refusal(sheetsMessages.sheetGone(port.name));
      throw outcome.error;
    };
  // Of each method one that does the same.
  return Object.fromEntries(Object.entries(port).map(([key, value]) => [key, typeof value === 'function' ? saying(value as () => unknown) : (value as string)])) as unknown as SheetPort;
}

function isGone(sheet: Sheet, name: string): boolean {
  const id = attempt(() => sheet.getSheetId());
  return !SpreadsheetApp.getActiveSpreadsheet().getSheets().some((one) => ('value' in id ? one.getSheetId() === id.value : one.getName() === name));
}

/** From A1 to the last row and column with content, in one call; where that is refused, as it may be for an empty sheet, in two. */
function allValues(sheet: Sheet): unknown[][] {
  try {
    return sheet.getSheetValues(1, 1, -1, -1);
  } catch {
    return sheet.getDataRange().getValues();
  }
}

/** How many of the area's rows the grid has; null = to its end. */
function withinGrid(sheet: Sheet, { row, rows }: Area): number | null {
  if (rows === null || (row === 1 && rows === 1)) return rows;
  return Math.max(0, Math.min(rows, sheet.getMaxRows() - row + 1));
}

function ruleOf({ formula, bold, strikethrough, fontColor, background }: RowMark, rows: GoogleAppsScript.Spreadsheet.Range): GoogleAppsScript.Spreadsheet.ConditionalFormatRule {
  const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(formula).setRanges([rows]);
  if (bold) rule.setBold(true);
  if (strikethrough) rule.setStrikethrough(true);
  if (fontColor !== null) rule.setFontColor(fontColor);
  if (background !== null) rule.setBackground(background);
  return rule.build();
}

function dressHeader(sheet: Sheet, run: readonly ColumnStyle[]): void {
  const header = sheet.getRange(1, run[0]?.column ?? 1, 1, run.length);
  header.setFontWeight('bold');
  header.setNotes([run.map(({ note }) => note)]);
  let first = 0;
  run.forEach(({ column, width }, i) => {
    if (run[i + 1]?.width === width) return;
    if (width !== null) sheet.setColumnWidths(column - (i - first), i - first + 1, width);
    first = i + 1;
  });
}

/** Offers the values and refuses none: a strict list would refuse the script's own writes too. */
const listOf = (values: readonly string[]): GoogleAppsScript.Spreadsheet.DataValidation =>
  SpreadsheetApp.newDataValidation()
    .requireValueInList([...values], true)
    .setAllowInvalid(true)
    .build();

function neighbours(columns: readonly ColumnStyle[]): ColumnStyle[][] {
  const runs: ColumnStyle[][] = [];
  for (const column of columns) {
    const run = runs[runs.length - 1];
    if (run !== undefined && run[run.length - 1]?.column === column.column - 1) run.push(column);
    else runs.push([column]);
  }
  return runs;
}

/** The values of getValues as cells, in their own arrays: copies of two million would take longer than all else about them. */
function cellsIn(rows: unknown[][]): Cell[][] {
  for (const row of rows) {
    for (let column = 0; column < row.length; column += 1) if (typeof row[column] === 'object') row[column] = cellOf(row[column]);
  }
  return rows as Cell[][]; // what is no object is a string, a number or a flag
}

/** What a date cell is taken for whose number lies outside the calendar: a text that reads as no date, wherever one is wanted. */
const NO_DATE = '(no date)';

/** A date by the wall clock of the script's zone, which set-up holds equal to the workbook's. */
function cellOf(value: unknown): Cell {
  if (!(value instanceof Date)) return '';
  if (!(value.getFullYear() >= 1 && value.getFullYear() <= 9999)) return NO_DATE;
  const day = dayCell(value.getFullYear(), value.getMonth() + 1, value.getDate());
  const [hour, minute, second] = [value.getHours(), value.getMinutes(), value.getSeconds()];
  return hour + minute + second === 0 ? day : { moment: `${day.moment.slice(0, 11)}${two(hour)}:${two(minute)}:${two(second)}` };
}

/** Midnights by year, month and date in one number: large sheets show the same few thousand days again and again. */
const midnights = new Map<number, DateCell>();

function dayCell(year: number, month: number, date: number): DateCell {
  const number = (year * 100 + month) * 100 + date;
  const known = midnights.get(number);
  if (known !== undefined) return known;
  const cell = { moment: `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}T00:00:00` };
  midnights.set(number, cell);
  return cell;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));
const two = (value: number): string => TWO_DIGITS[value] ?? '';

/** Without the rows at the end in which every cell is blank. */
function withoutBlankEnd<T>(rows: T[][], blank: (cell: T) => boolean): T[][] {
  let end = rows.length;
  while (end > 0 && (rows[end - 1] ?? []).every(blank)) end -= 1;
  return end === rows.length ? rows : rows.slice(0, end);
}
