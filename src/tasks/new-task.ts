import { joinTexts, type Text } from '../shared/text';
import type { Waiting } from './laws';
import type { NightInput } from './night-input';
import { planningMessages } from './planning-messages';
import { DEFAULT_ASSIGNEE } from './task-state';
import type { NewTask, TaskRowEntry, TaskRowPatch, TaskSheetRow } from './tasks.table';

/** The same row opened again. */
export interface Reopened {
  readonly task: TaskSheetRow;
  readonly entry: TaskRowEntry;
  /** Reason and message as they are today. */
  readonly patch: TaskRowPatch;
}

interface Made {
  readonly waiting: Waiting;
  readonly noted: readonly Waiting[];
}

/** Names of merged matches that Reason spells out; the rest is counted. */
const MOST_SPELLED_OUT = 3;

/** The task that a match makes: due on the day it is made. */
export function newTaskOf(made: Made, input: NightInput): NewTask {
  const { rule, taskId } = made.waiting;
  return {
    ...wordsOf(made, input),
    id: taskId,
    createdOn: input.today,
    dueOn: input.today,
    status: 'Pending',
    assignedTo: rule.assignedTo ?? DEFAULT_ASSIGNEE,
    firstDueOn: input.today,
    tries: 0,
  };
}

/** Opens the row again, due today; its words are those of today. */
export function reopenedOf(made: Made, row: TaskSheetRow, input: NightInput): Reopened {
  return {
    task: row,
    entry: { at: row.at, set: { dueOn: input.today, completedOn: null, outcome: null, status: 'Pending' } },
    patch: { at: row.at, set: { ...wordsOf(made, input), firstDueOn: input.today } },
  };
}

/** Columns of the script's that say who, why and how. */
function wordsOf({ waiting, noted }: Made, { language, run, messageOf }: NightInput) {
  const { rule, match, taskId, type, person } = waiting;
  const { contact } = person;
  const words = {
    email: contact.email,
    name: contact.name,
    type: type.name,
    trigger: match.trigger[language],
    reason: reasonOf(match.reason, noted)[language],
    rule: rule.name,
    run,
  };
  return { ...words, ...messageOf({ ...words, id: taskId }, contact) };
}

function reasonOf(reason: Text, noted: readonly Waiting[]): Text {
  if (noted.length === 0) return reason;
  const spelled = noted.slice(0, MOST_SPELLED_OUT).map(({ type, match }) => planningMessages.alsoMerged(type.name, match.trigger));
  const rest = noted.length - spelled.length;
  const also = joinTexts(rest > 0 ? [...spelled, planningMessages.alsoMore(rest)] : spelled, ', ');
  return joinTexts([reason, also], '; ');
}
