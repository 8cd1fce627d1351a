import initSqlJs, { type Database, type SqlValue } from 'sql.js';
import { dayOfSerial, serialOfDay, type Day } from '../../src/shared/day';
import type { Sheet, Workbook } from '../../local/workbook/model';

import { countsBy, reorders, reportTables, reportViews, secondOrders, statuses } from './report-views.sql';

/** What is asked of the report; null = all of them. */
export interface SqlQuery {
  readonly today: Day;
  readonly from: Day;
  readonly to: Day;
  readonly assignee: string | null;
  readonly type: string | null;
}

/** The settings that the figures depend on, as they stand by default. */
const WINDOW = 30;
const LAPSED_AFTER = 90;
/** As the report says beside its figures. */
const ENOUGH = 30;
const TASKS = ['CRM Task Archive', 'CRM Tasks'];

/**
 * The workbook's cells in SQLite, nothing read into any model of ours: a table a sheet, a column a header, a cell as it
 * stands (days are serial numbers), `row` the row's place. The order sheets lie in one table under the names of the shop's headers.
 */
export async function databaseOf(workbook: Workbook, orderSheets: readonly string[]): Promise<Database> {
  const SQL = await initSqlJs();
  const database = new SQL.Database();
  const found = (name: string): Sheet => workbook.sheets.find((sheet) => sheet.name === name) ?? fail(name);
  for (const name of [...TASKS, 'CRM Outcomes', 'Contacts']) copy(database, name, found(name), (header) => header);
  for (const name of orderSheets) copy(database, name, found(name), (header) => header.replace(/^woma?_/, ''));
  database.run(`CREATE VIEW "Order rows" AS ${orderSheets.map((name, i) => `SELECT ${i} AS place, row, OrderId, OrderDate, Status, BillingEmail, OrderTotal FROM "${name}"`).join(' UNION ALL ')}`);
  database.run(reportViews);
  database.run(reportTables);
  return database;
}

const fail = (name: string): never => {
  throw new Error(`No sheet ${name}`);
};

function copy(database: Database, name: string, sheet: Sheet, columnOf: (header: string) => string): void {
  const headers = (sheet.values[0] ?? []).map((cell) => (typeof cell === 'string' ? columnOf(cell) : ''));
  const columns = headers.flatMap((header, at) => (header === '' ? [] : [{ header, at }]));
  database.run(`CREATE TABLE "${name}" (row INTEGER, ${columns.map(({ header }) => `"${header}"`).join(', ')})`);
  const insert = database.prepare(`INSERT INTO "${name}" VALUES (?${', ?'.repeat(columns.length)})`);
  for (const [row, cells] of sheet.values.entries()) {
    const values = columns.map(({ at }) => raw(cells[at]));
    if (row > 0 && values.some((value) => value !== null)) insert.run([row, ...values]);
  }
  insert.free();
}

const raw = (cell: Sheet['values'][number][number] | undefined): SqlValue => (cell === undefined || cell === null ? null : typeof cell === 'object' ? cell.text : typeof cell === 'boolean' ? Number(cell) : cell);

type Line = Readonly<Record<string, SqlValue>>;

function linesOf(database: Database, query: string): Line[] {
  const [found] = database.exec(query);
  return found?.values.map((values) => Object.fromEntries(found.columns.map((column, i) => [column, values[i] ?? null]))) ?? [];
}

const NOTHING = { due: 0, completed: 0, skipped: 0, withdrawn: 0, expired: 0, overdue: 0, completionRate: null, onTimeRate: null, onTimeFirstRate: null, medianDaysToDone: null };
const dayIn = (cell: SqlValue | undefined): Day => dayOfSerial(Number(cell));

/** How often the life that the figures tell of held what makes them hard: taken from the cells by SQL, too. */
export function hardCases(database: Database): Record<string, number> {
  const near = `FROM "every order" AS o JOIN attempt ON attempt.person = o.person AND o.day BETWEEN done AND done + ${WINDOW}`;
  const count = (query: string): number => Number(database.exec(`SELECT count(*) FROM (${query})`)[0]?.values[0]?.[0]);
  return {
    'orders after a contact': count(`SELECT DISTINCT o.id ${near} WHERE counts AND contact`),
    'orders after a contact that were taken back': count(`SELECT DISTINCT o.id ${near} WHERE NOT counts AND contact`),
    'orders that several contacts could claim': count(`SELECT o.id ${near} WHERE counts AND contact GROUP BY o.id HAVING count(*) > 1`),
    'orders after a task passed over': count(`SELECT DISTINCT o.id ${near} WHERE counts AND NOT contact`),
    'completed without a contact': count(`SELECT id FROM task WHERE ending = 'completed' AND NOT contact`),
    'moved tasks': count('SELECT id FROM task WHERE due <> firstDue'),
    'archived tasks': count('SELECT row FROM "CRM Task Archive"'),
  };
}

/** Everything that the report says, in the shape in which it says it, by SQL alone. */
export function reportBySql(database: Database, { today, from, to, assignee, type }: SqlQuery) {
  database.run('DELETE FROM asked');
  database.run('INSERT INTO asked VALUES (?, ?, ?, ?, ?, ?, ?)', [serialOfDay(today), serialOfDay(from), serialOfDay(to), assignee, type, WINDOW, LAPSED_AFTER]);
  const [total] = linesOf(database, countsBy("'all'"));
  const counts = (line: Line | undefined) => ({ ...NOTHING, ...Object.fromEntries(Object.entries(line ?? {}).filter(([name]) => name !== 'key')) });
  const grouped = (name: string, key: string) => linesOf(database, countsBy(key)).map((line) => ({ [name]: String(line['key']), ...counts(line) }));
  const weeks = new Map(linesOf(database, countsBy('due - (due - 1) % 7')).map((line) => [dayIn(line['key']), counts(line)]));
  const compared = (query: string, key: string, size: string, hits: string, of: number) => {
    const line = linesOf(database, query).find((one) => one[key] === of);
    return { [size]: line?.[size] ?? 0, [hits]: line?.[hits] ?? 0, rate: line?.['rate'] ?? null };
  };
  const pair = (query: string, key: string, size: string, hits: string, [yes, no]: readonly [string, string]) => {
    const [one, other] = [compared(query, key, size, hits, 1), compared(query, key, size, hits, 0)];
    return { [yes]: one, [no]: other, enough: Math.min(Number(one[size]), Number(other[size])) >= ENOUGH };
  };
  return {
    total: counts(total),
    weeks,
    byType: grouped('type', 'type'),
    byRule: grouped('rule', "coalesce(rule, '')"),
    byAssignee: grouped('assignee', 'assignee'),
    byLanguage: grouped('language', "coalesce(language, '')"),
    reorders: pair(reorders, 'contact', 'count', 'reordered', ['contacted', 'notContacted']),
    secondOrders: pair(secondOrders, 'welcomed', 'customers', 'again', ['welcomed', 'notWelcomed']),
    statuses: linesOf(database, statuses).map(({ day, ...rest }) => ({ day: dayIn(day), ...rest })),
  };
}
