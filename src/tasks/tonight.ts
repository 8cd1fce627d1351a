import { isTaskMakingDay, nextTaskMakingDay } from '../settings/days-off';
import { groupBy, indexBy } from '../shared/collections';
import { addDays, type Day } from '../shared/day';
import { isOpen } from './finish-task';
import type { Tonight } from './laws';
import type { NightInput } from './night-input';
import type { People } from './people';
import { dueOf, isAutoEnded } from './task-state';
import type { TaskSheetRow } from './tasks.table';

const ONE_AT_A_TIME_DAYS = 7;

export interface Standing {
  /** The tasks as they are after tonight's withdrawals. */
  readonly tasks: readonly TaskSheetRow[];
  readonly people: People;
  readonly ledgerGone: boolean;
  /** Tasks of a run that was cut off today: what they were made from is still tonight's. */
  readonly cutOff: Iterable<TaskSheetRow>;
}

/** What the laws look at tonight. */
export function tonightOf(input: NightInput, { tasks, people, ledgerGone, cutOff }: Standing): Tonight {
  const { today, settings, daysOff } = input;
  const cutOffIds = new Set([...cutOff].map((task) => task.id));
  const soon = addDays(today, ONE_AT_A_TIME_DAYS);
  const open = tasks.filter((task) => isOpen(task) && !cutOffIds.has(task.id) && dueOf(task, today) <= soon);
  const openOf = indexBy(open, (task) => people.addressOf(task.email));
  // With a reason: in the Outcome, or in the Note.
  const skips = tasks.filter((task) => task.status === 'Skipped' && !isAutoEnded(task) && task.completedOn !== null && (task.outcome ?? task.note ?? '').trim() !== '');
  const skippedOn = new Map<string, Day>();
  for (const [email, rows] of groupBy(skips, (task) => people.addressOf(task.email))) {
    for (const { completedOn } of rows) {
      const known = skippedOn.get(email);
      if (completedOn !== null && (known === undefined || completedOn > known)) skippedOn.set(email, completedOn);
    }
  }
  const makingDays = new Map<Day, Day>();
  return {
    today,
    settings,
    ledgerGone,
    isTaskMakingDay: isTaskMakingDay(today, settings, daysOff),
    taskMakingDayFrom: (day) => {
      const known = makingDays.get(day);
      if (known !== undefined) return known;
      const found = nextTaskMakingDay(day, settings, daysOff);
      makingDays.set(day, found);
      return found;
    },
    openTaskOf: (email) => openOf.get(email),
    skippedOn: (email) => skippedOn.get(email),
    hasRoom: () => true,
  };
}
