import { contactsTable } from '../../contacts/contacts.table';
import { erasedKeyFor } from '../../contacts/erased';
import { contactKeyOf, withoutAliases } from '../../contacts/identity';
import { Refusal } from '../../shared/problem';
import { fold, tidy } from '../../shared/text';
import { sheetsMessages } from '../../sheets/messages';
import { isOpen } from '../../tasks/finish-task';
import { ledgerTable } from '../../tasks/ledger.table';
import { isAutoEnded, stateOfTask } from '../../tasks/task-state';
import { taskArchiveTable, tasksTable, type TaskSheetRow } from '../../tasks/tasks.table';
import { autoOutcome } from '../../tasks/withdraw';
import { importProblemsTable } from '../import-problems.table';
import { personMessages } from './person-messages';
import { runsTable } from '../runs.table';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';
import { findPerson, type FoundPerson } from './find-person';

export interface ErasedPerson {
  /** What stands in Email instead of the address. */
  readonly email: string;
  /** How many rows were blanked. */
  readonly rows: number;
}

/** What follows from the orders and not from who the person is: it stays, so that totals stay right. */
const KEPT_OF_CONTACT = ['isCustomer', 'firstOrderOn', 'lastOrderOn', 'totalOrders', 'totalSpend', 'status', 'averageOrder', 'usualGap', 'nextOrderExpectedOn'];
const KEPT_OF_TASK = ['id', 'createdOn', 'dueOn', 'type', 'status', 'completedOn', 'outcome', 'assignedTo', 'messageLanguage', 'rule', 'run', 'firstDueOn', 'tries'];
const ALIASES = 'alsoKnownAs';

/**
 * Blanks a person in every sheet of ours, with all addresses they are known by; the figures stay, under marks from which
 * no address can be read. Open tasks end. Asked again, by whichever address, it finishes what was cut off: what ties the
 * addresses together goes last. The order sheets are the shop's and are not touched; their orders roll up under the marks
 * from then on.
 */
export function erasePerson(shop: Shop, address: string): ErasedPerson {
  const state = openState(shop);
  const person = findPerson(state, address);
  const words = wordsOf(person);
  const markOf = (email: string | null): string => {
    const key = contactKeyOf(email ?? '') ?? person.email;
    return person.addresses.includes(key) ? erasedKeyFor(key) : key;
  };
  eraseTasks(state, person, words, markOf);
  eraseLines(state, person);
  eraseContacts(state, person, words, markOf);
  shop.book.flush();
  return { email: erasedKeyFor(person.email), rows: person.contacts.length + person.tasks.length + person.archived.length };
}

/** What a formula may spell the person out by, in lower case: addresses, names, numbers as typed and their last digits. */
function wordsOf({ addresses, contacts, tasks, archived }: FoundPerson): string[] {
  const typed = [...contacts, ...tasks, ...archived].flatMap(({ name, phone }) => [name ?? '', phone ?? '']).map((words) => tidy(words).toLowerCase());
  // With its country code a number has other digits in front.
  const digits = typed.map((words) => words.replace(/\D/g, '').slice(-8)).filter((number) => number.length >= 7);
  return [...new Set([...addresses, ...typed.filter((one) => one.length >= 3), ...digits])];
}

function eraseTasks(state: ShopState, person: FoundPerson, words: readonly string[], markOf: (email: string | null) => string): void {
  const { book, today, language } = state.shop;
  const known = new Set(state.outcomes().outcomes.map(({ name }) => fold(name)));
  const ended = autoOutcome(personMessages.erased, language);
  // Outcomes in the manager's own words may name the person, and why a task was withdrawn may name an order of theirs.
  const outcomeOf = (task: TaskSheetRow): string | null => {
    if (isAutoEnded(task)) return stateOfTask(task) === 'expired' ? task.outcome : ended;
    return known.has(fold(task.outcome ?? '')) ? task.outcome : null;
  };
  for (const [table, tasks] of [[tasksTable, person.tasks], [taskArchiveTable, person.archived]] as const) {
    book.erase(
      state.image(table),
      tasks.filter(({ id }) => id !== '').map((task) => ({ at: task.at, set: { email: markOf(task.email), ...(isOpen(task) ? { status: 'Skipped' as const, completedOn: today, outcome: ended } : { outcome: outcomeOf(task) }) } })),
      { keep: KEPT_OF_TASK, words },
    );
    // Typed by hand and not yet taken up: nothing stays of the row.
    book.erase(state.image(table), tasks.filter(({ id }) => id === '').map(({ at }) => ({ at, set: {} })), { keep: [], words });
  }
  const theirs = new Set([...person.tasks, ...person.archived].map(({ id }) => id));
  const ledger = state.image(ledgerTable);
  book.patch(ledger, ledger.rows.filter(({ taskId }) => taskId !== null && theirs.has(taskId)).map(({ at }) => ({ at, set: { state: 'erased' as const } })));
}

/** Lines about rows and runs in which they are named. */
function eraseLines(state: ShopState, { problems, runs }: FoundPerson): void {
  const { book, language } = state.shop;
  const listed = state.image(importProblemsTable);
  if (problems.length > 0) book.replace(listed, listed.rows.filter((row) => !problems.includes(row)));
  book.patch(state.image(runsTable), runs.map(({ at }) => ({ at, set: { error: personMessages.erased[language] } })));
}

function eraseContacts(state: ShopState, person: FoundPerson, words: readonly string[], markOf: (email: string | null) => string): void {
  const { book } = state.shop;
  const contacts = state.image(contactsTable);
  // An address without a row of its own would come back with its next order.
  const marked = new Set([...contacts.rows.map(({ email }) => email), ...person.contacts.map(({ email }) => markOf(email))]);
  book.append(contacts, person.addresses.map(erasedKeyFor).filter((mark) => !marked.has(mark)).map((email) => ({ email })));
  const isRoot = ({ email }: { readonly email: string }): boolean => markOf(email) === erasedKeyFor(person.email);
  for (const rows of [person.contacts.filter((row) => !isRoot(row)), person.contacts.filter(isRoot)]) {
    book.erase(contacts, rows.map((row) => ({ at: row.at, set: { email: markOf(row.email) } })), { keep: [...KEPT_OF_CONTACT, ALIASES], words });
  }
  forgetAliases(state, person, words);
}

/** Also Known As of theirs, and of whoever claimed an address of theirs besides. */
function forgetAliases(state: ShopState, { contacts, addresses }: FoundPerson, words: readonly string[]): void {
  const { book } = state.shop;
  const claims = (cell: string | null): boolean => withoutAliases(cell, addresses) !== cell;
  if (contacts.every(({ alsoKnownAs }) => alsoKnownAs === null) && !state.image(contactsTable).rows.some(({ alsoKnownAs }) => claims(alsoKnownAs))) return;
  // The keys have changed since, and by them rows are found.
  const now = book.read(contactsTable);
  const marks = new Set(addresses.map(erasedKeyFor));
  const theirs = now.rows.filter(({ email, alsoKnownAs }) => marks.has(email) && alsoKnownAs !== null);
  book.erase(now, theirs.map(({ at }) => ({ at, set: {} })), { keep: Object.keys(contactsTable.columns).filter((field) => field !== ALIASES), words });
  const others = now.rows.filter(({ email, alsoKnownAs }) => !marks.has(email) && claims(alsoKnownAs));
  const changed = book.enter(now, others.map(({ at, alsoKnownAs }) => ({ at, set: { alsoKnownAs: withoutAliases(alsoKnownAs, addresses) } })));
  if (changed.length > 0) throw new Refusal(sheetsMessages.rowsChanged(contactsTable.name));
}
