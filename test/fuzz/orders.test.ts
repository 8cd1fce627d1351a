import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import type { Sheet, Workbook } from '../../local/workbook/model';
import { workbookWith } from '../support/apps-script';
import { answerOf, ask, hostOn, rowsOf, type ShopOrder, shopWith } from '../support/shop';
import { expectSentence, forgetWrites, formulasIn, standingOf, writtenSheets } from '../support/fuzz/after-a-run';
import { anyCell, anyText, blank, cell, errorCell, putCell, sheetOfCells, type AnyCell } from '../support/fuzz/any-cell';
import { knownSheets, nameOf, TODAY, type KnownSheet } from '../support/fuzz/known-orders';
import { byHand } from '../support/fuzz/orders-by-hand';
import { fuzz, type Came } from '../support/fuzz/rounds';

const NIGHT = `${TODAY}T03:00`;
const LATER = `${TODAY}T04:00`;

/** A workbook that is set up and has no orders yet. */
const setUpShop = ((): Workbook => {
  const workbook = workbookWith({ Sheet0: [] }, { id: 'test-shop', title: 'Test shop' });
  ask(hostOn(workbook, '2026-06-01T09:00'), 'setUp', { takeOver: false });
  return workbook;
})();

const withSheets = (sheets: readonly Sheet[]): Workbook => snapshotOf({ ...setUpShop, sheets: [...sheets, ...setUpShop.sheets] });

/** A night on the workbook: taken, or refused with everything as it was; the order sheets are the shop's either way. */
function nightOn(workbook: Workbook, orderSheets: readonly string[], quoted: readonly string[] = []): Came {
  const before = standingOf(workbook, ['CRM Runs']);
  forgetWrites(workbook);
  const answer = answerOf(hostOn(workbook, NIGHT), 'nightly', {});
  expect(formulasIn(workbook, orderSheets)).toEqual([]);
  expect(writtenSheets(workbook).filter((name) => orderSheets.includes(name))).toEqual([]);
  const after = standingOf(workbook, ['CRM Runs']);
  for (const name of orderSheets) expect(after[name]).toBe(before[name]);
  if (!answer.ok) {
    expect(answer.kind, answer.message).toBe('refused');
    expectSentence(answer.message, quoted);
    expect(after).toEqual(before);
    return 'refused';
  }
  expect(answer.value['Error']).toBeNull();
  return 'accepted';
}

/** A second night on the same finds nothing to do and writes only its line. */
function quietAfter(workbook: Workbook): void {
  const before = standingOf(workbook, ['CRM Runs']);
  forgetWrites(workbook);
  expect(ask(hostOn(workbook, LATER), 'nightly', {})).toMatchObject({ Error: null, 'Contacts New': 0, 'Contacts Changed': 0, 'Tasks Made': 0, 'Tasks Withdrawn': 0 });
  expect(standingOf(workbook, ['CRM Runs'])).toEqual(before);
  expect(writtenSheets(workbook)).toEqual(['CRM Runs']);
}

const figuresIn = (workbook: Workbook): Map<string, unknown> =>
  new Map(
    rowsOf(workbook, 'Contacts').map((row) => [
      String(row['Email']),
      { name: row['Name'], orders: row['Total Orders'], spend: row['Total Spend'], first: row['First Order Date'], last: row['Last Order Date'] },
    ]),
  );

function addsUp(workbook: Workbook, sheets: readonly KnownSheet[]): void {
  const { people, listed } = byHand(sheets);
  const sorted = (entries: Iterable<[string, unknown]>): unknown[] => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(figuresIn(workbook))).toEqual(sorted([...people].map(([email, figures]): [string, unknown] => [email, { name: nameOf(email), ...figures }])));
  const told = new Set(rowsOf(workbook, 'CRM Import Problems').map((row) => `${row['Sheet']} ${row['Row']}`));
  expect(listed.filter((row) => !told.has(row))).toEqual([]);
}

describe('Order sheets of any content', () => {
  test('whose headers are known: everybody’s figures are those that a bookkeeper finds, what cannot be taken is listed, a second night is quiet', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('known headers, any cells', 30, knownSheets, (sheets) => {
      const workbook = withSheets(sheets.map(({ sheet }) => sheet));
      const came = nightOn(workbook, sheets.map(({ sheet }) => sheet.name));
      // Nothing here is loading or in error, so nothing is a reason to refuse.
      expect(came).toBe('accepted');
      addsUp(workbook, sheets);
      quietAfter(workbook);
      return came;
    });
    expect(tally.accepted).toBe(tally.rounds);
  });

  const HEADERS = ['Order ID', 'order_id', 'ID', 'Order #', 'מזהה הזמנה', 'Order Date', 'Date', 'תאריך', 'Status', 'Stauts', 'סטטוס', 'Email', 'e-mail', 'Emial', 'billing_email', 'אימייל', 'Order Total', 'Total', 'Refunds', 'Net total', 'Currency', 'Items', 'line_items', 'Item name', 'item_quantity', 'Product Item 1 Name', 'Customer Name', 'First name', 'Phone', 'wom_OrderId', 'wom_Status', 'wom_OrderDate', 'wom_BillingEmail', 'woma_OrderId', 'Items sold', 'Customer type', 'Products', 'N. Revenue'];
  const header: fc.Arbitrary<readonly AnyCell[]> = fc.oneof(
    fc.shuffledSubarray(['Order ID', 'Order Date', 'Status', 'Email', 'Order Total', 'Items', 'Phone'], { minLength: 4 }).map((words) => words.map((one) => cell(one))),
    fc.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...HEADERS).map((words) => cell(words)) }, { weight: 1, arbitrary: anyCell }), { maxLength: 12 }),
  );
  const likely: fc.Arbitrary<AnyCell> = fc.constantFrom(...['17', 'completed', 'wc-processing', 'ann@mail.example', 'BEN@mail.example', '2026-05-05', '1,200.50', 'Syrah x 2', '050-1234567', 'he_IL'].map((words) => cell(words)), cell(18), cell(250), cell(46_100, { format: 'd/m/yyyy' }));
  const row = fc.array(fc.oneof({ weight: 3, arbitrary: likely }, { weight: 2, arbitrary: anyCell }), { maxLength: 13 });
  const sheetName = fc.constantFrom('Orders', 'WebOrdM', 'WebOrdM_Archive', 'WebOrdItemsM', 'Completed Orders', 'הזמנות', 'Sheet1', '🍷', 'Order sheets', 'It’s (1) - x/y');
  const anySheets = fc.uniqueArray(fc.record({ name: sheetName, header, rows: fc.array(row, { maxLength: 12 }) }), { selector: ({ name }) => name, maxLength: 4 });

  test('whatever the headers: a night that adds up, or a sentence and every sheet as it was', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('any headers, any cells', 30, anySheets, (found) => {
      const workbook = withSheets(found.map(({ name, header: words, rows }) => sheetOfCells(name, [words, ...rows])));
      const quoted = found.flatMap(({ header: words, rows }) => [...words, ...rows.flat()].map(({ value }) => (value !== null && typeof value === 'object' ? value.text : String(value).trim())));
      const came = nightOn(workbook, found.map(({ name }) => name), quoted);
      if (came === 'refused') return came;
      const contacts = rowsOf(workbook, 'Contacts');
      const addresses = contacts.map((one) => one['Email']);
      expect(new Set(addresses).size).toBe(addresses.length);
      const orders = contacts.reduce((sum, one) => sum + Number(one['Total Orders']), 0);
      expect(orders).toBeLessThanOrEqual(found.reduce((sum, { rows }) => sum + rows.length, 0));
      quietAfter(workbook);
      return came;
    });
    expect(tally.refused).toBeGreaterThan(tally.rounds / 10);
    expect(tally.accepted).toBeGreaterThan(tally.rounds / 10);
  });
});

describe('The source guard', () => {
  const ORDERS = 40;
  const orders: ShopOrder[] = Array.from({ length: ORDERS }, (_, i) => ({ id: String(100 + i), date: `2026-0${1 + (i % 6)}-1${i % 10}`, email: `p${i % 9}@mail.example`, total: 50 + i }));
  const synced = ((): Workbook => {
    const workbook = shopWith(orders);
    ask(hostOn(workbook, '2026-06-29T03:00'), 'nightly', {});
    return workbook;
  })();

  /** What the shop's import, or a person, does to the order sheet, and whether it can still be trusted. */
  interface Harm {
    readonly gone: readonly number[];
    readonly error: { readonly row: number; readonly column: number; readonly cell: AnyCell } | null;
    readonly header: { readonly column: number; readonly words: string | null } | null;
    readonly cleared: boolean;
  }
  const rarely = <T>(what: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: what });
  const harm: fc.Arbitrary<Harm> = fc.record({
    gone: fc.oneof({ weight: 5, arbitrary: fc.subarray(orders.map((_, i) => i), { maxLength: 6 }) }, { weight: 1, arbitrary: fc.subarray(orders.map((_, i) => i)) }),
    error: rarely(fc.record({ row: fc.nat(ORDERS - 1), column: fc.nat(9), cell: errorCell })),
    header: rarely(fc.record({ column: fc.nat(9), words: fc.option(anyText) })),
    cleared: fc.integer({ min: 0, max: 12 }).map((n) => n === 12),
  });
  const KEYS = new Set([0, 1, 2, 3, 6]);

  test('stops every night whose orders shrank, lost a header or show an error, and no other', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('source guard', 40, harm, ({ gone, error, header, cleared }) => {
      const workbook = snapshotOf(synced);
      const sheet = workbook.sheets.find(({ name }) => name === 'Orders');
      if (sheet === undefined) throw new Error('no order sheet');
      if (error !== null) putCell(sheet, error.row + 1, error.column, error.cell);
      if (header !== null) putCell(sheet, 0, header.column, header.words === null || header.words === '' ? blank : cell(header.words));
      const left = cleared ? [] : sheet.values.slice(1).flatMap((cells, i) => (gone.includes(i) ? [] : [{ cells, attributes: sheet.attributes[i + 1] ?? [], at: i }]));
      sheet.values = [...(cleared ? [] : sheet.values.slice(0, 1)), ...left.map(({ cells }) => cells)];
      sheet.attributes = [...sheet.attributes.slice(0, 1), ...left.map(({ attributes }) => attributes)];
      const came = nightOn(workbook, ['Orders'], header?.words === null || header === null ? [] : [header.words.trim()]);
      const errorStands = error !== null && KEYS.has(error.column) && left.some(({ at }) => at === error.row);
      // All ten headers were read by the good sync, and none of the texts is another spelling of one.
      expect(came).toBe(ORDERS - left.length >= 5 || errorStands || header !== null ? 'refused' : 'accepted');
      return came;
    });
    expect(tally.refused).toBeGreaterThan(tally.rounds / 5);
    expect(tally.accepted).toBeGreaterThan(tally.rounds / 10);
  });
});
