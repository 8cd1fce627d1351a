import type { Order } from '../orders/order';
import { daysBetween } from '../shared/day';
import { joinTexts, sameText, text, tidy, type Text } from '../shared/text';
import type { Subject } from './rule';
import { agoWords, dayWords, daysWords, moneyWords } from './words';

const MOST_ITEMS = 3;
const LONGEST_ITEM = 60;

/** The names of an order's items, without repeats: `Syrah 2021, Merlot +2`; null where they are unknown. */
export function itemsOf(order: Order): string | null {
  const names = [...new Set(order.items.map((item) => tidy(item.name)))].filter((name) => name !== '');
  if (names.length === 0) return null;
  const shown = names.slice(0, MOST_ITEMS).map((name) => (name.length > LONGEST_ITEM ? `${name.slice(0, LONGEST_ITEM - 1).trim()}…` : name));
  return `${shown.join(', ')}${names.length > MOST_ITEMS ? ` +${names.length - MOST_ITEMS}` : ''}`;
}

export const lastOrderOf = (orders: readonly Order[]): Order | undefined => orders[orders.length - 1];

/** The shop's currency for this person: the setting, else that of the newest order that is in it; null = unknown. */
export function currencyOf({ orders, settings }: Subject): string | null {
  if (settings.currency !== null) return settings.currency;
  for (let i = orders.length - 1; i >= 0; i -= 1) {
    const order = orders[i];
    if (order !== undefined && order.currency !== null && order.homeCurrency) return order.currency;
  }
  return null;
}

const sentence = (parts: readonly (Text | null)[]): Text => {
  const joined = joinTexts(parts.filter((part): part is Text => part !== null), '; ');
  return text(joined.en.charAt(0).toUpperCase() + joined.en.slice(1), joined.he);
};

const usualGap = ({ contact }: Subject): Text | null => {
  if (contact.usualGap === null || contact.usualGap < 1) return null;
  const every = daysWords(Math.round(contact.usualGap));
  return every.en === '1 day' ? text('usually orders every day', 'קצב ההזמנות הרגיל: כל יום') : text(`usually orders every ${every.en}`, `קצב ההזמנות הרגיל: כל ${every.he}`);
};

const lastOrderAgo = ({ orders, today }: Subject): Text | null => {
  const last = lastOrderOf(orders);
  if (last === undefined) return null;
  const ago = agoWords(last.day, today);
  return text(`last order ${ago.en}`, `ההזמנה האחרונה ${ago.he}`);
};

const spendSoFar = (subject: Subject): Text | null => {
  const { totalSpend } = subject.contact;
  if (totalSpend === null || totalSpend <= 0) return null;
  const currency = currencyOf(subject);
  const money = moneyWords(totalSpend, currency);
  return currency === null ? text(`${money} spent so far`, `סך הקניות עד כה: ${money}`) : text(`${money} so far`, `${money} עד כה`);
};

const lastItems = ({ orders }: Subject): Text | null => {
  const last = lastOrderOf(orders);
  const items = last === undefined ? null : itemsOf(last);
  return items === null ? null : text(`last: ${items}`, `לאחרונה: ${items}`);
};

const sinceWhen = ({ contact }: Subject): Text => {
  const known = contact.isMailchimp === true && contact.mailchimpSince !== null ? dayWords(contact.mailchimpSince.slice(0, 10)) : null;
  return known === null ? text('no order yet', 'עדיין ללא הזמנה') : text(`no order yet; in Mailchimp since ${known.en}`, `עדיין ללא הזמנה; ב-Mailchimp מאז ${known.he}`);
};

/** “Usually orders every 45 days; last order 112 days ago; 1,240 ₪ so far; last: Syrah 2021”; what is unknown is left out. */
export const personReason = (subject: Subject, lead: Text | null = null): Text =>
  subject.orders.length === 0
    ? sentence([lead, sinceWhen(subject)])
    : sentence([lead, usualGap(subject), lastOrderAgo(subject), spendSoFar(subject), lastItems(subject)]);

/** “Order 3, 320 ₪, delivered 10 days ago; usually orders every 45 days; 1,240 ₪ so far; bought: Syrah 2021”. */
export function orderReason(subject: Subject, order: Order, number: number, deliveredOn: string): Text {
  const value = order.total === null ? '' : `, ${moneyWords(order.total, order.homeCurrency ? (order.currency ?? currencyOf(subject)) : order.currency)}`;
  const ago = agoWords(deliveredOn, subject.today);
  const delivered = daysBetween(deliveredOn, subject.today) >= 0 ? text(`, completed ${ago.en}`, `, הושלמה ${ago.he}`) : sameText('');
  const lead =
    number === 1
      ? text(`first order${value}${delivered.en}`, `הזמנה ראשונה${value}${delivered.he}`)
      : text(`order no. ${number}${value}${delivered.en}`, `הזמנה מספר ${number}${value}${delivered.he}`);
  const items = itemsOf(order);
  return sentence([lead, usualGap(subject), subject.orders.length > 1 ? spendSoFar(subject) : null, items === null ? null : text(`bought: ${items}`, `נקנו: ${items}`)]);
}
