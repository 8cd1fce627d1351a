import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/shared/day';
import { PlannedShop, highValue, orderRule, taskOf } from '../support/planning';
import { aTask } from '../support/tasks';
import { lastTaskMakingRun, planUndo } from '../../src/tasks/undo';

const sunday = '2026-06-28';
const dueToday = addDays(sunday, -13);

function shopAfterItsNight(): PlannedShop {
  const shop = new PlannedShop(sunday, [orderRule(), highValue()]);
  for (const name of ['a', 'b', 'c']) shop.order(name, `${name}@shop.example`, dueToday, { total: 2000 });
  shop.night();
  return shop;
}

const undo = (shop: PlannedShop, again: boolean): void => shop.undo(lastTaskMakingRun(shop.tasks) ?? '', again);

describe('Undo last run', () => {
  test('not again: the tasks are withdrawn, marked, and never made again, nor what was noted in them', () => {
    const shop = shopAfterItsNight();
    undo(shop, false);
    expect(shop.tasks.map(({ status, outcome }) => [status, outcome])).toEqual([1, 2, 3].map(() => ['Skipped', 'Auto: undone']));
    for (let day = 0; day < 40; day += 1) {
      const plan = shop.night();
      expect([plan.made, plan.reopened]).toEqual([[], []]);
      shop.later(1);
    }
  });

  test('again: the same rows are reopened when they match again, with what was noted in them', () => {
    const shop = shopAfterItsNight();
    const before = shop.tasks.map(({ id }) => id);
    undo(shop, true);
    const plan = shop.night();
    expect([plan.made.length, plan.reopened.map(({ task }) => task.id)]).toEqual([0, before]);
    expect(shop.tasks.map(({ status, outcome, completedOn, reason }) => [status, outcome, completedOn, reason?.includes('also High value')])).toEqual([1, 2, 3].map(() => ['Pending', null, null, true]));
    expect(shop.ledger.map(({ state }) => state).sort()).toEqual(['made', 'made', 'made', 'noted', 'noted', 'noted']);
  });

  test('again, with a rule changed meanwhile: only what still matches comes back, and what was noted may come by itself', () => {
    const shop = shopAfterItsNight();
    undo(shop, true);
    shop.rules = [highValue()];
    const plan = shop.night();
    expect(plan.made.map(({ type }) => type)).toEqual(['High value', 'High value', 'High value']);
    expect(shop.ledger.filter(({ state }) => state === 'undone')).toHaveLength(3);
  });

  test('again, where the manager deleted the row: it is made anew under the same id', () => {
    const shop = shopAfterItsNight();
    undo(shop, true);
    const [first] = shop.tasks;
    shop.delete(first?.id ?? '');
    expect(shop.night().made.map(({ id }) => id)).toEqual([first?.id]);
  });

  test('what somebody finished or changed stays', () => {
    const shop = shopAfterItsNight();
    const [first, second] = shop.tasks;
    shop.complete(first?.id ?? '');
    shop.set(second?.at ?? 0, { note: 'Mine' });
    undo(shop, false);
    expect(shop.tasks.map(({ status }) => status)).toEqual(['Completed', 'Pending', 'Skipped']);
  });

  test('a task typed by hand that the night took up is not the night’s to undo; a batch made by hand is undone as one', () => {
    const shop = shopAfterItsNight();
    const night = lastTaskMakingRun(shop.tasks) ?? '';
    shop.hasTask(taskOf('typed', 'd@shop.example', sunday, { run: night })).hasTask(taskOf('batch 1', 'e@shop.example', sunday, { run: 'batch' })).hasTask(taskOf('batch 2', 'f@shop.example', sunday, { run: 'batch' }));
    const input = { tasks: shop.tasks, ledger: shop.ledger, rules: shop.rules, today: sunday, language: 'en', again: false } as const;
    expect(planUndo({ ...input, run: night }).withdrawals).toHaveLength(3);
    expect(planUndo({ ...input, run: 'batch' }).withdrawals).toHaveLength(2);
  });
});

test('a batch of Make tasks now is the last run where it is newer than the night; contacts noted by hand are none', () => {
  const task = (rule: string | null, run: string) => aTask({ rule, run });
  const night = task('Follow-up', '2026-06-30 03:00 nightly');
  expect(lastTaskMakingRun([night, task(null, '2026-06-30 10:00 make-tasks')])).toBe('2026-06-30 10:00 make-tasks');
  expect(lastTaskMakingRun([night, task(null, '2026-06-30 10:00 contacted')])).toBe('2026-06-30 03:00 nightly');
});
