import { expect, test } from 'vitest';
import { addTaskMakingDays, isTaskMakingDay, nextTaskMakingDay, parseDaysOff } from '../../src/settings/days-off';
import { someSettings } from '../support/settings';

const settings = someSettings();
const rosh = new Set(['2026-09-12', '2026-09-13']);

test.each([
  ['2026-09-10', true, 'a Thursday'],
  ['2026-09-11', false, 'a Friday'],
  ['2026-09-12', false, 'a Saturday'],
  ['2026-09-13', false, 'a Sunday, but Rosh Hashana'],
  ['2026-09-14', true, 'a Monday'],
])('%s: tasks are made %s (%s)', (day, made) => {
  expect(isTaskMakingDay(day, settings, rosh)).toBe(made);
});

test('what falls due on the eve of a holiday weekend waits for the first working day', () => {
  expect(nextTaskMakingDay('2026-09-10', settings, rosh)).toBe('2026-09-10');
  expect(nextTaskMakingDay('2026-09-11', settings, rosh)).toBe('2026-09-14');
});

test('two task-making days after a Wednesday before the holiday is the Monday after it', () => {
  expect(addTaskMakingDays('2026-09-09', 2, settings, rosh)).toBe('2026-09-14');
  expect(addTaskMakingDays('2026-09-12', 1, settings, rosh)).toBe('2026-09-14');
});

test('a whole month off is stepped over', () => {
  const august = new Set(Array.from({ length: 31 }, (_, i) => `2026-08-${String(i + 1).padStart(2, '0')}`));
  expect(nextTaskMakingDay('2026-08-01', settings, august)).toBe('2026-09-01');
});

test('a row of CRM Days Off that is no date is listed, and the others count', () => {
  const { daysOff, problems } = parseDaysOff([
    { at: 2, date: '2026-09-13', why: 'Rosh Hashana' },
    { at: 3, date: 'after Pesach', why: null },
  ]);
  expect([...daysOff]).toEqual(['2026-09-13']);
  expect(problems).toMatchObject([{ sheet: 'CRM Days Off', row: 3, value: 'after Pesach' }]);
});
