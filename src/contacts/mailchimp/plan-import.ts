import type { Order } from '../../orders/order';
import { Refusal, type Problem } from '../../shared/problem';
import { patchTo } from '../contact-changes';
import { consentOf, laterConsent, type Consent } from '../consent';
import type { Contact, ContactRowPatch, NewContact } from '../contacts.table';
import { directoryOf, othersOf, type ContactRows, type OwnCellsOf } from '../directory';
import { erasedKeys, type ErasedKeyOf } from '../erased';
import { blankContact } from '../blank-contact';
import { blankFigures } from '../figures';
import { languageOfName } from '../language-of-name';
import { inOrderOfTime, newestOf } from '../order-history';
import { withOthers } from '../roll-up';
import { withTags } from '../tags';
import { joinedMembers } from './joined-members';
import type { Member, ReadExport } from './member';
import { mailchimpMessages as messages } from './messages';

export interface ImportInput {
  readonly files: readonly ReadExport[];
  readonly contacts: ContactRows;
  /** The shop's orders, where they are at hand: name, phone and language of a buyer come from them before Mailchimp's. */
  readonly orders?: readonly Order[];
  /** Left out: the erased are known by the hashes in Contacts. */
  readonly erasedKeyOf?: ErasedKeyOf;
  readonly ownCellsOf?: OwnCellsOf;
}

/** What an import would write, and what its preview shows; applied and planned again it is empty. */
export interface ImportPlan {
  readonly added: readonly NewContact[];
  readonly patches: readonly ContactRowPatch[];
  /** Addresses of the files: those that get a new row, those whose row (or the row they are an alias of) changes, the rest. */
  readonly counts: { readonly new: number; readonly changed: number; readonly unchanged: number };
  /** Rows of the files that are not taken. */
  readonly rejected: readonly Problem[];
  /** Cells left out of rows that are taken, and what is wrong with rows of Contacts. */
  readonly problems: readonly Problem[];
}

const filled = (own: string | null, source: string | null): string | null => (own === null || own === '' ? source : own);

const newContact = (email: string): Contact => ({
  ...blankContact(email),
  // What the sync finds for somebody without an order.
  isCustomer: false,
  isMailchimp: true,
  totalOrders: 0,
  totalSpend: 0,
  status: 'Prospect',
});

const consentOfMember = (member: Member): Consent | null => (member.status === null ? null : { status: member.status, since: member.since });

/** The row with what the export says of it: consent by time, tags added, blanks of the shared columns filled. */
function withMember(own: Contact, member: Member): Contact {
  const consent = laterConsent(consentOf(own), consentOfMember(member));
  return {
    ...own,
    isMailchimp: true,
    mailchimpStatus: consent === null ? null : consent.status,
    mailchimpSince: consent === null ? own.mailchimpSince : consent.since,
    tags: withTags(own.tags, member.tags),
    name: filled(own.name, member.name),
    phone: filled(own.phone, member.phone),
    language: filled(own.language, member.language),
    birthday: filled(own.birthday, member.birthday),
  };
}

/** Blanks filled from the person's newest orders. */
const withOrders = (own: Contact, orders: readonly Order[]): Contact => ({
  ...own,
  name: filled(own.name, newestOf(orders, 'name')),
  phone: filled(own.phone, newestOf(orders, 'phone')),
  language: filled(own.language, newestOf(orders, 'language')),
});

function ordersByAddress(orders: readonly Order[], wanted: ReadonlySet<string>, rootOf: ReadonlyMap<string, string>): Map<string, Order[]> {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const key = rootOf.get(order.email) ?? order.email;
    if (!wanted.has(key)) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [order]);
    else group.push(order);
  }
  for (const group of groups.values()) group.sort(inOrderOfTime);
  return groups;
}

/** What importing the files would change in Contacts; nothing is written. Refuses while a file's kind is still to be asked. */
export function planImport(input: ImportInput): ImportPlan {
  const { files, contacts, erasedKeyOf = erasedKeys(contacts.rows) } = input;
  const unknown = files.find((file) => file.needsKind);
  if (unknown !== undefined) throw new Refusal(messages.kindUnknown(unknown.file));

  const directory = directoryOf(contacts, input.ownCellsOf);
  const { identities, rootOf, problems } = directory;
  const all = joinedMembers(files.flatMap((file) => file.members));
  // The erased stay erased: their row says nothing of Mailchimp, and no new one is made.
  const members = all.filter((member) => erasedKeyOf(member.email) === null);
  const touched = new Set(members.map((member) => rootOf.get(member.email) ?? member.email));
  const ordersOf = ordersByAddress(input.orders ?? [], touched, rootOf);

  // First every address by itself, then the rows that stay with what their aliases bring.
  const standing = new Map<string, Contact>();
  for (const member of members) {
    const own = identities.get(member.email)?.contact;
    const isAlias = rootOf.has(member.email);
    const start = own ?? { ...newContact(member.email), notes: member.notes, ...(isAlias ? blankFigures : {}) };
    standing.set(member.email, withMember(isAlias ? start : withOrders(start, ordersOf.get(member.email) ?? []), member));
  }
  for (const key of touched) {
    const own = standing.get(key) ?? identities.get(key)?.contact;
    if (own === undefined) continue;
    const added = (directory.aliasesOf.get(key) ?? []).flatMap((alias) => (identities.has(alias) ? [] : (standing.get(alias) ?? [])));
    const others = [...added, ...othersOf(directory, key, (identity) => standing.get(identity.key) ?? identity.contact)];
    const whole = withOthers(withOrders(own, ordersOf.get(key) ?? []), others);
    standing.set(key, { ...whole, language: filled(whole.language, languageOfName(whole.name)) });
  }

  const added: NewContact[] = [];
  const patches = new Map<string, ContactRowPatch>();
  for (const [key, contact] of standing) {
    const row = identities.get(key)?.row;
    const patch = row === undefined ? null : patchTo(row, { ...contact, email: row.email });
    if (row === undefined) added.push(contact);
    else if (patch !== null) patches.set(key, patch);
  }
  const addedKeys = new Set(added.map((contact) => contact.email));
  const changed = members.filter(({ email }) => !addedKeys.has(email) && (patches.has(email) || patches.has(rootOf.get(email) ?? ''))).length;
  const problemsIn = (of: 'rejected' | 'leftOut'): Problem[] =>
    files.flatMap((file) => file[of].map(({ line, value, reason, cure }): Problem => ({ sheet: file.file, row: line, value, reason, cure })));
  return {
    added,
    patches: [...patches.values()],
    counts: { new: added.length, changed, unchanged: all.length - added.length - changed },
    rejected: problemsIn('rejected'),
    problems: [...problemsIn('leftOut'), ...problems],
  };
}
