import { normaliseEmail } from '../shared/email';
import { isErasedKey } from './erased';

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
