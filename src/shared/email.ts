import { tidy } from './text';

// Everything RFC 5322 allows in an unquoted local part, and letters of any script (RFC 6531).
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const QUOTED_LOCAL = /^"(?:[^"\\\p{Cc}]|\\[^\p{Cc}])+"$/u;
const DOMAIN_LABEL = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;
/** Nearly all addresses are of this form and short, which needs no closer look. */
const COMMON = /^[a-z0-9]+(?:[._+-][a-z0-9]+)*@(?:[a-z0-9]+(?:-+[a-z0-9]+)*\.)+[a-z]{2,}$/;
const LONGEST_LOCAL = 64;
const LONGEST_ADDRESS = 254;

/**
 * The address as the key of Contacts: without invisible marks, trimmed, in lower case; null where it is no one address.
 * Gmail dots and `+tags` are kept. `Name <a@b>` and two addresses in one cell are no address: which one is meant is the
 * manager's to say.
 */
export function normaliseEmail(text: string): string | null {
  const address = tidy(text).toLowerCase();
  if (address.length <= LONGEST_LOCAL && COMMON.test(address)) return address;
  if (address.length > LONGEST_ADDRESS) return null;
  const at = address.lastIndexOf('@');
  if (at < 1) return null;
  const local = address.slice(0, at);
  const labels = address.slice(at + 1).split('.');
  if (local.length > LONGEST_LOCAL || !(LOCAL.test(local) || QUOTED_LOCAL.test(local))) return null;
  if (labels.length < 2 || !labels.every((label) => label.length <= 63 && DOMAIN_LABEL.test(label))) return null;
  const topLevel = labels[labels.length - 1] ?? '';
  return topLevel.length >= 2 && !/^\d+$/.test(topLevel) ? address : null;
}
