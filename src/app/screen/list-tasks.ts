import type { Day } from '../../shared/day';
import { isOpen } from '../../tasks/finish-task';
import { dueOf, isForMailchimp } from '../../tasks/task-state';
import { tasksTable } from '../../tasks/tasks.table';
import type { Shop } from '../shop';
import { openState } from '../shop-state';

export interface ListedTask {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly type: string;
  readonly due: Day;
  readonly status: string;
  readonly reason: string;
}

/** The open tasks of the manager, oldest due first. */
export function listTasks(shop: Shop): ListedTask[] {
  const rows = openState(shop).image(tasksTable).rows;
  return rows
    .filter((task) => isOpen(task) && !isForMailchimp(task))
    .map((task) => ({ id: task.id, email: task.email ?? '', name: task.name, type: task.type ?? '', due: dueOf(task, shop.today), status: task.status ?? 'Pending', reason: task.reason ?? '' }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
}
