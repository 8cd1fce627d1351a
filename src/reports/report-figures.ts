import type { Day } from '../shared/day';
import type { ReorderComparison } from './reorders';
import type { Figures, Period } from './report';
import type { SecondOrderComparison } from './second-orders';
import type { StatusCounts } from './status-history';

/** A group's figures under its name. */
export type NamedFigures<K extends string> = Figures & Readonly<Record<K, string>>;

/** Everything that the report says. */
export interface ReportFigures {
  readonly period: Period;
  readonly today: Day;
  readonly total: Figures;
  /** Every week of the period that has begun, by its Sunday, and to come as far as something is due; none where the period is longer than two years and the week empty. */
  readonly byWeek: readonly NamedFigures<'week'>[];
  readonly byType: readonly NamedFigures<'type'>[];
  readonly byRule: readonly NamedFigures<'rule'>[];
  readonly byAssignee: readonly NamedFigures<'assignee'>[];
  readonly byLanguage: readonly NamedFigures<'language'>[];
  /** What follows from the orders; null where they can't be read or trusted now. */
  readonly orders: {
    readonly reorders: ReorderComparison;
    readonly reorderWindowDays: number;
    readonly secondOrders: SecondOrderComparison;
    /** At the end of each week of the period, or of twelve weeks where it is shorter; the last one on the period's last day, today at the latest. */
    readonly statuses: readonly StatusCounts[];
  } | null;
  /** What the drop-downs offer. */
  readonly assignees: readonly string[];
  readonly types: readonly string[];
}
