import type { Day } from '../shared/day';
import type { Text } from '../shared/text';
import type { Entry } from '../sheets/table';
import { tasksMessages } from './finishing-messages';
import { MOST_TRIES, outcomeNamed, type Outcome } from './outcomes';
import type { Task, TasksTable } from './tasks.table';

export const taskActions = ['complete', 'skip', 'snooze', 'reopen'] as const;
export type TaskAction = (typeof taskActions)[number];

/** What a person does with a task. */
export interface Finishing {
  readonly action: TaskAction;
  readonly outcome: string | null;
  /** Added to the task's Note; what stands there is kept. */
  readonly note: string | null;
  /** For snooze: the new due date, after today. */
  readonly until: Day | null;
}

/**
 * What becomes of the task's row and, by it, of its contact. The entry's cells are written in its order, which is such
 * that after a stop between two of them `settleEdits` comes to the same end.
 */
export interface Finished {
  readonly entry: Entry<TasksTable>;
  /** Script columns that change with it. */
  readonly tries: number | null;
  readonly lastContactedOn: Day | null;
  /** What the outcome offers the manager next. */
  readonly offers: 'reminder' | 'do not contact' | null;
  /** The day that a reminder is offered for. */
  readonly remindOn: Day | null;
}

export interface FinishingRules {
  readonly today: Day;
  readonly outcomes: readonly Outcome[];
  /** The day so many task-making days after today. */
  readonly taskMakingDaysLater: (count: number) => Day;
  /** The first task-making day so many days after today, or after that. */
  readonly taskMakingDayAfter: (days: number) => Day;
}

const nothingFollows = { tries: null, lastContactedOn: null, offers: null, remindOn: null } as const;

/** Gives what the action makes of the task, or the sentence why it can't be done. First one wins: a finished task stays. */
export function finishTask(task: Task, finishing: Finishing, rules: FinishingRules): Finished | Text {
  const note = finishing.note === null || finishing.note.trim() === '' ? {} : { note: joinNotes(task.note, finishing.note) };
  const open = isOpen(task);
  if (finishing.action === 'reopen') {
    if (open) return tasksMessages.notFinished(task.id);
    return { ...nothingFollows, entry: { ...note, status: 'Pending', outcome: null, completedOn: null } };
  }
  if (!open) return tasksMessages.alreadyFinished(task.id, task.status ?? '', task.completedOn ?? '', task.outcome ?? '');
  if (finishing.action === 'skip') {
    return { ...nothingFollows, entry: { ...note, status: 'Skipped', outcome: finishing.outcome, completedOn: rules.today } };
  }
  if (finishing.action === 'snooze') {
    if (finishing.until === null) return tasksMessages.untilMissing;
    if (finishing.until <= rules.today) return tasksMessages.untilInThePast(finishing.until);
    return { ...nothingFollows, entry: { dueOn: finishing.until, ...note } };
  }
  return complete(task, finishing.outcome, note, rules);
}

/** A task that nobody has finished: Pending, or with its Status cell cleared. */
export const isOpen = (task: Task): boolean => task.status === null || task.status === 'Pending';

function complete(task: Task, outcomeName: string | null, note: { note?: string }, rules: FinishingRules): Finished {
  const done = { ...note, outcome: outcomeName, status: 'Completed', completedOn: rules.today } as const;
  // Finished without a word: the manager says that it is done, so the person was contacted.
  if (outcomeName === null) return { ...nothingFollows, entry: done, lastContactedOn: rules.today };
  const outcome = outcomeNamed(rules.outcomes, outcomeName);
  const lastContactedOn = outcome.countsAsContact ? rules.today : null;
  if (outcome.then === 'try again') {
    const tries = (task.tries ?? 0) + 1;
    if (tries >= MOST_TRIES) return { ...nothingFollows, entry: done, tries, lastContactedOn };
    const again = { ...note, dueOn: rules.taskMakingDaysLater(outcome.days), outcome: null, status: 'Pending', completedOn: null } as const;
    return { ...nothingFollows, entry: again, tries, lastContactedOn };
  }
  return {
    entry: done,
    tries: null,
    lastContactedOn,
    offers: outcome.then === 'remind' ? 'reminder' : outcome.then === 'do not contact' ? 'do not contact' : null,
    remindOn: outcome.then === 'remind' ? rules.taskMakingDayAfter(outcome.days) : null,
  };
}

/** Both, one below the other; what stands last already is not added again, since the same click may come twice. */
function joinNotes(before: string | null, added: string): string {
  const words = added.trim();
  if (before === null) return words;
  return before === words || before.endsWith(`\n${words}`) ? before : `${before}\n${words}`;
}
