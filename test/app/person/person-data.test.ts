import { describe, expect, test } from 'vitest';
import { setCell } from '../../../local/cells/sheet';
import type { Workbook } from '../../../local/workbook/model';
import { ask, cellsOf, hostOn, night, refusal, rewriteOrders, rowsOf, rowWith, sheetOf, shopWith, typeInto, type ShopOrder } from '../../support/shop';

const orders: readonly ShopOrder[] = [
  { id: '1', date: '2025-12-01', email: 'ann@mail.example', name: 'Ann Lee', phone: '050-1111111', total: 300 },
  { id: '2', date: '2025-11-20', email: 'ann.lee@work.example', name: 'Ann Lee', total: 50 },
  { id: '3', date: '2025-12-03', email: 'ben@mail.example', name: 'Ben', total: 120 },
  { id: '4', date: '2025-12-05', email: 'joann@mail.example', name: 'Jo', total: 80 },
];

const ANNS_OWN_COLUMN = 'Favourite';

/** Ann with a second address, a note, a column of the manager's own, a task finished in own words and one open. */
function shopOfAnn(): Workbook {
  const workbook = shopWith(orders);
  ask(hostOn(workbook, '2026-06-01T09:00'), 'setUp', { takeOver: false });
  night(workbook, '2026-06-01T03:00');
  typeInto(workbook, 'Contacts', ['Email', 'ann@mail.example'], 'Also Known As', 'ann.lee@work.example');
  typeInto(workbook, 'Contacts', ['Email', 'ann@mail.example'], 'Notes', 'Allergic to sulfites');
  const contacts = sheetOf(workbook, 'Contacts');
  setCell(contacts, 0, 25, ANNS_OWN_COLUMN);
  const row = contacts.values.findIndex((cells) => cells[0] === 'ann@mail.example');
  setCell(contacts, row, 25, 'Syrah');
  night(workbook, '2026-06-02T03:00');
  const task = rowWith(workbook, 'CRM Tasks', 'Email', 'ann@mail.example');
  ask(hostOn(workbook, '2026-06-02T10:00'), 'finishTasks', { tasks: [{ id: String(task['Task ID']), action: 'complete', outcome: 'Ann will call', note: 'Ann sounded happy', until: null }] });
  ask(hostOn(workbook, '2026-06-02T10:05'), 'newTasks', { emails: ['ann@mail.example'], dueOn: '2026-06-20', note: 'Ring Ann', assignedTo: null, refused: 'include' });
  return workbook;
}

const OURS_ALONE = ['Orders'];
const everyCell = (workbook: Workbook): string => JSON.stringify(cellsOf(workbook, OURS_ALONE));
const sums = (workbook: Workbook): { orders: number; spend: number } =>
  rowsOf(workbook, 'Contacts').reduce<{ orders: number; spend: number }>((sum, row) => ({ orders: sum.orders + Number(row['Total Orders'] ?? 0), spend: sum.spend + Number(row['Total Spend'] ?? 0) }), { orders: 0, spend: 0 });

describe('erasing a person', () => {
  test('leaves no name, address, phone, note or word of theirs in any sheet of ours', () => {
    const workbook = shopOfAnn();
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ANN@mail.example' });
    expect(everyCell(workbook).match(/\bann@mail|ann\.lee|Ann Lee|Ann |1111111|sulfites|Syrah/g)).toBeNull();
    expect(rowsOf(workbook, 'CRM Tasks').filter((task) => String(task['Email']).startsWith('erased-')).map((task) => task['Status'])).toEqual(['Completed', 'Skipped', 'Skipped']);
    expect(rowWith(workbook, 'Contacts', 'Email', 'joann@mail.example')['Name']).toBe('Jo');
  });

  test('keeps totals right and does not bring the person back, whatever runs afterwards', () => {
    const workbook = shopOfAnn();
    const before = sums(workbook);
    ask(hostOn(workbook, '2026-06-03T09:00'), 'erasePerson', { email: 'ann@mail.example' });
    rewriteOrders(workbook, [...orders, { id: '5', date: '2026-06-03', email: 'ann@mail.example', name: 'Ann Lee', phone: '050-1111111', total: 10 }, { id: '6', date: '2026-06-03', email: 'ann.lee@work.example', name: 'Ann Lee', total: 5 }]);
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
});

describe('exporting a person', () => {
  test('gives every row of ours that is about them, the manager’s own columns included, and nobody else’s', () => {
    const data = ask(hostOn(shopOfAnn(), '2026-06-03T09:00'), 'exportPerson', { email: 'ann.lee@work.example' });
    expect(data.sheets['Contacts']?.map((row) => [row['Email'], row['Notes'], row[ANNS_OWN_COLUMN]])).toEqual([
      ['ann.lee@work.example', null, null],
      ['ann@mail.example', 'Allergic to sulfites', 'Syrah'],
    ]);
    expect(data.sheets['CRM Tasks']?.map((row) => row['Note'])).toEqual(['Ann sounded happy', null, 'Ring Ann']);
    expect(JSON.stringify(data)).not.toContain('joann');
  });
});
