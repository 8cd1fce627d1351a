import type { Day } from '../../../src/shared/day';
import type { KnownOrder, KnownSheet } from './known-orders';

/** What a bookkeeper who reads the sheets row by row says of one person. */
export interface ByHand {
  readonly orders: number;
  /** Null where nothing is known of it. */
  readonly spend: number | null;
  readonly first: Day | null;
  readonly last: Day | null;
}

interface Taken {
  readonly email: string;
  readonly day: Day;
  readonly counts: boolean;
  readonly trash: boolean;
  readonly total: number | null;
  readonly currency: string | null;
}

/** The order that a row holds; null where it cannot be taken. */
function takenFrom({ id, date, status, email, total, currency }: KnownOrder): (Taken & { readonly id: string }) | null {
  if (id.means === null || date.means === null || email.means === null || status.means === null) return null;
  if (total.means === null && status.means.counts) return null;
  return { id: id.means, email: email.means, day: date.means, ...status.means, total: total.means, currency: currency.means };
}

/** The figures of everybody, and the rows that must be listed, added up without the add-on. */
export function byHand(sheets: readonly KnownSheet[]): { readonly people: ReadonlyMap<string, ByHand>; readonly listed: readonly string[] } {
  const orders = new Map<string, Taken>();
  const seen = new Set<string>();
  const listed: string[] = [];
  for (const { rows, sheet } of [...sheets].sort((a, b) => Number(b.archive) - Number(a.archive))) {
    for (const [i, row] of rows.entries()) {
      if (row === null || isEmpty(row)) continue;
      const taken = takenFrom(row);
      if (taken !== null) orders.set(taken.id, taken);
      else if (row.email.means !== null && row.status.means?.trash === false) seen.add(row.email.means);
      if (taken === null && row.status.means?.counts === true) listed.push(`${sheet.name} ${i + 2}`);
    }
  }
  const standing = [...orders.values()];
  const home = homeCurrency(standing);
  for (const { email, trash } of standing) if (!trash) seen.add(email);
  const people = new Map([...seen].map((email): [string, ByHand] => [email, figuresOf(standing.filter((order) => order.email === email && order.counts), home)]));
  return { people, listed };
}

// A row of which nothing that could tell an order is filled.
const isEmpty = ({ id, date, status, email, total }: KnownOrder): boolean => [id, date, status, email, total].every(({ cell }) => cell.value === null || cell.value === false || (typeof cell.value === 'string' && /^[\s\u200e\u200f]*$/.test(cell.value)));

function homeCurrency(orders: readonly Taken[]): string | null {
  const counts = new Map<string, number>();
  for (const { currency, counts: counted } of orders) if (counted && currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? null;
}

function figuresOf(counted: readonly Taken[], home: string | null): ByHand {
  const days = counted.map(({ day }) => day).sort();
  const amounts = counted.flatMap(({ total, currency }) => (total === null || (currency !== null && home !== null && currency !== home) ? [] : [total]));
  const spend = counted.length > 0 && amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + Math.round(amount * 100), 0) / 100;
  return { orders: counted.length, spend, first: days[0] ?? null, last: days[days.length - 1] ?? null };
}
