import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/sheets/cell';
import { decode, writesDayFirst } from '../../src/sheets/decode';
import { cellOf, encode } from '../../src/sheets/encode';
import { parseNumber } from '../../src/sheets/parse-number';
import { user } from '../../src/sheets/table';

const help = ['', ''] as const;
const column = {
  text: user.text('Text', help),
  flag: user.flag('Flag', help),
  day: user.day('Day', help),
  moment: user.moment('Moment', help),
  count: user.count('Count', help),
  money: user.money('Money', help),
  choice: user.choice('Status', ['Pending', 'Completed'], help),
};

test.each<[keyof typeof column, Cell, unknown]>([
  ['flag', 'Y', true],
  ['flag', 'yes', true],
  ['flag', true, true],
  ['flag', 'TRUE', true],
  ['flag', 'כן', true],
  ['flag', 1, true],
  ['flag', '1', true],
  ['flag', false, false],
  ['flag', 'לא', false],
  ['flag', '', null],
  ['text', 972501234567, '972501234567'],
  ['text', 12.5, '12.5'],
  ['text', ' \u200f', null],
  ['text', { moment: '2026-05-14T00:00:00' }, '2026-05-14'],
  ['text', true, 'TRUE'],
  ['day', { moment: '2026-03-27T02:30:00' }, '2026-03-27'],
  ['day', 46108, '2026-03-27'],
  ['day', '2026-03-27', '2026-03-27'],
  ['day', '2026-03-27T10:00:00', '2026-03-27'],
  ['day', '27/3/2026', '2026-03-27'],
  ['day', '3/4/2026', '2026-04-03'],
  ['moment', '2026-03-27T10:11:12', '2026-03-27T10:11:12'],
  ['moment', '2026-03-27 10:11', '2026-03-27T10:11:00'],
  ['count', '1,234', 1234],
  ['money', '₪1.234,50', 1234.5],
  ['choice', 'pending ', 'Pending'],
])('a %s column reads %j as %j', (kind, cell, value) => {
  expect(decode(column[kind], cell, true)).toBe(value);
});

test.each<[keyof typeof column, Cell]>([
  ['flag', 'perhaps'],
  ['day', '31/2/2026'],
  ['day', 'tomorrow'],
  ['count', 'many'],
  ['choice', 'Done'],
  ['money', '#REF!'],
  ['text', 'Loading...'],
])('a %s column says that %j can not be read, and counts it as blank', (kind, cell) => {
  expect(decode(column[kind], cell, true)).toBeUndefined();
});

test.each([
  ['en_US', false],
  ['en', false],
  ['en_GB', true],
  ['iw_IL', true],
  ['de_DE', true],
])('in %s the day is written first: %s', (locale, first) => {
  expect(writesDayFirst(locale)).toBe(first);
});

test.each([
  ['1,234.56', 1234.56],
  ['1.234,56', 1234.56],
  ['12,5', 12.5],
  ['1,234', 1234],
  ['0.125', 0.125],
  ['1,234,567', 1234567],
  ['(12.00)', -12],
  ['-7', -7],
  ['1 234,50 ₪', 1234.5],
  ['\u200e99.90\u200e', 99.9],
  ['', null],
  ['12 bottles', null],
])('the amount %j is %j', (words, value) => {
  expect(parseNumber(words)).toBe(value);
});

describe('text on its way into a cell', () => {
  test.each(['=1+1', '+972501234567', '1-2', 'TRUE', '00123', "'tis", '10%', '₪5', '5 Dec', '-x', '@here', '#N/A', ' 5'])('%j is protected outside text cells', (words) => {
    expect(encode(words, 'General')).toBe(`'${words}`);
    expect(encode(words, '@')).toBe(words);
    expect(encode(words, '@', 'apostrophe')).toBe(`'${words}`);
  });
  test.each(['Dana', 'דנה', 'dana@shop.example', 'https://wa.me/972501234567', 'Pending'])('%j is written as it is', (words) => {
    expect(encode(words, 'General')).toBe(words);
  });
  test('days and moments go as serials', () => {
    expect(encode(cellOf(column.day, '2026-03-27'), '')).toBe(46108);
    expect(encode(cellOf(column.moment, '2026-03-27T12:00:00'), '')).toBe(46108.5);
  });
  test('a flag stays a checkbox where the cell has one', () => {
    expect(cellOf(column.flag, true, false)).toBe(true);
    expect(cellOf(column.flag, true)).toBe('Y');
    expect(cellOf(column.flag, false)).toBe('N');
  });
});
