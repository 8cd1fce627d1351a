import { expect, test } from 'vitest';
import { lastRow, sheetNamed } from '../../../local/cells/sheet';
import { beforeTheFeasts, pesachOf, roshHashanaOf } from '../../../local/sample/seasons';
import { sampleShop, sampleWorkbook } from '../../../local/sample/workbook';
import type { CellValue, Workbook } from '../../../local/workbook/model';
import { daysBetween } from '../../../src/shared/day';

const TODAY = '2026-06-30';
const book = sampleWorkbook(TODAY);
const shop = sampleShop(TODAY);
const counted = shop.purchases.filter(({ status, flaw }) => flaw === null && ['completed', 'processing'].includes(status));

/** The values of a column under a header that ends so, header left out. */
const column = (workbook: Workbook, sheetName: string, header: string): CellValue[] => {
  const sheet = sheetNamed(workbook, sheetName);
  const at = sheet?.values[0]?.findIndex((cell) => cell === header) ?? -1;
  expect(at).toBeGreaterThanOrEqual(0);
  return (sheet?.values ?? []).slice(1).map((row) => row[at] ?? null);
};

const bothOf = (name: string): CellValue[] => [...column(book, 'WebOrdM', `wom_${name}`), ...column(book, 'WebOrdM_Archive', `woma_${name}`)];

test('the same day gives the same workbook, another day another one', () => {
  expect(sampleWorkbook(TODAY)).toEqual(book);
  expect(sampleWorkbook('2026-07-01')).not.toEqual(book);
});

test('there are 1,300 orders of about two and a half years, the newest of them of yesterday', () => {
  const days = shop.purchases.map(({ day }) => day);
  expect(new Set(bothOf('OrderId')).size).toBe(1300);
  expect(daysBetween(days[0] ?? TODAY, TODAY)).toBeGreaterThan(890);
  expect(daysBetween(days[0] ?? TODAY, TODAY)).toBeLessThan(930);
  expect(days[days.length - 1]).toBe('2026-06-29');
});

test('630 people have an order that counts, and a few more only tried', () => {
  expect(new Set(counted.map(({ buyer }) => buyer.email)).size).toBe(630);
  expect(new Set(shop.purchases.map(({ buyer }) => buyer.email)).size).toBe(640);
});

test('the older orders lie in the archive, and a few of them still in both sheets', () => {
  const live = new Set(column(book, 'WebOrdM', 'wom_OrderId'));
  const archive = column(book, 'WebOrdM_Archive', 'woma_OrderId');
  expect(archive.length).toBeGreaterThan(400);
  expect(live.size).toBeGreaterThan(400);
  expect(archive.filter((id) => live.has(id))).toHaveLength(14);
});

test('every order has its items, priced in whole shekels', () => {
  const items = new Set(column(book, 'WebOrdItemsM', 'woi_OrderId'));
  expect(column(book, 'WebOrdM', 'wom_OrderId').filter((id) => !items.has(id))).toEqual([]);
  for (const price of column(book, 'WebOrdItemsM_Archive', 'woia_Total')) expect(price).toBeGreaterThan(30);
  const names = column(book, 'WebOrdItemsM', 'woi_ProductName').map(String);
  expect(names.filter((name) => /\b20[12]\d\b/.test(name)).length / names.length).toBeGreaterThan(0.85);
});

test('most buy once, some have a pace of their own', () => {
  const ordersOf = new Map<string, number>();
  for (const { buyer } of counted) ordersOf.set(buyer.email, (ordersOf.get(buyer.email) ?? 0) + 1);
  const counts = [...ordersOf.values()];
  expect(counts.filter((count) => count === 1)).toHaveLength(380);
  expect(counts.filter((count) => count >= 3).length).toBeGreaterThan(80);
  expect(Math.max(...counts)).toBeGreaterThan(12);
});

test.each([
  [2024, '2024-10-03', '2024-04-23'],
  [2025, '2025-09-23', '2025-04-13'],
  [2026, '2026-09-12', '2026-04-02'],
])('the feasts of %i are known', (year, roshHashana, pesach) => {
  expect(roshHashanaOf(year)).toBe(roshHashana);
  expect(pesachOf(year)).toBe(pesach);
});

test('the weeks before the feasts are at least half as busy again as the others', () => {
  const festive = shop.purchases.filter(({ day }) => beforeTheFeasts(day)).length;
  const festiveDays = 4 * 28 + 28;
  const perFestiveDay = festive / festiveDays;
  const perOtherDay = (1300 - festive) / (913 - festiveDays);
  expect(perFestiveDay / perOtherDay).toBeGreaterThan(1.5);
});

test('dates stand in three forms, and one cannot be read', () => {
  const dates = bothOf('OrderDate');
  const share = (is: (date: CellValue) => boolean): number => dates.filter(is).length / dates.length;
  expect(share((date) => typeof date === 'number')).toBeGreaterThan(0.55);
  expect(share((date) => /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(String(date)))).toBeGreaterThan(0.15);
  expect(share((date) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(String(date)))).toBeGreaterThan(0.05);
  expect(dates.filter((date) => String(date).includes('?'))).toHaveLength(1);
});

test('a few rows are as bad as in any shop', () => {
  const addresses = bothOf('BillingEmail');
  expect(addresses.filter((address) => address === null)).toHaveLength(5);
  expect(addresses.filter((address) => String(address).includes('@@'))).toHaveLength(1);
});

test('every person is made up: addresses end in .example, numbers are 555 numbers', () => {
  for (const address of bothOf('BillingEmail')) if (address !== null) expect(String(address).trim()).toMatch(/\.example$/);
  for (const phone of bothOf('BillingPhone')) if (phone !== null) expect(String(phone)).toMatch(/555|55 55/);
});

test('the languages are those of such a shop', () => {
  const share = (speaks: string): number => shop.customers.filter((person) => person.speaks === speaks).length / shop.customers.length;
  expect(share('he')).toBeGreaterThan(0.5);
  expect(share('en')).toBeGreaterThan(0.28);
  expect(shop.customers.some(({ speaks }) => speaks === 'ja')).toBe(true);
  expect(shop.customers.some(({ first }) => /[\u0590-\u05ff]/.test(first))).toBe(true);
});

test('gifts, coupons, refunds and guests occur', () => {
  const shareOf = (count: number): number => count / shop.purchases.length;
  expect(shareOf(shop.purchases.filter(({ giftFor }) => giftFor !== null).length)).toBeGreaterThan(0.05);
  expect(shareOf(shop.purchases.filter(({ coupon }) => coupon !== null).length)).toBeGreaterThan(0.05);
  expect(shareOf(shop.purchases.filter(({ buyer }) => buyer.account === 0).length)).toBeGreaterThan(0.3);
  expect(shop.purchases.filter(({ status }) => status === 'refunded')).toHaveLength(14);
  expect(shop.purchases.filter(({ total }) => total === 0)).toHaveLength(2);
});

test('beside the orders stand the other sheets of such a workbook', () => {
  expect(book.sheets.map(({ name }) => name)).toEqual(['WebOrdM', 'WebOrdItemsM', 'WebOrdM_Archive', 'WebOrdItemsM_Archive', 'SysProducts', 'Inventory', 'Notes', 'SysConfig']);
  for (const sheet of book.sheets) expect(sheet.maxRows).toBeGreaterThanOrEqual(lastRow(sheet));
});

test.each(['2026-01-01', '2026-02-28', '2026-03-29', '2026-10-01', '2028-02-29'])('the shop stands on %s as on any other day', (today) => {
  const other = sampleShop(today);
  expect(other.purchases).toHaveLength(1300);
  expect(other.purchases.every(({ lines }) => lines.length > 0)).toBe(true);
  expect(other.purchases.every(({ day }) => day < today)).toBe(true);
});
