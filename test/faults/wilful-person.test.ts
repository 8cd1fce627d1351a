import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/shared/day';
import { answerOf, ask, hostOn, night, rewriteOrders, rowsOf, shopWith, type ShopOrder } from '../support/shop';
import { wilfulPerson } from '../support/wilful-person';

const orders: ShopOrder[] = Array.from({ length: 44 }, (_, i) => ({ id: String(i + 1), date: addDays('2026-03-01', (i * 7) % 110), email: `person${i % 25}@mail.example`, name: `Person ${i % 25}`, total: 20 + i }));
const NIGHTS = 30;

// `SWEEP=whole npm test` tries many more.
const seeds = process.env['SWEEP'] === 'whole' ? Array.from({ length: 60 }, (_, i) => `person ${i}`) : ['Ann', 'Ben', 'Cat'];

describe('Thirty nights with somebody who works in the sheets themselves, also between any two calls', () => {
  test.each(seeds)('%s: what they typed, renamed, copied and deleted stays so; nothing comes twice', { timeout: 3_600_000 }, (seed) => {
    const person = wilfulPerson(seed);
    const workbook = shopWith(orders.slice(0, 20));
    ask(hostOn(workbook, '2026-06-01T01:00'), 'setUp', { takeOver: false });
    night(workbook, '2026-06-01T02:00');
    let [call, refused] = [0, 0];
    for (let i = 0; i < NIGHTS; i += 1) {
      const day = addDays('2026-06-01', i);
      rewriteOrders(workbook, orders.slice(0, Math.min(orders.length, 20 + i)));
      for (let deed = 0; deed < 3; deed += 1) person.act(workbook, day);
      const answer = answerOf(hostOn(workbook, `${day}T03:00`, { faults: { between: (_, book) => void ((call += 1) % 29 === 0 && person.act(book, day, 'in the middle of a run')) } }), 'nightly', {});
      const named = person.putNamesBack(workbook);
      if (!answer.ok) {
        refused += 1;
        // Only a sheet that has lost its name stops a night, and the sentence says which name it needs.
        expect([day, answer.message]).toEqual([day, expect.stringMatching(new RegExp(`name it (${named.join('|')}) again`))]);
      }
      // What came too late for that run is settled by the next one.
      night(workbook, `${day}T04:00`);
      expect([day, person.missing(workbook)]).toEqual([day, []]);
      for (const [sheet, key] of [['Contacts', 'Email'], ['CRM Tasks', 'Task ID'], ['CRM Ledger', 'Key']] as const) {
        const keys = rowsOf(workbook, sheet).map((row) => row[key]).filter((value) => value !== null);
        expect([day, sheet, keys.filter((value, at) => keys.indexOf(value) !== at)]).toEqual([day, sheet, []]);
      }
    }
    console.log(`${seed}: ${[...person.deeds()].map(([name, times]) => `${name} ${times}`).join(', ')}; ${refused} of ${NIGHTS} nights refused`);
  });
});
