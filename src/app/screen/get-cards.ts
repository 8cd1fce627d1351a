import { contactsTable } from '../../contacts/contacts.table';
import { isErasedKey } from '../../contacts/erased';
import { fold } from '../../shared/text';
import { isOpen } from '../../tasks/finish-task';
import { queueTask, type Card, type QueueTask } from '../../tasks/queue';
import { tasksTable } from '../../tasks/tasks.table';
import type { Shop } from '../shop';
import { openState } from '../shop-state';
import { taskCards } from './task-cards';

/** The cards of these tasks; one that is no longer there is left out. */
export function getCards(shop: Shop, ids: readonly string[]): Card[] {
  const state = openState(shop);
  const wanted = new Set(ids);
  const tasks = state.image(tasksTable).rows.filter((task) => wanted.has(task.id));
  const { ofTask } = taskCards(state, tasks.map(({ email }) => email ?? ''));
  return tasks.map(ofTask);
}

/** A person with the tasks that are open for them. */
export interface PersonAnswer {
  readonly card: Card;
  readonly open: readonly QueueTask[];
}

/** The person of an address, null where Contacts has none. */
export function getPerson(shop: Shop, email: string): PersonAnswer | null {
  const state = openState(shop);
  const { contactOf, ofPerson } = taskCards(state, [email]);
  const contact = contactOf(email);
  if (contact === undefined) return null;
  const open = state.image(tasksTable).rows.filter((task) => isOpen(task) && (fold(task.email ?? '') === contact.email || contactOf(task.email ?? '') === contact));
  return { card: ofPerson(contact), open: open.map((task) => queueTask(task, contact, shop.today)) };
}

/** A contact as a search shows it. */
export interface FoundPerson {
  readonly email: string;
  readonly name: string | null;
  readonly status: string | null;
}

const MOST_FOUND = 20;

/** Contacts whose name, address or telephone holds the words. */
export function findPeople(shop: Shop, words: string): FoundPerson[] {
  const wanted = fold(words);
  const digits = wanted.replace(/\D/g, '');
  const found: FoundPerson[] = [];
  if (wanted === '') return found;
  for (const { email, name, status, phone } of openState(shop).image(contactsTable).rows) {
    const hit = email.includes(wanted) || (name !== null && fold(name).includes(wanted)) || (digits.length >= 4 && phone !== null && phone.replace(/\D/g, '').includes(digits));
    // An alias's own row has no status: its person stands in another row. Of the erased there is nobody to find.
    if (hit && status !== null && !isErasedKey(email)) found.push({ email, name, status });
    if (found.length === MOST_FOUND) break;
  }
  return found;
}
