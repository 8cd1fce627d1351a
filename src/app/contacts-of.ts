import { contactsTable, type ContactsTable } from '../contacts/contacts.table';
import { fold } from '../shared/text';
import { textOfCell } from '../sheets/cell';
import type { TableImage, Workbook } from '../sheets/workbook';

/** Contacts with at least the rows of these addresses, and of people who are also known by them: what a click needs, without reading 50,000 others. */
export function contactsOf(book: Workbook, emails: Iterable<string>): TableImage<ContactsTable> {
  const wanted = new Set([...emails].map(fold));
  return book.readSome(contactsTable, 'alsoKnownAs', (email, aliases) => wanted.has(fold(email)) || (aliases !== '' && textOfCell(aliases).split(',').some((alias) => wanted.has(fold(alias)))));
}
