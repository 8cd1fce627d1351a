import { asRow } from '../../src/sheets/table';
import { addDays, type Day } from '../../src/shared/day';
import { addTaskMakingDays, nextTaskMakingDay } from '../../src/settings/days-off';
import type { FinishingRules } from '../../src/tasks/finish-task';
import { defaultOutcomes } from '../../src/tasks/default-outcomes';
import type { Outcome } from '../../src/tasks/outcomes';
import { tasksTable, type TaskSheetRow } from '../../src/tasks/tasks.table';

/** An open Follow-up of Dana's, due on the day, unless the changes say otherwise. */
export const aTask = (changes: Partial<TaskSheetRow> = {}): TaskSheetRow => ({
  ...asRow(tasksTable, { id: 'T-1' }),
  email: 'dana@kerem.example',
  name: 'Dana Levi',
  type: 'Follow-up',
  status: 'Pending',
  createdOn: '2026-06-28',
  dueOn: '2026-06-28',
  firstDueOn: '2026-06-28',
  rule: 'Follow-up',
  assignedTo: 'Manager',
  tries: 0,
  at: 2,
  ...changes,
});

export const shippedOutcomes: readonly Outcome[] = defaultOutcomes.map(({ outcome, countsAsContact, then, days }) => ({ name: outcome, countsAsContact, then, days: days ?? 0 }));

const sundayToThursday = { makeTasksOn: [0, 1, 2, 3, 4] };

/** A shop that makes tasks Sunday to Thursday and has the outcomes that come with it. */
export const finishingOn = (today: Day): FinishingRules => ({
  today,
  outcomes: shippedOutcomes,
  taskMakingDaysLater: (count) => addTaskMakingDays(today, count, sundayToThursday, new Set()),
  taskMakingDayAfter: (days) => nextTaskMakingDay(addDays(today, days), sundayToThursday, new Set()),
});
