import { addMonths as addMonthsToDate } from 'date-fns/addMonths';

/**
 * A calendar day in the workbook's time zone, as text `yyyy-mm-dd`. Text because it compares, sorts, prints and
 * travels as JSON by itself, and because it has no hour that a time zone could move.
 */
export type Day = string;

/** A wall-clock moment in the workbook's time zone, as text `yyyy-mm-ddThh:mm:ss`. */
export type Moment = string;

const DAY_PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Days from the spreadsheets' day 0 (1899-12-30) to the Unix epoch. */
const SERIAL_OF_EPOCH = 25_569;

const DAYS_PER_ERA = 146_097;
/** Days from 0000-03-01, where the count of eras begins, to 1970-01-01. */
const EPOCH_IN_ERAS = 719_468;

/**
 * Days since 1970-01-01, in whole numbers alone (Hinnant's days_from_civil: years begin in March, 400 of them are an era):
 * no zone and no clock change can move the result, and a night over a large shop asks for it a million times.
 */
function epochDay(day: Day): number {
  const month = twoDigits(day, 5);
  const year = twoDigits(day, 0) * 100 + twoDigits(day, 2) - (month <= 2 ? 1 : 0);
  const yearOfEra = year % 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + twoDigits(day, 8) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return Math.floor(year / 400) * DAYS_PER_ERA + dayOfEra - EPOCH_IN_ERAS;
}

/** The number that two digits of a text are. */
const twoDigits = (words: string, at: number): number => (words.charCodeAt(at) - 48) * 10 + words.charCodeAt(at + 1) - 48;

const pad = (value: number, width: number): string => (width === 2 && value >= 10 ? String(value) : String(value).padStart(width, '0'));

/** Days by their number: a large shop's night works out the same few thousand a million times. */
const known = new Map<number, Day>();

function dayOfEpochDay(epoch: number): Day {
  const before = known.get(epoch);
  if (before !== undefined) return before;
  const day = civilFromDays(epoch);
  known.set(epoch, day);
  return day;
}

/** The other way round (civil_from_days). */
function civilFromDays(epoch: number): Day {
  const days = epoch + EPOCH_IN_ERAS;
  const era = Math.floor(days / DAYS_PER_ERA);
  const dayOfEra = days - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor((dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1, 2)}`;
}

/** The day of a year, month (1–12) and date, or null where the calendar has no such day. Years 1900–9999. */
export function dayOf(year: number, month: number, date: number): Day | null {
  if (!Number.isInteger(year) || year < 1900 || year > 9999) return null;
  if (month < 1 || month > 12 || date < 1 || date > daysInMonth(year, month)) return null;
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Number of days in a month (1–12). */
export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeapYear(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/** Whether the text is a real calendar day in the form `yyyy-mm-dd`. */
export const isDay = (text: string): text is Day => {
  const parts = DAY_PATTERN.exec(text);
  return parts !== null && dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
};

export const addDays = (day: Day, count: number): Day => dayOfEpochDay(epochDay(day) + count);

/** The same date `count` months later; the 31st becomes the month's last day. */
export function addMonths(day: Day, count: number): Day {
  const [year, month, date] = [yearOf(day), monthOf(day), dateOf(day)];
  const moved = addMonthsToDate(new Date(year, month - 1, date, 12), count);
  return `${pad(moved.getFullYear(), 4)}-${pad(moved.getMonth() + 1, 2)}-${pad(moved.getDate(), 2)}`;
}

export const addYears = (day: Day, count: number): Day => addMonths(day, 12 * count);

/** Days from `from` to `to`; negative when `to` is the earlier one. */
export const daysBetween = (from: Day, to: Day): number => epochDay(to) - epochDay(from);

/** 0 = Sunday … 6 = Saturday. */
export const weekdayOf = (day: Day): number => (((epochDay(day) + 4) % 7) + 7) % 7;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
/** 1–12. */
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
/** 1–31. */
export const dateOf = (day: Day): number => Number(day.slice(8, 10));

/** The spreadsheet serial of a day: 1 = 1899-12-31. */
export const serialOfDay = (day: Day): number => epochDay(day) + SERIAL_OF_EPOCH;

/** The day of a spreadsheet serial; the fraction, its time of day, is dropped. */
export const dayOfSerial = (serial: number): Day => dayOfEpochDay(Math.floor(serial) - SERIAL_OF_EPOCH);

/** Whole seconds since midnight of the fraction of a spreadsheet serial. */
export const secondOfSerial = (serial: number): number =>
  Math.min(86_399, Math.round((serial - Math.floor(serial)) * 86_400));

export const dayOfMoment = (moment: Moment): Day => moment.slice(0, 10);
/** Hour of the day, 0–23. */
export const hourOfMoment = (moment: Moment): number => Number(moment.slice(11, 13));

/** The moment of a day and a second of that day, 0–86399. */
export function momentOf(day: Day, second: number): Moment {
  return `${day}T${pad(Math.floor(second / 3600), 2)}:${pad(Math.floor(second / 60) % 60, 2)}:${pad(second % 60, 2)}`;
}

/** Seconds since midnight. */
export const secondOfMoment = (moment: Moment): number =>
  twoDigits(moment, 11) * 3600 + twoDigits(moment, 14) * 60 + (moment.length < 19 ? 0 : twoDigits(moment, 17));

/** The spreadsheet serial of a moment, its time of day as the fraction. */
export const serialOfMoment = (moment: Moment): number =>
  serialOfDay(dayOfMoment(moment)) + secondOfMoment(moment) / 86_400;

export const earliest = (days: readonly Day[]): Day | null => days.reduce<Day | null>((a, b) => (a === null || b < a ? b : a), null);
export const latest = (days: readonly Day[]): Day | null => days.reduce<Day | null>((a, b) => (a === null || b > a ? b : a), null);
