import type { Order } from '../orders/order';
import { groupBy } from '../shared/collections';
import { daysBetween, type Day } from '../shared/day';
import { compareOrders } from '../orders/read-orders';

/** How a shop's customers come back, from its own orders: what the day limits in CRM Settings are chosen by. */
export interface OrderGaps {
  /** People with a counted order. */
  readonly customers: number;
  /** Of them, those with two or more. */
  readonly repeaters: number;
  /** Days between neighbouring counted orders of a person, over all people; null where nobody ordered twice. */
  readonly p50: number | null;
  readonly p75: number | null;
  readonly p90: number | null;
  /** How many customers ordered last more than this many days ago. */
  readonly lapsedAt: readonly { readonly days: number; readonly people: number }[];
}

const LIMITS = [60, 90, 120, 180] as const;

/** The gaps between the counted orders, and how many people each limit would call Lapsed. `identityOf`: the person behind an address. */
export function orderGaps(orders: readonly Order[], today: Day, identityOf: (email: string) => string = (email) => email): OrderGaps {
  const people = groupBy(orders.filter((order) => order.counts), (order) => identityOf(order.email));
  const gaps: number[] = [];
  const quietDays: number[] = [];
  let repeaters = 0;
  for (const ofPerson of people.values()) {
    const inOrder = [...ofPerson].sort(compareOrders);
    if (inOrder.length > 1) repeaters += 1;
    inOrder.forEach((order, i) => {
      const before = inOrder[i - 1];
      if (before !== undefined) gaps.push(daysBetween(before.day, order.day));
    });
    const last = inOrder[inOrder.length - 1];
    if (last !== undefined) quietDays.push(daysBetween(last.day, today));
  }
  gaps.sort((a, b) => a - b);
  return {
    customers: people.size,
    repeaters,
    p50: percentile(gaps, 50),
    p75: percentile(gaps, 75),
    p90: percentile(gaps, 90),
    lapsedAt: LIMITS.map((days) => ({ days, people: quietDays.filter((quiet) => quiet > days).length })),
  };
}

/** The smallest of the sorted values that at least this share (percent) of them does not exceed; null of none. */
export const percentile = (sorted: readonly number[], share: number): number | null => sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)] ?? null;
