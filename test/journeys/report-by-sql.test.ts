import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'sql.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleShop, sampleWorkbook } from '../../local/sample/workbook';
import { blankWorkbook } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { sheetOfCsv } from '../../local/workbook/csv-sheet';
import { saveWorkbook } from '../../local/workbook/open';
import { addDays, dayOfSerial, type Day } from '../../src/shared/day';
import { crm } from '../support/command-line';
import { live, type Deeds, type FutureOrder, type Life } from '../support/lived-shop';
import { hasSharedData, sharedText } from '../support/order-sheets';
import { databaseOf, hardCases, reportBySql, type SqlQuery } from '../support/report-by-sql';
import { ask, hostOn, setting, sheetOf } from '../support/shop';

/** `SWEEP=whole npm test` lives a year with every customer; else four months with one in seven. */
const WHOLE = process.env['SWEEP'] === 'whole';

interface Lived {
  readonly life: Life;
  /** Later places win. */
  readonly orderSheets: readonly string[];
}

/** The customers of CDNOW from the weeks in which they first came until most have lapsed. */
function cdnow(): Lived {
  const words = sharedText('cdnow-sample/orders_wom.csv');
  const sheet = sheetOfCsv({ name: 'WebOrdM', file: 'WebOrdM.csv', bytes: new Uint8Array(), words, state: null, asSaved: false, asText: false }, { locale: 'en_US', currentYear: 2025 });
  const orders = sheet.values.slice(1).flatMap((cells, i): FutureOrder[] => {
    // Customers are numbered by fours or so; a person is taken with all orders.
    const person = Number(/\d+/.exec(String(cells[9]))?.[0]);
    if (!WHOLE && (person / 4) % 7 >= 1) return [];
    return [{ day: dayOfSerial(Number(cells[2])), id: Number(cells[0]), cells, attributes: sheet.attributes[i + 1] ?? [] }];
  });
  const workbook = { ...blankWorkbook({ title: 'CDNOW' }), sheets: [sheet] };
  return { life: { workbook, orderSheet: 'WebOrdM', orders, from: '2025-02-16', to: WHOLE ? '2025-12-31' : '2025-06-10' }, orderSheets: ['WebOrdM'] };
}

/** The second quarter of the sample shop's year, bad rows and all. */
function gefenWines(): Lived {
  const to = '2026-06-30';
  const workbook = sampleWorkbook(to);
  const days = new Map(sampleShop(to).purchases.map(({ id, day }) => [id, day]));
  const sheet = sheetOf(workbook, 'WebOrdM');
  const orders = sheet.values.slice(1).map((cells, i): FutureOrder => {
    const id = Number(cells[0]);
    return { day: days.get(id) ?? to, id, cells, attributes: sheet.attributes[i + 1] ?? [] };
  });
  return { life: { workbook, orderSheet: 'WebOrdM', orders, from: '2026-04-12', to }, orderSheets: ['WebOrdM_Archive', 'WebOrdM'] };
}

const lowered = <T extends { readonly assignee: string }>(groups: readonly T[]): T[] => groups.map((group) => ({ ...group, assignee: group.assignee.toLowerCase() }));

describe.each([
  ['CDNOW', cdnow],
  ['the sample shop', gefenWines],
])('After months of nights and work in %s', (name, begin) => {
  describe.skipIf(name === 'CDNOW' && !hasSharedData)('the report, recomputed from the raw cells by SQL,', () => {
    let lived: Lived;
    let deeds: Deeds;
    let database: Database;
    let workbook: Workbook;
    let today: Day;

    beforeAll(async () => {
      lived = begin();
      ({ workbook, to: today } = lived.life);
      deeds = live(lived.life, (shop) => setting(shop, 'Archive after days', 40));
      database = await databaseOf(workbook, lived.orderSheets);
    }, 3_600_000);

    const report = (query: Omit<SqlQuery, 'today'>) => ask(hostOn(workbook, `${today}T12:00`), 'report', query);

    test('has something of everything to tell', () => {
      const cases = hardCases(database);
      const { total, reorders, secondOrders, byType } = reportBySql(database, { today, from: lived.life.from, to: today, assignee: null, type: null });
      console.log(`${name}: ${JSON.stringify({ total, reorders, secondOrders, cases, deeds: Object.fromEntries(deeds) })}`);
      for (const figure of ['due', 'completed', 'skipped', 'withdrawn', 'expired', 'overdue'] as const) expect([figure, Number(total[figure]) > 0]).toEqual([figure, true]);
      expect(byType.map((line) => ('type' in line ? line.type : null))).toEqual(expect.arrayContaining(['Custom', 'Follow-up', 'Welcome', 'Win-back']));
      for (const [what, times] of [...Object.entries(cases), ...deeds]) expect([what, times > 0]).toEqual([what, true]);
      expect(deeds.size).toBeGreaterThanOrEqual(20);
    });

    test.each([
      ['all of it', 0, 400, null, null],
      ['the first weeks', 0, 30, null, null],
      ['a month in the middle', 38, 68, null, null],
      ['one week', 49, 55, null, null],
      ['one day', 60, 60, null, null],
      ['a time before anything was due: 0 ÷ 0', -90, -30, null, null],
      ['the manager’s tasks', 0, 120, 'Manager', null],
      ['those of one who also writes otherwise', 0, 120, 'DANA', null],
      ['what Mailchimp does', 0, 120, 'Mailchimp', null],
      ['nobody’s', 0, 120, 'Nobody', null],
      ['welcomes', 0, 120, null, 'Welcome'],
      ['follow-ups in lower case', 20, 90, null, 'follow-up'],
      ['win-backs of the manager', 20, 400, 'Manager', 'Win-back'],
      ['tasks by hand of the other', 0, 400, 'Dana', 'Custom'],
    ])('agrees for %s', (_what, from, to, assignee, type) => {
      const query = { from: addDays(lived.life.from, from), to: addDays(lived.life.from, to), assignee, type };
      const ours = report(query);
      const sql = reportBySql(database, { today, ...query });
      const { byWeek } = ours;
      expect(ours.total).toEqual(sql.total);
      expect(byWeek.filter(({ due }) => due > 0).map(({ week, ...figures }) => [week, figures])).toEqual([...sql.weeks]);
      expect(byWeek.filter(({ due, completionRate }) => due === 0 && completionRate !== null)).toEqual([]);
      expect(byWeek.map(({ week }) => week)).toEqual(byWeek.map((_, i) => addDays(byWeek[0]?.week ?? today, 7 * i)));
      expect(ours.byType).toEqual(sql.byType);
      expect(ours.byRule).toEqual(sql.byRule);
      expect(lowered(ours.byAssignee)).toEqual(sql.byAssignee);
      expect(ours.byLanguage).toEqual(sql.byLanguage);
      expect(ours.orders?.reorders).toEqual(sql.reorders);
      expect(ours.orders?.secondOrders).toEqual(sql.secondOrders);
      expect(ours.orders?.statuses).toEqual(sql.statuses);
    });

    test('is the same however the rows are sorted', () => {
      const sheet = sheetOf(workbook, 'CRM Tasks');
      const query = { from: lived.life.from, to: today, assignee: null, type: 'Custom' };
      const before = report(query);
      const turned = (rows: (typeof sheet.values)[number][]) => [rows[0] ?? [], ...rows.slice(1).reverse()];
      [sheet.values, sheet.attributes] = [turned(sheet.values), [sheet.attributes[0] ?? [], ...Array.from({ length: sheet.values.length - 1 }, (_, i) => sheet.attributes[sheet.values.length - 1 - i] ?? [])]];
      expect(report(query)).toEqual(before);
    });

    test.each([
      ['All time', 'All', 'All'],
      ['Last 4 weeks', 'Dana', 'All'],
      ['Last month', 'All', 'Welcome'],
    ])('stands in the sheet for %s, %s, %s', (period, assignee, type) => {
      const sheet = sheetOf(workbook, ask(hostOn(workbook, `${today}T12:00`), 'makeReport', {}) === null ? '' : 'CRM Report');
      [period, assignee, type].forEach((chosen, i) => (sheet.values[i + 1] ?? [])[1] = chosen);
      const { from, to } = ask(hostOn(workbook, `${today}T12:00`), 'makeReport', {}).period;
      const all = (choice: string): string | null => (choice === 'All' ? null : choice);
      const sql = reportBySql(database, { today, from, to, assignee: all(assignee), type: all(type) });
      const shown = (line: object | undefined): unknown[] => Object.values(line ?? {}).map((cell: unknown) => cell ?? '–');
      const below = (heading: string): unknown[][] => {
        const start = sheet.values.findIndex(([cell]) => cell === heading) + 2;
        const end = sheet.values.findIndex(([cell], row) => row >= start && (cell === '' || cell === null));
        return sheet.values.slice(start, end).map((cells) => cells.slice(0, 11));
      };
      const compared = (heading: string): unknown[][] => below(heading).slice(0, 2).map((cells) => cells.slice(1, 4));
      expect(below('Tasks by type')).toEqual([...sql.byType.map(shown), ['Total', ...shown(sql.total)]]);
      expect(below('Tasks by rule').map(([, ...figures]) => figures)).toEqual(sql.byRule.map((line) => shown(line).slice(1)));
      expect(below('Tasks by assignee').map(([, ...figures]) => figures)).toEqual(sql.byAssignee.map((line) => shown(line).slice(1)));
      expect(below('Tasks by language')).toEqual(sql.byLanguage.map((line) => ['language' in line && line.language === '' ? '(none)' : shown(line)[0], ...shown(line).slice(1)]));
      expect(below('Tasks by week').filter(([, due]) => due !== 0).map(([week, ...figures]) => [dayOfSerial(Number(week)), figures])).toEqual([...sql.weeks].map(([week, line]) => [week, shown(line)]));
      expect(compared('Reordered within 30 days')).toEqual([shown(sql.reorders['contacted'] as object), shown(sql.reorders['notContacted'] as object)]);
      expect(compared('Second order of new customers')).toEqual([shown(sql.secondOrders['welcomed'] as object), shown(sql.secondOrders['notWelcomed'] as object)]);
      expect(below('Contacts by status').map(([day, ...figures]) => [dayOfSerial(Number(day)), ...figures.slice(0, 4)])).toEqual(sql.statuses.map(shown));
    });

    test('is what the command line prints, all tasks that came due', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'report-'));
      await saveWorkbook(workbook, join(folder, 'book'));
      const { code, out } = await crm(folder, 'report', '--book', 'book', '--now', `${today}T12:00`, '--json');
      const sql = reportBySql(database, { today, from: '2000-01-02', to: today, assignee: null, type: null });
      const contract = ({ onTimeFirstRate: _first, ...figures }: Record<string, unknown>): unknown => figures;
      expect([code, JSON.parse(out)]).toEqual([0, { total: contract(sql.total), byType: sql.byType.map(contract) }]);
    });
  });
});
