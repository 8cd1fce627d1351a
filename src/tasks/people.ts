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

/** Finds the address of the row that stays, for an alias of it; any other address as it is. */
export function addressFinder(contacts: readonly Contact[]): People['addressOf'] {
  const own = new Set(contacts.filter(isPerson).map(({ email }) => email));
  const canonical = new Map<string, string>();
  for (const contact of contacts) {
    if (contact.alsoKnownAs === null) continue;
    for (const alias of contact.alsoKnownAs.split(',')) {
      const address = fold(alias);
      if (address !== '' && address !== contact.email && !canonical.has(address)) canonical.set(address, contact.email);
    }
  }
  return (email) => {
    const address = email === null ? '' : fold(email);
    return own.has(address) ? address : (canonical.get(address) ?? address);
  };
}

/** Not the row of an alias (figures and status blank: they roll up into the row that stays), nor of somebody erased. */
const isPerson = ({ status, email }: Contact): boolean => status !== null && email.includes('@');

/** Leaves out the rows of aliases and of the erased. */
export function peopleOf(people: readonly Person[]): People {
  const all = people
    .filter(({ contact }) => isPerson(contact))
    .sort((a, b) => (a.contact.email < b.contact.email ? -1 : a.contact.email > b.contact.email ? 1 : 0));
  const byAddress = new Map(all.map((person) => [person.contact.email, person]));
  const addressOf = addressFinder(people.map(({ contact }) => contact));
  return { all, find: (email) => byAddress.get(addressOf(email)), addressOf };
}
