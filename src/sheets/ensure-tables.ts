import { Refusal } from '../shared/problem';
import { languageOf, type Language } from '../shared/text';
import type { Cell, Input } from './cell';
import { columnLetters, headerOf, locate } from './columns';
import { formatOf, isDateFormat, isTextFormat } from './formats';
import { sheetsMessages } from './messages';
import type { ColumnStyle, RowMark, SheetPort } from './sheets-port';
import type { Column, Mark, Table } from './table';

/** Values that a flag's drop-down offers. */
const FLAGS = ['Y', 'N'] as const;

/** Whether nothing stands in the sheet: the making of it was cut off, or somebody cleared it. */
export const isEmptySheet = (cells: readonly (readonly Cell[])[]): boolean => !cells.some((row) => row.some((cell) => cell !== ''));

/**
 * Gives an empty sheet the table's looks, header and first rows. These are written last and at once: a sheet that has a
 * header was made to its end, and one whose making was cut off is still empty.
 */
export function dress(sheet: SheetPort, table: Table, locale: string, rows: readonly (readonly Input[])[]): void {
  const columns = Object.values(table.columns);
  const language = languageOf(locale);
  sheet.grow(1 + rows.length, columns.length);
  sheet.style(columns.map((column, i) => styleOf(column, i + 1, language)));
  sheet.freezeHeader();
  if (table.marks.length > 0) sheet.mark(table.marks.map((mark) => rowMark(mark, table)), columns.length);
  if (table.hidden) sheet.hide();
  if (table.protected) sheet.protect(sheetsMessages.protection[language]);
  sheet.write(1, 1, [columns.map(({ header }) => header), ...rows]);
}

/** The mark with its fields as cells of row 2, where the sheet has the columns as declared; Sheets itself follows them when they move. */
function rowMark({ when, fields, ...look }: Mark, table: Table): RowMark {
  const places = Object.keys(table.columns);
  const formula = fields.reduce((words, field) => words.split(`{${field}}`).join(`$${columnLetters(places.indexOf(field) + 1)}2`), `=${when}`);
  return { formula, bold: look.bold ?? false, strikethrough: look.strikethrough ?? false, fontColor: look.fontColor ?? null, background: look.background ?? null };
}

/** Puts back, at the end, the columns that a sheet lacks. Gives whether something was written. Rows that have lost their key are the caller's to refuse. */
export function completeSheet(sheet: SheetPort, table: Table, cells: readonly (readonly Cell[])[], locale: string): boolean {
  const header = headerOf(cells[0]);
  const { missing } = locate(table, header);
  if (missing.length === 0) return false;
  const width = cells.reduce((most, row) => Math.max(most, lastFilled(row)), 0);
  const columns = missing.flatMap((field) => table.columns[field] ?? []);
  sheet.grow(1, width + columns.length);
  const language = languageOf(locale);
  sheet.style(columns.map((column, i) => styleOf(column, width + 1 + i, language)));
  sheet.write(1, width + 1, [columns.map((column) => column.header)]);
  return true;
}

/** Why a sheet whose rows have lost the column of their key is neither read for a plan nor written. */
export const lostKeyOf = (table: Table): Refusal => new Refusal(sheetsMessages.keyColumnGone(table.name, table.columns[table.key]?.header ?? table.key));

const lastFilled = (row: readonly Cell[]): number => {
  let end = row.length;
  while (end > 0 && row[end - 1] === '') end -= 1;
  return end;
};

/** Puts formats, notes and drop-downs right where the second row's format or the header's note is not as declared. */
export function mendSheet(sheet: SheetPort, table: Table, header: readonly string[], locale: string): void {
  const { at } = locate(table, header);
  const language = languageOf(locale);
  const formats = sheet.readFormats({ row: 2, column: 1, rows: 1, columns: header.length })[0] ?? [];
  const notes = sheet.readHeaderNotes();
  const styles = [...at].flatMap(([field, position]) => {
    const column = table.columns[field];
    if (column === undefined) return [];
    const style = styleOf(column, position + 1, language);
    const asDeclared = (notes[position] ?? '') === style.note && (style.format === null || suits(style.format, formats[position] ?? ''));
    // Whoever widened or hid a column meant it.
    return asDeclared ? [] : [{ ...style, width: null, hidden: false }];
  });
  if (styles.length > 0) sheet.style(styles);
  if (sheet.frozenRows() === 0) sheet.freezeHeader();
}

/** Whether the format shows what the declared one does; a person's own way of showing days or amounts stays. */
const suits = (declared: string, present: string): boolean =>
  isTextFormat(declared) ? isTextFormat(present) : isDateFormat(declared) ? isDateFormat(present) : !isDateFormat(present) && !isTextFormat(present);

function styleOf(column: Column, position: number, language: Language): ColumnStyle {
  const choices = column.kind === 'flag' ? FLAGS : (column.choices ?? column.suggestions);
  return {
    column: position,
    format: formatOf(column),
    width: column.width ?? null,
    hidden: column.hidden ?? false,
    note: column.help[language],
    dropDown: choices === undefined ? null : choices.map(String),
  };
}
