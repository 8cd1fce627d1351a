import type { Day } from '../shared/day';
import type { Task } from '../tasks/tasks.table';

export type Ending = 'completed' | 'skipped' | 'withdrawn' | 'expired' | 'overdue' | 'open';

/** How a task stands today, with the script's own endings told from the manager's. */
export function endingOf(task: Task, today: Day): Ending {
  if (task.status === 'Completed') return 'completed';
  if (task.status === 'Skipped') {
    if (task.outcome === null || !task.outcome.startsWith('Auto:')) return 'skipped';
    return task.outcome.startsWith('Auto: expired') ? 'expired' : 'withdrawn';
  }
  return task.dueOn !== null && task.dueOn < today ? 'overdue' : 'open';
}
