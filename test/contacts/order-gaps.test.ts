import { expect, test } from 'vitest';
import { orderGaps, percentile } from '../../src/contacts/order-gaps';
import type { Order } from '../../src/orders/order';

const order = (email: string, day: string, known: Partial<Order> = {}): Order => ({
  id: `${email} ${day}`, email, day, second: 0, completedOn: null, status: 'completed', counts: true, total: 100, currency: 'ILS', homeCurrency: true,
  name: null, phone: null, language: null, items: [], sheet: 'Orders', row: 2, ...known,
});

test('the gaps are those between neighbouring orders of a person, whatever order they stand in', () => {
  const orders = [order('ann@mail.example', '2026-03-02'), order('ann@mail.example', '2026-01-01'), order('ann@mail.example', '2026-01-31'), order('ben@mail.example', '2026-01-05')];
  expect(orderGaps(orders, '2026-03-02')).toMatchObject({ customers: 2, repeaters: 1, p50: 30, p75: 30, p90: 30 });
});

test('an order that does not count is no purchase, and an alias is the same person', () => {
  const orders = [order('ann@mail.example', '2026-01-01'), order('ann@work.example', '2026-01-11'), order('ann@mail.example', '2026-02-01', { counts: false })];
  const oneOf = (email: string): string => (email === 'ann@work.example' ? 'ann@mail.example' : email);
  expect(orderGaps(orders, '2026-03-01', oneOf)).toMatchObject({ customers: 1, repeaters: 1, p50: 10 });
});

test('lapsed means more than so many days ago, not as many', () => {
  const { lapsedAt } = orderGaps([order('a@mail.example', '2026-01-01'), order('b@mail.example', '2025-12-31')], '2026-03-02');
  expect(lapsedAt).toEqual([{ days: 60, people: 1 }, { days: 90, people: 0 }, { days: 120, people: 0 }, { days: 180, people: 0 }]);
});

test('where nobody ordered twice there is no rhythm', () => {
  expect(orderGaps([order('a@mail.example', '2026-01-01')], '2026-03-02')).toMatchObject({ repeaters: 0, p50: null, p75: null, p90: null });
});

test.each([
  [[10], 50, 10],
  [[10, 20], 50, 10],
  [[10, 20, 30, 40], 75, 30],
  [[10, 20, 30, 40, 50, 60, 70, 80, 90, 100], 90, 90],
])('of %j the percentile %i is %i', (sorted, share, wanted) => {
  expect(percentile(sorted, share)).toBe(wanted);
});
