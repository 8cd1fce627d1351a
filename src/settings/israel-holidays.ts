import type { Day } from '../shared/day';
import { text, type Language, type Text } from '../shared/text';
import type { NewRow } from '../sheets/table';
import type { DaysOffTable } from './days-off.table';

export interface Holiday {
  readonly date: Day;
  readonly why: Text;
}

/** The holidays in the order of a line of `DATES`. */
const HOLIDAYS: readonly Text[] = [
  text('Pesach, first day', 'פסח, יום ראשון'),
  text('Pesach, seventh day', 'שביעי של פסח'),
  text('Independence Day', 'יום העצמאות'),
  text('Shavuot', 'שבועות'),
  text('Rosh Hashana, first day', 'ראש השנה, יום ראשון'),
  text('Rosh Hashana, second day', 'ראש השנה, יום שני'),
  text('Yom Kippur', 'יום כיפור'),
  text('Sukkot, first day', 'סוכות, יום ראשון'),
  text('Simchat Torah', 'שמחת תורה'),
];

/**
 * Month and day of each holiday, by civil year. Made from the Hebrew calendar of Intl, which the bundle must not need; a
 * test works it out again (test/support/hebrew-calendar.ts). Independence Day is moved off the Sabbath as the law says.
 */
const DATES: Readonly<Record<number, string>> = {
  2024: '04-23 04-29 05-14 06-12 10-03 10-04 10-12 10-17 10-24',
  2025: '04-13 04-19 05-01 06-02 09-23 09-24 10-02 10-07 10-14',
  2026: '04-02 04-08 04-22 05-22 09-12 09-13 09-21 09-26 10-03',
  2027: '04-22 04-28 05-12 06-11 10-02 10-03 10-11 10-16 10-23',
  2028: '04-11 04-17 05-02 05-31 09-21 09-22 09-30 10-05 10-12',
  2029: '03-31 04-06 04-19 05-20 09-10 09-11 09-19 09-24 10-01',
  2030: '04-18 04-24 05-08 06-07 09-28 09-29 10-07 10-12 10-19',
  2031: '04-08 04-14 04-29 05-28 09-18 09-19 09-27 10-02 10-09',
  2032: '03-27 04-02 04-15 05-16 09-06 09-07 09-15 09-20 09-27',
  2033: '04-14 04-20 05-04 06-03 09-24 09-25 10-03 10-08 10-15',
  2034: '04-04 04-10 04-25 05-24 09-14 09-15 09-23 09-28 10-05',
  2035: '04-24 04-30 05-15 06-13 10-04 10-05 10-13 10-18 10-25',
};

/** Israel's holidays on which no tasks are made, by date, for the years from `fromYear` to `toYear` that lie in 2024–2035. */
export function israelHolidays(fromYear = 2024, toYear = 2035): Holiday[] {
  const holidays: Holiday[] = [];
  for (let year = fromYear; year <= toYear; year += 1) {
    const dates = (DATES[year] ?? '').split(' ');
    HOLIDAYS.forEach((why, i) => {
      const date = dates[i];
      if (date !== undefined && date !== '') holidays.push({ date: `${year}-${date}`, why });
    });
  }
  return holidays;
}

/** The rows with which CRM Days Off comes. */
export const defaultDayOffRows = (language: Language): NewRow<DaysOffTable>[] =>
  israelHolidays().map(({ date, why }) => ({ date, why: why[language] }));
