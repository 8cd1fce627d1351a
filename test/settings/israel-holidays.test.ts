import { expect, test } from 'vitest';
import { weekdayOf } from '../../src/shared/day';
import { defaultDayOffRows, israelHolidays } from '../../src/settings/israel-holidays';
import { holidaysOf } from '../support/hebrew-calendar';

const years = Array.from({ length: 12 }, (_, i) => 2024 + i);

test.each(years)('the table of %i is what the Hebrew calendar says', (year) => {
  const dates = israelHolidays(year, year).map(({ date }) => date).sort();
  expect(dates).toEqual(holidaysOf(year).map((line) => line.slice(0, 10)));
});

// Dates as Israel's government published them.
test.each([
  ['2024-05-14', 'Independence Day', '5 Iyar 5784 was a Monday: a day later'],
  ['2025-05-01', 'Independence Day', '5 Iyar 5785 was a Saturday: two days earlier'],
  ['2026-04-22', 'Independence Day', '5 Iyar 5786 is a Wednesday: as it is'],
  ['2027-05-12', 'Independence Day', '5 Iyar 5787 is a Wednesday'],
  ['2028-05-02', 'Independence Day', '5 Iyar 5788 is a Monday: a day later'],
  ['2024-04-23', 'Pesach, first day', ''],
  ['2024-10-03', 'Rosh Hashana, first day', ''],
  ['2024-10-24', 'Simchat Torah', ''],
  ['2025-04-13', 'Pesach, first day', ''],
  ['2025-04-19', 'Pesach, seventh day', ''],
  ['2025-06-02', 'Shavuot', ''],
  ['2025-09-23', 'Rosh Hashana, first day', ''],
  ['2025-09-24', 'Rosh Hashana, second day', ''],
  ['2025-10-02', 'Yom Kippur', ''],
  ['2025-10-07', 'Sukkot, first day', ''],
  ['2025-10-14', 'Simchat Torah', ''],
  ['2026-09-12', 'Rosh Hashana, first day', ''],
  ['2026-09-21', 'Yom Kippur', ''],
  ['2035-10-04', 'Rosh Hashana, first day', ''],
])('%s is %s %s', (date, why) => {
  expect(israelHolidays().find((holiday) => holiday.date === date)?.why.en).toBe(why);
});

test('CRM Days Off comes with nine days a year for twelve years, named in the workbook’s language', () => {
  expect(defaultDayOffRows('en')).toHaveLength(9 * 12);
  expect(defaultDayOffRows('he')[0]).toEqual({ date: '2024-04-23', why: 'פסח, יום ראשון' });
});

test('Independence Day never touches the Sabbath, nor Remembrance Day before it', () => {
  for (const { date, why } of israelHolidays()) if (why.en === 'Independence Day') expect([2, 3, 4]).toContain(weekdayOf(date));
});
