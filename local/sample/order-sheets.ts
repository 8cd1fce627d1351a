import { blankSheet, putAttributes } from '../cells/sheet';
import { momentOf, serialOfMoment } from '../../src/shared/day';
import type { CellAttributes, CellValue, Sheet } from '../workbook/model';
import type { Purchase } from './purchases';
import type { Random } from './random';

const orderFields = [
  'OrderId',
  'OrderNumber',
  'OrderDate',
  'Status',
  'CustomerNote',
  'CustomerUser',
  'MetaWpmlLanguage',
  'BillingFirstName',
  'BillingLastName',
  'BillingEmail',
  'BillingPhone',
  'ShippingFirstName',
  'ShippingLastName',
  'ShippingAddress1',
  'ShippingAddress2',
  'ShippingCity',
  'ShippingPhone',
  'CouponItems',
  'OrderTotal',
  'OrderKey',
];
const itemFields = ['OrderItemId', 'OrderId', 'SKU', 'ProductName', 'Quantity', 'Total'];

/** A value with what its cell carries. */
interface Filled {
  readonly value: CellValue;
  readonly with?: CellAttributes;
}
const plain = (value: CellValue): Filled => ({ value: value === '' ? null : value });
const asText = (value: string | null): Filled => ({ value: value === '' ? null : value, with: { format: '@' } });
const asMoney = (value: number): Filled => ({ value, with: { format: '0.00' } });

const HEADER: CellAttributes = { bold: true, background: '#f3f3f3' };

/** A sheet as the shop's own import leaves it: bold frozen header, rows below, a little room at the end. */
export function filledSheet(name: string, header: readonly string[], rows: readonly (readonly Filled[])[]): Sheet {
  const sheet = blankSheet(name, rows.length + 51, Math.max(header.length, 8));
  sheet.frozenRows = 1;
  sheet.values = [[...header], ...rows.map((row) => row.map(({ value }) => value))];
  sheet.attributes = [header.map(() => HEADER), ...rows.map((row) => row.map((cell) => cell.with))];
  return sheet;
}

/** One moment in one of the three forms in which the years have left it: a date cell, text, or text with a T. */
function dateCell({ day, second, flaw }: Purchase, random: Random): Filled {
  if (flaw === 'unreadable date') return asText('31/02/2O25 ?');
  const moment = momentOf(day, second);
  const form = random.weighted(['cell', 'text', 'iso'], (name) => ({ cell: 66, text: 22, iso: 12 })[name] ?? 0);
  if (form === 'cell') return { value: serialOfMoment(moment), with: { format: 'yyyy-mm-dd hh:mm:ss' } };
  return asText(form === 'text' ? moment.replace('T', ' ') : moment);
}

/** The address as it was typed at the checkout: mostly as it is, sometimes with capitals or a blank. */
function addressAsTyped({ buyer, flaw }: Purchase, random: Random): string {
  if (flaw === 'no address') return '';
  if (flaw === 'two ats') return buyer.email.replace('@', '@@');
  const form = random.next();
  if (form < 0.03) return buyer.email.slice(0, 1).toUpperCase() + buyer.email.slice(1);
  if (form < 0.045) return `${buyer.email} `;
  return buyer.email;
}

/** The language that the shop's site was read in; it has two, and older orders do not tell. */
const siteLanguage = ({ buyer }: Purchase, random: Random): string => {
  if (random.chance(buyer.speaks === 'ja' ? 0.6 : 0.05)) return '';
  return buyer.speaks === 'he' || (buyer.speaks === 'ru' && random.chance(0.5)) ? 'he' : 'en';
};

function orderRow(purchase: Purchase, random: Random): Filled[] {
  const { id, buyer, giftFor, coupon } = purchase;
  const receiver = giftFor ?? buyer;
  return [
    plain(id),
    plain(id),
    dateCell(purchase, random),
    plain(purchase.status),
    plain(purchase.note),
    plain(purchase.flaw === 'no address' ? 0 : buyer.account),
    plain(siteLanguage(purchase, random)),
    plain(buyer.first),
    plain(buyer.last),
    plain(addressAsTyped(purchase, random)),
    asText(random.chance(0.06) ? null : buyer.phone),
    plain(receiver.first),
    plain(receiver.last),
    plain(giftFor === null ? buyer.street : ''),
    plain(random.chance(0.15) ? `Apt. ${random.between(1, 24)}` : ''),
    plain(buyer.city),
    asText(giftFor === null ? null : buyer.phone),
    plain(coupon === null ? '' : `code:${coupon.code}|amount:${coupon.amount.toFixed(2)}`),
    asMoney(purchase.total),
    asText(`wc_order_${id.toString(36)}${random.between(1296, 46655).toString(36)}`),
  ];
}

/** An order sheet under that prefix (`wom_`, `woma_`), one row an order. */
export const orderSheet = (name: string, prefix: string, purchases: readonly Purchase[], random: Random): Sheet => {
  const sheet = filledSheet(name, orderFields.map((field) => prefix + field), purchases.map((purchase) => orderRow(purchase, random)));
  for (const [column, width] of [[2, 150], [9, 210], [10, 130], [17, 180]] as const) sheet.columnWidths.set(column, width);
  return sheet;
};

/** The item sheet of those orders under that prefix (`woi_`, `woia_`), one row a line. */
export function itemSheet(name: string, prefix: string, purchases: readonly Purchase[]): Sheet {
  const rows = purchases.flatMap(({ id, buyer, lines }) =>
    lines.map(({ product, quantity, total }, index) => [
      plain(id * 10 + index + 1),
      plain(id),
      asText(product.sku),
      plain(buyer.speaks === 'he' ? product.nameHe : product.name),
      plain(quantity),
      asMoney(total),
    ]),
  );
  const sheet = filledSheet(name, itemFields.map((field) => prefix + field), rows);
  sheet.columnWidths.set(3, 280);
  putAttributes(sheet, 0, 3, { note: 'As the customer saw it, in the language of the order.' });
  return sheet;
}
