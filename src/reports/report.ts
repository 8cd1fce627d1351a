import { daysBetween, type Day } from '../shared/day';
import { by, groupBy } from '../shared/collections';
import { medianOf } from '../shared/money';
import { fold, tidy } from '../shared/text';
import type { Task } from '../tasks/tasks.table';
import { DEFAULT_ASSIGNEE, dueOf } from '../tasks/task-state';
import { endingOf } from './ending';
import { weekOf } from './weeks';

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

/** By what the figures can be grouped: the name of the group a task belongs to. A week is named by its Sunday. */
export const groupings = {
  week: (task: Task, today: Day): string => weekOf(dueOf(task, today)),
  type: (task: Task): string => tidy(task.type ?? ''),
  rule: (task: Task): string => tidy(task.rule ?? ''),
  assignee: (task: Task): string => assigneeOf(task),
  language: (task: Task): string => tidy(task.messageLanguage ?? ''),
} as const;

/** Who does the task; whom a cleared cell leaves it to. */
export const assigneeOf = ({ assignedTo }: Pick<Task, 'assignedTo'>): string => tidy(assignedTo ?? '') || DEFAULT_ASSIGNEE;

/** Whether the filter takes tasks of this kind and person who does them, whenever they are due. */
export const isOfFilter =
  ({ assignee, type }: Pick<ReportFilter, 'assignee' | 'type'>) =>
  (task: Task): boolean =>
    (assignee === null || fold(assigneeOf(task)) === fold(assignee)) && (type === null || fold(task.type ?? '') === fold(type));

/** The tasks that the filter takes: due within the period, both ends included. A cleared due date is the first one. */
export function tasksDueIn(tasks: readonly Task[], filter: ReportFilter, today: Day): Task[] {
  const isTaken = isOfFilter(filter);
  return tasks.filter((task) => {
    const due = dueOf(task, today);
    return due >= filter.period.from && due <= filter.period.to && isTaken(task);
  });
}

/** The figures of these tasks. */
export function figuresOf(tasks: readonly Task[], today: Day): Figures {
  const counts = { completed: 0, skipped: 0, withdrawn: 0, expired: 0, overdue: 0, open: 0 };
  for (const task of tasks) counts[endingOf(task, today)] += 1;
  const completed = tasks.filter((task) => task.status === 'Completed' && task.completedOn !== null);
  const doneBy = (wanted: (task: Task) => Day): number => completed.filter((task) => (task.completedOn ?? today) <= wanted(task)).length;
  return {
    due: tasks.length,
    completed: counts.completed,
    skipped: counts.skipped,
    withdrawn: counts.withdrawn,
    expired: counts.expired,
    overdue: counts.overdue,
    completionRate: ratio(counts.completed, counts.completed + counts.skipped + counts.expired + counts.overdue),
    onTimeRate: ratio(doneBy((task) => dueOf(task, today)), completed.length),
    onTimeFirstRate: ratio(doneBy((task) => task.firstDueOn ?? dueOf(task, today)), completed.length),
    medianDaysToDone: medianOf(completed.map((task) => daysBetween(dueOf(task, today), task.completedOn ?? today))),
  };
}

/** The figures of each group, by name. A name is one however it is written, as it is for the drop-downs; the first spelling stands for it. */
export const figuresBy = (grouping: (task: Task, today: Day) => string, tasks: readonly Task[], today: Day): GroupFigures[] =>
  [...groupBy(tasks, (task) => fold(grouping(task, today))).values()]
    .flatMap((group) => (group[0] === undefined ? [] : [{ name: grouping(group[0], today), ...figuresOf(group, today) }]))
    .sort(by(({ name }) => fold(name)));

/** Null for 0 ÷ 0. */
export const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
