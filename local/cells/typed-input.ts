import { CellError, type CellValue } from '../workbook/model';
import { formulaValue, isSignedFormula } from './formula';
import { localeRules } from './locale';
import { typedDate } from './typed-date';

/** What a cell becomes when text is put into it. */
export interface TypedInput {
  readonly value: CellValue;
  /** With its `=`. */
  readonly formula?: string;
  /** The number format that the text brings; absent = the cell's own stays. */
  readonly format?: string;
}

const ERRORS = new Set(['#N/A', '#REF!', '#VALUE!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#ERROR!']);

const POINT_NUMBER = /^(\()?([+-])?([$€£¥₪])? ?([+-])?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(e[+-]?\d+)? ?([%$€£¥₪])?(\))?$/i;
const COMMA_NUMBER = /^(\()?([+-])?([$€£¥₪])? ?([+-])?((?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d*)?|,\d+)(e[+-]?\d+)? ?([%$€£¥₪])?(\))?$/i;

function typedNumber(words: string, locale: string): TypedInput | null {
  const { decimal } = localeRules(locale);
  const found = (decimal === '.' ? POINT_NUMBER : COMMA_NUMBER).exec(words);
  if (found === null) return null;
  const [, open, sign, currencyBefore, innerSign, body = '', exponent, after, close] = found;
  const currency = currencyBefore ?? (after === '%' ? undefined : after);
  if ((open === undefined) !== (close === undefined)) return null;
  if (sign !== undefined && (innerSign !== undefined || open !== undefined)) return null;
  if (currencyBefore !== undefined && after !== undefined) return null;
  if (currency === undefined && innerSign !== undefined && sign !== undefined) return null;
  const grouping = decimal === '.' ? ',' : '.';
  const digits = body.replaceAll(grouping, '').replace(',', '.');
  const size = Number(`${digits}${exponent ?? ''}`);
  if (!Number.isFinite(size)) return null;
  const negative = sign === '-' || innerSign === '-' || open !== undefined;
  const percent = after === '%';
  // Through decimal text, so that 10.1% is 0.101 and not 0.10099999999999999.
  const value = percent ? Number(`${size}e-2`) : size;
  const fraction = digits.includes('.') ? '.00' : '';
  const signed = negative && value !== 0 ? -value : value;
  if (percent) return { value: signed, format: `0${fraction}%` };
  if (currency !== undefined) return { value: signed, format: `[$${currency}]#,##0${fraction}` };
  if (exponent !== undefined) return { value: signed, format: '0.00E+00' };
  if (body.includes(grouping)) return { value: signed, format: `#,##0${fraction}` };
  return { value: signed };
}

// What can begin a number, date, time, formula, error, apostrophe text; the rest stays text unless it is a word looked at below.
const MARKED_START = new Set([...'0123456789+-.,($€£¥₪\'=# \t\r\n\u00a0'].map((sign) => sign.charCodeAt(0)));
const DIGIT = /\d/;

/**
 * Whether the text would certainly stay as it is in a cell of automatic format: the quick answer for most cells of a sheet.
 * False only means that it must be looked at.
 */
export function staysText(text: string): boolean {
  const first = text.charCodeAt(0);
  if (MARKED_START.has(first)) return false;
  if (text.length > 60) return true;
  const last = text.charCodeAt(text.length - 1);
  // A word: TRUE, FALSE, or the name of a month or weekday with a figure behind it.
  if ((last === 69 || last === 101) && text.length <= 5) return false;
  return !(last === 32 || DIGIT.test(text));
}

function automatic(text: string, locale: string, currentYear: number): TypedInput {
  if (text.charCodeAt(0) === 39) return { value: text.slice(1) };
  const words = text.trim();
  if (words === '') return { value: text };
  const first = words.charAt(0);
  if (first === '=' && words.length > 1) return { value: formulaValue(words), formula: words };
  if (first === '#') return ERRORS.has(words.toUpperCase()) ? { value: new CellError(words.toUpperCase()) } : { value: text };
  if (words.length > 60 && first !== '+' && first !== '-') return { value: text };
  if (/^true$/i.test(words)) return { value: true };
  if (/^false$/i.test(words)) return { value: false };
  const number = typedNumber(words, locale);
  if (number !== null) return number;
  const date = typedDate(words, locale, currentYear);
  if (date !== null) return { value: date.serial, format: date.format };
  if ((first === '+' || first === '-') && words.length > 1 && isSignedFormula(words)) {
    return { value: formulaValue(words), formula: `=${words}` };
  }
  return { value: text };
}

/**
 * What Sheets makes of text that is typed, pasted or given to setValues, in a cell of the given number format. Text under `@`
 * is kept to the letter, its apostrophe too. Elsewhere a leading apostrophe is consumed and the rest stays text; `+1+1`
 * is a formula; `+972501234567` a number; ISO text with a `T` stays text. `currentYear` completes dates without a year.
 * In doubt it is the reading that changes the text: stricter than the truth costs an apostrophe, laxer costs a phone number.
 */
export function typedInput(text: string, format: string | undefined, locale: string, currentYear = new Date().getFullYear()): TypedInput {
  if (text === '') return { value: null };
  if (format === '@' || staysText(text)) return { value: text };
  const typed = automatic(text, locale, currentYear);
  if (typed.format === undefined || format === undefined || format === 'General') return typed;
  // A number format that a person chose stays; only the automatic one follows what is typed.
  return { value: typed.value };
}
