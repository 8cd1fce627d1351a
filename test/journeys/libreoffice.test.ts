import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { openWorkbook } from '../../local/workbook/open';
import type { Sheet, Workbook } from '../../local/workbook/model';
import { crm } from '../support/command-line';
import { rowsOf, rowWith, sheetOf } from '../support/shop';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder';

/** An order workbook as LibreOffice wrote it; see test/fixtures/README.md. */
const WRITTEN = readFileSync(resolve(import.meta.dirname, '../fixtures/libreoffice-orders.xlsx'));
const THEIRS = ['הזמנות', 'Products', 'פתקים & notes'];

let folder: TemporaryFolder;
let before: Workbook;
beforeEach(async () => {
  folder = temporaryFolder({ 'orders.xlsx': new Uint8Array(WRITTEN) });
  before = await openWorkbook(folder.at('orders.xlsx'));
});

const night = async (day: string, book: string, save: string): Promise<Workbook> => {
  expect(await crm(folder.path, 'nightly', '--book', book, '--save', save, '--now', `${day}T03:00`)).toMatchObject({ code: 0, err: '' });
  return openWorkbook(join(folder.path, save));
};

/** All that a person sees of a sheet: cells, formulas, formats, notes, links, colours, widths, direction, filter. */
const seen = ({ values, attributes, columnWidths, hiddenColumns, rightToLeft, frozenRows, filter }: Sheet): unknown => ({
  cells: values.map((row, r) => row.map((value, c) => ({ value, ...attributes[r]?.[c] }))),
  columnWidths,
  hiddenColumns,
  rightToLeft,
  frozenRows,
  filter,
});

test('it is read as it is meant: real days, text that stays text, formulas with their results, Hebrew', () => {
  const row = (id: string) => rowWith(before, 'הזמנות', 'Order ID', id);
  expect(row('00123')).toMatchObject({ 'Order Date': '2026-06-18T11:45:00', Phone: '0501112223', 'Order Total': 310, VAT: '=G6*0.18' });
  expect(row('10402')).toMatchObject({ 'Order Date': '2025-12-14', 'Customer Name': 'דנה לוי' });
  expect(row('10403')).toMatchObject({ Phone: '+972501234567', 'Order Total': '1,240.00' });
  const orders = sheetOf(before, 'הזמנות');
  expect([orders.rightToLeft, orders.values[1]?.[10], orders.attributes[1]?.[4]?.note, orders.attributes[1]?.[1]?.format]).toEqual([true, 75.6, 'prefers the evening', 'dd/mm/yyyy hh:mm']);
  expect(sheetOf(before, 'פתקים & notes').attributes[2]?.[0]?.link).toBe('https://wine.shop.example/order');
});

test('days that a file counts from 1904 are the days that are meant', async () => {
  const parts = unzipSync(new Uint8Array(WRITTEN));
  const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array());
  folder.put('from-1904.xlsx', zipSync({ ...parts, 'xl/workbook.xml': strToU8(workbook.replace('date1904="false"', 'date1904="true"')) }));
  const shifted = await openWorkbook(folder.at('from-1904.xlsx'));
  expect(rowWith(shifted, 'הזמנות', 'Order ID', '10402')['Order Date']).toBe('2029-12-15');
});

test('a night on it makes the contacts and tasks that follow from its orders; the line of sums below them is no order', async () => {
  const after = await night('2026-06-30', 'orders.xlsx', 'after.xlsx');
  expect(rowsOf(after, 'Contacts').map((row) => [row['Email'], row['Last Order Date'], row['Total Orders'], row['Total Spend'], row['Phone']])).toEqual([
    ['dana@mail.example', '2025-12-14', 2, 800.5, '050-5551000'],
    ['maya@mail.example', '2026-06-10', 2, 790, '052-5550001'],
    ['yossi@mail.example', '2026-03-20', 2, 1500, '+972501234567'],
    ['tom@mail.example', '2026-06-15', 1, 199.9, null],
    ['ruth@mail.example', '2026-06-18', 1, 310, '0501112223'],
    ['noa@mail.example', '2026-06-29', 1, 220, '054-5550002'],
  ]);
  expect(rowsOf(after, 'CRM Tasks').map((row) => [row['Email'], row['Task Type']])).toEqual([['yossi@mail.example', 'Win-back'], ['dana@mail.example', 'Win-back']]);
  expect(rowsOf(after, 'CRM Import Problems')).toEqual([]);
});

test('the shop’s own sheets are the same when it is saved, and when it is opened and saved again; the file itself stays', async () => {
  const after = await night('2026-06-30', 'orders.xlsx', 'after.xlsx');
  const later = await night('2026-07-01', 'after.xlsx', 'later.xlsx');
  for (const name of THEIRS) {
    expect([name, seen(sheetOf(after, name))]).toEqual([name, seen(sheetOf(before, name))]);
    expect([name, seen(sheetOf(later, name))]).toEqual([name, seen(sheetOf(before, name))]);
  }
  // Another program sees the file alone, without what lies beside it.
  folder.put('alone.xlsx', new Uint8Array(readFileSync(folder.at('after.xlsx'))));
  const alone = await openWorkbook(folder.at('alone.xlsx'));
  for (const name of THEIRS) expect([name, seen(sheetOf(alone, name))]).toEqual([name, seen(sheetOf(before, name))]);
  expect(after.sheets.slice(0, 3).map(({ name }) => name)).toEqual(THEIRS);
  expect(readFileSync(folder.at('orders.xlsx')).equals(WRITTEN)).toBe(true);
});
