/** Without binary noise, such as 100.1 − 30.05: to the millionth, finer than any currency. Cents are for the end of a sum (`sumToCents`). */
export const withoutNoise = (amount: number): number => Math.round(amount * 1_000_000) / 1_000_000;

/** Median of the values, or null of none; the mean of the two middle ones where their number is even. */
export function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}
