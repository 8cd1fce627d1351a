import { expect, test } from 'vitest';
import { spansOf } from '../../../local/web/client/grid/chart-spans';

const series = [{ name: 'Completed', values: [3, null, 0] }, { name: 'Skipped', values: [1, 2, 0] }];

test.each([
  ['beside each other, from zero', 'no', [[[0, 3], null, [0, 0]], [[0, 1], [0, 2], [0, 0]]]],
  ['upon each other', 'sums', [[[0, 3], null, [0, 0]], [[3, 4], [0, 2], [0, 0]]]],
  ['as shares of what they make together', 'shares', [[[0, 0.75], null, [0, 0]], [[0.75, 1], [0, 1], [0, 0]]]],
] as const)('A chart’s series stand %s', (_how, stacked, spans) => {
  expect(spansOf({ series, stacked })).toEqual(spans);
});
