import { groupBy } from '../shared/collections';
import type { Problem } from '../shared/problem';
import { joinTexts, sameText } from '../shared/text';
import { aliasRoots } from './aliases';
import { contactProblem } from './contact-problem';
import type { Contact, ContactSheetRow } from './contacts.table';
import { contactKeyOf, type Identity } from './identity';
import { conflictsBetween, mergedRow } from './merge-rows';
import { contactsMessages as messages } from './messages';

/** What of the Contacts sheet is needed to know who is who. */
export interface ContactRows {
  /** Rows with something in Email. */
  readonly rows: readonly ContactSheetRow[];
  /** Rows with content but nothing in Email. */
  readonly keyless: readonly ContactSheetRow[];
}

/** Cells of the manager's own columns in a row, always in the same order; null where the sheet has no such columns. */
export type OwnCellsOf = (at: number) => readonly string[] | null;

/** Who is who on the Contacts sheet. */
export interface Directory {
  /** By key, in sheet order. */
  readonly identities: ReadonlyMap<string, Identity>;
  /** Alias → the address whose row stays. */
  readonly rootOf: ReadonlyMap<string, string>;
  /** Address whose row stays → its aliases, in the order claimed. */
  readonly aliasesOf: ReadonlyMap<string, readonly string[]>;
  readonly problems: readonly Problem[];
}

const saysNothing = (row: ContactSheetRow): boolean =>
  Object.entries(row).every(([field, value]) => field === 'at' || value === null || value === '' || value === false);

/** Of several rows the one that already has its figures stays, so that sorting the sheet never changes which; else the upper one. */
const firstOf = (rows: readonly ContactSheetRow[]): readonly ContactSheetRow[] => {
  if (rows.length < 2) return rows;
  const kept = rows.find((row) => row.isCustomer !== null) ?? rows[0];
  return kept === undefined ? rows : [kept, ...rows.filter((row) => row !== kept)];
};

/** Whether removing a row would lose what the manager wrote into columns of their own. */
function loses(kept: ContactSheetRow, other: ContactSheetRow, ownCellsOf: OwnCellsOf): boolean {
  const keptCells = ownCellsOf(kept.at) ?? [];
  return (ownCellsOf(other.at) ?? []).some((cell, i) => cell !== '' && cell !== keptCells[i]);
}

function identityOf(key: string, rows: readonly ContactSheetRow[], ownCellsOf: OwnCellsOf, problems: Problem[]): Identity | null {
  const [row, ...others] = firstOf(rows);
  if (row === undefined) return null;
  let contact: Contact = row;
  const merged: ContactSheetRow[] = [];
  const apart: ContactSheetRow[] = [];
  for (const other of others) {
    const headers = conflictsBetween(contact, other).map(sameText);
    if (loses(row, other, ownCellsOf)) headers.push(messages.ownColumns);
    if (headers.length === 0) {
      merged.push(other);
      contact = mergedRow(contact, other);
      continue;
    }
    apart.push(other);
    problems.push(contactProblem(other, other.email, messages.twoRows(key, joinTexts(headers, ', ')), messages.makeOneRow));
  }
  return { key, row, contact, merged, apart };
}

/**
 * What else is known of the person whose row stays: the rows of its aliases, and rows of the same addresses that stand
 * apart. `contactOf` may know better what an alias's row will say.
 */
export function othersOf({ identities, aliasesOf }: Directory, key: string, contactOf: (identity: Identity) => Contact = (identity) => identity.contact): Contact[] {
  const apart = identities.get(key)?.apart ?? [];
  const aliases = aliasesOf.get(key)?.flatMap((alias) => identities.get(alias) ?? []) ?? [];
  return [...aliases.map(contactOf), ...apart, ...aliases.flatMap((alias) => alias.apart)];
}

/** Reads who is who: one identity an address, duplicates sorted into mergeable and not, aliases resolved; the rest reported. */
export function directoryOf(contacts: ContactRows, ownCellsOf: OwnCellsOf = () => null): Directory {
  const problems: Problem[] = [];
  for (const row of contacts.keyless) {
    if (!saysNothing(row)) problems.push(contactProblem(row, row.name ?? row.phone ?? '', messages.noAddress, messages.typeAddress));
  }
  const keyed: { readonly key: string; readonly row: ContactSheetRow }[] = [];
  for (const row of contacts.rows) {
    const key = contactKeyOf(row.email);
    if (key === null) problems.push(contactProblem(row, row.email, messages.invalidAddress(row.email), messages.correctAddress));
    else keyed.push({ key, row });
  }
  const identities = new Map<string, Identity>();
  for (const [key, group] of groupBy(keyed, (entry) => entry.key)) {
    const identity = identityOf(key, group.map((entry) => entry.row), ownCellsOf, problems);
    if (identity !== null) identities.set(key, identity);
  }
  const aliases = aliasRoots(identities);
  return { identities, rootOf: aliases.rootOf, aliasesOf: aliases.aliasesOf, problems: [...problems, ...aliases.problems] };
}
