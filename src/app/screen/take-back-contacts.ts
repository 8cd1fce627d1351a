import { fold } from '../../shared/text';
import { lastContactedIn, takenBackIn } from '../../tasks/last-contacted';
import { taskArchiveTable, tasksTable, type Task } from '../../tasks/tasks.table';
import { contactsOf } from '../contacts-of';
import type { ShopState } from '../shop-state';

/** Puts Last Contacted back where it stands for these tasks, as they were before they were reopened, to what the others tell. */
export function takeBackContacts(state: ShopState, reopened: readonly Task[]): void {
  const { outcomes } = state.outcomes();
  const takenBack = takenBackIn(reopened, outcomes);
  if (takenBack.size === 0) return;
  const ids = new Set(reopened.map(({ id }) => id));
  const others = [...state.image(tasksTable).rows, ...state.image(taskArchiveTable).rows].filter((task) => !ids.has(task.id) && takenBack.has(fold(task.email ?? '')));
  const stands = lastContactedIn(others, outcomes);
  const contacts = contactsOf(state.shop.book, takenBack.keys());
  state.shop.book.patch(
    contacts,
    contacts.rows.flatMap(({ at, email, lastContactedOn }) =>
      lastContactedOn !== null && lastContactedOn === takenBack.get(email) ? [{ at, set: { lastContactedOn: stands.get(email) ?? null } }] : [],
    ),
  );
}
