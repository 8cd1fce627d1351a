import type { Contact } from '../../contacts/contacts.table';
import { fold } from '../../shared/text';
import { refusalOfContact } from '../../tasks/hand-made';
import { contactsOf } from '../contacts-of';
import { makeTasksFor, type HandMadeRequest, type MadeByHand } from './hand-made-tasks';
import type { Shop } from '../shop';

export interface NewTasksRequest extends HandMadeRequest {
  readonly emails: readonly string[];
  /** What to do about people who refused or unsubscribed: ask first, make theirs too, or leave them out. */
  readonly refused: 'ask' | 'include' | 'leave out';
}

export interface NewTasks extends MadeByHand {
  /** People who must be confirmed first; then nothing was made. */
  readonly toConfirm: readonly { readonly email: string; readonly name: string | null; readonly refusal: 'do not contact' | 'unsubscribed' }[];
}

/** Custom tasks that the manager asks for by name. */
export function newTasks(shop: Shop, { emails, refused, ...wanted }: NewTasksRequest): NewTasks {
  const contacts = new Map<string, Contact>(contactsOf(shop.book, emails).rows.map((row) => [row.email, row]));
  const toConfirm = [...new Set(emails.map(fold))].flatMap((email) => {
    const contact = contacts.get(email);
    const refusal = contact === undefined ? null : refusalOfContact(contact);
    return contact === undefined || refusal === null ? [] : [{ email, name: contact.name, refusal }];
  });
  if (refused === 'ask' && toConfirm.length > 0) return { made: 0, ids: [], already: 0, leftOut: 0, toConfirm };
  return { ...makeTasksFor(shop, emails, wanted, refused === 'include'), toConfirm: [] };
}
