import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { customerStatuses, type Contact, type NewContact } from '../../../src/contacts/contacts.table';
import type { Condition } from '../../../src/rules/segments/condition';
import { not } from '../../../src/rules/segments/condition';
import { segmentFields } from '../../../src/rules/segments/fields';
import { parseSegment } from '../../../src/rules/segments/parse';
import { countSegment, explainSegment } from '../../../src/rules/segments/segment';
import { addDays } from '../../../src/shared/day';
import { contactsSheet } from '../../support/contacts';
import { someLeaf } from '../../support/segments';

const TODAY = '2026-06-30';

const aContact = (details: Partial<NewContact> = {}): Contact => {
  const [row] = contactsSheet({ email: 'dana@shop.example', ...details }).rows;
  if (row === undefined) throw new Error('no row');
  return row;
};

const conditionOf = (query: string): Condition => {
  const parsed = parseSegment(query);
  if (!parsed.ok) throw new Error(parsed.text.en);
  return parsed.condition;
};

const holds = (query: string, details: Partial<NewContact>): boolean => countSegment(conditionOf(query), [aContact(details)], TODAY) === 1;

describe('Who is in a segment', () => {
  test.each<[string, Partial<NewContact>, boolean]>([
    ['last order < -90d', { lastOrderOn: '2026-04-01' }, false],
    ['last order < -90d', { lastOrderOn: '2026-03-31' }, true],
    ['last order > -30d', { lastOrderOn: '2026-05-31' }, false],
    ['last order > -30d', { lastOrderOn: '2026-06-01' }, true],
    ['last order = today', { lastOrderOn: '2026-06-30' }, true],
    ['last order <= -1y', { lastOrderOn: '2025-06-30' }, true],
    ['last order >= -1m', { lastOrderOn: '2026-05-29' }, false],
    ['last order between -90d and -30d', { lastOrderOn: '2026-05-01' }, true],
    ['last order between -30d and -90d', { lastOrderOn: '2026-05-01' }, true],
    ['days since order > 90', { lastOrderOn: '2026-03-31' }, true],
    ['days since order > 90', { lastOrderOn: '2026-04-01' }, false],
    ['first order >= 2026-01-01', { firstOrderOn: '2026-01-01' }, true],
    ['mailchimp since < 2026-01-02', { mailchimpSince: '2026-01-01T23:59:00' }, true],
    ['total spend >= 3000', { totalSpend: 3000 }, true],
    ['total spend > 1,000.50', { totalSpend: 1000.5 }, false],
    ['name = דנה כהן', { name: ' \u200fדנה  כהן ' }, true],
    ['name = "dana cohen"', { name: 'Dana COHEN' }, true],
    ['name contains בע"מ', { name: 'הגפן בע״מ' }, true],
    ['name contains "o\'brien"', { name: 'Jo O’Brien' }, true],
    ['status != Lapsed', { status: 'New' }, true],
    ['status in (new, REPEAT)', { status: 'Repeat' }, true],
    ['tags contains whole', { tags: 'VIP, Wholesale' }, true],
    ['tags = vip', { tags: 'VIP, Wholesale' }, true],
    ['tags = vip', { tags: 'VIP club' }, false],
    ['tags != vip', { tags: 'VIP, Wholesale' }, false],
    ['tags in (press, wholesale)', { tags: 'VIP, Wholesale' }, true],
    ['not tags contains wholesale', { tags: 'VIP' }, true],
    ['language in (HE, EN)', { language: 'he' }, true],
    ['birthday between 12-20 and 01-10', { birthday: '01-05' }, true],
    ['birthday between 12-20 and 01-10', { birthday: '02-05' }, false],
    ['birthday = 05-17', { birthday: '5/17' }, true],
    ['is customer', { isCustomer: true }, true],
    ['not do not contact', { doNotContact: null }, true],
    ['not do not contact', { doNotContact: true }, false],
    ['do not contact = N', { doNotContact: null }, false],
  ])('%s, of %o: %s', (query, details, expected) => {
    expect(holds(query, details)).toBe(expected);
  });

  test.each([
    ['!=', 'status != Lapsed'],
    ['not =', 'not status = Lapsed'],
    ['<', 'last order < 2030-01-01'],
    ['not contains', 'tags not contains wholesale'],
    ['not in', 'language not in (HE)'],
    ['not between', 'total spend not between 5 and 9'],
    ['not (… and …)', 'not (total spend > 5 and status = New)'],
  ])('A blank value matches no comparison: %s', (_operator, query) => {
    expect(holds(query, {})).toBe(false);
  });

  test('what is blank can be asked for', () => {
    expect(holds('status is blank and tags is blank', { tags: ' \u200b ' })).toBe(true);
    expect(holds('total spend is not blank', { totalSpend: 0 })).toBe(true);
  });

  test('an unknown part does not hide a part that holds', () => {
    expect(holds('total spend > 5 or status = New', { status: 'New' })).toBe(true);
  });

  const someContact = fc
    .record({
      name: fc.option(fc.constantFrom('Dana', 'wholesale', 'דנה')),
      status: fc.option(fc.constantFrom(...customerStatuses)),
      tags: fc.option(fc.constantFrom('wholesale', 'Wine club, VIP')),
      language: fc.option(fc.constantFrom('HE', 'EN')),
      isCustomer: fc.option(fc.boolean()),
      doNotContact: fc.option(fc.boolean()),
      totalSpend: fc.option(fc.integer({ min: -10, max: 5000 })),
      totalOrders: fc.option(fc.integer({ min: 0, max: 50 })),
      birthday: fc.option(fc.constantFrom('05-17', '02-29', 'soon')),
      lastOrderOn: fc.option(fc.integer({ min: 0, max: 900 }).map((days) => addDays(TODAY, -days))),
    })
    .map(aContact);

  test('a condition, its not and “is blank” split the contacts: each is in exactly one', () => {
    fc.assert(
      fc.property(someLeaf, fc.array(someContact, { maxLength: 8 }), (leaf, contacts) => {
        const count = (condition: Condition): number => countSegment(condition, contacts, TODAY);
        // `is blank` and a flag named alone have an answer for blanks too.
        const blanks = leaf.kind === 'blank' || leaf.kind === 'flag' ? 0 : count({ kind: 'blank', field: leaf.field });
        expect(count(leaf) + count(not(leaf)) + blanks).toBe(contacts.length);
      }),
      { numRuns: 500 },
    );
  });

  test('the count of 50,000 people is the one that a loop over them gives', () => {
    const contacts = Array.from({ length: 50_000 }, (_, i) => aContact({ name: `Dana ${i}`, tags: 'VIP, wine', totalSpend: i, status: 'Lapsed', lastOrderOn: addDays(TODAY, -(i % 400)), language: 'HE' }));
    const count = countSegment(conditionOf('status = Lapsed and total spend > 1000 and last order < -90d and language in (HE, EN) and not tags contains "wholesale"'), contacts, TODAY);
    expect(count).toBe(contacts.filter(({ totalSpend }, i) => (totalSpend ?? 0) > 1000 && i % 400 > 90).length);
  });
});

describe('Why somebody is not in a segment', () => {
  test.each<[string, Partial<NewContact>, string]>([
    ['status = Lapsed and total spend > 1000', { status: 'Lapsed', totalSpend: 240 }, 'Not so: Total Spend is more than 1,000 (Total Spend: 240)'],
    ['status = Lapsed or language = HE', { status: 'New' }, 'Not so: Customer Status is Lapsed or Language is HE (Customer Status: “New”; Language: blank)'],
    ['not tags contains wholesale', { tags: 'Wholesale' }, 'Not so: Tags does not contain “wholesale” (Tags: “Wholesale”)'],
    ['last order < -90d', { lastOrderOn: '2026-06-01' }, 'Not so: Last Order Date is more than 90 days ago (Last Order Date: 1 June 2026)'],
  ])('%s', (query, details, why) => {
    expect(explainSegment(conditionOf(query), aContact(details), TODAY)?.en).toBe(why);
  });

  test('who is in it needs no reason', () => {
    expect(explainSegment(conditionOf('status = New'), aContact({ status: 'New' }), TODAY)).toBeNull();
  });
});

test('every column of Contacts can be asked about, by its header', () => {
  for (const field of segmentFields) expect(parseSegment(`${field.header} is blank`)).toEqual({ ok: true, condition: { kind: 'blank', field: field.name } });
});

test('every short form means its field', () => {
  for (const field of segmentFields) {
    for (const form of field.shortForms) expect(parseSegment(`${form} is blank`)).toEqual({ ok: true, condition: { kind: 'blank', field: field.name } });
  }
});
