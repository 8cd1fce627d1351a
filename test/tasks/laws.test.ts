import { describe, expect, test } from 'vitest';
import type { Rule } from '../../src/rules/rule';
import { addDays } from '../../src/shared/day';
import { PlannedShop, birthday, followUp, highValue, namesOf, orderRule, taskOf, welcome, winBack } from '../support/planning';

// 2026-06-28 is a Sunday.
const sunday = '2026-06-28';
const noa = 'noa@shop.example';

const shopOn = (today: string, ...rules: Rule[]): PlannedShop => new PlannedShop(today, rules);
/** An order whose Follow-up (every order, 3 + 10 days) falls on the day. */
const dueToday = (day: string): string => addDays(day, -13);

describe('Once', () => {
  test('a second run on the same day makes nothing', () => {
    const shop = shopOn(sunday, orderRule()).order('1', noa, dueToday(sunday));
    expect(namesOf(shop.night())).toEqual(['Follow-up noa@shop.example']);
    const again = shop.night();
    expect([again.made, again.withdrawals, again.ledgerAppends, again.ledgerPatches]).toEqual([[], [], [], []]);
  });

  test('a finished task is not made again, nor one whose row was deleted, nor one whose rule was renamed', () => {
    const shop = shopOn(sunday, orderRule()).order('1', noa, dueToday(sunday)).order('2', 'avi@shop.example', dueToday(sunday));
    const [first, second] = shop.night().made;
    shop.complete(first?.id ?? '').delete(second?.id ?? '');
    shop.rules = [orderRule({ name: 'After delivery' })];
    for (let count = 0; count < 40; count += 1) expect(shop.later(1).night().made).toEqual([]);
  });

  test('a task that expired untouched is reopened once, in the same row', () => {
    const shop = shopOn(sunday, winBack()).order('1', noa, addDays(sunday, -100));
    const made = shop.night().made;
    shop.later(31);
    const expiring = shop.night();
    expect(expiring.withdrawals.map(({ state }) => state)).toEqual(['expired']);
    expect(shop.tasks[0]?.outcome).toBe('Auto: expired, 31 days overdue');
    expect(shop.night().reopened).toEqual([]);
    shop.later(4);
    expect(shop.night().reopened.map(({ task }) => task.id)).toEqual(made.map(({ id }) => id));
    expect(shop.tasks).toMatchObject([{ status: 'Pending', outcome: null, completedOn: null, dueOn: shop.today, firstDueOn: shop.today, createdOn: sunday }]);
    shop.later(31).night();
    expect(shop.tasks[0]?.status).toBe('Skipped');
    for (let count = 0; count < 20; count += 1) expect(shop.later(1).night().reopened).toEqual([]);
  });

  test.each([
    ['a note', { note: 'Call in the evening' }],
    ['a moved due date', { dueOn: '2026-06-29' }],
    ['another assignee', { assignedTo: 'Dana' }],
    ['a try', { tries: 1 }],
  ])('a task that expired with %s is not reopened', (_what, touch) => {
    const shop = shopOn(sunday, winBack()).order('1', noa, addDays(sunday, -100));
    shop.night();
    shop.set(shop.tasks[0]?.at ?? 0, touch);
    shop.later(40).night();
    expect(shop.tasks[0]?.status).toBe('Skipped');
    expect(shop.later(7).night().reopened).toEqual([]);
  });

  test('a rule that repeats waits its full distance, however the periods fall', () => {
    const shop = shopOn(sunday, highValue({ every: 30 })).order('1', noa, addDays(sunday, -50), { total: 5000 });
    const made: string[] = [];
    for (let day = 0; day < 130; day += 1) {
      for (const task of shop.night().made) {
        made.push(shop.today);
        shop.skip(task.id, null);
      }
      shop.later(1);
    }
    expect(made.length).toBeGreaterThanOrEqual(3);
    made.slice(1).forEach((day, place) => expect(day >= addDays(made[place] ?? '', 30)).toBe(true));
  });

  test('a rule that repeats holds nobody back until the time has come again, however the periods fall', () => {
    const shop = shopOn(sunday, highValue({ every: 30 })).order('1', noa, addDays(sunday, -50), { total: 5000 });
    shop.skip(shop.night().made[0]?.id ?? '', null);
    for (let day = 1; day < 30; day += 1) expect(shop.later(1).night().held).toEqual([]);
  });

  test.each([
    ['begins to repeat', null, 30, 30],
    ['ceases to repeat', 30, null, null],
  ])('a rule that %s does not begin anew with everybody', (_what, before, after, again) => {
    const shop = shopOn(sunday, highValue({ every: before })).order('1', noa, addDays(sunday, -50), { total: 5000 });
    shop.skip(shop.night().made[0]?.id ?? '', null);
    shop.rules = [highValue({ every: after })];
    const days = Array.from({ length: 60 }, () => shop.later(1).night().made.length).indexOf(1) + 1;
    expect(days === 0 ? null : days).toBe(again);
  });
});

describe('A list one can finish', () => {
  test('the first night in an old shop makes 8 tasks, the 8 best', () => {
    const shop = shopOn(sunday, winBack());
    for (let person = 0; person < 300; person += 1) shop.order(String(person), `p${person}@shop.example`, addDays(sunday, person < 150 ? -300 : -120), { total: person + 1 });
    const plan = shop.night();
    expect(namesOf(plan)).toEqual([299, 298, 297, 296, 295, 294, 293, 292].map((person) => `Win-back p${person}@shop.example`));
    expect(plan.held).toHaveLength(292);
    expect(plan.held.every(({ law, earliest }) => law === 'A list one can finish' && earliest === '2026-06-29')).toBe(true);
  });

  test('overdue, due today and finished today take places; snoozed, withdrawn and Mailchimp tasks take none', () => {
    const shop = shopOn(sunday, winBack());
    for (let person = 0; person < 20; person += 1) shop.order(String(person), `p${person}@shop.example`, addDays(sunday, -100));
    shop
      .hasTask(taskOf('overdue', 'a@shop.example', '2026-06-20'))
      .hasTask(taskOf('today', 'b@shop.example', sunday))
      .hasTask(taskOf('done', 'c@shop.example', '2026-06-20', { status: 'Completed', completedOn: sunday }))
      .hasTask(taskOf('skipped', 'd@shop.example', '2026-06-20', { status: 'Skipped', completedOn: sunday }))
      .hasTask(taskOf('snoozed', 'e@shop.example', '2026-06-30'))
      .hasTask(taskOf('withdrawn', 'f@shop.example', '2026-06-20', { status: 'Skipped', completedOn: sunday, outcome: 'Auto: ordered since' }))
      .hasTask(taskOf('mailchimp', 'g@shop.example', '2026-06-20', { assignedTo: 'Mailchimp' }))
      .hasTask(taskOf('yesterday', 'h@shop.example', '2026-06-20', { status: 'Completed', completedOn: '2026-06-27' }));
    expect(shop.night().made).toHaveLength(4);
  });

  test('a list that is over its number is left alone', () => {
    const shop = shopOn(sunday, winBack()).order('1', noa, addDays(sunday, -100));
    for (let count = 0; count < 12; count += 1) shop.hasTask(taskOf(`t${count}`, `x${count}@shop.example`, sunday));
    expect(shop.night().made).toEqual([]);
  });

  test('best first by kind, then fresh lapses, then spend, then address; two places are kept for Win-back', () => {
    const shop = shopOn(sunday, welcome(), followUp(), winBack(), highValue({ atLeast: 900 }));
    for (const [email, total] of [['w1', 10], ['w2', 30], ['w3', 20], ['w4', 20]] as const) shop.order(`o-${email}`, `${email}@shop.example`, addDays(sunday, -6), { total });
    for (const email of ['f1', 'f2', 'f3']) shop.order(`old-${email}`, `${email}@shop.example`, addDays(sunday, -60)).order(`new-${email}`, `${email}@shop.example`, dueToday(sunday));
    for (const [email, gap, total] of [['b1', 300, 800], ['b2', 181, 700], ['b3', 180, 50], ['b4', 91, 40]] as const) shop.order(email, `${email}@shop.example`, addDays(sunday, -gap), { total });
    shop.order('h', 'h1@shop.example', addDays(sunday, -40), { total: 950 });
    expect(namesOf(shop.plan())).toEqual(['Welcome w2', 'Welcome w3', 'Welcome w4', 'Welcome w1', 'Follow-up f1', 'Follow-up f2', 'Win-back b3', 'Win-back b4'].map((name) => `${name}@shop.example`));
    shop.settings = { ...shop.settings, tasksOnTheList: 20 };
    expect(namesOf(shop.plan()).slice(7)).toEqual(['Win-back b3', 'Win-back b4', 'Win-back b1', 'Win-back b2', 'High value h1'].map((name) => `${name}@shop.example`));
  });

  test('Win-backs that stand on the list already fill the places kept for them', () => {
    const shop = shopOn(sunday, welcome(), winBack());
    for (let person = 0; person < 12; person += 1) shop.order(`w${person}`, `w${person}@shop.example`, addDays(sunday, -6)).order(`b${person}`, `b${person}@shop.example`, addDays(sunday, -100));
    shop.hasTask(taskOf('x', 'x@shop.example', sunday, { type: 'Win-back' })).hasTask(taskOf('y', 'y@shop.example', sunday, { type: 'Win-back' }));
    expect(namesOf(shop.plan()).filter((name) => name.startsWith('Win-back'))).toEqual([]);
  });

  test('after a week off by the manager the list still holds 8', () => {
    const shop = shopOn(sunday, winBack(), orderRule());
    for (let person = 0; person < 60; person += 1) shop.order(String(person), `p${person}@shop.example`, addDays(sunday, person - 120));
    const lengths = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(() => {
      shop.night();
      shop.later(1);
      return shop.tasks.filter(({ status }) => status === 'Pending').length;
    });
    expect(lengths).toEqual([8, 8, 8, 8, 8, 8, 8, 8, 8]);
  });

  test('tasks for Mailchimp are made beside the list', () => {
    const shop = shopOn(sunday, winBack({ assignedTo: 'Mailchimp' }));
    for (let person = 0; person < 30; person += 1) shop.order(String(person), `p${person}@shop.example`, addDays(sunday, -100));
    expect(shop.night().made).toHaveLength(30);
  });
});

describe('One at a time', () => {
  test.each([
    ['overdue', '2026-06-01', 0],
    ['due today', sunday, 0],
    ['due in 7 days', '2026-07-05', 0],
    ['due in 8 days', '2026-07-06', 1],
  ])('with an open task that is %s', (_when, due, made) => {
    const shop = shopOn(sunday, orderRule()).order('1', noa, dueToday(sunday)).hasTask(taskOf('t', noa, due));
    expect(shop.night().made).toHaveLength(made);
  });

  test('several matches of one night become one task of the strongest kind; the others are noted and used up', () => {
    const shop = shopOn(sunday, highValue(), birthday(), orderRule()).order('1', noa, dueToday(sunday), { total: 2000 }).knows(noa, { birthday: '06-28' });
    const plan = shop.night();
    expect(plan.made).toMatchObject([{ type: 'Follow-up', trigger: 'Order 1 completed', reason: 'because of Order 1 completed; also High value: High value, also Birthday: Birthday on 28/6' }]);
    expect(plan.ledgerAppends.map(({ state, taskId }) => [state, taskId]).sort()).toEqual([['made', plan.made[0]?.id], ['noted', plan.made[0]?.id], ['noted', plan.made[0]?.id]]);
    shop.complete(plan.made[0]?.id ?? '');
    for (let count = 0; count < 60; count += 1) expect(shop.later(1).night().made).toEqual([]);
  });

  test('of several waiting orders only the newest counts', () => {
    const shop = shopOn('2026-06-26', orderRule()).order('1', noa, '2026-06-12').order('2', noa, '2026-06-13');
    expect(shop.night().held.map(({ law }) => law)).toEqual(['Task-making days', 'Task-making days']);
    const plan = shop.later(2).night();
    expect(plan.made).toMatchObject([{ trigger: 'Order 2 completed' }]);
    expect(plan.ledgerAppends.map(({ key, state }) => [key, state])).toEqual([['follow-up|1', 'noted'], ['follow-up|2', 'made']]);
  });

  test('a match of a person without room on the list keeps all of the person’s matches waiting', () => {
    const shop = shopOn(sunday, orderRule(), highValue()).order('1', noa, dueToday(sunday), { total: 2000 });
    shop.settings = { ...shop.settings, tasksOnTheList: 0 };
    const plan = shop.night();
    expect(plan.held.map(({ law }) => law)).toEqual(['A list one can finish', 'A list one can finish']);
    expect(plan.ledgerAppends).toEqual([]);
  });
});

describe('Cool-down', () => {
  test.each([
    ['promotional', winBack(), 20, null, '2026-06-29'],
    ['promotional', winBack(), 21, 1, null],
    ['service', orderRule(), 4, null, '2026-06-29'],
    ['service', orderRule(), 5, 1, null],
  ])('a %s kind, last contacted so many days ago', (_kind, rule, ago, made, earliest) => {
    const shop = shopOn(sunday, rule).order('1', noa, rule.taskType === 'Win-back' ? addDays(sunday, -100) : dueToday(sunday)).knows(noa, { lastContactedOn: addDays(sunday, -ago) });
    const plan = shop.plan();
    expect(plan.made.length).toBe(made ?? 0);
    expect(plan.held[0]?.earliest ?? null).toBe(earliest);
  });

  test.each([
    ['6 days ago, with a reason', 6, 'Not now', 0],
    ['7 days ago, with a reason', 7, 'Not now', 1],
    ['6 days ago, without a reason', 6, null, 1],
    ['6 days ago, by the script', 6, 'Auto: ordered since', 1],
  ])('a promotional kind after a skip %s', (_what, ago, outcome, made) => {
    const shop = shopOn(sunday, winBack()).order('1', noa, addDays(sunday, -100));
    shop.hasTask(taskOf('t', noa, '2026-06-01', { status: 'Skipped', completedOn: addDays(sunday, -ago), outcome }));
    expect(shop.plan().made).toHaveLength(made);
  });

  test('a skip does not rest service kinds', () => {
    const shop = shopOn(sunday, orderRule()).order('1', noa, dueToday(sunday));
    shop.hasTask(taskOf('t', noa, '2026-06-01', { status: 'Skipped', completedOn: sunday, outcome: 'Not now' }));
    expect(shop.plan().made).toHaveLength(1);
  });
});

describe('Held back is not lost', () => {
  test('a match waits while its time runs, then is logged as missed, once', () => {
    const shop = shopOn('2026-06-28', orderRule({ validForDays: 5 })).order('1', noa, dueToday('2026-06-28')).knows(noa, { doNotContact: true });
    const laws = [0, 1, 2, 3, 4, 5, 6, 7].map(() => {
      const plan = shop.night();
      shop.later(1);
      return plan.missed.length > 0 ? 'missed' : (plan.held[0]?.law ?? 'settled');
    });
    expect(laws).toEqual(['Consent', 'Consent', 'Consent', 'Consent', 'Consent', 'Consent', 'missed', 'settled']);
    expect(shop.ledger).toMatchObject([{ key: 'follow-up|1', state: 'missed', taskId: null, rule: 'follow-up' }]);
  });

  test('a job off for ten nights loses nobody whose time has not run out', () => {
    const shop = shopOn(sunday, orderRule());
    for (let day = 0; day < 10; day += 1) shop.order(String(day), `p${day}@shop.example`, addDays(dueToday(sunday), day));
    shop.settings = { ...shop.settings, tasksOnTheList: 20 };
    const plan = shop.later(11).night();
    expect(plan.made).toHaveLength(10);
    expect(plan.missed).toEqual([]);
  });

  test('on a day off and on a weekend nothing is made; it is made on the next task-making day, due that day', () => {
    const shop = shopOn('2026-06-26', orderRule()).order('1', noa, dueToday('2026-06-26'));
    shop.daysOff.add(sunday);
    expect([shop.night(), shop.later(1).night(), shop.later(1).night()].map((plan) => [plan.made.length, plan.held[0]?.earliest])).toEqual([[0, '2026-06-29'], [0, '2026-06-29'], [0, '2026-06-29']]);
    expect(shop.later(1).night().made).toMatchObject([{ createdOn: '2026-06-29', dueOn: '2026-06-29', firstDueOn: '2026-06-29' }]);
  });
});

describe('No ambush', () => {
  test.each([
    ['the day before Start Date', '2026-06-24', 0],
    ['Start Date itself', '2026-06-25', 1],
  ])('a match whose own day is %s', (_what, day, made) => {
    const shop = shopOn(sunday, orderRule({ startOn: '2026-06-25' })).order('1', noa, dueToday(day));
    expect(shop.plan().made).toHaveLength(made);
  });

  test('history makes no tasks, no misses and no lines', () => {
    const shop = shopOn(sunday, orderRule({ startOn: sunday }));
    for (let day = 50; day < 400; day += 1) shop.order(String(day), `p${day}@shop.example`, addDays(sunday, -day));
    const plan = shop.night();
    expect([plan.made, plan.held, plan.missed, plan.ledgerAppends]).toEqual([[], [], [], []]);
  });

  test('a rule whose Start Date is not filled yet starts today', () => {
    const shop = shopOn(sunday, orderRule({ startOn: null })).order('1', noa, addDays(dueToday(sunday), -1)).order('2', 'avi@shop.example', dueToday(sunday));
    expect(namesOf(shop.plan())).toEqual(['Follow-up avi@shop.example']);
  });
});

describe('Moot', () => {
  const withTask = (rule: Rule): PlannedShop => {
    const shop = shopOn(sunday, rule).order('1', noa, rule.taskType === 'Win-back' ? addDays(sunday, -100) : dueToday(sunday));
    shop.night();
    return shop.later(1);
  };

  test('ordered since: the Win-back is withdrawn, marked, never deleted', () => {
    const shop = withTask(winBack()).order('2', noa, sunday);
    expect(shop.night().withdrawals).toHaveLength(1);
    expect(shop.tasks).toMatchObject([{ status: 'Skipped', completedOn: '2026-06-29', outcome: 'Auto: ordered since' }]);
    expect(shop.ledger[0]?.state).toBe('withdrawn');
  });

  test('ordered since: a Win-back is withdrawn whatever its rule looks at, once the order is younger than the task', () => {
    const shop = shopOn(sunday, highValue({ taskType: 'Win-back' })).order('1', noa, addDays(sunday, -100), { total: 5000 });
    shop.night();
    expect(shop.order('2', noa, addDays(sunday, -1)).later(1).night().withdrawals).toEqual([]);
    expect(shop.order('3', noa, shop.today).later(1).night().withdrawals.map(({ reason }) => reason.en)).toEqual(['ordered since']);
  });

  test('order cancelled: its Follow-up is withdrawn; an order that vanished withdraws nothing', () => {
    const cancelled = withTask(orderRule()).order('1', noa, dueToday(sunday), { status: 'cancelled', counts: false });
    expect(cancelled.night().withdrawals.map(({ reason }) => reason.en)).toEqual(['order cancelled']);
    const vanished = withTask(orderRule());
    vanished.orders.clear();
    vanished.knows(noa, {});
    expect(vanished.night().withdrawals).toEqual([]);
  });

  test.each([
    ['unsubscribed', { mailchimpStatus: 'Unsubscribed' as const }, ['Auto: unsubscribed', null]],
    ['Do Not Contact', { doNotContact: true }, ['Auto: Do Not Contact', 'Auto: Do Not Contact']],
    ['Cleaned', { mailchimpStatus: 'Cleaned' as const }, [null, null]],
  ])('%s withdraws from Win-back and Follow-up as the law says', (_what, known, outcomes) => {
    const ended = [winBack(), orderRule()].map((rule) => {
      const shop = withTask(rule).knows(noa, known);
      shop.night();
      return shop.tasks[0]?.outcome ?? null;
    });
    expect(ended).toEqual(outcomes);
  });

  test('a task expires when it is more than 30 days overdue', () => {
    const shop = withTask(winBack());
    shop.later(29);
    expect(shop.night().withdrawals).toEqual([]);
    expect(shop.later(1).night().withdrawals.map(({ state }) => state)).toEqual(['expired']);
  });

  test('a rule that was switched off withdraws its tasks still', () => {
    const shop = withTask(winBack()).order('2', noa, '2026-06-29');
    shop.rules = [];
    expect(shop.night().withdrawals.map(({ reason }) => reason.en)).toEqual(['ordered since']);
  });

  test('a task made by hand is never withdrawn or expired', () => {
    const shop = shopOn(sunday).knows(noa, { doNotContact: true, mailchimpStatus: 'Unsubscribed' }).hasTask(taskOf('t', noa, '2025-01-01'));
    expect(shop.night().withdrawals).toEqual([]);
  });
});

describe('Consent', () => {
  test.each([
    ['Do Not Contact', { doNotContact: true }, []],
    ['Unsubscribed', { mailchimpStatus: 'Unsubscribed' as const }, ['Follow-up', 'Welcome']],
    ['Cleaned', { mailchimpStatus: 'Cleaned' as const }, ['Follow-up', 'Welcome', 'Win-back']],
    ['Non-subscribed', { mailchimpStatus: 'Non-subscribed' as const }, ['Follow-up', 'Welcome', 'Win-back']],
  ])('%s', (_what, known, kinds) => {
    const shop = shopOn(sunday, welcome(), followUp(), winBack());
    shop.order('1', 'w@shop.example', addDays(sunday, -6)).order('2', 'b@shop.example', addDays(sunday, -100));
    shop.order('3', 'f@shop.example', addDays(sunday, -50)).order('4', 'f@shop.example', dueToday(sunday));
    for (const email of ['w@shop.example', 'b@shop.example', 'f@shop.example']) shop.knows(email, known);
    expect(shop.plan().made.map(({ type }) => type).sort()).toEqual(kinds);
  });
});
