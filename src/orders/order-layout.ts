import { orderFieldNames, type OrderField } from '../settings/order-fields';
import type { Settings } from '../settings/settings';
import { statusWord } from '../settings/status-word';
import { headerKey, headerPatterns, itemSheetHeaders, knownHeaders } from './known-headers';

/** Where an order sheet keeps what. Columns are counted from 0. */
export interface OrderLayout {
  readonly kind: 'orders';
  readonly sheet: string;
  /** The archive's rows stand behind the live sheet's. */
  readonly archive: boolean;
  /** The shop's own waiting room for imports (wos_): read only where there is nothing else. */
  readonly staging: boolean;
  readonly columns: Readonly<Partial<Record<OrderField, number>>>;
  /** Where the address is looked for next when the e-mail column's cell is blank: the account's. */
  readonly accountEmail: number | null;
  /** The status of all rows where the tab's name is the status. */
  readonly tabStatus: string | null;
  /** Columns of the exporters' numbered items (`Product Item 1 Name`, `line_item_1`). */
  readonly numberedItems: readonly NumberedItem[];
}

/** The columns of the n-th item of an order: one structured text, or name, quantity and total apart. */
/** The field that tells orders apart: their id, or where the sheet has none the number that people see. The other one says nothing more. */
export const idFieldOf = ({ columns }: OrderLayout): 'id' | 'number' => (columns.id === undefined ? 'number' : 'id');

export interface NumberedItem {
  readonly text?: number;
  readonly name?: number;
  readonly quantity?: number;
  readonly total?: number;
}

export interface ItemLayout {
  readonly kind: 'items';
  readonly sheet: string;
  readonly archive: boolean;
  readonly columns: Readonly<Partial<Record<'id' | 'itemName' | 'itemQuantity' | 'itemTotal', number>>>;
}

/** What a header lets us find: column of each key, with and without the table's prefix. */
class HeaderIndex {
  private readonly direct = new Map<string, number>();
  private readonly stripped = new Map<string, number>();
  /** The prefix that most of the headers share, such as `wom`; blank for none. */
  readonly prefix: string;

  constructor(header: readonly string[]) {
    this.prefix = sharedPrefix(header);
    header.forEach((words, column) => {
      const key = headerKey(words);
      if (key !== '' && !this.direct.has(key)) this.direct.set(key, column);
      const bare = this.prefix !== '' && words.toLowerCase().startsWith(`${this.prefix}_`) ? headerKey(words.slice(this.prefix.length + 1)) : '';
      if (bare !== '' && !this.stripped.has(bare)) this.stripped.set(bare, column);
    });
  }

  columnOf(headers: readonly string[]): number | null {
    for (const words of headers) {
      const key = headerKey(words);
      const column = this.direct.get(key) ?? this.stripped.get(key);
      if (column !== undefined) return column;
    }
    return null;
  }

  /** The first column of that look which is not taken yet. */
  columnLike(pattern: RegExp, taken: ReadonlySet<number>): number | null {
    for (const keys of [this.direct, this.stripped]) for (const [key, column] of keys) if (pattern.test(key) && !taken.has(column)) return column;
    return null;
  }

  keys(): IterableIterator<[string, number]> {
    return this.direct.entries();
  }
}

/** `wom` of `wom_OrderId, wom_Status, …`: a short word that at least three headers begin with. */
function sharedPrefix(header: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const words of header) {
    const prefix = /^([a-z]{2,5})_./i.exec(words)?.[1]?.toLowerCase();
    if (prefix !== undefined) counts.set(prefix, (counts.get(prefix) ?? 0) + 1);
  }
  let best = '';
  for (const [prefix, count] of counts) if (count >= 3 && count > (counts.get(best) ?? 0)) best = prefix;
  return best;
}

const ACCOUNT_EMAIL = ['Customer email', 'Customer user email', 'User email'];
const ARCHIVE_PREFIXES = ['woma', 'woa', 'woia'];

const isArchive = (sheet: string, prefix: string): boolean => /archive|ארכיון/i.test(sheet) || ARCHIVE_PREFIXES.includes(prefix);

// GSheetConnector's tabs; other words count where the shop's own settings name them.
const TAB_STATUSES = ['pending', 'processing', 'onhold', 'on-hold', 'failed', 'completed', 'cancelled', 'refunded', 'trashed', 'trash'];

/** The status that a tab such as `Completed Orders` stands for; null where its name is none. */
function statusOfTab(sheet: string, statusesThatCount: readonly string[]): string | null {
  const words = sheet.replace(/_/g, ' ').replace(/\s*\(?(?:archive|ארכיון)\)?\s*$/i, '');
  const before = /(?:^|\s)(\S+|on[ -]hold|pending payment)\s+orders$/i.exec(words)?.[1];
  const onHold = /(?:^|\s)on[ -]hold\s+orders$/i.test(words) ? 'on-hold' : null;
  const behind = /^הזמנות\s+(?:ש)?(.+)$/.exec(words)?.[1];
  const word = statusWord(onHold ?? before ?? behind ?? '');
  if (word === 'trashed') return 'trash';
  return word !== '' && (TAB_STATUSES.includes(word) || statusesThatCount.includes(word)) ? word : null;
}

/** `Product Item 3 Name`, `line_item_3`, `order_item_3`, `Item Name 3`, `line_items.2.name`, folded by `headerKey`. */
function numberedItemsIn(index: HeaderIndex): NumberedItem[] {
  const items = new Map<number, { text?: number; name?: number; quantity?: number; total?: number }>();
  const itemAt = (n: string | undefined): { text?: number; name?: number; quantity?: number; total?: number } => {
    const at = Number(n);
    const item = items.get(at) ?? {};
    items.set(at, item);
    return item;
  };
  for (const [key, column] of index.keys()) {
    const whole = /^(?:line|order)item(\d{1,3})$/.exec(key);
    if (whole !== null) {
      itemAt(whole[1]).text = column;
      continue;
    }
    const part =
      /^(?:product|line|order)?items?(?:number)?(\d{1,3})(name|quantity|qty|total)$/.exec(key) ??
      /^(?:product|item)(?:number)?(\d{1,3})(name|quantity|qty|total)$/.exec(key) ??
      swapped(/^(?:product|item|lineitem)(name|quantity|qty|total)(?:number)?(\d{1,3})$/.exec(key));
    if (part === null) continue;
    const item = itemAt(part[1]);
    if (part[2] === 'name') item.name = column;
    else if (part[2] === 'total') item.total = column;
    else item.quantity = column;
  }
  return [...items.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item)
    .filter((item) => item.name !== undefined || item.text !== undefined);
}

const swapped = (found: RegExpExecArray | null): readonly (string | undefined)[] | null => (found === null ? null : [found[0], found[2], found[1]]);

/** Which of the four needed columns a header lacks, in the words of `Order columns`. */
export type Needed = 'id' | 'date' | 'status' | 'email';

/**
 * How to read a sheet as orders, or the needed columns that it lacks. `mapping` is `Order columns`: it wins over known
 * headers. A bare `ID` counts as an order id only beside something else that orders have.
 */
export function orderLayoutOf(sheet: string, header: readonly string[], { orderColumns, statusesThatCount }: Pick<Settings, 'orderColumns' | 'statusesThatCount'>): OrderLayout | { readonly kind: 'none'; readonly lacks: readonly Needed[] } {
  const index = new HeaderIndex(header);
  const columns: Partial<Record<OrderField, number>> = {};
  const taken = new Set<number>();
  for (const [field] of orderFieldNames) {
    const mapped = orderColumns[field];
    const column = mapped === undefined ? null : index.columnOf([mapped]);
    if (column === null) continue;
    columns[field] = column;
    taken.add(column);
  }
  for (const [field] of orderFieldNames) {
    if (columns[field] !== undefined) continue;
    const column = index.columnOf(knownHeaders[field]);
    if (column !== null && !taken.has(column)) columns[field] = column;
  }
  for (const column of Object.values(columns)) taken.add(column);
  for (const [field] of orderFieldNames) {
    const pattern = columns[field] === undefined && !(field === 'number' && columns.id !== undefined) ? headerPatterns[field] : undefined;
    const column = pattern === undefined ? null : index.columnLike(pattern, taken);
    if (column === null) continue;
    columns[field] = column;
    taken.add(column);
  }
  if (columns.id !== undefined && orderColumns['id'] === undefined && headerKey(header[columns.id] ?? '') === 'id' && !hasOrderLook(header, columns)) delete columns.id;
  const tabStatus = columns.status === undefined ? statusOfTab(sheet, statusesThatCount) : null;
  const lacks: Needed[] = [];
  if (columns.id === undefined && columns.number === undefined) lacks.push('id');
  if (columns.date === undefined) lacks.push('date');
  if (columns.status === undefined && tabStatus === null) lacks.push('status');
  if (columns.email === undefined) lacks.push('email');
  if (lacks.length > 0) return { kind: 'none', lacks };
  const accountEmail = index.columnOf(ACCOUNT_EMAIL);
  return {
    kind: 'orders',
    sheet,
    archive: isArchive(sheet, index.prefix),
    staging: index.prefix === 'wos',
    columns,
    accountEmail: accountEmail === columns.email ? null : accountEmail,
    tabStatus,
    numberedItems: numberedItemsIn(index),
  };
}

const hasOrderLook = (header: readonly string[], columns: Partial<Record<OrderField, number>>): boolean =>
  columns.total !== undefined || columns.net !== undefined || columns.currency !== undefined || header.some((words) => /order|billing|line_?item|הזמנה/i.test(words));

/** How to read a sheet as the items of orders that other sheets hold; null where it is none. */
export function itemLayoutOf(sheet: string, header: readonly string[]): ItemLayout | null {
  const index = new HeaderIndex(header);
  if (index.columnOf(knownHeaders.email) !== null) return null;
  const id = index.columnOf(itemSheetHeaders.id);
  const itemName = index.columnOf(itemSheetHeaders.itemName);
  const itemQuantity = index.columnOf(itemSheetHeaders.itemQuantity);
  const itemTotal = index.columnOf(itemSheetHeaders.itemTotal);
  if (id === null || itemName === null || itemQuantity === null) return null;
  return { kind: 'items', sheet, archive: isArchive(sheet, index.prefix), columns: { id, itemName, itemQuantity, ...(itemTotal === null ? {} : { itemTotal }) } };
}
