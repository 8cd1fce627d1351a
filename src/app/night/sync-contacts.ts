import { applySync } from './apply-sync';
import { completeSettings } from '../complete-settings';
import { finishCutOffImport } from '../mailchimp/import-mailchimp';
import { makeSheets } from '../make-sheets';
import { logRun, newRunOf, runIdOf } from '../run-log';
import { runsTable, type NewRun } from '../runs.table';
import type { Shop } from '../shop';
import { openState } from '../shop-state';
import { planSync, problemsOf } from './tonight';
import { writeProblems } from '../write-problems';

/** Brings Contacts up to the order sheets, and what was typed into CRM Tasks to its end; makes no tasks. */
export function syncContacts(shop: Shop, options: { readonly acceptFewerOrders?: boolean } = {}): NewRun {
  makeSheets(shop);
  finishCutOffImport(shop);
  const state = openState(shop);
  const { journal } = shop;
  const job = options.acceptFewerOrders === true ? 'accept-orders' : 'sync';
  const run = runIdOf(job, shop.now, state.image(runsTable).rows);
  const sync = planSync(state, run, options.acceptFewerOrders === true ? 'fewer orders' : undefined);
  applySync(state, sync);
  // A sync goes by the settings, so a bad one is told of here too.
  completeSettings(state);
  const problems = problemsOf(sync, state);
  writeProblems(state, problems);
  const line = newRunOf(shop, run, job, {
    orders: sync.sources.orders.length,
    contactsNew: sync.contacts.added.length,
    contactsChanged: new Set([...sync.contacts.patches, ...sync.contacts.entries].map(({ at }) => at)).size,
    problems: problems.length,
  });
  logRun(shop.book, state.image(runsTable), line);
  journal.set({ lastGoodSync: sync.sources.lastGood, ...(journal.get('workbook') === null ? { workbook: shop.book.id } : {}) });
  return line;
}
