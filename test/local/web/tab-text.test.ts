import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromTabText, toTabText } from '../../../local/web/client/grid/tab-text';

test.each([
  ['one cell', 'a', [['a']]],
  ['rows and columns', 'a\tb\nc\td', [['a', 'b'], ['c', 'd']]],
  ['Windows breaks and one at the end', 'a\tb\r\nc\td\r\n', [['a', 'b'], ['c', 'd']]],
  ['empty cells', 'a\t\t\n\tb\t', [['a', '', ''], ['', 'b', '']]],
  ['a break and a tab inside of quotes', '"a\nb"\t"c\td"', [['a\nb', 'c\td']]],
  ['doubled quotes', '"5"" pipe"', [['5" pipe']]],
  ['quotes that nothing closes', '"Bar" and grill\tb', [['"Bar" and grill', 'b']]],
])('The clipboard’s %s is read as its cells', (_what, text, rows) => {
  expect(fromTabText(text)).toEqual(rows);
});

test('What is copied is what is pasted', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ב', '"', '\t', '\n', ' ', ','), maxLength: 8 });
  const rows = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }));
  // A last row without any words looks like the break at the end of a text.
  const told = rows.filter((all) => all[all.length - 1]?.some((words) => words !== '') ?? false);
  fc.assert(
    fc.property(told, (all) => {
      expect(fromTabText(toTabText(all))).toEqual(all);
    }),
  );
});
