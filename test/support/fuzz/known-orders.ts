import fc from 'fast-check';
import type { Sheet } from '../../../local/workbook/model';
import { addDays, serialOfDay, type Day } from '../../../src/shared/day';
import { blank, cell, dated, harmlessCell, sheetOfCells, type AnyCell } from './any-cell';

/** The day of every round. */
export const TODAY: Day = '2026-06-30';

/** A cell and what it means; null = nothing that an order could be made of. */
interface Known<M> {
  readonly cell: AnyCell;
  readonly means: M | null;
}
const means = <M>(known: M, ...cells: readonly AnyCell[]): Known<M>[] => cells.map((one) => ({ cell: one, means: known }));
const nothing = (...cells: readonly AnyCell[]): Known<never>[] => cells.map((one) => ({ cell: one, means: null }));
const mostly = <M>(good: fc.Arbitrary<Known<M>>, bad: readonly Known<never>[]): fc.Arbitrary<Known<M>> => fc.oneof({ weight: 8, arbitrary: good }, { weight: 1, arbitrary: fc.constantFrom(...bad) });

const texts = (...words: readonly string[]): AnyCell[] => words.map((one) => cell(one));

const ids = mostly(
  fc.integer({ min: 1, max: 25 }).chain((id) => fc.constantFrom(...means(String(id), cell(id), cell(String(id)), cell(`#${id}`), cell(` \u200f${id}\u00a0`), cell(`'${id}`)))),
  nothing(blank, ...texts(' ', '\u200f', '#')),
);

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const dates = mostly(
  fc.integer({ min: 0, max: 500 }).chain((back) => {
    const day = addDays(TODAY, -back);
    const [year = '', month = '', date = ''] = day.split('-');
    const name = MONTHS[Number(month) - 1] ?? '';
    return fc.constantFrom(
      ...means(day, dated(serialOfDay(day)), dated(serialOfDay(day) + 0.999), cell(serialOfDay(day)), cell(serialOfDay(day) + 0.5)),
      ...means(day, ...texts(day, `${day}T00:30:00`, `${day} 10:20`, `\u200e${day}\u200f`, `${Number(month)}/${Number(date)}/${year}`, `${name} ${Number(date)}, ${year} 10:10 am`, `${name.slice(0, 3)} ${Number(date)}, ${year} @ 10:10`, `${day}T12:00:00Z`)),
      ...means(addDays(day, back === 0 ? 0 : 1), cell(back === 0 ? day : `${day}T23:30:00Z`)),
    );
  }),
  nothing(blank, dated(1), dated(-5), dated(2_958_465), cell(true), cell(1e308), cell(-3), ...texts('soon', '2026-02-30', '31/31/2026', '2027-01-01', '1899-12-30', '9999-12-31', '🍷', '=TODAY()', 'x'.repeat(50_000))),
);

export interface KnownStatus {
  readonly counts: boolean;
  readonly trash: boolean;
}
const statuses: fc.Arbitrary<Known<KnownStatus>> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...means({ counts: true, trash: false }, ...texts('completed', 'Completed', ' wc-completed ', 'PROCESSING', 'wc-processing\u200f'))) },
  { weight: 2, arbitrary: fc.constantFrom(...means({ counts: false, trash: false }, blank, cell(5), cell(true), dated(46_000), ...texts('cancelled', 'refunded', 'wc-on-hold', 'draft', 'הושלם', '=1+1', '__proto__', 'x'.repeat(3000)))) },
  { weight: 1, arbitrary: fc.constantFrom(...means({ counts: false, trash: true }, ...texts('trash', 'wc-trash', 'אשפה'))) },
);

/** Names as strangers type them: each reads back as the text that it is. */
const NAMES = ['Ann Lee', 'יוסי כהן', '=1+1', '00123', 'TRUE', '1-2', '+972501234567', '@home', '5 May 2026', '🍷', '{first name}', '<b>x</b>', '=HYPERLINK("http://x.example","y")'];
const addressOf = (person: number): string => `p${person}@mail.example`;
export const nameOf = (email: string): string => NAMES[Number(/\d+/.exec(email)?.[0])] ?? '';

const emails = mostly(
  fc.nat(NAMES.length - 1).chain((person) => fc.constantFrom(...means(addressOf(person), ...texts(addressOf(person), ` ${addressOf(person).toUpperCase()} `, `\u200f${addressOf(person)}\u00a0`, `'${addressOf(person)}`)))),
  nothing(blank, cell(5), cell(false), ...texts('nobody', 'a@b', 'x@y.example, z@y.example', 'Ann <ann@mail.example>', '@', '=A1', `${'x'.repeat(300)}@mail.example`, 'y'.repeat(50_000))),
);

const totals = mostly(
  fc.constantFrom<Known<number>>(
    ...means(100, cell(100), ...texts('100', '100.00', '₪ 100', '100 ILS', '\u200f100\u200e', "'100")),
    ...means(1234.56, cell(1234.56), ...texts('1,234.56', '1.234,56', '1 234,56')),
    ...means(0, cell(0), cell(-0), ...texts('0', '0.00')),
    ...means(-5, cell(-5), ...texts('(5.00)', '-5')),
    ...means(0.1, cell(0.1), cell('0.10')),
    ...means(999_999.99, cell(999_999.99)),
  ),
  nothing(blank, cell(true), dated(46_000), cell(1e300), cell(-Number.MAX_VALUE), ...texts('free', '=1+1', 'see note 5', '1e5', '1,2,3', 'NaN', '9'.repeat(400), '5'.repeat(50_000))),
);
const currencies = fc.oneof({ weight: 8, arbitrary: fc.constantFrom<Known<string>>(...means('ILS', ...texts('ILS', 'ils', '₪'))) }, { weight: 1, arbitrary: fc.constantFrom<Known<string>>(...means('USD', ...texts('USD', '$')), ...nothing(blank, cell(' '))) });

/** A row of an order sheet, each cell with what it means. */
export interface KnownOrder {
  readonly id: Known<string>;
  readonly date: Known<Day>;
  readonly status: Known<KnownStatus>;
  readonly email: Known<string>;
  readonly total: Known<number>;
  readonly currency: Known<string>;
  readonly phone: AnyCell;
  readonly language: AnyCell;
  readonly items: AnyCell;
  readonly other: AnyCell;
}
const order: fc.Arbitrary<KnownOrder> = fc.record({ id: ids, date: dates, status: statuses, email: emails, total: totals, currency: currencies, phone: harmlessCell, language: harmlessCell, items: harmlessCell, other: harmlessCell });

const HEADERS = {
  id: ['Order ID', 'order_id', 'מזהה הזמנה'],
  date: ['Order Date', 'Date', 'תאריך הזמנה'],
  status: ['Status', 'Order Status', 'סטטוס'],
  email: ['Email', 'Billing Email', 'אימייל'],
  total: ['Order Total', 'Total', 'סה"כ'],
  currency: ['Currency', 'מטבע'],
  phone: ['Phone', 'טלפון'],
  language: ['Language', 'שפה'],
  items: ['Items', 'line_items'],
  name: ['Customer Name', 'שם מלא'],
  other: ['Whatever', 'x', '🍷', ''],
} as const;
type Column = keyof typeof HEADERS;
const columns = Object.keys(HEADERS) as Column[]; // the keys of the object above

const cellIn = (known: KnownOrder, column: Column): AnyCell => {
  if (column === 'name') return cell(known.email.means === null ? null : nameOf(known.email.means));
  const found = known[column];
  return 'cell' in found ? found.cell : found;
};

/** An order sheet whose meaning is known, its columns in any order under any of their headers, with blank rows between. */
export interface KnownSheet {
  readonly archive: boolean;
  /** As they stand; null = a blank row. */
  readonly rows: readonly (KnownOrder | null)[];
  readonly sheet: Sheet;
}

const sheetNamed = (name: string, archive: boolean): fc.Arbitrary<KnownSheet> =>
  fc
    .record({
      order: fc.shuffledSubarray(columns, { minLength: columns.length }),
      spelling: fc.nat(3),
      rows: fc.array(fc.option(order, { freq: 8 }), { minLength: 1, maxLength: 25 }),
    })
    .map(({ order: placed, spelling, rows }) => ({
      archive,
      rows,
      sheet: sheetOfCells(name, [
        placed.map((column) => cell((HEADERS[column][spelling] ?? HEADERS[column][0]) === '' ? null : (HEADERS[column][spelling] ?? HEADERS[column][0]))),
        ...rows.map((known) => (known === null ? [] : placed.map((column) => cellIn(known, column)))),
      ]),
    }));

/** A live order sheet, with an archive or without. */
export const knownSheets: fc.Arbitrary<readonly KnownSheet[]> = fc
  .tuple(sheetNamed('Orders', false), fc.option(sheetNamed('Orders_Archive', true)))
  .map(([live, archive]) => (archive === null ? [live] : [live, archive]));
