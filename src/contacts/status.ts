import { daysBetween, type Day } from '../shared/day';
import type { CustomerStatus } from './contacts.table';

/** Where a person stands. Lapsed (last order more than `lapsedAfterDays` ago) outranks New and Repeat. */
export function statusOf(totalOrders: number, lastOrderOn: Day | null, lapsedAfterDays: number, today: Day): CustomerStatus {
  if (totalOrders === 0 || lastOrderOn === null) return 'Prospect';
  if (daysBetween(lastOrderOn, today) > lapsedAfterDays) return 'Lapsed';
  return totalOrders === 1 ? 'New' : 'Repeat';
}
