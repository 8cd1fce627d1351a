import { dayOf, daysInMonth, momentOf, type Moment } from '../../shared/day';
import { fold } from '../../shared/text';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const hebrewMonths = ['ינואר', 'פברואר', 'מרץ', 'אפריל', 'מאי', 'יוני', 'יולי', 'אוגוסט', 'ספטמבר', 'אוקטובר', 'נובמבר', 'דצמבר'];
/** 1–12 of a month's name, English (from three letters on) or Hebrew (with or without ב); 0 for anything else. */
const monthOfName = (name: string): number =>
  /^[a-z]{3,9}\.?$/.test(name) ? months.indexOf(name.slice(0, 3)) + 1 : hebrewMonths.findIndex((month) => name === month || name === `ב${month}`) + 1;

const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[t ]+(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?)?$/;
const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:[,t ]+(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm)?)?$/;
const NAMED = /^(?:([a-z]+)\.? (\d{1,2})|(\d{1,2}) ([a-z]+)\.?),? (\d{4})(?:,? (?:at )?(\d{1,2}):(\d{2})(?::\d{2})?\s*(am|pm)?)?$/;

/** Whether numeric dates of a column are day before month: some cell can only be read so, and none only the other way. */
export function dayComesFirst(cells: Iterable<string>, otherwise: boolean): boolean {
  let [dayFirst, monthFirst] = [false, false];
  for (const cell of cells) {
    const parts = /^\s*(\d{1,2})[/.-](\d{1,2})(?![\d])/.exec(cell);
    if (parts === null) continue;
    if (Number(parts[1]) > 12) dayFirst = true;
    if (Number(parts[2]) > 12) monthFirst = true;
  }
  return dayFirst === monthFirst ? otherwise : dayFirst;
}

function clockOf(hours: string | undefined, minutes: string | undefined, half: string | undefined): number | null {
  if (hours === undefined) return 0;
  const [hour, minute] = [Number(hours), Number(minutes)];
  if (hour > 23 || minute > 59 || (half !== undefined && (hour === 0 || hour > 12))) return null;
  return ((half === undefined ? hour : (hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + minute) * 60;
}

const moment = (year: number, month: number, date: number, second: number | null): Moment | null => {
  const day = dayOf(year, month, date);
  return day === null || second === null ? null : momentOf(day, second);
};

/**
 * A time of an export, to the minute: `2024-03-14 09:12:31` as Mailchimp writes it, and what spreadsheet programs make
 * of it. Null for anything else. Offsets are not applied: an export's times are all of one zone.
 */
export function exportMoment(cell: string, dayFirst: boolean): Moment | null {
  const words = fold(cell);
  const iso = ISO.exec(words);
  if (iso !== null) return moment(Number(iso[1]), Number(iso[2]), Number(iso[3]), clockOf(iso[4], iso[5], undefined));
  const numeric = NUMERIC.exec(words);
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const year = Number(numeric[3]) + (numeric[3]?.length === 2 ? 2000 : 0);
    const swap = first > 12 || (dayFirst && second <= 12);
    return moment(year, swap ? second : first, swap ? first : second, clockOf(numeric[4], numeric[5], numeric[6]));
  }
  const named = NAMED.exec(words);
  if (named === null) return null;
  return moment(Number(named[5]), monthOfName(named[1] ?? named[4] ?? ''), Number(named[2] ?? named[3]), clockOf(named[6], named[7], named[8]));
}

const pad = (value: number): string => String(value).padStart(2, '0');

/** MM-DD of a month and date; 29 February is a birthday. */
const monthAndDate = (month: number, date: number): string | null =>
  month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(2000, month) ? `${pad(month)}-${pad(date)}` : null;

/**
 * A birthday as MM-DD: `03/14` (the month first, as Mailchimp gives it, unless `dayFirst`), `1990-03-14`, `03/14/1990`,
 * `14 March`, `14-Mar`, `14 במרץ`. Null where it is no day of the year.
 */
export function exportBirthday(cell: string, dayFirst: boolean): string | null {
  const words = fold(cell).replace(/[,]/g, ' ').replace(/\s+/g, ' ');
  const iso = /^\d{4}-(\d{1,2})-(\d{1,2})(?:[t ].*)?$/.exec(words);
  if (iso !== null) return monthAndDate(Number(iso[1]), Number(iso[2]));
  const numeric = /^(\d{1,2})\s?[/.-]\s?(\d{1,2})\.?(?:\s?[/.-]\s?(?:\d{4}|\d{2}))?(?: .*)?$/.exec(words);
  if (numeric !== null) {
    const [first, second] = [Number(numeric[1]), Number(numeric[2])];
    const swap = first > 12 || (dayFirst && second <= 12);
    return monthAndDate(swap ? second : first, swap ? first : second);
  }
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?[\s./-]+(?:of )?([a-z\u05d0-\u05ea]+)|([a-z\u05d0-\u05ea]+)[\s./-]+(\d{1,2})(?:st|nd|rd|th)?)\.?(?:[\s-]+\d{2,4})?$/.exec(words);
  return named === null ? null : monthAndDate(monthOfName(named[2] ?? named[3] ?? ''), Number(named[1] ?? named[4]));
}
