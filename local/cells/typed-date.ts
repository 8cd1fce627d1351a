import { dayOf, serialOfDay } from '../../src/shared/day';
import { localeRules } from './locale';

/** A typed date or time: its serial and the number format that it brings. */
export interface TypedDate {
  readonly serial: number;
  readonly format: string;
}

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
const HEBREW_MONTHS = ['ינואר', 'פברואר', 'מרץ', 'אפריל', 'מאי', 'יוני', 'יולי', 'אוגוסט', 'ספטמבר', 'אוקטובר', 'נובמבר', 'דצמבר'];

const NUMERIC = /^(\d{1,4})([/.-])(\d{1,4})(?:\2(\d{1,4}))?$/;
const WEEKDAY = /^(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,? +/i;
const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?(?: +(?:of +)?|-)([\p{L}]+)\.?(?:(?:,? +|-)(\d{4}|\d{2}))?$/u;
const MONTH_DAY = /^([\p{L}]+)\.?(?: +|-)(\d{1,2})(?:st|nd|rd|th)?(?:(?:, *| +|-)(\d{4}|\d{2}))?$/u;
const MONTH_YEAR = /^([\p{L}]+)\.?(?:,? +|-)(\d{4})$/u;
const TIME = /^(\d{1,4}):(\d{1,2})(?::(\d{1,2}(?:\.\d+)?))?(?: ?([ap])\.?m?\.?)?$/i;
const HOUR = /^(\d{1,2}) ?([ap])m$/i;
const DATE_AND_TIME = /^(.*\d),? +(\d{1,2}:\d{1,2}(?::\d{1,2}(?:\.\d+)?)?(?: ?[ap]\.?m?\.?)?|\d{1,2} ?[ap]m)$/i;

function monthNumber(words: string, hebrew: boolean): number | null {
  const name = words.toLowerCase();
  if (name.length >= 3) {
    const found = MONTHS.findIndex((month) => month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september'));
    if (found >= 0) return found + 1;
  }
  if (!hebrew) return null;
  const plain = name.startsWith('ב') ? name.slice(1) : name;
  const found = HEBREW_MONTHS.findIndex((month) => month === plain || (plain.length >= 3 && month.startsWith(plain)));
  return found < 0 ? null : found + 1;
}

/** Two digits mean 1930–2029, as spreadsheets take them. */
const fullYear = (digits: string): number | null => {
  if (digits.length === 4) return Number(digits);
  if (digits.length !== 2) return null;
  const short = Number(digits);
  return short < 30 ? 2000 + short : 1900 + short;
};

function serialOf(year: number | null, month: number, date: number): number | null {
  const day = year === null ? null : dayOf(year, month, date);
  return day === null ? null : serialOfDay(day);
}

function numericDate(words: string, locale: string, currentYear: number): TypedDate | null {
  const found = NUMERIC.exec(words);
  if (found === null) return null;
  const [, first = '', separator = '', second = '', third] = found;
  const rules = localeRules(locale);
  if (first.length === 4) {
    const serial = serialOf(Number(first), Number(second), third === undefined ? 1 : Number(third));
    const format = `yyyy${separator}mm${third === undefined ? '' : `${separator}dd`}`;
    return serial === null || (third === undefined && separator === '.') ? null : { serial, format };
  }
  if (first.length > 2) return null;
  const [date, month] = rules.dayFirst ? [first, second] : [second, first];
  if (third !== undefined) {
    if (second.length > 2) return null;
    const serial = serialOf(fullYear(third), Number(month), Number(date));
    return serial === null ? null : { serial, format: separator === '/' ? rules.shortDate : rules.shortDate.replaceAll('/', separator) };
  }
  if (separator === '.' && rules.decimal === '.') return null;
  if (second.length <= 2) {
    const serial = serialOf(currentYear, Number(month), Number(date));
    if (serial !== null) return { serial, format: rules.dayFirst ? `d${separator}m` : `m${separator}d` };
  }
  const serial = serialOf(fullYear(second), Number(first), 1);
  return serial === null ? null : { serial, format: `m${separator}yyyy` };
}

function namedDate(words: string, locale: string, currentYear: number): TypedDate | null {
  const { hebrew } = localeRules(locale);
  const plain = words.replace(WEEKDAY, '');
  const dayMonth = DAY_MONTH.exec(plain);
  if (dayMonth !== null) {
    const month = monthNumber(dayMonth[2] ?? '', hebrew);
    if (month === null) return null;
    const serial = serialOf(dayMonth[3] === undefined ? currentYear : fullYear(dayMonth[3]), month, Number(dayMonth[1]));
    return serial === null ? null : { serial, format: dayMonth[3] === undefined ? 'd mmm' : 'd mmm yyyy' };
  }
  const monthDay = MONTH_DAY.exec(plain);
  const monthYear = monthDay === null ? MONTH_YEAR.exec(plain) : null;
  const name = monthDay?.[1] ?? monthYear?.[1];
  const month = name === undefined ? null : monthNumber(name, hebrew);
  if (name === undefined || month === null) return null;
  const long = name.length > 3 ? 'mmmm' : 'mmm';
  if (monthYear !== null) {
    const serial = serialOf(fullYear(monthYear[2] ?? ''), month, 1);
    return serial === null ? null : { serial, format: `${long} yyyy` };
  }
  const year = monthDay?.[3];
  const serial = serialOf(year === undefined ? currentYear : fullYear(year), month, Number(monthDay?.[2]));
  return serial === null ? null : { serial, format: year === undefined ? `${long} d` : `${long} d, yyyy` };
}

function typedTime(words: string): TypedDate | null {
  const hourOnly = HOUR.exec(words);
  const found = TIME.exec(words);
  const [hours, minutes, seconds, half] =
    hourOnly !== null
      ? [Number(hourOnly[1]), 0, 0, hourOnly[2]]
      : [Number(found?.[1]), Number(found?.[2]), Number(found?.[3] ?? 0), found?.[4]];
  if ((hourOnly === null && found === null) || minutes > 59 || seconds >= 60) return null;
  if (half !== undefined) {
    if (hours < 1 || hours > 12) return null;
    const hour = (hours % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
    return { serial: (hour * 3600 + minutes * 60 + seconds) / 86_400, format: found?.[3] === undefined ? 'h:mm am/pm' : 'h:mm:ss am/pm' };
  }
  const format = hours > 23 ? '[h]:mm:ss' : found?.[3] === undefined ? 'h:mm' : 'h:mm:ss';
  return { serial: (hours * 3600 + minutes * 60 + seconds) / 86_400, format };
}

/**
 * The date, time or both that a typed text is taken for; null where it stays what it was. Days and months in figures
 * follow the locale and nothing else: `13/2/2025` is no date in en_US. ISO text with a `T` is no date: Sheets leaves it as text.
 */
export function typedDate(words: string, locale: string, currentYear: number): TypedDate | null {
  const date = numericDate(words, locale, currentYear) ?? namedDate(words, locale, currentYear);
  if (date !== null) return date;
  const both = DATE_AND_TIME.exec(words);
  if (both === null) return typedTime(words);
  const [, dayWords = '', timeWords = ''] = both;
  const day = numericDate(dayWords, locale, currentYear) ?? namedDate(dayWords, locale, currentYear);
  const time = typedTime(timeWords);
  if (day === null || time === null || time.serial >= 1) return null;
  const clock = day.format.startsWith('yyyy-') ? time.format.replace(/^h:/, 'hh:') : time.format;
  return { serial: day.serial + time.serial, format: `${day.format} ${clock}` };
}
