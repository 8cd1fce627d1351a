import { describe, expect, test } from 'vitest';
import type { Contact } from '../../src/contacts/contacts.table';
import type { Rule } from '../../src/rules/rule';
import { addDays, daysBetween } from '../../src/shared/day';
import { text } from '../../src/shared/text';
import { previewOf } from '../../src/tasks/preview';
import { whyNot } from '../../src/tasks/why-not';
import { PlannedShop, birthday, highValue, orderRule, taskOf, winBack } from '../support/planning';

const sunday = '2026-06-28';
const noa = 'noa@shop.example';
const dueToday = addDays(sunday, -13);

test('the preview names the tasks that the night then makes, and how many each law holds back', () => {
  const shop = new PlannedShop(sunday, [orderRule(), winBack()]);
  for (let person = 0; person < 11; person += 1) shop.order(`${person}`, `p${person}@shop.example`, dueToday);
  shop.knows('p0@shop.example', { doNotContact: true });
  const preview = previewOf(shop.plan());
  expect(preview.held).toEqual([{ law: 'Consent', count: 1 }, { law: 'A list one can finish', count: 2 }]);
  expect(preview.byRule.map(({ rule, matches, made, held }) => [rule.name, matches, made, held])).toEqual([['Follow-up', 11, 8, 3], ['Win-back', 0, 0, 0]]);
  expect(preview.tasks.map(({ id }) => id)).toEqual(shop.night().made.map(({ id }) => id));
  expect(preview.tasks[0]).toMatchObject({ email: 'p10@shop.example', type: 'Follow-up', rule: 'Follow-up', reason: 'because of Order 10 completed' });
});

test('the order in which the list is filled is said in words', () => {
  expect(previewOf(new PlannedShop(sunday).plan()).order.en).toBe(
    'Best first: Welcome, Follow-up, Win-back (last order up to 180 days ago first), High value, Product, Anniversary, Birthday, Custom; within a kind by spend, then by address. 2 of the 8 are kept for Win-back where any match.',
  );
});

test('what is written into cells is in the workbook’s language', () => {
  const shop = new PlannedShop(sunday, [orderRule()]).order('1', noa, dueToday);
  expect(shop.plan({ language: 'he' }).made[0]?.trigger).toBe('Order 1 completed (he)');
});

/** An order rule under which the order of 20 June comes up on that day, and which says so. */
const coming = (day: string, known: Partial<Rule> = {}): Rule => ({
  ...orderRule({ after: daysBetween('2026-06-23', day), ...known }),
  whyNot: () => ({ condition: text(`it comes up on ${day}`, `מגיעה לתורה ב-${day}`), earliest: day }),
});

describe('Why / why not', () => {
  const lines = (shop: PlannedShop, email = noa) => whyNot(shop.input(), email).map(({ rule, answer, law, earliest }) => [rule.name, answer, law, earliest]);

  test('what it makes tonight, and what is noted in it', () => {
    const shop = new PlannedShop(sunday, [orderRule(), highValue()]).order('1', noa, dueToday, { total: 2000 });
    expect(lines(shop)).toEqual([['Follow-up', 'makes', null, sunday], ['High value', 'noted', 'One at a time', null]]);
  });

  test('each rule with the law that stops it and the earliest day', () => {
    const shop = new PlannedShop(sunday, [orderRule(), highValue()]).order('1', noa, dueToday, { total: 2000 }).knows(noa, { lastContactedOn: addDays(sunday, -3) });
    expect(lines(shop)).toEqual([['Follow-up', 'held', 'Cool-down', '2026-06-30'], ['High value', 'held', 'Cool-down', '2026-07-16']]);
  });

  test('no day is named on which the match would be over: a birthday comes again next year', () => {
    const shop = new PlannedShop(sunday, [birthday()]).knows(noa, { birthday: '06-27', lastContactedOn: addDays(sunday, -3) });
    expect(lines(shop)).toEqual([['Birthday', 'held', 'Cool-down', '2027-06-27']]);
  });

  test('a settled occasion names its task', () => {
    const shop = new PlannedShop(sunday, [orderRule()]).order('1', noa, dueToday);
    const [task] = shop.night().made;
    shop.complete(task?.id ?? '').later(30);
    expect(whyNot(shop.input(), noa)).toMatchObject([{ answer: 'held', law: 'Once', reason: { en: `This occasion already had its task (${task?.id}, 28 June 2026).` } }]);
  });

  test('a rule that does not match gives its condition', () => {
    const rule = { ...orderRule(), whyNot: () => ({ condition: text('no order yet', 'אין עדיין הזמנה'), earliest: null }) };
    const shop = new PlannedShop(sunday, [rule]).knows(noa, {});
    expect(whyNot(shop.input(), ' NOA@shop.example ')).toMatchObject([{ answer: 'condition', law: null, reason: { en: 'no order yet' }, earliest: null }]);
  });

  // 2026-07-03 is a Friday, 2026-07-05 the Sunday after it.
  test.each<[string, Rule, Partial<Contact>, (shop: PlannedShop) => unknown, string | null]>([
    ['its day is a weekend', coming('2026-07-03'), {}, () => null, '2026-07-05'],
    ['its day lies in the cool-down', coming('2026-06-29'), { lastContactedOn: sunday }, () => null, '2026-07-05'],
    ['its day lies before Start Date', coming('2026-06-29', { startOn: '2026-07-10' }), {}, () => null, null],
    ['the time to wait runs out on the weekend', coming('2026-07-03', { validForDays: 1 }), {}, () => null, null],
    ['the person refuses', coming('2026-06-29'), { doNotContact: true }, () => null, null],
    ['the rest after a skip outlasts the cool-down', highValue(), { lastContactedOn: '2026-06-08' }, (shop) => shop.hasTask(taskOf('s', noa, sunday, { status: 'Skipped', completedOn: '2026-06-25', outcome: 'Not now' })), '2026-07-02'],
    ['the cool-down outlasts a short validity of a state', highValue({ validForDays: 4 }), { lastContactedOn: '2026-06-20' }, () => null, '2026-07-12'],
    ['it was made and repeats', highValue({ every: 10 }), {}, (shop) => shop.skip(shop.night().made[0]?.id ?? '', null), '2026-07-08'],
    ['it was made and does not repeat', highValue(), {}, (shop) => shop.skip(shop.night().made[0]?.id ?? '', null), null],
  ])('the earliest day is the day on which the task comes: %s', (_what, rule, known, before, day) => {
    const shop = new PlannedShop(sunday, [rule]).order('1', noa, '2026-06-20', { total: 2000 }).knows(noa, known);
    before(shop);
    expect(lines(shop)[0]?.[3]).toBe(day);
    const came: string[] = [];
    for (let night = 0; night < 60; night += 1) {
      if (shop.night().made.length > 0) came.push(shop.today);
      shop.later(1);
    }
    expect(came.find((one) => one > sunday) ?? null).toBe(day);
  });

  test('an alias is answered for the person who stays; a stranger not at all', () => {
    const shop = new PlannedShop(sunday, [orderRule()]).order('1', noa, dueToday).knows(noa, { alsoKnownAs: 'n@shop.example' }).hasTask(taskOf('t', 'n@shop.example', sunday));
    expect(lines(shop, 'n@shop.example')).toEqual([['Follow-up', 'held', 'One at a time', '2026-06-29']]);
    expect(lines(shop, 'who@shop.example')).toEqual([]);
  });
});
