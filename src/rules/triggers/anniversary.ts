import { dateOf, monthOf, yearOf } from '../../shared/day';
import { text } from '../../shared/text';
import { leadMessages, triggerMessages, whyNotMessages } from '../messages';
import { daysBefore, optionalAmount } from '../parameters';
import { personKey } from '../person-key';
import { personReason } from '../reasons';
import type { Match, Subject, WhyNot } from '../rule';
import { trigger } from '../trigger';
import { spendRefused } from './spend';
import { newestTurn, nextTurn, type YearlyDate } from './yearly';

interface Parameters {
  readonly days: number;
  readonly minimumValue: number | null;
}

function dateFor({ orders }: Subject): (YearlyDate & { readonly firstOrderOn: string }) | null {
  const first = orders[0]?.day;
  return first === undefined ? null : { month: monthOf(first), date: dateOf(first), fromYear: yearOf(first) + 1, firstOrderOn: first };
}

function matches({ days, minimumValue }: Parameters, subject: Subject): Match[] {
  const yearly = dateFor(subject);
  const turn = yearly === null ? null : newestTurn(yearly, subject.today, days);
  if (yearly === null || turn === null || spendRefused(subject, minimumValue) !== null) return [];
  const years = turn.year - yearOf(yearly.firstOrderOn);
  return [
    {
      occasion: `${personKey(subject)} ${turn.year}`,
      day: turn.day,
      orderId: null,
      trigger: triggerMessages.anniversary(years),
      get reason() {
        return personReason(subject, leadMessages.anniversary(years, yearly.firstOrderOn, turn.date));
      },
    },
  ];
}

function whyNot({ days, minimumValue }: Parameters, subject: Subject): WhyNot {
  const yearly = dateFor(subject);
  if (yearly === null) return { condition: whyNotMessages.noOrder, earliest: null };
  const refused = spendRefused(subject, minimumValue);
  if (refused !== null) return { condition: refused, earliest: null };
  const turn = nextTurn(yearly, subject.today, days);
  return { condition: whyNotMessages.dateComes(turn.date), earliest: turn.day };
}

export const anniversary = trigger({
  name: 'Anniversary of first order',
  help: text(
    'Days before the day on which the person’s first order was made, every later year; blank = on the day. Minimum Value: only people who spent at least that.',
    'מספר הימים ב-Days לפני יום השנה להזמנה הראשונה, בכל שנה שאחריה; ריק = ביום עצמו. Minimum Value: רק מי שקנו לפחות בסכום זה.',
  ),
  boundByStart: true,
  parameters: () => ({ days: daysBefore(), minimumValue: optionalAmount() }),
  matches,
  whyNot,
  moot: () => null,
});
