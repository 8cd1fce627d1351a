import { contactsTable, type Contact } from '../../contacts/contacts.table';
import { dayOfMoment, daysBetween, type Day } from '../../shared/day';
import { foldHeader, text, tidy, type Text } from '../../shared/text';
import type { Column } from '../../sheets/table';
import { comparisons } from './comparison';

type ContactField = keyof (typeof contactsTable)['columns'];

/** What a query can be asked about: the columns of Contacts and a few figures that follow from them. */
export type FieldName = ContactField | 'daysSinceOrder' | 'daysSinceContact';

/** What a field holds for a query. `list`: several texts joined by comma; `monthDay`: MM-DD. */
export type FieldKind = 'text' | 'list' | 'language' | 'choice' | 'flag' | 'number' | 'day' | 'monthDay';

export interface SegmentField {
  readonly name: FieldName;
  readonly header: string;
  /** Other names it goes by, the one that reads best first. */
  readonly shortForms: readonly string[];
  readonly kind: FieldKind;
  /** The only words that a choice field knows; empty for other kinds. */
  readonly choices: readonly string[];
  /** The operators that fit its kind, as a query spells them. */
  readonly operators: readonly string[];
  readonly help: Text;
  /** The person's value: text, number, flag or day by the field's kind; null where blank. */
  readonly valueOf: (contact: Contact, today: Day) => string | number | boolean | null;
}

const shortForms: Partial<Record<FieldName, readonly string[]>> = {
  email: ['mail', 'e-mail address', 'address'],
  name: ['customer name', 'full name'],
  isCustomer: ['customer'],
  isMailchimp: ['mailchimp', 'in mailchimp'],
  language: ['lang'],
  firstOrderOn: ['first order', 'first order on', 'first purchase'],
  lastOrderOn: ['last order', 'last order on', 'last purchase'],
  totalOrders: ['orders', 'order count', 'number of orders'],
  totalSpend: ['spend', 'total spent', 'spent'],
  status: ['status'],
  notes: ['note'],
  phone: ['phone number', 'telephone'],
  tags: ['tag'],
  averageOrder: ['average', 'average order value'],
  usualGap: ['gap', 'days between orders'],
  nextOrderExpectedOn: ['next order', 'expected', 'next expected'],
  lastContactedOn: ['last contact', 'contacted'],
  birthday: ['birth date', 'date of birth'],
  doNotContact: ['dnc', 'no contact'],
  alsoKnownAs: ['aliases', 'alias'],
  mailchimpSince: ['subscribed since', 'member since'],
  daysSinceOrder: ['days since last order', 'days since purchase'],
  daysSinceContact: ['days since last contact', 'days since contacted'],
};

/** Columns that hold something more special than their kind says. */
const specialKinds: Partial<Record<FieldName, FieldKind>> = { language: 'language', tags: 'list', alsoKnownAs: 'list', birthday: 'monthDay' };

const orderly = [...comparisons, 'between', 'in', 'is blank', 'is not blank'];
const textual = ['=', '!=', 'contains', 'not contains', 'in', 'is blank', 'is not blank'];
const operatorsOf: Readonly<Record<FieldKind, readonly string[]>> = {
  text: textual,
  list: textual,
  language: textual,
  choice: textual,
  flag: ['=', '!=', 'is blank', 'is not blank'],
  number: orderly,
  day: orderly,
  monthDay: orderly,
};

function kindOf(column: Column): FieldKind {
  switch (column.kind) {
    case 'number':
    case 'count':
    case 'money':
      return 'number';
    case 'day':
    case 'moment':
      return 'day';
    default:
      return column.kind;
  }
}

function readerOf(name: ContactField, column: Column): SegmentField['valueOf'] {
  if (column.kind === 'moment') {
    return (contact) => {
      const value = contact[name];
      return typeof value === 'string' ? dayOfMoment(value) : null;
    };
  }
  return (contact) => {
    const value = contact[name];
    return typeof value === 'string' && tidy(value) === '' ? null : value;
  };
}

const daysSince =
  (name: 'lastOrderOn' | 'lastContactedOn'): SegmentField['valueOf'] =>
  (contact, today) => {
    const day = contact[name];
    return day === null ? null : daysBetween(day, today);
  };

const described = (name: FieldName, header: string, kind: FieldKind, help: Text, valueOf: SegmentField['valueOf'], choices: readonly string[] = []): SegmentField => ({
  name,
  header,
  shortForms: shortForms[name] ?? [],
  kind,
  choices,
  operators: operatorsOf[kind],
  help,
  valueOf,
});

// Object.entries forgets the key's type; the table's own fields are all that it can give.
const columnsOfContacts = Object.entries(contactsTable.columns) as readonly (readonly [ContactField, Column])[];

/** Every field that a segment query knows, from the Contacts columns: for the query builder, the help and the parser. */
export const segmentFields: readonly SegmentField[] = [
  ...columnsOfContacts.map(([name, column]) =>
    described(name, column.header, specialKinds[name] ?? kindOf(column), column.help, readerOf(name, column), (column.choices ?? []).map(String)),
  ),
  described('daysSinceOrder', 'Days Since Order', 'number', text('Days from Last Order Date to today.', 'ימים מתאריך ההזמנה האחרונה ועד היום.'), daysSince('lastOrderOn')),
  described('daysSinceContact', 'Days Since Contact', 'number', text('Days from Last Contacted to today.', 'ימים מהקשר האחרון ועד היום.'), daysSince('lastContactedOn')),
];

const byName = new Map(segmentFields.map((field) => [field.name, field]));

export function fieldOf(name: FieldName): SegmentField {
  const field = byName.get(name);
  if (field === undefined) throw new Error(`No such segment field: ${name}`);
  return field;
}

const byWords = new Map(segmentFields.flatMap((field) => [field.header, ...field.shortForms].map((words): [string, SegmentField] => [foldHeader(words), field])));

/** The field of a header or short form, without case, blanks, `_` or `-`. */
export const fieldNamed = (words: string): SegmentField | undefined => byWords.get(foldHeader(words));

/** The most words a field's name has. */
export const MOST_WORDS = 4;

/** Every name a field can be called by, for a “did you mean”. */
export const fieldNames: readonly string[] = segmentFields.flatMap((field) => [field.header, ...field.shortForms]);
