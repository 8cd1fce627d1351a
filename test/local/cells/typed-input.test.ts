import { describe, expect, test } from 'vitest';
import { serialOfDay } from '../../../src/shared/day';
import { typedInput } from '../../../local/cells/typed-input';
import { CellError } from '../../../local/workbook/model';

const typed = (words: string, locale = 'en_US', format?: string) => typedInput(words, format, locale, 2026);

describe('what typed text becomes', () => {
  test.each([
    ['123', 123],
    ['1,234.50', 1234.5],
    ['-5', -5],
    ['+5', 5],
    ['(5)', -5],
    ['1e3', 1000],
    ['12e5', 1_200_000],
    ['.5', 0.5],
    ['00123', 123],
    ['0501234567', 501234567],
    ['+972501234567', 972501234567],
    [' 7 ', 7],
    ['10%', 0.1],
    ['10.1%', 0.101],
    ['$5', 5],
    ['₪5', 5],
    ['1,234.50 ₪', 1234.5],
    ['-$1,000', -1000],
    ['true', true],
    ['TRUE', true],
    ['False', false],
  ])('%s is the value %s', (words, value) => {
    expect(typed(words).value).toBe(value);
    expect(typed(words).formula).toBeUndefined();
  });

  test.each([
    ['2026-03-01', '2026-03-01', 'yyyy-mm-dd'],
    ['2026/3/1', '2026-03-01', 'yyyy/mm/dd'],
    ['3/4/2025', '2025-03-04', 'm/d/yyyy'],
    ['3/4/25', '2025-03-04', 'm/d/yyyy'],
    ['1/2', '2026-01-02', 'm/d'],
    ['1-2', '2026-01-02', 'm-d'],
    ['12/2025', '2025-12-01', 'm/yyyy'],
    ['Dec 5, 2025', '2025-12-05', 'mmm d, yyyy'],
    ['December 5, 2025', '2025-12-05', 'mmmm d, yyyy'],
    ['5-Dec-2025', '2025-12-05', 'd mmm yyyy'],
    ['5 December 2025', '2025-12-05', 'd mmm yyyy'],
    ['Friday, December 5, 2025', '2025-12-05', 'mmmm d, yyyy'],
    ['May 25', '2026-05-25', 'mmm d'],
    ['29 Feb 2024', '2024-02-29', 'd mmm yyyy'],
  ])('%s is the day %s', (words, day, format) => {
    expect(typed(words)).toEqual({ value: serialOfDay(day), format });
  });

  test.each([
    ['2026-03-01 09:05:07', '2026-03-01', 9 * 3600 + 5 * 60 + 7, 'yyyy-mm-dd hh:mm:ss'],
    ['2026-03-01 9:05', '2026-03-01', 9 * 3600 + 5 * 60, 'yyyy-mm-dd hh:mm'],
    ['December 5, 2025 10:10 pm', '2025-12-05', 22 * 3600 + 10 * 60, 'mmmm d, yyyy h:mm am/pm'],
    ['3/4/2025 12:00 am', '2025-03-04', 0, 'm/d/yyyy h:mm am/pm'],
  ])('%s is a moment', (words, day, second, format) => {
    expect(typed(words)).toEqual({ value: serialOfDay(day) + second / 86_400, format });
  });

  test.each([
    ['10:30', 0.4375, 'h:mm'],
    ['10:30:36', (10 * 3600 + 30 * 60 + 36) / 86_400, 'h:mm:ss'],
    ['10 pm', 22 / 24, 'h:mm am/pm'],
    ['26:15:00', 1.09375, '[h]:mm:ss'],
  ])('%s is a time', (words, value, format) => {
    expect(typed(words)).toEqual({ value, format });
  });

  test.each([
    '2026-03-01T18:00:00',
    '2026-03-01T18:00:00Z',
    '2025-02-10 09:05:07 +0200',
    '13/2/2025',
    '2025-02-30',
    'Dec 5, 2025 @ 10:10',
    '1,23',
    '1 234,50',
    '1.2.3.4',
    '5 USD',
    '1e999',
    'Syrah 2021',
    'May',
    'true story',
    'dana@mail.example',
    '+972 50 123 4567',
    '- call again',
    '-vip',
    '#1',
    '=',
    '-',
    ' ',
    '2 × 3',
    'דנה לוי',
  ])('%s stays text', (words) => {
    expect(typed(words)).toEqual({ value: words });
  });

  test.each([
    ['=1+1', 2, '=1+1'],
    ['+1+1', 2, '=+1+1'],
    ['-1-2', -3, '=-1-2'],
    ['+972-50-123', 799, '=+972-50-123'],
    ['=2*(3+4)^2%', 2 * 7 ** 0.02, '=2*(3+4)^2%'],
    ['="a"&"b"', 'ab', '="a"&"b"'],
    ['=HYPERLINK("https://shop.example/?a=1,2", "Dana ""D"" Levi")', 'Dana "D" Levi', '=HYPERLINK("https://shop.example/?a=1,2", "Dana ""D"" Levi")'],
  ])('%s is a formula', (words, value, formula) => {
    const { value: shown, formula: kept } = typed(words);
    expect(kept).toBe(formula);
    expect(typeof shown === 'number' ? shown.toFixed(9) : shown).toBe(typeof value === 'number' ? value.toFixed(9) : value);
  });

  test.each([
    ['=A1', '#NAME?'],
    ['=SUM(A1:A3)', '#NAME?'],
    ["='Other sheet'!B2*2", '#NAME?'],
    ['+cmd', '#NAME?'],
    ['=1/0', '#DIV/0!'],
    ['=SUM(', '#ERROR!'],
  ])('the formula %s shows %s, because nothing calculates it', (words, error) => {
    expect(typed(words).value).toEqual(new CellError(error));
    expect(typed(words).formula).toBeDefined();
  });

  test.each(['#N/A', '#REF!', '#DIV/0!', '#n/a'])('%s is an error', (words) => {
    expect(typed(words).value).toEqual(new CellError(words.toUpperCase()));
  });

  test('an apostrophe is consumed and what follows stays text', () => {
    expect(typed("'+972501234567")).toEqual({ value: '+972501234567' });
    expect(typed("''tis")).toEqual({ value: "'tis" });
    expect(typed("'")).toEqual({ value: '' });
  });

  test('nothing is blank', () => {
    expect(typed('')).toEqual({ value: null });
  });

  test.each(['00123', '=1+1', '1-2', 'TRUE', "'x", ' 5'])('a cell in plain text format keeps %s to the letter', (words) => {
    expect(typed(words, 'en_US', '@')).toEqual({ value: words });
  });

  test.each(['en_GB', 'iw_IL', 'he', 'he_IL', 'fr_FR'])('%s writes the day first', (locale) => {
    expect(typed('3/4/2025', locale)).toEqual({ value: serialOfDay('2025-04-03'), format: 'dd/mm/yyyy' });
    expect(typed('13/2/2025', locale).value).toBe(serialOfDay('2025-02-13'));
    expect(typed('2/13/2025', locale).value).toBe('2/13/2025');
  });

  test('Hebrew months are read in a Hebrew workbook only', () => {
    expect(typed('5 בדצמבר 2025', 'iw_IL').value).toBe(serialOfDay('2025-12-05'));
    expect(typed('5 בדצמבר 2025', 'en_US').value).toBe('5 בדצמבר 2025');
  });

  test('a decimal comma is read where the locale has one', () => {
    expect(typed('1.234,50', 'de_DE').value).toBe(1234.5);
    expect(typed('1.2', 'de_DE')).toEqual({ value: serialOfDay('2026-02-01'), format: 'd.m' });
  });

  test('a format that is there stays, only the automatic one follows what is typed', () => {
    expect(typed('10%', 'en_US', '0.00')).toEqual({ value: 0.1 });
    expect(typed('2026-03-01', 'en_US', 'd/m/yyyy')).toEqual({ value: serialOfDay('2026-03-01') });
  });
});
