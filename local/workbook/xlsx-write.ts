import type { Cell, Style, Workbook as XlsxWorkbook, Worksheet } from 'exceljs';
import { lastColumn, lastRow } from '../cells/sheet';
import { CellError, type CellAttributes, type CellValue, type Sheet, type Workbook } from './model';
import { styleOfAttributes } from './xlsx-style';
import { columnLetters, writeDropDowns } from './xlsx-validation';

const FILE_ERRORS = ['#N/A', '#REF!', '#NAME?', '#DIV/0!', '#NULL!', '#VALUE!', '#NUM!'] as const;
const fileError = (error: CellError): (typeof FILE_ERRORS)[number] | null => FILE_ERRORS.find((known) => known === error.text) ?? null;

// Signs that XML drops or changes are written as the format's own escapes, and what looks like such an escape is escaped.
const UNSAFE = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-F]{4}_)/g;
const fileText = (words: string): string =>
  words.replace(UNSAFE, (sign) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`);

function writeCell(cell: Cell, value: CellValue, attributes: CellAttributes | undefined): void {
  const error = value instanceof CellError ? fileError(value) : null;
  const plain = value instanceof CellError ? (error === null ? value.text : { error }) : value;
  if (attributes?.formula !== undefined) {
    const formula = attributes.formula.replace(/^=/, '');
    cell.value = plain === null ? { formula } : { formula, result: plain };
  } else if (typeof plain === 'string') {
    const words = fileText(plain);
    cell.value = attributes?.link === undefined ? words : { text: words, hyperlink: attributes.link };
  } else if (plain !== null) cell.value = plain;
  if (attributes?.note !== undefined) cell.note = attributes.note;
}

function writeSheet(sheet: Sheet, worksheet: Worksheet, styled: (attributes: CellAttributes) => Partial<Style>): void {
  const rows = Math.max(lastRow(sheet), 1);
  const columns = lastColumn(sheet);
  for (let row = 0; row < rows; row += 1) {
    const [values, attributes] = [sheet.values[row], sheet.attributes[row]];
    const target = worksheet.getRow(row + 1);
    const width = Math.max(columns, attributes?.length ?? 0);
    for (let column = 0; column < width; column += 1) {
      const [value, attribute] = [values?.[column] ?? null, attributes?.[column]];
      if (value === null && attribute === undefined) continue;
      const cell = target.getCell(column + 1);
      writeCell(cell, value, attribute);
      if (attribute !== undefined) cell.style = styled(attribute);
    }
  }
  for (const row of sheet.hiddenRows) if (row < rows) worksheet.getRow(row + 1).hidden = true;
  for (let column = 0; column < sheet.maxColumns; column += 1) {
    const width = sheet.columnWidths.get(column);
    const tail = sheet.attributes[sheet.maxRows - 1]?.[column];
    if (width === undefined && tail === undefined && !sheet.hiddenColumns.has(column)) continue;
    const target = worksheet.getColumn(column + 1);
    if (width !== undefined) target.width = (width - 5) / 7;
    if (sheet.hiddenColumns.has(column)) target.hidden = true;
    if (tail !== undefined) target.style = styled(tail);
  }
  const { filter } = sheet;
  if (filter !== null) {
    const corner = (row: number, column: number): string => `${columnLetters(column)}${row + 1}`;
    worksheet.autoFilter = `${corner(filter.row, filter.column)}:${corner(filter.row + filter.rows - 1, filter.column + filter.columns - 1)}`;
  }
  writeDropDowns(sheet, worksheet);
}

/** The names of the sheets in the file: at most 31 signs, none of `[]:*?/\`, no apostrophe at an end, no two alike but for case. */
export function fileNamesOf(sheets: readonly Sheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }) => {
    const safe = name.replace(/[[\]:*?/\\\u0000-\u001f]/g, '_').replace(/^'|'$/g, '_').slice(0, 31);
    let given = safe === '' || safe.toLowerCase() === 'history' ? `${safe}_` : safe;
    for (let turn = 2; taken.has(given.toLowerCase()); turn += 1) given = `${safe.slice(0, 27)} (${turn})`;
    taken.add(given.toLowerCase());
    return given;
  });
}

/** Fills a new workbook file with the sheets. */
export function writeSheets(workbook: Workbook, file: XlsxWorkbook): void {
  const byAttributes = new Map<CellAttributes, Partial<Style>>();
  const styled = (attributes: CellAttributes): Partial<Style> => {
    const style = byAttributes.get(attributes) ?? styleOfAttributes(attributes);
    byAttributes.set(attributes, style);
    return style;
  };
  const names = fileNamesOf(workbook.sheets);
  workbook.sheets.forEach((sheet, index) => {
    const { frozenRows, frozenColumns, rightToLeft } = sheet;
    const frozen = frozenRows > 0 || frozenColumns > 0;
    const worksheet = file.addWorksheet(names[index] ?? sheet.name, {
      state: sheet.hidden ? 'hidden' : 'visible',
      views: [frozen ? { state: 'frozen', xSplit: frozenColumns, ySplit: frozenRows, rightToLeft } : { state: 'normal', rightToLeft }],
    });
    writeSheet(sheet, worksheet, styled);
  });
}
