/** Sheets as the page draws them, without their cells. */
import type { Rectangle } from './cells';

export interface ChartSeries {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

export interface ChartView {
  readonly type: string;
  readonly title: string;
  readonly row: number;
  readonly column: number;
  readonly offsetX: number;
  readonly offsetY: number;
  readonly width: number;
  readonly height: number;
  /** Whether the series stand upon each other, and whether what they make together counts as the whole. */
  readonly stacked: 'no' | 'sums' | 'shares';
  /** Of the series in turn; where there are fewer, the page's own. */
  readonly colours: readonly string[];
  readonly labels: readonly string[];
  readonly series: readonly ChartSeries[];
}

/** A sheet's basic filter; its first row has the headers. */
export interface FilterView extends Rectangle {
  /** Columns in which some values are hidden. */
  readonly choosing: readonly number[];
}

/** A sheet that its owner may edit after a warning only. */
export interface ProtectionView {
  readonly description: string;
  /** Ranges that anyone may edit all the same. */
  readonly open: readonly Rectangle[];
}

/** What stands in a column of the filter, in order. */
export interface ColumnValue {
  /** As it shows; empty for blank cells. */
  readonly text: string;
  readonly hidden: boolean;
}

export interface SheetView {
  readonly name: string;
  readonly hidden: boolean;
  readonly rightToLeft: boolean;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly rows: number;
  readonly columns: number;
  /** Rows with content. */
  readonly filled: number;
  /** Pixels of the columns that are not 100 wide. */
  readonly widths: readonly (readonly [column: number, pixels: number])[];
  readonly hiddenColumns: readonly number[];
  readonly hiddenRows: readonly number[];
  /** Rows hidden by hand, not by the filter. */
  readonly foldedRows: readonly number[];
  readonly filter: FilterView | null;
  readonly protection: ProtectionView | null;
  readonly charts: readonly ChartView[];
  /** Grows with every change of the sheet. */
  readonly revision: number;
}
