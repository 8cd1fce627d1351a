import { weekOf } from '../reports/weeks';
import { hourOfMoment, type Day } from '../shared/day';
import { fillReport } from './make-report';
import { isLate, nightly } from './nightly';
import { runLineAsJson } from './run-log';
import type { Shop } from './shop';
import { openState } from './shop-state';

export interface TickAnswer {
  /** What the tick did. */
  readonly did: 'night' | 'report' | 'nothing' | 'left to its owner';
  readonly run: ReturnType<typeof runLineAsJson> | null;
}

/**
 * The hourly tick: runs what is due and not yet done, the night before the week's report. Another user's tick leaves at
 * once. What was cut off, a
 * night above all, is made good by a night now.
 */
export function tick(shop: Shop): TickAnswer {
  const { journal } = shop;
  const owner = journal.get('trigger')?.owner ?? null;
  if (owner !== null && owner !== shop.user) return { did: 'left to its owner', run: null };
  journal.set({ heartbeat: shop.now, denied: null });
  const isNightDue = lastNight(journal.get('night')) < shop.today && hourOfMoment(shop.now) >= openState(shop).settings().nightlyHour;
  const isCutOff = journal.get('cutOff') !== null;
  const run = isNightDue || isCutOff ? runLineAsJson(nightly(shop, 'tick')) : null;
  const reported = reportIfDue(shop, isCutOff);
  return { did: run !== null ? 'night' : reported ? 'report' : 'nothing', run };
}

const lastNight = (night: Day | null): Day => night ?? '';

/** The week's report, after the first night of the week has finished; where it fails it is tried again on the next day. */
function reportIfDue(shop: Shop, isCutOff: boolean): boolean {
  const { journal, today } = shop;
  if (journal.get('night') !== today || journal.get('report') === weekOf(today) || (journal.get('reportTried') === today && !isCutOff) || isLate(shop)) return false;
  journal.set({ reportTried: today });
  fillReport(openState(shop));
  return true;
}
