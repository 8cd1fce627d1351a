import type { Area } from './area';

/** A conditional format as a sheet keeps it; 0-based. */
export interface ConditionalFormatRecord {
  readonly ranges: readonly Area[];
  /** A name of SpreadsheetApp.BooleanCriteria, such as `CUSTOM_FORMULA`. */
  readonly criteria: string;
  readonly values: readonly (string | number)[];
  readonly style: {
    readonly background?: string;
    readonly fontColor?: string;
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly underline?: boolean;
    readonly strikethrough?: boolean;
  };
}

export const isConditionalFormat = (value: unknown): value is ConditionalFormatRecord =>
  typeof value === 'object' && value !== null && 'ranges' in value && Array.isArray(value.ranges) && 'criteria' in value && 'style' in value;
