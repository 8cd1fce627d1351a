import type { Day } from '../../../shared/day';
import type { Card, PersonFacts } from '../../../tasks/queue';
import * as messages from '../../messages';
import { taskOf, type QueueState } from '../../models/queue-state';
import { editedPerson } from '../../models/queue-writes';
import { ask, wordsOf } from '../ask';
import { openTask, refresh } from './list';
import { nextKey, post } from './outbox';
import { formats, now, show, type Offer } from './screen';
import { offerOf } from './task-actions';
import { named, nothingOpen, retry, tell } from './tell';

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
