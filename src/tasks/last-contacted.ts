import type { Day } from '../shared/day';
import { fold } from '../shared/text';
import { outcomeNamed, type Outcome } from './outcomes';
import type { Task } from './tasks.table';

/** The day on which each person was last contacted, as the finished tasks tell; the script's own endings don't count. */
export function lastContactedIn(tasks: readonly Task[], outcomes: readonly Outcome[]): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const task of tasks) if (task.status === 'Completed') keepLatest(days, task, outcomes);
  return days;
}

/** The days of contacts that reopening these tasks takes back: where Last Contacted says so, it says what the others tell. */
export function takenBackIn(reopened: readonly Task[], outcomes: readonly Outcome[]): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const task of reopened) keepLatest(days, task, outcomes);
  return days;
}

function keepLatest(days: Map<string, Day>, { email: address, completedOn, outcome }: Task, outcomes: readonly Outcome[]): void {
  if (completedOn === null || address === null || (outcome !== null && !outcomeNamed(outcomes, outcome).countsAsContact)) return;
  const email = fold(address);
  const known = days.get(email);
  if (known === undefined || known < completedOn) days.set(email, completedOn);
}
