import type { Entry, RowEntry } from '../sheets/table';
import type { Contact, ContactPatch, ContactRowPatch, ContactsTable, ContactSheetRow } from './contacts.table';

/** Every column that the script may write on an existing row. */
const patchable = [
  'email',
  'name',
  'isCustomer',
  'isMailchimp',
  'language',
  'firstOrderOn',
  'lastOrderOn',
  'totalOrders',
  'totalSpend',
  'status',
  'phone',
  'mailchimpStatus',
  'tags',
  'averageOrder',
  'usualGap',
  'nextOrderExpectedOn',
  'lastContactedOn',
  'birthday',
  'mailchimpSince',
] as const satisfies readonly (keyof ContactPatch)[];

/** The patch that makes the row say what the contact says; null where it already does. */
export function patchTo(row: ContactSheetRow, contact: Contact): ContactRowPatch | null {
  const changed = patchable.filter((field) => contact[field] !== row[field]);
  if (changed.length === 0) return null;
  const set: ContactPatch = Object.fromEntries(changed.map((field) => [field, contact[field]])); // fields of the patch type, from the list above
  return { at: row.at, set };
}

export type ContactEntry = RowEntry<ContactsTable>;

/** What joining duplicate rows puts into the manager's columns of the row that stays; null where it changes nothing. */
export function entryTo(row: ContactSheetRow, contact: Contact): ContactEntry | null {
  const changed = (['notes', 'doNotContact', 'alsoKnownAs'] as const).filter((field) => contact[field] !== row[field]);
  if (changed.length === 0) return null;
  const set: Entry<ContactsTable> = Object.fromEntries(changed.map((field) => [field, contact[field]])); // as above
  return { at: row.at, set };
}
