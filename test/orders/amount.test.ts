import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseAmount } from '../../src/orders/amount';

test.each([
  ['320', 320],
  ['320.00', 320],
  ['150.5', 150.5],
  ['1,234.56', 1234.56],
  ['1.234,56', 1234.56],
  ['1.234.567,89', 1234567.89],
  ['1 234,50', 1234.5],
  ['1\u00a0234,50', 1234.5],
  ['1\u202f234,50', 1234.5],
  ["1'234.50", 1234.5],
  ['1’234.50', 1234.5],
  ['1,23,456.00', 123456],
  ['1,234', 1234],
  ['1.234', 1234],
  ['12.345.678', 12345678],
  ['89,9', 89.9],
  ['0,99', 0.99],
  ['.99', 0.99],
  ['0.125', 0.125],
  ['1234.567', 1234.567],
  ['150.5000', 150.5],
  ['1,234.5678', 1234.5678],
  ['320.', 320],
  ['₪ 320', 320],
  ['₪320.00', 320],
  ['320 ₪', 320],
  ['\u200f320.00\u00a0₪', 320],
  ['\u202a₪\u202c\u200e89.90', 89.9],
  ['$1,234.50', 1234.5],
  ['€ 1.234,50', 1234.5],
  ['1.234,50 €', 1234.5],
  ['ILS 320', 320],
  ['320 NIS', 320],
  ['320 ש"ח', 320],
  ['320 ש״ח', 320],
  ['R$ 10,00', 10],
  ['CHF 1’234.50', 1234.5],
  ['kr 100', 100],
  ['&#8362;320.00', 320],
  ['&#8362;&nbsp;320.00', 320],
  ["'320.00", 320],
  ['-5', -5],
  ['−5.50', -5.5],
  ['5-', -5],
  ['(5.00)', -5],
  ['-₪5', -5],
  ['₪-5', -5],
  ['+5', 5],
  ['0', 0],
  ['0.00', 0],
  ['-0.00', 0],
])('%j is %d', (written, amount) => {
  expect(parseAmount(written)).toBe(amount);
});

test.each(['', ' ', 'free', 'abc12', '12abc34', 'see note 5', '1,2,3', '1.2.3', '12,34,5678', '1 2 3', '5 5', '--5', '₪', '#N/A', '10%', '12:30', '1e5', '1/2'])('%j is no amount', (written) => {
  expect(parseAmount(written)).toBeNull();
});

test('number cells are taken as they are, other cells are no amounts', () => {
  expect(parseAmount(1234.56)).toBe(1234.56);
  expect(parseAmount(0)).toBe(0);
  expect(parseAmount(NaN)).toBeNull();
  expect(parseAmount(999_999_999_999.99)).toBe(999_999_999_999.99);
  expect(parseAmount(true)).toBeNull();
  expect(parseAmount({ moment: '2026-01-01T00:00:00' })).toBeNull();
  expect(parseAmount(undefined)).toBeNull();
});

test.each([1e12, -1e12, 1e300, -Number.MAX_VALUE, '1,000,000,000,000', '9'.repeat(400)])('%s is too large for an amount of a shop: sums with it would not be right to the cent', (written) => {
  expect(parseAmount(written)).toBeNull();
});

test('an amount written in the English, German, French or Swiss way comes back as it was', () => {
  const cents = fc.integer({ min: -99_999_999, max: 99_999_999 });
  const style = fc.constantFrom<readonly [string, string]>([',', '.'], ['.', ','], [' ', ','], ['\u00a0', ','], ["'", '.'], ['', '.'], ['', ',']);
  fc.assert(
    fc.property(cents, style, fc.constantFrom('', '₪', ' ILS', '\u200f'), (value, [thousands, decimal], sign) => {
      const whole = String(Math.floor(Math.abs(value) / 100)).replace(/\B(?=(\d{3})+$)/g, thousands);
      const written = `${value < 0 ? '-' : ''}${whole}${decimal}${String(Math.abs(value) % 100).padStart(2, '0')}${sign}`;
      expect(parseAmount(written)).toBe(value === 0 ? 0 : value / 100);
    }),
  );
});
