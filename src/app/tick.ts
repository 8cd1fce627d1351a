import { hourOfMoment, type Day } from '../shared/day';
import { nightly } from './nightly';
import { runLineAsJson } from './run-log';
import type { Shop } from './shop';
import { openState } from './shop-state';

export interface TickAnswer {
  /** What the tick did. */
  readonly did: 'night' | 'nothing' | 'left to its owner';
  readonly run: ReturnType<typeof runLineAsJson> | null;
}

/** The hourly tick: runs what is due and not yet done. Another user's tick leaves at once. */
export function tick(shop: Shop): TickAnswer {
  const { journal } = shop;
  const owner = journal.get('trigger')?.owner ?? null;
  if (owner !== null && owner !== shop.user) return { did: 'left to its owner', run: null };
  journal.set({ heartbeat: shop.now });
  const cutOff = journal.get('run') !== null;
  const due = hourOfMoment(shop.now) >= openState(shop).settings().nightlyHour && lastNight(journal.get('night')) < shop.today;
  if (!due && !cutOff) return { did: 'nothing', run: null };
  return { did: 'night', run: runLineAsJson(nightly(shop, 'tick')) };
}

const lastNight = (night: Day | null): Day => night ?? '';
