import type { Order } from '../orders/order';
import { addDays, daysBetween, type Day } from '../shared/day';
import { medianOf } from '../shared/money';
import type { Contact } from './contacts.table';
import { statusOf } from './status';

export type Figures = Pick<
  Contact,
  'isCustomer' | 'firstOrderOn' | 'lastOrderOn' | 'totalOrders' | 'totalSpend' | 'status' | 'averageOrder' | 'usualGap' | 'nextOrderExpectedOn'
>;

/** What stands in the row of an alias, whose figures are another row's. */
export const blankFigures: Figures = {
  isCustomer: null,
  firstOrderOn: null,
  lastOrderOn: null,
  totalOrders: null,
  totalSpend: null,
  status: null,
  averageOrder: null,
  usualGap: null,
  nextOrderExpectedOn: null,
};

const MICROS = 1_000_000;
/** Whole millionths add without binary noise, so the order of the orders can't change a cent. */
const microsOf = (amount: number): number => Math.round(amount * MICROS);
/** Half a cent goes up. */
const centsOfMicros = (micros: number): number => Math.round(micros / 10_000) / 100;

/** Sum of the amounts, rounded to cents at the end only. */
export function sumToCents(amounts: Iterable<number>): number {
  let micros = 0;
  for (const amount of amounts) micros += microsOf(amount);
  return centsOfMicros(micros);
}

/** What the order adds to spend, or null where it adds none: not counted, no total known, another currency. */
export const spendOf = (order: Order): number | null => (order.counts && order.homeCurrency ? order.total : null);

/** Orders from which on a person has a usual gap. */
const ORDERS_FOR_A_GAP = 3;

/** Median days between neighbouring orders, half a day rounded up; null under three orders. Two orders of one day are 0 days apart. */
function usualGapOf(orders: readonly Order[]): number | null {
  if (orders.length < ORDERS_FOR_A_GAP) return null;
  const gaps: number[] = [];
  orders.forEach((order, i) => {
    const before = orders[i - 1];
    if (before !== undefined) gaps.push(daysBetween(before.day, order.day));
  });
  const median = medianOf(gaps);
  return median === null ? null : Math.round(median);
}

/**
 * The figures of a person from their counted orders, sorted by time. Spend sums the orders whose total is known and in
 * the shop's currency; where no order is such, it is null (unknown). Without an order spend is 0 and the dates null.
 */
export function figuresOf(counted: readonly Order[], lapsedAfterDays: number, today: Day): Figures {
  const lastOrderOn = counted[counted.length - 1]?.day ?? null;
  const amounts: number[] = [];
  for (const order of counted) {
    const spend = spendOf(order);
    if (spend !== null) amounts.push(spend);
  }
  const totalSpend = counted.length > 0 && amounts.length === 0 ? null : sumToCents(amounts);
  const usualGap = usualGapOf(counted);
  return {
    isCustomer: counted.length > 0,
    firstOrderOn: counted[0]?.day ?? null,
    lastOrderOn,
    totalOrders: counted.length,
    totalSpend,
    status: statusOf(counted.length, lastOrderOn, lapsedAfterDays, today),
    averageOrder: totalSpend === null || amounts.length === 0 ? null : centsOfMicros(microsOf(totalSpend) / amounts.length),
    usualGap,
    nextOrderExpectedOn: usualGap === null || lastOrderOn === null ? null : addDays(lastOrderOn, usualGap),
  };
}
