import { addDays, type Day } from '../shared/day';
import { figuresBy, figuresOf, groupings, tasksDueIn, type Figures } from '../reports/report';
import { taskArchiveTable, tasksTable } from '../tasks/tasks.table';
import { indexBy } from '../shared/collections';
import type { Shop } from './shop';
import { openState } from './shop-state';

export interface ReportQuery {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly assignee: string | null;
  readonly type: string | null;
}

type Named<K extends string> = Figures & Readonly<Record<K, string>>;

export interface ReportAnswer {
  readonly period: { readonly from: Day; readonly to: Day };
  readonly total: Figures;
  readonly byType: readonly Named<'type'>[];
  readonly byRule: readonly Named<'rule'>[];
  readonly byAssignee: readonly Named<'assignee'>[];
  readonly byLanguage: readonly Named<'language'>[];
}

/** The period where none is chosen: the last twelve weeks. */
const USUAL_PERIOD_DAYS = 84;

/** The figures of the tasks due in a period, archived ones included. */
export function reportFigures(shop: Shop, query: ReportQuery): ReportAnswer {
  const state = openState(shop);
  const period = { from: query.from ?? addDays(shop.today, -USUAL_PERIOD_DAYS), to: query.to ?? shop.today };
  const all = [...indexBy([...state.image(tasksTable).rows, ...state.image(taskArchiveTable).rows], (task) => task.id).values()];
  const tasks = tasksDueIn(all, { period, assignee: query.assignee, type: query.type });
  const grouped = <K extends keyof typeof groupings>(key: K): Named<K>[] =>
    figuresBy(groupings[key], tasks, shop.today).map(({ name, ...figures }) => ({ [key]: name, ...figures }) as Named<K>); // the computed key is K
  return { period, total: figuresOf(tasks, shop.today), byType: grouped('type'), byRule: grouped('rule'), byAssignee: grouped('assignee'), byLanguage: grouped('language') };
}
