import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { csvRecords } from '../../src/contacts/mailchimp/csv';
import { reconcile } from '../../src/contacts/reconcile';
import type { Order } from '../../src/orders/order';
import { anOrder, contactsSheet, standing, sync, written } from '../support/contacts';

const data = new URL('../../../shared/data/', import.meta.url);

/** The rows of a CSV file below its header. */
const rows = (path: string): (readonly string[])[] =>
  csvRecords(readFileSync(new URL(path, data), 'utf8'), ',')
    .slice(1)
    .map((record) => record.cells);

const ordersOf = (folder: string): Order[] =>
  rows(`${folder}/orders_plain.csv`).map(([id = '', moment = '', status = '', email = '', first = '', last = '', language = '', total = '']) =>
    anOrder({
      id,
      email,
      day: moment.slice(0, 10),
      second: Number(moment.slice(11, 13)) * 3600 + Number(moment.slice(14, 16)) * 60 + Number(moment.slice(17, 19)),
      status,
      counts: status === 'completed',
      total: Number(total),
      name: `${first} ${last}`,
      language: language.toUpperCase(),
    }),
  );

describe.skipIf(!existsSync(data))('the CDNOW sample', () => {
  test.each([
    ['cdnow-sample', '2026-06-30'],
    ['cdnow-sample-2025-04-15', '2025-04-15'],
  ])('%s seen on %s has the known answer for every customer, and none is left to write', (folder, today) => {
    const orders = ordersOf(folder);
    const plan = sync({ orders, today });
    expect(reconcile(plan, orders)).toEqual({ ok: true });
    const found = standing(plan);
    const expected = rows(`${folder}/expected_contacts.csv`);
    expect(Object.keys(found)).toHaveLength(expected.length);
    for (const [email = '', first, last, count, spend, , status] of expected) {
      const contact = found[email];
      expect([email, contact?.firstOrderOn, contact?.lastOrderOn, contact?.totalOrders, contact?.totalSpend?.toFixed(2), contact?.status]).toEqual([email, first, last, Number(count), spend, status]);
    }
    expect(sync({ orders, today, contacts: written(contactsSheet(), plan) })).toMatchObject({ added: [], patches: [] });
  });
});
