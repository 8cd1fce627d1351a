/** How often something happened in a group. */
export interface Group {
  readonly of: number;
  readonly hits: number;
}

/** Fewer than this in either group tells nothing. */
export const ENOUGH = 30;

/** Standard errors that a difference exceeds by chance once in twenty times. */
const BEYOND_CHANCE = 1.96;

export type Difference = 'too few' | 'may be chance' | 'more' | 'less';

/** Whether it happened more or less often in the first group, where that can be told (two shares compared, pooled, at 95 %). */
export function differenceOf(first: Group, other: Group): Difference {
  if (first.of < ENOUGH || other.of < ENOUGH) return 'too few';
  const pooled = (first.hits + other.hits) / (first.of + other.of);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / first.of + 1 / other.of));
  const difference = first.hits / first.of - other.hits / other.of;
  if (Math.abs(difference) <= BEYOND_CHANCE * error) return 'may be chance';
  return difference > 0 ? 'more' : 'less';
}
