import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openWorkbook, saveWorkbook } from '../../../local/workbook/open';
import { temporaryFolder } from '../../support/temporary-folder';

test('a folder becomes an .xlsx file and a folder again, with the same cells', async () => {
  const folder = temporaryFolder({ 'book/Orders.csv': "id,date,phone\n7,2026-03-01,'+972501234567\n" });
  const book = await openWorkbook(folder.at('book'));
  await saveWorkbook(book, folder.at('book.xlsx'));
  await saveWorkbook(await openWorkbook(folder.at('book.xlsx')), folder.at('again'));
  expect(folder.words('again/Orders.csv')).toBe(folder.words('book/Orders.csv'));
  expect(readdirSync(folder.path).sort()).toEqual(['again', 'book', 'book.xlsx', 'book.xlsx.workbook.json']);
});

test('a folder may have a dot in its name, even .xlsx', async () => {
  const folder = temporaryFolder({ 'shop.xlsx/Orders.csv': 'id\n1\n' });
  const book = await openWorkbook(folder.at('shop.xlsx'));
  await saveWorkbook(book, folder.at('shop v1.2'));
  expect(folder.words('shop v1.2/Orders.csv')).toBe('id\n1\n');
});

test('zone and locale given win over those saved, which win over the defaults', async () => {
  const folder = temporaryFolder({ 'book/Orders.csv': 'id\n1\n' });
  await saveWorkbook(await openWorkbook(folder.at('book'), { zone: 'Europe/Rome', locale: 'en_GB' }), folder.at('book'));
  const kept = await openWorkbook(folder.at('book'));
  expect([kept.timeZone, kept.locale]).toEqual(['Europe/Rome', 'en_GB']);
  const given = await openWorkbook(folder.at('book'), { locale: 'iw_IL' });
  expect([given.timeZone, given.locale]).toEqual(['Europe/Rome', 'iw_IL']);
});

test.each([
  ['nothing there', {}, 'missing', /There is nothing at .*missing/],
  ['one CSV file', { 'Orders.csv': 'id\n' }, 'Orders.csv', /Orders\.csv is neither an \.xlsx file nor a folder/],
  ['another program’s file', { 'book.ods': 'PK' }, 'book.ods', /book\.ods is neither/],
])('%s is refused in a sentence that names the cure', async (_what, files, name, sentence) => {
  await expect(openWorkbook(temporaryFolder(files).at(name))).rejects.toThrow(sentence);
});

test.each(['out.csv', 'out.xls', 'out.ods'])('saving to %s is refused, for it would be a folder of that name', async (name) => {
  const folder = temporaryFolder({ 'book/Orders.csv': 'id\n' });
  await expect(saveWorkbook(await openWorkbook(folder.at('book')), folder.at(name))).rejects.toThrow(/neither an \.xlsx file nor a folder/);
});
