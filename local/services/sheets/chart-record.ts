import type { Area } from './area';

/** A chart as a sheet keeps it; 0-based. */
export interface ChartRecord {
  readonly id: number;
  /** A name of Charts.ChartType, such as `LINE`. */
  readonly type: string;
  readonly ranges: readonly (Area & { readonly sheet: string })[];
  readonly position: { readonly row: number; readonly column: number; readonly offsetX: number; readonly offsetY: number };
  readonly headers: number;
  readonly options: Readonly<Record<string, unknown>>;
}

export const isChart = (value: unknown): value is ChartRecord =>
  typeof value === 'object' && value !== null && 'ranges' in value && Array.isArray(value.ranges) && 'position' in value && 'type' in value;
