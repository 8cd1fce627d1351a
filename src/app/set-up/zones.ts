import { Refusal } from '../../shared/problem';
import { appMessages } from '../messages';
import type { Shop } from '../shop';

/** Days are the workbook's wall clock; a script of another zone would read them off by one. Offsets are compared, not names. */
export function refuseOtherZone(shop: Shop): void {
  if (!shop.zonesAgree) throw new Refusal(appMessages.zonesDiffer(shop.book.timeZone, shop.scriptZone));
}
