import { beforeAll, describe, expect, test } from 'vitest';
import type { Workbook } from '../../../local/workbook/model';
import type { Requests } from '../../../src/app/requests';
import { ask, hostOn, night, rewriteOrders, rowsOf, setting, sheetOf, shopWith, typeInto, type ShopOrder } from '../../support/shop';

const WINDOW = 30;
const TODAY = '2026-06-30';

/** Numbers that look random and are the same every time (Park and Miller). */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 48271) % 2147483647;
    return state % sides;
  };
}

const dayAfter = (day: string, count: number): string => new Date(Date.parse(`${day}T12:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
const daysFrom = (from: string, to: string): number => Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

type Act = Parameters<Requests['finishTasks']['answer']>[1]['tasks'][number];

/** Half a year of a shop with a manager who finishes some tasks, skips some and forgets the rest; some orders are refunded. */
function liveShop(): { readonly workbook: Workbook; readonly orders: readonly ShopOrder[] } {
  const roll = dice(7);
  const all: ShopOrder[] = [];
  for (let i = 0; i < 420; i += 1) {
    const day = dayAfter('2025-09-01', roll(302));
    all.push({ id: String(1000 + i), date: day, email: `p${roll(150)}@mail.example`, name: `Person ${i}`, phone: '050-1234567', total: 50 + roll(400), language: roll(3) === 0 ? 'he' : 'en' });
  }
  all.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : Number(a.id) - Number(b.id)));
  const seen = (day: string): ShopOrder[] =>
    all.filter((order) => order.date <= day).map((order) => (Number(order.id) % 17 === 0 && daysFrom(order.date, day) > 12 ? { ...order, status: 'refunded' } : order));
  const workbook = shopWith(seen('2026-01-01'));
  ask(hostOn(workbook, '2026-01-01T09:00'), 'setUp', { takeOver: false });
  setting(workbook, 'Tasks on the list', 5);
  setting(workbook, 'Expire after days', 10);
  for (let day = '2026-01-02'; day <= TODAY; day = dayAfter(day, 3)) {
    rewriteOrders(workbook, seen(day));
    night(workbook, `${day}T03:00`);
    const open = rowsOf(workbook, 'CRM Tasks').filter((task) => task['Status'] === 'Pending' && String(task['Due Date']) <= day);
    const acts = open.flatMap((task): Act[] => {
      const id = String(task['Task ID']);
      const what = roll(9);
      if (what < 3) return [{ id, action: 'complete', outcome: what === 0 ? 'Left message' : 'Reached', note: null, until: null }];
      if (what < 5) return [{ id, action: 'skip', outcome: 'Not now', note: null, until: null }];
      if (what === 5) return [{ id, action: 'snooze', outcome: null, note: null, until: dayAfter(day, 4) }];
      if (what === 6) return [{ id, action: 'complete', outcome: 'No answer', note: null, until: null }];
      return [];
    });
    if (acts.length > 0) ask(hostOn(workbook, `${day}T10:00`), 'finishTasks', { tasks: acts });
  }
  rewriteOrders(workbook, seen(TODAY));
  ask(hostOn(workbook, `${TODAY}T12:00`), 'sync', {});
  return { workbook, orders: seen(TODAY) };
}

type Cells = Readonly<Record<string, string | number | boolean | null>>;
const text = (row: Cells, header: string): string => String(row[header] ?? '');
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The figures again, from the cells alone and in the plainest way. */
function naively(rows: readonly Cells[]) {
  const isAuto = (row: Cells): boolean => text(row, 'Outcome').startsWith('Auto: ');
  const completed = rows.filter((row) => row['Status'] === 'Completed');
  const skipped = rows.filter((row) => row['Status'] === 'Skipped' && !isAuto(row));
  const expired = rows.filter((row) => row['Status'] === 'Skipped' && text(row, 'Outcome').startsWith('Auto: expired'));
  const withdrawn = rows.filter((row) => row['Status'] === 'Skipped' && isAuto(row) && !expired.includes(row));
  const overdue = rows.filter((row) => row['Status'] === 'Pending' && text(row, 'Due Date') < TODAY);
  const late = completed.map((row) => daysFrom(text(row, 'Due Date'), text(row, 'Completed Date'))).sort((a, b) => a - b);
  const middle = late.length % 2 === 1 ? [late[(late.length - 1) / 2]] : [late[late.length / 2 - 1], late[late.length / 2]];
  return {
    due: rows.length,
    completed: completed.length,
    skipped: skipped.length,
    withdrawn: withdrawn.length,
    expired: expired.length,
    overdue: overdue.length,
    completionRate: share(completed.length, completed.length + skipped.length + expired.length + overdue.length),
    onTimeRate: share(late.filter((days) => days <= 0).length, late.length),
    onTimeFirstRate: share(completed.filter((row) => text(row, 'Completed Date') <= text(row, 'First Due')).length, completed.length),
    medianDaysToDone: late.length === 0 ? null : middle.reduce<number>((sum, days) => sum + (days ?? 0), 0) / middle.length,
  };
}

describe('the report of half a year agrees with what its raw rows say', () => {
  let shop: ReturnType<typeof liveShop>;
  beforeAll(() => {
    shop = liveShop();
  }, 600_000);
  const tasks = (): Cells[] => [...rowsOf(shop.workbook, 'CRM Tasks'), ...rowsOf(shop.workbook, 'CRM Task Archive')];
  const report = (query: Parameters<typeof ask<'report'>>[2] = {}) => ask(hostOn(shop.workbook, `${TODAY}T13:00`), 'report', query);
  const dueIn = (from: string, to: string): Cells[] => tasks().filter((row) => text(row, 'Due Date') >= from && text(row, 'Due Date') <= to);

  test('in all, and there is something of everything to count', () => {
    const { total } = report();
    expect(total).toEqual(naively(dueIn('0000', TODAY)));
    expect(Math.min(total.completed, total.skipped, total.withdrawn, total.expired, total.overdue)).toBeGreaterThan(0);
    console.log(`report: ${total.due} tasks, ${total.completed} completed, ${total.skipped} skipped, ${total.withdrawn} withdrawn, ${total.expired} expired, ${total.overdue} overdue`);
  });

  test.each([
    ['2026-03-01', '2026-03-31'],
    ['2026-06-30', '2026-06-30'],
    ['2024-01-01', '2024-12-31'],
  ])('for the tasks due from %s to %s', (from, to) => {
    expect(report({ from, to }).total).toEqual(naively(dueIn(from, to)));
  });

  test.each([
    ['byType', 'type', 'Task Type'],
    ['byRule', 'rule', 'Rule'],
    ['byAssignee', 'assignee', 'Assigned To'],
    ['byLanguage', 'language', 'Message Language'],
  ] as const)('%s', (list, name, header) => {
    const groups: readonly Cells[] = report()[list] as unknown as readonly Cells[]; // every figure is a number or null, every name text
    expect(groups.map((group) => group['due']).reduce<number>((sum, due) => sum + Number(due), 0)).toBe(dueIn('0000', TODAY).length);
    for (const { [name]: own, ...figures } of groups) expect(figures).toEqual(naively(dueIn('0000', TODAY).filter((row) => text(row, header) === own)));
  });

  test('week by week, weeks without a task included', () => {
    const { byWeek } = report({ from: '2026-04-05', to: TODAY });
    expect(byWeek.map(({ week }) => week)).toEqual(Array.from({ length: 13 }, (_, i) => dayAfter('2026-04-05', 7 * i)));
    for (const { week, ...figures } of byWeek) expect(figures).toEqual(naively(dueIn(week, dayAfter(week, 6) < TODAY ? dayAfter(week, 6) : TODAY)));
  });

  test('for one assignee and one type', () => {
    expect(report({ type: 'win-back', assignee: 'MANAGER' }).total).toEqual(naively(dueIn('0000', TODAY).filter((row) => row['Task Type'] === 'Win-back' && row['Assigned To'] === 'Manager')));
    expect(report({ type: 'Nothing such' }).total).toMatchObject({ due: 0, completionRate: null, onTimeRate: null, medianDaysToDone: null });
  });

  test('orders after a contact and after a task passed over', () => {
    const events = tasks().flatMap((row) => {
      const contacted = row['Status'] === 'Completed' && text(row, 'Outcome') !== 'No answer';
      const passed = row['Status'] === 'Skipped' && (!text(row, 'Outcome').startsWith('Auto: ') || text(row, 'Outcome').startsWith('Auto: expired'));
      return contacted || passed ? [{ email: text(row, 'Email'), day: text(row, 'Completed Date'), contacted, hit: false }] : [];
    });
    for (const order of shop.orders) {
      if (order.status === 'refunded') continue;
      const near = events.filter((event) => event.email === order.email && event.day <= order.date && daysFrom(event.day, order.date) <= WINDOW).sort((a, b) => (a.day < b.day ? -1 : 1));
      const credited = near.filter((event) => event.contacted).pop() ?? near.pop();
      if (credited !== undefined) credited.hit = true;
    }
    const over = events.filter((event) => daysFrom(event.day, TODAY) > WINDOW);
    const count = (contacted: boolean) => {
      const group = over.filter((event) => event.contacted === contacted);
      return { count: group.length, reordered: group.filter((event) => event.hit).length, rate: share(group.filter((event) => event.hit).length, group.length) };
    };
    const found = report().orders?.reorders;
    expect(found).toEqual({ contacted: count(true), notContacted: count(false), enough: true });
    console.log(`reordered: ${JSON.stringify(found)}`);
  });

  test('contacts by status: the last column is what Contacts says today, and an earlier one what it said then', () => {
    const statuses = report({ from: '2026-06-01' }).orders?.statuses ?? [];
    expect(statuses.map(({ day }) => day)).toEqual([...Array.from({ length: 11 }, (_, i) => dayAfter('2026-04-18', 7 * i)), TODAY]);
    const today = statuses[statuses.length - 1];
    for (const status of ['New', 'Repeat', 'Lapsed', 'Prospect'] as const) expect(today?.[status]).toBe(rowsOf(shop.workbook, 'Contacts').filter((row) => row['Customer Status'] === status).length);
    const then = statuses[3]?.day ?? '';
    const emails = [...new Set(shop.orders.filter((order) => order.date <= then).map(({ email }) => email))];
    const statusThen = (email: string): string => {
      const days = shop.orders.filter((order) => order.email === email && order.date <= then && order.status !== 'refunded').map(({ date }) => date).sort();
      const last = days[days.length - 1];
      return last === undefined ? 'Prospect' : daysFrom(last, then) > 90 ? 'Lapsed' : days.length === 1 ? 'New' : 'Repeat';
    };
    for (const status of ['New', 'Repeat', 'Lapsed', 'Prospect'] as const) expect([status, statuses[3]?.[status]]).toEqual([status, emails.filter((email) => statusThen(email) === status).length]);
  });

  test.each([
    ['a month is told by the twelve weeks up to its end', '2026-05-01', '2026-05-31', ['2026-03-21', '2026-03-28', '2026-04-04', '2026-04-11', '2026-04-18', '2026-04-25', '2026-05-02', '2026-05-09', '2026-05-16', '2026-05-23', '2026-05-30', '2026-05-31']],
    ['a longer period week by week', '2026-02-25', '2026-05-20', ['2026-02-28', ...Array.from({ length: 11 }, (_, i) => dayAfter('2026-03-07', 7 * i)), '2026-05-20']],
    ['nothing is told of the time before the first order', '2019-01-01', '2025-09-20', ['2025-09-06', '2025-09-13', '2025-09-20']],
    ['the future is not told', '2026-06-01', '2027-01-01', [...Array.from({ length: 11 }, (_, i) => dayAfter('2026-04-18', 7 * i)), TODAY]],
  ])('contacts by status: %s', (_what, from, to, days) => {
    expect(report({ from, to }).orders?.statuses.map(({ day }) => day)).toEqual(days);
  });

  test('second orders of new customers', () => {
    const found = report({ from: '2026-01-01', to: TODAY }).orders?.secondOrders;
    const groups = { welcomed: [0, 0], not: [0, 0] };
    for (const email of new Set(shop.orders.map((order) => order.email))) {
      const days = shop.orders.filter((order) => order.email === email && order.status !== 'refunded').map(({ date }) => date).sort();
      const [first, second] = days;
      if (first === undefined || first < '2026-01-01') continue;
      const welcomes = tasks().filter((row) => row['Email'] === email && row['Task Type'] === 'Welcome' && row['Status'] === 'Completed' && row['Outcome'] !== 'No answer').map((row) => text(row, 'Completed Date')).sort();
      const group = welcomes[0] !== undefined && (second === undefined || welcomes[0] <= second) ? groups.welcomed : groups.not;
      group[0] = (group[0] ?? 0) + 1;
      if (second !== undefined) group[1] = (group[1] ?? 0) + 1;
    }
    expect([found?.welcomed.customers, found?.welcomed.again]).toEqual(groups.welcomed);
    expect([found?.notWelcomed.customers, found?.notWelcomed.again]).toEqual(groups.not);
    expect(found?.enough).toBe(false);
  });

  test('the sheet CRM Report shows it, with three charts and the three drop-downs, and keeps what was chosen', () => {
    const host = hostOn(shop.workbook, `${TODAY}T13:00`);
    host.call('makeReport', [], 'menu');
    const sheet = sheetOf(shop.workbook, 'CRM Report');
    const cells = (): string => JSON.stringify(sheet.values);
    expect(cells()).toContain('Completion rate = completed ÷ (completed + skipped + expired + overdue).');
    expect(sheet.charts).toHaveLength(3);
    sheet.values[3] = ['Task Type', 'Welcome'];
    sheet.values[1] = ['Period', 'All time'];
    host.call('makeReport', [], 'menu');
    expect(sheet.values.slice(1, 4).map((row) => row[1])).toEqual(['All time', 'All', 'Welcome']);
    const total = sheet.values.find((row) => row[0] === 'Total');
    expect(total?.slice(1, 7)).toEqual(Object.values(naively(dueIn('0000', TODAY).filter((row) => row['Task Type'] === 'Welcome'))).slice(0, 6));
    expect(sheet.charts).toHaveLength(3);
  });
});

describe('the report', () => {
  test('goes on without the orders where their sheet is gone, and says so', () => {
    const workbook = shopWith([{ id: '1', date: '2025-12-01', email: 'ann@mail.example' }]);
    night(workbook, '2026-06-28T03:00');
    workbook.sheets.splice(workbook.sheets.findIndex(({ name }) => name === 'Orders'), 1);
    const host = hostOn(workbook, '2026-06-29T09:00');
    const answer = ask(host, 'makeReport', {});
    expect([answer.total.due, answer.orders]).toEqual([1, null]);
    expect(JSON.stringify(sheetOf(workbook, 'CRM Report').values)).toContain('order sheets could not be read');
  });

  test('says plainly when there are too few to tell, and shows nothing divided by nothing as –', () => {
    const workbook = shopWith([{ id: '1', date: '2025-12-01', email: 'ann@mail.example' }]);
    ask(hostOn(workbook, '2026-06-28T03:00'), 'setUp', { takeOver: false });
    ask(hostOn(workbook, '2026-06-28T03:00'), 'makeReport', {});
    const cells = JSON.stringify(sheetOf(workbook, 'CRM Report').values);
    expect(cells).toContain('Too few to tell: 0 and 0');
    expect(cells).toContain('["Total",0,0,0,0,0,0,"–","–","–","–"');
  });

  test('shows the weeks to come as far as something is due, so that the weeks add up to the total', () => {
    const workbook = shopWith([1, 2].map((i) => ({ id: String(i), date: '2025-12-01', email: `p${i}@mail.example` })));
    night(workbook, '2026-06-28T03:00');
    const [first] = rowsOf(workbook, 'CRM Tasks');
    const host = hostOn(workbook, '2026-06-28T09:00');
    ask(host, 'finishTasks', { tasks: [{ id: String(first?.['Task ID']), action: 'snooze', outcome: null, note: null, until: '2026-07-13' }] });
    const { total, byWeek } = ask(host, 'report', { from: '2026-06-20', to: '2026-12-31' });
    expect(byWeek.map(({ week, due }) => [week, due])).toEqual([['2026-06-14', 0], ['2026-06-21', 0], ['2026-06-28', 1], ['2026-07-05', 0], ['2026-07-12', 1]]);
    expect(total.due).toBe(2);
  });

  test('takes a cleared assignee for the manager, and a name however it is written for one', () => {
    const workbook = shopWith(Array.from({ length: 4 }, (_, i) => ({ id: String(i), date: '2025-12-01', email: `p${i}@mail.example` })));
    night(workbook, '2026-06-28T03:00');
    for (const [i, words] of [null, 'Dana', ' dana', 'MANAGER'].entries()) typeInto(workbook, 'CRM Tasks', ['Email', `p${i}@mail.example`], 'Assigned To', words);
    const { byAssignee, assignees } = ask(hostOn(workbook, '2026-06-28T09:00'), 'report', {});
    expect(byAssignee.map(({ assignee, due }) => [assignee.toLowerCase(), due])).toEqual([['dana', 2], ['manager', 2]]);
    expect(byAssignee.every(({ assignee }) => assignee === assignee.trim())).toBe(true);
    expect(assignees).toEqual(byAssignee.map(({ assignee }) => assignee));
    expect(ask(hostOn(workbook, '2026-06-28T09:00'), 'report', { assignee: 'manager' }).total.due).toBe(2);
  });

  test('a rule or an assignee named like a formula stays text', () => {
    const workbook = shopWith([{ id: '1', date: '2025-12-01', email: 'ann@mail.example' }]);
    night(workbook, '2026-06-28T03:00');
    typeInto(workbook, 'CRM Tasks', ['Email', 'ann@mail.example'], 'Assigned To', '=HYPERLINK("http://x.example")');
    ask(hostOn(workbook, '2026-06-28T09:00'), 'makeReport', {});
    const sheet = sheetOf(workbook, 'CRM Report');
    expect(sheet.attributes.flat().filter((cell) => cell?.formula !== undefined)).toEqual([]);
    expect(JSON.stringify(sheet.values)).toContain('=HYPERLINK');
  });
});
