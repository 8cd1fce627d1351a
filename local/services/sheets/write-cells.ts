import { types } from 'node:util';
import { localeRules } from '../../cells/locale';
import { displayText, isDateFormat } from '../../cells/number-format';
import { typedInput, type TypedInput } from '../../cells/typed-input';
import type { CellAttributes, CellValue, DropDown } from '../../workbook/model';
import { NotEmulated, ScriptException } from '../kit/exception';
import { kindOf } from '../kit/shape';
import type { HostState } from '../kit/host-state';
import type { Zone } from '../kit/zone';
import { cellName, type RangeState } from './area';
import { putChange } from './attributes';

/** A date on its way into a cell: the serial of its wall clock in the workbook's zone. */
export class DateInput {
  constructor(readonly serial: number) {}
}

/** What a script puts into a cell; null empties it. */
export type Input = string | number | boolean | DateInput | null;

const LONGEST = 50_000;

/** A value of the script as an input; anything that no cell can hold throws. */
export function inputOf(value: unknown, zone: Zone, method: string): Input {
  if (typeof value === 'string') {
    if (value.length > LONGEST) throw new ScriptException(`Your input contains more than the maximum of ${LONGEST} characters in a single cell.`);
    return value;
  }
  if (typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return value;
  if (value === null || value === undefined) return null;
  if (types.isDate(value) && !Number.isNaN(value.getTime())) return new DateInput(zone.serialOf(value.getTime()));
  throw new ScriptException(`A cell cannot take a value of the kind ${typeof value === 'number' ? String(value) : kindOf(value)} (${method})`);
}

/** The rows of a script as inputs, row by row in one flat list, their dimensions checked in Google's words. */
export function inputsOf(rows: readonly unknown[], range: RangeState, zone: Zone, method: string): Input[] {
  const inputs: Input[] = [];
  forEachCell(rows, range, method, (value) => inputs.push(inputOf(value, zone, method)));
  return inputs;
}

/** Each value of a script's rows that fit a range, row by row. */
export function forEachCell(rows: readonly unknown[], range: RangeState, method: string, act: (value: unknown) => void): void {
  if (rows.length !== range.rows) {
    throw new ScriptException(
      `The number of rows in the data does not match the number of rows in the range. The data has ${rows.length} but the range has ${range.rows}.`,
    );
  }
  for (const row of rows) {
    if (!Array.isArray(row)) throw new ScriptException(`The parameters (${kindOf(rows)}) don't match the method signature for ${method}.`);
    if (row.length !== range.columns) {
      throw new ScriptException(
        `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${range.columns}.`,
      );
    }
    for (let i = 0; i < row.length; i += 1) act(row[i]);
  }
}

/** Writes inputs, row by row in one flat list, as Sheets takes them: strings as if typed. Refused as a whole by strict validation. */
export function writeCells(range: RangeState, inputs: readonly Input[], host: HostState): void {
  const { sheet } = range;
  const { locale } = host.workbook;
  const year = Number(host.zone.momentAt(host.instant()).slice(0, 4));
  const values: CellValue[] = [];
  const brought = new Map<number, TypedInput>();
  for (let row = 0, i = 0; row < range.rows; row += 1) {
    const attributes = sheet.attributes[range.row + row];
    for (let column = 0; column < range.columns; column += 1, i += 1) {
      const own = attributes?.[range.column + column];
      const typed = cellOf(inputs[i] ?? null, own, host, locale, year);
      values.push(typed.value);
      if (typed.formula !== undefined || typed.format !== undefined) brought.set(i, typed);
      if (own?.dropDown !== undefined) refuseInvalid(own.dropDown, typed.value, own.format, locale, cellName(range.row + row, range.column + column));
    }
  }
  for (let row = 0, i = 0; row < range.rows; row += 1) {
    while (sheet.values.length <= range.row + row) sheet.values.push([]);
    const cells = (sheet.values[range.row + row] ??= []);
    while (cells.length < range.column) cells.push(null);
    const attributes = sheet.attributes[range.row + row];
    for (let column = 0; column < range.columns; column += 1, i += 1) {
      cells[range.column + column] = values[i] ?? null;
      const own = attributes?.[range.column + column];
      const typed = brought.get(i);
      if (typed === undefined && own?.formula === undefined && own?.link === undefined) continue;
      putChange(sheet, range.row + row, range.column + column, {
        formula: typed?.formula,
        link: undefined,
        ...(typed?.format === undefined ? {} : { format: typed.format }),
      });
    }
  }
}

function cellOf(input: Input, own: CellAttributes | undefined, host: HostState, locale: string, year: number): TypedInput {
  const textCell = own?.format === '@';
  if (input === null) return { value: null };
  if (typeof input === 'string') {
    const consumed = textCell && host.faults.apostropheInTextCells === 'consumed' && input.startsWith("'");
    return consumed ? { value: input.slice(1) } : typedInput(input, own?.format, locale, year);
  }
  if (input instanceof DateInput) {
    if (textCell) throw new NotEmulated('Writing a Date into a cell of format @');
    return isDateFormat(own?.format) ? { value: input.serial } : { value: input.serial, format: formatOfDate(input.serial, locale) };
  }
  return { value: textCell && typeof input === 'number' && host.faults.numbersInTextCells === 'text' ? String(input) : input };
}

/** The format that a cell takes when a script writes a Date into it. */
const formatOfDate = (serial: number, locale: string): string =>
  Number.isInteger(serial) ? localeRules(locale).shortDate : `${localeRules(locale).shortDate} h:mm:ss`;

/** Throws, in Google's words, where strict validation does not take the value. */
export function refuseInvalid(dropDown: DropDown, value: CellValue, format: string | undefined, locale: string, cell: string): void {
  if (dropDown.allowInvalid || value === null) return;
  const valid = dropDown.checkbox ? typeof value === 'boolean' : dropDown.values.includes(displayText(value, format, locale));
  if (!valid) throw new ScriptException(`The data you entered in cell ${cell} violates the data validation rules set on this cell.`);
}
