import { describe, expect, test } from 'vitest';
import { addDays } from '../../src/shared/day';
import { answerOf, ask, cellsOf, deleteRow, hostOn, night, refusal, rewriteOrders, rowsOf, rowWith, sheetOf, shopWith, typeInto, type ShopOrder } from '../support/shop';
import { membersFile } from '../support/mailchimp';
import { headerOf } from '../../local/cells/sheet';
import { Person } from '../../local/person';
import type { Workbook } from '../../local/workbook/model';

const lapsed: ShopOrder[] = Array.from({ length: 5 }, (_, i) => ({ id: String(10 + i), date: addDays('2026-02-02', i), email: `lapsed${i}@mail.example`, name: `Lapsed ${i}`, phone: '050-123456' + i, total: 100 + i }));
const recent: ShopOrder[] = [{ id: '1', date: '2026-06-22', email: 'new@mail.example', name: 'New', total: 80 }, { id: '2', date: '2026-06-25', email: 'fresh@mail.example', name: 'Fresh', total: 70 }];

/** A shop after its first night: five win-backs and one welcome. */
function shop(): Workbook {
  const workbook = shopWith([...lapsed, ...recent]);
  night(workbook, '2026-06-28T03:00');
  return workbook;
}
const at = (workbook: Workbook, now = '2026-06-28T10:00') => hostOn(workbook, now);
const columnOf = (workbook: Workbook, header: string): number => headerOf(sheetOf(workbook, 'CRM Tasks')).indexOf(header) + 1;
const taskOf = (workbook: Workbook, email: string) => rowWith(workbook, 'CRM Tasks', 'Email', email);

describe('Contacted now', () => {
  test('notes the contact, starts the cool-down and withdraws the open promotional task', () => {
    const workbook = shop();
    const { id } = ask(at(workbook), 'contacted', { email: 'lapsed0@mail.example', outcome: 'Reached', note: 'Met at the fair' });
    expect(rowWith(workbook, 'CRM Tasks', 'Task ID', id)).toMatchObject({ 'Task Type': 'Custom', Status: 'Completed', Outcome: 'Reached', Note: 'Met at the fair', 'Completed Date': '2026-06-28', Rule: null });
    expect(rowsOf(workbook, 'CRM Tasks').find((task) => task['Email'] === 'lapsed0@mail.example' && task['Task Type'] === 'Win-back')).toMatchObject({ Status: 'Skipped', Outcome: 'Auto: contacted meanwhile' });
    expect(rowWith(workbook, 'Contacts', 'Email', 'lapsed0@mail.example')['Last Contacted']).toBe('2026-06-28');
    for (const day of ['2026-06-29', '2026-07-02', '2026-07-12']) night(workbook, `${day}T03:00`);
    expect(rowsOf(workbook, 'CRM Tasks').filter((task) => task['Email'] === 'lapsed0@mail.example')).toHaveLength(2);
  });

  test('under another address of theirs, it is the person who was contacted', () => {
    const workbook = shop();
    typeInto(workbook, 'Contacts', ['Email', 'lapsed0@mail.example'], 'Also Known As', 'fresh@mail.example');
    ask(at(workbook), 'sync', {});
    const { id } = ask(at(workbook), 'contacted', { email: 'fresh@mail.example', outcome: 'Reached', note: null });
    expect(rowWith(workbook, 'CRM Tasks', 'Task ID', id)['Email']).toBe('lapsed0@mail.example');
    expect(rowsOf(workbook, 'CRM Tasks').find((task) => task['Task Type'] === 'Win-back' && task['Email'] === 'lapsed0@mail.example')).toMatchObject({ Status: 'Skipped' });
    expect(rowWith(workbook, 'Contacts', 'Email', 'lapsed0@mail.example')['Last Contacted']).toBe('2026-06-28');
  });

  test('where nobody answered it is on record, and the task and its person stay as they are', () => {
    const workbook = shop();
    const { id } = ask(at(workbook), 'contacted', { email: 'lapsed0@mail.example', outcome: 'No answer', note: null });
    expect(rowWith(workbook, 'CRM Tasks', 'Task ID', id)).toMatchObject({ Status: 'Completed', Outcome: 'No answer', 'Completed Date': '2026-06-28' });
    expect(rowsOf(workbook, 'CRM Tasks').filter((task) => task['Email'] === 'lapsed0@mail.example').map((task) => [task['Task Type'], task['Status']])).toEqual(expect.arrayContaining([['Win-back', 'Pending']]));
    expect(rowWith(workbook, 'Contacts', 'Email', 'lapsed0@mail.example')['Last Contacted']).toBeNull();
  });

  test('nobody of that address: a sentence, and nothing changed', () => {
    const workbook = shop();
    const before = cellsOf(workbook);
    expect(refusal(at(workbook), 'contacted', { email: 'who@mail.example', outcome: 'Reached', note: null })).toMatch(/no contact with the address who@mail\.example/);
    expect(cellsOf(workbook)).toEqual(before);
  });
});

describe('A task opened again', () => {
  const id = (workbook: Workbook): string => String(taskOf(workbook, 'lapsed0@mail.example')['Task ID']);
  const complete = (workbook: Workbook, task: string, day: string): unknown => ask(at(workbook, `${day}T10:00`), 'finishTasks', { tasks: [{ id: task, action: 'complete', outcome: 'Reached', note: null, until: null }] });
  const contactedOn = (workbook: Workbook): unknown => rowWith(workbook, 'Contacts', 'Email', 'lapsed0@mail.example')['Last Contacted'];

  test.each<[string, (workbook: Workbook) => void]>([
    ['in the sidebar', (workbook) => ask(at(workbook), 'finishTasks', { tasks: [{ id: id(workbook), action: 'reopen', outcome: null, note: null, until: null }] })],
    ['in the sheet', (workbook) => new Person(at(workbook)).type('CRM Tasks', rowsOf(workbook, 'CRM Tasks').findIndex((task) => task['Task ID'] === id(workbook)) + 2, columnOf(workbook, 'Status'), 'Pending')],
    ['by a paste, settled by the next run', (workbook) => (typeInto(workbook, 'CRM Tasks', ['Task ID', id(workbook)], 'Status', 'Pending'), ask(at(workbook), 'sync', {}))],
  ])('%s, its contact counts no more: Last Contacted is what the other tasks tell', (_where, reopen) => {
    const workbook = shop();
    complete(workbook, id(workbook), '2026-06-28');
    expect(contactedOn(workbook)).toBe('2026-06-28');
    reopen(workbook);
    expect([taskOf(workbook, 'lapsed0@mail.example')['Status'], contactedOn(workbook)]).toEqual(['Pending', null]);
    ask(at(workbook, '2026-06-20T10:00'), 'contacted', { email: 'lapsed0@mail.example', outcome: 'Reached', note: null });
    night(workbook, '2026-06-29T03:00');
    expect(contactedOn(workbook)).toBe('2026-06-20');
  });
});

test('a number that was wrong stays out of a task’s row, also when the task that told so lies in the archive; a new number is used', () => {
  const workbook = shop();
  ask(at(workbook), 'finishTasks', { tasks: [{ id: String(taskOf(workbook, 'lapsed0@mail.example')['Task ID']), action: 'complete', outcome: 'Wrong number', note: null, until: null }] });
  night(workbook, '2026-09-28T03:00');
  expect(rowsOf(workbook, 'CRM Task Archive')).toMatchObject([{ Email: 'lapsed0@mail.example', Outcome: 'Wrong number' }]);
  const byHand = (now: string, note: string) => rowWith(workbook, 'CRM Tasks', 'Task ID', String(ask(at(workbook, now), 'makeTasks', { segment: 'email = lapsed0@mail.example', due: null, note }).ids[0]));
  expect(byHand('2026-09-28T10:00', 'Ask for a number')).toMatchObject({ Phone: null, WhatsApp: null });
  typeInto(workbook, 'Contacts', ['Email', 'lapsed0@mail.example'], 'Phone', '050-7654321');
  expect(byHand('2026-09-28T11:00', 'Call')).toMatchObject({ Phone: '050-7654321', WhatsApp: expect.stringContaining('972507654321') });
});

describe('Make tasks now', () => {
  test('one Custom task for each of the segment who may be contacted, undone as one batch', () => {
    const workbook = shop();
    typeInto(workbook, 'Contacts', ['Email', 'lapsed1@mail.example'], 'Do Not Contact', 'Y');
    ask(at(workbook), 'importMailchimp', { files: [membersFile('Unsubscribed', { email: 'lapsed2@mail.example' })], dryRun: false });
    const made = ask(at(workbook), 'makeTasks', { segment: 'status = Lapsed', due: '2026-07-01', note: 'Summer list', assignedTo: null });
    expect(made).toMatchObject({ made: 3, leftOut: 2 });
    expect(made.ids.map((id) => rowWith(workbook, 'CRM Tasks', 'Task ID', id))).toMatchObject(made.ids.map(() => ({ 'Task Type': 'Custom', 'Due Date': '2026-07-01', Note: 'Summer list', Status: 'Pending' })));
    // Made by hand: the night leaves them alone.
    night(workbook, '2026-06-29T03:00');
    expect(made.ids.every((id) => rowWith(workbook, 'CRM Tasks', 'Task ID', id)['Status'] === 'Pending')).toBe(true);
    expect(ask(at(workbook, '2026-06-29T10:00'), 'undo', { again: false })).toMatchObject({ withdrawn: 3, kept: 0 });
    expect(made.ids.every((id) => rowWith(workbook, 'CRM Tasks', 'Task ID', id)['Status'] === 'Skipped')).toBe(true);
  });

  test('a query with a mistake is answered with the place it is at', () => {
    const workbook = shop();
    expect(refusal(at(workbook), 'makeTasks', { segment: 'statsu = Lapsed', due: null, note: null })).toMatch(/statsu[\s\S]*status/i);
    expect(refusal(at(workbook), 'segment', { query: 'status = Laps' })).toMatch(/Lapsed/);
    expect(ask(at(workbook), 'segment', { query: 'status = Lapsed and not total spend < 102' })).toMatchObject({ count: 3 });
  });
});

describe('Undo last run', () => {
  test('for good: the untouched tasks are withdrawn and never made again; what somebody worked on stays', () => {
    const workbook = shop();
    const touched = String(taskOf(workbook, 'lapsed0@mail.example')['Task ID']);
    ask(at(workbook), 'finishTasks', { tasks: [{ id: touched, action: 'complete', outcome: 'Reached', note: null, until: null }] });
    const before = rowsOf(workbook, 'CRM Tasks').length;
    expect(ask(at(workbook), 'undo', { again: false })).toMatchObject({ run: '2026-06-28 03:00 nightly', kept: 1, withdrawn: before - 1 });
    expect(taskOf(workbook, 'lapsed0@mail.example')['Status']).toBe('Completed');
    for (const day of ['2026-06-29', '2026-07-05', '2026-08-05']) night(workbook, `${day}T03:00`);
    const ids = rowsOf(workbook, 'CRM Tasks').map((task) => task['Email']);
    expect(ids.filter((email) => String(email).startsWith('lapsed'))).toHaveLength(5);
  });

  test('for now: the same rows come back while they match, and Made so far counts them once', () => {
    const workbook = shop();
    const before = rowsOf(workbook, 'CRM Tasks').map((task) => task['Task ID']);
    ask(at(workbook), 'undo', { again: true });
    expect(rowsOf(workbook, 'CRM Tasks').every((task) => task['Status'] === 'Skipped')).toBe(true);
    expect(night(workbook, '2026-06-29T03:00')).toMatchObject({ Error: null });
    expect(rowsOf(workbook, 'CRM Tasks').filter((task) => before.includes(task['Task ID'])).map((task) => [task['Status'], task['Due Date']])).toEqual(before.map(() => ['Pending', '2026-06-29']));
    expect(rowWith(workbook, 'CRM Rules', 'Rule', 'Win-back')['Made so far']).toBe(5);
    const written = cellsOf(workbook, ['CRM Runs']);
    night(workbook, '2026-06-29T04:00');
    expect(cellsOf(workbook, ['CRM Runs'])).toEqual(written);
  });

  test('nothing to undo is said so', () => {
    const workbook = shopWith(recent);
    ask(at(workbook), 'setUp', { takeOver: false });
    expect(refusal(at(workbook), 'undo', { again: false })).toMatch(/no run whose tasks could be undone/);
  });
});

test('Export for Mailchimp: the subscribed alone, completed once they were sent', () => {
  const workbook = shop();
  ask(at(workbook), 'importMailchimp', { files: [membersFile('Subscribed', { email: 'lapsed3@mail.example' }), membersFile('Unsubscribed', { email: 'lapsed4@mail.example' })], dryRun: false });
  for (const email of ['lapsed3@mail.example', 'lapsed4@mail.example']) typeInto(workbook, 'CRM Tasks', ['Email', email], 'Assigned To', 'Mailchimp');
  const first = ask(at(workbook), 'exportMailchimp', { confirm: false });
  expect(first).toMatchObject({ count: 1, leftOut: 1 });
  expect(first.csv).toContain('lapsed3@mail.example');
  expect(first.csv).not.toContain('lapsed4@mail.example');
  expect(taskOf(workbook, 'lapsed3@mail.example')['Status']).toBe('Pending');
  ask(at(workbook), 'exportMailchimp', { confirm: true });
  expect(taskOf(workbook, 'lapsed3@mail.example')).toMatchObject({ Status: 'Completed', Outcome: 'Message sent' });
});

test('Export this person: every row of ours that is about them, and a sentence where there is nobody', () => {
  const workbook = shop();
  const { sheets } = ask(at(workbook), 'exportPerson', { email: ' Lapsed0@Mail.example ' });
  expect(sheets['Contacts']).toMatchObject([{ Email: 'lapsed0@mail.example', 'Total Orders': 1 }]);
  expect(sheets['CRM Tasks']).toMatchObject([{ 'Task Type': 'Win-back' }]);
  expect(refusal(at(workbook), 'exportPerson', { email: 'who@mail.example' })).toMatch(/no contact/);
});

test('Why, why not: the rule that waits, and the earliest day on which it could make a task', () => {
  const workbook = shop();
  const { rules } = ask(at(workbook), 'why', { email: 'fresh@mail.example' });
  expect(rules.find(({ rule }) => rule === 'Welcome')?.earliest).toBe('2026-07-01');
  expect(rules.every(({ reason }) => reason !== '')).toBe(true);
  expect(refusal(at(workbook), 'why', { email: 'who@mail.example' })).toMatch(/no contact/);
  // What it says comes true.
  night(workbook, '2026-06-30T03:00');
  expect(rowsOf(workbook, 'CRM Tasks').some((task) => task['Email'] === 'fresh@mail.example')).toBe(false);
  night(workbook, '2026-07-01T03:00');
  expect(taskOf(workbook, 'fresh@mail.example')).toMatchObject({ 'Task Type': 'Welcome', 'Due Date': '2026-07-01' });
});

test('the report counts what was due, done and left', () => {
  const workbook = shop();
  const ids = rowsOf(workbook, 'CRM Tasks').map((task) => String(task['Task ID']));
  const finish = (id: string | undefined, action: 'complete' | 'skip') => ask(at(workbook), 'finishTasks', { tasks: [{ id: id ?? '', action, outcome: null, note: null, until: null }] });
  finish(ids[0], 'complete');
  finish(ids[1], 'complete');
  finish(ids[2], 'skip');
  const report = ask(at(workbook, '2026-06-30T10:00'), 'report', {});
  expect(report.total).toMatchObject({ due: 6, completed: 2, skipped: 1, overdue: 3, withdrawn: 0, expired: 0, onTimeRate: 1, medianDaysToDone: 0 });
  expect(report.total.completionRate).toBeCloseTo(2 / 6, 10);
});

describe('The hourly tick', () => {
  const tickAt = (workbook: Workbook, now: string, user?: string) => {
    const host = hostOn(workbook, now, user === undefined ? {} : { user });
    host.call('tick', [], 'trigger');
    return host;
  };
  const nights = (workbook: Workbook): number => rowsOf(workbook, 'CRM Runs').length;

  test('waits for its hour, runs the night once, and comes late where it must', () => {
    const workbook = shopWith(lapsed);
    ask(at(workbook, '2026-06-27T12:00'), 'setUp', { takeOver: false });
    tickAt(workbook, '2026-06-28T01:10');
    tickAt(workbook, '2026-06-28T02:59');
    expect(nights(workbook)).toBe(0);
    expect(tickAt(workbook, '2026-06-28T03:10').mails).toHaveLength(1);
    const after = cellsOf(workbook);
    for (const hour of ['03:20', '04:10', '23:10']) expect(tickAt(workbook, `2026-06-28T${hour}`).mails).toEqual([]);
    expect(cellsOf(workbook)).toEqual(after);
    tickAt(workbook, '2026-06-29T14:10');
    expect(rowsOf(workbook, 'CRM Runs')[0]).toMatchObject({ Job: 'tick', Error: null });
    expect(nights(workbook)).toBe(2);
  });

  test('leaves to its owner what is another user’s', () => {
    const workbook = shopWith(lapsed);
    ask(at(workbook, '2026-06-27T12:00'), 'setUp', { takeOver: false });
    tickAt(workbook, '2026-06-28T03:10', 'helper@shop.example');
    expect(nights(workbook)).toBe(0);
    ask(hostOn(workbook, '2026-06-28T09:00', { user: 'helper@shop.example' }), 'setUp', { takeOver: true });
    tickAt(workbook, '2026-06-28T10:10');
    expect(nights(workbook)).toBe(0);
    tickAt(workbook, '2026-06-28T10:10', 'helper@shop.example');
    expect(nights(workbook)).toBe(1);
  });

  test('a night that fails is mailed once a day with its cause, and tried again every hour', () => {
    const workbook = shop();
    rewriteOrders(workbook, []);
    const mails = ['03:10', '04:10', '05:10'].flatMap((hour) => tickAt(workbook, `2026-06-29T${hour}`).mails);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.text).toMatch(/hold 0 orders/);
    rewriteOrders(workbook, [...lapsed, ...recent]);
    tickAt(workbook, '2026-06-29T06:10');
    expect(rowsOf(workbook, 'CRM Runs')[0]).toMatchObject({ Job: 'tick', Error: null });
  });

  test('a second run at the same time is told that the workbook is busy, and changes nothing', () => {
    const workbook = shop();
    const before = cellsOf(workbook);
    expect(answerOf(hostOn(workbook, '2026-06-29T03:00', { faults: { lockHeld: true } }), 'nightly', {})).toMatchObject({ ok: false, kind: 'busy' });
    expect(cellsOf(workbook)).toEqual(before);
  });
});

test('a row that the manager deleted stays deleted after an undo for now', () => {
  const workbook = shop();
  deleteRow(workbook, 'CRM Tasks', ['Email', 'lapsed0@mail.example']);
  ask(at(workbook), 'undo', { again: true });
  night(workbook, '2026-06-29T03:00');
  expect(rowsOf(workbook, 'CRM Tasks').some((task) => task['Email'] === 'lapsed0@mail.example')).toBe(false);
});
