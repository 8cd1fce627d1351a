import type { Rule } from '../rules/rule';
import type { Day } from '../shared/day';
import { fold, languages } from '../shared/text';
import { isOpen } from './finish-task';
import type { LedgerState } from './ledger.table';
import { AUTO, planningMessages } from './planning-messages';
import type { Task } from './tasks.table';

/** Who does a task where its rule names nobody. */
export const DEFAULT_ASSIGNEE = 'Manager';

/** Whether the script ended the task, by its Outcome `Auto: …`. */
export const isAutoEnded = (task: Pick<Task, 'status' | 'outcome'>): boolean => task.status === 'Skipped' && task.outcome !== null && task.outcome.startsWith(AUTO.trim());

/** Whether Mailchimp does the task: then it is no part of the manager's list. */
export const isForMailchimp = (task: Pick<Task, 'assignedTo'>): boolean => task.assignedTo !== null && fold(task.assignedTo) === 'mailchimp';

/** When an open task is due; a cleared Due Date means the first one, so that clearing a cell hides no task. */
export const dueOf = (task: Pick<Task, 'dueOn' | 'firstDueOn' | 'createdOn'>, today: Day): Day => task.dueOn ?? task.firstDueOn ?? task.createdOn ?? today;

// The words up to the first figure, so that "expired, 31 days overdue" is known in either language.
const expiredWords = languages.map((language) => `${AUTO}${planningMessages.expired(0)[language].split(',')[0] ?? ''}`);
const undoneWords = languages.map((language) => `${AUTO}${planningMessages.undoneForNow[language]}`);

/** The ledger state that a task's row tells by itself. */
export function stateOfTask(task: Pick<Task, 'status' | 'outcome'>): Extract<LedgerState, 'made' | 'withdrawn' | 'expired' | 'undone'> {
  if (!isAutoEnded(task)) return 'made';
  const outcome = task.outcome ?? '';
  if (expiredWords.some((words) => outcome.startsWith(words))) return 'expired';
  if (undoneWords.some((words) => outcome === words)) return 'undone';
  return 'withdrawn';
}

/**
 * Whether nobody but the script has changed the row: open or ended by the script, no note, not moved, no try, and
 * still assigned as its rule assigns (where the rule is known).
 */
export function isUntouched(task: Task, rule: Pick<Rule, 'assignedTo'> | null): boolean {
  const asMade = (task.status === 'Pending' && task.outcome === null && task.completedOn === null) || isAutoEnded(task);
  const assigned = rule === null || task.assignedTo === (rule.assignedTo ?? DEFAULT_ASSIGNEE);
  return asMade && assigned && task.note === null && (task.tries ?? 0) === 0 && (task.dueOn === task.firstDueOn || isHalfReopened(task));
}

/** Whether the script was stopped while it reopened the row: First Due, which it writes first, lies after the day on which the row ended. */
const isHalfReopened = (task: Pick<Task, 'status' | 'outcome' | 'completedOn' | 'firstDueOn'>): boolean =>
  isAutoEnded(task) && task.completedOn !== null && task.firstDueOn !== null && task.firstDueOn > task.completedOn;

/** Whether the row was reopened before: a task's first due date is the day it was made, a reopened one's is later. */
export const wasReopened = (task: Pick<Task, 'createdOn' | 'firstDueOn' | 'status' | 'outcome' | 'completedOn'>): boolean =>
  task.createdOn !== null && task.firstDueOn !== null && task.firstDueOn > task.createdOn && !isHalfReopened(task);

/** Whether the task stands on the manager's list of the day: overdue, due today, or finished today by a person. */
export function isOnTheList(task: Task, today: Day): boolean {
  if (isForMailchimp(task)) return false;
  return isOpen(task) ? dueOf(task, today) <= today : task.completedOn === today && !isAutoEnded(task);
}
