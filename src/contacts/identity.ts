import { normaliseEmail } from '../shared/email';

/**
 * The key of an erased person, as it stands in Email, for an address; null for everyone else. It lets the orders of
 * the erased roll up into their row without bringing the address back.
 */
export type ErasedKeyOf = (email: string) => string | null;

export const nobodyErased: ErasedKeyOf = () => null;

const ERASED = /^erased-[0-9a-z]+$/;

/** Whether an Email cell is what erasing a person left there. */
export const isErasedKey = (key: string): boolean => ERASED.test(key);

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
