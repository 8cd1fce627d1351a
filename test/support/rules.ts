import type { Contact } from '../../src/contacts/contacts.table';
import type { Order } from '../../src/orders/order';
import { parseRules, type RulesContext } from '../../src/rules/parse-rules';
import type { Match, Rule, Subject } from '../../src/rules/rule';
import type { NewRule, RuleSheetRow } from '../../src/rules/rules.table';
import type { Settings } from '../../src/settings/settings';
import type { Day } from '../../src/shared/day';
import type { Problem } from '../../src/shared/problem';
import { anOrder, contactsSheet, sync } from './contacts';
import { someSettings } from './settings';

interface SubjectDetails {
  readonly today?: Day;
  /** The person's orders, of `dana@shop.example` but for what is said. */
  readonly orders?: readonly Partial<Order>[];
  /** What differs from the contact that a sync would give. */
  readonly contact?: Partial<Contact>;
  readonly settings?: Partial<Settings>;
}

/** Dana as a sync of her orders would leave her. */
export function aSubject({ today = '2026-06-30', orders = [], contact = {}, settings = {} }: SubjectDetails = {}): Subject {
  const allOrders = orders.map((order, i) => anOrder({ id: `${10001 + i}`, ...order }));
  const set = someSettings(settings);
  const [person] = sync({ orders: allOrders, contacts: contactsSheet({ email: 'dana@shop.example' }), settings: set, today }).people;
  if (person === undefined) throw new Error('The sync lost Dana');
  return { contact: { ...person.contact, ...contact }, orders: person.orders, allOrders, today, settings: set };
}

const blankRow: RuleSheetRow = {
  id: '',
  name: null,
  enabled: true,
  trigger: null,
  taskType: null,
  scope: null,
  days: null,
  everyNth: null,
  minimumValue: null,
  segment: null,
  product: null,
  repeatEvery: null,
  validForDays: null,
  assignedTo: null,
  startOn: '2020-01-01',
  matchesNow: null,
  madeSoFar: null,
  problem: null,
  at: 2,
};

/** Rows of CRM Rules from row 2 on, enabled since 2020 but for what is said. */
export const ruleRows = (...rows: readonly Partial<NewRule>[]): RuleSheetRow[] => rows.map((row, i) => ({ ...blankRow, ...row, at: i + 2 }));

interface SheetDetails extends Partial<RulesContext> {
  readonly segments?: readonly { readonly name: string; readonly query: string }[];
  readonly cellProblems?: readonly Problem[];
}

/** The rules of a sheet with these rows, read on 2026-06-30. */
export function readRules(rows: readonly RuleSheetRow[], { segments = [], cellProblems = [], ...context }: SheetDetails = {}): ReturnType<typeof parseRules> {
  const sheet = { rows: rows.filter((row) => row.id !== ''), keyless: rows.filter((row) => row.id === ''), problems: cellProblems };
  return parseRules(sheet, segments, { settings: someSettings(), today: '2026-06-30', language: 'en', ...context });
}

/** The one rule of a row; the row must be right. */
export function ruleOf(row: Partial<NewRule>, details: SheetDetails = {}): Rule {
  const { rules, problems } = readRules(ruleRows(row), details);
  const [rule] = rules;
  if (rule === undefined) throw new Error(problems.map(({ reason }) => reason.en).join(' '));
  return rule;
}

/** `occasion on day` of each match. */
export const occasionsOf = (matches: readonly Match[]): string[] => matches.map(({ occasion, day }) => `${occasion} on ${day}`);
