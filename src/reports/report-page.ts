import type { Cell } from '../sheets/cell';

/** A rectangle of the report's sheet: 1-based. */
export interface PageArea {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface PageChart {
  readonly type: 'LINE' | 'BAR' | 'AREA';
  readonly title: string;
  readonly stacked: boolean;
  /** One for each series. */
  readonly colours: readonly string[];
  /** Labels first, one header row in each. */
  readonly ranges: readonly PageArea[];
  /** Column that its upper left corner lies in. */
  readonly column: number;
  readonly width: number;
  readonly height: number;
}

/** How a row looks; in an `answer` the words beside the choices stand out. */
export type PageStyle = 'title' | 'answer' | 'heading' | 'header' | 'total' | 'plain';

/** A cell in which the manager chooses. */
export interface PageChoice {
  readonly row: number;
  readonly column: number;
  readonly values: readonly string[];
}

/** The report's sheet as a value: everything that stands in it and how it looks. */
export interface ReportPage {
  readonly name: string;
  readonly rightToLeft: boolean;
  /** Rows of equal width. */
  readonly cells: readonly (readonly Cell[])[];
  /** A number format a cell. */
  readonly formats: readonly (readonly string[])[];
  readonly styles: readonly PageStyle[];
  readonly choices: readonly PageChoice[];
  readonly charts: readonly PageChart[];
  /** Row in which the charts lie; no other charts are touched. */
  readonly chartRow: number;
  /** Pixels. */
  readonly widths: readonly number[];
  readonly protection: string;
}

/** What the manager chose at the top of the sheet; null where the cell is blank or there is no sheet. */
export interface ReportChoices {
  readonly period: string | null;
  readonly assignee: string | null;
  readonly type: string | null;
}
