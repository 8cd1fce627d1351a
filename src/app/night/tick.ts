import { weekOf } from '../../reports/weeks';
import { hourOfMoment, type Day } from '../../shared/day';
import { fillReport } from '../report/make-report';
import { isLate, nightly } from './nightly';
import { mailFailure } from '../mail/mail-failure';
import { logFailure, runLineAsJson } from '../run-log';
import type { Shop } from '../shop';
import { openState } from '../shop-state';

export interface TickAnswer {
  /** What the tick did. */
  readonly did: 'night' | 'report' | 'nothing' | 'left to its owner';
  readonly run: ReturnType<typeof runLineAsJson> | null;
}

/**
 * The hourly tick: runs what is due and not yet done, the night before the week's report. Another user's tick leaves
 * at once. What was cut off, a night above all, is made good by a night now.
 */
export function tick(shop: Shop): TickAnswer {
  const { journal } = shop;
  const owner = journal.get('trigger')?.owner ?? null;
  if (owner !== null && owner !== shop.user) return { did: 'left to its owner', run: null };
  journal.set({ heartbeat: shop.now, denied: null });
  const isNightDue = lastNight(journal.get('night')) < shop.today && hourOfMoment(shop.now) >= openState(shop).settings().nightlyHour;
  const cutOff = journal.get('cutOff');
  const run = isNightDue || (cutOff !== null && cutOff !== REPORT) ? runLineAsJson(nightly(shop, 'tick')) : null;
  const reported = reportIfDue(shop, cutOff === REPORT);
  return { did: run !== null ? 'night' : reported ? 'report' : 'nothing', run };
}

/** What a run that makes the week's report is called in the journal. */
const REPORT = 'report';

const lastNight = (night: Day | null): Day => night ?? '';

/**
 * The week's report, after the first night of the week has finished. Where it fails it is tried again on the next day; where it was
 * cut off, once within the hour too.
 */
function reportIfDue(shop: Shop, isCutOff: boolean): boolean {
  const { journal, today } = shop;
  const tried = journal.get('reportTried');
  const again = `${today} again`;
  if (journal.get('night') !== today || journal.get('report') === weekOf(today) || isLate(shop)) return false;
  if (tried === again || (tried === today && !isCutOff)) return false;
  journal.set({ reportTried: tried === today ? again : today, run: { job: REPORT, id: REPORT, start: shop.now, by: shop.user } });
  const failure = shop.aside(() => fillReport(openState(shop)))?.[shop.language] ?? null;
  journal.set({ run: null, cutOff: null });
  if (failure === null) return true;
  logFailure(shop, REPORT, failure);
  mailFailure(shop, failure, 'report');
  return false;
}
