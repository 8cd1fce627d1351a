import { describe, expect, test } from 'vitest';
import type { Order } from '../../../src/orders/order';
import type { NewRule } from '../../../src/rules/rules.table';
import { addDays, daysBetween } from '../../../src/shared/day';
import { aSubject, occasionsOf, ruleOf } from '../../support/rules';

describe('No order for', () => {
  const rule = (details: Partial<NewRule> = {}) => ruleOf({ trigger: 'No order for', taskType: 'Win-back', ...details });
  const quietFor = (days: number) => aSubject({ orders: [{ id: 'A', day: addDays('2026-06-30', -days) }] });

  test.each([
    [89, 0], [90, 0], [91, 1], [92, 1], [364, 1], [365, 1], [366, 0],
  ])('after %s days there are %s matches with the default settings', (days, count) => {
    expect(rule().matchesIn(quietFor(days))).toHaveLength(count);
  });

  test.each([[60, 0], [61, 1]])('with Days 60: after %s days %s', (days, count) => {
    expect(rule({ days: 60 }).matchesIn(quietFor(days))).toHaveLength(count);
  });

  test('the occasion is the last order and the day the first of the lapse', () => {
    expect(occasionsOf(rule().matchesIn(quietFor(112)))).toEqual([`last:A on ${addDays('2026-06-30', -112 + 91)}`]);
  });

  test('a zero-value or processing order is a last order too; one that does not count is not', () => {
    const orders = (last: Partial<Order>) => [{ id: 'A', day: '2026-01-01' }, { id: 'B', day: '2026-06-01', ...last }];
    expect(rule().matchesIn(aSubject({ orders: orders({ total: 0 }) }))).toEqual([]);
    expect(rule().matchesIn(aSubject({ orders: orders({ status: 'processing' }) }))).toEqual([]);
    expect(rule().matchesIn(aSubject({ orders: orders({ status: 'cancelled', counts: false }) }))).toHaveLength(1);
  });

  test('a minimum value asks for the person’s spend', () => {
    const orders = [{ day: '2026-01-01', total: 400 }];
    expect(rule({ minimumValue: 400 }).matchesIn(aSubject({ orders }))).toHaveLength(1);
    expect(rule({ minimumValue: 401 }).matchesIn(aSubject({ orders }))).toEqual([]);
  });

  test.each<[string, readonly Partial<Order>[], string | null]>([
    ['nothing new', [{ id: 'A', day: '2026-01-01' }], null],
    ['ordered since', [{ id: 'A', day: '2026-01-01' }, { id: 'B', day: '2026-06-29' }], 'ordered since (order B)'],
    ['ordered again on the same day, later', [{ id: 'A', day: '2026-01-01', second: 5 }, { id: 'B', day: '2026-01-01', second: 9 }], 'ordered since (order B)'],
    ['an older order imported late', [{ id: 'A', day: '2026-01-01' }, { id: 'B', day: '2025-06-01' }], null],
    ['the order cancelled, an older one left', [{ id: 'A', day: '2026-01-01', status: 'cancelled', counts: false }, { id: 'B', day: '2025-12-01' }], null],
    ['the order vanished, an older one left', [{ id: 'B', day: '2025-12-01' }], null],
    ['the order vanished, a new one come', [{ id: 'B', day: '2026-06-20' }], 'ordered since (order B)'],
    ['everything vanished', [], null],
  ])('its task, once %s', (_case, orders, expected) => {
    expect(rule().mootIn(aSubject({ orders }), 'last:A')?.en ?? null).toBe(expected);
  });

  test.each<[readonly Partial<Order>[], string, string | null]>([
    [[], 'No order that counts yet.', null],
    [[{ day: '2026-06-01' }], 'The last order was 29 days ago; the rule wants more than 90 days.', '2026-08-31'],
    [[{ day: '2024-06-01' }], 'The last order was 759 days ago, longer than “Lost after days” (365).', null],
    [[{ day: '2026-01-01' }], 'It matches since 2 April 2026; a new lapse begins with the next order.', null],
  ])('why not: %o', (orders, condition, earliest) => {
    const answer = rule().whyNot(aSubject({ orders }));
    expect([answer.condition.en, answer.earliest]).toEqual([condition, earliest]);
  });

  test('the earliest day is the first on which it matches', () => {
    const orders = [{ day: '2026-06-01' }];
    const { earliest } = rule().whyNot(aSubject({ orders }));
    expect(rule().matchesIn(aSubject({ orders, today: addDays(earliest ?? '', -1) }))).toEqual([]);
    expect(rule().matchesIn(aSubject({ orders, today: earliest ?? '' }))).toHaveLength(1);
  });
});

describe('Segment', () => {
  const rule = (details: Partial<NewRule> = {}) => ruleOf({ trigger: 'Segment', taskType: 'High value', segment: 'total spend >= 3000', ...details });
  const spent = (total: number, today = '2026-06-30') => aSubject({ orders: [{ day: '2026-01-01', total }], today });

  test.each([[2999.99, 0], [3000, 1], [3000.01, 1]])('somebody who spent %s: %s', (total, count) => {
    expect(rule().matchesIn(spent(total))).toHaveLength(count);
  });

  test('once: the occasion stays the same for years, and names nobody', () => {
    const [first] = rule().matchesIn(spent(3000));
    const [later] = rule().matchesIn(spent(3000, '2029-01-01'));
    expect(later?.occasion).toBe(first?.occasion);
    expect(first?.occasion).not.toContain('dana');
    expect(first?.series?.everyDays).toBeNull();
  });

  test('every 30 days: one occasion a period, and a series whose distance the ledger keeps', () => {
    const days = Array.from({ length: 300 }, (_, i) => addDays('2026-01-01', i));
    const matches = days.map((today) => rule({ repeatEvery: 30 }).matchesIn(spent(3000, today))[0]);
    const occasions = matches.map((match) => match?.occasion ?? '');
    expect(new Set(occasions).size).toBe(11);
    for (const occasion of new Set(occasions)) expect(daysBetween(days[occasions.indexOf(occasion)] ?? '', days[occasions.lastIndexOf(occasion)] ?? '')).toBeLessThan(30);
    for (const match of matches) expect(match?.occasion.startsWith(match.series?.prefix ?? '?')).toBe(true);
  });

  test('a named segment is found by its name and says so', () => {
    const named = ruleOf({ trigger: 'Segment', segment: ' big SPENDERS ' }, { segments: [{ name: 'Big spenders', query: 'spend > 5' }] });
    expect(named.matchesIn(spent(6))[0]?.trigger.en).toBe('Segment: Big spenders');
  });

  test('why not, and the first day on which time alone will do', () => {
    const quiet = ruleOf({ trigger: 'Segment', segment: 'status = Lapsed and spend > 5' });
    const answer = quiet.whyNot(aSubject({ orders: [{ day: '2026-06-01' }] }));
    expect(answer).toEqual({ condition: expect.objectContaining({ en: 'Not so: Customer Status is Lapsed (Customer Status: “New”)' }), earliest: '2026-08-31' });
    expect(rule().whyNot(spent(5)).earliest).toBeNull();
  });

  test('a task stays though the person leaves the segment', () => {
    expect(rule().mootIn(spent(5), 'whatever')).toBeNull();
  });
});

describe('Anniversary of first order', () => {
  const rule = (details: Partial<NewRule> = {}) => ruleOf({ trigger: 'Anniversary of first order', ...details });
  const days = (first: string, today: string, before = 0) =>
    rule({ days: before }).matchesIn(aSubject({ orders: [{ day: first }, { day: '2025-11-11' }], today })).map(({ day, occasion }) => `${occasion.split(' ')[1] ?? ''} on ${day}`);

  test.each([
    ['the day before', '2025-05-17', '2026-05-16', 0, []],
    ['on the day', '2025-05-17', '2026-05-17', 0, ['2026 on 2026-05-17']],
    ['the day after', '2025-05-17', '2026-05-18', 0, ['2026 on 2026-05-17']],
    ['a week before it', '2025-05-17', '2026-05-10', 7, ['2026 on 2026-05-10']],
    ['before the new year', '2025-01-03', '2025-12-28', 7, ['2026 on 2025-12-27']],
    ['never on the first order itself', '2025-05-17', '2025-05-17', 0, []],
    ['29 February in a common year', '2024-02-29', '2025-02-28', 0, ['2025 on 2025-02-28']],
    ['29 February in a leap year', '2024-02-29', '2028-02-28', 0, ['2027 on 2027-02-28']],
    ['29 February in a leap year, on the day', '2024-02-29', '2028-02-29', 0, ['2028 on 2028-02-29']],
  ])('%s', (_case, first, today, before, expected) => {
    expect(days(first, today, before)).toEqual(expected);
  });

  test('its words', () => {
    const [match] = rule().matchesIn(aSubject({ orders: [{ day: '2024-06-30', total: 80, currency: 'ILS' }] }));
    expect(match?.trigger.en).toBe('2 years since the first order');
    expect(match?.reason.en).toBe('On 30 June it is 2 years since the first order (30 June 2024); last order 730 days ago; 80 ₪ so far');
  });

  test('why not', () => {
    expect(rule({ days: 7 }).whyNot(aSubject({ orders: [{ day: '2025-07-10' }] }))).toEqual({ condition: expect.objectContaining({ en: 'The next time is 10 July 2026.' }), earliest: '2026-07-03' });
    expect(rule().whyNot(aSubject()).condition.en).toBe('No order that counts yet.');
  });
});

describe('Birthday', () => {
  const rule = (days: number | null = null) => ruleOf({ trigger: 'Birthday', days });
  test.each([
    ['the day before', '05-17', '2026-05-16', 0, '2025 on 2025-05-17'],
    ['on the day', '05-17', '2026-05-17', 0, '2026 on 2026-05-17'],
    ['the day after', '05-17', '2026-05-18', 0, '2026 on 2026-05-17'],
    ['three days before', '05-17', '2026-05-14', 3, '2026 on 2026-05-14'],
    ['before the new year', '01-02', '2025-12-30', 3, '2026 on 2025-12-30'],
    ['29 February in a common year', '02-29', '2026-02-28', 0, '2026 on 2026-02-28'],
    ['29 February in a leap year, the 28th', '02-29', '2028-02-28', 0, '2027 on 2027-02-28'],
    ['29 February in a leap year, the 29th', '02-29', '2028-02-29', 0, '2028 on 2028-02-29'],
    ['as the manager may write it', '5/17', '2026-05-17', 0, '2026 on 2026-05-17'],
  ])('%s', (_case, birthday, today, before, expected) => {
    const matches = rule(before).matchesIn(aSubject({ contact: { birthday }, today }));
    expect(matches.map(({ day, occasion }) => `${occasion.split(' ')[1] ?? ''} on ${day}`)).toEqual([expected]);
  });

  test.each([[null, 'No birthday is known.'], ['17.5', 'The birthday “17.5” is not month and day such as 05-17.'], ['13-45', 'The birthday “13-45” is not month and day such as 05-17.']])('%s', (birthday, why) => {
    const subject = aSubject({ contact: { birthday } });
    expect(rule().matchesIn(subject)).toEqual([]);
    expect(rule().whyNot(subject)).toEqual({ condition: expect.objectContaining({ en: why }), earliest: null });
  });
});

// Pesach begins on 2025-04-13 and 2026-04-02, Rosh Hashana on 2025-09-23 and 2026-09-12.
describe('Before a holiday', () => {
  const rule = ruleOf({ trigger: 'Before a holiday', days: 21 });
  test.each([
    ['ordered before last Pesach, 22 days before this one', ['2025-04-01'], '2026-03-11', []],
    ['ordered before last Pesach, 21 days before this one', ['2025-04-01'], '2026-03-12', ['2026-04-02 on 2026-03-12']],
    ['the day before this one', ['2025-04-01'], '2026-04-01', ['2026-04-02 on 2026-03-12']],
    ['on the holiday', ['2025-04-01'], '2026-04-02', []],
    ['ordered long before last Pesach', ['2025-02-01'], '2026-03-12', []],
    ['ordered on last Pesach itself', ['2025-04-13'], '2026-03-12', []],
    ['ordered for this one too', ['2025-04-01', '2026-03-01'], '2026-03-12', []],
    ['ordered before last Rosh Hashana', ['2025-09-01'], '2026-08-30', ['2026-09-12 on 2026-08-22']],
  ])('%s', (_case, days, today, expected) => {
    const matches = rule.matchesIn(aSubject({ orders: days.map((day) => ({ day })), today }));
    expect(matches.map(({ occasion, day }) => `${occasion.split(' ')[1] ?? ''} on ${day}`)).toEqual(expected);
  });

  test('its task is over once there is an order', () => {
    const before = aSubject({ orders: [{ day: '2025-04-01' }], today: '2026-03-12' });
    const occasion = rule.matchesIn(before)[0]?.occasion ?? '';
    expect(rule.mootIn(before, occasion)).toBeNull();
    expect(rule.mootIn(aSubject({ orders: [{ day: '2025-04-01' }, { id: 'B', day: '2026-03-20' }], today: '2026-03-21' }), occasion)?.en).toBe('ordered since (order B)');
  });

  test('why not', () => {
    expect(rule.whyNot(aSubject({ orders: [{ day: '2025-09-01' }] })).earliest).toBe('2026-08-22');
    expect(rule.whyNot(aSubject({ orders: [{ day: '2025-06-01' }] })).condition.en).toBe('No order in the weeks before last year’s holiday.');
  });
});

test('a segment narrows any other rule', () => {
  const rule = ruleOf({ trigger: 'Birthday', segment: 'language = HE' });
  expect(rule.matchesIn(aSubject({ contact: { birthday: '05-17', language: 'HE' } }))).toHaveLength(1);
  const english = aSubject({ contact: { birthday: '05-17', language: 'EN' } });
  expect(rule.matchesIn(english)).toEqual([]);
  expect(rule.whyNot(english).condition.en).toContain('Language is HE');
});

test('an alias’s own row, whose status is blank, is matched by no rule', () => {
  const alias = aSubject({ contact: { birthday: '05-17', status: null } });
  const rule = ruleOf({ trigger: 'Birthday' });
  expect(rule.matchesIn(alias)).toEqual([]);
  expect(rule.whyNot(alias).condition.en).toContain('alias');
});
