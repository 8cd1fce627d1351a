import { contactsTable, type ContactSheetRow } from '../../contacts/contacts.table';
import { directoryOf } from '../../contacts/directory';
import { erasedKeyFor, isErasedKey } from '../../contacts/erased';
import { contactKeyOf } from '../../contacts/identity';
import { Refusal } from '../../shared/problem';
import type { SheetRow, Table } from '../../sheets/table';
import { taskArchiveTable, tasksTable, type TaskSheetRow } from '../../tasks/tasks.table';
import { importProblemsTable } from '../import-problems.table';
import { appMessages } from '../messages';
import { runsTable, type RunsTable } from '../runs.table';
import type { ShopState } from '../shop-state';

/** A person as the sheets of ours know them, under any of their addresses or what erasing made of these. */
export interface FoundPerson {
  /** The address whose row stays. */
  readonly email: string;
  /** All addresses that are this person's, by Also Known As; the one whose row stays first. */
  readonly addresses: readonly string[];
  /** Their rows in Contacts. */
  readonly contacts: readonly ContactSheetRow[];
  /** Their tasks; one typed by hand and not yet taken up has a blank id. */
  readonly tasks: readonly TaskSheetRow[];
  readonly archived: readonly TaskSheetRow[];
  /** Lines of CRM Import Problems and CRM Runs that spell out an address of theirs. */
  readonly problems: readonly SheetRow<typeof importProblemsTable>[];
  readonly runs: readonly SheetRow<RunsTable>[];
  readonly isNamedIn: (words: string | null) => boolean;
}

/** The person who has the address, whichever of theirs it is. Throws Refusal where no sheet of ours knows it. */
export function findPerson(state: ShopState, address: string): FoundPerson {
  const asked = contactKeyOf(address);
  if (asked === null || isErasedKey(asked)) throw new Refusal(appMessages.noSuchContact(address));
  const rows = state.image(contactsTable);
  const { rootOf, aliasesOf } = directoryOf(rows);
  const email = rootOf.get(asked) ?? asked;
  const addresses = [email, ...(aliasesOf.get(email) ?? [])];
  const keys = new Set([...addresses, ...addresses.map(erasedKeyFor)]);
  const isTheirs = (row: { readonly email: string | null }): boolean => row.email !== null && keys.has(contactKeyOf(row.email) ?? '');
  const isNamedIn = spellerOf(addresses);
  const found: FoundPerson = {
    email,
    addresses,
    contacts: rows.rows.filter(isTheirs),
    tasks: everyRow(state, tasksTable).filter(isTheirs),
    archived: everyRow(state, taskArchiveTable).filter(isTheirs),
    problems: everyRow(state, importProblemsTable).filter(({ value, reason, cure }) => [value, reason, cure].some(isNamedIn)),
    runs: everyRow(state, runsTable).filter(({ error }) => isNamedIn(error)),
    isNamedIn,
  };
  const known = [found.contacts, found.tasks, found.archived, found.problems, found.runs].some(({ length }) => length > 0);
  if (!known) throw new Refusal(appMessages.noSuchContact(address));
  return found;
}

/** The rows of a sheet of ours, those without a key too. */
export function everyRow<T extends Table>(state: ShopState, table: T): readonly SheetRow<T>[] {
  const { rows, keyless } = state.image(table);
  return [...rows, ...keyless];
}

/** Whether a text spells out one of the addresses: as a whole, not as the end of `joann@…` nor the beginning of `….example.org`. */
function spellerOf(addresses: readonly string[]): (words: string | null) => boolean {
  const literal = addresses.map((address) => address.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')).join('|');
  const spelled = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}._%+-])(?:${literal})(?![\\p{L}\\p{M}\\p{N}-]|\\.[\\p{L}\\p{N}])`, 'iu');
  return (words) => words !== null && words.includes('@') && spelled.test(words);
}
