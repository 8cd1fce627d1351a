import { setCell } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { ask, hostOn, night, rowWith, sheetOf, shopWith, typeInto, type ShopOrder } from './shop';

export const annsOrders: readonly ShopOrder[] = [
  { id: '1', date: '2025-12-01', email: 'ann@mail.example', name: 'Ann Lee', phone: '050-1111111', total: 300 },
  { id: '2', date: '2025-11-20', email: 'ann.lee@work.example', name: 'Ann Lee', total: 50 },
  { id: '3', date: '2025-12-03', email: 'ben@mail.example', name: 'Ben', total: 120 },
  { id: '4', date: '2025-12-05', email: 'joann@mail.example', name: 'Jo', total: 80 },
];

export const ANNS_OWN_COLUMN = 'Favourite';

/** Ann with a second address, a note, a column of the manager's own, a task finished in own words and one open. */
export function shopOfAnn(locale = 'en_US'): Workbook {
  const workbook = shopWith(annsOrders);
  workbook.locale = locale;
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
