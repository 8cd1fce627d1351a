import { columnsRead } from '../orders/columns-read';
import { findOrderSheets } from '../orders/find-order-sheets';
import { readOrders, type OrdersRead } from '../orders/read-orders';
import { ordersMessages } from '../orders/messages';
import { goodStateOf, guardSources, type GoodState } from '../orders/source-guard';
import { Refusal } from '../shared/problem';
import { textOfCell, type Cell } from '../sheets/cell';
import type { SourceSheet } from '../sheets/workbook';
import { runsTable } from './runs.table';
import type { ShopState } from './shop-state';

export interface OrderSources extends OrdersRead {
  /** What to remember once the sync has gone well. */
  readonly lastGood: GoodState;
  /** Looks at the order sheets again; throws where they changed since they were read. */
  readonly lookAgain: () => void;
}

interface Look {
  readonly read: OrdersRead;
  readonly sources: readonly SourceSheet[];
}

/**
 * The orders of the shop, once they can be trusted: a sheet that shrank, lost a header or is still loading is looked at
 * a second time, since the shop's own import clears and rewrites it; then the job is refused. `accept`: the manager says that fewer are right.
 */
export function readOrderSources(state: ShopState, accept?: 'fewer orders'): OrderSources {
  const { book, today } = state.shop;
  const lastGood = accept === undefined ? lastGoodSync(state) : null;
  const settings = state.settings();
  const look = (again?: 'again'): Look => {
    const sources = sourcesOf(state, again);
    return { sources, read: readOrders(sources, settings, { today, locale: book.locale }) };
  };
  const first = look();
  const { read, sources } = guardSources(lastGood, first.read.state, settings) === null ? first : look('again');
  const refusal = guardSources(lastGood, read.state, settings);
  if (refusal !== null) throw refusal;
  return { ...read, lastGood: goodStateOf(read.state), lookAgain: () => lookAgain(read, sources, book.column) };
}

/**
 * The orders for figures that only look: null where there is no order sheet that can be read, or the guard would stop a
 * sync; figures that need no orders go on without them.
 */
export function ordersAsTheyStand(state: ShopState): OrdersRead | null {
  const { book, today } = state.shop;
  const settings = state.settings();
  try {
    const read = readOrders(sourcesOf(state), settings, { today, locale: book.locale });
    return guardSources(lastGoodSync(state), read.state, settings) === null ? read : null;
    // eslint-disable-next-line no-restricted-syntax -- a job that changes something is refused without its orders; a look at other figures goes on
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** Jobs whose line in CRM Runs tells how many orders there were. */
const READ_ORDERS: readonly string[] = ['nightly', 'tick', 'sync', 'accept-orders'];

/** What the last good sync saw. A copied workbook, or a folder whose state is lost, knows at least how many orders there were: from CRM Runs. */
function lastGoodSync(state: ShopState): GoodState | null {
  const known = state.shop.journal.get('lastGoodSync');
  if (known !== null) return known;
  // Newest first.
  const last = state.image(runsTable).rows.find(({ job, error }) => job !== null && READ_ORDERS.includes(job) && (error === null || error === ''));
  return last === undefined ? null : { ids: last.orders ?? 0, headers: {} };
}

/** The order and item sheets, of large ones only the columns that are looked at. */
function sourcesOf(state: ShopState, again?: 'again'): SourceSheet[] {
  const { book, journal } = state.shop;
  const { names, orders, items } = findOrderSheets(book.foreignHeaders(), state.settings());
  const layouts = new Map([...items, ...orders].map((layout) => [layout.sheet, layout]));
  // How long the sheets are is known by how long they were; before the first sync they are asked.
  const rows = journal.get('lastGoodSync')?.ids ?? null;
  return names.map((name) => {
    const layout = layouts.get(name);
    return book.source(name, again, layout === undefined ? null : { columns: columnsRead(layout), rows });
  });
}

/** Compares ids and statuses, the columns that an import at work can't leave as they were. */
function lookAgain(read: OrdersRead, sources: readonly SourceSheet[], columnNow: (name: string, index: number) => readonly Cell[]): void {
  for (const { sheet, kind, columns } of read.found) {
    const source = sources.find(({ name }) => name === sheet);
    if (source === undefined || kind !== 'orders') continue;
    for (const header of [columns['Order ID'], columns['Status']]) {
      const index = header === undefined ? -1 : source.header.indexOf(header);
      if (index < 0) continue;
      if (!sameColumn(source, index, columnNow(sheet, index))) throw new Refusal(ordersMessages.changedBetweenLooks);
    }
  }
}

function sameColumn({ rows }: SourceSheet, index: number, now: readonly Cell[]): boolean {
  for (let row = 0; row < Math.max(rows.length, now.length); row += 1) {
    const [before, after] = [rows[row]?.[index] ?? '', now[row] ?? ''];
    if (before !== after && textOfCell(before) !== textOfCell(after)) return false;
  }
  return true;
}
