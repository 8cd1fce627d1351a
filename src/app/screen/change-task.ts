import { daysBetween, type Day } from '../../shared/day';
import { Refusal } from '../../shared/problem';
import { fold } from '../../shared/text';
import { tasksMessages } from '../../tasks/finishing-messages';
import { DEFAULT_ASSIGNEE, dueOf } from '../../tasks/task-state';
import { tasksTable, type TaskSheetRow, type TaskStatus } from '../../tasks/tasks.table';
import { contactsOf } from '../contacts-of';
import type { Shop } from '../shop';
import { openState } from '../shop-state';

/** What the screen edits of a task, as it saw it and as it shall be. */
export interface TaskChange {
  readonly id: string;
  readonly was: { readonly assignedTo: string; readonly note: string | null };
  readonly set: { readonly assignedTo?: string | undefined; readonly note?: string | null | undefined };
}

/** Writes an edit of the screen's. First one wins: what someone changed meanwhile in the same cell stays, and is told. */
export function changeTask(shop: Shop, { id, was, set }: TaskChange): null {
  const { image, task } = taskIn(shop, id);
  // A cell that shows what is wanted was written by this very change, whose answer was lost.
  const isStale = (stands: string, seen: string, wanted: string | null | undefined): boolean => wanted !== undefined && stands !== seen && stands !== (wanted ?? '');
  if (isStale(task.assignedTo ?? DEFAULT_ASSIGNEE, was.assignedTo, set.assignedTo) || isStale(task.note ?? '', was.note ?? '', set.note)) throw new Refusal(tasksMessages.changedMeanwhile(id));
  const entry = { ...(set.assignedTo === undefined ? {} : { assignedTo: set.assignedTo }), ...(set.note === undefined ? {} : { note: set.note === '' ? null : set.note }) };
  if (shop.book.enter(image, [{ at: task.at, set: entry }]).length > 0) throw new Refusal(tasksMessages.changedMeanwhile(id));
  return null;
}

/** How a task stood before the manager finished or moved it. */
export interface TaskBefore {
  readonly status: TaskStatus;
  readonly outcome: string | null;
  readonly completedOn: Day | null;
  readonly due: Day;
  readonly tries: number;
  readonly lastContactedOn: Day | null;
  readonly note: string | null;
}

export interface Restoring {
  readonly id: string;
  /** What the task came to; if it is something else by now, nothing is undone. */
  readonly after: { readonly status: TaskStatus; readonly outcome: string | null; readonly due: Day };
  readonly before: TaskBefore;
}

/** Takes back what was just done to a task: its row, and the person's Last Contacted where nothing newer stands there. */
export function restoreTask(shop: Shop, { id, after, before }: Restoring): null {
  const { image, task } = taskIn(shop, id);
  const stands = (as: Restoring['after']): boolean => (task.status ?? 'Pending') === as.status && (task.outcome ?? '') === (as.outcome ?? '') && daysBetween(dueOf(task, shop.today), as.due) === 0;
  const contacts = contactsOf(shop.book, [task.email ?? '']);
  const contact = contacts.rows.find((row) => row.email === fold(task.email ?? '') && row.lastContactedOn === shop.today && before.lastContactedOn !== shop.today);
  const isTried = (task.tries ?? 0) !== before.tries;
  // The row as it was before, and not yet all that goes with it: taken back by a click that was cut off.
  const isHalfDone = stands(before) && (isTried || contact !== undefined || (task.note ?? '') !== (before.note ?? ''));
  if (!stands(after) && !isHalfDone) throw new Refusal(tasksMessages.changedMeanwhile(id));
  const rest = { outcome: before.outcome, completedOn: before.completedOn, dueOn: before.due, note: before.note };
  // Cut off between two cells, an open task is one with a date too many and a finished one is still open: both are mended by the next run.
  const entry = before.status === 'Pending' ? { status: before.status, ...rest } : { ...rest, status: before.status };
  if (shop.book.enter(image, [{ at: task.at, set: entry }]).length > 0) throw new Refusal(tasksMessages.changedMeanwhile(id));
  if (isTried) shop.book.patch(image, [{ at: task.at, set: { tries: before.tries } }]);
  if (contact !== undefined) shop.book.patch(contacts, [{ at: contact.at, set: { lastContactedOn: before.lastContactedOn } }]);
  return null;
}

function taskIn(shop: Shop, id: string) {
  const state = openState(shop);
  const image = state.image(tasksTable);
  const task: TaskSheetRow | undefined = image.rows.find((row) => row.id === id);
  if (task === undefined) throw new Refusal(tasksMessages.noSuchTask(id));
  return { image, task };
}
