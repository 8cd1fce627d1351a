import { closestWord } from '../shared/closest-word';
import { Refusal } from '../shared/problem';
import { fold } from '../shared/text';
import { orderFieldNames } from '../settings/order-fields';
import type { Settings } from '../settings/settings';
import { headerKey, isAnalyticsExport } from './known-headers';
import { ordersMessages as messages } from './messages';
import { itemLayoutOf, orderLayoutOf, type ItemLayout, type OrderLayout } from './order-layout';

export type ColumnSettings = Pick<Settings, 'orderSheets' | 'orderColumns' | 'statusesThatCount'>;

/** The sheets to read, and how. Archives stand behind live sheets. */
export interface OrderSheets {
  readonly orders: readonly OrderLayout[];
  readonly items: readonly ItemLayout[];
  /** Names of all of them, each once. */
  readonly names: readonly string[];
}

type Headers = ReadonlyMap<string, readonly string[]>;

/** The sheets that `Order sheets` names, as the workbook spells them. */
function namedSheets(headers: Headers, wanted: readonly string[]): string[] {
  const names = [...headers.keys()];
  return wanted.map((name) => {
    const found = headers.has(name) ? name : names.find((candidate) => fold(candidate) === fold(name));
    if (found === undefined) throw new Refusal(messages.namedSheetMissing(name, names, closestWord(name, names)));
    return found;
  });
}

/**
 * The order and item sheets among the sheets that are not ours (name → header): those that the setting names, or else any
 * whose header tells an order id, a date, a status and an e-mail address.
 * @throws Refusal where there is none, or one that is named or nearly fits cannot be read; it names sheet, headers and cure.
 */
export function findOrderSheets(headers: Headers, settings: ColumnSettings): OrderSheets {
  const named = namedSheets(headers, settings.orderSheets);
  const found: OrderLayout[] = [];
  const items: ItemLayout[] = [];
  let nearest: { readonly fit: number; readonly refusal: Refusal } | null = null;
  for (const [sheet, header] of headers) {
    const layout = orderLayoutOf(sheet, header, settings);
    if (layout.kind === 'orders') {
      if (named.length === 0 || named.includes(sheet)) found.push(layout);
      continue;
    }
    // An order export of one row an item without its addresses is a mistake to name, not an item sheet.
    const onlyEmailLacks = layout.lacks.every((field) => field === 'email');
    const itemLayout = onlyEmailLacks ? null : itemLayoutOf(sheet, header);
    if (itemLayout !== null) {
      items.push(itemLayout);
      continue;
    }
    const analytics = isAnalyticsExport(header);
    const refusal = new Refusal(analytics ? messages.analyticsExport(sheet) : messages.headersUnknown(sheet, header, layout.lacks));
    if (named.includes(sheet)) throw refusal;
    const fit = analytics ? 4 : 4 - layout.lacks.length + (/ord|הזמנ/i.test(sheet) || headers.size === 1 ? 1.5 : 0);
    if (fit > 1 && header.length > 0 && (nearest === null || fit > nearest.fit)) nearest = { fit, refusal };
  }
  const live = found.filter((layout) => !layout.staging);
  const orders = live.length > 0 || named.length > 0 ? (named.length > 0 ? found : live) : found;
  if (orders.length === 0) throw nearest?.refusal ?? new Refusal(messages.noOrderSheet([...headers.keys()]));
  refuseLostMapping(orders, headers, settings);
  const names = [...new Set([...orders, ...items].map((layout) => layout.sheet))];
  return { orders: [...orders].sort(archiveLast), items: [...items].sort(archiveLast), names };
}

const archiveLast = (a: { readonly archive: boolean }, b: { readonly archive: boolean }): number => Number(a.archive) - Number(b.archive);

/** A header that `Order columns` names must be in one of the sheets at least. */
function refuseLostMapping(orders: readonly OrderLayout[], headers: Headers, { orderColumns }: ColumnSettings): void {
  for (const [field, name] of orderFieldNames) {
    const header = orderColumns[field];
    if (header === undefined) continue;
    const key = headerKey(header);
    const there = orders.some(({ sheet }) => (headers.get(sheet) ?? []).some((words) => headerKey(words) === key || headerKey(words.replace(/^[a-z]{2,5}_/i, '')) === key));
    if (!there) throw new Refusal(messages.mappedHeaderMissing(name, header, orders.map(({ sheet }) => sheet)));
  }
}
