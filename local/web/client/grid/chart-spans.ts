import type { ChartView } from '../../protocol/sheets';

/** From where to where a figure reaches on its axis; null where there is none. */
export type Span = readonly [from: number, to: number] | null;

/** The figures of each series as spans: from zero, or, stacked, from where the series before it ends; as shares, of 1. */
export function spansOf({ series, stacked }: Pick<ChartView, 'series' | 'stacked'>): Span[][] {
  if (stacked === 'no') return series.map(({ values }) => values.map((value) => (value === null ? null : [0, value])));
  const lengths = series.map(({ values }) => values.length);
  const whole = Array.from({ length: Math.max(0, ...lengths) }, (_, i) => (stacked === 'sums' ? 1 : series.reduce((sum, { values }) => sum + (values[i] ?? 0), 0)));
  const reached = whole.map(() => 0);
  return series.map(({ values }) =>
    values.map((value, i) => {
      if (value === null) return null;
      const from = reached[i] ?? 0;
      const to = from + (whole[i] === 0 ? 0 : value / (whole[i] ?? 1));
      reached[i] = to;
      return [from, to];
    }),
  );
}
