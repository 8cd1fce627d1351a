import { planContactSync } from '../../contacts/plan-contact-sync';
import { contactsTable } from '../../contacts/contacts.table';
import { erasedKeys } from '../../contacts/erased';
import type { Person } from '../../contacts/person';
import { periodNamed } from '../../reports/periods';
import { reordersAfterContact } from '../../reports/reorders';
import { assigneeOf, figuresBy, figuresOf, groupings, isOfFilter, tasksDueIn, type Period } from '../../reports/report';
import type { NamedFigures as Named, ReportFigures } from '../../reports/report-figures';
import { secondOrders } from '../../reports/second-orders';
import { statusHistory } from '../../reports/status-history';
import { weekEnds, weekOf, weeksFrom } from '../../reports/weeks';
import { addDays, earliest, type Day } from '../../shared/day';
import { fold } from '../../shared/text';
import { dueOf, isAutoEnded } from '../../tasks/task-state';
import { taskArchiveTable, tasksTable, type Task } from '../../tasks/tasks.table';
import { outcomeNamed } from '../../tasks/outcomes';
import { by, indexBy } from '../../shared/collections';
import { ordersAsTheyStand } from '../order-sources';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';

export interface ReportQuery {
  /** Null = since the first task; a name of `periods` instead of days is taken too. */
  readonly from: Day | null;
  readonly to: Day | null;
  readonly period?: string | null;
  readonly assignee: string | null;
  readonly type: string | null;
}

const WEEKS_SHOWN = 12;
/** More weeks than this are shown only where something was due; statuses are shown for no more. */
const MOST_EMPTY_WEEKS = 106;

/** The figures of the tasks due in a period, archived ones included. Writes nothing. */
export const reportFigures = (shop: Shop, query: ReportQuery): ReportFigures => reportOf(openState(shop), query);

export function reportOf(state: ShopState, query: ReportQuery): ReportFigures {
  const { today } = state.shop;
  const all = [...indexBy([...state.image(tasksTable).rows, ...state.image(taskArchiveTable).rows], (task) => task.id).values()];
  const period = periodOf(query, all, today);
  const filter = { period, assignee: query.assignee, type: query.type };
  const tasks = tasksDueIn(all, filter, today);
  const grouped = <K extends keyof typeof groupings>(key: K): Named<K>[] =>
    figuresBy(groupings[key], tasks, today).map(({ name, ...figures }) => ({ [key]: name, ...figures }) as Named<K>); // the computed key is K
  const names = (of: (task: Task) => string | null): string[] =>
    [...indexBy(all.flatMap((task) => of(task)?.trim() ?? []).filter((name) => name !== ''), fold).values()].sort(by(fold));
  return {
    period,
    today,
    total: figuresOf(tasks, today),
    byWeek: withEmptyWeeks(grouped('week'), period, today),
    byType: grouped('type'),
    byRule: grouped('rule'),
    byAssignee: grouped('assignee'),
    byLanguage: grouped('language'),
    orders: orderFigures(state, all, filter),
    assignees: names(assigneeOf),
    types: names((task) => task.type),
  };
}

function periodOf({ from, to, period }: ReportQuery, tasks: readonly Task[], today: Day): Period {
  if (period !== undefined && period !== null) return periodNamed(period, today).period;
  return { from: from ?? earliest(tasks.map((task) => dueOf(task, today))) ?? today, to: to ?? today };
}

function withEmptyWeeks(weeks: readonly Named<'week'>[], { from, to }: Period, today: Day): Named<'week'>[] {
  const first = weeks[0]?.week;
  const start = first !== undefined && first > weekOf(from) && weeksFrom(from, first).length > WEEKS_SHOWN ? first : from;
  const known = new Map(weeks.map((week) => [week.week, week]));
  // Weeks to come are shown as far as something is due in them.
  const begun = to < today ? to : today;
  const last = weeks[weeks.length - 1]?.week ?? begun;
  const touched = weeksFrom(start, last > begun ? last : begun);
  if (touched.length > MOST_EMPTY_WEEKS) return [...weeks];
  const nothing = figuresOf([], today);
  return touched.map((week) => known.get(week) ?? { week, ...nothing });
}

function orderFigures(state: ShopState, tasks: readonly Task[], filter: { readonly period: Period; readonly assignee: string | null; readonly type: string | null }): ReportFigures['orders'] {
  const sources = ordersAsTheyStand(state);
  if (sources === null) return null;
  const { today } = state.shop;
  const settings = state.settings();
  const contacts = state.image(contactsTable);
  const { people } = planContactSync({ orders: sources.orders, alsoSeen: sources.alsoSeen, contacts, settings, today, erasedKeyOf: erasedKeys(contacts.rows) });
  const byEmail = new Map(people.map((person) => [person.contact.email, person]));
  const personOf = (email: string): string => {
    const person = byEmail.get(fold(email));
    return person?.aliasOf ?? person?.contact.email ?? fold(email);
  };
  const { outcomes } = state.outcomes();
  const countsAsContact = (task: Task): boolean => task.status === 'Completed' && (task.outcome === null || outcomeNamed(outcomes, task.outcome).countsAsContact);
  return {
    reorders: reordersAfterContact({
      tasks,
      isCounted: isOfFilter(filter),
      countsAsContact,
      personOf,
      ordersOf: (person) => byEmail.get(person)?.allOrders ?? [],
      window: settings.reorderWindowDays,
      period: filter.period,
      today,
    }),
    reorderWindowDays: settings.reorderWindowDays,
    secondOrders: secondOrders(customersOf(people, tasks, countsAsContact, personOf), filter.period),
    statuses: statusHistory(people, historyDays(filter.period, people, today), settings.lapsedAfterDays),
  };
}

/** The ends of the period's weeks, and of the weeks before it where it is shorter than a trend needs; none before the first order. */
function historyDays({ from, to }: Period, people: readonly Person[], today: Day): Day[] {
  const end = to < today ? to : today;
  const trend = addDays(weekOf(end), -7 * (WEEKS_SHOWN - 1));
  const first = earliest(people.flatMap(({ allOrders }) => allOrders.map(({ day }) => day))) ?? trend;
  const start = from < trend ? from : trend;
  return weekEnds(start < first ? first : start, end).slice(-MOST_EMPTY_WEEKS);
}

function customersOf(people: readonly Person[], tasks: readonly Task[], countsAsContact: (task: Task) => boolean, personOf: (email: string) => string) {
  const welcomedOn = new Map<string, Day>();
  for (const task of tasks) {
    if (fold(task.type ?? '') !== 'welcome' || task.email === null || task.completedOn === null || isAutoEnded(task) || !countsAsContact(task)) continue;
    const person = personOf(task.email);
    const known = welcomedOn.get(person);
    if (known === undefined || task.completedOn < known) welcomedOn.set(person, task.completedOn);
  }
  return people.filter(({ aliasOf }) => aliasOf === null).map(({ contact, orders }) => ({ orders, welcomedOn: welcomedOn.get(contact.email) ?? null }));
}
