import { addDays, daysBetween } from '../../shared/day';
import { text, type Text } from '../../shared/text';
import { mootMessages, rulesMessages, triggerMessages, whyNotMessages } from '../messages';
import { optionalAmount, optionalDays } from '../parameters';
import { lastOrderOf, personReason } from '../reasons';
import type { Match, Subject, WhyNot } from '../rule';
import { trigger } from '../trigger';
import { spendRefused } from './spend';

interface Quiet {
  readonly days: number | null;
  readonly minimumValue: number | null;
}

const LAST = 'last:';

const limitOf = ({ days }: Quiet, { settings }: Pick<Subject, 'settings'>): number => days ?? settings.lapsedAfterDays;

function matches(parameters: Quiet, subject: Subject): Match[] {
  const last = lastOrderOf(subject.orders);
  if (last === undefined || spendRefused(subject, parameters.minimumValue) !== null) return [];
  const limit = limitOf(parameters, subject);
  const quietFor = daysBetween(last.day, subject.today);
  if (quietFor <= limit || quietFor > subject.settings.lostAfterDays) return [];
  return [
    {
      occasion: `${LAST}${last.id}`,
      day: addDays(last.day, limit + 1),
      orderId: last.id,
      trigger: triggerMessages.noOrderFor(limit),
      get reason() {
        return personReason(subject);
      },
    },
  ];
}

function whyNot(parameters: Quiet, subject: Subject): WhyNot {
  const { today, settings } = subject;
  const last = lastOrderOf(subject.orders);
  if (last === undefined) return { condition: whyNotMessages.noOrder, earliest: null };
  const refused = spendRefused(subject, parameters.minimumValue);
  if (refused !== null) return { condition: refused, earliest: null };
  const limit = limitOf(parameters, subject);
  const day = addDays(last.day, limit + 1);
  if (day > today) return { condition: whyNotMessages.orderedLately(last.day, today, limit), earliest: day };
  if (daysBetween(last.day, today) > settings.lostAfterDays) return { condition: whyNotMessages.lost(last.day, today, settings.lostAfterDays), earliest: null };
  return { condition: whyNotMessages.quietSince(day), earliest: null };
}

function moot(parameters: Quiet, subject: Subject, occasion: string): Text | null {
  const { orders, allOrders, today } = subject;
  const last = lastOrderOf(orders);
  const id = occasion.slice(LAST.length);
  if (last === undefined || last.id === id) return null;
  const then = allOrders.find((order) => order.id === id) ?? orders.find((order) => order.id === id);
  // The order of then may have vanished: then only an order within the limit is certainly a later one.
  const isLater = then === undefined ? daysBetween(last.day, today) <= limitOf(parameters, subject) : isAfter(last, then);
  return isLater ? mootMessages.orderedSince(last.id) : null;
}

interface Dated {
  readonly day: string;
  readonly second: number;
  readonly id: string;
}

const isAfter = (a: Dated, b: Dated): boolean => (a.day === b.day ? (a.second === b.second ? a.id !== b.id : a.second > b.second) : a.day > b.day);

export const noOrderFor = trigger({
  name: 'No order for',
  help: text(
    'The last order that counts is more than Days ago (blank = Lapsed after days) and at most Lost after days ago; once per lapse. Minimum Value: only people who spent at least that.',
    'ההזמנה האחרונה שנספרת הייתה לפני יותר מ-Days ימים (ריק = Lapsed after days) ולכל היותר לפני Lost after days; פעם אחת לכל הפסקה. Minimum Value: רק מי שקנו לפחות בסכום זה.',
  ),
  boundByStart: false,
  parameters: () => ({ days: optionalDays(0), minimumValue: optionalAmount() }),
  conflict: (parameters, settings) => {
    const limit = limitOf(parameters, { settings });
    return limit >= settings.lostAfterDays ? rulesMessages.lostBefore(limit, settings.lostAfterDays) : null;
  },
  matches,
  whyNot,
  moot,
});
