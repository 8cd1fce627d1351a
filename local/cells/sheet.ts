import type { CellAttributes, CellValue, Sheet, Workbook } from '../workbook/model';

/** The grid of a new sheet. */
export const NEW_SHEET_ROWS = 1000;
export const NEW_SHEET_COLUMNS = 26;

/** A workbook without sheets. What is not given is what a new shop has: Asia/Jerusalem, en_US. */
export const blankWorkbook = (known: Partial<Pick<Workbook, 'id' | 'title' | 'timeZone' | 'locale'>> = {}): Workbook => ({
  id: 'local-workbook',
  title: 'Workbook',
  timeZone: 'Asia/Jerusalem',
  locale: 'en_US',
  ...known,
  sheets: [],
  documentProperties: new Map(),
  scriptProperties: new Map(),
  userProperties: new Map(),
  triggers: [],
  activeSheet: null,
});

/** An empty sheet of 1000 × 26 cells, or of the size given. */
export const blankSheet = (name: string, rows = NEW_SHEET_ROWS, columns = NEW_SHEET_COLUMNS): Sheet => ({
  name,
  hidden: false,
  rightToLeft: false,
  frozenRows: 0,
  frozenColumns: 0,
  maxRows: rows,
  maxColumns: columns,
  values: [],
  attributes: [],
  columnWidths: new Map(),
  hiddenColumns: new Set(),
  hiddenRows: new Set(),
  filter: null,
  protections: [],
  conditionalFormats: [],
  charts: [],
  dirty: false,
});

/** The sheet of that name, exactly, or null. */
export const sheetNamed = (workbook: Workbook, name: string): Sheet | null => workbook.sheets.find((sheet) => sheet.name === name) ?? null;

/** The value at a 0-based place; null beyond what is filled. */
export const valueAt = (sheet: Sheet, row: number, column: number): CellValue => sheet.values[row]?.[column] ?? null;

/** The attributes at a 0-based place; undefined where the cell has only defaults. */
export const attributesAt = (sheet: Sheet, row: number, column: number): CellAttributes | undefined => sheet.attributes[row]?.[column];

export const formatAt = (sheet: Sheet, row: number, column: number): string | undefined => sheet.attributes[row]?.[column]?.format;

/** Puts a value at a 0-based place, the row filled up with blanks so that it has no holes. Leaves attributes and `dirty` alone. */
export function putValue(sheet: Sheet, row: number, column: number, value: CellValue): void {
  while (sheet.values.length <= row) sheet.values.push([]);
  const cells = sheet.values[row] ?? [];
  while (cells.length < column) cells.push(null);
  cells[column] = value;
}

/** Changes some attributes at a 0-based place and keeps the others; an attribute given as undefined is taken away. */
export function putAttributes(sheet: Sheet, row: number, column: number, change: { [K in keyof CellAttributes]?: CellAttributes[K] | undefined }): void {
  while (sheet.attributes.length <= row) sheet.attributes.push([]);
  const cells = sheet.attributes[row] ?? [];
  while (cells.length < column) cells.push(undefined);
  const next = { ...cells[column], ...change };
  const kept = Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined));
  // Entries lose the keys' types; they are the same keys.
  cells[column] = Object.keys(kept).length === 0 ? undefined : (kept as CellAttributes);
}

/** Writes a cell as a person would: value and attributes, the grid grown to hold it, and the sheet marked as written. A formula goes unless one is given. */
export function setCell(
  sheet: Sheet,
  row: number,
  column: number,
  value: CellValue,
  change: { [K in keyof CellAttributes]?: CellAttributes[K] | undefined } = {},
): void {
  sheet.maxRows = Math.max(sheet.maxRows, row + 1);
  sheet.maxColumns = Math.max(sheet.maxColumns, column + 1);
  putValue(sheet, row, column, value);
  if (attributesAt(sheet, row, column)?.formula !== undefined || Object.keys(change).length > 0) {
    putAttributes(sheet, row, column, { formula: undefined, ...change });
  }
  sheet.dirty = true;
}

const hasContent = (sheet: Sheet, row: number, column: number): boolean =>
  valueAt(sheet, row, column) !== null || attributesAt(sheet, row, column)?.formula !== undefined;

/** Number of rows to the last one with a value or formula, as getLastRow counts; 0 for an empty sheet. */
export function lastRow(sheet: Sheet): number {
  for (let row = Math.max(sheet.values.length, sheet.attributes.length) - 1; row >= 0; row -= 1) {
    const width = Math.max(sheet.values[row]?.length ?? 0, sheet.attributes[row]?.length ?? 0);
    for (let column = 0; column < width; column += 1) if (hasContent(sheet, row, column)) return row + 1;
  }
  return 0;
}

/** Number of columns to the last one with a value or formula, as getLastColumn counts. */
export function lastColumn(sheet: Sheet): number {
  let last = 0;
  const rows = Math.max(sheet.values.length, sheet.attributes.length);
  for (let row = 0; row < rows; row += 1) {
    const width = Math.max(sheet.values[row]?.length ?? 0, sheet.attributes[row]?.length ?? 0);
    for (let column = width - 1; column >= last; column -= 1) {
      if (hasContent(sheet, row, column)) {
        last = column + 1;
        break;
      }
    }
  }
  return last;
}

/** Row 1 as text, to its last filled cell. */
export const headerOf = (sheet: Sheet): string[] => {
  const header = (sheet.values[0] ?? []).map((value) => (value === null ? '' : typeof value === 'object' ? value.text : String(value)));
  while (header.length > 0 && header[header.length - 1] === '') header.pop();
  return header;
};
