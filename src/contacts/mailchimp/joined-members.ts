import { laterConsent, type Consent } from '../consent';
import type { Member } from './member';

const consent = (member: Member): Consent | null => (member.status === null ? null : { status: member.status, since: member.since });

/** Two rows of one address: the later consent, the newer row's details where it has any, all tags. */
function joined(a: Member, b: Member): Member {
  const [older, newer] = (b.since ?? '') >= (a.since ?? '') ? [a, b] : [b, a];
  const stands = laterConsent(consent(a), consent(b));
  return {
    email: a.email,
    status: stands === null ? null : stands.status,
    since: stands === null ? newer.since : stands.since,
    name: newer.name ?? older.name,
    phone: newer.phone ?? older.phone,
    birthday: newer.birthday ?? older.birthday,
    language: newer.language ?? older.language,
    tags: [...new Set([...older.tags, ...newer.tags])],
    notes: newer.notes ?? older.notes,
    line: a.line,
  };
}

/** Each address once, in order of first appearance. */
export function joinedMembers(members: Iterable<Member>): Member[] {
  const byEmail = new Map<string, Member>();
  for (const member of members) {
    const known = byEmail.get(member.email);
    byEmail.set(member.email, known === undefined ? member : joined(known, member));
  }
  return [...byEmail.values()];
}
