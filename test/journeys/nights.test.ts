import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/shared/day';
import { sampleWorkbook } from '../../local/sample/workbook';
import type { Workbook } from '../../local/workbook/model';
import { ask, deleteRow, hostOn, night, rewriteOrders, rowsOf, rowWith, shopWith, type ShopOrder } from '../support/shop';

const openTasks = (workbook: Workbook) => rowsOf(workbook, 'CRM Tasks').filter((task) => task['Status'] === 'Pending');
const complete = (workbook: Workbook, now: string, ids: readonly unknown[]) =>
  ask(hostOn(workbook, now), 'finishTasks', { tasks: ids.map((id) => ({ id: String(id), action: 'complete', outcome: 'Reached', note: null, until: null })) });

/** Sheets that were written to while it ran. */
function writtenBy(workbook: Workbook, act: () => unknown): string[] {
  for (const sheet of workbook.sheets) sheet.dirty = false;
  act();
  return workbook.sheets.filter(({ dirty }) => dirty).map(({ name }) => name);
}

/** People with one order each, long ago, so that all of them have lapsed. */
const lapsed = (count: number): ShopOrder[] =>
  Array.from({ length: count }, (_, i) => ({ id: String(100 + i), date: addDays('2026-01-02', i), email: `lapsed${i}@mail.example`, total: 100 + i }));

describe('A shop that has just begun', () => {
  test('gets a list of eight tasks, the best of what there is, and two of them for people who stay away', () => {
    const workbook = sampleWorkbook('2026-06-30');
    ask(hostOn(workbook, '2026-06-30T02:00'), 'setUp', { takeOver: false });
    const preview = ask(hostOn(workbook, '2026-06-30T02:10'), 'preview', {});
    expect(night(workbook, '2026-06-30T03:00')).toMatchObject({ 'Tasks Made': 8, Error: null });
    const tasks = rowsOf(workbook, 'CRM Tasks');
    expect(tasks).toHaveLength(8);
    expect(tasks.filter((task) => task['Task Type'] === 'Win-back').length).toBeGreaterThanOrEqual(2);
    expect(tasks.every((task) => task['Due Date'] === '2026-06-30' && task['Status'] === 'Pending')).toBe(true);
    expect(preview.tasks.map(({ id, email, type, reason }) => [id, email, type, reason])).toEqual(tasks.map((task) => [task['Task ID'], task['Email'], task['Task Type'], task['Reason']]));
  });

  test('the preview and the night agree, night after night', () => {
    const workbook = sampleWorkbook('2026-06-30');
    ask(hostOn(workbook, '2026-06-20T12:00'), 'setUp', { takeOver: false });
    for (let day = '2026-06-21', count = 0; count < 8; day = addDays(day, 1), count += 1) {
      const preview = ask(hostOn(workbook, `${day}T02:50`), 'preview', {});
      const before = new Set(rowsOf(workbook, 'CRM Tasks').map((task) => task['Task ID']));
      const run = night(workbook, `${day}T03:00`);
      const made = rowsOf(workbook, 'CRM Tasks').filter((task) => !before.has(task['Task ID']));
      expect([day, preview.tasks.filter(({ reopened }) => !reopened).map(({ id }) => id)]).toEqual([day, made.map((task) => task['Task ID'])]);
      expect([day, preview.held.reduce((sum, { count: held }) => sum + held, 0), preview.missed, preview.withdrawn]).toEqual([day, run['Held Back'], run['Missed'], run['Tasks Withdrawn']]);
      complete(workbook, `${day}T10:00`, openTasks(workbook).slice(0, 5).map((task) => task['Task ID']));
    }
  });
});

describe('Night after night', () => {
  const orders: ShopOrder[] = [...lapsed(12), { id: '1', date: '2026-06-20', email: 'new@mail.example' }, { id: '2', date: '2026-06-23', email: 'newer@mail.example' }];

  test('a second night with nothing new writes its line in CRM Runs and not one cell more', () => {
    const workbook = shopWith(orders);
    night(workbook, '2026-06-28T03:00');
    expect(writtenBy(workbook, () => night(workbook, '2026-06-28T04:00'))).toEqual(['CRM Runs']);
    const host = hostOn(workbook, '2026-06-28T05:00');
    ask(host, 'nightly', {});
    expect(host.stats().cells.written).toBeLessThanOrEqual(3 * 14);
    expect(rowsOf(workbook, 'CRM Runs').map((run) => run['Run'])).toEqual(['2026-06-28 05:00 nightly', '2026-06-28 04:00 nightly', '2026-06-28 03:00 nightly']);
  });

  test('the same holds for the sample shop, bad rows and all', () => {
    const workbook = sampleWorkbook('2026-06-30');
    night(workbook, '2026-06-30T03:00');
    expect(writtenBy(workbook, () => night(workbook, '2026-06-30T04:00'))).toEqual(['CRM Runs']);
  });

  test('the next night brings only what became due', () => {
    const workbook = shopWith([{ id: '1', date: '2026-06-22', email: 'due@mail.example' }, { id: '2', date: '2026-06-23', email: 'tomorrow@mail.example' }, { id: '3', date: '2026-06-25', email: 'later@mail.example' }]);
    night(workbook, '2026-06-28T03:00');
    expect(openTasks(workbook).map((task) => task['Email'])).toEqual(['due@mail.example']);
    expect(writtenBy(workbook, () => night(workbook, '2026-06-29T03:00')).sort()).toEqual(['CRM Ledger', 'CRM Rules', 'CRM Runs', 'CRM Tasks']);
    expect(openTasks(workbook).map((task) => [task['Email'], task['Due Date']])).toEqual([['due@mail.example', '2026-06-28'], ['tomorrow@mail.example', '2026-06-29']]);
  });

  test('after ten nights off nobody is missed whose time has not run out', () => {
    const buyers: ShopOrder[] = Array.from({ length: 20 }, (_, i) => ({ id: String(i + 1), date: addDays('2026-05-10', i), email: `buyer${i}@mail.example` }));
    const workbook = shopWith(buyers.slice(0, 1));
    const isOff = (i: number): boolean => i >= 8 && i < 18;
    for (let i = 0; i < 36; i += 1) {
      const day = addDays('2026-05-10', i);
      rewriteOrders(workbook, buyers.slice(0, i + 1));
      if (isOff(i)) continue;
      expect(night(workbook, `${day}T03:00`)).toMatchObject({ Missed: 0, Error: null });
      complete(workbook, `${day}T10:00`, openTasks(workbook).map((task) => task['Task ID']));
    }
    expect(rowsOf(workbook, 'CRM Tasks').map((task) => task['Email']).sort()).toEqual(buyers.map(({ email }) => email).sort());
  });

  test('after a week off by the manager the list still holds eight', () => {
    const workbook = shopWith(lapsed(60));
    for (let i = 0; i < 8; i += 1) {
      night(workbook, `${addDays('2026-06-28', i)}T03:00`);
      expect(openTasks(workbook)).toHaveLength(8);
    }
  });

  test('a task that was completed and one whose row was deleted do not come back', () => {
    const workbook = shopWith(lapsed(6));
    night(workbook, '2026-06-28T03:00');
    const [first, second, ...others] = openTasks(workbook).map((task) => String(task['Task ID']));
    complete(workbook, '2026-06-28T10:00', [first]);
    deleteRow(workbook, 'CRM Tasks', ['Task ID', second ?? '']);
    for (const day of ['2026-06-28', '2026-06-29', '2026-07-30']) night(workbook, `${day}T12:00`);
    const ids = rowsOf(workbook, 'CRM Tasks').map((task) => task['Task ID']);
    expect(ids.filter((id) => id === first)).toHaveLength(1);
    expect(ids).not.toContain(second);
    expect(ids).toHaveLength(1 + others.length);
    expect(rowWith(workbook, 'CRM Tasks', 'Task ID', first ?? '')).toMatchObject({ Status: 'Completed', Outcome: 'Reached' });
  });

  test('a cancelled order leaves no trace in the figures, and its follow-up is withdrawn with the reason', () => {
    const before: ShopOrder[] = [{ id: '7', date: '2026-03-20', email: 'dana@mail.example', total: 250 }, { id: '8', date: '2026-06-15', email: 'dana@mail.example', total: 400 }];
    const workbook = shopWith(before);
    night(workbook, '2026-06-28T03:00');
    expect(rowWith(workbook, 'Contacts', 'Email', 'dana@mail.example')).toMatchObject({ 'Total Orders': 2, 'Total Spend': 650, 'Last Order Date': '2026-06-15', 'Customer Status': 'Repeat' });
    expect(openTasks(workbook).map((task) => [task['Task Type'], task['Trigger']])).toEqual([['Follow-up', 'Order 8 completed']]);
    rewriteOrders(workbook, before.map((order) => (order.id === '8' ? { ...order, status: 'cancelled' } : order)));
    expect(night(workbook, '2026-06-29T03:00')).toMatchObject({ 'Tasks Withdrawn': 1 });
    expect(rowWith(workbook, 'Contacts', 'Email', 'dana@mail.example')).toMatchObject({ 'Total Orders': 1, 'Total Spend': 250, 'First Order Date': '2026-03-20', 'Last Order Date': '2026-03-20', 'Customer Status': 'Lapsed' });
    expect(rowWith(workbook, 'CRM Tasks', 'Trigger', 'Order 8 completed')).toMatchObject({ Status: 'Skipped', Outcome: 'Auto: order 8 is now cancelled', 'Completed Date': '2026-06-29' });
  });
});
