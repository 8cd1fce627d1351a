import type { Text } from '../../../shared/text';
import type { PersonFacts, QueueTask } from '../../../tasks/queue';
import * as messages from '../../messages';
import { sheetWord } from '../../messages';
import { taskOf } from '../../models/queue-state';
import { begun, edited, outcomeOf, restoring, undone, type Doing } from '../../models/queue-writes';
import { ask } from '../ask';
import { say } from '../language';
import { fetchCards } from './list';
import { nextKey, post } from './outbox';
import { formats, now, show, type Offer } from './screen';
import { named, nothingOpen, tell } from './tell';

/** What the outcome offers next. */
export function offerOf(person: { readonly email: string; readonly name: string | null }, outcome: string | null): Offer | null {
  const chosen = outcomeOf(now().queue?.model.outcomes ?? [], outcome);
  const kind = chosen?.then === 'remind' || chosen?.then === 'do not contact' ? chosen.then : null;
  return kind === null || chosen === null ? null : { kind, email: person.email, who: named(person), outcome: chosen.name, on: chosen.on };
}

interface Undoable {
  readonly task: QueueTask;
  readonly person: PersonFacts | null;
}
let lastDone: Undoable | null = null;

const sentenceOf = (task: QueueTask, doing: Doing): Text => {
  const what = doing.action === 'snooze' ? messages.until(formats().day(doing.until)) : doing.action === 'reopen' ? messages.openAgain : sheetWord(doing.outcome ?? 'Completed');
  return messages.did(named(task), say(what));
};

/** Does something with a task: shown at once, written behind. */
export function finish(id: string, doing: Doing): void {
  const { queue } = now();
  const task = queue === null ? null : taskOf(queue, id);
  if (queue === null || task === null) return;
  const key = nextKey();
  const before: Undoable = { task, person: queue.cards[id]?.person ?? null };
  const offer = doing.action === 'complete' ? offerOf(task, doing.outcome) : null;
  lastDone = before;
  show({ queue: begun(queue, key, task, doing), ...nothingOpen, person: null, offer, notice: { tone: 'plain', words: sentenceOf(task, doing), acts: [{ label: messages.undo, act: undo }] } });
  void fetchCards();
  post({
    key,
    taskId: id,
    who: named(task),
    send: async () => (await ask('finishTasks', { tasks: [{ id, ...doing, was: { due: task.due, tries: task.tries } }] }))[0] ?? null,
    again: () => finish(id, doing),
  });
}

export const reopen = (id: string): void => finish(id, { action: 'reopen', outcome: null, note: null, until: null });

/** Takes the last thing back. */
export function undo(): void {
  const { queue } = now();
  const done = lastDone;
  const restore = queue === null || done === null ? null : restoring(queue, done.task, done.person);
  if (queue === null || done === null || restore === null) return tell(messages.nothingToUndo);
  lastDone = null;
  const key = nextKey();
  const who = named(done.task);
  show({ queue: undone(queue, key, done.task, done.person), ...nothingOpen, person: null, offer: null, notice: { tone: 'plain', words: messages.did(who, say(messages.undone)), acts: [] } });
  post({
    key,
    taskId: done.task.id,
    who,
    send: async () => {
      await ask('restoreTask', restore);
      return null;
    },
    again: () => {
      lastDone = done;
      undo();
    },
  });
}

/** Reassigns a task or writes its note. */
export function changeTask(task: QueueTask, set: { readonly assignedTo?: string; readonly note?: string | null }): void {
  const { queue } = now();
  if (queue === null) return;
  const key = nextKey();
  show({ queue: edited(queue, key, task, set), editing: null });
  void fetchCards();
  post({
    key,
    taskId: task.id,
    who: named(task),
    send: async () => {
      await ask('changeTask', { id: task.id, was: { assignedTo: task.assignedTo, note: task.note }, set });
      return null;
    },
    again: () => changeTask(task, set),
  });
}
