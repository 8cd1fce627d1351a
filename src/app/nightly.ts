import { ledgerTable } from '../tasks/ledger.table';
import { tasksTable } from '../tasks/tasks.table';
import { archiveTasks } from './archive-tasks';
import { applySync } from './apply-sync';
import { sendDigest } from './send-digest';
import { finishCutOffImport } from './import-mailchimp';
import { makeSheets } from './make-sheets';
import { logRun, newRunOf, runIdOf } from './run-log';
import { runsTable, type NewRun } from './runs.table';
import type { Shop } from './shop';
import { openState, type ShopState } from './shop-state';
import { planTonight, problemsOf, type Tonight } from './tonight';
import { writeCounters } from './write-counters';
import { writeProblems } from './write-problems';

/**
 * A night: sync, withdraw, make tasks, archive, report the run, mail. Everything is decided before the first write; each
 * step is flushed, in the order in which a stop at any point is healed by the next run (tasks before their ledger lines).
 */
export function nightly(shop: Shop, job: 'nightly' | 'tick' = 'nightly'): NewRun {
  makeSheets(shop);
  finishCutOffImport(shop);
  const state = openState(shop);
  const { journal } = shop;
  const run = runIdOf(job, shop.now, state.image(runsTable).rows);
  journal.set({ run: { job, id: run, start: shop.now, by: shop.user } });

  const tonight = planTonight(state, run);
  applySync(state, tonight);
  applyTasks(state, tonight);
  archiveTasks(state, tonight);

  const problems = problemsOf(tonight, state);
  writeCounters(state, tonight);
  writeProblems(state, problems);
  const line = newRunOf(shop, run, job, {
    orders: tonight.sources.orders.length,
    contactsNew: tonight.contacts.added.length,
    contactsChanged: new Set([...tonight.contacts.patches, ...tonight.contacts.entries].map(({ at }) => at)).size,
    tasksMade: tonight.night.made.length + tonight.night.reopened.length,
    tasksWithdrawn: tonight.night.withdrawals.length,
    heldBack: tonight.night.held.length,
    missed: tonight.night.missed.length,
    problems: problems.length,
  });
  logRun(shop.book, state.image(runsTable), line);
  shop.book.flush();
  sendDigest(state, tonight, journal);
  journal.set({ lastGoodSync: tonight.sources.lastGood, night: shop.today, workbook: shop.book.id, run: null });
  return line;
}

function applyTasks(state: ShopState, { night }: Tonight): void {
  const { book } = state.shop;
  const tasks = state.image(tasksTable);
  book.enter(tasks, [...night.withdrawals.map(({ entry }) => entry), ...night.reopened.map(({ entry }) => entry)]);
  book.patch(tasks, night.reopened.map(({ patch }) => patch));
  book.flush();
  book.append(tasks, night.made);
  book.flush();
  const ledger = state.image(ledgerTable);
  book.append(ledger, night.ledgerAppends);
  book.patch(ledger, night.ledgerPatches);
  book.flush();
}

