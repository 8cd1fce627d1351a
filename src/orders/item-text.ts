import { tidy } from '../shared/text';
import { isDateCell, type Cell } from '../sheets/cell';
import { parseAmount } from './amount';
import { isErrorCell } from './cell-text';
import { jsonObjectsIn, type Json } from './json-text';
import type { OrderItem } from './order';

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ', times: '×', '#039': "'", '#39': "'", '#8211': '–', '#8217': '’', '#215': '×' };

const withoutEntities = (words: string): string =>
  words.includes('&') ? words.replace(/&(#?\w{2,6});/g, (whole, entity: string) => ENTITIES[entity.toLowerCase()] ?? whole) : words;

/** The item of its parts; null where it has no name. Without a readable quantity it is one. */
export function itemOf(name: string, quantity: number | null, total: number | null): OrderItem | null {
  const words = tidy(withoutEntities(name));
  return words === '' ? null : { name: words, quantity: quantity ?? 1, total };
}

const amountOf = (value: Json | undefined): number | null => (typeof value === 'number' || typeof value === 'string' ? parseAmount(value) : null);

const present = (item: OrderItem | null): item is OrderItem => item !== null;

/** `id:1|name:Red wine, 2019|…|quantity:2|total:220.00`, several separated by `;` (SkyVerge, WebToffee). */
function pipedItems(text: string): OrderItem[] {
  return text
    .split(/;(?=\s*(?:id|name|product_id|sku):)/)
    .map((part) => {
      const fields = new Map<string, string>();
      for (const field of part.split(/(?<!\\)\|/)) {
        const colon = field.indexOf(':');
        if (colon > 0) fields.set(field.slice(0, colon).trim().toLowerCase(), field.slice(colon + 1).replace(/\\([|;:\\])/g, '$1'));
      }
      return itemOf(fields.get('name') ?? '', parseAmount(fields.get('quantity') ?? fields.get('qty')), parseAmount(fields.get('total')));
    })
    .filter(present);
}

/** `Red wine, 2019(2)(RW-19), White "Reserve"(1)(WR-21)` (GSheetConnector). */
function bracketedItems(text: string): OrderItem[] {
  const items: OrderItem[] = [];
  const pattern = /\s*(.+?)\s*\((\d+)\)\s*\(([^()]*)\)\s*(?:[,;\n]|$)/gy;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const item = itemOf(found[1] ?? '', Number(found[2]), null);
    if (item !== null) items.push(item);
  }
  return items;
}

const COUNTED = /^(?:(\d{1,4})\s*[x×*]\s+(.+)|(.+?)\s+[x×*]\s*(\d{1,4})|(.+?)\s*\((?:x\s*)?(\d{1,4})\))$/i;

function countedItem(part: string): OrderItem | null {
  const found = COUNTED.exec(part.trim());
  if (found === null) return null;
  return itemOf(found[2] ?? found[3] ?? found[5] ?? '', Number(found[1] ?? found[4] ?? found[6]), null);
}

/** `2× Syrah 2021, 1× Merlot`, `Syrah 2021 x 2`, or names line by line. */
function listedItems(text: string): OrderItem[] {
  const lines = text.split(/\s*[\n;|]\s*/).filter((line) => line.trim() !== '');
  return lines.flatMap((line) => {
    // A comma may belong to the name (“Red wine, 2019”), so it separates only where every part is counted.
    const counted = line.split(/,\s+/).map(countedItem);
    if (counted.every(present)) return counted;
    return [countedItem(line) ?? itemOf(line, null, null)].filter(present);
  });
}

/** The items that one cell of an order tells, in any of the exporters' forms; none where it holds a mere count. */
export function itemsInText(cell: Cell | undefined): OrderItem[] {
  if (cell === undefined || typeof cell !== 'string' || isDateCell(cell) || isErrorCell(cell)) return [];
  const text = cell.trim().replace(/^'/, '');
  if (text === '' || /^[\d.,\s]+$/.test(text)) return [];
  const objects = jsonObjectsIn(text);
  if (objects !== null) {
    return objects
      .map((object) => itemOf(String(object['name'] ?? object['product_name'] ?? ''), amountOf(object['quantity'] ?? object['qty']), amountOf(object['total'])))
      .filter(present);
  }
  // An entity's semicolon must not part two items.
  const plain = withoutEntities(text);
  if (/(?:^|\|)\s*name:/i.test(plain)) return pipedItems(plain);
  const bracketed = /\(\d+\)\s*\([^()]*\)/.test(plain) ? bracketedItems(plain) : [];
  return bracketed.length > 0 ? bracketed : listedItems(plain);
}

/**
 * What was given back, as a positive amount: a number, `amount:50.00|reason:…` once or more often, or REST's list of refunds.
 * Blank is 0; null where the cell cannot be read.
 */
export function refundIn(cell: Cell | undefined): number | null {
  if (cell === undefined || cell === '' || typeof cell === 'boolean') return 0;
  if (typeof cell === 'string') {
    const text = tidy(cell).replace(/^'/, '');
    if (text === '' || /^[-–—]+$|^\[\]$|^(?:null|yes|no|true|false|y|n|כן|לא)$/i.test(text)) return 0;
    const objects = jsonObjectsIn(text);
    if (objects !== null) return sumOfAmounts(objects.map((object) => amountOf(object['amount'] ?? object['total'] ?? object['refund_amount'])));
    const amounts = [...text.matchAll(/(?:^|[|;\s])(?:amount|refund_amount)\s*:\s*([^|;]*)/gi)];
    if (amounts.length > 0) return sumOfAmounts(amounts.map((found) => parseAmount(found[1])));
  }
  const amount = parseAmount(cell);
  return amount === null ? null : Math.abs(amount);
}

const sumOfAmounts = (amounts: readonly (number | null)[]): number | null =>
  amounts.reduce<number | null>((sum, amount) => (sum === null || amount === null ? null : sum + Math.abs(amount)), 0);
