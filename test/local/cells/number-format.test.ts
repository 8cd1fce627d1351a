import { describe, expect, test } from 'vitest';
import { displayText, isDateFormat, shownOfDate } from '../../../local/cells/number-format';
import { CellError } from '../../../local/workbook/model';

const NOON = 46_082.5; // 2026-03-01 12:00

describe('what a cell shows', () => {
  test.each([
    [1234.5, undefined, '1234.5'],
    [1 / 3, undefined, '0.3333333333'],
    [0.1 + 0.2, undefined, '0.3'],
    [972501234567, undefined, '972501234567'],
    [1234.5, '#,##0.00', '1,234.50'],
    [-1234567.891, '#,##0.00', '-1,234,567.89'],
    [1.005, '0.00', '1.01'],
    [-0.001, '0.00', '0.00'],
    [7, '0', '7'],
    [7, '000', '007'],
    [0.1, '0%', '10%'],
    [0.1234, '0.00%', '12.34%'],
    [1234.5, '[$₪]#,##0.00', '₪1,234.50'],
    [5, '0 "days"', '5 days'],
    [-5, '0;(0)', '(5)'],
    [0, '0;(0);"–"', '–'],
    [12_000, '0.00E+00', '1.20E+04'],
    [5, '@', '5'],
    [NOON, 'yyyy-mm-dd', '2026-03-01'],
    [NOON, 'yyyy-mm-dd hh:mm', '2026-03-01 12:00'],
    [NOON, 'd/m/yyyy', '1/3/2026'],
    [NOON, 'dd/MM/yyyy HH:mm:ss', '01/03/2026 12:00:00'],
    [NOON, 'mmmm d, yyyy h:mm am/pm', 'March 1, 2026 12:00 PM'],
    [NOON, 'ddd d mmm yy', 'Sun 1 Mar 26'],
    [46_082.999_999_9, 'yyyy-mm-dd hh:mm', '2026-03-02 00:00'],
    [1.09375, '[h]:mm:ss', '26:15:00'],
    [true, undefined, 'TRUE'],
    [null, '0', ''],
    ['00123', '@', '00123'],
    ['text', '0.00', 'text'],
  ])('%s under %s is shown as %s', (value, format, shown) => {
    expect(displayText(value, format, 'en_US')).toBe(shown);
  });

  test('an error shows its text', () => {
    expect(displayText(new CellError('#N/A'), '0', 'en_US')).toBe('#N/A');
  });

  test('signs and months follow the locale', () => {
    expect(displayText(1234.5, '#,##0.00', 'de_DE')).toBe('1.234,50');
    expect(displayText(NOON, 'd mmmm yyyy', 'iw_IL')).toBe('1 מרץ 2026');
  });
});

test.each([
  ['yyyy-mm-dd', true],
  ['d/m/yyyy', true],
  ['hh:mm', true],
  ['[h]:mm', true],
  ['[$-409]mmm d', true],
  ['0.00', false],
  ['#,##0.00 "d"', false],
  ['0.00E+00', false],
  ['[Red]0', false],
  ['@', false],
  ['General', false],
  [undefined, false],
])('%s is a date format: %s', (format, answer) => {
  expect(isDateFormat(format)).toBe(answer);
});

test('a format tells which parts of a date it shows', () => {
  expect(shownOfDate('yyyy-mm-dd')).toEqual({ day: true, time: false, seconds: false });
  expect(shownOfDate('hh:mm')).toEqual({ day: false, time: true, seconds: false });
  expect(shownOfDate('m/d/yyyy h:mm:ss')).toEqual({ day: true, time: true, seconds: true });
});
