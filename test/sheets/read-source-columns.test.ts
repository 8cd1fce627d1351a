import { expect, test } from 'vitest';
import { openWorkbook } from '../../src/sheets/open-workbook';
import { FakeSheets } from '../support/fake-sheets';

const HEADER = ['Order ID', 'Status', 'Junk A', 'Junk B', 'Junk C', 'Email'];
const ROWS = 9000;
const ordersSheet = (): FakeSheets => new FakeSheets().with('Orders', [HEADER, ...Array.from({ length: ROWS }, (_, i) => [1000 + i, 'completed', 'a', 'b', 'c', `person${i}@shop.example`])]);
const only = { columns: [0, 1, 5], rows: ROWS };

test('of a large order sheet only the columns that matter are read; the others come as blanks', () => {
  const sheets = ordersSheet();
  const book = openWorkbook(sheets);
  book.foreignHeaders();
  sheets.reset();
  const { header, rows } = book.source('Orders', undefined, only);
  expect(header).toEqual(HEADER);
  expect(rows).toHaveLength(ROWS);
  expect(rows[8999]).toEqual([9999, 'completed', '', '', '', 'person8999@shop.example']);
  expect(sheets.tally.cellsRead).toBe(3 * (ROWS + 1));
});

test('a small one is read whole, in one look', () => {
  const sheets = ordersSheet();
  const book = openWorkbook(sheets);
  book.foreignHeaders();
  sheets.reset();
  expect(book.source('Orders', undefined, { ...only, rows: 1000 }).rows[0]).toEqual([1000, 'completed', 'a', 'b', 'c', 'person0@shop.example']);
  expect(sheets.tally.reads).toBe(1);
});

test('where a column was moved since the headers were read, the sheet is read whole', () => {
  const sheets = ordersSheet();
  const book = openWorkbook(sheets);
  book.foreignHeaders();
  for (const row of sheets.named('Orders')?.rows ?? []) row.splice(0, 0, ...row.splice(1, 1));
  const { header, rows } = book.source('Orders', undefined, only);
  expect(header.slice(0, 2)).toEqual(['Status', 'Order ID']);
  expect(rows[0]?.slice(0, 3)).toEqual(['completed', 1000, 'a']);
});
