import { indexBy } from '../../shared/collections';
import type { Day } from '../../shared/day';
import { Refusal } from '../../shared/problem';
import { fold } from '../../shared/text';
import { finishTask, type Finished, type Finishing } from '../../tasks/finish-task';
import { tasksMessages } from '../../tasks/finishing-messages';
import { dueOf } from '../../tasks/task-state';
import { tasksTable, type TaskSheetRow } from '../../tasks/tasks.table';
import { contactsOf } from '../contacts-of';
import type { Shop } from '../shop';
import { openState } from '../shop-state';
import { takeBackContacts } from './take-back-contacts';

export interface TaskFinishing extends Finishing {
  readonly id: string;
  /** The task as the screen saw it; what is something else by now was changed by somebody. */
  readonly was?: Seen | undefined;
}

interface Seen {
  readonly due: Day;
  readonly tries: number;
}

export interface FinishedTask {
  readonly id: string;
  readonly status: string;
  readonly dueOn: Day | null;
  readonly outcome: string | null;
  readonly completedOn: Day | null;
  readonly note: string | null;
  readonly tries: number;
  /** What the outcome offers the manager next, and the day a reminder is offered for. */
  readonly offers: Finished['offers'];
  readonly remindOn: Day | null;
}

/** Finishes, moves or reopens tasks; all or none. First one wins: what someone changed meanwhile stays, and is told. */
export function finishTasks(shop: Shop, finishings: readonly TaskFinishing[]): FinishedTask[] {
  const state = openState(shop);
  const image = state.image(tasksTable);
  const tasks = indexBy(image.rows, (task) => task.id);
  const rules = state.finishing();
  const planned = finishings.map((finishing): { task: TaskSheetRow; finished: Finished } => {
    const task = tasks.get(finishing.id);
    if (task === undefined) throw new Refusal(tasksMessages.noSuchTask(finishing.id));
    const { was } = finishing;
    const finished = finishTask(was === undefined ? task : { ...task, dueOn: was.due, tries: was.tries }, finishing, rules);
    if (!('entry' in finished)) throw new Refusal(finished);
    if (was !== undefined && !isAsSeen(task, was, finished, shop.today)) throw new Refusal(tasksMessages.changedMeanwhile(task.id));
    return { task, finished };
  });
  // First, as a stop then leaves the task finished, from which the next sync has its contact again.
  takeBackContacts(state, planned.flatMap(({ task, finished }) => (task.status === 'Completed' && finished.entry.status === 'Pending' ? [task] : [])));
  const late = shop.book.enter(image, planned.map(({ task, finished }) => ({ at: task.at, set: finished.entry })));
  const lost = planned.find(({ task }) => late.includes(task.at));
  if (lost !== undefined) throw new Refusal(tasksMessages.changedMeanwhile(lost.task.id));
  shop.book.patch(image, planned.flatMap(({ task, finished }) => (finished.tries === null ? [] : [{ at: task.at, set: { tries: finished.tries } }])));

  const contacted = new Map(planned.flatMap(({ task, finished }) => (finished.lastContactedOn === null || task.email === null ? [] : [[fold(task.email), finished.lastContactedOn] as const])));
  if (contacted.size > 0) {
    const contacts = contactsOf(shop.book, contacted.keys());
    shop.book.patch(contacts, contacts.rows.flatMap((contact) => {
      const day = contacted.get(contact.email);
      return day === undefined ? [] : [{ at: contact.at, set: { lastContactedOn: day } }];
    }));
  }
  return planned.map(({ task, finished }) => {
    const after = { ...task, ...finished.entry };
    return { id: task.id, status: after.status ?? 'Pending', dueOn: after.dueOn, outcome: after.outcome, completedOn: after.completedOn, note: after.note, tries: finished.tries ?? task.tries ?? 0, offers: finished.offers, remindOn: finished.remindOn };
  });
}

/**
 * Whether nobody moved the task since: it is as the screen saw it, or on the way from there to where it goes, which is where a stop
 * left it. All the way there is what another click did.
 */
function isAsSeen(task: TaskSheetRow, was: Seen, { entry, tries }: Finished, today: Day): boolean {
  const stands: Seen = { due: dueOf(task, today), tries: task.tries ?? 0 };
  const goes: Seen = { due: entry.dueOn ?? was.due, tries: tries ?? was.tries };
  const same = (a: Seen, b: Seen): boolean => a.due === b.due && a.tries === b.tries;
  if (same(stands, was)) return true;
  return !same(stands, goes) && [was.due, goes.due].includes(stands.due) && [was.tries, goes.tries].includes(stands.tries);
}
