import { normaliseEmail } from '../shared/email';
import type { Contact, ContactSheetRow } from './contacts.table';
import { isErasedKey } from './erased';

/** An address that has a row, and the other rows that have the same. */
export interface Identity {
  readonly key: string;
  /** The row that is kept up to date. */
  readonly row: ContactSheetRow;
  /** What that row says once `merged` are joined into it. */
  readonly contact: Contact;
  /** Rows that go into it and are then removed. */
  readonly merged: readonly ContactSheetRow[];
  /** Rows that say something else in the manager's columns: kept, reported, left without figures. */
  readonly apart: readonly ContactSheetRow[];
}

/** The key that an Email cell stands for: the normalised address, or the mark of an erased person; null for anything else. */
export function contactKeyOf(cell: string): string | null {
  const mark = cell.trim().toLowerCase();
  return isErasedKey(mark) ? mark : normaliseEmail(cell);
}

// People separate by comma, but also by semicolon or a new line; none of them belongs into an address.
const SEPARATORS = /[,;،\n]/;

/** The addresses of an Also Known As cell, each once, in the order typed, and what in it is no address. */
export function aliasesIn(cell: string | null): { readonly addresses: readonly string[]; readonly invalid: readonly string[] } {
  const addresses = new Set<string>();
  const invalid: string[] = [];
  for (const part of (cell ?? '').split(SEPARATORS)) {
    if (part.trim() === '') continue;
    const address = normaliseEmail(part);
    if (address === null) invalid.push(part.trim());
    else addresses.add(address);
  }
  return { addresses: [...addresses], invalid };
}

/** What an Also Known As cell says once these addresses are taken out; the very same cell where it names none of them. */
export function withoutAliases(cell: string | null, addresses: readonly string[]): string | null {
  const parts = (cell ?? '').split(SEPARATORS);
  const kept = parts.filter((part) => !addresses.includes(normaliseEmail(part) ?? ''));
  if (kept.length === parts.length) return cell;
  return kept.map((part) => part.trim()).filter((part) => part !== '').join(', ') || null;
}
