import { consentOf, rolledUpConsent } from './consent';
import type { Contact } from './contacts.table';
import { withTags } from './tags';

const isBlank = (value: string | null): value is null => value === null || value === '';
const firstFilled = (values: readonly (string | null)[]): string | null => values.find((value) => !isBlank(value)) ?? null;

/**
 * The row that stays with what its aliases bring besides orders: Mailchimp's side (the strictest consent, all tags)
 * and the shared columns where its own are blank. The import and the sync both end in this, so neither undoes the other.
 */
export function withAliases(own: Contact, aliases: readonly Contact[]): Contact {
  if (aliases.length === 0) return own;
  const consent = rolledUpConsent(consentOf(own), aliases.map(consentOf));
  const filled = (field: 'name' | 'phone' | 'language' | 'birthday'): string | null => firstFilled([own[field], ...aliases.map((alias) => alias[field])]);
  return {
    ...own,
    isMailchimp: own.isMailchimp === true || aliases.some((alias) => alias.isMailchimp === true) ? true : own.isMailchimp,
    mailchimpStatus: consent === null ? null : consent.status,
    mailchimpSince: consent === null ? own.mailchimpSince : consent.since,
    tags: aliases.reduce((tags, alias) => (alias.tags === null ? tags : withTags(tags, alias.tags.split(/,\s+/))), own.tags),
    name: filled('name'),
    phone: filled('phone'),
    language: filled('language'),
    birthday: filled('birthday'),
  };
}
