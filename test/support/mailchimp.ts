import type { ImportArguments } from '../../src/app/mailchimp/import-mailchimp';

type File = NonNullable<ImportArguments['files']>[number];
type Member = File['members'][number];

/** An export as it comes from the browser's reading: only what matters of each member is given. */
export const membersFile = (kind: NonNullable<File['kind']>, ...members: readonly (Partial<Member> & Pick<Member, 'email'>)[]): File => ({
  file: `${kind.toLowerCase()}.csv`,
  kind,
  needsKind: false,
  rejected: [],
  leftOut: [],
  members: members.map((member, i) => ({ status: kind, since: '2026-01-01T08:00:00', name: null, phone: null, birthday: null, language: null, tags: [], notes: null, line: i + 2, ...member })),
});
