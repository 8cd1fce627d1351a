import type { Order } from '../../orders/order';
import { addDays, type Day } from '../../shared/day';
import type { Text } from '../../shared/text';
import type { Settings } from '../../settings/settings';
import { mootMessages, rulesMessages, whyNotMessages } from '../messages';
import { days, optionalAmount, optionalDays, scope } from '../parameters';
import { orderReason } from '../reasons';
import type { Match, Subject, WhyNot } from '../rule';
import { scopeTakes, type Scope } from '../scopes';

/** The parameters that all order triggers share. */
export const orderParameters = () => ({ scope: scope(), days: days(), everyNth: optionalDays(1), minimumValue: optionalAmount() });

export interface OrderParameters {
  readonly scope: Scope;
  readonly days: number;
  readonly everyNth: number | null;
  readonly minimumValue: number | null;
}

/** What sets one order trigger apart from another. */
export interface OrderEvent {
  /** Why the order is none of its kind; null where it is. */
  readonly refuses: (order: Order) => Text | null;
  readonly trigger: (order: Order) => Text;
}

export const orderConflict = ({ scope: taken, everyNth }: OrderParameters): Text | null =>
  taken === 'First and every Nth' && everyNth === null ? rulesMessages.everyNthMissing : null;

/** The day the order was completed, as the sheet tells or as `Days to deliver` guesses. */
export const deliveredOn = (order: Order, { daysToDeliver }: Settings): Day => order.completedOn ?? addDays(order.day, daysToDeliver);

function orderRefused(order: Order, number: number, { scope: taken, everyNth, minimumValue }: OrderParameters, event: OrderEvent): Text | null {
  if (order.status !== 'completed') return whyNotMessages.orderStatus(order.id, order.status);
  // An unknown value is not zero; but it is not known to reach a minimum either.
  if (order.total !== null && order.total <= 0) return whyNotMessages.orderWorthless(order.id);
  if (!scopeTakes(taken, number, everyNth)) return whyNotMessages.orderNumber(order.id, number, taken);
  if (minimumValue !== null && minimumValue > 0) {
    const value = order.homeCurrency ? order.total : null;
    if (value === null || value < minimumValue) return whyNotMessages.orderBelow(order.id, value, minimumValue);
  }
  return event.refuses(order);
}

const isBefore = (a: Match, b: Match): number => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0);

/** The orders that the trigger takes and whose day has come, not before `since`, by that day. */
export function orderMatches(parameters: OrderParameters, subject: Subject, event: OrderEvent, since: Day | null): Match[] {
  const matches: Match[] = [];
  subject.orders.forEach((order, i) => {
    const delivered = deliveredOn(order, subject.settings);
    const day = addDays(delivered, parameters.days);
    if (day > subject.today || (since !== null && day < since) || orderRefused(order, i + 1, parameters, event) !== null) return;
    matches.push({
      occasion: order.id,
      day,
      orderId: order.id,
      trigger: event.trigger(order),
      // Most matches are history that no law lets through: their sentence is never asked for.
      get reason() {
        return orderReason(subject, order, i + 1, delivered);
      },
    });
  });
  return matches.sort(isBefore);
}

/** The first order that will come up, else why the newest one does not. */
export function orderWhyNot(parameters: OrderParameters, subject: Subject, event: OrderEvent): WhyNot {
  const coming: { readonly order: Order; readonly day: Day }[] = [];
  let newest: WhyNot | null = null;
  subject.orders.forEach((order, i) => {
    const day = addDays(deliveredOn(order, subject.settings), parameters.days);
    const refused = orderRefused(order, i + 1, parameters, event);
    if (refused === null && day > subject.today) coming.push({ order, day });
    newest = { condition: refused ?? whyNotMessages.orderMatched(order.id, day), earliest: null };
  });
  const [first] = coming.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  if (first !== undefined) return { condition: whyNotMessages.orderDue(first.order.id, first.day), earliest: first.day };
  const uncounted = subject.allOrders[subject.allOrders.length - 1];
  const none = uncounted === undefined ? whyNotMessages.noOrder : whyNotMessages.orderStatus(uncounted.id, uncounted.status);
  return newest ?? { condition: none, earliest: null };
}

/** An order that was cancelled or refunded; one that has vanished from the sheets is never taken for either. */
export function orderMoot(subject: Subject, occasion: string): Text | null {
  const order = subject.allOrders.find(({ id }) => id === occasion);
  if (order === undefined) return null;
  if (!order.counts || order.status !== 'completed') return mootMessages.orderNow(order.id, order.status);
  return order.total !== null && order.total <= 0 ? mootMessages.refunded(order.id) : null;
}
