import type { Contact } from '../contacts/contacts.table';
import type { Order } from '../orders/order';
import { fold } from '../shared/text';

/** A contact as it stands after the sync, with the orders that roll up into it. */
export interface Person {
  readonly contact: Contact;
  /** Counted orders by day, then second, then id. */
  readonly orders: readonly Order[];
  /** All orders of the person, cancelled ones too; left out where nobody can tell a cancelled order from a vanished one. */
  readonly allOrders?: readonly Order[];
}

/** The people that rules may look at, and how to find one by any of their addresses. */
export interface People {
  /** In order of address, so that no plan depends on the sheet's order. */
  readonly all: readonly Person[];
  find(email: string | null): Person | undefined;
  /** The address of the row that stays, for an alias; any other address as it is. */
  addressOf(email: string | null): string;
}

/** Leaves out the rows of aliases (figures and status blank: they roll up into the row that stays) and of the erased. */
export function peopleOf(people: readonly Person[]): People {
  const canonical = new Map<string, string>();
  for (const { contact } of people) {
    if (contact.alsoKnownAs === null) continue;
    for (const alias of contact.alsoKnownAs.split(',')) {
      const address = fold(alias);
      if (address !== '' && address !== contact.email && !canonical.has(address)) canonical.set(address, contact.email);
    }
  }
  const all = people
    .filter(({ contact }) => contact.status !== null && contact.email.includes('@'))
    .sort((a, b) => (a.contact.email < b.contact.email ? -1 : a.contact.email > b.contact.email ? 1 : 0));
  const byAddress = new Map(all.map((person) => [person.contact.email, person]));
  const addressOf = (email: string | null): string => {
    const address = email === null ? '' : fold(email);
    return byAddress.has(address) ? address : (canonical.get(address) ?? address);
  };
  return { all, find: (email) => byAddress.get(addressOf(email)), addressOf };
}
