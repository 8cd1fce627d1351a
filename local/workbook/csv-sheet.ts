import { Refusal } from '../../src/shared/problem';
import { blankSheet, lastColumn, lastRow, NEW_SHEET_COLUMNS, NEW_SHEET_ROWS } from '../cells/sheet';
import { isDateFormat } from '../cells/number-format';
import type { TypedInput } from '../cells/typed-input';
import { csvField, isOurs, laterBy, readCsvCell, type CsvReading } from './csv-cell';
import { csvText, OpenQuote, parseCsv, separatorOf } from './csv-text';
import { layStyles, sharedFormats } from './lay-styles';
import { workbookMessages } from './messages';
import type { CellValue, Sheet } from './model';
import { stylesByColumn, type ColumnStyles } from './saved-cells';
import { restoreSheet, type SavedSheet } from './saved-workbook';

/** A sheet's file and what is known of it. */
export interface CsvFile {
  readonly name: string;
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly words: string;
  readonly state: SavedSheet | null;
  /** The bytes are the ones that we wrote. */
  readonly asSaved: boolean;
  readonly asText: boolean;
}

function fieldsOf({ words, file }: CsvFile): string[][] {
  try {
    const fields = parseCsv(words, separatorOf(words));
    const isEmpty = (row: readonly string[] | undefined): boolean => row !== undefined && row.every((field) => field === '');
    while (fields.length > 0 && isEmpty(fields[fields.length - 1])) fields.pop();
    return fields;
  } catch (fault) {
    if (fault instanceof OpenQuote) throw new Refusal(workbookMessages.openQuote(file, fault.line));
    throw fault;
  }
}

/** Gives moments the seconds that their file does not show. */
function addSeconds(sheet: Sheet, styles: ReadonlyMap<number, ColumnStyles>): void {
  for (const [column, { seconds }] of styles) {
    seconds.forEach((second, row) => {
      const cells = sheet.values[row];
      const value = cells?.[column];
      if (second > 0 && cells !== undefined && typeof value === 'number') cells[column] = laterBy(second, value);
    });
  }
}

/** The sheet that a file holds. */
export function sheetOfCsv(source: CsvFile, reading: CsvReading): Sheet {
  const fields = fieldsOf(source);
  const filled = { rows: fields.length, columns: fields.reduce((widest, row) => Math.max(widest, row.length), 0) };
  const sheet = blankSheet(source.name, Math.max(NEW_SHEET_ROWS, filled.rows), Math.max(NEW_SHEET_COLUMNS, filled.columns));
  const { state, asSaved, asText } = source;
  const cells = state?.cells ?? null;
  sheet.source = { file: source.file, bytes: source.bytes, cells };
  const header = (fields[0] ?? []).map((field) => String(valueOf(readCsvCell(field, undefined, reading)) ?? ''));
  if (state !== null) {
    sheet.values = [header];
    restoreSheet(sheet, state, filled);
  }
  const styles = cells === null ? new Map<number, ColumnStyles>() : stylesByColumn(cells, header, asSaved, sheet.maxRows);
  layStyles(sheet, styles, asSaved, filled.rows);
  if (asSaved) sheet.hiddenRows = new Set(cells?.hiddenRows ?? []);
  else if (sheet.filter !== null) sheet.filter.rows = Math.max(sheet.filter.rows, filled.rows - sheet.filter.row);

  const withFormat = sharedFormats();
  const take = (row: number, column: number, typed: TypedInput): void => {
    if (typed.formula === undefined && (asSaved || typed.format === undefined)) return;
    const rowOfAttributes = (sheet.attributes[row] ??= []);
    while (rowOfAttributes.length < column) rowOfAttributes.push(undefined);
    const base = rowOfAttributes[column];
    const brought = asSaved ? undefined : typed.format;
    // A date that someone typed into a column of figures stays a date; else the column's format wins over the typed one.
    const format = base?.format === undefined || (isDateFormat(brought) && !isDateFormat(base.format)) ? (brought ?? base?.format) : base.format;
    const attributes = format === undefined ? base : withFormat(base, format);
    rowOfAttributes[column] = typed.formula === undefined ? attributes : { ...attributes, formula: typed.formula };
  };
  sheet.values = fields.map((rowOfFields, row) => {
    const values: CellValue[] = [];
    for (let column = 0; column < rowOfFields.length; column += 1) {
      const field = rowOfFields[column] ?? '';
      if (field === '' || asText) {
        values.push(field === '' ? null : asText && cells !== null && field.startsWith("'") ? field.slice(1) : field);
        continue;
      }
      const style = asSaved ? undefined : styles.get(column);
      const typed = readCsvCell(field, (row === 0 ? style?.header : style?.body)?.format, reading);
      values.push(typed.value);
      if (typed.format !== undefined || typed.formula !== undefined) take(row, column, typed);
    }
    return values;
  });
  for (let row = 0; row < sheet.attributes.length; row += 1) sheet.attributes[row] ??= [];
  if (asSaved) addSeconds(sheet, styles);
  return sheet;
}

const valueOf = ({ value }: TypedInput): string | number | boolean | null => (typeof value === 'object' ? (value?.text ?? null) : value);

/** The sheet in our CSV form: UTF-8 without a mark, comma, the header first, as many columns in every row. */
export function csvOfSheet(sheet: Sheet, reading: CsvReading): string {
  const [rows, columns] = [lastRow(sheet), lastColumn(sheet)];
  const ours = isOurs(sheet.name);
  const lines: string[][] = [];
  for (let row = 0; row < rows; row += 1) {
    const [values, attributes] = [sheet.values[row], sheet.attributes[row]];
    const fields: string[] = [];
    for (let column = 0; column < columns; column += 1) fields.push(csvField(values?.[column] ?? null, attributes?.[column], reading, ours));
    lines.push(fields);
  }
  return csvText(lines);
}
