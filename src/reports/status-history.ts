import { statusOf } from '../contacts/status';
import type { CustomerStatus } from '../contacts/contacts.table';
import type { Person } from '../contacts/person';
import type { Day } from '../shared/day';

/** How many contacts had each status at the end of a day. */
export interface StatusCounts extends Readonly<Record<CustomerStatus, number>> {
  readonly day: Day;
}

/**
 * Contacts by status at the end of each day, recomputed from the orders as they count today: a refund changes the past
 * too. Somebody without an order by then counts as Prospect once there is a trace of them (an order of any status, Mailchimp Since);
 * where nothing tells since when they are known, on every day.
 */
export function statusHistory(people: readonly Person[], days: readonly Day[], lapsedAfterDays: number): StatusCounts[] {
  const counts = days.map((day) => ({ day, New: 0, Repeat: 0, Lapsed: 0, Prospect: 0 }));
  for (const { contact, orders, allOrders, aliasOf } of people) {
    if (aliasOf !== null || contact.status === null) continue;
    const since = knownSince(contact.mailchimpSince, allOrders.map(({ day }) => day));
    for (const at of counts) {
      const until = orders.filter(({ day }) => day <= at.day);
      if (until.length === 0 && since !== null && since > at.day) continue;
      at[statusOf(until.length, until[until.length - 1]?.day ?? null, lapsedAfterDays, at.day)] += 1;
    }
  }
  return counts;
}

function knownSince(mailchimpSince: string | null, orderDays: readonly Day[]): Day | null {
  let first = mailchimpSince === null ? null : mailchimpSince.slice(0, 10);
  for (const day of orderDays) if (first === null || day < first) first = day;
  return first;
}
