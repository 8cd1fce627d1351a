import { parseRules } from '../rules/parse-rules';
import { rulesTable } from '../rules/rules.table';
import { segmentsTable } from '../rules/segments.table';
import { Refusal } from '../shared/problem';
import { ledgerTable } from '../tasks/ledger.table';
import { tasksTable } from '../tasks/tasks.table';
import { lastTaskMakingRun, planUndo } from '../tasks/undo';
import { appMessages } from './messages';
import { logRun, newRunOf, runIdOf } from './run-log';
import { runsTable } from './runs.table';
import type { Shop } from './shop';
import { openState } from './shop-state';

export interface Undone {
  readonly run: string;
  readonly withdrawn: number;
  /** Tasks of the run that stay, because somebody finished or changed them. */
  readonly kept: number;
}

/** Withdraws the untouched tasks of the newest run that made any; `again`: the same rows come back when they match again. */
export function undoLastRun(shop: Shop, again: boolean): Undone {
  const state = openState(shop);
  const tasks = state.image(tasksTable);
  const ledger = state.image(ledgerTable);
  const run = lastTaskMakingRun(tasks.rows);
  if (run === null) throw new Refusal(appMessages.nothingToUndo);
  const { rules } = parseRules(state.image(rulesTable), state.image(segmentsTable).rows, { settings: state.settings(), today: shop.today, language: shop.language });
  const plan = planUndo({ run, tasks: tasks.rows, ledger: ledger.rows, rules, today: shop.today, language: shop.language, again });
  shop.book.enter(tasks, plan.withdrawals);
  shop.book.patch(ledger, plan.ledgerPatches);
  const runs = state.image(runsTable);
  logRun(shop.book, runs, newRunOf(shop, runIdOf('undo', shop.now, runs.rows), 'undo', { tasksWithdrawn: plan.withdrawals.length }));
  return { run, withdrawn: plan.withdrawals.length, kept: plan.kept.length };
}
