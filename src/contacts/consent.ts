import type { Moment } from '../shared/day';
import { mailchimpStatuses, type Contact, type MailchimpStatus } from './contacts.table';

/** Where an address stands in Mailchimp, and since when; `since` is null where no export told. */
export interface Consent {
  readonly status: MailchimpStatus;
  readonly since: Moment | null;
}

/** What a row says of its address, or null where Mailchimp never said anything. */
export const consentOf = (row: Pick<Contact, 'mailchimpStatus' | 'mailchimpSince'>): Consent | null =>
  row.mailchimpStatus === null ? null : { status: row.mailchimpStatus, since: row.mailchimpSince };

const strictnessOf = (status: MailchimpStatus): number => mailchimpStatuses.indexOf(status);

/** Minutes are what a sheet saved as CSV keeps of a moment: comparing finer would let a saved row look older than itself. */
const minuteOf = (since: Moment | null): string => (since ?? '').slice(0, 16);

/** Who left, or whose address is dead: only a later welcome undoes that. */
const isRefusal = ({ status }: Consent): boolean => status === 'Unsubscribed' || status === 'Cleaned';

/**
 * What two sayings about one address amount to: the newer, of one minute the stricter. One without a time can't undo
 * another: then the stricter stands, with its own time, or that of the other refusal, which no earlier welcome may undo.
 */
export function laterConsent(a: Consent | null, b: Consent | null): Consent | null {
  if (a === null || b === null) return a ?? b;
  const [since, other] = [minuteOf(a.since), minuteOf(b.since)];
  if (a.status === b.status) return other > since ? b : a;
  if (since === '' || other === '' || since === other) {
    const [stricter, milder] = strictnessOf(b.status) > strictnessOf(a.status) ? [b, a] : [a, b];
    return stricter.since === null && isRefusal(milder) ? { ...stricter, since: milder.since } : stricter;
  }
  return other > since ? b : a;
}

/** Between addresses of one person a refusal outranks a dead address, which still may hide one. */
const personRank: Readonly<Record<MailchimpStatus, number>> = { Subscribed: 0, 'Non-subscribed': 1, Cleaned: 2, Unsubscribed: 3 };

/**
 * Where a person stands whose other addresses stand as given: the strictest wins, whatever its age. A dead (Cleaned)
 * other address says nothing about the one that stays, so it alone does not roll up.
 */
export function rolledUpConsent(own: Consent | null, others: readonly (Consent | null)[]): Consent | null {
  let strictest = own;
  for (const other of others) {
    if (other === null || other.status === 'Cleaned') continue;
    if (strictest === null || personRank[other.status] > personRank[strictest.status]) strictest = other;
    else if (other.status === strictest.status && minuteOf(other.since) > minuteOf(strictest.since)) strictest = other;
  }
  return strictest;
}
