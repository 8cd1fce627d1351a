import { yearOf } from '../../shared/day';
import { text } from '../../shared/text';
import { leadMessages, triggerMessages, whyNotMessages } from '../messages';
import { daysBefore, optionalAmount } from '../parameters';
import { personKey } from '../person-key';
import { personReason } from '../reasons';
import type { Match, Subject, WhyNot } from '../rule';
import { trigger } from '../trigger';
import { monthDayOf } from '../words';
import { spendRefused } from './spend';
import { newestTurn, nextTurn, type YearlyDate } from './yearly';

interface Parameters {
  readonly days: number;
  readonly minimumValue: number | null;
}

function dateFor({ contact, today }: Subject): YearlyDate | null {
  const monthDay = contact.birthday === null ? null : monthDayOf(contact.birthday);
  return monthDay === null ? null : { ...monthDay, fromYear: yearOf(today) - 1 };
}

function matches({ days, minimumValue }: Parameters, subject: Subject): Match[] {
  const yearly = dateFor(subject);
  const turn = yearly === null ? null : newestTurn(yearly, subject.today, days);
  if (turn === null || spendRefused(subject, minimumValue) !== null) return [];
  return [
    {
      occasion: `${personKey(subject)} ${turn.year}`,
      day: turn.day,
      orderId: null,
      trigger: triggerMessages.birthday(turn.date),
      get reason() {
        return personReason(subject, leadMessages.birthday(turn.date));
      },
    },
  ];
}

function whyNot({ days, minimumValue }: Parameters, subject: Subject): WhyNot {
  const { birthday: cell } = subject.contact;
  if (cell === null) return { condition: whyNotMessages.noBirthday, earliest: null };
  const yearly = dateFor(subject);
  if (yearly === null) return { condition: whyNotMessages.badBirthday(cell), earliest: null };
  const refused = spendRefused(subject, minimumValue);
  if (refused !== null) return { condition: refused, earliest: null };
  const turn = nextTurn(yearly, subject.today, days);
  return { condition: whyNotMessages.dateComes(turn.date), earliest: turn.day };
}

export const birthday = trigger({
  name: 'Birthday',
  help: text(
    'Days before the person’s birthday, every year (29 February is the 28th in common years); blank = on the day. Minimum Value: only people who spent at least that.',
    'מספר הימים ב-Days לפני יום ההולדת, בכל שנה (29 בפברואר נחשב ל-28 בשנה רגילה); ריק = ביום עצמו. Minimum Value: רק מי שקנו לפחות בסכום זה.',
  ),
  boundByStart: true,
  parameters: () => ({ days: daysBefore(), minimumValue: optionalAmount() }),
  matches,
  whyNot,
  moot: () => null,
});
