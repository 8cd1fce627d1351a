import type { Cell, CellValue as XlsxValue, Style, Workbook as XlsxWorkbook, Worksheet, WorksheetView } from 'exceljs';
import { blankSheet, headerOf, NEW_SHEET_COLUMNS, NEW_SHEET_ROWS } from '../cells/sheet';
import { layStyles } from './lay-styles';
import { CellError, type CellAttributes, type CellValue, type Sheet } from './model';
import { stylesByColumn } from './saved-cells';
import { restoreSheet, type SavedSheet } from './saved-workbook';
import { attributesOfStyle } from './xlsx-style';
import { readDropDowns } from './xlsx-validation';

const SERIAL_OF_EPOCH = 25_569;

/** exceljs gives dates as UTC instants of the wall clock; whole seconds are made exact again. */
function serialOf(date: Date): number {
  const ms = date.getTime();
  const seconds = Math.round(ms / 1000);
  const day = Math.floor(seconds / 86_400);
  return Math.abs(ms - seconds * 1000) <= 1 ? day + SERIAL_OF_EPOCH + (seconds - day * 86_400) / 86_400 : ms / 86_400_000 + SERIAL_OF_EPOCH;
}

const textOfRuns = (runs: readonly { readonly text: string }[]): string => runs.map((run) => run.text).join('');

interface CellContent {
  readonly value: CellValue;
  readonly link?: string;
}

function contentOf(value: XlsxValue | undefined): CellContent {
  if (value === null || value === undefined || value === '') return { value: null };
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { value: null } : { value: serialOf(value) };
  if (typeof value !== 'object') return { value };
  if ('error' in value) return { value: new CellError(value.error) };
  if ('richText' in value) return { value: textOfRuns(value.richText) };
  if ('hyperlink' in value) {
    // The words of a link may be any value but a link, which the types do not know.
    return { value: contentOf(value.text as XlsxValue).value, link: value.hyperlink };
  }
  return { value: null };
}

function noteOf(cell: Cell): string | undefined {
  // exceljs' types say text; files give runs.
  const note: unknown = cell.note;
  if (typeof note === 'string') return note === '' ? undefined : note;
  if (typeof note !== 'object' || note === null || !('texts' in note) || !Array.isArray(note.texts)) return undefined;
  return textOfRuns(note.texts);
}

function put(sheet: Sheet, row: number, column: number, attributes: CellAttributes): void {
  while (sheet.attributes.length <= row) sheet.attributes.push([]);
  const cells = sheet.attributes[row] ?? [];
  while (cells.length < column) cells.push(undefined);
  cells[column] = attributes;
}

function readCells(worksheet: Worksheet, sheet: Sheet, styled: (style: Partial<Style>) => CellAttributes | undefined): void {
  worksheet.eachRow({ includeEmpty: false }, (row, rowNumber) => {
    while (sheet.values.length < rowNumber) sheet.values.push([]);
    const values = sheet.values[rowNumber - 1] ?? [];
    row.eachCell({ includeEmpty: true }, (cell, columnNumber) => {
      const column = columnNumber - 1;
      // A merged cell repeats its master's value.
      const covered = cell.isMerged && cell.master.address !== cell.address;
      const formula = covered ? undefined : cell.formula;
      // A formula's value leaves out results of 0 and FALSE; the cell has them.
      const { value, link } = covered ? { value: null, link: undefined } : contentOf(formula ? cell.result : cell.value);
      values[column] = value;
      const note = noteOf(cell);
      const style = styled(cell.style);
      if (formula === undefined && note === undefined && link === undefined) {
        if (style !== undefined) put(sheet, rowNumber - 1, column, style);
        return;
      }
      put(sheet, rowNumber - 1, column, {
        ...style,
        ...(formula ? { formula: `=${formula}` } : {}),
        ...(note === undefined ? {} : { note }),
        ...(link === undefined ? {} : { link }),
      });
    });
    for (let column = 0; column < values.length; column += 1) values[column] ??= null;
    while (values.length > 0 && values[values.length - 1] === null) values.pop();
    if (row.hidden) sheet.hiddenRows.add(rowNumber - 1);
  });
  while (sheet.values.length > 0 && sheet.values[sheet.values.length - 1]?.length === 0) sheet.values.pop();
}

const EXCEL_ROWS = 1_048_576;

function readShape(worksheet: Worksheet, sheet: Sheet, styled: (style: Partial<Style>) => CellAttributes | undefined): void {
  // Null in files without a view, whatever the types say.
  const views: readonly Partial<WorksheetView>[] | null = worksheet.views;
  const view = views?.[0];
  sheet.hidden = worksheet.state !== 'visible' && worksheet.state !== undefined;
  sheet.rightToLeft = view?.rightToLeft ?? false;
  sheet.frozenRows = view?.state === 'frozen' ? (view.ySplit ?? 0) : 0;
  sheet.frozenColumns = view?.state === 'frozen' ? (view.xSplit ?? 0) : 0;
  for (let column = 0; column < Math.min(worksheet.columnCount, sheet.maxColumns); column += 1) {
    const given = worksheet.getColumn(column + 1);
    // 9 is what exceljs says of a column without a width.
    if (given.width !== undefined && given.width !== 9) sheet.columnWidths.set(column, Math.round(given.width * 7 + 5));
    if (given.hidden === true) sheet.hiddenColumns.add(column);
    const style = styled(given.style ?? {});
    if (style === undefined) continue;
    for (let row = 0; row < sheet.maxRows; row += 1) if (sheet.attributes[row]?.[column] === undefined) put(sheet, row, column, style);
  }
  const found = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/.exec(typeof worksheet.autoFilter === 'string' ? worksheet.autoFilter : '');
  if (found === null) return;
  const [first, last] = [worksheet.getColumn(found[1] ?? 'A').number, worksheet.getColumn(found[3] ?? 'A').number];
  const row = Number(found[2]) - 1;
  sheet.filter = { row, column: first - 1, rows: Math.min(Number(found[4]), EXCEL_ROWS) - row, columns: last - first + 1, hiddenValues: new Map() };
}

function addDropDowns(worksheet: Worksheet, sheet: Sheet): void {
  for (const { row, column, dropDown } of readDropDowns(worksheet)) {
    if (row >= sheet.maxRows || column >= sheet.maxColumns) continue;
    put(sheet, row, column, { ...sheet.attributes[row]?.[column], dropDown });
  }
}

/** Drop-downs that the file could not hold, on the columns of the same header. */
function addSavedDropDowns(sheet: Sheet, saved: SavedSheet): void {
  if (saved.cells === undefined) return;
  for (const [column, style] of stylesByColumn(saved.cells, headerOf(sheet), false, sheet.maxRows)) {
    const dropDown = style.body?.dropDown ?? style.tail?.dropDown;
    if (dropDown === undefined || sheet.attributes.some((cells) => cells[column]?.dropDown !== undefined)) continue;
    for (let row = 1; row < sheet.maxRows; row += 1) put(sheet, row, column, { ...sheet.attributes[row]?.[column], dropDown });
  }
}

/** The sheet of a worksheet, with what was saved of it beside the file. `asSaved`: the file is as we wrote it. */
function sheetOf(worksheet: Worksheet, saved: SavedSheet | null, asSaved: boolean, locale: string): Sheet {
  const sheet = blankSheet(saved?.name ?? worksheet.name);
  const byStyle = new Map<Partial<Style>, CellAttributes | undefined>();
  const styled = (style: Partial<Style>): CellAttributes | undefined => {
    if (!byStyle.has(style)) byStyle.set(style, attributesOfStyle(style, locale));
    return byStyle.get(style);
  };
  readCells(worksheet, sheet, styled);
  const filled = { rows: sheet.values.length, columns: sheet.values.reduce((widest, row) => Math.max(widest, row.length), 0) };
  sheet.maxRows = Math.max(saved?.maxRows ?? NEW_SHEET_ROWS, filled.rows);
  sheet.maxColumns = Math.max(saved?.maxColumns ?? NEW_SHEET_COLUMNS, filled.columns);
  if (saved !== null && asSaved && saved.cells !== undefined) {
    const formulas = sheet.attributes;
    sheet.attributes = [];
    const { hiddenRows } = sheet;
    restoreSheet(sheet, saved, filled);
    sheet.hiddenRows = saved.cells.hiddenRows === undefined ? hiddenRows : new Set(saved.cells.hiddenRows);
    layStyles(sheet, stylesByColumn(saved.cells, [], true, sheet.maxRows), true, filled.rows);
    formulas.forEach((cells, row) =>
      cells.forEach((cell, column) => {
        if (cell?.formula !== undefined) put(sheet, row, column, { ...sheet.attributes[row]?.[column], formula: cell.formula });
      }),
    );
    return sheet;
  }
  readShape(worksheet, sheet, styled);
  addDropDowns(worksheet, sheet);
  if (saved !== null) {
    sheet.protections = saved.protections ?? [];
    sheet.conditionalFormats = saved.conditionalFormats ?? [];
    sheet.charts = saved.charts ?? [];
    addSavedDropDowns(sheet, saved);
  }
  return sheet;
}

/** The sheets of a workbook file, in their order. Values are the file's own: text stays text, formulas keep their last results. */
export function sheetsOfXlsx(file: XlsxWorkbook, saved: readonly SavedSheet[], digest: string, locale: string): Sheet[] {
  const byName = new Map(saved.map((sheet) => [sheet.as ?? sheet.name, sheet]));
  return [...file.worksheets]
    .filter((worksheet) => worksheet !== undefined)
    .map((worksheet) => {
      const state = byName.get(worksheet.name) ?? null;
      return sheetOf(worksheet, state, state?.cells?.hash === digest, locale);
    });
}
