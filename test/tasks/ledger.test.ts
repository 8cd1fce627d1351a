import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/shared/day';
import { madeSoFar } from '../../src/tasks/ledger';
import { PlannedShop, followUp, highValue, orderRule, taskOf, welcome, winBack } from '../support/planning';

const sunday = '2026-06-28';
const dueToday = addDays(sunday, -13);

/** A shop with five people, each with a Follow-up due and a spend that is worth a High value task too. */
function busyShop(): PlannedShop {
  const shop = new PlannedShop(sunday, [orderRule(), highValue(), winBack()]);
  for (let person = 0; person < 5; person += 1) shop.order(`${person}`, `p${person}@shop.example`, dueToday, { total: 2000 });
  return shop;
}

const linesOf = (shop: PlannedShop): unknown[] => shop.ledger.map(({ at: _at, ...line }) => line).sort((a, b) => (a.key < b.key ? -1 : 1));

describe('a run that was cut off', () => {
  test('after the tasks and before the ledger: the next run writes the very lines that were missing', () => {
    const whole = busyShop();
    const plan = whole.night();
    const cut = busyShop();
    cut.applyTasks(cut.plan());
    const healed = cut.night();
    expect(healed.made).toEqual([]);
    expect(healed.ledgerRebuilt).toBe(false);
    expect(plan.ledgerAppends).toHaveLength(10);
    expect(linesOf(cut)).toEqual(linesOf(whole));
  });

  test('after withdrawing and before the ledger: the row tells the state', () => {
    const shop = new PlannedShop(sunday, [winBack()]).order('1', 'noa@shop.example', addDays(sunday, -100));
    shop.night();
    shop.later(1).order('2', 'noa@shop.example', shop.today);
    for (const { entry } of shop.plan().withdrawals) shop.set(entry.at, entry.set);
    expect(shop.ledger.map(({ state }) => state)).toEqual(['made']);
    shop.night();
    expect(shop.ledger.map(({ state }) => state)).toEqual(['withdrawn']);
  });

  test('after reopening and before the ledger: it is reopened no second time', () => {
    const shop = new PlannedShop(sunday, [winBack()]).order('1', 'noa@shop.example', addDays(sunday, -100));
    shop.night();
    shop.later(32).night();
    shop.later(3);
    const plan = shop.plan();
    expect(plan.reopened).toHaveLength(1);
    shop.applyTasks(plan);
    expect(shop.night().reopened).toEqual([]);
    expect(shop.ledger).toMatchObject([{ state: 'made', createdOn: shop.today }]);
  });
});

describe('a ledger that is gone', () => {
  const orphaned = (): PlannedShop => {
    const shop = busyShop();
    shop.night();
    shop.later(1).order('new', 'new@shop.example', addDays(dueToday, 1));
    shop.ledger = [];
    return shop;
  };

  test('is rebuilt from the tasks and the archive, with their keys, and nothing is made that day', () => {
    const shop = orphaned();
    shop.archive.push(taskOf('T-old', 'gone@shop.example', '2025-01-05', { rule: 'Win-back', status: 'Completed', completedOn: '2025-01-06' }));
    const plan = shop.night();
    expect([plan.ledgerRebuilt, plan.made.length]).toEqual([true, 0]);
    expect(plan.held.filter(({ law }) => law === 'Once').map(({ email }) => email)).toContain('new@shop.example');
    expect(shop.ledger.map(({ key }) => key).sort()).toEqual(['follow-up|0', 'follow-up|1', 'follow-up|2', 'follow-up|3', 'follow-up|4', 'win-back|#T-old']);
    const again = shop.night();
    expect([again.made.length, again.ledgerAppends.length, again.ledgerPatches.length]).toEqual([0, 0, 0]);
  });

  test('the next day goes on as ever', () => {
    const shop = orphaned();
    shop.night();
    expect(shop.later(1).night().made.map(({ email }) => email)).toEqual(['new@shop.example']);
  });

  test('tasks made by hand alone are no sign of it', () => {
    const shop = busyShop().hasTask(taskOf('hand', 'x@shop.example', '2026-01-01'));
    expect(shop.night().made).toHaveLength(5);
  });

  test('a task whose order no longer counts is still found to be that order’s', () => {
    const shop = busyShop();
    shop.night();
    shop.ledger = [];
    shop.order('0', 'p0@shop.example', dueToday, { status: 'refunded', counts: false });
    expect(shop.later(1).night().withdrawals.map(({ reason }) => reason.en)).toEqual(['order cancelled']);
  });
});

test('lines that the ledger lacks are added from the tasks, and what they stand for is not made again', () => {
  const shop = busyShop();
  const made = shop.night().made;
  shop.ledger = shop.ledger.filter(({ taskId }) => taskId !== made[0]?.id);
  for (const { id } of made) shop.complete(id);
  const plan = shop.later(30).night();
  expect(plan.ledgerAppends).toContainEqual({ key: 'follow-up|0', taskId: made[0]?.id, rule: 'follow-up', createdOn: sunday, run: made[0]?.run, state: 'made' });
});

test('an address that is now an alias keeps its task: the person who stays gets no second one meanwhile', () => {
  const shop = new PlannedShop(sunday, [orderRule()]).order('1', 'old@shop.example', dueToday);
  shop.night();
  shop.order('1', 'new@shop.example', dueToday).order('2', 'new@shop.example', dueToday).knows('new@shop.example', { alsoKnownAs: 'Old@shop.example' });
  shop.knows('old@shop.example', { status: null });
  const plan = shop.later(1).night();
  expect([plan.made.length, plan.held.map(({ law }) => law), plan.withdrawals.length]).toEqual([0, ['One at a time'], 0]);
});

test('made so far counts the tasks of a rule, whatever became of them, and nothing that was only noted or missed', () => {
  const states = ['made', 'withdrawn', 'expired', 'noted', 'missed', 'undone'] as const;
  expect(madeSoFar(states.map((state) => ({ key: state, rule: 'r', state })))).toEqual(new Map([['r', 3]]));
});

test('rules in another order, or under another name, make the same tasks', () => {
  const shop = new PlannedShop(sunday, [welcome(), followUp(), winBack()]).order('1', 'a@shop.example', addDays(sunday, -6)).order('2', 'b@shop.example', addDays(sunday, -100));
  const other = shop.plan({ rules: [winBack({ name: 'Come back' }), followUp(), welcome()] });
  expect(other.made.map(({ id }) => id)).toEqual(shop.plan().made.map(({ id }) => id));
});
