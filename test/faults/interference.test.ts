import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import { addDays } from '../../src/shared/day';
import type { Workbook } from '../../local/workbook/model';
import { BUSY_NIGHT, busyShop } from '../support/busy-shop';
import { randomPerson } from '../support/random-person';
import { answerOf, ask, cellsOf, hostOn, night, rewriteOrders, rowsOf, shopWith, sheetOf, type ShopOrder } from '../support/shop';

const withoutRuns = (workbook: Workbook): Record<string, unknown> =>
  Object.fromEntries(workbook.sheets.filter(({ name }) => name !== 'CRM Runs').map(({ name }) => [name, rowsOf(workbook, name).map((row) => ({ ...row, Run: null }))]));

describe('The shop’s own import clears and rewrites the order sheet in the middle of a night', () => {
  test.each([
    ['cleared, then whole again', 0],
    ['cleared, then half of it, then whole again', 6],
  ])('%s: either nothing is written or what was there, and the next night is as if nothing had been', { timeout: 240_000 }, (_, half) => {
    const before = busyShop();
    const orders = sheetOf(before, 'Orders');
    const undisturbed = snapshotOf(before);
    const every = process.env['SWEEP'] === 'whole' ? 1 : 3;
    const calls = (() => {
      const host = hostOn(undisturbed, BUSY_NIGHT);
      ask(host, 'nightly', {});
      return host.stats().calls.total;
    })();
    const wanted = withoutRuns(undisturbed);
    let refused = 0;
    for (let k = 1; k <= calls; k += every) {
      const workbook = snapshotOf(before);
      const import_ = (call: number, book: Workbook): void => {
        const sheet = sheetOf(book, 'Orders');
        if (call === k) sheet.values = [];
        if (call === k + 2 && half > 0) sheet.values = orders.values.slice(0, half).map((cells) => [...cells]);
        if (call === k + 4) sheet.values = orders.values.map((cells) => [...cells]);
      };
      const untouched = withoutRuns(workbook);
      const host = hostOn(workbook, BUSY_NIGHT, { faults: { between: import_ } });
      const answer = answerOf(host, 'nightly', {});
      sheetOf(workbook, 'Orders').values = orders.values.map((cells) => [...cells]);
      if (!answer.ok) {
        refused += 1;
        expect([k, answer.kind, withoutRuns(workbook)]).toEqual([k, 'refused', untouched]);
        ask(hostOn(workbook, '2026-06-28T04:00'), 'nightly', {});
      }
      expect([k, withoutRuns(workbook)]).toEqual([k, wanted]);
    }
    console.log(`the shop's import at ${Math.ceil(calls / every)} of ${calls} calls of a night: ${refused} nights refused, the others as if nothing had been`);
    expect(refused).toBeGreaterThan(0);
  });
});

describe('Thirty nights with somebody at the sheets between any two calls', () => {
  const orders: ShopOrder[] = Array.from({ length: 40 }, (_, i) => ({ id: String(i + 1), date: addDays('2026-03-01', (i * 7) % 110), email: `person${i % 25}@mail.example`, name: `Person ${i % 25}`, total: 20 + i }));

  // `SWEEP=whole npm test` tries many more.
  const seeds = process.env['SWEEP'] === 'whole' ? Array.from({ length: 60 }, (_, i) => `season ${i}`) : ['spring', 'summer', 'autumn', 'winter'];

  test.each(seeds)('%s: notes, own columns, formats and the order of rows are the person’s; nothing is lost or doubled', { timeout: 240_000 }, (seed) => {
    const person = randomPerson(seed);
    const workbook = shopWith(orders.slice(0, 20));
    night(workbook, '2026-06-01T02:00');
    let call = 0;
    let refused = 0;
    for (let i = 0; i < 30; i += 1) {
      const day = addDays('2026-06-01', i);
      rewriteOrders(workbook, orders.slice(0, Math.min(orders.length, 20 + i)));
      person.act(workbook);
      const host = hostOn(workbook, `${day}T03:00`, { faults: { between: (_, book) => void ((call += 1) % 23 === 0 && person.act(book)) } });
      const answer = answerOf(host, 'nightly', {});
      if (!answer.ok) {
        refused += 1;
        // Rows that never stand still stop the night, in words; the next one makes it good.
        expect([day, answer.message]).toEqual([day, expect.stringContaining('Someone is sorting the sheet')]);
      }
      const contacts = rowsOf(workbook, 'Contacts').filter((row) => row['Email'] !== null);
      const lost = [...person.notes].filter(([email, note]) => contacts.find((row) => row['Email'] === email)?.['Notes'] !== note);
      const lostOwn = [...person.own].filter(([email, text]) => contacts.find((row) => row['Email'] === email)?.[person.ownHeader()] !== text);
      expect([day, lost, lostOwn]).toEqual([day, [], []]);
      const addresses = contacts.map((row) => row['Email']);
      expect([day, addresses.length]).toEqual([day, new Set(addresses).size]);
      const ids = rowsOf(workbook, 'CRM Tasks').map((row) => row['Task ID']).filter((id) => id !== null);
      expect([day, ids.length]).toEqual([day, new Set(ids).size]);
    }
    // A quiet night, in which nobody moves anything: the rows stay where the person put them, and all figures are right.
    const order = (): unknown[] => rowsOf(workbook, 'Contacts').map((row) => row['Email']).filter((email) => email !== null);
    rewriteOrders(workbook, orders);
    night(workbook, '2026-07-02T03:00');
    const left = order();
    const cells = cellsOf(workbook, ['CRM Runs']);
    expect(night(workbook, '2026-07-02T04:00')).toMatchObject({ Error: null, 'Contacts Changed': 0, 'Contacts New': 0 });
    expect(order()).toEqual(left);
    expect(cellsOf(workbook, ['CRM Runs'])).toEqual(cells);
    const fresh = shopWith(orders);
    night(fresh, '2026-07-02T03:00');
    const figures = (book: Workbook): unknown[] =>
      rowsOf(book, 'Contacts').filter((row) => row['Email'] !== null).map((row) => [row['Email'], row['First Order Date'], row['Last Order Date'], row['Total Orders'], row['Total Spend'], row['Customer Status']]).sort();
    expect(figures(workbook)).toEqual(figures(fresh));
    const background = sheetOf(workbook, 'Contacts').attributes.flat().filter((cell) => cell?.background === '#ffeecc').length;
    expect(background).toBeGreaterThanOrEqual(new Set([...person.notes.keys()]).size);
    console.log(`${seed}: ${person.deeds()} deeds in 30 nights, ${refused} nights refused`);
  });
});
