import { completeSettings } from '../complete-settings';
import { makeSheets } from '../make-sheets';
import { openState } from '../shop-state';
import { refuseOtherZone } from './zones';
import type { Shop } from '../shop';

export interface SetUpAnswer {
  /** Names of the sheets that were missing. */
  readonly made: readonly string[];
  /** Whose hourly tick runs the nights; null where it could not be installed. */
  readonly triggerOwner: string | null;
}

/** Makes or mends the sheets and installs the hourly tick. Safe to run again at any time. */
export function setUp(shop: Shop, options: { readonly takeOver: boolean }): SetUpAnswer {
  refuseOtherZone(shop);
  const made = makeSheets(shop, 'mend');
  completeSettings(openState(shop));
  const { journal } = shop;
  const trigger = journal.get('trigger');
  if (trigger === null || trigger.owner === shop.user || options.takeOver) {
    if (shop.triggers.mine() === 0) shop.triggers.installTick();
    journal.set({ trigger: { owner: shop.user, since: trigger?.owner === shop.user ? trigger.since : shop.now }, workbook: shop.book.id });
  }
  return { made, triggerOwner: journal.get('trigger')?.owner ?? null };
}
