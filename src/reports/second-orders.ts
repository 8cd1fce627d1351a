import type { Order } from '../orders/order';
import type { Day } from '../shared/day';
import type { Period } from './report';
import { ratio } from './report';
import { ENOUGH } from './difference';

/** New customers, and how many of them ordered a second time. */
export interface SecondOrders {
  readonly customers: number;
  readonly again: number;
  /** again ÷ customers; null for 0 ÷ 0. */
  readonly rate: number | null;
}

export interface SecondOrderComparison {
  /** Contacted by a Welcome task before the second order, or on its day. */
  readonly welcomed: SecondOrders;
  readonly notWelcomed: SecondOrders;
  readonly enough: boolean;
}

/** A customer: the counted orders by time, and the day of the first Welcome that reached them. */
export interface Customer {
  readonly orders: readonly Order[];
  readonly welcomedOn: Day | null;
}

/** Of those whose first counted order was in the period: how many have a second one by now, welcomed before it or not. */
export function secondOrders(customers: Iterable<Customer>, period: Period): SecondOrderComparison {
  const tally = { welcomed: { customers: 0, again: 0 }, notWelcomed: { customers: 0, again: 0 } };
  for (const { orders, welcomedOn } of customers) {
    const [first, second] = orders;
    if (first === undefined || first.day < period.from || first.day > period.to) continue;
    const welcomed = welcomedOn !== null && (second === undefined || welcomedOn <= second.day);
    const group = welcomed ? tally.welcomed : tally.notWelcomed;
    group.customers += 1;
    if (second !== undefined) group.again += 1;
  }
  const withRate = (group: { customers: number; again: number }): SecondOrders => ({ ...group, rate: ratio(group.again, group.customers) });
  return {
    welcomed: withRate(tally.welcomed),
    notWelcomed: withRate(tally.notWelcomed),
    enough: tally.welcomed.customers >= ENOUGH && tally.notWelcomed.customers >= ENOUGH,
  };
}
