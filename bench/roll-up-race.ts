import initSqlJs, { type Database } from 'sql.js';
import { cpuMilliseconds } from '../local/services/kit/usage';
import type { CellValue, Workbook } from '../local/workbook/model';
import { planContactSync } from '../src/contacts/plan-contact-sync';
import { readOrders } from '../src/orders/read-orders';
import { parseSettings } from '../src/settings/parse-settings';
import { momentOf, dayOfSerial, secondOfSerial } from '../src/shared/day';
import type { Cell } from '../src/sheets/cell';
import { orderColumns } from './order-book';

const TODAY = '2026-06-28';
const LAPSED_AFTER = 90;
const ROUNDS = 5;

/** CPU milliseconds of each round of the same roll-up (first and last order, count, sum, status per address) over the same rows. */
export interface Race {
  /** Our reading of the orders and planning of Contacts: everything checked, every problem collected. */
  readonly ours: readonly number[];
  /** SQLite: rows put in, grouped, and the groups taken out; of it the query alone. */
  readonly sqlite: readonly number[];
  readonly sqliteQuery: readonly number[];
  /** A loop that trusts every cell. */
  readonly bare: readonly number[];
  readonly people: { readonly ours: number; readonly sqlite: number; readonly bare: number };
}

const at = Object.fromEntries(orderColumns.map((name, i) => [name, i])) as Record<(typeof orderColumns)[number], number>; // each column's own place

/** Takes turns, so that a busy machine slows all alike. Throws where they do not agree. */
export async function raceRollUps(workbook: Workbook): Promise<Race> {
  const values = workbook.sheets[0]?.values.slice(1) ?? [];
  const rows = values.map((row) => row.map(asRead));
  const SQL = await initSqlJs();
  const times = { ours: [] as number[], sqlite: [] as number[], sqliteQuery: [] as number[], bare: [] as number[] };
  const people = { ours: 0, sqlite: 0, bare: 0 };
  const sums = { ours: 0, sqlite: 0, bare: 0 };
  for (let round = 0; round < ROUNDS; round += 1) {
    const mine = timed(() => rolledUp(rows));
    times.ours.push(mine.ms);
    const database = new SQL.Database();
    const filled = timed(() => fill(database, values));
    const grouped = timed(() => database.exec(QUERY)[0]?.values ?? []);
    database.close();
    times.sqlite.push(filled.ms + grouped.ms);
    times.sqliteQuery.push(grouped.ms);
    const bare = timed(() => bareLoop(values));
    times.bare.push(bare.ms);
    [people.ours, people.sqlite, people.bare] = [mine.value.length, grouped.value.length, bare.value.size];
    sums.ours = mine.value.reduce((sum, [, , , count]) => sum + count, 0);
    sums.sqlite = grouped.value.reduce((sum, row) => sum + Number(row[3]), 0);
    sums.bare = [...bare.value.values()].reduce((sum, { count }) => sum + count, 0);
  }
  if (new Set(Object.values(people)).size > 1 || new Set(Object.values(sums)).size > 1) throw new Error(`The roll-ups differ: ${JSON.stringify({ people, sums })}`);
  return { ...times, people };
}

/** A cell as the script gets it: dates are wall clocks. */
const asRead = (value: CellValue, column: number): Cell => {
  if (typeof value === 'number' && (column === at['Order Date'] || column === at['Completed Date'])) return { moment: momentOf(dayOfSerial(value), secondOfSerial(value)) };
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : '';
};

function rolledUp(rows: readonly (readonly Cell[])[]): [string, string | null, string | null, number, number | null, string | null][] {
  const { settings } = parseSettings([], { title: 'Bench', language: 'en' });
  const read = readOrders([{ name: 'Orders', header: [...orderColumns], rows }], settings, { today: TODAY, locale: 'en_US' });
  const plan = planContactSync({
    orders: read.orders,
    alsoSeen: read.alsoSeen,
    contacts: { rows: [], keyless: [] },
    settings,
    today: TODAY,
    lastContacted: new Map(),
    erasedKeyOf: () => null,
  });
  return plan.added.map((one) => [one.email, one.firstOrderOn ?? null, one.lastOrderOn ?? null, one.totalOrders ?? 0, one.totalSpend ?? null, one.status ?? null]);
}

const QUERY = `
  SELECT lower(trim(email)), min(CASE WHEN counts THEN day END), max(CASE WHEN counts THEN day END), sum(counts), round(sum(CASE WHEN counts THEN total - refund ELSE 0 END), 2),
    CASE WHEN sum(counts) = 0 THEN 'Prospect' WHEN max(CASE WHEN counts THEN day END) < date('${TODAY}', '-${LAPSED_AFTER} days') THEN 'Lapsed' WHEN sum(counts) = 1 THEN 'New' ELSE 'Repeat' END
  FROM (SELECT email, date(serial - 25569 + 2440587.5) AS day, total, refund, lower(status) IN ('completed', 'processing') AS counts FROM orders GROUP BY id)
  GROUP BY 1`;

function fill(database: Database, values: readonly (readonly CellValue[])[]): void {
  database.run('CREATE TABLE orders (id INTEGER, serial REAL, status TEXT, email TEXT, total REAL, refund REAL); BEGIN');
  const insert = database.prepare('INSERT INTO orders VALUES (?, ?, ?, ?, ?, ?)');
  const columns = [at['Order ID'], at['Order Date'], at.Status, at.Email, at.Total, at['Refund Amount']];
  for (const row of values) insert.run(columns.map((column) => plain(row[column])));
  insert.free();
  database.run('COMMIT');
}

const plain = (value: CellValue | undefined): string | number | null => (typeof value === 'string' || typeof value === 'number' ? value : null);

interface Sum {
  first: number;
  last: number;
  count: number;
  spend: number;
  status: string;
}

function bareLoop(values: readonly (readonly CellValue[])[]): Map<string, Sum> {
  const people = new Map<string, Sum>();
  for (const row of values) {
    const email = String(row[at.Email]);
    let sum = people.get(email);
    if (sum === undefined) people.set(email, (sum = { first: Infinity, last: 0, count: 0, spend: 0, status: '' }));
    if (row[at.Status] !== 'completed' && row[at.Status] !== 'processing') continue;
    const day = Math.floor(Number(row[at['Order Date']]));
    if (day < sum.first) sum.first = day;
    if (day > sum.last) sum.last = day;
    sum.count += 1;
    sum.spend += Number(row[at.Total]) - Number(row[at['Refund Amount']]);
  }
  const today = Math.floor(Date.parse(TODAY) / 86_400_000) + 25_569;
  for (const sum of people.values()) sum.status = sum.count === 0 ? 'Prospect' : sum.last < today - LAPSED_AFTER ? 'Lapsed' : sum.count === 1 ? 'New' : 'Repeat';
  return people;
}

function timed<T>(work: () => T): { value: T; ms: number } {
  const start = cpuMilliseconds();
  const value = work();
  return { value, ms: cpuMilliseconds() - start };
}
