import type { Settings } from '../settings/settings';
import { daysBetween, type Day } from '../shared/day';
import { isOpen } from './finish-task';
import { tasksTable, type Task, type TaskSheetRow } from './tasks.table';

export interface ArchivePlan {
  /** Rows to copy to the archive, the manager's own columns included; those with an equal copy there already are left out. */
  readonly copy: readonly TaskSheetRow[];
  /** Rows that may leave CRM Tasks once their copies have been read again: see `copiedRows`. */
  readonly leaving: readonly TaskSheetRow[];
}

/** Whether the task was finished more than `Archive after days` ago. */
export const isFinishedLongAgo = (task: Task, { archiveAfterDays }: Pick<Settings, 'archiveAfterDays'>, today: Day): boolean =>
  !isOpen(task) && task.completedOn !== null && daysBetween(task.completedOn, today) > archiveAfterDays;

/** Tasks finished more than `Archive after days` ago move to the archive, unchanged. */
export function planArchive(tasks: readonly TaskSheetRow[], archived: readonly Task[], settings: Pick<Settings, 'archiveAfterDays'>, today: Day): ArchivePlan {
  const leaving = tasks.filter((task) => isFinishedLongAgo(task, settings, today));
  const there = new Set(copiedRows(leaving, archived));
  return { copy: leaving.filter((task) => !there.has(task.at)), leaving };
}

/** Of the rows leaving CRM Tasks those whose copy in the archive, as it was read again, is equal: these may be deleted. */
export function copiedRows(leaving: readonly TaskSheetRow[], archived: readonly Task[]): number[] {
  if (leaving.length === 0) return [];
  const copies = new Set(archived.map(contentOf));
  return leaving.filter((task) => copies.has(contentOf(task))).map((task) => task.at);
}

// The table names the columns, so that a column added later is compared too.
const contentOf = (task: Task): string => JSON.stringify(Object.keys(tasksTable.columns).map((field) => task[field as keyof Task])); // the keys of `columns` are the fields of a row
