import type { ContactSheetRow } from '../../contacts/contacts.table';
import { Refusal } from '../../shared/problem';
import { fold } from '../../shared/text';
import type { TableImage } from '../../sheets/workbook';
import type { ContactsTable } from '../../contacts/contacts.table';
import { contactsOf } from '../contacts-of';
import { appMessages } from '../messages';
import { screenMessages } from './screen-messages';
import type { Shop } from '../shop';

/** Writes the manager's notes on a person; notes that someone changed meanwhile stay, and the other is told. */
export function saveNotes(shop: Shop, { email, was, notes }: { readonly email: string; readonly was: string | null; readonly notes: string | null }): null {
  const { image, contact } = contactIn(shop, email);
  const stands = (contact.notes ?? '').trim();
  // Saved before, and no answer came: what is wanted stands there.
  if (stands === (notes ?? '').trim()) return null;
  if (stands !== (was ?? '').trim()) throw new Refusal(screenMessages.notesChanged(contact.name ?? email));
  if (shop.book.enter(image, [{ at: contact.at, set: { notes: notes === '' ? null : notes } }]).length > 0) throw new Refusal(screenMessages.notesChanged(contact.name ?? email));
  return null;
}

/** Sets or clears Do Not Contact, as the manager asked. */
export function setDoNotContact(shop: Shop, { email, value }: { readonly email: string; readonly value: boolean }): null {
  const { image, contact } = contactIn(shop, email);
  if (shop.book.enter(image, [{ at: contact.at, set: { doNotContact: value ? true : null } }]).length > 0) throw new Refusal(screenMessages.contactChanged(contact.name ?? email));
  return null;
}

function contactIn(shop: Shop, email: string): { image: TableImage<ContactsTable>; contact: ContactSheetRow } {
  const image = contactsOf(shop.book, [email]);
  const contact = image.rows.find((row) => row.email === fold(email));
  if (contact === undefined) throw new Refusal(appMessages.noSuchContact(email));
  return { image, contact };
}
