import { copiedRows, planArchive } from '../../tasks/archive';
import { taskArchiveTable, tasksTable } from '../../tasks/tasks.table';
import type { ShopState } from '../shop-state';
import type { Tonight } from './tonight';

/** Moves tasks finished long ago to the archive: copied whole, read again, and only then deleted here. */
export function archiveTasks(state: ShopState, tonight: Tonight): void {
  const { book, today } = state.shop;
  const tasks = state.image(tasksTable);
  const archive = state.image(taskArchiveTable);
  const plan = planArchive(tonight.tasks, archive.rows, state.settings(), today);
  if (plan.leaving.length === 0) return;
  book.copy(tasks, plan.copy.map(({ at }) => at), archive);
  book.flush();
  book.remove(tasks, copiedRows(plan.leaving, book.read(taskArchiveTable).rows));
  book.flush();
}
