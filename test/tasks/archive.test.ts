import { expect, test } from 'vitest';
import { addDays } from '../../src/shared/day';
import { copiedRows, planArchive } from '../../src/tasks/archive';
import { settings, taskOf } from '../support/planning';

const today = '2026-06-28';
const finished = (ago: number) => taskOf(`t${ago}`, 'noa@shop.example', addDays(today, -ago), { status: 'Completed', completedOn: addDays(today, -ago), at: ago });

test.each([
  ['finished 90 days ago', finished(90), 0],
  ['finished 91 days ago', finished(91), 1],
  ['withdrawn 91 days ago', { ...finished(91), status: 'Skipped' as const, outcome: 'Auto: ordered since' }, 1],
  ['open and long overdue', taskOf('open', 'noa@shop.example', '2020-01-01'), 0],
  ['finished on a day that nobody knows', { ...finished(91), completedOn: null }, 0],
])('a task %s', (_what, task, leaves) => {
  expect(planArchive([task], [], settings, today).leaving).toHaveLength(leaves);
});

test('a row that was copied before the run was cut off is not copied twice, and leaves only once its copy is equal', () => {
  const [copied, changed, fresh] = [finished(100), finished(101), finished(102)];
  const archive = [copied, { ...changed, note: 'as it was' }];
  const plan = planArchive([copied, changed, fresh], archive, settings, today);
  expect(plan.copy).toEqual([changed, fresh]);
  expect(copiedRows(plan.leaving, archive)).toEqual([100]);
  expect(copiedRows(plan.leaving, [...archive, changed, fresh])).toEqual([100, 101, 102]);
});
