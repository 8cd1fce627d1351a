import type { Waiting } from './laws';

/** One person's matches of a night, as one task. */
export interface Merged {
  readonly strongest: Waiting;
  /** Noted in the task and used up with it. */
  readonly others: readonly Waiting[];
}

// Bound by Start Date and standing on an order: these wait for an order's sake, unlike a lapse or a date.
const isForOrder = ({ rule, match }: Waiting): boolean => rule.boundByStart && match.orderId !== null;

// Of matches for orders only the newest order's count.
function newestOrdersOf(matches: readonly Waiting[]): ReadonlySet<Waiting> {
  const forOrders = matches.filter(isForOrder);
  if (forOrders.length < 2) return new Set(matches);
  const placeOf = new Map((matches[0]?.person.orders ?? []).map((order, place) => [order.id, place]));
  const place = ({ match }: Waiting): number => placeOf.get(match.orderId ?? '') ?? -1;
  const newest = Math.max(...forOrders.map(place));
  return new Set(matches.filter((one) => !isForOrder(one) || place(one) === newest));
}

/** Merges a person's matches: the strongest kind of those that count (of several waiting orders the newest); of equals the newest, then by key, so that no row's place decides. */
export function mergedOf(matches: readonly Waiting[]): Merged {
  const counting = newestOrdersOf(matches);
  const ordered = [...matches].sort(strongestFirst);
  const strongest = ordered.find((one) => counting.has(one)) ?? ordered[0];
  if (strongest === undefined) throw new Error('a person without matches has nothing to merge');
  return { strongest, others: ordered.filter((one) => one !== strongest) };
}

const strongestFirst = (a: Waiting, b: Waiting): number => {
  if (a.type.rank !== b.type.rank) return a.type.rank - b.type.rank;
  if (a.match.day !== b.match.day) return a.match.day < b.match.day ? 1 : -1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
};
