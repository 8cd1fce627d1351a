import { remembered } from '../shared/collections';
import type { Day } from '../shared/day';
import { normaliseEmail } from '../shared/email';
import { languageCode } from '../shared/language-code';
import { withoutNoise } from '../shared/money';
import type { Text } from '../shared/text';
import { currencyCode } from '../settings/setting-kinds';
import type { OrderField } from '../settings/order-fields';
import { isDateCell, type Cell } from '../sheets/cell';
import { parseAmount } from './amount';
import { cellText } from './cell-text';
import { itemOf, itemsInText, refundIn } from './item-text';
import { ordersMessages as messages } from './messages';
import type { Order, OrderItem } from './order';
import type { DayAndSecond } from './order-date';
import { idFieldOf, type OrderLayout } from './order-layout';

/** What is wrong with a row, before it is known where the row is. */
export interface Fault {
  readonly value: string;
  readonly reason: Text;
  readonly cure: Text;
}

/** What an order's person is known by, for people whose row could not be taken as an order. */
export interface SeenPerson {
  readonly email: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly language: string | null;
}

/** An order whose currency and items are filled in once all rows are read: in place, as copying 100,000 orders takes a tenth of a sync. */
export type OrderDraft = Omit<Order, 'homeCurrency' | 'items'> & { homeCurrency: Order['homeCurrency']; items: Order['items'] };

/** What a row of an order sheet turned out to be. */
export type RowReading =
  | { readonly kind: 'empty' }
  /** A further item of the order above, as exports write it that fill the order's columns once. */
  | { readonly kind: 'item' }
  | {
      readonly kind: 'row';
      readonly id: string | null;
      /** Null where the row cannot be taken. */
      readonly order: OrderDraft | null;
      readonly person: SeenPerson | null;
      readonly faults: readonly Fault[];
      /** The status as the sheet shows it. */
      readonly label: string;
    };

export interface RowContext {
  readonly today: Day;
  /** The day after tomorrow: an order of that day or later cannot be. */
  readonly firstImpossibleDay: Day;
  readonly readDate: (cell: Cell | undefined) => DayAndSecond | null;
  readonly counts: (label: string) => boolean;
  readonly statusOf: (label: string) => string;
}

const NO_ITEMS: readonly OrderItem[] = [];

type RowCells = readonly Cell[];

const KNOWN: readonly OrderField[] = ['date', 'status', 'email', 'total', 'net', 'firstName', 'lastName', 'fullName'];

const languageOfLabel = remembered(languageCode);
const currencyOfLabel = remembered((text: string) => (text === '' ? null : (currencyCode(text) ?? text.toUpperCase())));

/** An order id as text: `1001`, without a `#` before it. */
export const orderIdOf = (cell: Cell | undefined): string => cellText(cell).replace(/^#\s*/, '');

const orNull = (words: string): string | null => (words === '' ? null : words);

function personIn(cellOf: (field: OrderField) => Cell | undefined): Omit<SeenPerson, 'email'> {
  const both = `${cellText(cellOf('firstName'))} ${cellText(cellOf('lastName'))}`.trim();
  return {
    name: orNull(both === '' ? cellText(cellOf('fullName')) : both),
    phone: orNull(cellText(cellOf('phone'))),
    language: languageOfLabel(cellText(cellOf('language'))),
  };
}

type Total = { readonly total: number | null } | { readonly fault: Fault; readonly blank: boolean };

function totalIn(columns: OrderLayout['columns'], cellOf: (field: OrderField) => Cell | undefined): Total {
  const net = cellText(cellOf('net'));
  if (net !== '') {
    const amount = parseAmount(cellOf('net'));
    return amount === null ? { fault: { value: net, ...messages.badTotal }, blank: false } : { total: withoutNoise(amount) };
  }
  if (columns.total === undefined && columns.net === undefined) return { total: null };
  const gross = cellText(cellOf('total'));
  if (gross === '') return { fault: { value: '', ...messages.noTotal }, blank: true };
  const amount = parseAmount(cellOf('total'));
  if (amount === null) return { fault: { value: gross, ...messages.badTotal }, blank: false };
  const refund = refundIn(cellOf('refunds'));
  if (refund === null) return { fault: { value: cellText(cellOf('refunds')), ...messages.badRefund }, blank: false };
  return { total: withoutNoise(amount - refund) };
}

/** Reads one row of an order sheet. `at` is its row number, the header being row 1. */
export function readOrderRow(layout: OrderLayout, cells: RowCells, at: number, context: RowContext): RowReading {
  const { columns } = layout;
  const cellOf = (field: OrderField): Cell | undefined => {
    const column = columns[field];
    return column === undefined ? undefined : cells[column];
  };
  const idCell = cellOf(idFieldOf(layout));
  if (isNothing(idCell) && KNOWN.every((field) => isNothing(cellOf(field)))) return layout.columns.itemName !== undefined && !isNothing(cellOf('itemName')) ? { kind: 'item' } : { kind: 'empty' };

  const id = orNull(orderIdOf(idCell));
  const label = layout.tabStatus ?? cellText(cellOf('status'));
  const status = context.statusOf(label);
  const counts = context.counts(label);
  const faults: Fault[] = [];
  // What is missing from an order that does not count (a draft, a failed payment) is nobody's business; what is garbled is listed.
  const report = (fault: Fault, blank: boolean): void => {
    if (status !== 'trash' && (counts || !blank)) faults.push(fault);
  };
  if (id === null) faults.push({ value: '', ...messages.noOrderId });

  const ownEmail = cellText(cellOf('email'));
  const writtenEmail = ownEmail === '' && layout.accountEmail !== null ? cellText(cells[layout.accountEmail]) : ownEmail;
  const email = writtenEmail === '' ? null : normaliseEmail(writtenEmail);
  if (email === null) report({ value: writtenEmail, ...(writtenEmail === '' ? messages.noEmail : messages.badEmail) }, writtenEmail === '');

  const writtenDate = cellText(cellOf('date'));
  const date = context.readDate(cellOf('date'));
  const impossible = date !== null && date.day >= context.firstImpossibleDay;
  if (date === null) report({ value: writtenDate, ...(writtenDate === '' ? messages.noDate : messages.badDate) }, writtenDate === '');
  else if (impossible) report({ value: writtenDate, ...messages.futureDate }, false);

  const total = totalIn(columns, cellOf);
  if ('fault' in total) report(total.fault, total.blank);

  const known = personIn(cellOf);
  const person = email === null || status === 'trash' ? null : { email, ...known };
  // An order that does not count anyway is kept without its total: that it was cancelled must still be seen.
  const taken = id !== null && email !== null && date !== null && !impossible && ('total' in total || !counts);
  if (!taken) return { kind: 'row', id, order: null, person, faults, label };
  const completed = context.readDate(cellOf('completed'));
  const order: OrderDraft = {
    id,
    email,
    day: date.day,
    second: date.second,
    completedOn: completed?.day ?? null,
    status,
    counts,
    total: 'total' in total ? total.total : null,
    currency: currencyOfLabel(cellText(cellOf('currency'))),
    name: known.name,
    phone: known.phone,
    language: known.language,
    sheet: layout.sheet,
    row: at,
    homeCurrency: true,
    items: NO_ITEMS,
  };
  return { kind: 'row', id, order, person, faults, label };
}

// An unticked checkbox fills its cell with FALSE and says nothing.
const isNothing = (cell: Cell | undefined): boolean => cell === undefined || cell === '' || cell === false || (!isDateCell(cell) && typeof cell === 'string' && cellText(cell) === '');

/** The items that the row itself tells: of its item columns, of numbered ones, or of one cell. */
export function itemsInRow(layout: OrderLayout, cells: RowCells): OrderItem[] {
  const { columns } = layout;
  if (columns.itemName !== undefined) {
    const item = itemAt(cells, columns.itemName, columns.itemQuantity, columns.itemTotal);
    if (item !== null) return [item];
  }
  const numbered = layout.numberedItems.flatMap(({ text, name, quantity, total }) => {
    const item = name === undefined ? null : itemAt(cells, name, quantity, total);
    return item !== null ? [item] : text === undefined ? [] : itemsInText(cells[text]);
  });
  return numbered.length > 0 || columns.items === undefined ? numbered : itemsInText(cells[columns.items]);
}

/** The item whose name, quantity and total stand in these columns; null without a name. */
export const itemAt = (cells: RowCells, name: number, quantity: number | undefined, total: number | undefined): OrderItem | null =>
  itemOf(cellText(cells[name]), quantity === undefined ? null : parseAmount(cells[quantity]), total === undefined ? null : parseAmount(cells[total]));
