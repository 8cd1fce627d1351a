import { daysBetween, type Day } from '../shared/day';
import type { Contact, CustomerStatus } from './contacts.table';

/** Where a person stands. Lapsed (last order more than `lapsedAfterDays` ago) outranks New and Repeat. */
export function statusOf(totalOrders: number, lastOrderOn: Day | null, lapsedAfterDays: number, today: Day): CustomerStatus {
  if (totalOrders === 0 || lastOrderOn === null) return 'Prospect';
  if (daysBetween(lastOrderOn, today) > lapsedAfterDays) return 'Lapsed';
  return totalOrders === 1 ? 'New' : 'Repeat';
}

/** The contact as it will stand on a later day if nothing happens but time. An alias's own row stays without a status. */
export const contactOn = (contact: Contact, lapsedAfterDays: number, day: Day): Contact =>
  contact.status === null ? contact : { ...contact, status: statusOf(contact.totalOrders ?? 0, contact.lastOrderOn, lapsedAfterDays, day) };
