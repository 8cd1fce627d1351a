import { sampleShop } from '../../local/sample/workbook';
import type { Purchase } from '../../local/sample/purchases';
import type { Order } from '../../src/orders/order';
import { addDays, type Day } from '../../src/shared/day';

/** An order is on its way for so many days before its status is the last but one. */
const ON_ITS_WAY_DAYS = 2;
/** A refund or a cancellation comes so many days after the order. */
const TAKEN_BACK_AFTER_DAYS = 12;

/** The sample shop's orders as its sheets would show them on a day: later ones not yet there, fresh ones still on their way. */
export function revealedOrders(end: Day): (today: Day) => readonly Order[] {
  const purchases = sampleShop(end).purchases.filter(({ flaw }) => flaw === null);
  return (today) => purchases.filter(({ day }) => day < today).map((purchase) => orderOf(purchase, today));
}

function statusOn({ day, status }: Purchase, today: Day): string {
  if (status !== 'completed' && status !== 'refunded' && status !== 'cancelled') return status;
  if (today < addDays(day, ON_ITS_WAY_DAYS)) return 'processing';
  return status === 'completed' || today >= addDays(day, TAKEN_BACK_AFTER_DAYS) ? status : 'completed';
}

function orderOf(purchase: Purchase, today: Day): Order {
  const { id, buyer, day, second, lines, total } = purchase;
  const status = statusOn(purchase, today);
  return {
    id: String(id),
    email: buyer.email,
    day,
    second,
    completedOn: null,
    status,
    counts: status === 'completed' || status === 'processing',
    total,
    currency: null,
    homeCurrency: true,
    name: `${buyer.first} ${buyer.last}`,
    phone: buyer.phone,
    language: buyer.speaks === 'he' ? 'HE' : 'EN',
    items: lines.map((line) => ({ name: line.product.name, quantity: line.quantity, total: line.total })),
    sheet: 'WebOrdM',
    row: 2,
  };
}
