import { describe, expect, test } from 'vitest';
import { ask, hostOn, night, refusal, rowsOf, rowWith, shopWith, typeInto, type ShopOrder } from '../support/shop';

const orders: readonly ShopOrder[] = [
  { id: '1', date: '2026-01-01', email: 'ann@mail.example', name: 'Ann', total: 100 },
  { id: '2', date: '2026-02-10', email: 'ann@mail.example', name: 'Ann', total: 200 },
  { id: '3', date: '2026-01-05', email: 'ben@mail.example', name: 'Ben', status: 'cancelled' },
  { id: '4', date: '2025-12-01', email: 'cat@mail.example', name: 'Cat', total: 50 },
];
const bare = () => shopWith(orders);
const shop = () => {
  const workbook = bare();
  ask(hostOn(workbook, '2026-06-28T09:00'), 'setUp', { takeOver: false });
  return workbook;
};
const at = (workbook: ReturnType<typeof bare>, user = 'manager@shop.example') => hostOn(workbook, '2026-06-28T10:00', { user });

describe('Set up', () => {
  test('before anything is made it says what is missing and reads the orders all the same', () => {
    const workbook = bare();
    const names = workbook.sheets.map(({ name }) => name);
    expect(ask(at(workbook), 'installation', {})).toMatchObject({ missing: expect.arrayContaining(['Contacts', 'CRM Rules']) as string[], zones: { agree: true }, trigger: { owner: null, installed: false }, rules: [] });
    expect(ask(at(workbook), 'shopOverview', {})).toMatchObject({ orders: 4, counted: 3, contacts: 3, contactsNew: 3, currency: 'ILS', gaps: { customers: 2, repeaters: 1, p50: 40 } });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(names);
  });

  test('it shows which column was taken for what, and which statuses count', () => {
    const { sheets, statuses } = ask(at(shop()), 'shopOverview', {});
    expect(sheets).toMatchObject([{ sheet: 'Orders', kind: 'orders', rows: 4, columns: { Email: 'Email', 'Order ID': 'Order ID' } }]);
    expect(statuses).toEqual([{ status: 'completed', rows: 3, counts: true }, { status: 'cancelled', rows: 1, counts: false }]);
  });

  test('no order sheet is refused with its cure, while the rest of the page stands', () => {
    const workbook = shopWith([]);
    workbook.sheets.splice(0, 1, ...shopWith([], { Sheet1: [['Notes'], ['hello']] }).sheets.slice(1));
    expect(refusal(at(workbook), 'shopOverview', {})).toMatch(/order/i);
    expect(ask(at(workbook), 'installation', {})).toMatchObject({ zones: { agree: true } });
  });

  test('the chosen rules are switched as the person’s own entry', () => {
    const workbook = shop();
    const { rules } = ask(at(workbook), 'installation', {});
    expect(rules.filter(({ enabled }) => enabled).map(({ name }) => name)).toEqual(['Welcome', 'Follow-up', 'Win-back']);
    expect(ask(at(workbook), 'chooseRules', { rules: [{ key: 'welcome', enabled: false }, { key: 'birthday', enabled: true }, { key: 'win-back', enabled: true }] })).toEqual({ changed: 2 });
    expect(rowWith(workbook, 'CRM Rules', 'Rule', 'Welcome')).toMatchObject({ Enabled: 'N' });
    expect(rowWith(workbook, 'CRM Rules', 'Rule', 'Birthday')).toMatchObject({ Enabled: 'Y' });
  });

  test('another user sees whose trigger it is and may take over', () => {
    const workbook = shop();
    const other = 'other@shop.example';
    expect(ask(at(workbook, other), 'installation', {}).trigger).toMatchObject({ owner: 'manager@shop.example', isMine: false, installed: true });
    ask(at(workbook, other), 'setUp', { takeOver: true });
    expect(ask(at(workbook, other), 'installation', {}).trigger).toMatchObject({ owner: other, isMine: true });
  });
});

describe('Segments', () => {
  const synced = () => {
    const workbook = shop();
    night(workbook, '2026-06-28T03:00');
    return workbook;
  };

  test('are listed with how many they hold today, and with what is to be mended', () => {
    const workbook = synced();
    typeInto(workbook, 'CRM Segments', ['Name', 'Hebrew readers'], 'Query', 'lnguage = HE');
    const listed = ask(at(workbook), 'listSegments', {});
    expect(listed.find(({ name }) => name === 'Hebrew readers')).toMatchObject({ count: null, problem: expect.stringContaining('^') as string });
    expect(listed.find(({ name }) => name === 'Good customers gone quiet')).toMatchObject({ count: 0, problem: null });
  });

  test('a new one becomes a row, its query replaced only by whoever opened it', () => {
    const workbook = synced();
    ask(at(workbook), 'saveSegment', { name: ' Big ones ', query: 'total spend > 100', replace: false });
    expect(rowWith(workbook, 'CRM Segments', 'Name', 'Big ones')).toMatchObject({ Query: 'total spend > 100' });
    expect(refusal(at(workbook), 'saveSegment', { name: 'big ones', query: 'total spend > 5', replace: false })).toContain('already a segment');
    ask(at(workbook), 'saveSegment', { name: 'Big ones', query: 'total spend > 250', replace: true });
    expect(rowWith(workbook, 'CRM Segments', 'Name', 'Big ones')).toMatchObject({ Query: 'total spend > 250' });
  });

  test.each([
    ['', 'status = New', 'name'],
    ['status = New', 'status = New', 'query itself'],
    ['Mine', 'status = Nwe', 'New'],
  ])('„%s“ as %s is refused', (name, query, words) => {
    const workbook = synced();
    expect(refusal(at(workbook), 'saveSegment', { name, query, replace: false })).toContain(words);
  });

  test('tasks for a segment leave out who may not be contacted, and are undone as one, note and all', () => {
    const workbook = synced();
    for (const task of rowsOf(workbook, 'CRM Tasks')) ask(at(workbook), 'finishTasks', { tasks: [{ id: String(task['Task ID']), action: 'complete', outcome: 'Reached', note: null, until: null }] });
    typeInto(workbook, 'Contacts', ['Email', 'cat@mail.example'], 'Do Not Contact', 'Y');
    expect(ask(at(workbook), 'segment', { query: 'email contains mail.example' })).toMatchObject({ count: 3, leftOut: 1 });
    expect(ask(at(workbook), 'makeTasks', { segment: 'email contains mail.example', due: '2026-07-01', note: 'New vintage' })).toMatchObject({ made: 2, leftOut: 1 });
    const [newest] = ask(at(workbook), 'undoableRuns', {});
    expect(newest).toMatchObject({ tasks: 2, kept: 0, byHand: true });
    expect(ask(at(workbook), 'undo', { again: false, run: newest?.run ?? '' })).toMatchObject({ withdrawn: 2, kept: 0 });
    expect(ask(at(workbook), 'undoableRuns', {})).toEqual([]);
  });

  test('a task of the batch that somebody worked on stays', () => {
    const workbook = synced();
    const { ids } = ask(at(workbook), 'makeTasks', { segment: 'email contains mail.example', due: null, note: 'New vintage' });
    typeInto(workbook, 'CRM Tasks', ['Task ID', ids[0] ?? ''], 'Note', 'New vintage; called, will think');
    expect(ask(at(workbook), 'undoableRuns', {})[0]).toMatchObject({ tasks: ids.length - 1, kept: 1 });
  });
});

test('only what was in the file is completed as sent', () => {
  const workbook = shop();
  night(workbook, '2026-06-28T03:00');
  const people = ['ann@mail.example', 'cat@mail.example'];
  const file = { file: 'x', kind: 'Subscribed' as const, needsKind: false, rejected: [], leftOut: [], members: people.map((email, i) => ({ email, status: 'Subscribed' as const, since: null, name: null, phone: null, birthday: null, language: null, tags: [], notes: null, line: i + 2 })) };
  ask(at(workbook), 'importMailchimp', { files: [file], dryRun: false });
  ask(at(workbook), 'makeTasks', { segment: 'email = ann@mail.example', due: null, note: null, assignedTo: 'Mailchimp' });
  const first = ask(at(workbook), 'exportMailchimp', { confirm: false });
  expect(first).toMatchObject({ count: 1, leftOut: 0 });
  ask(at(workbook), 'makeTasks', { segment: 'email = cat@mail.example', due: null, note: null, assignedTo: 'Mailchimp' });
  expect(ask(at(workbook), 'exportMailchimp', { confirm: true, ids: [...first.ids] })).toMatchObject({ count: 1, ids: first.ids });
  expect(ask(at(workbook), 'exportMailchimp', { confirm: false })).toMatchObject({ count: 1 });
});
