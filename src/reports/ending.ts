import type { Day } from '../shared/day';
import { dueOf, stateOfTask } from '../tasks/task-state';
import type { Task } from '../tasks/tasks.table';

export type Ending = 'completed' | 'skipped' | 'withdrawn' | 'expired' | 'overdue' | 'open';

/** How a task stands today, with the script's own endings told from the manager's. */
export function endingOf(task: Task, today: Day): Ending {
  if (task.status === 'Completed') return 'completed';
  if (task.status === 'Skipped') {
    const state = stateOfTask(task);
    return state === 'made' ? 'skipped' : state === 'expired' ? 'expired' : 'withdrawn';
  }
  return dueOf(task, today) < today ? 'overdue' : 'open';
}
