import { dateOf, dayOfMoment, hourOfMoment, monthOf, secondOfMoment, weekdayOf, yearOf } from '../../src/shared/day';
import { ScriptException } from './kit/exception';
import type { Zone } from './kit/zone';

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function offsetText(offset: number, colon: string): string {
  const minutes = Math.abs(Math.round(offset / 60_000));
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60), 2)}${colon}${pad(minutes % 60, 2)}`;
}

/** An instant as Utilities.formatDate writes it, by Java's SimpleDateFormat pattern; a letter that is not emulated throws. */
export function formatMoment(instant: number, zone: Zone, pattern: string): string {
  const moment = zone.momentAt(instant);
  const [day, hour, second] = [dayOfMoment(moment), hourOfMoment(moment), secondOfMoment(moment)];
  const offset = zone.offsetAt(instant);
  const letters = (letter: string, width: number): string => {
    switch (letter) {
      case 'y':
        return width === 2 ? pad(yearOf(day) % 100, 2) : pad(yearOf(day), width);
      case 'M':
        return width > 3 ? (MONTHS[monthOf(day) - 1] ?? '') : width === 3 ? (MONTHS[monthOf(day) - 1] ?? '').slice(0, 3) : pad(monthOf(day), width);
      case 'd':
        return pad(dateOf(day), width);
      case 'E':
        return width > 3 ? (DAYS[weekdayOf(day)] ?? '') : (DAYS[weekdayOf(day)] ?? '').slice(0, 3);
      case 'u':
        return pad(weekdayOf(day) || 7, width);
      case 'H':
        return pad(hour, width);
      case 'h':
        return pad(hour % 12 || 12, width);
      case 'm':
        return pad(Math.floor(second / 60) % 60, width);
      case 's':
        return pad(second % 60, width);
      case 'S':
        return pad(((instant % 1000) + 1000) % 1000, width);
      case 'a':
        return hour < 12 ? 'AM' : 'PM';
      case 'Z':
        return offsetText(offset, '');
      case 'X':
        return offset === 0 ? 'Z' : width === 1 ? offsetText(offset, '').slice(0, 3) : offsetText(offset, width === 2 ? '' : ':');
      default:
        throw new ScriptException(`The letter ${letter} in a pattern of Utilities.formatDate is not emulated`);
    }
  };
  return pattern.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (found, quoted: string | undefined, letter: string | undefined) => {
    if (letter !== undefined) return letters(letter, found.length);
    return quoted === '' || quoted === undefined ? "'" : quoted.replace(/''/g, "'");
  });
}
