import type { Contact, ContactSheetRow, NewContact } from '../../src/contacts/contacts.table';
import type { ContactRows } from '../../src/contacts/directory';
import { planContactSync, type ContactSyncInput, type ContactSyncPlan } from '../../src/contacts/plan-contact-sync';
import type { ImportPlan } from '../../src/contacts/mailchimp/plan-import';
import type { Order } from '../../src/orders/order';

let made = 0;

/** A completed order of `dana@shop.example` over 100, but for what is said. */
export const anOrder = (details: Partial<Order> = {}): Order => ({
  id: `${(made += 1)}`,
  email: 'dana@shop.example',
  day: '2026-01-01',
  second: 0,
  completedOn: null,
  status: 'completed',
  counts: true,
  total: 100,
  currency: null,
  homeCurrency: true,
  name: null,
  phone: null,
  language: null,
  items: [],
  sheet: 'Orders',
  row: 2,
  ...details,
});

const blank: Omit<Contact, 'email'> = {
  name: null,
  isCustomer: null,
  isMailchimp: null,
  language: null,
  firstOrderOn: null,
  lastOrderOn: null,
  totalOrders: null,
  totalSpend: null,
  status: null,
  notes: null,
  phone: null,
  mailchimpStatus: null,
  tags: null,
  averageOrder: null,
  usualGap: null,
  nextOrderExpectedOn: null,
  lastContactedOn: null,
  birthday: null,
  doNotContact: null,
  alsoKnownAs: null,
  mailchimpSince: null,
};

/** The Contacts sheet with these rows, from row 2 on. */
export function contactsSheet(...rows: readonly NewContact[]): ContactRows & { readonly rows: readonly ContactSheetRow[] } {
  const all = rows.map((row, i): ContactSheetRow => ({ ...blank, ...row, at: i + 2 }));
  return { rows: all.filter((row) => row.email.trim() !== ''), keyless: all.filter((row) => row.email.trim() === '') };
}

/** The sheet once the plan is written to it: rows keep their place, removed ones close up. */
export function written(contacts: ContactRows, plan: Pick<ContactSyncPlan, 'added' | 'patches'> & Partial<ContactSyncPlan>): ReturnType<typeof contactsSheet> {
  const sets = new Map<number, object[]>();
  for (const { at, set } of [...plan.patches, ...(plan.entries ?? [])]) sets.set(at, [...(sets.get(at) ?? []), set]);
  const kept = [...contacts.rows, ...contacts.keyless].filter((row) => !(plan.removed ?? []).includes(row.at)).sort((a, b) => a.at - b.at);
  return contactsSheet(...kept.map((row): NewContact => Object.assign({}, row, ...(sets.get(row.at) ?? [])) as NewContact), ...plan.added); // sets are parts of the row
}

/** The sheet after an import. */
export const imported = (contacts: ContactRows, plan: ImportPlan): ReturnType<typeof contactsSheet> => written(contacts, plan);

/** A sync on 2026-06-30 with 90 days to Lapsed, but for what is said. */
export const sync = (input: Partial<ContactSyncInput>): ContactSyncPlan =>
  planContactSync({ orders: [], contacts: contactsSheet(), settings: { lapsedAfterDays: 90 }, today: '2026-06-30', ...input });

/** Contacts by address, as the people of the plan stand. */
export const standing = (plan: ContactSyncPlan): Readonly<Record<string, Contact>> => Object.fromEntries(plan.people.map(({ contact }) => [contact.email, contact]));
