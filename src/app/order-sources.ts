import { findOrderSheets } from '../orders/find-order-sheets';
import { readOrders, type OrdersRead } from '../orders/read-orders';
import { goodStateOf, guardSources, sourceFingerprint, type GoodState } from '../orders/source-guard';
import { Refusal } from '../shared/problem';
import { openJournal } from './journal';
import { appMessages } from './messages';
import type { ShopState } from './shop-state';

export interface OrderSources extends OrdersRead {
  /** What to remember once the sync has gone well. */
  readonly lastGood: GoodState;
  /** Looks at the order sheets again; throws where they changed since they were read. */
  readonly lookAgain: () => void;
}

/**
 * The orders of the shop, once they can be trusted: a sheet that shrank, lost a header or is still loading is looked at
 * a second time, since the shop's own import clears and rewrites it; then the job is refused.
 */
export function readOrderSources(state: ShopState): OrderSources {
  const { book, properties } = state.shop;
  const lastGood = openJournal(properties).get('lastGoodSync');
  const settings = state.settings();
  const look = (again?: 'again'): { read: OrdersRead; fingerprint: string } => {
    const names = findOrderSheets(book.foreignHeaders(), settings).names;
    const sources = names.map((name) => book.source(name, again));
    return { read: readOrders(sources, settings, { today: state.shop.today, locale: book.locale }), fingerprint: sourceFingerprint(sources) };
  };
  const first = look();
  const chosen = guardSources(lastGood, first.read.state, settings) === null ? first : look('again');
  const refusal = guardSources(lastGood, chosen.read.state, settings);
  if (refusal !== null) throw refusal;
  return {
    ...chosen.read,
    lastGood: goodStateOf(chosen.read.state),
    lookAgain: () => {
      if (look('again').fingerprint !== chosen.fingerprint) throw new Refusal(appMessages.ordersChanging);
    },
  };
}
