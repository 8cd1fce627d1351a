import { ledgerTable } from '../../tasks/ledger.table';
import { tasksTable } from '../../tasks/tasks.table';
import { archiveTasks } from './archive-tasks';
import { applySync } from './apply-sync';
import { appMessages } from '../messages';
import { digestMessages } from '../mail/digest-messages';
import { noticesBefore } from '../mail/night-notices';
import { sendDigest } from '../mail/send-digest';
import { finishCutOffImport } from '../mailchimp/import-mailchimp';
import { makeSheets } from '../make-sheets';
import { logRun, newRunOf, runIdOf } from '../run-log';
import { runsTable, type NewRun } from '../runs.table';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';
import { planTonight, problemsOf, type Tonight } from './tonight';
import { writeCounters } from './write-counters';
import { writeProblems } from '../write-problems';

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

  const tonight = planTonight(state, run);
  const notices = noticesBefore(state);
  const { made, reopened, withdrawals, ledgerAppends, ledgerPatches } = tonight.night;
  applySync(state, tonight, [made, reopened, withdrawals, ledgerAppends, ledgerPatches].some((list) => list.length > 0));
  // Everything below follows from the sheets, so the next tick can take it up where this one had to stop.
  if (isLate(shop)) return stopEarly(state, run, job);
  applyTasks(state, tonight);

  // Nothing depends on these: where one of them fails, the others are done and the mail says so.
  const failed: string[] = [];
  const aside = (step: () => void): void => {
    const failure = shop.aside(() => {
      step();
      shop.book.flush();
    });
    if (failure !== null) failed.push(failure[shop.language]);
  };
  const problems = problemsOf(tonight, state);
  if (!isLate(shop)) aside(() => archiveTasks(state, tonight));
  aside(() => writeCounters(state, tonight));
  aside(() => writeProblems(state, problems));
  const line = newRunOf(shop, run, job, {
    orders: tonight.sources.orders.length,
    contactsNew: tonight.contacts.added.length,
    contactsChanged: new Set([...tonight.contacts.patches, ...tonight.contacts.entries].map(({ at }) => at)).size,
    tasksMade: tonight.night.made.length + tonight.night.reopened.length,
    tasksWithdrawn: tonight.night.withdrawals.length,
    heldBack: tonight.night.held.length,
    missed: tonight.night.missed.length,
    problems: problems.length,
    error: failed[0] ?? null,
  });
  aside(() => logRun(shop.book, state.image(runsTable), line));
  sendDigest(state, tonight, journal, [...notices, ...failed.map(digestMessages[state.settings().digestLanguage].stepFailed)]);
  journal.set({ lastGoodSync: tonight.sources.lastGood, night: shop.today, ...(journal.get('workbook') === null ? { workbook: shop.book.id } : {}), run: null, cutOff: null });
  return line;
}

/** Seconds after which a run begins no further step: Google ends it at 360. */
const LATEST_STEP = 270;

export const isLate = (shop: Shop): boolean => shop.secondsSoFar() > LATEST_STEP;

/** Leaves the rest of the night to the next tick, and says so in the run's line. */
function stopEarly(state: ShopState, run: string, job: string): NewRun {
  const { shop } = state;
  const line = newRunOf(shop, run, job, { error: appMessages.timeUp[shop.language] });
  logRun(shop.book, state.image(runsTable), line);
  shop.book.flush();
  return line;
}

function applyTasks(state: ShopState, { night }: Tonight): void {
  const { book } = state.shop;
  const tasks = state.image(tasksTable);
  // First Due before all else of a reopened row: by it the next run knows one whose reopening was cut off.
  book.patch(tasks, night.reopened.map(({ patch }) => patch));
  book.flush();
  book.enter(tasks, [...night.withdrawals.map(({ entry }) => entry), ...night.reopened.map(({ entry }) => entry)]);
  book.flush();
  book.append(tasks, night.made);
  book.flush();
  const ledger = state.image(ledgerTable);
  book.append(ledger, night.ledgerAppends);
  book.patch(ledger, night.ledgerPatches);
  book.flush();
}

