import { blankSheet, setCell } from '../local/cells/sheet';
import type { Sheet } from '../local/workbook/model';
import { addDays, dayOf, serialOfDay, type Day } from '../src/shared/day';

/** One line of a CDNOW file. */
export interface Purchase {
  readonly customer: string;
  /** The customer's number in the sample; in the master file the customer's own. */
  readonly number: number;
  readonly day: Day;
  readonly cds: number;
  readonly total: number;
}

/** The purchases in the text of CDNOW_master.txt or CDNOW_sample.txt. */
export function parseCdnow(words: string): Purchase[] {
  return words.split(/\r?\n/).flatMap((line) => {
    const fields = line.trim().split(/\s+/);
    const [total, cds, date] = [fields.pop(), fields.pop(), fields.pop()];
    const [customer, number = customer] = fields;
    if (customer === undefined || number === undefined || date === undefined || !/^\d{8}$/.test(date)) return [];
    const day = dayOf(Number(date.slice(0, 4)), Number(date.slice(4, 6)), Number(date.slice(6)));
    return day === null ? [] : [{ customer, number: Number(number), day, cds: Number(cds), total: Number(total) }];
  });
}

/** 28 years, after which the calendar repeats. */
const MOVED_DAYS = 10_227;

/** The purchases as the order sheet of a shop, 28 years on. */
export function cdnowOrders(purchases: readonly Purchase[]): Sheet {
  const sheet = blankSheet('Orders', purchases.length + 1, 8);
  ['Order ID', 'Order Date', 'Status', 'Email', 'Customer Name', 'Total', 'Currency', 'Items'].forEach((header, column) => setCell(sheet, 0, column, header));
  purchases.forEach(({ customer, day, cds, total }, i) => {
    sheet.values[i + 1] = [100_000 + i, serialOfDay(addDays(day, MOVED_DAYS)), 'completed', `c${customer}@cdnow.example`, `Customer ${customer}`, total, 'USD', `${cds} CDs`];
    sheet.attributes[i + 1] = [undefined, DATE];
  });
  return sheet;
}

const DATE = { format: 'yyyy-mm-dd' };
