import { remembered } from '../shared/collections';
import { addDays, type Day } from '../shared/day';
import type { Problem } from '../shared/problem';
import { orderFieldNames, orderFields, type OrderField } from '../settings/order-fields';
import type { Settings } from '../settings/settings';
import type { SourceSheet } from '../sheets/workbook';
import { findOrderSheets } from './find-order-sheets';
import { itemsOfSheets } from './item-sheets';
import { ordersMessages as messages } from './messages';
import type { Order, OrderItem } from './order';
import { dateReader, type DateForms } from './order-date';
import type { ItemLayout, OrderLayout } from './order-layout';
import { itemsInRow, readOrderRow, type OrderDraft, type SeenPerson } from './order-row';
import { errorCellsIn, type SourceState } from './source-guard';
import { statusCounter, statusOfLabel } from './status';

export interface ReadOptions extends DateForms {
  readonly today: Day;
}

/** A sheet that was read, and which header was taken for what. */
export interface FoundSheet {
  readonly sheet: string;
  readonly kind: 'orders' | 'items';
  readonly archive: boolean;
  /** Our word (as in `Order columns`) → the sheet's header. */
  readonly columns: Readonly<Record<string, string>>;
  readonly rows: number;
}

export interface OrdersRead {
  /** Every readable order once, whether it counts or not, by day, second and id. */
  readonly orders: readonly Order[];
  readonly problems: readonly Problem[];
  /** Rows with content in all order sheets. */
  readonly rows: number;
  /** People with a valid address whose row could not be taken as an order; they are contacts all the same. */
  readonly alsoSeen: readonly SeenPerson[];
  /** The one currency in which spend is added up; null where no sheet tells any. */
  readonly currency: string | null;
  /** Statuses as the sheets show them → how many rows have it, and whether it counts. */
  readonly statuses: ReadonlyMap<string, { readonly rows: number; readonly counts: boolean }>;
  readonly found: readonly FoundSheet[];
  /** What the source guard compares with the last good sync. */
  readonly state: SourceState;
}

/** By day, second, then id: numbers by their value, so that 999 comes before 1001. */
export function compareOrders(a: Order, b: Order): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  if (a.second !== b.second) return a.second - b.second;
  if (a.id.length !== b.id.length && /^\d+$/.test(a.id) && /^\d+$/.test(b.id)) return a.id.length - b.id.length;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/**
 * The orders of all order sheets, each once: the live sheet wins over the archive, then the later row. What cannot be taken
 * is listed and the rest goes on.
 * @throws Refusal where there is no order sheet, or one whose header cannot be matched.
 */
export function readOrders(sources: readonly SourceSheet[], settings: Settings, options: ReadOptions): OrdersRead {
  const sheets = findOrderSheets(new Map(sources.map(({ name, header }) => [name, header])), settings);
  const sourceOf = new Map(sources.map((source) => [source.name, source]));
  const reading = newReading(settings, options);
  const archivesFirst = [...sheets.orders].sort((a, b) => Number(b.archive) - Number(a.archive));
  for (const layout of archivesFirst) readSheet(layout, sourceOf.get(layout.sheet), reading);
  const { drafts, rowItems, problems } = reading;
  const home = settings.currency ?? mostFrequentCurrency(drafts.values());
  const sheetItems = itemsOfSheets(sheets.items, sourceOf);
  const orders: Order[] = [];
  for (const draft of drafts.values()) {
    const homeCurrency = draft.currency === null || home === null || draft.currency === home;
    draft.homeCurrency = homeCurrency;
    draft.items = sheetItems.get(draft.id) ?? rowItems.get(draft.sheet)?.get(draft.id) ?? draft.items;
    orders.push(draft);
    if (!homeCurrency && draft.counts) {
      problems.push({ sheet: draft.sheet, row: draft.row, value: draft.currency ?? '', ...messages.foreignCurrency(draft.currency ?? '', home ?? '') });
    }
  }
  const all: readonly (OrderLayout | ItemLayout)[] = [...sheets.orders, ...sheets.items];
  const found = all.map((layout) => foundSheet(layout, sourceOf.get(layout.sheet)));
  const seen = new Map<string, SeenPerson>();
  for (const person of reading.alsoSeen) seen.set(person.email, person);
  return {
    orders: orders.sort(compareOrders),
    problems: problems.sort(bySheetAndRow(sheets.names)),
    rows: reading.rows,
    alsoSeen: [...seen.values()],
    currency: home,
    statuses: reading.statuses,
    found,
    state: {
      ids: reading.ids.size,
      headers: headersOf(sheets.orders, sourceOf),
      present: Object.fromEntries(sources.map(({ name, header }) => [name, header])),
      errors: errorCellsIn(sheets.orders, sourceOf),
    },
  };
}

interface Reading {
  readonly context: Parameters<typeof readOrderRow>[3];
  readonly drafts: Map<string, OrderDraft>;
  /** Sheet → order → the items that its rows tell. */
  readonly rowItems: Map<string, Map<string, OrderItem[]>>;
  readonly ids: Set<string>;
  readonly problems: Problem[];
  readonly alsoSeen: SeenPerson[];
  readonly statuses: Map<string, { rows: number; readonly counts: boolean }>;
  rows: number;
}

const newReading = (settings: Settings, options: ReadOptions): Reading => ({
  context: {
    today: options.today,
    firstImpossibleDay: addDays(options.today, 2),
    readDate: dateReader(options),
    counts: remembered(statusCounter(settings.statusesThatCount)),
    statusOf: remembered(statusOfLabel),
  },
  drafts: new Map(),
  rowItems: new Map(),
  ids: new Set(),
  problems: [],
  alsoSeen: [],
  statuses: new Map(),
  rows: 0,
});

function readSheet(layout: OrderLayout, source: SourceSheet | undefined, reading: Reading): void {
  const itemsOf = new Map<string, OrderItem[]>();
  reading.rowItems.set(layout.sheet, itemsOf);
  const oneRowAnItem = layout.columns.itemName !== undefined;
  const listed = new Set<string>();
  let lastId: string | null = null;
  (source?.rows ?? []).forEach((cells, i) => {
    const row = readOrderRow(layout, cells, i + 2, reading.context);
    if (row.kind === 'empty') return;
    reading.rows += 1;
    // A further line may repeat more of its order than the id; without a status it is an item, not a later word on the order.
    const furtherItem = row.kind === 'row' && oneRowAnItem && row.id !== null && row.id === lastId && row.label === '';
    if (row.kind === 'row' && !furtherItem) {
      lastId = row.id;
      noteStatus(reading, row.label);
      for (const fault of row.faults) {
        // Rows of one order repeat its faults.
        const key = `${row.id ?? ''}\n${fault.reason.en}`;
        if (oneRowAnItem && row.id !== null && listed.has(key)) continue;
        listed.add(key);
        reading.problems.push({ sheet: layout.sheet, row: i + 2, ...fault });
      }
      if (row.id !== null) reading.ids.add(row.id);
      if (row.order !== null) reading.drafts.set(row.order.id, row.order);
      else if (row.person !== null) reading.alsoSeen.push(row.person);
    }
    if (lastId === null) return;
    const items = itemsInRow(layout, cells);
    if (items.length === 0) return;
    const before = oneRowAnItem ? itemsOf.get(lastId) : undefined;
    itemsOf.set(lastId, before === undefined ? items : [...before, ...items.filter((item) => !before.some((other) => sameItem(other, item)))]);
  });
}

// The shop's import may repeat a row; the exporters write two lines of one product as one.
const sameItem = (a: OrderItem, b: OrderItem): boolean => a.name === b.name && a.quantity === b.quantity && a.total === b.total;

function noteStatus({ statuses, context }: Reading, label: string): void {
  const known = statuses.get(label);
  if (known === undefined) statuses.set(label, { rows: 1, counts: context.counts(label) });
  else known.rows += 1;
}

/** The currency that most of the counted orders have; of two equally frequent the first by alphabet. */
function mostFrequentCurrency(orders: Iterable<OrderDraft>): string | null {
  const counts = new Map<string, number>();
  for (const { currency, counts: counted } of orders) if (counted && currency !== null) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  let best: string | null = null;
  for (const [currency, count] of counts) {
    const most = best === null ? 0 : (counts.get(best) ?? 0);
    if (count > most || (count === most && best !== null && currency < best)) best = currency;
  }
  return best;
}

const headersOf = (layouts: readonly OrderLayout[], sourceOf: ReadonlyMap<string, SourceSheet>): Record<string, readonly string[]> =>
  Object.fromEntries(layouts.map((layout) => [layout.sheet, Object.values(foundSheet(layout, sourceOf.get(layout.sheet)).columns)]));

function foundSheet(layout: OrderLayout | ItemLayout, source: SourceSheet | undefined): FoundSheet {
  const columns: Record<string, string> = {};
  const places: Readonly<Partial<Record<OrderField, number>>> = layout.columns;
  for (const [field] of orderFieldNames) {
    const column = places[field];
    if (column !== undefined) columns[orderFields[field]] = source?.header[column] ?? '';
  }
  return { sheet: layout.sheet, kind: layout.kind, archive: layout.archive, columns, rows: source?.rows.length ?? 0 };
}

const bySheetAndRow = (names: readonly string[]) => {
  const placeOf = new Map(names.map((name, i) => [name, i]));
  return (a: Problem, b: Problem): number => (placeOf.get(a.sheet) ?? 0) - (placeOf.get(b.sheet) ?? 0) || a.row - b.row;
};
