import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateReader } from '../../src/orders/order-date';

const american = dateReader({ locale: 'en_US' });
const israeli = dateReader({ locale: 'iw_IL' });
const on = (day: string, time = '00:00:00') => {
  const [h = 0, m = 0, s = 0] = time.split(':').map(Number);
  return { day, second: h * 3600 + m * 60 + s };
};

test.each([
  ['2025-12-05', on('2025-12-05')],
  ['2025-12-05 10:10', on('2025-12-05', '10:10:00')],
  ['2025-12-05 10:10:59', on('2025-12-05', '10:10:59')],
  ['2025-12-05T10:10:59', on('2025-12-05', '10:10:59')],
  ['2025-12-05T10:10', on('2025-12-05', '10:10:00')],
  ['2025-12-05 9:05:07', on('2025-12-05', '9:05:07')],
  ['2025-12-05T10:10:59.123', on('2025-12-05', '10:10:59')],
  ['2025-12-05 00:30', on('2025-12-05', '00:30:00')],
  ['2025/12/05', on('2025-12-05')],
  ['2025-12-5', on('2025-12-05')],
  ['December 5, 2025 10:10 am', on('2025-12-05', '10:10:00')],
  ['December 5, 2025 12:00 am', on('2025-12-05')],
  ['December 5, 2025 12:00 pm', on('2025-12-05', '12:00:00')],
  ['December 5, 2025, 10:10 pm', on('2025-12-05', '22:10:00')],
  ['December 5, 2025 at 10:10 PM', on('2025-12-05', '22:10:00')],
  ['Dec 5, 2025 @ 10:10', on('2025-12-05', '10:10:00')],
  ['Dec 5, 2025 @ 10:10 AM', on('2025-12-05', '10:10:00')],
  ['Dec 5, 2025', on('2025-12-05')],
  ['Sept. 5th, 2025', on('2025-09-05')],
  ['5 December 2025', on('2025-12-05')],
  ['5 Dec 2025, 10:10', on('2025-12-05', '10:10:00')],
  ['5-Dec-2025', on('2025-12-05')],
  ['Friday, December 5, 2025', on('2025-12-05')],
  ['5 בדצמבר 2025', on('2025-12-05')],
  ['5 בדצמבר 2025 בשעה 10:10', on('2025-12-05', '10:10:00')],
  ['דצמבר 5, 2025', on('2025-12-05')],
  ['יום שישי, 5 בדצמבר 2025', on('2025-12-05')],
  ['\u200f2025-12-05\u00a010:10', on('2025-12-05', '10:10:00')],
  ["'2025-12-05", on('2025-12-05')],
  ['05.12.2025', on('2025-12-05')],
  ['13/12/2025', on('2025-12-13')],
  ['12/13/2025', on('2025-12-13')],
  ['45996', on('2025-12-05')],
  ['45996.5', on('2025-12-05', '12:00:00')],
])('%j', (written, expected) => {
  expect(american(written)).toEqual(expected);
  expect(israeli(written)).toEqual(expected);
});

test.each([
  ['5/12/2025', '2025-05-12', '2025-12-05'],
  ['05/12/2025 10:10', '2025-05-12', '2025-12-05'],
  ['5-12-2025', '2025-05-12', '2025-12-05'],
  ['5/12/25', '2025-05-12', '2025-12-05'],
  ['12/5/2025 10:10:00 PM', '2025-12-05', '2025-05-12'],
])('%j is %s where the month comes first, and %s where the day does', (written, monthFirst, dayFirst) => {
  expect(american(written)?.day).toBe(monthFirst);
  expect(israeli(written)?.day).toBe(dayFirst);
  expect(dateReader({ locale: 'en_GB' })(written)?.day).toBe(dayFirst);
});

describe('moments with a zone are converted to the workbook’s (Jerusalem: +2 in winter, +3 in summer)', () => {
  test.each([
    ['2025-12-05T23:30:00Z', on('2025-12-06', '01:30:00')],
    ['2025-07-05T20:59:00Z', on('2025-07-05', '23:59:00')],
    ['2025-07-05T21:00:00Z', on('2025-07-06', '00:00:00')],
    ['2025-12-05T10:10:00.000Z', on('2025-12-05', '12:10:00')],
    ['2025-12-05T10:10:00+02:00', on('2025-12-05', '10:10:00')],
    ['2025-12-05 10:10:00 +0000', on('2025-12-05', '12:10:00')],
    ['2025-12-05T20:00:00-05:00', on('2025-12-06', '03:00:00')],
    ['Fri Dec 05 2025 10:10:00 GMT+0200 (Israel Standard Time)', on('2025-12-05', '10:10:00')],
    ['Fri, 05 Dec 2025 10:10:00 +0000', on('2025-12-05', '12:10:00')],
    ['2025-03-28T00:30:00Z', on('2025-03-28', '03:30:00')],
  ])('%s', (written, expected) => {
    expect(american(written)).toEqual(expected);
  });

  test('by another zone’s clock where one is given', () => {
    const tokyo = dateReader({ locale: 'ja_JP', wallClock: (utc) => new Date(utc + 9 * 3_600_000).toISOString().slice(0, 19) });
    expect(tokyo('2025-12-05T20:00:00Z')).toEqual(on('2025-12-06', '05:00:00'));
  });
});

test('date cells and serials', () => {
  expect(american({ moment: '2025-12-05T00:30:00' })).toEqual(on('2025-12-05', '00:30:00'));
  expect(american(45996)).toEqual(on('2025-12-05'));
  expect(american(45996.25)).toEqual(on('2025-12-05', '06:00:00'));
});

test.each(['', 'soon', '2025-02-30', '2025-13-01', '31/04/2025', '0000-00-00', '0000-00-00 00:00:00', '2025-12-05 25:10', '2025-12-05 10:61', 'Dec 32, 2025', 'Foo 5, 2025', '2025', '12/2025', '12', '1e5', '#N/A', '2025-12-05 10:10 13 pm'])(
  '%j is no date',
  (written) => {
    expect(american(written)).toBeNull();
  },
);

test.each([0, 3, 20251205, 1764900000, -1, NaN, true, { moment: '1899-12-30T10:10:00' }])('%j is no date of an order', (cell) => {
  expect(american(cell)).toBeNull();
});

test('every day of the years is read back, however it is written', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1990-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true }), (date) => {
      const day = date.toISOString().slice(0, 10);
      const [y = '', m = '', d = ''] = day.split('-');
      for (const written of [day, `${day} 00:30`, `${d}.${m}.${y}`]) expect(american(written)?.day).toBe(day);
      expect(israeli(`${Number(d)}/${Number(m)}/${y}`)?.day).toBe(day);
      expect(american(`${Number(m)}/${Number(d)}/${y}`)?.day).toBe(day);
    }),
  );
});
