import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverWithSpans, fillWithRectangles } from '../../src/sheets/blocks';

const rows = fc.uniqueArray(fc.integer({ min: 2, max: 24 }), { minLength: 1, maxLength: 9 }).map((some) => some.sort((a, b) => a - b));

/** Fewest rows that any cover with at most `most` spans needs: every choice of splits tried. */
function fewestRows(some: readonly number[], most: number): number {
  let best = Infinity;
  for (let splits = 0; splits < 2 ** (some.length - 1); splits += 1) {
    let [covered, spans, first] = [0, 1, some[0] ?? 0];
    some.forEach((row, i) => {
      const last = i === some.length - 1;
      if (!last && (splits & (2 ** i)) === 0) return;
      covered += row - first + 1;
      if (!last) spans += 1;
      first = some[i + 1] ?? 0;
    });
    if (spans <= most) best = Math.min(best, covered);
  }
  return best;
}

test('dirty rows are covered by the fewest rows that so many writes allow', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 4 }), (some, most) => {
      const spans = coverWithSpans(some, most);
      expect(spans.length).toBeLessThanOrEqual(most);
      expect(some.every((row) => spans.some(({ first, last }) => first <= row && row <= last))).toBe(true);
      expect(spans.reduce((sum, { first, last }) => sum + last - first + 1, 0)).toBe(fewestRows(some, most));
    }),
  );
});

test('a span never crosses a row that can not be written', () => {
  fc.assert(
    fc.property(rows, fc.integer({ min: 2, max: 24 }), (some, wall) => {
      const spans = coverWithSpans(some, 1, (from, to) => wall <= from || wall >= to);
      expect(some.includes(wall) || spans.every(({ first, last }) => wall < first || wall > last)).toBe(true);
    }),
  );
});

test('rectangles hold each cell once and nothing else', () => {
  const cell = fc.record({ row: fc.integer({ min: 2, max: 9 }), column: fc.integer({ min: 1, max: 5 }) });
  fc.assert(
    fc.property(fc.uniqueArray(cell, { selector: ({ row, column }) => `${row} ${column}` }), (cells) => {
      const found = fillWithRectangles(cells).flatMap((one) =>
        Array.from({ length: one.rows * one.columns }, (_, i) => `${one.row + Math.floor(i / one.columns)} ${one.column + (i % one.columns)}`),
      );
      expect(found.sort()).toEqual(cells.map(({ row, column }) => `${row} ${column}`).sort());
    }),
  );
});
