import { hashOf } from '../shared/hash';
import { Refusal } from '../shared/problem';
import type { OrderField } from '../settings/order-fields';
import type { Settings } from '../settings/settings';
import { isDateCell } from '../sheets/cell';
import type { SourceSheet } from '../sheets/workbook';
import { isErrorCell } from './cell-text';
import { headerKey } from './known-headers';
import { ordersMessages as messages } from './messages';
import { idFieldOf, type OrderLayout } from './order-layout';

/** What a good sync remembers of the order sheets. Small enough for a document property. */
export interface GoodState {
  /** Different order ids over all order sheets. */
  readonly ids: number;
  /** Order sheet → the headers that were read from it. */
  readonly headers: Readonly<Record<string, readonly string[]>>;
}

interface ErrorCells {
  readonly count: number;
  readonly sheet: string;
  readonly row: number;
  readonly header: string;
  readonly value: string;
}

/** The order sheets as they are now. */
export interface SourceState extends GoodState {
  /** Sheet → all its headers, read or not. */
  readonly present: Readonly<Record<string, readonly string[]>>;
  /** Key cells that show an error or are still loading: the first one, and how many. */
  readonly errors: ErrorCells | null;
}

/** What to remember once the sync has gone well. */
export const goodStateOf = ({ ids, headers }: SourceState): GoodState => ({ ids, headers });

const WHO_AND_WHEN: readonly OrderField[] = ['date', 'status', 'email'];
const AMOUNTS: readonly OrderField[] = ['total', 'net', 'refunds'];
const FEWEST_MISSING = 5;

/** The first error among the key columns of the order sheets, and how many there are. */
export function errorCellsIn(layouts: readonly OrderLayout[], sourceOf: ReadonlyMap<string, SourceSheet>): ErrorCells | null {
  let found: ErrorCells | null = null;
  for (const layout of layouts) {
    const source = sourceOf.get(layout.sheet);
    const columnsOf = (fields: readonly OrderField[]): number[] => fields.map((field) => layout.columns[field]).filter((column): column is number => column !== undefined);
    const whoAndWhen = columnsOf([idFieldOf(layout), ...WHO_AND_WHEN]);
    const columns = [...whoAndWhen, ...columnsOf(AMOUNTS)];
    for (const [i, cells] of (source?.rows ?? []).entries()) {
      // A sum below the orders is no order.
      if (whoAndWhen.every((column) => (cells[column] ?? '') === '')) continue;
      for (const column of columns) {
        const cell = cells[column];
        if (!isErrorCell(cell)) continue;
        const first: ErrorCells = found ?? { count: 0, sheet: layout.sheet, row: i + 2, header: source?.header[column] ?? '', value: String(cell) };
        found = { ...first, count: first.count + 1 };
      }
    }
  }
  return found;
}

/**
 * Why the order sheets cannot be trusted now, or null. They cannot when key cells show errors, when a header that the last
 * good sync read is gone, or when more than `Stop if orders drop by` percent and at least 5 order ids are missing, or all are. The first
 * sync has nothing to compare with.
 */
export function guardSources(lastGood: GoodState | null, now: SourceState, { stopIfOrdersDropBy }: Pick<Settings, 'stopIfOrdersDropBy'>): Refusal | null {
  if (now.errors !== null) return new Refusal(messages.errorCell(now.errors.sheet, now.errors.row, now.errors.header, now.errors.value, now.errors.count));
  if (lastGood === null) return null;
  const missing = lastGood.ids - now.ids;
  const many = missing >= FEWEST_MISSING && missing > (lastGood.ids * stopIfOrdersDropBy) / 100;
  // A small shop's sheet that lost every order has been cleared, however few they were.
  if (many || (lastGood.ids > 0 && now.ids === 0)) return new Refusal(messages.ordersDropped(lastGood.ids, now.ids, stopIfOrdersDropBy));
  for (const [sheet, headers] of Object.entries(lastGood.headers)) {
    const there = now.present[sheet];
    // A renamed sheet whose orders are all still there is no loss.
    if (there === undefined || there.length === 0) {
      if (missing > 0) return new Refusal(messages.sheetGone(sheet));
      continue;
    }
    const keys = new Set(there.map(headerKey));
    const gone = headers.filter((header) => !keys.has(headerKey(header)));
    if (gone.length > 0) return new Refusal(messages.headersGone(sheet, gone));
  }
  return null;
}

/** A text that differs when a sheet changed between two looks: names, headers and every cell but long ones' ends. */
export function sourceFingerprint(sources: readonly SourceSheet[]): string {
  const parts = sources.map(({ name, header, rows }) => {
    let sum = 0;
    for (const cells of rows) {
      for (const cell of cells) {
        const words = typeof cell === 'string' ? cell : isDateCell(cell) ? cell.moment : String(cell);
        const length = Math.min(words.length, 40);
        for (let i = 0; i < length; i += 1) sum = (Math.imul(sum, 31) + words.charCodeAt(i)) | 0;
        sum = (Math.imul(sum, 31) + 7) | 0;
      }
      sum = (Math.imul(sum, 31) + 11) | 0;
    }
    return `${name}\n${header.join('\t')}\n${rows.length}\n${sum}`;
  });
  return hashOf(parts.join('\n\n'));
}
