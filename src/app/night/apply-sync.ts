import { contactsTable } from '../../contacts/contacts.table';
import { tasksTable } from '../../tasks/tasks.table';
import type { ShopState } from '../shop-state';
import type { PlannedSync } from './tonight';

/**
 * Writes a planned sync: edits of the task sheet settled, contacts appended, changed and joined. Looks at the
 * order sheets once more first: throws, with nothing written, where they changed since they were read. Where nothing follows
 * from them, here or later in the run (`more`), there is nothing to look again for.
 */
export function applySync(state: ShopState, sync: PlannedSync, more = false): void {
  const { book } = state.shop;
  const changes: readonly (readonly unknown[])[] = [sync.edits.patches, sync.edits.entries, sync.contacts.added, sync.contacts.patches, sync.contacts.entries, sync.contacts.removed];
  if (!more && changes.every((list) => list.length === 0)) return;
  sync.sources.lookAgain();
  const tasks = state.image(tasksTable);
  book.patch(tasks, sync.edits.patches);
  book.enter(tasks, sync.edits.entries);
  const contacts = state.image(contactsTable);
  book.append(contacts, sync.contacts.added);
  const { left } = book.patch(contacts, sync.contacts.patches);
  const changedMeanwhile = book.enter(contacts, sync.contacts.entries);
  book.flush();
  // A duplicate row goes only once all that it held stands elsewhere; else the next sync tries again.
  if (left === 0 && changedMeanwhile.length === 0) {
    book.remove(contacts, sync.contacts.removed);
    book.flush();
  }
}
