import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileOfSheet, sheetOfFile } from '../../../local/workbook/file-name';

test.each([
  ['CRM Tasks', 'CRM Tasks.csv'],
  ['הזמנות', 'הזמנות.csv'],
  ['2025/2026: all?', '2025%2F2026%3A all%3F.csv'],
  ['100% wine', '100% wine.csv'],
  ['50%25 off', '50%2525 off.csv'],
  ['.hidden', '%2Ehidden.csv'],
  ['con', '%63on.csv'],
  ['Orders.csv', 'Orders.csv.csv'],
])('the sheet %s lies in %s', (name, file) => {
  expect(fileOfSheet(name)).toBe(file);
  expect(sheetOfFile(file)).toBe(name);
});

test('every sheet name comes back, and no two share a file', () => {
  const name = fc.string({ unit: fc.oneof(fc.constantFrom('/', '%', '2', '5', 'F', '.', ' ', ':', '~'), fc.string({ minLength: 1, maxLength: 1 })), minLength: 1 });
  fc.assert(
    fc.property(name, (words) => {
      expect(sheetOfFile(fileOfSheet(words))).toBe(words);
    }),
  );
});

test.each(['workbook.json', 'Orders.xlsx', '.~lock.Orders.csv#', '.Orders.csv', '~$Orders.csv', 'csv'])('%s is no sheet', (file) => {
  expect(sheetOfFile(file)).toBeNull();
});

test('a file whose name only looks escaped keeps its name', () => {
  expect(sheetOfFile('a%41.csv')).toBe('a%41');
});
