import { describe, expect, test } from 'vitest';
import { copyOfWorkbook, restoreVersion, snapshotOf } from '../../../local/acts';
import type { Faults, Host } from '../../../local/host';
import type { Workbook } from '../../../local/workbook/model';
import { ask, cellsOf, hostOn, refusal, rowsOf, setting, sheetOf, shopWith, type ShopOrder } from '../../support/shop';

const OWNER = 'manager@shop.example';
const orders: readonly ShopOrder[] = [
  { id: '1', date: '2026-01-05', email: 'ann@mail.example', name: 'Ann Lee', phone: '050-1111111', items: 'Syrah 2021' },
  { id: '2', date: '2026-02-05', email: 'ben@mail.example', name: 'Ben' },
  { id: '3', date: '2026-06-12', email: 'cat@mail.example', name: 'Cat' },
];

/** A shop set up on Saturday 2026-06-27, whose first night is due on the 28th. */
function shop(): Workbook {
  const workbook = shopWith(orders);
  ask(hostOn(workbook, '2026-06-27T09:00'), 'setUp', { takeOver: false });
  setting(workbook, 'Tasks on the list', 1);
  return workbook;
}

function tickAt(workbook: Workbook, now: string, faults: Faults = {}, user = OWNER): Host {
  const host = hostOn(workbook, now, { faults, user });
  host.call('tick', [], 'trigger', user);
  return host;
}

const jobs = (workbook: Workbook): unknown[] => rowsOf(workbook, 'CRM Runs').map((row) => `${String(row['Start']).slice(0, 16)} ${String(row['Job'])}${row['Error'] === null ? '' : ' failed'}`);
const openMenu = (workbook: Workbook, now: string): string[] => {
  const host = hostOn(workbook, now);
  host.call('onOpen', [], 'open');
  return (host.menus[host.menus.length - 1]?.items ?? []).flatMap((item) => (item.kind === 'item' ? [item.label] : []));
};
const warning = (workbook: Workbook, now: string): string | undefined => openMenu(workbook, now).find((caption) => caption.startsWith('⚠'));
const said = (host: Host): string => host.mails.map((mail) => mail.text).join('\n');

describe('the hourly tick', () => {
  test('runs one night a day, from the nightly hour on, however often it comes', () => {
    const workbook = shop();
    for (const now of ['2026-06-28T02:10', '2026-06-28T03:10', '2026-06-28T03:40', '2026-06-28T04:10', '2026-06-29T01:00', '2026-06-29T05:59']) tickAt(workbook, now);
    expect(jobs(workbook)).toEqual(['2026-06-29T05:59 tick', '2026-06-28T03:10 tick']);
  });

  test('a second tick on the same night writes no cell and sends no mail', () => {
    const workbook = shop();
    tickAt(workbook, '2026-06-28T03:10');
    const before = cellsOf(workbook);
    expect(tickAt(workbook, '2026-06-28T04:10').mails).toEqual([]);
    expect(cellsOf(workbook)).toEqual(before);
  });

  test('of another user leaves at once, until that user takes over in Set up', () => {
    const workbook = shop();
    tickAt(workbook, '2026-06-28T03:10', {}, 'other@shop.example');
    expect(jobs(workbook)).toEqual([]);
    ask(hostOn(workbook, '2026-06-28T03:20', { user: 'other@shop.example' }), 'setUp', { takeOver: true });
    tickAt(workbook, '2026-06-28T03:30', {}, 'other@shop.example');
    expect(jobs(workbook)).toEqual(['2026-06-28T03:30 tick']);
    tickAt(workbook, '2026-06-29T03:30');
    expect(jobs(workbook)).toHaveLength(1);
  });

  test('comes while another run holds the workbook: it waits for the next hour and nothing is lost', () => {
    const workbook = shop();
    tickAt(workbook, '2026-06-28T03:10', { lockHeld: true });
    expect(jobs(workbook)).toEqual([]);
    tickAt(workbook, '2026-06-28T04:10');
    expect(jobs(workbook)).toEqual(['2026-06-28T04:10 tick']);
  });

  test('nights that did not come are said in the menu while they lack, and in the mail of the night that catches up', () => {
    const workbook = shop();
    expect(warning(workbook, '2026-06-27T20:00')).toBeUndefined();
    tickAt(workbook, '2026-06-28T03:10');
    expect(warning(workbook, '2026-06-29T20:00')).toBeUndefined();
    expect(warning(workbook, '2026-07-01T08:00')).toBe('⚠ No night since 2026-06-28. Set up…');
    expect(said(tickAt(workbook, '2026-07-05T03:10'))).toContain('The last night that finished was that of 28 June 2026');
    expect(warning(workbook, '2026-07-05T08:00')).toBeUndefined();
  });

  test('a workbook set up whose first night never comes says so, too', () => {
    expect(warning(shop(), '2026-06-30T08:00')).toBe('⚠ No night since 2026-06-27. Set up…');
  });

  test('a night killed by Google in the middle is made good within the hour, though another night is not due', () => {
    const workbook = shop();
    tickAt(workbook, '2026-06-28T03:10');
    expect(() => ask(hostOn(workbook, '2026-06-28T15:00', { faults: { stopAt: { call: 20 } } }), 'nightly', {})).toThrow();
    tickAt(workbook, '2026-06-28T15:10');
    expect(jobs(workbook)[0]).toBe('2026-06-28T15:10 tick');
    tickAt(workbook, '2026-06-28T16:10');
    expect(jobs(workbook)[0]).toBe('2026-06-28T15:10 tick');
  });
});

describe('without a permission', () => {
  test('a night whose mail is refused is a night all the same; the menu and the next mail say so', () => {
    const workbook = shop();
    tickAt(workbook, '2026-06-28T03:10', { deniedScopes: ['script.send_mail'] });
    expect(jobs(workbook)).toEqual(['2026-06-28T03:10 tick']);
    expect(warning(workbook, '2026-06-28T08:00')).toBe('⚠ The mail of 2026-06-28 was not sent. Set up…');
    expect(said(tickAt(workbook, '2026-06-29T03:10'))).toContain('The mail of 28 June 2026 was refused by Google (You do not have permission');
    expect(warning(workbook, '2026-06-29T08:00')).toBeUndefined();
  });

  test('to know the user, nothing runs, nothing is written, and the menu says so', () => {
    const workbook = shop();
    const before = cellsOf(workbook);
    tickAt(workbook, '2026-06-28T03:10', { deniedScopes: ['userinfo.email'] });
    expect(cellsOf(workbook)).toEqual(before);
    expect(warning(workbook, '2026-06-28T08:00')).toBe('⚠ A permission is missing. Set up…');
    expect(refusal(hostOn(workbook, '2026-06-28T09:00', { faults: { deniedScopes: ['userinfo.email'] } }), 'getQueue', {})).toContain('A permission is missing');
    tickAt(workbook, '2026-06-28T09:10');
    expect(warning(workbook, '2026-06-28T10:00')).toBeUndefined();
  });
});

describe('the mail', () => {
  test('is not begun where the day’s quota is used up, and the next one says so', () => {
    const workbook = shop();
    setting(workbook, 'Digest to', 'a@shop.example, b@shop.example');
    expect(tickAt(workbook, '2026-06-28T03:10', { mailQuota: 1 }).mails).toEqual([]);
    const next = tickAt(workbook, '2026-06-29T03:10');
    expect(next.mails).toHaveLength(1);
    expect(next.mails[0]?.to).toBe('a@shop.example, b@shop.example');
    expect(said(next)).toContain('The mail of 28 June 2026 was not sent: the day');
  });

  test('of a failed night goes once a day with its first cause', () => {
    const workbook = shop();
    sheetOf(workbook, 'Orders').values[0] = ['Order ID', 'Order Date', 'Status', 'Customer Name'];
    const mails = ['2026-06-28T03:10', '2026-06-28T04:10', '2026-06-28T05:10', '2026-06-29T03:10'].map((now) => tickAt(workbook, now).mails.length);
    expect(mails).toEqual([1, 0, 0, 1]);
    expect(jobs(workbook)).toHaveLength(4);
  });

  test('in Hebrew, by the setting', () => {
    const workbook = shop();
    setting(workbook, 'Digest language', 'HE');
    const host = tickAt(workbook, '2026-06-28T03:10');
    expect(host.mails[0]?.subject).toMatch(/אדם אחד לפנות אליו היום/);
    expect(host.mails[0]?.html).toContain('dir="rtl"');
  });

  test('shows the last items and reaches the person as they are now, also where the sheet’s own link was spoilt', () => {
    const workbook = shop();
    setting(workbook, 'Tasks on the list', 8);
    tickAt(workbook, '2026-06-28T03:10');
    const tasks = sheetOf(workbook, 'CRM Tasks');
    const column = (tasks.values[0] ?? []).indexOf('WhatsApp');
    for (const row of tasks.values.slice(1)) if (row[column] !== null && row[column] !== undefined) row[column] = 'javascript:alert(1)';
    const { mails } = tickAt(workbook, '2026-06-29T03:10');
    expect(mails[0]?.html).toContain('Syrah 2021');
    expect(mails[0]?.html).toContain('https://wa.me/972501111111?text=Hi%20Ann');
    expect(mails[0]?.html).not.toContain('javascript:');
  });
});

describe('a workbook that is not what the script remembers', () => {
  test('a copy that kept the properties warns in the menu and in its mail until it is set up', () => {
    const workbook = shop();
    tickAt(workbook, '2026-06-28T03:10');
    const copy = copyOfWorkbook(workbook, 'kept');
    expect(warning(copy, '2026-06-28T09:00')).toBe('⚠ This is a copy: nothing runs by itself. Set up…');
    const host = hostOn(copy, '2026-06-29T09:00');
    ask(host, 'nightly', {});
    expect(said(host)).toContain('This workbook is a copy');
    expect(warning(copy, '2026-06-29T10:00')).toContain('copy');
    ask(hostOn(copy, '2026-06-29T11:00'), 'setUp', { takeOver: false });
    expect(warning(copy, '2026-06-29T12:00')).toBeUndefined();
    expect(copy.triggers).toHaveLength(1);
  });

  test('a copy that lost the properties says that no night is planned', () => {
    const workbook = shop();
    tickAt(workbook, '2026-06-28T03:10');
    expect(warning(copyOfWorkbook(workbook, 'lost'), '2026-06-28T09:00')).toBe('⚠ No night is planned here. Set up…');
  });

  test('an older version restored is noticed by the next night', () => {
    const workbook = shop();
    tickAt(workbook, '2026-06-28T03:10');
    const old = snapshotOf(workbook);
    for (const day of ['29', '30']) expect(said(tickAt(workbook, `2026-06-${day}T03:10`))).not.toContain('restored');
    restoreVersion(workbook, old);
    expect(said(tickAt(workbook, '2026-07-01T03:10'))).toContain('an older version of the workbook seems to have been restored');
    expect(said(tickAt(workbook, '2026-07-02T03:10'))).not.toContain('restored');
  });

  test('a workbook near ten million cells is warned of', () => {
    const workbook = shop();
    const sheet = sheetOf(workbook, 'Orders');
    sheet.maxRows = 345_000;
    tickAt(workbook, '2026-06-28T03:10');
    expect(said(tickAt(workbook, '2026-06-29T03:10'))).toMatch(/holds 9\.\d of the 10 million cells/);
  });
});

describe('the week’s report', () => {
  test('is made with the first night of the week and not again before the next', () => {
    const workbook = shop();
    const asOf = (): string | undefined => /As of \S+\./.exec(String(sheetOf(workbook, 'CRM Report').values[4]?.[0]))?.[0];
    tickAt(workbook, '2026-06-28T03:10');
    expect(asOf()).toBe('As of 2026-06-28.');
    for (const now of ['2026-06-28T04:10', '2026-06-29T03:10', '2026-07-04T03:10']) tickAt(workbook, now);
    expect(asOf()).toBe('As of 2026-06-28.');
    tickAt(workbook, '2026-07-05T03:10');
    expect(asOf()).toBe('As of 2026-07-05.');
  });
});
