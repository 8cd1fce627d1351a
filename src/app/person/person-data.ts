import { contactsTable } from '../../contacts/contacts.table';
import { erasedKeyFor, isErasedKey } from '../../contacts/erased';
import { aliasesIn, contactKeyOf } from '../../contacts/identity';
import { Refusal } from '../../shared/problem';
import { fold } from '../../shared/text';
import { isDateCell, type Cell } from '../../sheets/cell';
import type { Table } from '../../sheets/table';
import type { TableImage } from '../../sheets/workbook';
import { isOpen } from '../../tasks/finish-task';
import { ledgerTable } from '../../tasks/ledger.table';
import { AUTO } from '../../tasks/planning-messages';
import { taskArchiveTable, tasksTable, type TaskSheetRow } from '../../tasks/tasks.table';
import { autoOutcome } from '../../tasks/withdraw';
import { importProblemsTable } from '../import-problems.table';
import { appMessages } from '../messages';
import { personMessages } from './person-messages';
import { runsTable } from '../runs.table';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';

type Exported = Readonly<Record<string, string | number | boolean | null>>;

export interface PersonData {
  readonly email: string;
  /** Every row of ours that is about the person: sheet → rows as header → cell, columns of the manager's own included. */
  readonly sheets: Readonly<Record<string, readonly Exported[]>>;
}

export interface ErasedPerson {
  /** What stands in Email instead of the address. */
  readonly email: string;
  /** How many rows were blanked. */
  readonly rows: number;
}

/** All that the sheets of ours hold about a person, under any of their addresses. */
export function exportPerson(shop: Shop, address: string): PersonData {
  const state = openState(shop);
  const person = personIn(state, address);
  const { book } = shop;
  const problems = state.image(importProblemsTable);
  const about = <T extends Table>(image: TableImage<T>, ats: readonly number[]): Exported[] => book.wholeRows(image, ats).map(asPlain);
  return {
    email: person.email,
    sheets: {
      [contactsTable.name]: about(state.image(contactsTable), person.contacts.map(({ at }) => at)),
      [tasksTable.name]: about(state.image(tasksTable), person.tasks.map(({ at }) => at)),
      [taskArchiveTable.name]: about(state.image(taskArchiveTable), person.archived.map(({ at }) => at)),
      [importProblemsTable.name]: about(problems, problems.rows.filter(({ value }) => person.isNamedIn(value)).map(({ at }) => at)),
    },
  };
}

/** What follows from the orders and not from who the person is: it stays, so that totals stay right. */
const KEPT_OF_CONTACT = ['isCustomer', 'firstOrderOn', 'lastOrderOn', 'totalOrders', 'totalSpend', 'status', 'averageOrder', 'usualGap', 'nextOrderExpectedOn'];
const KEPT_OF_TASK = ['id', 'createdOn', 'dueOn', 'type', 'status', 'completedOn', 'outcome', 'assignedTo', 'messageLanguage', 'rule', 'run', 'firstDueOn', 'tries'];

/**
 * Blanks a person in every sheet of ours, with all addresses they are known by; the figures stay, under marks from which
 * no address can be read. Open tasks end. Asked again it finishes what was cut off. The order sheets are the shop's
 * and are not touched; their orders roll up under the marks from then on.
 */
export function erasePerson(shop: Shop, address: string): ErasedPerson {
  const state = openState(shop);
  const { book, today, language } = shop;
  const person = personIn(state, address);
  const words = [...person.addresses, ...person.words];
  const markOf = (email: string | null): string => {
    const key = contactKeyOf(email ?? '');
    return key !== null && person.addresses.includes(key) ? erasedKeyFor(key) : (key ?? erasedKeyFor(person.email));
  };
  const known = new Set(state.outcomes().outcomes.map(({ name }) => fold(name)));
  const ended = autoOutcome(personMessages.erased, language);
  // Outcomes in the manager's own words may name the person.
  const outcomeOf = ({ outcome }: TaskSheetRow): string | null => (outcome !== null && (known.has(fold(outcome)) || outcome.startsWith(AUTO)) ? outcome : null);
  for (const [table, tasks] of [[tasksTable, person.tasks], [taskArchiveTable, person.archived]] as const) {
    book.erase(
      state.image(table),
      tasks.filter(({ id }) => id !== '').map((task) => ({ at: task.at, set: { email: markOf(task.email), ...(isOpen(task) ? { status: 'Skipped' as const, completedOn: today, outcome: ended } : { outcome: outcomeOf(task) }) } })),
      { keep: KEPT_OF_TASK, words },
    );
  }
  // Typed by hand and not yet taken up: nothing stays of the row.
  book.erase(state.image(tasksTable), person.tasks.filter(({ id }) => id === '').map(({ at }) => ({ at, set: {} })), { keep: [], words });
  const theirs = new Set([...person.tasks, ...person.archived].map(({ id }) => id));
  const ledger = state.image(ledgerTable);
  book.patch(ledger, ledger.rows.filter(({ taskId }) => taskId !== null && theirs.has(taskId)).map(({ at }) => ({ at, set: { state: 'erased' as const } })));
  const problems = state.image(importProblemsTable);
  if (problems.exists) book.replace(problems, problems.rows.filter(({ value }) => !person.isNamedIn(value)));
  const runs = state.image(runsTable);
  book.patch(runs, runs.rows.filter(({ error }) => person.isNamedIn(error)).map(({ at }) => ({ at, set: { error: personMessages.erased[language] } })));
  const contacts = state.image(contactsTable);
  book.erase(contacts, person.contacts.map((row) => ({ at: row.at, set: { email: markOf(row.email) } })), { keep: KEPT_OF_CONTACT, words });
  // An address without a row of its own would come back with its next order.
  const marked = new Set([...contacts.rows.map(({ email }) => email), ...person.contacts.map(({ email }) => markOf(email))]);
  book.append(contacts, [...new Set(person.addresses.map(erasedKeyFor))].filter((mark) => !marked.has(mark)).map((email) => ({ email })));
  book.flush();
  return { email: erasedKeyFor(person.email), rows: person.contacts.length + theirs.size };
}

interface FoundPerson {
  readonly email: string;
  /** All addresses that are this person's, by Also Known As. */
  readonly addresses: readonly string[];
  /** Name and phone as they stand, in lower case. */
  readonly words: readonly string[];
  readonly contacts: TableImage<typeof contactsTable>['rows'];
  readonly tasks: readonly TaskSheetRow[];
  readonly archived: readonly TaskSheetRow[];
  readonly isNamedIn: (words: string | null) => boolean;
}

/** The rows of the person who has the address, whichever of theirs it is. Throws Refusal where there are none. */
function personIn(state: ShopState, address: string): FoundPerson {
  const email = contactKeyOf(address);
  if (email === null || isErasedKey(email)) throw new Refusal(appMessages.noSuchContact(address));
  const rows = state.image(contactsTable).rows;
  const addresses = new Set([email]);
  // Chains of Also Known As are followed to both ends.
  for (let before = 0; before !== addresses.size; ) {
    before = addresses.size;
    for (const row of rows) {
      if (row.alsoKnownAs === null) continue;
      const all = [contactKeyOf(row.email), ...aliasesIn(row.alsoKnownAs).addresses].filter((one) => one !== null);
      if (all.some((one) => addresses.has(one))) for (const one of all) addresses.add(one);
    }
  }
  const keys = new Set([...addresses, ...[...addresses].map(erasedKeyFor)]);
  const isTheirs = (cell: string | null): boolean => cell !== null && keys.has(contactKeyOf(cell) ?? '');
  const contacts = rows.filter((row) => isTheirs(row.email));
  const tasks = [...state.image(tasksTable).rows, ...state.image(tasksTable).keyless].filter((task) => isTheirs(task.email));
  const archived = state.image(taskArchiveTable).rows.filter((task) => isTheirs(task.email));
  if (contacts.length + tasks.length + archived.length === 0) throw new Refusal(appMessages.noSuchContact(address));
  return {
    email,
    addresses: [...addresses],
    words: contacts.flatMap(({ name, phone }) => [name, phone]).flatMap((words) => (words === null || words.trim().length < 3 ? [] : [words.trim().toLowerCase()])),
    contacts,
    tasks,
    archived,
    isNamedIn: (words) => words !== null && words.split(/[\s,;<>"'()“”]+/).some((word) => addresses.has(contactKeyOf(word.replace(/[.:]+$/, '')) ?? '')),
  };
}

const asPlain = (cells: Readonly<Record<string, Cell>>): Exported =>
  Object.fromEntries(Object.entries(cells).map(([header, cell]) => [header, isDateCell(cell) ? cell.moment.replace('T00:00:00', '') : cell === '' ? null : cell]));
