/** Rounded half up to cents; binary noise such as 1.005 → 1.00 is corrected first. */
export const roundToCents = (amount: number): number => Math.round((amount + Number.EPSILON * Math.sign(amount)) * 100) / 100;

/** Median of the values, or null of none; the mean of the two middle ones where their number is even. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
