import type { Workbook } from '../../local/workbook/model';
import { ask, hostOn, night, rewriteOrders, rowsOf, rowWith, shopWith, typeInto, type ShopOrder } from './shop';

const before: readonly ShopOrder[] = [
  { id: '1', date: '2025-09-01 10:00', email: 'ann@mail.example', name: 'Ann Lee', phone: '050-1111111', total: 300 },
  { id: '2', date: '2025-10-11', email: 'ben@mail.example', name: 'בן כהן', phone: '+972501234567', total: 120 },
  { id: '3', date: '2025-11-20', email: 'cat@mail.example', name: 'Cat Fox', total: 80 },
  { id: '4', date: '2026-03-01', email: 'eve@mail.example', name: '=1+1', total: 200 },
];
const inJune: readonly ShopOrder[] = [
  ...before,
  { id: '5', date: '2026-06-10', email: 'fay@mail.example', name: 'Fay', total: 70 },
  { id: '6', date: '2026-06-11', email: 'eve@mail.example', name: '=1+1', total: 91 },
  { id: '7', date: '2026-02-11', email: 'gil@mail.example', name: 'Gil', total: 65 },
  { id: '8', date: '2026-02-12', email: 'hal@mail.example', name: 'Hal', total: 45 },
];
const now: readonly ShopOrder[] = [
  ...inJune.map((order) => (order.id === '6' ? { ...order, status: 'cancelled' } : order)),
  { id: '9', date: '2026-06-27', email: 'gil@mail.example', name: 'Gil', total: 210 },
  { id: '10', date: '2026-06-22', email: 'ida@mail.example', name: 'Ida', phone: '00123', total: 33 },
  { id: '11', date: '2026-06-13', email: 'ann@mail.example', name: 'Ann Lee', total: 44 },
  { id: '12', date: 'soon', email: 'jon@mail.example', name: 'Jon', total: 44 },
];

/** The morning on which the busy shop's night is due. */
export const BUSY_NIGHT = '2026-06-28T03:00';

/**
 * A small shop whose next night has something of everything to do: contacts to add, change and fill, an outcome typed in the sheet
 * to be settled, a follow-up and a win-back to be withdrawn, tasks to be made, tasks to be archived, a row to be reported, a mail.
 */
export function busyShop(): Workbook {
  const workbook = shopWith(before);
  ask(hostOn(workbook, '2026-03-08T09:00'), 'setUp', { takeOver: false });
  night(workbook, '2026-03-09T03:00');
  const old = rowsOf(workbook, 'CRM Tasks').map((task) => String(task['Task ID']));
  ask(hostOn(workbook, '2026-03-09T10:00'), 'finishTasks', { tasks: old.map((id) => ({ id, action: 'complete', outcome: 'Reached', note: null, until: null })) });
  rewriteOrders(workbook, inJune);
  night(workbook, '2026-06-24T03:00');
  typeInto(workbook, 'CRM Tasks', ['Email', 'hal@mail.example'], 'Outcome', 'Reached');
  typeInto(workbook, 'Contacts', ['Email', 'cat@mail.example'], 'Name', null);
  typeInto(workbook, 'Contacts', ['Email', 'cat@mail.example'], 'Notes', 'Likes =Syrah');
  rewriteOrders(workbook, now);
  if (rowWith(workbook, 'CRM Tasks', 'Email', 'eve@mail.example')['Task Type'] !== 'Follow-up') throw new Error('The busy shop lacks its follow-up');
  return workbook;
}
