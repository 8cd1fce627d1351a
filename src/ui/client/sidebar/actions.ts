import type { Day } from '../../../shared/day';
import type { Text } from '../../../shared/text';
import type { Card, PersonFacts, QueueTask } from '../../../tasks/queue';
import * as messages from '../../messages';
import { sheetWord } from '../../messages';
import { cardsToFetch, moved, opened, taskOf, withCards, withFilter, type Filter, type QueueState, type View } from '../../models/queue-state';
import { begun, edited, editedPerson, outcomeOf, restoring, undone, withoutTask, type Doing } from '../../models/queue-writes';
import { ask, openPage, wordsOf, type OtherPage } from '../ask';
import { say, speak } from '../language';
import { isSaving, nextKey, onRefused, post } from './outbox';
import { FIRST_ROWS, formats, now, show, type Notice, type Offer } from './screen';

/** The way out of something that failed. */
const retry = (act: () => void): Notice['acts'] => [{ label: messages.tryAgain, act }];
const nothingOpen = { panel: null, menuOpen: false, editing: null, channel: null } as const;

/** The name to speak of somebody by. */
export const whoIs = ({ name, email }: { readonly name: string | null; readonly email: string }): string => (name !== null && name.trim() !== '' ? name : email !== '' ? email : say(messages.noName));

const LONGEST_NAME = 40;

/** The name within a sentence: isolated, so that a Hebrew name leaves an English sentence in order, and a name full of marks too; a very long one is cut, the card has it whole. */
export function named(person: { readonly name: string | null; readonly email: string }): string {
  const name = whoIs(person);
  return `\u2068${name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}\u2069`;
}

export const tell = (words: string | Text, tone: Notice['tone'] = 'plain', acts: Notice['acts'] = []): void => show({ notice: { tone, words, acts } });

/** When the list was last seen as it stands in the sheet. */
let loadedAt = 0;

/** Opens the list: one call. */
export async function load(): Promise<void> {
  show({ phase: 'loading' });
  try {
    const model = await ask('getQueue', {});
    speak(model.language);
    loadedAt = Date.now();
    show({ phase: 'ready', queue: opened(model), notice: null });
    void fetchCards();
  } catch (error) {
    show({ phase: 'failed', failure: wordsOf(error) });
  }
}

/** Looks again, keeping what the manager looks at; not while something is being saved, which would show it undone. */
export async function refresh(): Promise<void> {
  if (now().phase !== 'ready') return load();
  if (isSaving() || now().refreshing) return;
  show({ refreshing: true });
  try {
    const model = await ask('getQueue', {});
    loadedAt = Date.now();
    // What was done while the answer was on its way is newer than the answer.
    if (isSaving()) return show({ refreshing: false });
    show({ refreshing: false, queue: opened(model, now().queue), orders: {} });
    void fetchCards();
  } catch (error) {
    show({ refreshing: false });
    tell(messages.refreshFailed(wordsOf(error)), 'bad', retry(() => void refresh()));
  }
}
onRefused(() => void refresh());

/** Opens another page over the sheet; what is done there shows once the sidebar has the focus again. */
export function visit(page: OtherPage, ...about: readonly string[]): void {
  loadedAt = 0;
  openPage(page, (error) => tell(error.message, 'bad'), ...about);
}

export const isStale = (): boolean => Date.now() - loadedAt > 60_000;

let fetching = false;

/** Asks for the cards that come near. */
export async function fetchCards(): Promise<void> {
  const { queue } = now();
  const ids = queue === null ? [] : cardsToFetch(queue);
  if (fetching || ids.length === 0) return;
  fetching = true;
  try {
    const cards = await ask('getCards', { ids });
    const { queue: later } = now();
    const here = new Set(cards.map(({ taskId }) => taskId));
    if (later !== null) show({ queue: ids.filter((id) => !here.has(id)).reduce(withoutTask, withCards(later, cards)) });
  } catch (error) {
    tell(wordsOf(error), 'bad', retry(() => void fetchCards()));
    return;
  } finally {
    fetching = false;
  }
  void fetchCards();
}

function showQueue(queue: QueueState): void {
  show({ queue, shown: FIRST_ROWS, person: null, ...nothingOpen });
  void fetchCards();
}

export const view = (wanted: View): void => withQueue((queue) => showQueue({ ...queue, view: wanted, search: '' }));
export const step = (by: 1 | -1): void => withQueue((queue) => showQueue(moved(queue, by)));
export const openTask = (id: string): void =>
  withQueue((queue) => {
    show({ searchOpen: false });
    showQueue({ ...queue, view: 'today', search: '', currentId: id });
  });
export const search = (words: string): void => withQueue((queue) => show({ queue: { ...queue, search: words }, shown: FIRST_ROWS, person: null }));
export const filterBy = (filter: Filter): void => withQueue((queue) => showQueue(withFilter(queue, filter)));

function withQueue(act: (queue: QueueState) => void): void {
  const { queue } = now();
  if (queue !== null) act(queue);
}

/** What the outcome offers next. */
function offerOf(person: { readonly email: string; readonly name: string | null }, outcome: string | null): Offer | null {
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

/** Writes the notes on a person. */
export const saveNotes = (person: PersonFacts, notes: string | null): void =>
  changePerson(person, { notes }, () => ask('saveNotes', { email: person.email, was: person.notes, notes }), () => saveNotes(person, notes));

export const setDoNotContact = (person: PersonFacts, value: boolean): void =>
  changePerson(person, { refusal: value ? 'do not contact' : null }, () => ask('setDoNotContact', { email: person.email, value }), () => setDoNotContact(person, value));

function changePerson(person: PersonFacts, set: Partial<PersonFacts>, send: () => Promise<unknown>, again: () => void): void {
  const { queue, person: shown } = now();
  if (queue === null) return;
  const key = nextKey();
  const onCard = (facts: PersonFacts): void => {
    const { person: still } = now();
    if (still !== null && still.card.person.email === person.email) show({ person: { ...still, card: { ...still.card, person: facts } } });
  };
  show({ queue: editedPerson(queue, key, person, set), editing: null });
  if (shown !== null) onCard({ ...person, ...set });
  post({
    key,
    taskId: null,
    who: named(person),
    send: async () => {
      try {
        await send();
      } catch (error) {
        onCard(person);
        throw error;
      }
      return null;
    },
    again,
  });
}

/** Shows somebody for themselves: their open task where they have one today, else the person. */
export async function openPerson(email: string): Promise<void> {
  const { queue } = now();
  const open = queue?.tasks.find((task) => task.email === email && task.status === 'Pending');
  if (open !== undefined) return openTask(open.id);
  try {
    const person = await ask('getPerson', { email });
    if (person === null) return tell(messages.noPerson, 'bad');
    const [task] = person.open;
    if (task !== undefined && taskOf(now().queue as QueueState, task.id) !== null) return openTask(task.id);
    show({ person, ...nothingOpen, searchOpen: false, queue: queue === null ? null : { ...queue, search: '' } });
  } catch (error) {
    tell(wordsOf(error), 'bad', retry(() => void openPerson(email)));
  }
}

/** Notes a contact made without a task. */
export async function contactedNow(person: { readonly email: string; readonly name: string | null }, outcome: string, note: string | null): Promise<boolean> {
  try {
    await ask('contacted', { email: person.email, outcome, note });
    show({ ...nothingOpen, person: null, offer: offerOf(person, outcome) });
    tell(messages.contactNoted(named(person)), 'good');
    void refresh();
    return true;
  } catch (error) {
    tell(messages.putBack(named(person), wordsOf(error)), 'bad', retry(() => void contactedNow(person, outcome, note)));
    return false;
  }
}

/** The reminder that an outcome offered. */
export async function remind(offer: Offer, on: Day): Promise<void> {
  show({ offer: null });
  const wanted = { emails: [offer.email], dueOn: on, note: offer.outcome, assignedTo: null };
  try {
    // Whoever says so after having spoken with the person needs no second question.
    await ask('newTasks', { ...wanted, refused: 'include' });
    tell(messages.reminderMade(offer.who, formats().day(on)), 'good');
    void refresh();
  } catch (error) {
    tell(wordsOf(error), 'bad', retry(() => void remind(offer, on)));
  }
}

/** Do Not Contact, as an outcome offered it. */
export function refuseContact(offer: Offer): void {
  const { queue } = now();
  const card: Card | undefined = Object.values(queue?.cards ?? {}).find(({ person }) => person.email === offer.email);
  show({ offer: null });
  const facts = card?.person ?? ({ email: offer.email, name: null, refusal: null } as PersonFacts); // only these are looked at where no card is here
  setDoNotContact(facts, true);
  tell(messages.refused(offer.who));
}

/** The person's past orders, from the order sheets. */
export async function fetchOrders(email: string): Promise<void> {
  show({ orders: { ...now().orders, [email]: { kind: 'loading' } } });
  try {
    const value = await ask('getHistory', { email });
    show({ orders: { ...now().orders, [email]: { kind: 'here', value } } });
  } catch (error) {
    show({ orders: { ...now().orders, [email]: { kind: 'failed', words: wordsOf(error) } } });
  }
}

/** What the next run would bring. */
export async function fetchTonight(): Promise<void> {
  show({ tonight: { kind: 'loading' } });
  try {
    show({ tonight: { kind: 'here', value: await ask('preview', {}, { seconds: 330 }) } });
  } catch (error) {
    show({ tonight: { kind: 'failed', words: wordsOf(error) } });
  }
}
