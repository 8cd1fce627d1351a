import { hashOf } from '../shared/hash';

/**
 * The key of an erased person, as it stands in Email, for an address; null for everyone else. It lets the orders of
 * the erased roll up into their row without bringing the address back.
 */
export type ErasedKeyOf = (email: string) => string | null;

const MARK = /^erased-[0-9a-z]+$/;

/** Whether an Email cell is what erasing a person left there. */
export const isErasedKey = (key: string): boolean => MARK.test(key);

/** What erasing a person puts into Email instead of the normalised address. */
export const erasedKeyFor = (email: string): string => `erased-${hashOf(email)}`;

/** Knows the erased by the hashes that stand in Email; where there are none, no address is hashed. */
export function erasedKeys(rows: Iterable<{ readonly email: string }>): ErasedKeyOf {
  const keys = new Set<string>();
  for (const { email } of rows) {
    const mark = email.trim().toLowerCase();
    if (isErasedKey(mark)) keys.add(mark);
  }
  if (keys.size === 0) return () => null;
  return (email) => {
    const key = erasedKeyFor(email);
    return keys.has(key) ? key : null;
  };
}
