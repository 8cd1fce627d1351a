import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joined } from '../../../src/rules/segments/condition';
import { segmentFields } from '../../../src/rules/segments/fields';
import { parseSegment } from '../../../src/rules/segments/parse';
import { conditionOf, freshRow, queryOfRows, rowsOfCondition, type SegmentRow } from '../../../src/ui/models/segment-rows';
import { someLeaf } from '../../support/segments';

const row = (field: SegmentRow['field'], operator: string, value = '', high = ''): SegmentRow => ({ field, operator, value, high });

test.each([
  [[row('status', '=', 'Lapsed'), row('totalSpend', '>', '1,000')], 'customer status = Lapsed and total spend > 1000'],
  [[row('language', 'in', 'he, EN')], 'language in (HE, EN)'],
  [[row('tags', 'not contains', 'wine club')], 'not tags contains "wine club"'],
  [[row('lastOrderOn', '<', '-90d')], 'last order date < -90d'],
  [[row('totalOrders', 'between', '2', '5')], 'total orders between 2 and 5'],
  [[row('phone', 'is not blank')], 'phone is not blank'],
  [[row('name', '=', 'a" or email = "b')], 'name = "a\\" or email = "b"'],
])('rows write the query %#', (rows, query) => {
  expect(queryOfRows(rows, 'and')).toBe(query);
});

test('a row that is not finished yet writes nothing and says why', () => {
  expect(queryOfRows([row('totalSpend', '>', ''), row('status', '=', 'New')], 'and')).toBe('customer status = New');
  expect(conditionOf(row('totalSpend', '>', 'much'))).toHaveProperty('problem');
});

describe('a query as rows', () => {
  test.each([
    ['status = Lapsed and total spend > 1000', 'and', 2],
    ['status = New or status = Repeat', 'or', 2],
    ['do not contact', 'and', 1],
  ])('%s', (query, link, count) => {
    const parsed = parseSegment(query);
    const shown = parsed.ok ? rowsOfCondition(parsed.condition) : null;
    expect(shown).toMatchObject({ link });
    expect(shown?.rows).toHaveLength(count);
  });

  test('brackets are more than rows can say', () => {
    const parsed = parseSegment('status = New and (language = HE or language = EN)');
    expect(parsed.ok && rowsOfCondition(parsed.condition)).toBeNull();
  });

  test('rows say the same as the query that they came from', () => {
    fc.assert(
      fc.property(fc.array(someLeaf, { minLength: 1, maxLength: 4 }), fc.constantFrom('and' as const, 'or' as const), (leaves, link) => {
        const condition = joined(link, leaves);
        const shown = rowsOfCondition(condition);
        if (shown === null) return;
        const again = parseSegment(queryOfRows(shown.rows, shown.link));
        const back = again.ok ? rowsOfCondition(again.condition) : null;
        expect(back).toEqual(shown.rows.length === 1 ? { ...shown, link: 'and' } : shown);
      }),
    );
  });
});

test.each(segmentFields.map(({ name }) => [name]))('a new row about %s has an operator that fits', (name) => {
  const fresh = freshRow(name);
  expect(segmentFields.find((field) => field.name === name)?.operators).toContain(fresh.operator);
});
