import { fold } from '../shared/text';
import { consentOf, laterConsent } from './consent';
import { contactsTable, type Contact, type ContactSheetRow } from './contacts.table';
import { aliasesIn } from './identity';
import { withTags } from './tags';

/** Columns that are the manager's once filled, each with the form in which two wordings of one thing are equal. */
const comparable: readonly (readonly [field: 'name' | 'language' | 'phone' | 'birthday' | 'doNotContact', formOf: (value: string | boolean) => string])[] = [
  ['name', (value) => fold(String(value))],
  ['language', (value) => fold(String(value))],
  ['phone', (value) => fold(String(value)).replace(/[^0-9+]/g, '')],
  ['birthday', (value) => fold(String(value))],
  ['doNotContact', String],
];

const isBlank = (value: string | boolean | null): value is null => value === null || value === '';

/** Headers of the manager's columns in which both rows say something, and not the same. Notes never conflict: they are joined. */
export function conflictsBetween(a: Contact, b: Contact): string[] {
  return comparable
    .filter(([field, formOf]) => {
      const [x, y] = [a[field], b[field]];
      return !isBlank(x) && !isBlank(y) && formOf(x) !== formOf(y);
    })
    .map(([field]) => contactsTable.columns[field].header);
}

/** Both notes, one below the other; a note that the other already holds is not repeated, so joining twice is joining once. */
export function joinedNotes(a: string | null, b: string | null): string | null {
  const [x, y] = [(a ?? '').trim(), (b ?? '').trim()];
  if (y === '' || `\n${x}\n`.includes(`\n${y}\n`)) return a;
  return x === '' ? b : `${x}\n${y}`;
}

/** Both lists of other addresses as one; the first as typed, with what only the second names added. */
function joinedAliases(a: string | null, b: string | null): string | null {
  const known = new Set(aliasesIn(a).addresses);
  const added = aliasesIn(b).addresses.filter((address) => !known.has(address));
  if (added.length === 0) return isBlank(a) ? b : a;
  return isBlank(a) ? b : [a, ...added].join(', ');
}

const later = (a: string | null, b: string | null): string | null => (a === null || (b !== null && b > a) ? b : a);

/** One row out of two that do not conflict: the kept one, filled from the other where blank, notes and aliases joined. */
export function mergedRow(kept: Contact, other: ContactSheetRow): Contact {
  const consent = laterConsent(consentOf(kept), consentOf(other));
  return {
    ...kept,
    isMailchimp: kept.isMailchimp === true || other.isMailchimp === true ? true : kept.isMailchimp,
    mailchimpStatus: consent === null ? null : consent.status,
    mailchimpSince: consent === null ? kept.mailchimpSince : consent.since,
    tags: other.tags === null ? kept.tags : withTags(kept.tags, other.tags.split(/,\s+/)),
    lastContactedOn: later(kept.lastContactedOn, other.lastContactedOn),
    name: isBlank(kept.name) ? other.name : kept.name,
    language: isBlank(kept.language) ? other.language : kept.language,
    phone: isBlank(kept.phone) ? other.phone : kept.phone,
    birthday: isBlank(kept.birthday) ? other.birthday : kept.birthday,
    doNotContact: kept.doNotContact ?? other.doNotContact,
    notes: joinedNotes(kept.notes, other.notes),
    alsoKnownAs: joinedAliases(kept.alsoKnownAs, other.alsoKnownAs),
  };
}
