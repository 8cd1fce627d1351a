import { blankSheet, blankWorkbook } from '../local/cells/sheet';
import { randomOf, type Random } from '../local/sample/random';
import type { CellValue, Sheet, Workbook } from '../local/workbook/model';
import type { ReadExport } from '../src/contacts/mailchimp/member';
import { addDays, serialOfDay, type Day } from '../src/shared/day';

/** The 20 columns of the order sheet: what an exporter writes, half of it of no use to us. */
export const orderColumns = [
  'Order ID', 'Order Number', 'Order Date', 'Completed Date', 'Status', 'Email', 'First Name', 'Last Name', 'Phone', 'Language',
  'Total', 'Refund Amount', 'Currency', 'Items', 'Payment Method', 'Shipping Method', 'Shipping Total', 'Coupon', 'Billing City', 'Customer Note',
] as const; // prettier-ignore

/** The day on which the book ends; ten years before it begins. */
export const LAST_DAY: Day = '2026-06-27';
const DAYS = 3652;

const WINES = ['Syrah 2021', 'Chardonnay 2022', 'Merlot 2020', 'Rosé 2023', 'Cabernet Reserve 2019', 'ריזלינג 2022', 'קברנה 2020'];
const NAMES = [['Dana', 'Levi'], ['דוד', 'כהן'], ['Ruth', 'Mizrahi'], ['יעל', 'פרץ'], ['Tom', 'Baker'], ['שרה', 'אזולאי'], ['Noa', 'Friedman']] as const;
const CITIES = ['Haifa', 'Tel Aviv', 'ירושלים', 'Modiin'];

const DATE = { format: 'yyyy-mm-dd' };
const MOMENT = { format: 'yyyy-mm-dd hh:mm' };
const ATTRIBUTES = orderColumns.map((column) => (column === 'Order Date' ? MOMENT : column === 'Completed Date' ? DATE : undefined));

/** Addresses of the people who buy. */
export const addressOf = (person: number): string => `buyer${person}@bench.example`;

/** A shop of so many orders over ten years, by half as many people: nothing but the order sheet. The same on every machine. */
export function orderBook(orders: number): Workbook {
  const workbook = blankWorkbook({ title: 'Bench' });
  const sheet = blankSheet('Orders', orders + 1, orderColumns.length);
  sheet.values.push([...orderColumns]);
  sheet.attributes.push([]);
  workbook.sheets.push(sheet);
  const random = randomOf(`orders ${orders}`);
  const people = orders / 2;
  // Everybody buys once; the other half goes more often to the few who come back.
  const buyers = random.shuffled(Array.from({ length: orders }, (_, i) => (i < people ? i : Math.floor(people * random.next() ** 3))));
  buyers.forEach((person, i) => addOrder(sheet, i, person, addDays(LAST_DAY, -DAYS + Math.floor((i / orders) * DAYS)), random));
  return workbook;
}

/** A day at the shop: this share of all orders is new, and a fifth as many have been refunded since. */
export function busyDay(workbook: Workbook, day: Day, share: number): void {
  const sheet = workbook.sheets[0];
  if (sheet === undefined) throw new Error('The workbook has no order sheet');
  const orders = sheet.values.length - 1;
  const random = randomOf(`busy ${orders}`);
  for (let i = 0; i < (orders * share) / 5; i += 1) {
    const row = sheet.values[random.between(1, orders)];
    if (row !== undefined) row[orderColumns.indexOf('Status')] = 'refunded';
  }
  const people = orders / 2;
  // One in three of them is somebody's first order.
  for (let i = 0; i < orders * share; i += 1) addOrder(sheet, orders + i, random.chance(1 / 3) ? people + i : random.between(0, people - 1), day, random);
  sheet.maxRows = sheet.values.length;
}

function addOrder(sheet: Sheet, index: number, person: number, day: Day, random: Random): void {
  const [first, last] = NAMES[person % NAMES.length] ?? ['', ''];
  const total = random.between(6000, 90_000) / 100;
  const status = random.chance(0.04) ? random.pick(['cancelled', 'refunded', 'failed']) : 'completed';
  const row: CellValue[] = [
    10_000 + index, `#${10_000 + index}`, serialOfDay(day) + random.between(480, 1300) / 1440, status === 'completed' ? serialOfDay(addDays(day, 2)) : null, status,
    addressOf(person), first, last, `05${String(10_000_000 + person)}`, person % 7 === 4 ? 'en' : 'he',
    total, random.chance(0.01) ? total / 2 : 0, 'ILS', `${random.pick(WINES)} × ${random.between(1, 6)}`, 'Credit card', 'Delivery', 29, null, CITIES[person % CITIES.length] ?? null, null,
  ]; // prettier-ignore
  sheet.values.push(row);
  sheet.attributes.push(ATTRIBUTES);
}

/** A Mailchimp export of a quarter as many members as there are orders, as the page has read it: two in three are buyers. */
export function mailchimpExport(orders: number): ReadExport {
  const members = Array.from({ length: orders / 4 }, (_, i) => ({
    email: i % 3 === 2 ? `reader${i}@bench.example` : addressOf(i),
    status: 'Subscribed' as const,
    since: '2025-01-15T10:00:00',
    name: NAMES[i % NAMES.length]?.join(' ') ?? null,
    phone: null,
    birthday: i % 4 === 0 ? '05-20' : null,
    language: i % 5 === 0 ? 'EN' : null,
    tags: i % 3 === 0 ? ['newsletter', 'Wine club'] : ['newsletter'],
    notes: null,
    line: i + 2,
  }));
  return { file: 'subscribed.csv', kind: 'Subscribed', needsKind: false, members, rejected: [], leftOut: [] };
}
