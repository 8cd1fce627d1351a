import type { Order } from '../orders/order';
import { daysBetween, type Day } from '../shared/day';
import { groupBy } from '../shared/collections';
import { medianOf } from '../shared/money';
import { fold } from '../shared/text';
import type { Task } from '../tasks/tasks.table';
import { endingOf } from './ending';

/** The figures of one group of tasks due in the period. */
export interface Figures {
  readonly due: number;
  readonly completed: number;
  /** By hand. */
  readonly skipped: number;
  /** By the script: the reason for the task was gone. */
  readonly withdrawn: number;
  /** By the script: nobody came to it in time. */
  readonly expired: number;
  /** Still open after its due date. */
  readonly overdue: number;
  /** completed ÷ (completed + skipped by hand + expired + overdue); null where that is 0 ÷ 0. */
  readonly completionRate: number | null;
  /** Of the completed ones, done on or before the due date as it stands. */
  readonly onTimeRate: number | null;
  /** The same against the first due date, before any move. */
  readonly onTimeFirstRate: number | null;
  /** Median days from the due date to the day of completion; negative = before it was due. */
  readonly medianDaysToDone: number | null;
}

export interface GroupFigures extends Figures {
  readonly name: string;
}

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

export interface ReportFilter {
  readonly period: Period;
  readonly assignee: string | null;
  readonly type: string | null;
}

/** By what the figures can be grouped: the name of the group a task belongs to. */
export const groupings = {
  type: (task: Task): string => task.type ?? '',
  rule: (task: Task): string => task.rule ?? '',
  assignee: (task: Task): string => task.assignedTo ?? '',
  language: (task: Task): string => task.messageLanguage ?? '',
} as const;
export type Grouping = keyof typeof groupings;

/** The tasks that the filter takes: due within the period, both ends included. */
export const tasksDueIn = (tasks: readonly Task[], { period, assignee, type }: ReportFilter): Task[] =>
  tasks.filter(
    (task) =>
      task.dueOn !== null &&
      task.dueOn >= period.from &&
      task.dueOn <= period.to &&
      (assignee === null || fold(task.assignedTo ?? '') === fold(assignee)) &&
      (type === null || fold(task.type ?? '') === fold(type)),
  );

/** The figures of these tasks. */
export function figuresOf(tasks: readonly Task[], today: Day): Figures {
  const counts = { completed: 0, skipped: 0, withdrawn: 0, expired: 0, overdue: 0, open: 0 };
  for (const task of tasks) counts[endingOf(task, today)] += 1;
  const completed = tasks.filter((task) => task.status === 'Completed' && task.completedOn !== null && task.dueOn !== null);
  const doneBy = (dueOf: (task: Task) => Day | null): number => completed.filter((task) => (task.completedOn ?? '') <= (dueOf(task) ?? '')).length;
  return {
    due: tasks.length,
    completed: counts.completed,
    skipped: counts.skipped,
    withdrawn: counts.withdrawn,
    expired: counts.expired,
    overdue: counts.overdue,
    completionRate: ratio(counts.completed, counts.completed + counts.skipped + counts.expired + counts.overdue),
    onTimeRate: ratio(doneBy((task) => task.dueOn), completed.length),
    onTimeFirstRate: ratio(doneBy((task) => task.firstDueOn ?? task.dueOn), completed.length),
    medianDaysToDone: medianOf(completed.map((task) => daysBetween(task.dueOn ?? '', task.completedOn ?? ''))),
  };
}

/** The figures of each group, by name. */
export const figuresBy = (grouping: (task: Task) => string, tasks: readonly Task[], today: Day): GroupFigures[] =>
  [...groupBy(tasks, grouping)]
    .map(([name, group]) => ({ name, ...figuresOf(group, today) }))
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));

/** Null for 0 ÷ 0. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** A group of people that were contacted, or not, and how many of them ordered within the window after it. */
export interface Reordering {
  readonly people: number;
  readonly reordered: number;
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

/** Fewer than this in either group tells nothing. */
const ENOUGH = 30;

/**
 * Orders within `window` days after a contact (the day itself not counted), beside the same for tasks that were skipped
 * or expired. Only events whose window is over count, or a young week would look like failure. One order credits the
 * last event before it only; an order that no longer counts credits none.
 */
export function reordersAfterContact(
  tasks: readonly Task[],
  countsAsContact: (task: Task) => boolean,
  ordersOf: (email: string) => readonly Order[],
  window: number,
  period: Period,
  today: Day,
): ReorderComparison {
  const events = tasks.flatMap((task) => {
    const ending = endingOf(task, today);
    const contacted = ending === 'completed' && countsAsContact(task);
    const passedOver = ending === 'skipped' || ending === 'expired';
    return task.email !== null && task.completedOn !== null && (contacted || passedOver) ? [{ email: fold(task.email), day: task.completedOn, contacted }] : [];
  });
  const tally = { contacted: { people: 0, reordered: 0 }, passedOver: { people: 0, reordered: 0 } };
  for (const [email, ofPerson] of groupBy(events, (event) => event.email)) {
    const inOrder = [...ofPerson].sort((a, b) => (a.day < b.day ? -1 : 1));
    const orders = ordersOf(email);
    inOrder.forEach((event, index) => {
      if (event.day < period.from || event.day > period.to || daysBetween(event.day, today) < window) return;
      const next = inOrder[index + 1]?.day;
      const credited = orders.some((order) => order.day > event.day && daysBetween(event.day, order.day) <= window && (next === undefined || order.day <= next));
      const group = event.contacted ? tally.contacted : tally.passedOver;
      group.people += 1;
      if (credited) group.reordered += 1;
    });
  }
  const withRate = (group: { people: number; reordered: number }): Reordering => ({ ...group, rate: ratio(group.reordered, group.people) });
  return {
    contacted: withRate(tally.contacted),
    notContacted: withRate(tally.passedOver),
    enough: tally.contacted.people >= ENOUGH && tally.passedOver.people >= ENOUGH,
  };
}
