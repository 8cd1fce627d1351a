import { parseRules } from '../../rules/parse-rules';
import { rulesTable } from '../../rules/rules.table';
import { segmentsTable } from '../../rules/segments.table';
import { groupBy } from '../../shared/collections';
import { Refusal } from '../../shared/problem';
import { ledgerTable } from '../../tasks/ledger.table';
import { tasksTable } from '../../tasks/tasks.table';
import { lastTaskMakingRun, planUndo, type UndoPlan } from '../../tasks/undo';
import { appMessages } from '../messages';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';

export interface Undone {
  readonly run: string;
  readonly withdrawn: number;
  /** Tasks of the run that stay, because somebody finished or changed them. */
  readonly kept: number;
}

/** A run whose tasks can be taken back. */
export interface UndoableRun {
  readonly run: string;
  /** Tasks that would go. */
  readonly tasks: number;
  /** Tasks of the run that would stay. */
  readonly kept: number;
  /** Whether a person asked for the batch (*Make tasks now*): then there are no rules that could make it again. */
  readonly byHand: boolean;
  /** The first names. */
  readonly first: readonly string[];
}

const SHOWN_RUNS = 5;
const SHOWN_NAMES = 8;

/** The newest runs of which something can be taken back, newest first; the first one is what undo takes by itself. */
export function undoableRuns(shop: Shop): UndoableRun[] {
  const state = openState(shop);
  const ofRun = groupBy(state.image(tasksTable).rows.filter((task) => task.run !== null), (task) => task.run ?? '');
  // Run ids begin with their moment.
  const newestFirst = [...ofRun.keys()].sort().reverse();
  const found: UndoableRun[] = [];
  for (const run of newestFirst) {
    if (found.length === SHOWN_RUNS) break;
    const { withdrawals, kept } = planOf(state, run, false);
    if (withdrawals.length === 0) continue;
    const going = new Set(withdrawals.map(({ at }) => at));
    const tasks = (ofRun.get(run) ?? []).filter((task) => going.has(task.at));
    found.push({
      run,
      tasks: withdrawals.length,
      kept: kept.length,
      byHand: tasks.every((task) => task.rule === null),
      first: tasks.slice(0, SHOWN_NAMES).map((task) => task.name ?? task.email ?? ''),
    });
  }
  return found;
}

/**
 * Withdraws the untouched tasks of a run, the newest that made any by rules where none is named; `again`: the same rows come
 * back when they match again.
 */
export function undoLastRun(shop: Shop, again: boolean, wanted: string | null = null): Undone {
  const state = openState(shop);
  const tasks = state.image(tasksTable);
  const run = wanted ?? lastTaskMakingRun(tasks.rows);
  if (run === null || !tasks.rows.some((task) => task.run === run)) throw new Refusal(appMessages.nothingToUndo);
  const plan = planOf(state, run, again);
  shop.book.enter(tasks, plan.withdrawals);
  shop.book.patch(state.image(ledgerTable), plan.ledgerPatches);
  return { run, withdrawn: plan.withdrawals.length, kept: plan.kept.length };
}

function planOf(state: ShopState, run: string, again: boolean): UndoPlan {
  const { shop } = state;
  const { rules } = parseRules(state.image(rulesTable), state.image(segmentsTable).rows, { settings: state.settings(), today: shop.today, language: shop.language });
  return planUndo({ run, tasks: state.image(tasksTable).rows, ledger: state.image(ledgerTable).rows, rules, today: shop.today, language: shop.language, again });
}
