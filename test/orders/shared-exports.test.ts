import { describe, expect, test } from 'vitest';
import { groupBy } from '../../src/shared/collections';
import { sumToCents } from '../../src/contacts/figures';
import type { OrdersRead } from '../../src/orders/read-orders';
import { isThrownAway } from '../../src/orders/status';
import { hasSharedData, ordersIn, sharedSheet, sharedText } from '../support/order-sheets';

/** Address → first day, last day, count, spend of the counted orders, as a roll-up would have it. */
function people({ orders, alsoSeen }: OrdersRead): Map<string, string> {
  const result = new Map(alsoSeen.map(({ email }) => [email, '']));
  for (const [email, theirs] of groupBy(orders.filter((order) => !isThrownAway(order)), (order) => order.email)) {
    const counted = theirs.filter((order) => order.counts);
    result.set(email, `${counted[0]?.day ?? ''} ${counted[counted.length - 1]?.day ?? ''} ${counted.length}`);
  }
  return new Map([...result.entries()].sort());
}

const spendOf = ({ orders }: OrdersRead, email: string): number =>
  sumToCents(orders.filter((order) => order.email === email && order.counts && order.homeCurrency).map((order) => order.total ?? 0));

const woocommerce = (file: string, name: string): OrdersRead => ordersIn([sharedSheet(name, `woocommerce/${file}`)]);

describe.skipIf(!hasSharedData)('one story of 30 orders, as five exporters write it', () => {
  const webToffee = hasSharedData ? woocommerce('02_webtoffee_wpml_jlmwines_header.csv', 'Orders') : null;
  const exports = [
    ['06_skyverge_default.csv', 'Orders'],
    ['12_jlmops_WebOrdM.csv', 'WebOrdM'],
    ['15_plain.csv', 'Orders'],
  ] as const;

  test.each(exports)('%s gives the same people, dates and counts as WebToffee’s', (file, name) => {
    expect(people(woocommerce(file, name))).toEqual(people(webToffee!));
  });

  test('GSheetConnector’s tab of completed orders gives the completed ones', () => {
    const tab = woocommerce('21_gsheetconnector_tab_Completed_Orders.csv', 'Completed Orders');
    const completed = webToffee!.orders.filter((order) => order.status === 'completed');
    expect(tab.orders.map((order) => [order.id, order.email, order.day, order.status, order.counts])).toEqual(
      completed.map((order) => [order.id, order.email, order.day, 'completed', true]),
    );
    expect(tab.orders.find(({ id }) => id === '1001')).toMatchObject({ second: 9 * 3600 + 5 * 60 });
  });

  test('refunds are taken off where the export has them', () => {
    expect(spendOf(webToffee!, 'marie@gast.example')).toBe(150);
    expect(spendOf(woocommerce('06_skyverge_default.csv', 'Orders'), 'marie@gast.example')).toBe(150);
    expect(spendOf(woocommerce('15_plain.csv', 'Orders'), 'marie@gast.example')).toBe(200);
  });

  test('an order in dollars counts as an order and not as spend, and is listed', () => {
    expect(spendOf(webToffee!, 'ivan@two.example')).toBe(370);
    expect(webToffee!.orders.filter((order) => order.email === 'ivan@two.example' && order.counts)).toHaveLength(2);
    expect(webToffee!.problems.map(({ value }) => value)).toEqual(expect.arrayContaining(['USD', 'JPY']));
    expect(spendOf(woocommerce('12_jlmops_WebOrdM.csv', 'WebOrdM'), 'ivan@two.example')).toBe(470);
  });

  test('the walk-in without an address is the only row that is not taken', () => {
    expect(webToffee!.problems.filter(({ value }) => value === '')).toMatchObject([{ row: 13 }]);
  });

  test('items come from every form', () => {
    const twoBottles = [
      { name: 'Red wine, 2019', quantity: 2 },
      { name: 'White "Reserve"', quantity: 1 },
    ];
    for (const [file, name] of [['02_webtoffee_wpml_jlmwines_header.csv', 'Orders'], ['06_skyverge_default.csv', 'Orders'], ['21_gsheetconnector_tab_Completed_Orders.csv', 'Completed Orders']] as const) {
      const order = woocommerce(file, name).orders.find(({ id }) => id === '1001');
      expect(order?.items, file).toMatchObject(twoBottles);
    }
  });
});

describe.skipIf(!hasSharedData).each([
  ['cdnow-sample', '2026-06-30'],
  ['cdnow-sample-2025-04-15', '2025-04-15'],
] as const)('%s', (folder, today) => {
  test.each([
    ['orders_plain.csv', 'Orders'],
    ['orders_wom.csv', 'WebOrdM'],
  ])('%s gives every person’s published dates, count and spend', (file, name) => {
    const read = ordersIn([sharedSheet(name, `${folder}/${file}`)], {}, { today });
    expect(read.problems).toEqual([]);
    const byEmail = groupBy(read.orders, (order) => order.email);
    const expected = sharedText(`${folder}/expected_contacts.csv`).trim().split(/\r?\n/).slice(1).map((line) => line.split(','));
    expect(byEmail.size).toBe(expected.length);
    for (const [email = '', first, last, count, spend] of expected) {
      const orders = byEmail.get(email) ?? [];
      expect([orders[0]?.day, orders[orders.length - 1]?.day, orders.length, spendOf({ ...read, orders }, email)]).toEqual([first, last, Number(count), Number(spend)]);
    }
  });
});
