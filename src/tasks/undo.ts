import type { Rule } from '../rules/rule';
import type { Day } from '../shared/day';
import type { Language } from '../shared/text';
import { isOpen } from './finish-task';
import { openLedger, ruleOfTask, type LedgerRowPatch } from './ledger';
import type { LedgerSheetRow } from './ledger.table';
import { planningMessages } from './planning-messages';
import { isAutoEnded, isUntouched } from './task-state';
import type { Task, TaskRowEntry, TaskSheetRow } from './tasks.table';
import { autoOutcome } from './withdraw';

export interface UndoInput {
  /** The run to undo; see `lastTaskMakingRun`. */
  readonly run: string;
  readonly tasks: readonly TaskSheetRow[];
  readonly ledger: readonly LedgerSheetRow[];
  readonly rules: readonly Rule[];
  readonly today: Day;
  readonly language: Language;
  /** False: these occasions make no task again. True: the same rows are reopened when they match again. */
  readonly again: boolean;
}

export interface UndoPlan {
  readonly withdrawals: readonly TaskRowEntry[];
  readonly ledgerPatches: readonly LedgerRowPatch[];
  /** The run's tasks that stay, because somebody finished or changed them. */
  readonly kept: readonly TaskSheetRow[];
}

/** What the run of a batch made by hand is called: *Make tasks now* on a segment is one batch, undone as one. */
export const BATCH_JOB = 'make-tasks';

/** The newest run that made tasks by rules or as a batch; null where there is none. Run ids begin with their moment. */
export function lastTaskMakingRun(tasks: readonly Task[]): string | null {
  let last: string | null = null;
  for (const { rule, run } of tasks) {
    if (run === null || (rule === null && !run.includes(` ${BATCH_JOB}`))) continue;
    if (last === null || run > last) last = run;
  }
  return last;
}

/** Withdraws the untouched tasks of a run. Tasks typed by hand that a night only took up are not the night's to undo; a batch made by hand is. */
export function planUndo({ run, tasks, ledger, rules, today, language, again }: UndoInput): UndoPlan {
  const book = openLedger(ledger);
  const ofRun = tasks.filter((task) => task.run === run);
  const madeByRules = ofRun.filter((task) => task.rule !== null);
  const undoable = madeByRules.length > 0 ? madeByRules : ofRun;
  const withdrawals: TaskRowEntry[] = [];
  const kept: TaskSheetRow[] = [];
  // The note that a batch was given is no sign that somebody worked on the task.
  const given = noteOfBatch(undoable);
  const asMade = (task: TaskSheetRow): TaskSheetRow => (task.rule === null && task.note === given ? { ...task, note: null } : task);
  const outcome = autoOutcome(again ? planningMessages.undoneForNow : planningMessages.undoneForGood, language);
  for (const task of undoable) {
    const line = book.lineOfTask(task.id);
    const rule = task.rule === null ? null : ruleOfTask(rules, line, task.rule);
    if (isAutoEnded(task)) continue;
    if (!isOpen(task) || !isUntouched(asMade(task), rule)) {
      kept.push(task);
      continue;
    }
    withdrawals.push({ at: task.at, set: { completedOn: today, outcome, status: 'Skipped' } });
    if (line !== undefined) book.setState(line.key, again ? 'undone' : 'withdrawn');
    if (again) book.releaseNotedIn(task.id);
  }
  return { withdrawals, ledgerPatches: book.patches(), kept };
}

/** The note that most tasks of a batch have. */
function noteOfBatch(tasks: readonly Task[]): string | null {
  const counts = new Map<string | null, number>();
  for (const { note } of tasks) counts.set(note, (counts.get(note) ?? 0) + 1);
  return [...counts].reduce<readonly [string | null, number]>((most, one) => (one[1] > most[1] ? one : most), [null, 0])[0];
}
