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

/** The addresses of an Also Known As cell, each once, in the order typed, and what in it is no address. */
export function aliasesIn(cell: string | null): { readonly addresses: readonly string[]; readonly invalid: readonly string[] } {
  const addresses = new Set<string>();
  const invalid: string[] = [];
  // People separate by comma, but also by semicolon or a new line; none of them belongs into an address.
  for (const part of (cell ?? '').split(/[,;،\n]/)) {
    if (part.trim() === '') continue;
    const address = normaliseEmail(part);
    if (address === null) invalid.push(part.trim());
    else addresses.add(address);
  }
  return { addresses: [...addresses], invalid };
}
