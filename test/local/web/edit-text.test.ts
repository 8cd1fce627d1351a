import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { typedInput } from '../../../local/cells/typed-input';
import { editText } from '../../../local/web/edit-text';
import type { CellAttributes, CellValue } from '../../../local/workbook/model';

describe('What stands in the editor of a cell', () => {
  test.each<[string, CellValue, CellAttributes | undefined, string]>([
    ['text', 'Merlot', undefined, 'Merlot'],
    ['a text that looks like a number', '00123', undefined, "'00123"],
    ['the same in a text cell', '00123', { format: '@' }, '00123'],
    ['a text that looks like a formula', '=1+1', undefined, "'=1+1"],
    ['a formula', 2, { formula: '=1+1' }, '=1+1'],
    ['a number that its format rounds', 12.3456, { format: '0.00' }, '12.3456'],
    ['a percentage', 0.5, { format: '0%' }, '50%'],
    ['a day', 46_082, { format: 'yyyy-mm-dd' }, '2026-03-01'],
    ['a day that its format shows without the year', 46_082, { format: 'd mmm' }, '2026-03-01'],
    ['a moment that its format shows as a day', 46_082.5, { format: 'yyyy-mm-dd' }, '2026-03-01 12:00:00'],
    ['a tick', true, undefined, 'TRUE'],
    ['nothing', null, undefined, ''],
  ])('is, for %s, text that gives it back', (_what, value, attributes, words) => {
    expect(editText(value, attributes, 'en_US')).toBe(words);
  });

  test('gives the cell back for any text and any number, in any locale', () => {
    const cells = fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.constantFrom('1-2', 'TRUE', '+972501234567', "'quoted", '10%', ' 5', '#N/A'), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }));
    fc.assert(
      fc.property(cells, fc.constantFrom('en_US', 'iw_IL', 'de_DE'), (value, locale) => {
        const typed = typedInput(editText(value, undefined, locale), undefined, locale, 2028);
        expect(typed.formula).toBeUndefined();
        if (typeof value === 'number') expect(typed.value).toBeCloseTo(value, 6);
        else expect(typed.value).toBe(value);
      }),
      { numRuns: 1000 },
    );
  });
});
