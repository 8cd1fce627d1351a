import { describe, expect, test } from 'vitest';
import { itemsOf, personReason } from '../../src/rules/reasons';
import { agoWords, daysWords, moneyWords, numberWords } from '../../src/rules/words';
import { anOrder } from '../support/contacts';
import { aSubject, ruleOf } from '../support/rules';

const item = (name: string) => ({ name, quantity: 1, total: null });

describe('Why a task is worth doing, in the person’s own figures', () => {
  test('somebody with a pace', () => {
    const subject = aSubject({
      orders: [{ day: '2025-12-10', total: 400 }, { day: '2026-01-24', total: 400 }, { day: '2026-03-10', total: 440, items: [item('Syrah 2021')] }],
      settings: { currency: 'ILS' },
    });
    expect(personReason(subject)).toEqual({
      en: 'Usually orders every 45 days; last order 112 days ago; 1,240 ₪ so far; last: Syrah 2021',
      he: 'קצב ההזמנות הרגיל: כל 45 ימים; ההזמנה האחרונה לפני 112 ימים; 1,240 ₪ עד כה; לאחרונה: Syrah 2021',
    });
  });

  test('what is unknown is left out', () => {
    expect(personReason(aSubject({ orders: [{ day: '2026-06-28', total: null }] })).en).toBe('Last order 2 days ago');
  });

  test('the currency is that of the newest order where no setting tells', () => {
    expect(personReason(aSubject({ orders: [{ day: '2026-06-29', total: 50.5, currency: 'USD' }] })).en).toBe('Last order yesterday; $50.50 so far');
  });

  test('somebody who never ordered', () => {
    const contact = { isMailchimp: true, mailchimpSince: '2025-03-01T10:00:00' };
    expect(personReason(aSubject({ contact })).en).toBe('No order yet; in Mailchimp since 1 March 2025');
  });

  test('a first order', () => {
    const rule = ruleOf({ name: 'Welcome', trigger: 'Order completed', scope: 'First only', days: 3 });
    const subject = aSubject({ orders: [{ id: '10432', day: '2026-06-20', completedOn: '2026-06-26', total: 320, currency: 'ILS', items: [item('Syrah 2021'), item('Merlot')] }] });
    const [match] = rule.matchesIn(subject);
    expect(match?.trigger.en).toBe('Order 10432 completed');
    expect(match?.reason.en).toBe('First order, 320 ₪, completed 4 days ago; bought: Syrah 2021, Merlot');
    expect(match?.reason.he).toBe('הזמנה ראשונה, 320 ₪, הושלמה לפני 4 ימים; נקנו: Syrah 2021, Merlot');
  });

  test('many items are cut short', () => {
    expect(itemsOf(anOrder({ items: ['A', 'B', 'A', 'C', 'D', 'E'].map(item) }))).toBe('A, B, C +2');
    expect(itemsOf(anOrder({ items: [item(' ')] }))).toBeNull();
  });
});

describe('Figures in words', () => {
  test.each([
    [0, '0'], [999, '999'], [1240, '1,240'], [1234567.5, '1,234,567.50'], [-1240, '-1,240'], [0.1 + 0.2, '0.30'],
  ])('%s', (value, words) => {
    expect(numberWords(value)).toBe(words);
  });

  test.each([['ILS', '1,240 ₪'], ['USD', '$1,240'], ['EUR', '1,240 €'], ['CHF', '1,240 CHF'], [null, '1,240']])('1240 in %s', (currency, words) => {
    expect(moneyWords(1240, currency)).toBe(words);
  });

  test.each([[1, '1 day', 'יום אחד'], [2, '2 days', 'יומיים'], [3, '3 days', '3 ימים'], [1000, '1,000 days', '1,000 ימים']])('%s days', (count, en, he) => {
    expect(daysWords(count)).toEqual({ en, he });
  });

  test.each([['2026-06-30', 'today', 'היום'], ['2026-06-29', 'yesterday', 'אתמול'], ['2026-06-28', '2 days ago', 'לפני יומיים'], ['2026-07-03', 'in 3 days', 'בעוד 3 ימים']])('%s', (day, en, he) => {
    expect(agoWords(day, '2026-06-30')).toEqual({ en, he });
  });
});
