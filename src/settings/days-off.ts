import { addDays, isDay, weekdayOf, type Day } from '../shared/day';
import type { Problem } from '../shared/problem';
import type { DayOffSheetRow } from './days-off.table';
import { daysOffTable } from './days-off.table';
import { settingsMessages as messages } from './messages';
import type { DaysOff, Settings } from './settings';

type Weekdays = Pick<Settings, 'makeTasksOn'>;

/** The days off of CRM Days Off; rows whose date cannot be read are listed. */
export function parseDaysOff(rows: readonly DayOffSheetRow[]): { readonly daysOff: DaysOff; readonly problems: readonly Problem[] } {
  const daysOff = new Set<Day>();
  const problems: Problem[] = [];
  for (const row of rows) {
    if (isDay(row.date)) daysOff.add(row.date);
    else problems.push({ sheet: daysOffTable.name, row: row.at, value: row.date, reason: messages.dayOffUnreadable(row.date), cure: messages.dayOffCure });
  }
  return { daysOff, problems };
}

/** Whether tasks are made on the day: one of `Make tasks on`, and not off. */
export const isTaskMakingDay = (day: Day, { makeTasksOn }: Weekdays, daysOff: DaysOff): boolean =>
  makeTasksOn.includes(weekdayOf(day)) && !daysOff.has(day);

/** The first task-making day on or after the day. */
export function nextTaskMakingDay(day: Day, settings: Weekdays, daysOff: DaysOff): Day {
  // `Make tasks on` is never empty, and days off are finitely many; the bound only keeps a bug from hanging a night.
  const bound = 7 * (daysOff.size + 1);
  let candidate = day;
  for (let i = 0; i <= bound; i += 1) {
    if (isTaskMakingDay(candidate, settings, daysOff)) return candidate;
    candidate = addDays(candidate, 1);
  }
  throw new Error('no task-making day: makeTasksOn is empty');
}

/** The `count`-th task-making day after the day (the day itself does not count); the day itself for 0. */
export function addTaskMakingDays(day: Day, count: number, settings: Weekdays, daysOff: DaysOff): Day {
  let result = day;
  for (let i = 0; i < count; i += 1) result = nextTaskMakingDay(addDays(result, 1), settings, daysOff);
  return result;
}
