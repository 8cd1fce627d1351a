import type { DataValidation, Worksheet } from 'exceljs';
import type { DropDown, Sheet } from './model';

/** The validations of a sheet by address, which exceljs has and its types do not. */
interface Validations {
  readonly model: Readonly<Record<string, DataValidation>>;
  add(address: string, validation: DataValidation): void;
}

const validationsOf = (worksheet: Worksheet): Validations | null => {
  const held: unknown = 'dataValidations' in worksheet ? worksheet.dataValidations : null;
  const fits = typeof held === 'object' && held !== null && 'model' in held && 'add' in held;
  // The two members just looked for are the whole interface.
  return fits ? (held as Validations) : null;
};

/** Letters of a 0-based column. */
export const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

function placeOf(address: string): { row: number; column: number } | null {
  const parts = /^\$?([A-Z]+)\$?(\d+)$/.exec(address);
  if (parts === null) return null;
  const column = [...(parts[1] ?? '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(parts[2]) - 1, column };
}

function dropDownOf(validation: DataValidation): DropDown | null {
  const listed: unknown = validation.formulae?.[0];
  if (validation.type !== 'list' || typeof listed !== 'string') return null;
  const quoted = /^"(.*)"$/s.exec(listed.trim());
  if (quoted === null) return null;
  const values = (quoted[1] ?? '').replaceAll('""', '"').split(',').map((value) => value.trim());
  const strict = validation.showErrorMessage === true && (validation.errorStyle ?? 'stop') === 'stop';
  return { values, allowInvalid: !strict, help: validation.prompt ?? null, checkbox: false };
}

/** The lists of a sheet with the cells they are on. A list that refers to cells of the workbook is left out. */
export function readDropDowns(worksheet: Worksheet): { row: number; column: number; dropDown: DropDown }[] {
  const known = new Map<DataValidation, DropDown | null>();
  return Object.entries(validationsOf(worksheet)?.model ?? {}).flatMap(([address, validation]) => {
    if (!known.has(validation)) known.set(validation, dropDownOf(validation));
    const dropDown = known.get(validation) ?? null;
    const place = placeOf(address);
    return dropDown === null || place === null ? [] : [{ ...place, dropDown }];
  });
}

/** A list in a file is one text of at most 255 signs in which a comma parts; others live in the file beside only. */
function validationOf(dropDown: DropDown): DataValidation | null {
  const listed = dropDown.values.join(',');
  if (dropDown.checkbox || dropDown.values.length === 0 || listed.length > 255 || dropDown.values.some((value) => value.includes(','))) return null;
  return {
    type: 'list',
    allowBlank: true,
    formulae: [`"${listed.replaceAll('"', '""')}"`],
    showErrorMessage: !dropDown.allowInvalid,
    ...(dropDown.help === null ? {} : { prompt: dropDown.help.slice(0, 255), showInputMessage: true }),
  };
}

/** Puts the sheet's lists into the file, one range for each run of equal cells in a column. */
export function writeDropDowns(sheet: Sheet, worksheet: Worksheet): void {
  const validations = validationsOf(worksheet);
  const known = new Map<DropDown, string>();
  const keyOf = (dropDown: DropDown | undefined): string => {
    if (dropDown === undefined) return '';
    const key = known.get(dropDown) ?? JSON.stringify([dropDown.values, dropDown.allowInvalid, dropDown.help, dropDown.checkbox]);
    known.set(dropDown, key);
    return key;
  };
  const rows = Math.min(sheet.attributes.length, sheet.maxRows);
  for (let column = 0; column < sheet.maxColumns; column += 1) {
    let from = 0;
    for (let row = 1; row <= rows; row += 1) {
      const first = sheet.attributes[from]?.[column]?.dropDown;
      if (row < rows && keyOf(sheet.attributes[row]?.[column]?.dropDown) === keyOf(first)) continue;
      const validation = first === undefined ? null : validationOf(first);
      const letters = columnLetters(column);
      if (validation !== null) validations?.add(row - from === 1 ? `${letters}${row}` : `${letters}${from + 1}:${letters}${row}`, validation);
      from = row;
    }
  }
}
