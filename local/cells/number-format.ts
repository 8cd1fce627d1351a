import { dayOfSerial, weekdayOf } from '../../src/shared/day';
import type { CellValue } from '../workbook/model';
import { localeRules } from './locale';

type Part = { readonly kind: 'date' | 'elapsed' | 'number' | 'text' | 'percent'; readonly code: string } | { readonly kind: 'literal'; readonly words: string };

const PIECE = /"([^"]*)"|\\(.)|_(.)|\*.|\[(h+|m+|s+)\]|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|(am\/pm|a\/p)|(y+|m+|d+|h+|s+(?:\.0+)?)|([0#?][0#?,.]*(?:e[+-]?[0#]+)?|\.[0#?]+)|(@)|(%)|(.)/giu;

const sectionsKnown = new Map<string, readonly Part[][]>();

/** Positive, negative, zero and text sections of a number format, in parts. */
function sectionsOf(format: string): readonly Part[][] {
  const known = sectionsKnown.get(format);
  if (known !== undefined) return known;
  const sections: Part[][] = [[]];
  for (const found of format.matchAll(PIECE)) {
    const [whole, quoted, escaped, spaced, elapsed, currency, half, date, number, text, percent, other] = found;
    const section = sections[sections.length - 1] ?? [];
    if (quoted !== undefined) section.push({ kind: 'literal', words: quoted });
    else if (escaped !== undefined) section.push({ kind: 'literal', words: escaped });
    else if (spaced !== undefined) section.push({ kind: 'literal', words: ' ' });
    else if (elapsed !== undefined) section.push({ kind: 'elapsed', code: elapsed.toLowerCase() });
    else if (currency !== undefined) section.push({ kind: 'literal', words: currency });
    else if (half !== undefined) section.push({ kind: 'date', code: 'am/pm' });
    else if (date !== undefined) section.push({ kind: 'date', code: date.toLowerCase() });
    else if (number !== undefined) section.push({ kind: 'number', code: number });
    else if (text !== undefined) section.push({ kind: 'text', code: '@' });
    else if (percent !== undefined) section.push({ kind: 'percent', code: '%' });
    else if (whole === ';') sections.push([]);
    else if (other !== undefined) section.push({ kind: 'literal', words: other });
  }
  sectionsKnown.set(format, sections);
  return sections;
}

const isGeneral = (format: string | undefined): format is undefined | '' | 'General' => format === undefined || format === '' || /^general$/i.test(format);

const dateFormats = new Map<string, boolean>();

/** Whether a number under this format is shown, and handed to a script, as a date, time or duration. */
export function isDateFormat(format: string | undefined): boolean {
  if (isGeneral(format) || format === '@') return false;
  const known = dateFormats.get(format);
  if (known !== undefined) return known;
  const answer = (sectionsOf(format)[0] ?? []).some((part) => part.kind === 'date' || part.kind === 'elapsed');
  dateFormats.set(format, answer);
  return answer;
}

/** Which of day and time a date format shows; a duration counts as time. */
export function shownOfDate(format: string): { readonly day: boolean; readonly time: boolean; readonly seconds: boolean } {
  const codes = (sectionsOf(format)[0] ?? []).flatMap((part) => (part.kind === 'date' || part.kind === 'elapsed' ? [part.code] : []));
  return {
    day: codes.some((code) => /^[yd]/.test(code)) || (codes.some((code) => code.startsWith('m')) && !codes.some((code) => /^[hs]/.test(code))),
    time: codes.some((code) => /^[hs]/.test(code)),
    seconds: codes.some((code) => code.startsWith('s')),
  };
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const HEBREW_MONTHS = ['ינואר', 'פברואר', 'מרץ', 'אפריל', 'מאי', 'יוני', 'יולי', 'אוגוסט', 'ספטמבר', 'אוקטובר', 'נובמבר', 'דצמבר'];
const HEBREW_DAYS = ['יום ראשון', 'יום שני', 'יום שלישי', 'יום רביעי', 'יום חמישי', 'יום שישי', 'שבת'];

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function dateText(serial: number, parts: readonly Part[], locale: string): string {
  const showsFraction = parts.some((part) => part.kind === 'date' && part.code.startsWith('s') && part.code.includes('.'));
  const total = showsFraction ? serial * 86_400 : Math.round(serial * 86_400);
  const day = dayOfSerial(Math.floor(total / 86_400));
  const second = total - Math.floor(total / 86_400) * 86_400;
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  const { hebrew } = localeRules(locale);
  const [months, days] = hebrew ? [HEBREW_MONTHS, HEBREW_DAYS] : [MONTHS, DAYS];
  const hour = Math.floor(second / 3600);
  const twelve = parts.some((part) => part.kind === 'date' && part.code === 'am/pm');
  // An m after hours or before seconds means minutes.
  const codes = parts.map((part) => (part.kind === 'date' || part.kind === 'elapsed' ? part.code : ''));
  const neighbour = (from: number, step: number): string => {
    for (let i = from + step; i >= 0 && i < codes.length; i += step) if (codes[i] !== '' && codes[i] !== undefined) return codes[i] ?? '';
    return '';
  };
  return parts
    .map((part, i) => {
      if (part.kind === 'literal') return part.words;
      if (part.kind === 'elapsed') {
        const unit = part.code.startsWith('h') ? 3600 : part.code.startsWith('m') ? 60 : 1;
        return pad(Math.floor(total / unit), part.code.length);
      }
      if (part.kind !== 'date') return '';
      const { code } = part;
      if (code === 'am/pm') return hour < 12 ? 'AM' : 'PM';
      const width = code.length;
      switch (code.charAt(0)) {
        case 'y':
          return width > 2 ? pad(year, 4) : pad(year % 100, 2);
        case 'd':
          return width > 3 ? (days[weekdayOf(day)] ?? '') : width === 3 ? (days[weekdayOf(day)] ?? '').slice(0, hebrew ? undefined : 3) : pad(date, width);
        case 'h':
          return pad(twelve ? hour % 12 || 12 : hour, Math.min(width, 2));
        case 's': {
          const decimals = code.includes('.') ? code.length - code.indexOf('.') - 1 : 0;
          return (second % 60).toFixed(decimals).padStart((code.startsWith('ss') ? 2 : 1) + (decimals > 0 ? decimals + 1 : 0), '0');
        }
        default:
          if (/^h/.test(neighbour(i, -1)) || /^s/.test(neighbour(i, 1))) return pad(Math.floor(second / 60) % 60, Math.min(width, 2));
          return width > 3 ? (months[month - 1] ?? '') : width === 3 ? (months[month - 1] ?? '').slice(0, 3) : pad(month, width);
      }
    })
    .join('');
}

function digitsText(size: number, code: string, decimal: '.' | ','): string {
  const grouping = decimal === '.' ? ',' : '.';
  const exponent = /e[+-]?([0#]+)$/i.exec(code);
  const mantissa = exponent === null ? code : code.slice(0, exponent.index);
  const point = mantissa.indexOf('.');
  const [whole, fraction] = point < 0 ? [mantissa, ''] : [mantissa.slice(0, point), mantissa.slice(point + 1)];
  const decimals = fraction.replace(/[^0#?]/g, '').length;
  const needed = (fraction.match(/0/g) ?? []).length;
  const trimmed = (words: string): string => {
    let end = words.length;
    while (decimals > needed && words.endsWith('0', end) && end > words.length - (decimals - needed)) end -= 1;
    return words.slice(0, end).replace(/\.$/, '');
  };
  if (exponent !== null) {
    const [digits = '', power = '0'] = size.toExponential(decimals).split('e');
    const sign = power.startsWith('-') ? '-' : '+';
    return `${trimmed(digits).replace('.', decimal)}E${sign}${power.replace(/^[+-]/, '').padStart(exponent[1]?.length ?? 2, '0')}`;
  }
  const scaled = whole.endsWith(',') ? size / 1000 ** (/,+$/.exec(whole)?.[0].length ?? 0) : size;
  const [integer = '0', rest = ''] = trimmed(roundedText(scaled, decimals)).split('.');
  const least = (whole.match(/0/g) ?? []).length;
  const digits = (least === 0 && integer === '0' ? '' : integer).padStart(least, '0');
  const grouped = whole.replace(/,+$/, '').includes(',') ? digits.replace(/\B(?=(\d{3})+$)/g, grouping) : digits;
  return rest === '' ? grouped : `${grouped}${decimal}${rest}`;
}

/** Rounded half away from zero in decimal, as spreadsheets show it: 1.005 → 1.01. */
const roundedText = (size: number, decimals: number): string => {
  const shifted = Math.round(Number(`${Number(size.toPrecision(15))}e${decimals}`));
  return Number.isFinite(shifted) ? Number(`${shifted}e-${decimals}`).toFixed(decimals) : size.toFixed(decimals);
};

const generalText = (value: number, decimal: '.' | ','): string => {
  const words = String(Number.isInteger(value) && Math.abs(value) < 1e15 ? value : Number(value.toPrecision(Math.max(10, Math.min(15, String(Math.trunc(value)).length)))));
  return decimal === '.' ? words : words.replace('.', decimal);
};

function numberText(value: number, format: string, locale: string): string {
  const sections = sectionsOf(format);
  const { decimal } = localeRules(locale);
  const own = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  const parts = sections[own] ?? [];
  if (parts.some((part) => part.kind === 'date' || part.kind === 'elapsed')) return dateText(value, parts, locale);
  const percents = parts.filter((part) => part.kind === 'percent').length;
  const size = percents === 0 ? Math.abs(value) : Number(`${Math.abs(value)}e${2 * percents}`);
  const words = parts
    .map((part) => {
      if (part.kind === 'literal') return part.words;
      if (part.kind === 'percent') return '%';
      if (part.kind === 'number') return digitsText(Number.isNaN(size) ? Math.abs(value) * 100 ** percents : size, part.code, decimal);
      return part.kind === 'text' ? generalText(value, decimal) : '';
    })
    .join('');
  return value < 0 && own === 0 && /[1-9]/.test(words) ? `-${words}` : words;
}

/** What a cell shows, as getDisplayValues gives it: the value under its number format, signs and names as the locale has them. */
export function displayText(value: CellValue, format: string | undefined, locale: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.text;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') {
    if (isGeneral(format) || format === '@') return value;
    const textSection = sectionsOf(format)[3] ?? sectionsOf(format).find((parts) => parts.some((part) => part.kind === 'text'));
    return textSection === undefined ? value : textSection.map((part) => (part.kind === 'literal' ? part.words : part.kind === 'text' ? value : '')).join('');
  }
  if (isGeneral(format)) return generalText(value, localeRules(locale).decimal);
  return format === '@' ? String(value) : numberText(value, format, locale);
}
