import type { Order } from '../orders/order';
import type { SeenPerson } from '../orders/order-row';
import { isThrownAway } from '../orders/status';
import type { Settings } from '../settings/settings';
import type { Day } from '../shared/day';
import type { Problem } from '../shared/problem';
import { entryTo, patchTo, type ContactEntry } from './contact-changes';
import type { Contact, ContactRowPatch, ContactSheetRow, NewContact } from './contacts.table';
import { directoryOf, othersOf, type ContactRows, type Directory, type OwnCellsOf } from './directory';
import { erasedKeys, isErasedKey, type ErasedKeyOf } from './erased';
import { blankContact } from './blank-contact';
import { blankFigures, figuresOf } from './figures';
import { contactKeyOf } from './identity';
import { languageOfName } from './language-of-name';
import { inOrderOfTime, newestOf } from './order-history';
import { inEffect, type Person } from './person';
import { withOthers } from './roll-up';

export interface ContactSyncInput {
  /** Every order once, counted or not, in any order. */
  readonly orders: readonly Order[];
  /** People whose row in an order sheet could not be taken as an order: contacts all the same. */
  readonly alsoSeen?: readonly SeenPerson[];
  readonly contacts: ContactRows;
  readonly settings: Pick<Settings, 'lapsedAfterDays'>;
  readonly today: Day;
  /** Address → day of the newest finished task whose outcome counts as contact. */
  readonly lastContacted?: ReadonlyMap<string, Day>;
  /** Days of contacts that were taken back, by address: a Last Contacted of that day follows `lastContacted` alone. */
  readonly takenBack?: ReadonlyMap<string, Day>;
  /** Left out: the erased are known by the hashes in Contacts. */
  readonly erasedKeyOf?: ErasedKeyOf;
  readonly ownCellsOf?: OwnCellsOf;
}

/** What a sync would write; applied and planned again it is empty. */
export interface ContactSyncPlan {
  readonly added: readonly NewContact[];
  readonly patches: readonly ContactRowPatch[];
  /** The manager's columns of rows that duplicates are joined into; to be written before `removed` is. */
  readonly entries: readonly ContactEntry[];
  /** Duplicate rows whose content stands in another row once patches and entries are written. */
  readonly removed: readonly number[];
  readonly problems: readonly Problem[];
  /** Everyone with an address, aliases included: rows in sheet order, then the added. */
  readonly people: readonly Person[];
}

/** Orders of each key, sorted by time; an alias's are under the address whose row stays. */
function ordersByKey(orders: readonly Order[], directory: Directory, erasedKeyOf: ErasedKeyOf): Map<string, Order[]> {
  const groups = new Map<string, Order[]>();
  for (const order of orders) {
    const key = erasedKeyOf(order.email) ?? order.email;
    const root = directory.rootOf.get(key) ?? key;
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [order]);
    else group.push(order);
  }
  for (const group of groups.values()) if (!isInOrder(group)) group.sort(inOrderOfTime);
  return groups;
}

/** Orders mostly come sorted. */
const isInOrder = (orders: readonly Order[]): boolean => orders.every((order, i) => i === 0 || inOrderOfTime(orders[i - 1] ?? order, order) <= 0);

/** Last contacts by the address whose row stays; the later of several. */
function contactedByKey(lastContacted: ReadonlyMap<string, Day> | undefined, directory: Directory, erasedKeyOf: ErasedKeyOf): Map<string, Day> {
  const days = new Map<string, Day>();
  for (const [email, day] of lastContacted ?? []) {
    const address = contactKeyOf(email);
    if (address === null) continue;
    const key = erasedKeyOf(address) ?? address;
    const root = directory.rootOf.get(key) ?? key;
    const known = days.get(root);
    if (known === undefined || day > known) days.set(root, day);
  }
  return days;
}

const laterDay = (...days: readonly (Day | null | undefined)[]): Day | null => {
  let last: Day | null = null;
  for (const day of days) if (day !== null && day !== undefined && (last === null || day > last)) last = day;
  return last;
};

const isFilled = (own: string | null): own is string => own !== null && own !== '';
const filledFrom = (own: string | null, source: string | null): string | null => (isFilled(own) ? own : source);

/** Name, phone and language where blank: from the newest order that has one, then another row of the person, then the name's script. The same contact where none is blank. */
function withShared(own: Contact, orders: readonly Order[], others: readonly Contact[]): Contact {
  if (others.length === 0 && isFilled(own.name) && isFilled(own.phone) && isFilled(own.language)) return own;
  const name = filledFrom(own.name, newestOf(orders, 'name'));
  const phone = filledFrom(own.phone, newestOf(orders, 'phone'));
  const language = filledFrom(own.language, newestOf(orders, 'language'));
  if (others.length === 0) return { ...own, name, phone, language: filledFrom(language, languageOfName(name)) };
  const whole = withOthers({ ...own, name, phone, language }, others);
  return { ...whole, language: filledFrom(whole.language, languageOfName(whole.name)) };
}

/** What the order sheets and the Contacts sheet make of the people; nothing is written. Linear in orders and rows. */
export function planContactSync(input: ContactSyncInput): ContactSyncPlan {
  const { contacts, settings, today, erasedKeyOf = erasedKeys(contacts.rows) } = input;
  const directory = directoryOf(contacts, input.ownCellsOf);
  const ordersOf = ordersByKey(input.orders, directory, erasedKeyOf);
  const contactedOn = contactedByKey(input.lastContacted, directory, erasedKeyOf);
  const takenBackOn = contactedByKey(input.takenBack, directory, erasedKeyOf);

  const patches: ContactRowPatch[] = [];
  const entries: ContactEntry[] = [];
  const removed: number[] = [];
  const people: Person[] = [];
  const change = (row: ContactSheetRow, contact: Contact): void => {
    const patch = patchTo(row, contact);
    if (patch !== null) patches.push(patch);
  };

  const standing = (key: string, own: Contact, others: readonly Contact[]): { readonly contact: Contact; readonly counted: readonly Order[]; readonly orders: readonly Order[] } => {
    const orders = ordersOf.get(key) ?? [];
    const counted = orders.filter((order) => order.counts);
    // An erased person's figures stay right; nothing else of them comes back.
    const whole = isErasedKey(key) ? own : withShared(own, orders, others);
    const contact: Contact = {
      ...whole,
      email: key,
      isMailchimp: whole.isMailchimp === true || whole.mailchimpStatus !== null,
      lastContactedOn: isErasedKey(key) ? null : laterDay(contactedOn.get(key), ...[own, ...others].map((row) => (row.lastContactedOn === takenBackOn.get(key) ? null : row.lastContactedOn))),
      ...figuresOf(counted, settings.lapsedAfterDays, today),
    };
    return { contact, counted, orders };
  };

  for (const identity of directory.identities.values()) {
    const { key, row, merged, apart } = identity;
    const root = directory.rootOf.get(key);
    const others = root === undefined ? othersOf(directory, key) : [];
    const { contact, counted, orders } =
      root === undefined ? standing(key, identity.contact, others) : { contact: { ...identity.contact, email: key, ...blankFigures }, counted: [], orders: [] };
    change(row, contact);
    const entry = entryTo(row, contact);
    if (entry !== null) entries.push(entry);
    removed.push(...merged.map((other) => other.at));
    for (const other of apart) change(other, { ...other, email: key, ...blankFigures });
    people.push({
      contact: inEffect(contact, [row, ...merged, contact, ...others].some((each) => each.doNotContact === true)),
      orders: counted,
      allOrders: orders,
      at: row.at,
      aliasOf: root ?? null,
      matchable: root === undefined && !isErasedKey(key),
    });
  }

  const added: NewContact[] = [];
  const seen = seenByKey(input.alsoSeen ?? [], directory, erasedKeyOf);
  // An order that the shop threw away makes nobody a contact: most exporters leave it out.
  const buyers = [...ordersOf].filter(([, orders]) => !orders.every(isThrownAway)).map(([key]) => key);
  const unknown = [...new Set([...buyers, ...seen.keys()])].filter((key) => !directory.identities.has(key));
  for (const key of unknown.sort(byFirstOrder(ordersOf))) {
    const { contact, counted, orders } = standing(key, { ...blankContact(key), ...(isErasedKey(key) ? {} : seen.get(key)) }, []);
    added.push(contact);
    people.push({ contact, orders: counted, allOrders: orders, at: null, aliasOf: null, matchable: !isErasedKey(key) });
  }
  return { added, patches, entries, removed, problems: directory.problems, people };
}

/** Name, phone and language of people seen without an order, by the address whose row stays. */
function seenByKey(people: readonly SeenPerson[], directory: Directory, erasedKeyOf: ErasedKeyOf): Map<string, Omit<SeenPerson, 'email'>> {
  const seen = new Map<string, Omit<SeenPerson, 'email'>>();
  for (const { email, ...person } of people) {
    const key = erasedKeyOf(email) ?? email;
    seen.set(directory.rootOf.get(key) ?? key, person);
  }
  return seen;
}

/** New people in the order in which they first appeared, so that the sheet reads as the shop's history. */
const byFirstOrder =
  (ordersOf: ReadonlyMap<string, readonly Order[]>) =>
  (a: string, b: string): number => {
    const [x, y] = [ordersOf.get(a)?.[0], ordersOf.get(b)?.[0]];
    return (x !== undefined && y !== undefined ? inOrderOfTime(x, y) : 0) || (a < b ? -1 : 1);
  };
