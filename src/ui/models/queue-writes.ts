import type { QueueOutcome } from '../../app/screen/get-queue';
import type { FinishedTask } from '../../app/screen/finish-tasks';
import type { Restoring } from '../../app/screen/change-task';
import type { Day } from '../../shared/day';
import type { Card, PersonFacts, QueueTask } from '../../tasks/queue';
import { settledOn, taskOf, type Pending, type QueueState } from './queue-state';

/** What the manager does with a task; `reopen` and `skip` carry their words in outcome and note. */
export type Doing =
  | { readonly action: 'complete'; readonly outcome: string | null; readonly note: string | null; readonly until: null }
  | { readonly action: 'skip'; readonly outcome: string | null; readonly note: string | null; readonly until: null }
  | { readonly action: 'snooze'; readonly outcome: null; readonly note: string | null; readonly until: Day }
  | { readonly action: 'reopen'; readonly outcome: null; readonly note: null; readonly until: null };

/** The task as it will stand once the server has done it, as far as the screen can tell. */
export function taskAfter(task: QueueTask, doing: Doing, { model }: QueueState): QueueTask {
  const note = doing.note === null || doing.note.trim() === '' ? task.note : task.note === null ? doing.note.trim() : `${task.note}\n${doing.note.trim()}`;
  if (doing.action === 'reopen') return { ...task, status: 'Pending', outcome: null, completedOn: null };
  if (doing.action === 'snooze') return { ...task, due: doing.until, note };
  if (doing.action === 'skip') return { ...task, status: 'Skipped', outcome: doing.outcome, completedOn: model.today, note };
  const outcome = outcomeOf(model.outcomes, doing.outcome);
  if (outcome?.then === 'try again') {
    const tries = task.tries + 1;
    if (tries < model.mostTries) return { ...task, due: outcome.on ?? task.due, tries, note };
    return { ...task, status: 'Completed', outcome: outcome.name, completedOn: model.today, tries, note };
  }
  return { ...task, status: 'Completed', outcome: doing.outcome, completedOn: model.today, note };
}

export const outcomeOf = (outcomes: readonly QueueOutcome[], name: string | null): QueueOutcome | null => outcomes.find((outcome) => outcome.name === name) ?? null;

/** Whether doing this sets Last Contacted. */
const contacts = (doing: Doing, { model }: QueueState): boolean => doing.action === 'complete' && (outcomeOf(model.outcomes, doing.outcome)?.countsAsContact ?? true);

/** Shows a thing done at once and moves on to the next card; what stood before is kept until the sheet has it. */
export function begun(state: QueueState, key: number, task: QueueTask, doing: Doing): QueueState {
  const person = state.cards[task.id]?.person ?? null;
  const shown = withTask(state, taskAfter(task, doing, state));
  const told = person === null || !contacts(doing, state) ? shown : withPerson(shown, { ...person, lastContactedOn: state.model.today });
  return settledOn({ ...told, pending: [...state.pending, { key, taskId: task.id, email: task.email, task, person }] }, state);
}

/** Shows an edit of a task (assignee, note) at once. */
export function edited(state: QueueState, key: number, task: QueueTask, set: Partial<QueueTask>): QueueState {
  const shown = withTask(state, { ...task, ...set });
  return settledOn({ ...shown, pending: [...state.pending, { key, taskId: task.id, email: task.email, task, person: null }] }, state);
}

/** Shows an edit of a person (notes, do not contact) at once on all of their cards. */
export function editedPerson(state: QueueState, key: number, person: PersonFacts, set: Partial<PersonFacts>): QueueState {
  return { ...withPerson(state, { ...person, ...set }), pending: [...state.pending, { key, taskId: null, email: person.email, task: null, person }] };
}

/** The sheet has it: what the server says stands, unless the same task has been touched again meanwhile. */
export function written(state: QueueState, key: number, finished: FinishedTask | null): QueueState {
  const rest = { ...state, pending: state.pending.filter((one) => one.key !== key) };
  const task = finished === null ? null : taskOf(state, finished.id);
  if (finished === null || task === null || rest.pending.some(({ taskId }) => taskId === finished.id)) return rest;
  const status = finished.status === 'Completed' || finished.status === 'Skipped' ? finished.status : 'Pending';
  return settledOn(withTask(rest, { ...task, status, due: finished.dueOn ?? task.due, outcome: finished.outcome, completedOn: finished.completedOn, note: finished.note, tries: finished.tries }), state);
}

/** The write failed: everything is put back as it stood, with what was done to the same task or person since. */
export function putBack(state: QueueState, key: number): QueueState {
  const failed = state.pending.find((one) => one.key === key);
  if (failed === undefined) return state;
  const sameThing = (one: Pending): boolean => one.key >= key && (failed.taskId === null ? one.taskId === null && one.email === failed.email : one.taskId === failed.taskId);
  const rest = { ...state, pending: state.pending.filter((one) => !sameThing(one)) };
  const withOldTask = failed.task === null ? rest : withTask(rest, failed.task);
  const withOldPerson = failed.person === null ? withOldTask : withPerson(withOldTask, failed.person);
  return failed.taskId === null ? withOldPerson : { ...withOldPerson, view: 'today', search: '', currentId: failed.task?.status === 'Pending' ? failed.taskId : withOldPerson.currentId };
}

/** What takes a task back to how it stood, for the server: only if nobody has touched it since. */
export function restoring(state: QueueState, before: QueueTask, person: PersonFacts | null): Restoring | null {
  const now = taskOf(state, before.id);
  if (now === null) return null;
  return {
    id: before.id,
    after: { status: now.status, outcome: now.outcome, due: now.due },
    before: {
      status: before.status,
      outcome: before.outcome,
      completedOn: before.completedOn,
      due: before.due,
      tries: before.tries,
      // Where the card had not come yet, the server leaves Last Contacted as it is.
      lastContactedOn: person === null ? state.model.today : person.lastContactedOn,
      note: before.note,
    },
  };
}

/** Shows the task as it stood before, at once. */
export function undone(state: QueueState, key: number, before: QueueTask, person: PersonFacts | null): QueueState {
  const now = taskOf(state, before.id);
  if (now === null) return state;
  const current = state.cards[before.id]?.person ?? null;
  const told = person === null ? state : withPerson(state, person);
  return { ...withTask(told, before), view: 'today', search: '', currentId: before.id, pending: [...state.pending, { key, taskId: before.id, email: before.email, task: now, person: current }] };
}

export const withTask = (state: QueueState, task: QueueTask): QueueState => ({ ...state, tasks: state.tasks.map((one) => (one.id === task.id ? task : one)) });

/** A task that the sheet no longer has. */
export const withoutTask = (state: QueueState, id: string): QueueState => settledOn({ ...state, tasks: state.tasks.filter((task) => task.id !== id) }, state);

function withPerson(state: QueueState, person: PersonFacts): QueueState {
  const cards: Record<string, Card> = {};
  for (const [id, card] of Object.entries(state.cards)) cards[id] = card.person.email === person.email ? { ...card, person } : card;
  return { ...state, cards };
}
