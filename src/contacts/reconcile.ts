import type { Order } from '../orders/order';
import type { Text } from '../shared/text';
import type { Contact } from './contacts.table';
import { spendOf, sumToCents } from './figures';
import { contactsMessages as messages } from './messages';
import type { Person } from './person';

export type Reconciliation = { readonly ok: true } | { readonly ok: false; readonly text: Text };

const HALF_A_CENT = 0.005;

/**
 * Whether orders and spend over the contacts equal those counted in the order sheets, added up without the roll-up.
 * Sums of more than two decimals may differ by the rounding of each person, no more.
 */
export function reconcileContacts(contacts: Iterable<Pick<Contact, 'totalOrders' | 'totalSpend'>>, orders: readonly Order[]): Reconciliation {
  let totalOrders = 0;
  let buyers = 0;
  const spends: number[] = [];
  for (const contact of contacts) {
    totalOrders += contact.totalOrders ?? 0;
    if ((contact.totalOrders ?? 0) > 0) buyers += 1;
    if (contact.totalSpend !== null) spends.push(contact.totalSpend);
  }
  let counted = 0;
  let wholeCents = true;
  const amounts: number[] = [];
  for (const order of orders) {
    if (order.counts) counted += 1;
    const amount = spendOf(order);
    if (amount === null) continue;
    amounts.push(amount);
    if (Math.abs(amount * 100 - Math.round(amount * 100)) > 1e-6) wholeCents = false;
  }
  const [spend, sheetSpend] = [sumToCents(spends), sumToCents(amounts)];
  const tolerance = wholeCents ? HALF_A_CENT : HALF_A_CENT * (buyers + 1);
  if (totalOrders === counted && Math.abs(spend - sheetSpend) <= tolerance) return { ok: true };
  return { ok: false, text: messages.notReconciled(String(totalOrders), spend.toFixed(2), String(counted), sheetSpend.toFixed(2)) };
}

/** `reconcileContacts` over the people of a sync plan. */
export const reconcile = (plan: { readonly people: readonly Person[] }, orders: readonly Order[]): Reconciliation =>
  reconcileContacts(
    plan.people.map((person) => person.contact),
    orders,
  );
