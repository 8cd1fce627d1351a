import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeSegment } from '../../../src/rules/segments/describe';
import { parseSegment } from '../../../src/rules/segments/parse';
import { printSegment } from '../../../src/rules/segments/print';
import { someCondition } from '../../support/segments';

const printed = (query: string): string => {
  const parsed = parseSegment(query);
  return parsed.ok ? printSegment(parsed.condition) : `error: ${parsed.sentence.en}`;
};

describe('A query is understood', () => {
  test.each([
    ['the example of the guide', 'status = Lapsed and total spend > 1000 and last order < -90d and language in (HE, EN) and not tags contains "wholesale"',
      'customer status = Lapsed and total spend > 1000 and last order date < -90d and language in (HE, EN) and not tags contains wholesale'],
    ['in capitals and with odd blanks', '  STATUS =   lapsed  AND Total_Spend>1000', 'customer status = Lapsed and total spend > 1000'],
    ['with other signs', 'status <> New or spend ≥ 5 or orders == 2 or spend =< 9', 'customer status != New or total spend >= 5 or total orders = 2 or total spend <= 9'],
    ['with thousands and a currency', 'total spend between 1,000 and 2,500.50 ₪', 'total spend between 1000 and 2500.5'],
    ['with a list written without blanks', 'orders in (1,2,3)', 'total orders in (1, 2, 3)'],
    ['with curly quotes', 'status = “Lapsed” and “total spend” > 5', 'customer status = Lapsed and total spend > 5'],
    ['with Hebrew quotes', 'name = ״דנה כהן״', 'name = "דנה כהן"'],
    ['with Hebrew words that have quotes inside', 'name contains בע"מ or notes contains צה״ל', 'name contains "בע"מ" or notes contains "צה״ל"'],
    ['with bidi marks around the words', '\u200fstatus\u200e = \u202aLapsed\u202c\u200f', 'customer status = Lapsed'],
    ['with Hebrew values without quotes', 'tags contains יין לבן and status = New', 'tags contains "יין לבן" and customer status = New'],
    ['with several words without quotes', 'tags contains Wine club and status = New', 'tags contains "Wine club" and customer status = New'],
    ['with an apostrophe in a name', "name = O'Brien", 'name = "O\'Brien"'],
    ['with a flag named alone', 'is customer and not do not contact', 'is customer and not do not contact'],
    ['with flags in words', 'customer = yes and mailchimp = כן and do not contact != no', 'is customer = Y and is mailchimp = Y and do not contact != N'],
    ['with is in place of =', 'status is Lapsed and language is not HE', 'customer status = Lapsed and language != HE'],
    ['with blanks asked for', 'phone is blank and name is not blank', 'phone is blank and name is not blank'],
    ['with not before the operator', 'tags not contains x and tags does not contain y and status not in (New)', 'not tags contains x and not tags contains y and not customer status in (New)'],
    ['with languages by name', 'language in (Hebrew, אנגלית, iw)', 'language in (HE, EN, HE)'],
    ['with offsets in other spellings', 'last order > −30d and last order < 90 days ago and next order <= +2 weeks', 'last order date > -30d and last order date < -90d and next order expected <= +2w'],
    ['with today', 'last contacted = today', 'last contacted = today'],
    ['with birthdays over the new year', 'birthday between 12-20 and 1-10', 'birthday between 12-20 and 01-10'],
    ['and binds before or', 'status = New or status = Repeat and spend > 1', 'customer status = New or customer status = Repeat and total spend > 1'],
    ['brackets change that', '(status = New or status = Repeat) and spend > 1', '(customer status = New or customer status = Repeat) and total spend > 1'],
    ['needless brackets go', '((status = New) and ((spend > 1)))', 'customer status = New and total spend > 1'],
    ['with days since the last order', 'days since order > 45', 'days since order > 45'],
  ])('%s', (_about, query, expected) => {
    expect(printed(query)).toBe(expected);
  });

  test('what is printed parses to the same again', () => {
    fc.assert(
      fc.property(someCondition, (condition) => {
        expect(parseSegment(printSegment(condition))).toEqual({ ok: true, condition });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('A query that is not understood is answered at its place, with a cure', () => {
  test.each([
    ['', 'The query is empty', 0],
    ['   \u200f ', 'The query is empty', 0],
    ['totl spend > 5', 'There is no field “totl spend”. Did you mean “Total Spend”?', 0],
    ['status = New and lst order < -9d', 'Did you mean “last order”?', 17],
    ['status = Lapsd', 'Did you mean “Lapsed”?', 9],
    ['mailchimp status = Subscribe', 'Did you mean “Subscribed”?', 19],
    ['status = Platinum', 'it is one of: New, Repeat, Lapsed, Prospect', 9],
    ['status in (New, Lapsd)', 'Did you mean “Lapsed”?', 16],
    ['total spend > much', 'it takes a number such as 1000', 14],
    ['total spend > 12,5', 'Did you mean “12.5”?', 14],
    ['total spend > 90d', 'Did you mean “90”?', 14],
    ['last order < 90', 'Did you mean “-90d”?', 13],
    ['last order < 90d', 'Did you mean “-90d”?', 13],
    ['last order < 31/12/2025', 'Did you mean “2025-12-31”?', 13],
    ['last order < 5/6/2025', 'it takes a date such as 2026-01-31', 13],
    ['last order < 2026-02-30', 'it takes a date', 13],
    ['last order < -999999d', 'more than a hundred years away', 13],
    ['birthday = 31-12', 'it takes month and day such as 05-17', 11],
    ['language = Klingon', 'it takes a two-letter language code', 11],
    ['is customer = maybe', 'it takes Y or N', 14],
    ['name < 5', 'Name cannot be asked with <', 5],
    ['last order contains 2026', 'Last Order Date cannot be asked with contains', 11],
    ['total spend between 9 and 5', 'swap them', 20],
    ['total orders in (1,200)', 'is unclear', 17],
    ['status', 'After Customer Status something is missing', 6],
    ['status =', 'A value is missing', 8],
    ['status contans New', 'Did you mean “contains”?', 7],
    ['name = ""', 'write: is blank', 7],
    ['status = New and', 'The query ends where a condition is missing', 16],
    ['and status = New', 'A condition is missing before “and”', 0],
    ['status = Lapsed total spend > 1000', 'Write “and” or “or” before “total”', 16],
    ['name = Dana status is New', 'Write “and” or “or” before “status”', 12],
    ['status = New Repeat', '“Repeat” is left over', 13],
    ['status = New)', '“)” is left over', 12],
    ['((status = New)', 'A closing bracket is missing', 15],
    ['status in New', 'comes a list in brackets', 10],
    ['status in (New', 'A closing bracket is missing', 14],
    ['total spend between 5', 'between 100 and 500', 21],
    ['tags contains made in Israel', 'put the value in quotes', 19],
    ['name = "Dana', 'This quote is not closed', 7],
    ['name = Dana"', 'This quote is not closed', 11],
  ])('%s', (query, sentence, at) => {
    const parsed = parseSegment(query);
    if (parsed.ok) throw new Error(`understood as ${printSegment(parsed.condition)}`);
    expect(parsed.sentence.en).toContain(sentence);
    expect(parsed.at).toBe(at);
    expect(parsed.sentence.he).toMatch(/[א-ת]/);
  });

  test('the text shows the line with a caret under the place', () => {
    const parsed = parseSegment('status = Lapsd and total spend > 5');
    expect(parsed.ok ? '' : parsed.text.en.split('\n').slice(1)).toEqual(['status = Lapsd and total spend > 5', '         ^']);
  });

  test('any text at all gets a condition or a sentence', () => {
    const piece = fc.constantFrom('status', 'total spend', 'tags', 'is', 'not', 'and', 'or', '(', ')', '=', '<', 'in', 'between', 'contains', 'blank', '-90d', '1,000', 'New', '"', '”', '״', ',', '\\', "'", 'do not contact', '\u200f', 'יין');
    const query = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(' ')), fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join('')));
    fc.assert(
      fc.property(query, (words) => {
        const parsed = parseSegment(words);
        if (parsed.ok) expect(parseSegment(printSegment(parsed.condition))).toEqual(parsed);
        else expect(parsed.at).toBeLessThanOrEqual(words.length);
      }),
      { numRuns: 3000 },
    );
  });

  test('a tower of brackets or nots is refused, not fallen over', () => {
    expect(parseSegment('('.repeat(20_000)).ok).toBe(false);
    expect(parseSegment(`${'not '.repeat(20_000)}is customer`).ok).toBe(false);
  });
});

describe('A query in words', () => {
  test.each([
    ['last order < -90d', 'Last Order Date is more than 90 days ago', 'Last Order Date לפני יותר מ-90 ימים'],
    ['last order > -1m', 'Last Order Date is less than 1 month ago', 'Last Order Date לפני פחות מ-חודש'],
    ['last order >= 2026-01-31', 'Last Order Date is on or after 31 January 2026', 'Last Order Date החל מ-31 בינואר 2026'],
    ['total spend >= 3000 and language in (HE, EN)', 'Total Spend is at least 3,000 and Language is HE or EN', 'Total Spend הוא לפחות 3,000 וגם Language הוא HE או EN'],
    ['status = New or not (is customer and spend > 2)', 'Customer Status is New or not (Is Customer is Y and Total Spend is more than 2)', 'Customer Status הוא New או לא (Is Customer הוא Y וגם Total Spend גדול מ-2)'],
    ['tags not contains wholesale and phone is blank', 'Tags does not contain “wholesale” and Phone is blank', 'Tags אינו מכיל "wholesale" וגם Phone ריק'],
  ])('%s', (query, en, he) => {
    const parsed = parseSegment(query);
    expect(parsed.ok && describeSegment(parsed.condition)).toEqual({ en, he });
  });
});
