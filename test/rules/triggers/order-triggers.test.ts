import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/orders/order';
import type { NewRule } from '../../../src/rules/rules.table';
import { addDays } from '../../../src/shared/day';
import { aSubject, occasionsOf, ruleOf } from '../../support/rules';

const orderRule = (details: Partial<NewRule> = {}) => ruleOf({ trigger: 'Order completed', days: 3, ...details });
const item = (name: string) => ({ name, quantity: 1, total: null });

describe('Order completed: the day', () => {
  test.each<[string, Partial<Order>, string, string[]]>([
    ['the day before, counted from the completed date', { day: '2026-06-01', completedOn: '2026-06-27' }, '2026-06-29', []],
    ['the day itself', { day: '2026-06-01', completedOn: '2026-06-27' }, '2026-06-30', ['10001 on 2026-06-30']],
    ['the day after', { day: '2026-06-01', completedOn: '2026-06-27' }, '2026-07-01', ['10001 on 2026-06-30']],
    ['without a completed date: order day + Days to deliver + Days', { day: '2026-06-24' }, '2026-06-29', []],
    ['the same, on the day', { day: '2026-06-24' }, '2026-06-30', ['10001 on 2026-06-30']],
    ['over 29 February', { day: '2028-02-25' }, '2028-03-02', ['10001 on 2028-03-02']],
    ['over the clock change in spring', { day: '2026-03-24' }, '2026-03-30', ['10001 on 2026-03-30']],
    ['over the clock change in autumn', { day: '2026-10-22' }, '2026-10-28', ['10001 on 2026-10-28']],
    ['over the new year', { day: '2026-12-28' }, '2027-01-03', ['10001 on 2027-01-03']],
  ])('%s', (_case, order, today, expected) => {
    expect(occasionsOf(orderRule().matchesIn(aSubject({ orders: [order], today })))).toEqual(expected);
  });
});

describe('Order completed: which orders', () => {
  const three = [{ id: 'A', day: '2026-01-01' }, { id: 'B', day: '2026-02-01' }, { id: 'C', day: '2026-03-01' }];
  test.each<[string, Partial<NewRule>, readonly Partial<Order>[], string[]]>([
    ['every order', {}, three, ['A', 'B', 'C']],
    ['the first only', { scope: 'First only' }, three, ['A']],
    ['repeat orders only, the scope in any case', { scope: 'repeat only' }, three, ['B', 'C']],
    ['the first and every second', { scope: 'First and every Nth', everyNth: 2 }, three, ['A', 'B']],
    ['those of at least a value', { minimumValue: 100 }, [{ id: 'A', total: 99.99 }, { id: 'B', total: 100 }], ['B']],
    ['none of unknown value where a minimum is asked', { minimumValue: 100 }, [{ id: 'A', total: null }], []],
    ['one of unknown value where none is', {}, [{ id: 'A', total: null }], ['A']],
    ['none of value zero, though it counts as an order', { scope: 'Repeat only' }, [{ id: 'A', total: 0, day: '2026-01-01' }, { id: 'B', day: '2026-02-01' }], ['B']],
    ['a zero-value first order takes the first place', { scope: 'First only' }, [{ id: 'A', total: 0, day: '2026-01-01' }, { id: 'B', day: '2026-02-01' }], []],
    ['none that is still processing', {}, [{ id: 'A', status: 'processing' }], []],
    ['none that does not count', {}, [{ id: 'A', status: 'cancelled', counts: false }], []],
    ['two of one day in the order of their ids', { scope: 'First only' }, [{ id: '10', day: '2026-01-01' }, { id: '9', day: '2026-01-01' }], ['9']],
    ['an older order that was imported late becomes the first', { scope: 'First only' }, [{ id: 'B', day: '2026-02-01' }, { id: 'A', day: '2025-02-01' }], ['A']],
    ['a foreign order, whose value cannot be compared, not where a minimum is asked', { minimumValue: 1 }, [{ id: 'A', currency: 'USD', homeCurrency: false }], []],
  ])('%s', (_case, rule, orders, expected) => {
    expect(orderRule(rule).matchesIn(aSubject({ orders })).map(({ occasion }) => occasion)).toEqual(expected);
  });

  test('of history only what is asked for, each still in its place among the person’s orders', () => {
    const since = (day: string): string[] => orderRule({ scope: 'Repeat only' }).matchesIn(aSubject({ orders: three }), day).map(({ occasion }) => occasion);
    const dayOfB = orderRule().matchesIn(aSubject({ orders: three }))[1]?.day ?? '';
    expect([since('2025-01-01'), since(dayOfB), since(addDays(dayOfB, 1))]).toEqual([['B', 'C'], ['B', 'C'], ['C']]);
  });
});

describe('Product bought', () => {
  const rule = (product: string, more: Partial<NewRule> = {}) => ruleOf({ trigger: 'Product bought', days: 0, product, ...more });
  test.each([
    ['syrah', 'Syrah Reserve 2021', true],
    ['2021 syrah', 'Syrah Reserve 2021', true],
    ['Syrah 2020', 'Syrah Reserve 2021', false],
    ['יין לבן', '\u200fיין  לבן יבש', true],
    ['בע"מ', 'מארז בע״מ', true],
  ])('%s in %s: %s', (product, name, expected) => {
    expect(rule(product).matchesIn(aSubject({ orders: [{ items: [item('Merlot'), item(name)] }] })).length === 1).toBe(expected);
  });

  test('all words must be in one item, and an order matches once', () => {
    expect(rule('Syrah 2021').matchesIn(aSubject({ orders: [{ items: [item('Syrah'), item('Merlot 2021')] }] }))).toEqual([]);
    expect(rule('Syrah').matchesIn(aSubject({ orders: [{ id: 'A', items: [item('Syrah 2020'), item('Syrah 2021')] }] })).map(({ occasion }) => occasion)).toEqual(['A']);
  });

  test('the scope counts all orders of the person, not those with the product', () => {
    const orders = [{ id: 'A', day: '2026-01-01' }, { id: 'B', day: '2026-02-01', items: [item('Syrah')] }];
    expect(rule('Syrah', { scope: 'First only' }).matchesIn(aSubject({ orders }))).toEqual([]);
    expect(rule('Syrah', { scope: 'Repeat only' }).matchesIn(aSubject({ orders }))).toHaveLength(1);
  });
});

describe('Whether an order’s task still holds', () => {
  test.each<[string, Partial<Order>, string | null]>([
    ['completed as before', {}, null],
    ['cancelled', { status: 'cancelled', counts: false }, 'order A is now cancelled'],
    ['refunded', { status: 'refunded', counts: false }, 'order A is now refunded'],
    ['refunded to the last cent, in a net column', { total: 0 }, 'order A was refunded'],
    ['back to processing', { status: 'processing' }, 'order A is now processing'],
    ['refunded in part', { total: 1 }, null],
  ])('%s', (_case, change, expected) => {
    const subject = aSubject({ orders: [{ id: 'A', ...change }, { id: 'B' }] });
    expect(orderRule().mootIn(subject, 'A')?.en ?? null).toBe(expected);
  });

  test('an order that vanished is never taken for a cancelled one, nor a person who did', () => {
    expect(orderRule().mootIn(aSubject({ orders: [{ id: 'B' }] }), 'A')).toBeNull();
    expect(orderRule().mootIn(null, 'A')).toBeNull();
  });
});

describe('Why an order makes no match, and when it will', () => {
  test.each<[string, Partial<NewRule>, readonly Partial<Order>[], string, string | null]>([
    ['no order', {}, [], 'No order that counts yet.', null],
    ['a cancelled one alone', {}, [{ id: 'A', status: 'cancelled', counts: false }], 'Order A is cancelled, not completed.', null],
    ['on its way', {}, [{ id: 'A', day: '2026-06-29' }], 'Order A comes up on 5 July 2026.', '2026-07-05'],
    ['still processing', {}, [{ id: 'A', status: 'processing' }], 'Order A is processing, not completed.', null],
    ['another scope', { scope: 'Repeat only' }, [{ id: 'A' }], 'Order A is the person’s order no. 1; the rule takes: Repeat only.', null],
    ['too small', { minimumValue: 500 }, [{ id: 'A' }], 'Order A is worth 100; the rule wants at least 500.', null],
    ['matched already', {}, [{ id: 'A', day: '2026-06-01' }], 'Order A matched on 7 June 2026.', null],
  ])('%s', (_case, rule, orders, condition, earliest) => {
    const answer = orderRule(rule).whyNot(aSubject({ orders }));
    expect([answer.condition.en, answer.earliest]).toEqual([condition, earliest]);
  });
});

test('whatever the orders, each is matched at most once, never early, by day, and the same from day to day', () => {
  const someOrders = fc.array(
    fc.record({
      id: fc.integer({ min: 1, max: 50 }).map(String),
      day: fc.integer({ min: 0, max: 400 }).map((days) => addDays('2025-06-01', days)),
      total: fc.constantFrom(null, 0, 50, 500),
      status: fc.constantFrom('completed', 'processing'),
    }),
    { maxLength: 12 },
  );
  const rule = orderRule({ scope: 'First and every Nth', everyNth: 3 });
  fc.assert(
    fc.property(someOrders, fc.integer({ min: 0, max: 60 }), (orders, later) => {
      const unique = [...new Map(orders.map((order) => [order.id, order])).values()];
      const today = '2026-06-30';
      const matches = rule.matchesIn(aSubject({ orders: unique, today }));
      expect(new Set(matches.map(({ occasion }) => occasion)).size).toBe(matches.length);
      expect(matches.every(({ day }) => day <= today)).toBe(true);
      expect(matches.map(({ day }) => day)).toEqual(matches.map(({ day }) => day).sort());
      const after = occasionsOf(rule.matchesIn(aSubject({ orders: unique, today: addDays(today, later) })));
      expect(after).toEqual(expect.arrayContaining(occasionsOf(matches)));
      expect(occasionsOf(rule.matchesIn(aSubject({ orders: [...unique].reverse(), today })))).toEqual(occasionsOf(matches));
    }),
    { numRuns: 200 },
  );
});
