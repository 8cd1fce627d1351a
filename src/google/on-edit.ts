import { settleEdits } from '../tasks/settle-edits';
import { takeBackContacts } from '../app/screen/take-back-contacts';
import { openState } from '../app/shop-state';
import { tasksTable } from '../tasks/tasks.table';
import { openSimpleShop } from './open-shop';
import { refuseTyped } from './refuse-typed';

/**
 * A simple trigger: no authorised services, 30 seconds. Leaves at once outside CRM Tasks; a paste of many cells is
 * left to the next run, which mends whatever stands in the sheet.
 */
export function settleEdit(event: GoogleAppsScript.Events.SheetsOnEdit): void {
  if (event.range.getSheet().getName() !== tasksTable.name || event.range.getRow() === 1) return;
  const shop = openSimpleShop();
  refuseTyped(event, shop.language);
  const state = openState(shop);
  const image = state.image(tasksTable);
  const [first, last] = [event.range.getRow(), event.range.getLastRow()];
  const touched = image.rows.filter((task) => task.at >= first && task.at <= last);
  const settled = settleEdits({
    tasks: touched,
    keyless: [],
    contactOf: () => undefined,
    messageOf: () => ({ phone: null, whatsApp: null, messageLanguage: null }),
    run: 'edit',
    ...state.finishing(),
  });
  shop.book.enter(image, settled.entries);
  shop.book.patch(image, settled.patches);
  takeBackContacts(state, settled.reopened);
  shop.book.flush();
}
