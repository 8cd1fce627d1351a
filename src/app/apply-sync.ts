import { contactsTable } from '../contacts/contacts.table';
import { tasksTable } from '../tasks/tasks.table';
import type { ShopState } from './shop-state';
import type { PlannedSync } from './tonight';

/** Writes a planned sync: edits of the task sheet settled, contacts appended, changed and joined. */
export function applySync(state: ShopState, sync: PlannedSync): void {
  const { book } = state.shop;
  const tasks = state.image(tasksTable);
  book.patch(tasks, sync.edits.patches);
  book.enter(tasks, sync.edits.entries);
  const contacts = state.image(contactsTable);
  book.append(contacts, sync.contacts.added);
  book.patch(contacts, sync.contacts.patches);
  book.enter(contacts, sync.contacts.entries);
  book.flush();
  // Only now does what the duplicate rows held stand elsewhere.
  book.remove(contacts, sync.contacts.removed);
  book.flush();
}
