import type { Contact } from '../../contacts/contacts.table';
import { fold } from '../../shared/text';
import { messageFor } from '../../tasks/message';
import { internationalDigits } from '../../tasks/phone';
import { cardMaker } from '../../tasks/queue';
import { wrongNumbersIn } from '../../tasks/settle-edits';
import { tasksTable } from '../../tasks/tasks.table';
import { contactsOf } from '../contacts-of';
import type { ShopState } from '../shop-state';

export interface TaskCards extends ReturnType<typeof cardMaker> {
  /** The contact of an address, or of the row that it is another address of. */
  readonly contactOf: (email: string) => Contact | undefined;
}

/** Cards of these people's tasks, from the sheets of ours alone; the order sheets are not read. */
export function taskCards(state: ShopState, emails: Iterable<string>): TaskCards {
  const settings = state.settings();
  const tasks = state.image(tasksTable).rows;
  const { templates } = state.templates();
  const isWrongNumber = wrongNumbersIn(tasks, state.outcomes().outcomes);
  const contacts = new Map<string, Contact>();
  const aliases = new Map<string, Contact>();
  for (const contact of contactsOf(state.shop.book, emails).rows) {
    if (!contacts.has(contact.email)) contacts.set(contact.email, contact);
    if (contact.alsoKnownAs !== null) for (const alias of contact.alsoKnownAs.split(',')) aliases.set(fold(alias), contact);
  }
  const contactOf = (email: string): Contact | undefined => {
    const address = fold(email);
    return aliases.get(address) ?? contacts.get(address);
  };
  return {
    contactOf,
    ...cardMaker(tasks, {
      contactOf,
      isWrongNumber,
      digits: (contact) => (isWrongNumber(contact) ? null : internationalDigits(contact.phone, settings.defaultCountryCode)),
      today: state.shop.today,
      message: (taskType, channel, contact, items) =>
        messageFor(templates, channel, {
          taskType,
          contact,
          items: items.map((name) => ({ name, quantity: 1, total: null })),
          lastOrderOn: contact.lastOrderOn,
          shop: settings.shopName,
          signature: settings.signature,
          defaultLanguage: settings.defaultLanguage,
        }),
    }),
  };
}
