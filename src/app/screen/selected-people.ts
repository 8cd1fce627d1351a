import { contactsTable, type Contact } from '../../contacts/contacts.table';
import { orderLayoutOf } from '../../orders/order-layout';
import { normaliseEmail } from '../../shared/email';
import { Refusal } from '../../shared/problem';
import { foldHeader } from '../../shared/text';
import { refusalOfContact } from '../../tasks/hand-made';
import { taskArchiveTable, tasksTable } from '../../tasks/tasks.table';
import type { SelectedRows } from '../ports';
import { screenMessages } from './screen-messages';
import type { Shop } from '../shop';
import { openState } from '../shop-state';

export const MOST_SELECTED = 200;

/** Where the cursor stands: the address in its row, null where it is on no person. */
export interface SelectedPerson {
  readonly email: string | null;
  readonly sheet: string | null;
}

/** The person of the selected row in Contacts, CRM Tasks or an order sheet. Cheap, as it is asked for every few seconds. */
export function selectedPerson(shop: Shop): SelectedPerson {
  const selected = shop.selection(1);
  if (selected === null) return { email: null, sheet: null };
  return { email: emailsIn(selected, shop)[0] ?? null, sheet: selected.sheet };
}

/** The people of the selected rows, to be confirmed before tasks are made for them. */
export interface SelectedPeople {
  readonly people: readonly { readonly email: string; readonly name: string | null; readonly refusal: 'do not contact' | 'unsubscribed' | null }[];
  /** Rows that a filter hides. */
  readonly hidden: number;
  /** Rows without an address that Contacts knows. */
  readonly unknown: number;
}

export function selectedPeople(shop: Shop): SelectedPeople {
  const selected = shop.selection(MOST_SELECTED);
  if (selected === null || (selected.rows.length === 0 && selected.hidden === 0)) throw new Refusal(screenMessages.noSelection);
  if (selected.more) throw new Refusal(screenMessages.tooManySelected(MOST_SELECTED));
  const contacts = new Map<string, Contact>(openState(shop).image(contactsTable).rows.map((row) => [row.email, row]));
  const emails = emailsIn(selected, shop);
  const people = [...new Set(emails)].flatMap((email) => {
    const contact = email === null ? undefined : contacts.get(email);
    return contact === undefined ? [] : [{ email: contact.email, name: contact.name, refusal: refusalOfContact(contact) }];
  });
  return { people, hidden: selected.hidden, unknown: emails.filter((email) => email === null || !contacts.has(email)).length };
}

function emailsIn({ sheet, header, rows }: SelectedRows, shop: Shop): (string | null)[] {
  const column = emailColumn(sheet, header, shop);
  return rows.map((cells) => normaliseEmail(column === null ? '' : (cells[column] ?? '')));
}

const OURS: readonly string[] = [contactsTable.name, tasksTable.name, taskArchiveTable.name];

function emailColumn(sheet: string, header: readonly string[], shop: Shop): number | null {
  if (OURS.includes(sheet)) {
    const column = header.findIndex((words) => foldHeader(words) === 'email');
    return column < 0 ? null : column;
  }
  const layout = orderLayoutOf(sheet, header, openState(shop).settings());
  return layout.kind === 'orders' ? (layout.columns.email ?? null) : null;
}
