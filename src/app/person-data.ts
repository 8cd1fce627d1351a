import { contactsTable } from '../contacts/contacts.table';
import { contactKeyOf } from '../contacts/identity';
import { erasedKeyFor } from '../contacts/erased';
import { Refusal } from '../shared/problem';
import { fold } from '../shared/text';
import type { Row, Table } from '../sheets/table';
import { taskArchiveTable, tasksTable, type TaskSheetRow } from '../tasks/tasks.table';
import { importProblemsTable } from './import-problems.table';
import { appMessages } from './messages';
import type { Shop } from './shop';
import { openState } from './shop-state';

export interface PersonData {
  readonly email: string;
  /** Every row of ours that is about the person: sheet → rows as header → cell. */
  readonly sheets: Readonly<Record<string, readonly Readonly<Record<string, string | number | boolean | null>>[]>>;
}

/** All that the sheets of ours hold about a person. */
export function exportPerson(shop: Shop, address: string): PersonData {
  const state = openState(shop);
  const email = addressOf(address);
  const contacts = state.image(contactsTable).rows.filter((row) => contactKeyOf(row.email) === email);
  const sheets = {
    [contactsTable.name]: contacts.map((row) => asHeaders(contactsTable, row)),
    [tasksTable.name]: state.image(tasksTable).rows.filter(isOf(email)).map((row) => asHeaders(tasksTable, row)),
    [taskArchiveTable.name]: state.image(taskArchiveTable).rows.filter(isOf(email)).map((row) => asHeaders(taskArchiveTable, row)),
  };
  if (Object.values(sheets).every((rows) => rows.length === 0)) throw new Refusal(appMessages.noSuchContact(address));
  return { email, sheets };
}

/**
 * Blanks a person in every sheet of ours; the figures stay, under a mark from which the address can't be read. The order
 * sheets are the shop's and are not touched.
 */
export function erasePerson(shop: Shop, address: string): { readonly email: string; readonly rows: number } {
  const state = openState(shop);
  const email = addressOf(address);
  const mark = erasedKeyFor(email);
  const contacts = state.image(contactsTable);
  const found = contacts.rows.filter((row) => contactKeyOf(row.email) === email);
  const tasks = [tasksTable, taskArchiveTable].map((table) => ({ image: state.image(table), rows: state.image(table).rows.filter(isOf(email)) }));
  if (found.length === 0 && tasks.every(({ rows }) => rows.length === 0)) throw new Refusal(appMessages.noSuchContact(address));
  shop.book.erase(
    contacts,
    found.map(({ at }) => ({ at, set: { email: mark } })),
    ['isCustomer', 'firstOrderOn', 'lastOrderOn', 'totalOrders', 'totalSpend', 'status', 'averageOrder', 'usualGap', 'nextOrderExpectedOn'],
  );
  for (const { image, rows } of tasks) {
    shop.book.erase(
      image,
      rows.map((task) => ({ at: task.at, set: { email: mark } })),
      ['id', 'createdOn', 'dueOn', 'type', 'status', 'completedOn', 'assignedTo', 'messageLanguage', 'rule', 'run', 'firstDueOn', 'tries'],
    );
  }
  const problems = state.image(importProblemsTable);
  shop.book.replace(problems, problems.rows.filter((row) => !fold(row.value ?? '').includes(email)));
  return { email: mark, rows: found.length + tasks.reduce((count, { rows }) => count + rows.length, 0) };
}

function addressOf(address: string): string {
  const email = contactKeyOf(address);
  if (email === null) throw new Refusal(appMessages.noSuchContact(address));
  return email;
}

const isOf =
  (email: string) =>
  (task: TaskSheetRow): boolean =>
    task.email !== null && contactKeyOf(task.email) === email;

const asHeaders = <T extends Table>(table: T, row: Row<T>): Record<string, string | number | boolean | null> =>
  Object.fromEntries(Object.entries(table.columns).map(([field, column]) => [column.header, row[field as keyof Row<T>] as string | number | boolean | null])); // the fields are the table's
