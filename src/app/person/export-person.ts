import { contactsTable } from '../../contacts/contacts.table';
import { isErasedKey } from '../../contacts/erased';
import { contactKeyOf } from '../../contacts/identity';
import { isDateCell, type Cell } from '../../sheets/cell';
import type { Table } from '../../sheets/table';
import { ledgerTable } from '../../tasks/ledger.table';
import { taskArchiveTable, tasksTable } from '../../tasks/tasks.table';
import { importProblemsTable } from '../import-problems.table';
import { ourTables } from '../our-tables';
import { runsTable } from '../runs.table';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';
import { everyRow, findPerson, type FoundPerson } from './find-person';

type Exported = Readonly<Record<string, string | number | boolean | null>>;

export interface PersonData {
  /** The address whose row stays. */
  readonly email: string;
  /** All addresses that are this person's, by Also Known As. */
  readonly addresses: readonly string[];
  /** Whether erasing has left nothing of them but figures under marks. */
  readonly erased: boolean;
  /** Every row of ours that is about the person: sheet → rows as header → cell, columns of the manager's own included. */
  readonly sheets: Readonly<Record<string, readonly Exported[]>>;
  /** Cells that are about something else but spell out an address of theirs, such as another person's notes; erasing leaves them. */
  readonly elsewhere: readonly { readonly sheet: string; readonly row: number; readonly column: string }[];
}

/** All that the sheets of ours hold about a person, under any of their addresses. The ledger holds hashes alone. */
export function exportPerson(shop: Shop, address: string): PersonData {
  const state = openState(shop);
  const person = findPerson(state, address);
  const about = (table: Table, rows: readonly { readonly at: number }[]): [string, Exported[]] => [table.name, shop.book.wholeRows(state.image(table), rows.map(({ at }) => at)).map(asPlain)];
  const owned = [...person.contacts, ...person.tasks, ...person.archived];
  return {
    email: person.email,
    addresses: person.addresses,
    erased: owned.length > 0 && owned.every(({ email }) => isErasedKey(contactKeyOf(email ?? '') ?? '')),
    sheets: Object.fromEntries([
      about(contactsTable, person.contacts),
      about(tasksTable, person.tasks),
      about(taskArchiveTable, person.archived),
      about(importProblemsTable, person.problems),
      about(runsTable, person.runs),
    ]),
    elsewhere: elsewhere(state, person),
  };
}

/** What erasing cleans wherever it stands. */
const CLEANED: readonly string[] = [importProblemsTable.name, runsTable.name, ledgerTable.name];

function elsewhere(state: ShopState, person: FoundPerson): PersonData['elsewhere'] {
  const theirs: Readonly<Record<string, readonly { readonly at: number }[]>> = { [contactsTable.name]: person.contacts, [tasksTable.name]: person.tasks, [taskArchiveTable.name]: person.archived };
  return ourTables
    .filter(({ name }) => !CLEANED.includes(name))
    .flatMap((table) => {
      const image = state.image(table);
      if (!image.exists) return [];
      const own = new Set((theirs[table.name] ?? []).map(({ at }) => at));
      const ats = everyRow(state, table).flatMap(({ at }) => (own.has(at) ? [] : [at]));
      return state.shop.book.wholeRows(image, ats).flatMap((cells, i) =>
        Object.entries(cells)
          .filter(([column, cell]) => typeof cell === 'string' && column !== contactsTable.columns.alsoKnownAs.header && person.isNamedIn(cell))
          .map(([column]) => ({ sheet: table.name, row: ats[i] ?? 0, column })),
      );
    });
}

const asPlain = (cells: Readonly<Record<string, Cell>>): Exported =>
  Object.fromEntries(Object.entries(cells).map(([header, cell]) => [header, isDateCell(cell) ? cell.moment.replace('T00:00:00', '') : cell === '' ? null : cell]));
