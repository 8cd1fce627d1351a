import type { Order } from '../orders/order';

const DIGITS = /^\d{1,15}$/;

/** Order ids as people count them: 999 before 1000, numbers before all else; other ids by code unit. */
function compareIds(a: string, b: string): number {
  const [x, y] = [DIGITS.test(a) ? Number(a) : Infinity, DIGITS.test(b) ? Number(b) : Infinity];
  if (x !== y) return x < y ? -1 : 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Orders by day, then second, then id. */
export const inOrderOfTime = (a: Order, b: Order): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.second - b.second || compareIds(a.id, b.id);

/** The newest value among orders sorted by time, or null where none has one. */
export function newestOf(orders: readonly Order[], field: 'name' | 'phone' | 'language'): string | null {
  for (let i = orders.length - 1; i >= 0; i -= 1) {
    const value = orders[i]?.[field] ?? null;
    if (value !== null && value !== '') return value;
  }
  return null;
}
