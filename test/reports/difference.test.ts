import { expect, test } from 'vitest';
import { differenceOf } from '../../src/reports/difference';

test.each([
  ['nobody at all', [0, 0], [0, 0], 'too few'],
  ['one too few on one side', [20, 29], [1, 500], 'too few'],
  ['just enough on both, and worlds apart', [30, 30], [0, 30], 'more'],
  // Pooled 43 %, standard error 7.0 points: 14 points are twice it, 13 are not 1.96 times it.
  ['14 points among hundreds', [50, 100], [36, 100], 'more'],
  ['13 points among hundreds', [50, 100], [37, 100], 'may be chance'],
  ['the same the other way round', [36, 100], [50, 100], 'less'],
  ['10 points among thirties', [9, 30], [6, 30], 'may be chance'],
  ['no difference', [12, 40], [12, 40], 'may be chance'],
  ['nobody on either side', [0, 40], [0, 40], 'may be chance'],
  ['everybody on both sides', [40, 40], [50, 50], 'may be chance'],
] as const)('%s', (_what, [hits, of], [otherHits, others], difference) => {
  expect(differenceOf({ of, hits }, { of: others, hits: otherHits })).toBe(difference);
});
