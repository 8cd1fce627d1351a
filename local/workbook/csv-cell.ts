import { dayOfSerial, momentOf, isDay, serialOfDay } from '../../src/shared/day';
import { isDateFormat, shownOfDate } from '../cells/number-format';
import { staysText, typedInput, type TypedInput } from '../cells/typed-input';
import type { CellAttributes, CellValue } from './model';

/** How a folder's files are read. */
export interface CsvReading {
  readonly locale: string;
  /** Completes dates without a year. */
  readonly currentYear: number;
}

/**
 * Sheets that the add-on made. Their files are in its own form whatever `--cells` says, and their moments go to the minute; what
 * seconds they have lie beside.
 */
export const isOurs = (name: string): boolean => name === 'Contacts' || name.startsWith('CRM ');

/** The number format of a moment that was read from its CSV form. */
const MOMENT_FORMAT = 'yyyy-mm-dd hh:mm';

const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d)$/;

/**
 * What a field of our CSV form holds: what a paste would make of it, and two forms of our own. Numbers have a decimal point in
 * every locale. `yyyy-mm-ddThh:mm`, to the minute and nothing else, is a moment; with seconds it stays text, as in Sheets.
 */
export function readCsvCell(field: string, format: string | undefined, reading: CsvReading): TypedInput {
  if (field === '') return { value: null };
  if (format === '@') return { value: field.charCodeAt(0) === 39 ? field.slice(1) : field };
  if (staysText(field)) return { value: field };
  if (field.length === 16 && field.charCodeAt(10) === 84) {
    const parts = MOMENT.exec(field);
    const day = parts?.[1] ?? '';
    if (isDay(day)) return { value: serialOfDay(day) + (Number(parts?.[2]) * 3600 + Number(parts?.[3]) * 60) / 86_400, format: MOMENT_FORMAT };
  }
  if (PLAIN_NUMBER.test(field)) {
    const value = Number(field);
    if (Number.isFinite(value)) return { value };
  }
  return typedInput(field, undefined, reading.locale, reading.currentYear);
}

const FIRST_SERIAL = serialOfDay('1900-01-01');
const END_OF_SERIALS = serialOfDay('9999-12-31') + 1;

const clock = (second: number): string => `${Math.floor(second / 3600)}:${momentOf('1900-01-01', second % 3600).slice(14)}`;

/** A serial in its CSV form, as much of it as the number format shows and never less than it holds; null where no date can be told. */
function dateField(serial: number, format: string, ours: boolean): string | null {
  const total = Math.round(serial * 86_400);
  const shown = shownOfDate(format);
  if (serial < 0 || serial >= END_OF_SERIALS) return null;
  if (serial < 1 ? shown.time && !shown.day : format.includes('[')) return total < 86_400 * 400 ? clock(total) : null;
  const second = total % 86_400;
  const day = dayOfSerial((total - second) / 86_400);
  if (serial < FIRST_SERIAL) return null;
  if (second === 0 && !shown.time) return day;
  const moment = momentOf(day, second);
  // In the shop's own sheets seconds that are shown, or hidden by mere days, are kept in the form that Sheets reads.
  const toTheMinute = ours || second % 60 === 0 || (shown.time && !shown.seconds);
  return toTheMinute ? moment.slice(0, 16) : moment.replace('T', ' ');
}

/** The seconds of a serial beyond its minute, 0–59. */
export const secondsOf = (serial: number): number => Math.round(serial * 86_400) % 60;

/** The serial that many seconds later, to the same number as any other way to that moment. */
export function laterBy(seconds: number, serial: number): number {
  const total = Math.round(serial * 86_400) + seconds;
  return Math.floor(total / 86_400) + (total % 86_400) / 86_400;
}

/** The field that reads back as this cell: text that would be read as anything else gets a leading apostrophe. `ours`: see `isOurs`. */
export function csvField(value: CellValue, attributes: CellAttributes | undefined, reading: CsvReading, ours: boolean): string {
  if (attributes?.formula !== undefined) return attributes.formula;
  if (value === null) return '';
  if (typeof value === 'string') {
    if (value === '' || staysText(value)) return value;
    const back = readCsvCell(value, undefined, reading);
    return back.value === value && back.formula === undefined ? value : `'${value}`;
  }
  if (typeof value === 'number') return (isDateFormat(attributes?.format) ? dateField(value, attributes?.format ?? '', ours) : null) ?? String(value);
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : value.text;
}
