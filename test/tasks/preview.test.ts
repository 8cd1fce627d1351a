import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/shared/day';
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

  test('no day is named on which the match would be over', () => {
    const shop = new PlannedShop(sunday, [birthday()]).knows(noa, { birthday: '06-27', lastContactedOn: addDays(sunday, -3) });
    expect(lines(shop)).toEqual([['Birthday', 'held', 'Cool-down', null]]);
  });

  test('a settled occasion names its task', () => {
    const shop = new PlannedShop(sunday, [orderRule()]).order('1', noa, dueToday);
    const [task] = shop.night().made;
    shop.complete(task?.id ?? '').later(30);
    expect(whyNot(shop.input(), noa)).toMatchObject([{ answer: 'held', law: 'Once', reason: { en: `This occasion already had its task (${task?.id}, 28 June 2026).` } }]);
  });

  test('a rule that does not match gives its condition', () => {
    const rule = { ...orderRule(), whyNot: () => ({ condition: text('no order yet', 'אין עדיין הזמנה'), earliest: '2026-08-01' }) };
    const shop = new PlannedShop(sunday, [rule]).knows(noa, {});
    expect(whyNot(shop.input(), ' NOA@shop.example ')).toMatchObject([{ answer: 'condition', law: null, reason: { en: 'no order yet' }, earliest: '2026-08-01' }]);
  });

  test('an alias is answered for the person who stays; a stranger not at all', () => {
    const shop = new PlannedShop(sunday, [orderRule()]).order('1', noa, dueToday).knows(noa, { alsoKnownAs: 'n@shop.example' }).hasTask(taskOf('t', 'n@shop.example', sunday));
    expect(lines(shop, 'n@shop.example')).toEqual([['Follow-up', 'held', 'One at a time', '2026-06-29']]);
    expect(lines(shop, 'who@shop.example')).toEqual([]);
  });
});
