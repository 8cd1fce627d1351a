import { closestWord } from '../shared/closest-word';
import { normaliseEmail } from '../shared/email';
import { languageCode } from '../shared/language-code';
import { tidy, type Text } from '../shared/text';
import { settingsMessages as messages } from './messages';
import { orderFieldNames, orderFieldOf } from './order-fields';
import { statusWord } from './status-word';
import { weekdaysOf } from './weekdays';

/** What reading a setting's text gives: its value, or why it is none. */
export type Parsed<V> = { readonly value: V } | { readonly problem: Text };

export type ParseSetting<V> = (text: string) => Parsed<V>;

const ok = <V>(value: V): Parsed<V> => ({ value });
const bad = (problem: Text): { readonly problem: Text } => ({ problem });

/** Parts of a list: separated by comma, semicolon or line. */
const partsOf = (text: string): string[] =>
  text
    .split(/[,;\n،]/)
    .map(tidy)
    .filter((part) => part !== '');

/** Digits, with the decimal places that a number cell may show (`90.0`). */
const numberIn = (text: string): number => (/^[+-]?\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : NaN);

export const wholeNumber =
  (least: number, most: number): ParseSetting<number> =>
  (text) => {
    const number = numberIn(tidy(text));
    return Number.isInteger(number) && number >= least && number <= most ? ok(number) : bad(messages.notWholeNumber(text, least, most));
  };

/** `2 %`, `2`, and `0.02` as a cell formatted in percent holds it, all mean 2. */
export const percent: ParseSetting<number> = (text) => {
  const words = tidy(text);
  const signed = /%|אחוז|percent/i.test(words);
  const number = numberIn(tidy(words.replace(/%|אחוזים|אחוז|per\s?cent|percent/gi, '')));
  const value = !signed && number > 0 && number < 1 ? Math.round(number * 1e6) / 1e4 : number;
  return value >= 0 && value <= 100 ? ok(value) : bad(messages.notPercent(text));
};

/** `3`, `03:00`, `3 am`. */
export const hour: ParseSetting<number> = (text) => {
  const parts = /^(\d{1,2})(?:\.0|:00(?::00)?)?(?:\s*(am|pm))?$/i.exec(tidy(text));
  const number = Number(parts?.[1] ?? NaN);
  const half = parts?.[2]?.toLowerCase();
  const value = half === undefined ? number : number >= 1 && number <= 12 ? (number % 12) + (half === 'pm' ? 12 : 0) : NaN;
  return value >= 0 && value <= 23 ? ok(value) : bad(messages.notHour(text));
};

export const weekdays: ParseSetting<readonly number[]> = (text) => {
  const read = weekdaysOf(text);
  return 'days' in read && read.days.length > 0 ? ok(read.days) : bad(messages.notWeekday('unknown' in read ? read.unknown : text));
};

export const names: ParseSetting<readonly string[]> = (text) => ok([...new Set(partsOf(text))]);

export const statuses: ParseSetting<readonly string[]> = (text) => {
  const words = [...new Set(partsOf(text).map(statusWord))].filter((word) => word !== '');
  return words.length > 0 ? ok(words) : bad(messages.noStatuses);
};

export const language: ParseSetting<string> = (text) => {
  const code = languageCode(text);
  return code === null ? bad(messages.notLanguage(text)) : ok(code);
};

export const screenLanguage: ParseSetting<'en' | 'he'> = (text) => {
  const code = languageCode(text);
  return code === 'EN' ? ok('en') : code === 'HE' ? ok('he') : bad(messages.notScreenLanguage(text));
};

const CURRENCY_SIGNS: Readonly<Record<string, string>> = { '₪': 'ILS', NIS: 'ILS', 'ש"ח': 'ILS', 'ש״ח': 'ILS', שח: 'ILS', $: 'USD', US$: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY' };

/** The three-letter code of a currency's code or sign, in capitals; null where it is neither. */
export function currencyCode(text: string): string | null {
  const word = tidy(text).toUpperCase();
  return CURRENCY_SIGNS[word] ?? (/^[A-Z]{3}$/.test(word) ? word : null);
}

export const currency: ParseSetting<string | null> = (text) => {
  const code = currencyCode(text);
  return code === null ? bad(messages.notCurrency(text)) : ok(code);
};

/** Digits of `972`, `+972`, `00972`. */
export const countryCode: ParseSetting<string> = (text) => {
  const digits = /^(?:\+|00)?([1-9]\d{0,3})$/.exec(tidy(text).replace(/[\s()-]/g, ''))?.[1];
  return digits === undefined ? bad(messages.notCountryCode(text)) : ok(digits);
};

export const emails: ParseSetting<readonly string[]> = (text) => {
  const parts = text.split(/[,;\s]+/).map(tidy).filter((part) => part !== '');
  const wrong = parts.find((part) => normaliseEmail(part) === null);
  return wrong === undefined ? ok([...new Set(parts.map((part) => normaliseEmail(part) ?? part))]) : bad(messages.notEmail(wrong));
};

/** `Email = Customer mail; Date = Ordered on`. */
export const columnPairs: ParseSetting<Readonly<Record<string, string>>> = (text) => {
  const pairs: Record<string, string> = {};
  for (const part of text.split(/[;\n]/).map(tidy)) {
    if (part === '') continue;
    const equals = part.search(/[=→]/);
    const [word, header] = [tidy(part.slice(0, Math.max(equals, 0))), tidy(part.slice(equals + 1))];
    if (equals < 1 || word === '' || header === '') return bad(messages.noColumnPair(part));
    const field = orderFieldOf(word);
    const known = orderFieldNames.map(([, name]) => name);
    if (field === null) return bad(messages.unknownColumnField(word, closestWord(word, known), known.join(', ')));
    pairs[field] = header;
  }
  return ok(pairs);
};

export const freeText =
  (most: number): ParseSetting<string> =>
  (text) =>
    text.length > most ? bad(messages.tooLong(most)) : ok(text.trim());
