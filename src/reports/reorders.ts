import type { Order } from '../orders/order';
import { addDays, daysBetween, type Day } from '../shared/day';
import { by, groupBy } from '../shared/collections';
import type { Task } from '../tasks/tasks.table';
import { endingOf } from './ending';
import { ENOUGH } from './difference';
import { ratio, type Period } from './report';

/** Occasions of one kind, and after how many of them the person ordered within the window. */
export interface Reordering {
  readonly count: number;
  readonly reordered: number;
  /** reordered ÷ count; null for 0 ÷ 0. */
  readonly rate: number | null;
}

export interface ReorderComparison {
  /** Tasks that ended in a contact. */
  readonly contacted: Reordering;
  /** Tasks that were skipped by hand or expired. */
  readonly notContacted: Reordering;
  /** Whether both groups are large enough for the difference to say something. */
  readonly enough: boolean;
}

export interface ReorderInput {
  readonly tasks: readonly Task[];
  /** Which of the tasks are to be counted; an order may still be credited to one of the others. */
  readonly isCounted: (task: Task) => boolean;
  readonly countsAsContact: (task: Task) => boolean;
  /** The address of the person whom an address belongs to. */
  readonly personOf: (email: string) => string;
  /** All orders of a person (their address as `personOf` gives it), counted or not. */
  readonly ordersOf: (person: string) => readonly Order[];
  /** Days after the event, its own day included as day 0. */
  readonly window: number;
  readonly period: Period;
  readonly today: Day;
}

interface Event {
  readonly id: string;
  readonly createdOn: Day | null;
  readonly person: string;
  readonly day: Day;
  readonly contacted: boolean;
  readonly isCounted: boolean;
}

/**
 * How many contacts of the period were followed by an order within the window, beside the same for tasks that were skipped or
 * expired. Only events whose window is over count, or a young week would look like failure. An order credits one event: the
 * last contact before it, or, where nobody was contacted within the window, the last task passed over. An order that no
 * longer counts credits none.
 */
export function reordersAfterContact(input: ReorderInput): ReorderComparison {
  const { ordersOf, window, period, today } = input;
  const tally = { contacted: { count: 0, reordered: 0 }, passedOver: { count: 0, reordered: 0 } };
  for (const [person, events] of groupBy(eventsOf(input), (event) => event.person)) {
    const credited = new Set<Event>();
    for (const order of ordersOf(person)) {
      if (!order.counts) continue;
      const before = events.filter(({ day }) => day <= order.day && daysBetween(day, order.day) <= window);
      const event = lastOf(before.filter(({ contacted }) => contacted)) ?? lastOf(before);
      if (event !== null) credited.add(event);
    }
    for (const event of events) {
      if (!event.isCounted || event.day < period.from || event.day > period.to || addDays(event.day, window) >= today) continue;
      const group = event.contacted ? tally.contacted : tally.passedOver;
      group.count += 1;
      if (credited.has(event)) group.reordered += 1;
    }
  }
  const withRate = (group: { count: number; reordered: number }): Reordering => ({ ...group, rate: ratio(group.reordered, group.count) });
  return {
    contacted: withRate(tally.contacted),
    notContacted: withRate(tally.passedOver),
    enough: tally.contacted.count >= ENOUGH && tally.passedOver.count >= ENOUGH,
  };
}

function eventsOf({ tasks, isCounted, countsAsContact, personOf, today }: ReorderInput): Event[] {
  return tasks.flatMap((task) => {
    if (task.email === null || task.completedOn === null) return [];
    const ending = endingOf(task, today);
    const contacted = ending === 'completed' && countsAsContact(task);
    if (!contacted && ending !== 'skipped' && ending !== 'expired') return [];
    return [{ id: task.id, createdOn: task.createdOn, person: personOf(task.email), day: task.completedOn, contacted, isCounted: isCounted(task) }];
  });
}

/** The event of the latest day; of several on it the task made last, wherever the rows stand. */
function lastOf(events: readonly Event[]): Event | null {
  const sorted = [...events].sort(by<Event>(({ day }) => day, ({ createdOn }) => createdOn ?? '', ({ id }) => id));
  return sorted[sorted.length - 1] ?? null;
}
