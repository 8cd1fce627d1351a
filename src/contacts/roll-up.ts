import { consentOf, rolledUpConsent } from './consent';
import type { Contact } from './contacts.table';
import { withTags } from './tags';

const isBlank = (value: string | null): value is null => value === null || value === '';
const firstFilled = (values: readonly (string | null)[]): string | null => values.find((value) => !isBlank(value)) ?? null;

/**
 * The row that stays with what the other rows of the person bring besides orders: Mailchimp's side (the strictest consent, all tags)
 * and the shared columns where its own are blank. The import and the sync both end in this, so neither undoes the other.
 */
export function withOthers(own: Contact, others: readonly Contact[]): Contact {
  if (others.length === 0) return own;
  const consent = rolledUpConsent(consentOf(own), others.map(consentOf));
  const filled = (field: 'name' | 'phone' | 'language' | 'birthday'): string | null => firstFilled([own[field], ...others.map((other) => other[field])]);
  return {
    ...own,
    isMailchimp: own.isMailchimp === true || others.some((other) => other.isMailchimp === true) ? true : own.isMailchimp,
    mailchimpStatus: consent === null ? null : consent.status,
    mailchimpSince: consent === null ? own.mailchimpSince : consent.since,
    tags: others.reduce((tags, other) => (other.tags === null ? tags : withTags(tags, other.tags.split(/,\s+/))), own.tags),
    name: filled('name'),
    phone: filled('phone'),
    language: filled('language'),
    birthday: filled('birthday'),
  };
}
