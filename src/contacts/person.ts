import type { Order } from '../orders/order';
import { remembered } from '../shared/collections';
import { languageCode } from '../shared/language-code';
import type { Contact } from './contacts.table';

/** Somebody with an address: what the rules, the tasks and the sidebar look at. */
export interface Person {
  /**
   * The contact as it will stand after the write. Two fields say what is in effect rather than what the cell shows:
   * `doNotContact` is true where any row or alias of the person has it, `language` is a code even where a word was typed.
   */
  readonly contact: Contact;
  /** The person's counted orders, those of aliases included, by day, then second, then id. */
  readonly orders: readonly Order[];
  /** All of the person's orders, those that don't count too: they tell a cancelled order from a vanished one. */
  readonly allOrders: readonly Order[];
  /** The handle of the row; null for one that the plan adds. */
  readonly at: number | null;
  /** The address whose row stays, where this one is only an alias of it. */
  readonly aliasOf: string | null;
  /** Whether rules may look at the person: not an alias, not erased. */
  readonly matchable: boolean;
}

/** The contact as rules see it: a refusal in any of the rows is the person's, a typed language word is its code. Mostly that is what its row says. */
export function inEffect(contact: Contact, refused: boolean): Contact {
  const doNotContact = refused ? true : contact.doNotContact;
  const language = contact.language === null ? null : (codeOf(contact.language) ?? contact.language);
  return doNotContact === contact.doNotContact && language === contact.language ? contact : { ...contact, doNotContact, language };
}

const codeOf = remembered(languageCode);
