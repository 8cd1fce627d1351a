import { describe, expect, test } from 'vitest';
import Papa from 'papaparse';
import { sheetOfCsv } from '../../local/workbook/csv-sheet';
import { blankWorkbook } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { cdnowOrders, parseCdnow } from '../../bench/cdnow-orders';
import { daysBetween } from '../../src/shared/day';
import { hasSharedData, sharedText } from '../support/order-sheets';
import { ask, hostOn, night, rowsOf } from '../support/shop';

const bookOf = (files: Readonly<Record<string, string>>): Workbook => {
  const workbook = blankWorkbook({ title: 'Real orders' });
  for (const [name, path] of Object.entries(files)) {
    const words = sharedText(path).replace(/^\ufeff/, '');
    workbook.sheets.push(sheetOfCsv({ name, file: `${name}.csv`, bytes: new Uint8Array(), words, state: null, asSaved: false, asText: false }, { locale: 'en_US', currentYear: 2026 }));
  }
  return workbook;
};

type Line = readonly (string | number | null)[];
const FIELDS = ['Email', 'First Order Date', 'Last Order Date', 'Total Orders', 'Total Spend', 'Customer Status'] as const;

const contactLines = (workbook: Workbook): Line[] =>
  rowsOf(workbook, 'Contacts')
    .map((row): Line => FIELDS.map((field) => (typeof row[field] === 'boolean' ? null : (row[field] ?? null))))
    .sort(byAddress);
const byAddress = (a: Line, b: Line): number => (String(a[0]) < String(b[0]) ? -1 : 1);

describe.skipIf(!hasSharedData)('Orders of a real shop', () => {
  test.each([
    ['cdnow-sample', 'orders_plain.csv', 'Orders', '2026-06-30T03:00', { New: 0, Repeat: 300, Lapsed: 2057 }],
    ['cdnow-sample', 'orders_wom.csv', 'WebOrdM', '2026-06-30T03:00', { New: 0, Repeat: 300, Lapsed: 2057 }],
    ['cdnow-sample-2025-04-15', 'orders_plain.csv', 'Orders', '2025-04-15T03:00', { New: 1534, Repeat: 591, Lapsed: 232 }],
    ['cdnow-sample-2025-04-15', 'orders_wom.csv', 'WebOrdM', '2025-04-15T03:00', { New: 1534, Repeat: 591, Lapsed: 232 }],
  ])('%s/%s gives the published figures for all 2,357 people', (folder, file, sheet, now, statuses) => {
    const workbook = bookOf({ [sheet]: `${folder}/${file}` });
    const run = night(workbook, now);
    expect(run).toMatchObject({ 'Contacts New': 2357, Problems: 0, Error: null, 'Tasks Made': 8 });
    const expected = Papa.parse<Record<string, string>>(sharedText(`${folder}/expected_contacts.csv`).trim(), { header: true }).data;
    const wanted = expected
      .map((row): Line => [row['Email'] ?? '', row['First Order Date'] ?? '', row['Last Order Date'] ?? '', Number(row['Order Count']), Number(row['Total Spend']), row['Status'] ?? ''])
      .sort(byAddress);
    const got = contactLines(workbook);
    expect(got).toEqual(wanted);
    const counted = { New: 0, Repeat: 0, Lapsed: 0, ...Object.fromEntries(['New', 'Repeat', 'Lapsed'].map((status) => [status, got.filter((line) => line[5] === status).length])) };
    expect(counted).toEqual(statuses);
  });

  test('five exporters tell one story: the same people, dates, counts and statuses', () => {
    const told = (file: string, sheet: string): Line[] => {
      const workbook = bookOf({ [sheet]: `woocommerce/${file}` });
      ask(hostOn(workbook, '2025-12-31T03:00'), 'nightly', {});
      return contactLines(workbook).map((line) => line.filter((_, i) => i !== 4));
    };
    const plain = told('15_plain.csv', 'Orders');
    expect(plain.length).toBeGreaterThan(5);
    expect(told('02_webtoffee_wpml_jlmwines_header.csv', 'WebToffee')).toEqual(plain);
    expect(told('06_skyverge_default.csv', 'SkyVerge')).toEqual(plain);
    expect(told('12_jlmops_WebOrdM.csv', 'WebOrdM')).toEqual(plain);
    // The tab of completed orders alone: everybody in it is known, with no more orders than in all.
    const completed = told('21_gsheetconnector_tab_Completed_Orders.csv', 'Completed Orders');
    expect(completed.length).toBeGreaterThan(5);
    for (const [email, , , orders] of completed) {
      const all = plain.find((line) => line[0] === email);
      expect([email, Number(orders) <= Number(all?.[3])]).toEqual([email, true]);
    }
  });

  test('the published summary of every customer agrees, purchases of one day being one purchase there', () => {
    // The summary stands at the end of September 1997: `frequency` counts the days of purchase after the first, `recency` the weeks from first to last.
    const summary = Papa.parse<Record<string, string>>(sharedText('cdnow/cdnow_customers_summary.csv').trim(), { header: true }).data;
    const byDay = new Map(
      parseCdnow(sharedText('cdnow/CDNOW_sample.txt'))
        .filter(({ day }) => day <= '1997-09-30')
        .map((purchase) => [`${purchase.number} ${purchase.day}`, { ...purchase, customer: String(purchase.number) }]),
    );
    const workbook = blankWorkbook({ title: 'CDNOW' });
    workbook.sheets.push(cdnowOrders([...byDay.values()]));
    night(workbook, '2025-10-01T03:00');
    const found = new Map(
      rowsOf(workbook, 'Contacts').map((row) => {
        const days = daysBetween(String(row['First Order Date']), String(row['Last Order Date']));
        return [String(row['Email']), [Number(row['Total Orders']) - 1, Number((days / 7).toFixed(1))]];
      }),
    );
    expect(found.size).toBe(2357);
    for (const { ID, frequency, recency } of summary) {
      expect([ID, ...(found.get(`c${ID}@cdnow.example`) ?? [])]).toEqual([ID, Number(frequency), expect.closeTo(Number(recency), 1)]);
    }
  });
});
