import { describe, expect, test } from 'vitest';
import { orderReason, personReason } from '../../src/rules/reasons';
import { currencyInReasons, itemsInReason } from '../../src/tasks/reason-facts';
import { aSubject } from '../support/rules';

const item = (name: string) => ({ name, quantity: 1, total: null });
const subject = (currency: string | null, ...names: string[]) =>
  aSubject({ orders: [{ day: '2026-01-05', total: 200, currency, items: [item('Old Red')] }, { day: '2026-03-10', total: 1040, currency, items: names.map(item) }] });

describe('A Reason tells the last items', () => {
  test.each(['en', 'he'] as const)('of a person, in %s', (language) => {
    expect(itemsInReason(personReason(subject('ILS', 'Syrah 2021', 'Chardonnay Reserve'))[language])).toEqual(['Syrah 2021', 'Chardonnay Reserve']);
  });

  test.each(['en', 'he'] as const)('of an order, in %s', (language) => {
    const dana = subject('ILS', 'Rosé 2024');
    const [, last] = dana.orders;
    expect(last === undefined ? [] : itemsInReason(orderReason(dana, last, 2, '2026-03-13')[language])).toEqual(['Rosé 2024']);
  });

  test('without the count of those that it leaves out, and before what a merged match adds', () => {
    const reason = personReason(subject('ILS', 'A', 'B', 'C', 'D', 'E')).en;
    expect(itemsInReason(reason)).toEqual(['A', 'B', 'C']);
    expect(itemsInReason(`${reason}; also Birthday: 5 July`)).toEqual(['A', 'B', 'C']);
  });

  test.each([null, '', 'Asked for a call back', 'First order, 320 ₪'])('none in %j', (reason) => {
    expect(itemsInReason(reason)).toEqual([]);
  });
});

describe('A Reason tells the currency', () => {
  test.each(['ILS', 'EUR', 'USD', 'GBP'])('%s', (currency) => {
    expect(currencyInReasons([null, 'no order yet', personReason(subject(currency, 'A')).en])).toBe(currency);
  });

  test.each([null, 'CAD'])('%s: unknown', (currency) => {
    expect(currencyInReasons([personReason(subject(currency, 'A')).en])).toBeNull();
  });
});
