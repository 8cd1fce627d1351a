import { israelHolidays } from '../../settings/israel-holidays';
import { addDays, yearOf, type Day } from '../../shared/day';
import { text, type Text } from '../../shared/text';
import type { Order } from '../../orders/order';
import { leadMessages, mootMessages, triggerMessages, whyNotMessages } from '../messages';
import { daysAhead, optionalAmount } from '../parameters';
import { personKey } from '../person-key';
import { personReason } from '../reasons';
import type { Match, Subject, WhyNot } from '../rule';
import { trigger } from '../trigger';
import { spendRefused } from './spend';

interface Parameters {
  readonly days: number;
  readonly minimumValue: number | null;
}

/** The two seasons of a wine shop, by how the table of holidays begins their first day. */
const SEASONS: readonly { readonly begins: string; readonly name: Text }[] = [
  { begins: 'Pesach, first', name: text('Pesach', 'פסח') },
  { begins: 'Rosh Hashana, first', name: text('Rosh Hashana', 'ראש השנה') },
];

/** An order so many days before a holiday is one for the holiday. */
const SEASON_DAYS = 45;

interface Season {
  readonly name: Text;
  readonly date: Day;
  readonly lastYear: Day;
}

const known = new Map<number, readonly Season[]>();

/** The seasons of a year whose date and last year's are in the table of holidays. */
function seasonsOf(year: number): readonly Season[] {
  const before = known.get(year);
  if (before !== undefined) return before;
  const holidays = israelHolidays(year - 1, year);
  const dateOf = (begins: string, of: number): Day | undefined => holidays.find(({ date, why }) => yearOf(date) === of && why.en.startsWith(begins))?.date;
  const seasons = SEASONS.flatMap(({ begins, name }) => {
    const [date, lastYear] = [dateOf(begins, year), dateOf(begins, year - 1)];
    return date === undefined || lastYear === undefined ? [] : [{ name, date, lastYear }];
  });
  known.set(year, seasons);
  return seasons;
}

const orderBefore = (orders: readonly Order[], holiday: Day): Order | undefined => {
  const from = addDays(holiday, -SEASON_DAYS);
  return orders.find(({ day }) => day >= from && day < holiday);
};

const orderSince = (orders: readonly Order[], holiday: Day): Order | undefined => {
  const from = addDays(holiday, -SEASON_DAYS);
  return orders.find(({ day }) => day >= from);
};

function matches({ days, minimumValue }: Parameters, subject: Subject): Match[] {
  const { orders, today } = subject;
  if (orders.length === 0 || spendRefused(subject, minimumValue) !== null) return [];
  return seasonsOf(yearOf(today)).flatMap(({ name, date, lastYear }): Match[] => {
    const day = addDays(date, -days);
    if (today < day || today >= date || orderBefore(orders, lastYear) === undefined || orderSince(orders, date) !== undefined) return [];
    return [
      {
        occasion: `${personKey(subject)} ${date}`,
        day,
        orderId: null,
        trigger: triggerMessages.holiday(name, date),
        get reason() {
          return personReason(subject, leadMessages.holiday(name, lastYear));
        },
      },
    ];
  });
}

function whyNot({ days, minimumValue }: Parameters, subject: Subject): WhyNot {
  const { orders, today } = subject;
  if (orders.length === 0) return { condition: whyNotMessages.noOrder, earliest: null };
  const refused = spendRefused(subject, minimumValue);
  if (refused !== null) return { condition: refused, earliest: null };
  const coming = [...seasonsOf(yearOf(today)), ...seasonsOf(yearOf(today) + 1)].filter(({ date }) => date > today);
  const next = coming.find(({ lastYear }) => orderBefore(orders, lastYear) !== undefined);
  if (next === undefined) return { condition: whyNotMessages.notBeforeHoliday, earliest: null };
  const since = orderSince(orders, next.date);
  const day = addDays(next.date, -days);
  if (since !== undefined) return { condition: whyNotMessages.orderedForHoliday(since.id), earliest: null };
  return { condition: whyNotMessages.dateComes(next.date), earliest: day > today ? day : null };
}

function moot(subject: Subject, occasion: string): Text | null {
  const order = orderSince(subject.orders, occasion.split(' ')[1] ?? '');
  return order === undefined ? null : mootMessages.orderedSince(order.id);
}

export const beforeHoliday = trigger({
  name: 'Before a holiday',
  help: text(
    `Days before Pesach and Rosh Hashana: people who ordered in the ${SEASON_DAYS} days before the same holiday last year and have not yet this year. Minimum Value: only people who spent at least that.`,
    `מספר הימים ב-Days לפני פסח וראש השנה: מי שהזמינו ב-${SEASON_DAYS} הימים שלפני אותו חג בשנה שעברה, ועדיין לא השנה. Minimum Value: רק מי שקנו לפחות בסכום זה.`,
  ),
  boundByStart: true,
  parameters: () => ({ days: daysAhead(SEASON_DAYS), minimumValue: optionalAmount() }),
  matches,
  whyNot,
  moot: (_parameters, subject, occasion) => moot(subject, occasion),
});
