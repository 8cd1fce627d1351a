import { findOrderSheets } from '../../orders/find-order-sheets';
import { readOrders } from '../../orders/read-orders';
import type { Day } from '../../shared/day';
import { fold } from '../../shared/text';
import { contactsOf } from '../contacts-of';
import type { Shop } from '../shop';
import { openState } from '../shop-state';

/** An order of a person as the card's history shows it. */
export interface PastOrder {
  readonly id: string;
  readonly day: Day;
  readonly status: string;
  readonly counts: boolean;
  readonly total: number | null;
  readonly currency: string | null;
  readonly items: readonly string[];
}

const MOST_ORDERS = 12;

/** The newest orders of a person, those under other addresses of theirs included. Reads the order sheets whole, so it is asked for apart. */
export function getHistory(shop: Shop, email: string): PastOrder[] {
  const state = openState(shop);
  const settings = state.settings();
  const addresses = new Set([fold(email)]);
  for (const contact of contactsOf(shop.book, [email]).rows) {
    if (contact.email === fold(email) && contact.alsoKnownAs !== null) for (const alias of contact.alsoKnownAs.split(',')) addresses.add(fold(alias));
  }
  const { names } = findOrderSheets(shop.book.foreignHeaders(), settings);
  const { orders } = readOrders(names.map((name) => shop.book.source(name)), settings, { today: shop.today, locale: shop.book.locale });
  return orders
    .filter((order) => addresses.has(order.email))
    .slice(-MOST_ORDERS)
    .reverse()
    .map(({ id, day, status, counts, total, currency, items }) => ({ id, day, status, counts, total, currency, items: items.map(({ name, quantity }) => (quantity > 1 ? `${name} × ${quantity}` : name)) }));
}
