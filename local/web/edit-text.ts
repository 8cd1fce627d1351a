import { serialOfDay, dayOfSerial, momentOf, secondOfSerial } from '../../src/shared/day';
import { localeRules } from '../cells/locale';
import { displayText, isDateFormat } from '../cells/number-format';
import { typedInput } from '../cells/typed-input';
import type { CellAttributes, CellValue } from '../workbook/model';

/**
 * What stands in the editor of a cell: text that, typed back, gives the same cell. What the cell shows where that
 * does; else the whole number, the day as yyyy-mm-dd, or the text with an apostrophe before it.
 */
export function editText(value: CellValue, attributes: CellAttributes | undefined, locale: string): string {
  if (attributes?.formula !== undefined) return attributes.formula;
  if (value === null) return '';
  const format = attributes?.format;
  const shown = displayText(value, format, locale);
  const givesItBack = (words: string): boolean => {
    const typed = typedInput(words, format, locale, YEAR);
    return typed.formula === undefined && sameValue(typed.value, value);
  };
  if (givesItBack(shown)) return shown;
  if (typeof value === 'number' && isDateFormat(format)) return isoText(value);
  if (typeof value === 'string') return format === '@' ? value : `'${value}`;
  const plain = typeof value === 'number' ? displayText(value, undefined, locale) : shown;
  return givesItBack(plain) || typeof value !== 'number' ? plain : String(value).replace('.', localeRules(locale).decimal);
}

/** A date that shows no year must not be taken for one of this year; a leap year, in which 29/2 is a date too. */
const YEAR = 2400;

const sameValue = (a: CellValue, b: CellValue): boolean =>
  typeof a === 'object' && a !== null ? typeof b === 'object' && b !== null && a.text === b.text : a === b;

function isoText(serial: number): string {
  const day = dayOfSerial(serial);
  return serial === serialOfDay(day) ? day : momentOf(day, secondOfSerial(serial)).replace('T', ' ');
}
