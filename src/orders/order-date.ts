import { dayOf, dayOfMoment, dayOfSerial, secondOfMoment, secondOfSerial, type Day, type Moment } from '../shared/day';
import { fold } from '../shared/text';
import { isDateCell, type Cell } from '../sheets/cell';
import { cellText } from './cell-text';

/** A day in the workbook's zone and the seconds since its midnight. */
export interface DayAndSecond {
  readonly day: Day;
  readonly second: number;
}

export interface DateForms {
  /** The workbook's locale, which says whether 5/12 is in May or in December. */
  readonly locale: string;
  /** Wall clock in the workbook's zone of an instant (milliseconds since 1970, UTC). By default that of the script's zone, which Set up keeps equal. */
  readonly wallClock?: (utc: number) => Moment;
}

// Sheets writes the month first in these locales' `1/2/2026`.
const monthFirst = (locale: string): boolean => /^(?:en|es|chr|haw|lkt)[_-](?:US|PR)$|^(?:en|fil)[_-]PH$|^en[_-](?:AS|GU|MH|MP|UM|VI)$|^en$/i.test(locale.trim());

const TIME = String.raw`(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(am|pm|a\.m\.?|p\.m\.?|לפנה["״]?צ|אחה["״]?צ)?`;
const ZONE = String.raw`(z|(?:utc|gmt)?\s?[+-]\d{2}:?\d{2}|utc|gmt)?(?:\s*\(.*\))?`;
// Between a date and its time: a blank, T, a comma, @, “at”, בשעה.
const CLOCK = String.raw`(?:(?:t|[\s,]+|\s*@\s*|\s+at\s+|\s+בשעה\s+)\s*${TIME}\s*${ZONE})?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${CLOCK}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})${CLOCK}$`);
const WEEKDAY = String.raw`(?:(?:sun|mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?)(?:day)?|יום [א-ת]['׳]?[א-ת]*)?[,.]?\s*`;
const MONTH_WORD = String.raw`([a-z]{3,9}|ב?[א-ת]{3,6})['׳]?\.?`;
const MONTH_DAY_YEAR = new RegExp(String.raw`^${WEEKDAY}${MONTH_WORD}\s+(\d{1,2})(?:st|nd|rd|th)?(?:,\s*|\s+)(\d{4})${CLOCK}$`);
const DAY_MONTH_YEAR = new RegExp(String.raw`^${WEEKDAY}(\d{1,2})(?:st|nd|rd|th)?[\s.-]+(?:of\s+)?${MONTH_WORD}[\s,-]+(\d{4})${CLOCK}$`);

const MONTHS: readonly (readonly string[])[] = [
  ['jan', 'january', 'ינואר', 'ינו'],
  ['feb', 'february', 'פברואר', 'פבר'],
  ['mar', 'march', 'מרץ', 'מרס'],
  ['apr', 'april', 'אפריל', 'אפר'],
  ['may', 'מאי'],
  ['jun', 'june', 'יוני', 'יונ'],
  ['jul', 'july', 'יולי', 'יול'],
  ['aug', 'august', 'אוגוסט', 'אוג'],
  ['sep', 'sept', 'september', 'ספטמבר', 'ספט'],
  ['oct', 'october', 'אוקטובר', 'אוק'],
  ['nov', 'november', 'נובמבר', 'נוב'],
  ['dec', 'december', 'דצמבר', 'דצמ'],
];
const MONTH_OF: ReadonlyMap<string, number> = new Map(MONTHS.flatMap((words, i) => words.map((word): [string, number] => [word, i + 1])));

const pad = (value: number): string => String(value).padStart(2, '0');

const scriptWallClock = (utc: number): Moment => {
  const at = new Date(utc);
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;
};

/** Seconds of `10:10`, `10:10:59 pm`; 0 where there is no time, null where there is no such time of day. */
function secondOf(hours: string | undefined, minutes: string | undefined, seconds: string | undefined, half: string | undefined): number | null {
  if (hours === undefined) return 0;
  const [h, m, s] = [Number(hours), Number(minutes), Number(seconds ?? 0)];
  if (m > 59 || s > 59) return null;
  if (half === undefined) return h > 23 ? null : h * 3600 + m * 60 + s;
  if (h < 1 || h > 12) return null;
  const afternoon = half.startsWith('p') || half.startsWith('א');
  return ((h % 12) + (afternoon ? 12 : 0)) * 3600 + m * 60 + s;
}

/** Minutes east of Greenwich of `Z`, `+02:00`, `GMT+0200`. */
function offsetOf(zone: string): number {
  const parts = /([+-])(\d{2}):?(\d{2})/.exec(zone);
  return parts === null ? 0 : (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]));
}

// Web shops are younger than 1970 and no order lies beyond 2100: outside, the cell holds something else.
const plausible = (day: Day): boolean => day >= '1970-01-01' && day < '2100-01-01';
const FIRST_SERIAL = 25_569;
const LAST_SERIAL = 73_051;

/** Reads the date cells of orders: real dates, serials and every written form of PRODUCT.md; null for what is no date. */
export function dateReader({ locale, wallClock = scriptWallClock }: DateForms): (cell: Cell | undefined) => DayAndSecond | null {
  const monthComesFirst = monthFirst(locale);

  const dayIn = (first: number, separator: string, second: number, year: string): Day | null => {
    const fullYear = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
    // A point between the numbers is written day first everywhere.
    const monthIsFirst = (monthComesFirst && separator !== '.') ? first <= 12 : second > 12;
    return monthIsFirst ? dayOf(fullYear, first, second) : dayOf(fullYear, second, first);
  };

  const at = (day: Day | null, clock: readonly (string | undefined)[]): DayAndSecond | null => {
    const second = secondOf(clock[0], clock[1], clock[2], clock[3]);
    if (day === null || second === null || !plausible(day)) return null;
    const zone = clock[4];
    if (zone === undefined) return { day, second };
    const utc = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 0, -offsetOf(zone), second);
    const moment = wallClock(utc);
    return { day: dayOfMoment(moment), second: secondOfMoment(moment) };
  };

  const ofText = (words: string): DayAndSecond | null => {
    const yearFirst = YEAR_FIRST.exec(words);
    if (yearFirst !== null) return at(dayOf(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4])), yearFirst.slice(5));
    const yearLast = YEAR_LAST.exec(words);
    if (yearLast !== null) return at(dayIn(Number(yearLast[1]), yearLast[2] ?? '', Number(yearLast[3]), yearLast[4] ?? ''), yearLast.slice(5));
    const monthDay = MONTH_DAY_YEAR.exec(words);
    if (monthDay !== null) return at(dayOf(Number(monthDay[3]), monthOfWord(monthDay[1]), Number(monthDay[2])), monthDay.slice(4));
    const dayMonth = DAY_MONTH_YEAR.exec(words);
    if (dayMonth !== null) return at(dayOf(Number(dayMonth[3]), monthOfWord(dayMonth[2]), Number(dayMonth[1])), dayMonth.slice(4));
    return /^\d{5}(?:[.,]\d+)?$/.test(words) ? ofSerial(Number(words.replace(',', '.'))) : null;
  };

  return (cell) => {
    if (cell === undefined || cell === '' || typeof cell === 'boolean') return null;
    if (typeof cell === 'number') return ofSerial(cell);
    if (isDateCell(cell)) {
      const day = dayOfMoment(cell.moment);
      return plausible(day) ? { day, second: secondOfMoment(cell.moment) } : null;
    }
    return ofText(fold(cellText(cell)));
  };
}

const monthOfWord = (word: string | undefined): number => MONTH_OF.get(word ?? '') ?? MONTH_OF.get((word ?? '').replace(/^ב/, '')) ?? 0;

const ofSerial = (serial: number): DayAndSecond | null =>
  serial >= FIRST_SERIAL && serial < LAST_SERIAL ? { day: dayOfSerial(serial), second: secondOfSerial(serial) } : null;
