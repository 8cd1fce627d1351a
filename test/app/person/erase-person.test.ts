import { describe, expect, test } from 'vitest';
import { setCell } from '../../../local/cells/sheet';
import type { Workbook } from '../../../local/workbook/model';
import { packExports } from '../../../src/app/mailchimp/packed-exports';
import { annsOrders, shopOfAnn } from '../../support/ann';
import { membersFile } from '../../support/mailchimp';
import { ask, cellsOf, hostOn, night, refusal, rewriteOrders, rowsOf, rowWith, sheetOf, typeInto, deleteRow } from '../../support/shop';

const OURS_ALONE = ['Orders'];
const everyCell = (workbook: Workbook): string => JSON.stringify(cellsOf(workbook, OURS_ALONE));
const sums = (workbook: Workbook): { orders: number; spend: number } =>
  rowsOf(workbook, 'Contacts').reduce<{ orders: number; spend: number }>((sum, row) => ({ orders: sum.orders + Number(row['Total Orders'] ?? 0), spend: sum.spend + Number(row['Total Spend'] ?? 0) }), { orders: 0, spend: 0 });

describe('erasing a person', () => {
  test('leaves no name, address, phone, note or word of theirs in any sheet of ours', () => {
    const workbook = shopOfAnn();
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ANN@mail.example' });
    expect(everyCell(workbook).match(/\bann@mail|ann\.lee|Ann Lee|Ann |1111111|sulfites|Syrah|order 1\)/g)).toBeNull();
    expect(rowsOf(workbook, 'CRM Tasks').filter((task) => String(task['Email']).startsWith('erased-')).map((task) => task['Status'])).toEqual(['Completed', 'Skipped', 'Skipped']);
    expect(rowWith(workbook, 'Contacts', 'Email', 'joann@mail.example')['Name']).toBe('Jo');
  });

  test('keeps totals right and does not bring the person back, whatever runs afterwards', () => {
    const workbook = shopOfAnn();
    const before = sums(workbook);
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    rewriteOrders(workbook, [...annsOrders, { id: '5', date: '2026-06-03', email: 'ann@mail.example', name: 'Ann Lee', phone: '050-1111111', total: 10 }, { id: '6', date: '2026-06-03', email: 'ann.lee@work.example', name: 'Ann Lee', total: 5 }]);
    for (const day of ['04', '05', '06', '29']) night(workbook, `2026-06-${day}T03:00`);
    expect(sums(workbook)).toEqual({ orders: before.orders + 2, spend: before.spend + 15 });
    const member = (email: string, line: number, name = 'Ann Lee') => ({ email, status: 'Subscribed' as const, since: null, name, phone: null, birthday: null, language: null, tags: ['vip'], notes: null, line });
    const file = { file: 'subscribed.csv', kind: 'Subscribed' as const, needsKind: false, members: [member('ann@mail.example', 2), member('ann.lee@work.example', 3), member('kim@mail.example', 4, 'Kim')], rejected: [], leftOut: [] };
    expect(ask(hostOn(workbook, '2026-06-30T09:00'), 'importMailchimp', { files: [file], dryRun: false }).new).toBe(1);
    expect(everyCell(workbook).match(/\bann@mail|ann\.lee|Ann Lee|1111111/g)).toBeNull();
    expect(rowsOf(workbook, 'CRM Runs').map((run) => run['Error']).filter((error) => error !== null)).toEqual([]);
  });

  test('erases the same person whichever of their addresses is named', () => {
    const [one, other] = [shopOfAnn(), shopOfAnn()];
    ask(hostOn(one, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    ask(hostOn(other, '2026-06-03T09:00'), 'erasePerson', { email: 'ann.lee@work.example' });
    expect(cellsOf(other)).toEqual(cellsOf(one));
  });

  test('finds the row after someone sorted the sheet, and leaves everyone else as they were', () => {
    const workbook = shopOfAnn();
    const others = (): unknown => rowsOf(workbook, 'Contacts').filter((row) => ['ben@mail.example', 'joann@mail.example'].includes(String(row['Email'])));
    const before = others();
    const contacts = sheetOf(workbook, 'Contacts');
    contacts.values = [contacts.values[0] ?? [], ...contacts.values.slice(1).reverse()];
    contacts.attributes = [contacts.attributes[0] ?? [], ...contacts.attributes.slice(1, contacts.values.length).reverse()];
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    expect(others()).toEqual([...(before as unknown[])].reverse());
  });

  test('a formula of the manager stays unless it spells the person out', () => {
    const workbook = shopOfAnn();
    const contacts = sheetOf(workbook, 'Contacts');
    const row = contacts.values.findIndex((cells) => cells[0] === 'ann@mail.example');
    setCell(contacts, row, 26, 3, { formula: '=H2*2' });
    setCell(contacts, row, 27, 'Ann Lee', { formula: '=HYPERLINK("mailto:ann@mail.example","Ann Lee")' });
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    const cells = sheetOf(workbook, 'Contacts').attributes[row] ?? [];
    expect([cells[26]?.formula, cells[27]?.formula]).toEqual(['=H2*2', undefined]);
  });

  test('is refused for an address that nobody has', () => {
    const workbook = shopOfAnn();
    const before = cellsOf(workbook);
    expect(refusal(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'nobody@mail.example' })).toContain('nobody@mail.example');
    expect(cellsOf(workbook)).toEqual(before);
  });

  test('blanks the same whatever the case and the blanks around, and leaves whoever has only a +tag more', () => {
    const workbook = shopOfAnn();
    rewriteOrders(workbook, [...annsOrders, { id: '9', date: '2026-06-02', email: 'ann+wine@mail.example', name: 'Annette' }]);
    night(workbook, '2026-06-03T03:00');
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: '  Ann@Mail.EXAMPLE\u00a0' });
    expect(rowWith(workbook, 'Contacts', 'Email', 'ann+wine@mail.example')['Name']).toBe('Annette');
    expect(everyCell(workbook)).not.toContain('Ann Lee');
  });

  test('asked twice changes nothing more', () => {
    const workbook = shopOfAnn();
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    const once = cellsOf(workbook);
    const again = ask(hostOn(workbook, '2026-06-04T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    expect(cellsOf(workbook)).toEqual(once);
    expect(again.email).toMatch(/^erased-/);
  });

  test('blanks the columns that the manager added in that person’s rows, and in nobody else’s', () => {
    const workbook = shopOfAnn();
    const contacts = sheetOf(workbook, 'Contacts');
    const bens = contacts.values.findIndex((cells) => cells[0] === 'ben@mail.example');
    setCell(contacts, bens, 25, 'Merlot');
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    expect(rowsOf(workbook, 'Contacts').map((row) => row['Favourite'])).toEqual(expect.arrayContaining(['Merlot']));
    expect(everyCell(workbook)).not.toContain('Syrah');
  });

  test('of two rows that claim an address only the one it belongs to goes; the other merely forgets it', () => {
    const workbook = shopOfAnn();
    typeInto(workbook, 'Contacts', ['Email', 'joann@mail.example'], 'Also Known As', 'jo@work.example; ann.lee@work.example');
    night(workbook, '2026-06-03T03:00');
    expect(rowsOf(workbook, 'CRM Import Problems').map((row) => `${row['Value']} ${row['Reason']}`).join()).toContain('ann@mail.example');
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    expect(rowWith(workbook, 'Contacts', 'Email', 'joann@mail.example')).toMatchObject({ Name: 'Jo', 'Also Known As': 'jo@work.example' });
    expect(everyCell(workbook).match(/\bann@mail|ann\.lee/g)).toBeNull();
  });

  test('an address that is only an alias and has no row is known by its hash, too', () => {
    const workbook = shopOfAnn();
    typeInto(workbook, 'Contacts', ['Email', 'ann@mail.example'], 'Also Known As', 'ann.lee@work.example, annie@home.example');
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'annie@home.example' });
    rewriteOrders(workbook, [...annsOrders, { id: '7', date: '2026-06-03', email: 'annie@home.example', name: 'Ann Lee' }]);
    night(workbook, '2026-06-04T03:00');
    expect(everyCell(workbook).match(/annie|Ann Lee/g)).toBeNull();
  });

  test('lines about them in problems and runs go, wherever they name them', () => {
    const workbook = shopOfAnn();
    typeInto(workbook, 'Contacts', ['Email', 'ann@mail.example'], 'Also Known As', 'ann.lee@work.example, ann@mail.example');
    night(workbook, '2026-06-03T03:00');
    expect(JSON.stringify(rowsOf(workbook, 'CRM Import Problems'))).toContain('ann@mail.example');
    const runs = sheetOf(workbook, 'CRM Runs');
    setCell(runs, 1, 13, 'Broke at ann@mail.example: look there');
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    expect(everyCell(workbook).match(/\bann@mail|ann\.lee/g)).toBeNull();
    expect([...hostOn(workbook, '2026-06-03T09:00').workbook.documentProperties.values()].join()).not.toContain('ann');
  });

  test.each([
    ['=HYPERLINK("https://wa.me/972501111111")', false],
    ['=HYPERLINK("tel:+972-50-111-1111")', false],
    ['=IF(H2>2,"often","seldom")', true],
  ])('of the manager’s formula %s: stays %s', (formula, stays) => {
    const workbook = shopOfAnn();
    const contacts = sheetOf(workbook, 'Contacts');
    const row = contacts.values.findIndex((cells) => cells[0] === 'ann@mail.example');
    setCell(contacts, row, 26, 'shown', { formula });
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    expect(sheetOf(workbook, 'Contacts').attributes[row]?.[26]?.formula).toBe(stays ? formula : undefined);
  });

  test('gets no task, mail or place in a search afterwards, even with a new order', () => {
    const workbook = shopOfAnn();
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    const tasks = rowsOf(workbook, 'CRM Tasks').length;
    rewriteOrders(workbook, [...annsOrders.map((order) => ({ ...order, date: '2025-01-01' })), { id: '8', date: '2026-06-20', email: 'ann@mail.example', name: 'Ann Lee', total: 5000 }]);
    const mails = ['21', '24', '25', '28', '29', '30'].flatMap((day) => {
      const host = hostOn(workbook, `2026-06-${day}T03:00`);
      ask(host, 'nightly', {});
      return host.mails.map(({ text }) => text);
    });
    expect(rowsOf(workbook, 'CRM Tasks').slice(tasks).filter((task) => /erased|ann@/.test(String(task['Email'])))).toEqual([]);
    expect(mails.join().match(/Ann Lee|\bann@mail|erased-/g)).toBeNull();
    const host = hostOn(workbook, '2026-06-30T09:00');
    expect(ask(host, 'findPeople', { words: 'erased' })).toEqual([]);
    expect(ask(host, 'findPeople', { words: 'ann' }).map(({ email }) => email)).toEqual(['joann@mail.example']);
  });

  test('an import that was cut off before brings nothing back when it is finished', () => {
    const workbook = shopOfAnn();
    const files = [membersFile('Subscribed', { email: 'ann@mail.example', name: 'Ann Lee' }, { email: 'kim@mail.example', name: 'Kim' })];
    ask(hostOn(workbook, '2026-06-03T08:00'), 'stageImport', { id: 'import-1', portion: 0, text: packExports(files) });
    // What such an import leaves behind.
    workbook.documentProperties.set('import', JSON.stringify({ id: 'import-1', portions: 1 }));
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    night(workbook, '2026-06-03T10:00');
    expect(rowsOf(workbook, 'Contacts').map((row) => row['Name'])).toContain('Kim');
    expect(everyCell(workbook).match(/\bann@mail|Ann Lee/g)).toBeNull();
  });

  test('whose row in Contacts is deleted comes back with the next sync, since nothing knows them any more', () => {
    const workbook = shopOfAnn();
    const { email } = ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    deleteRow(workbook, 'Contacts', ['Email', email]);
    night(workbook, '2026-06-04T03:00');
    expect(rowWith(workbook, 'Contacts', 'Email', 'ann@mail.example')).toMatchObject({ Name: 'Ann Lee', Notes: null });
  });

  test('two who claim each other are one person, whichever of them is named', () => {
    const workbook = shopOfAnn();
    typeInto(workbook, 'Contacts', ['Email', 'joann@mail.example'], 'Also Known As', 'ben@mail.example');
    typeInto(workbook, 'Contacts', ['Email', 'ben@mail.example'], 'Also Known As', 'joann@mail.example');
    night(workbook, '2026-06-03T03:00');
    expect(ask(hostOn(workbook, '2026-06-03T09:00'), 'exportPerson', { email: 'ben@mail.example' }).addresses).toEqual(['ben@mail.example', 'joann@mail.example']);
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'joann@mail.example' });
    expect(everyCell(workbook).match(/ben@mail|joann@/g)).toBeNull();
    expect(rowWith(workbook, 'Contacts', 'Email', 'ann@mail.example')['Name']).toBe('Ann Lee');
  });
});
