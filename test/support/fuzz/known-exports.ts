import fc from 'fast-check';
import { zipSync } from 'fflate';
import type { MailchimpStatus } from '../../../src/contacts/contacts.table';

/** A row of an export and what it says. */
export interface KnownMember {
  /** Null where the row cannot be taken. */
  readonly email: string | null;
  readonly status: MailchimpStatus;
  /** To the minute; null where the row does not tell. */
  readonly since: string | null;
  /** Whether a time of it cannot be read: the row is taken, the time listed. */
  readonly badTime: boolean;
}

export interface KnownExport {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly members: readonly KnownMember[];
}

const addressOf = (person: number): string => `p${person}@mail.example`;
const emails = fc.oneof(
  { weight: 8, arbitrary: fc.nat(9).chain((person) => fc.constantFrom(...[addressOf(person), ` ${addressOf(person)} `, addressOf(person).toUpperCase(), `'${addressOf(person)}`].map((written) => ({ written, email: addressOf(person) as string | null })))) },
  { weight: 1, arbitrary: fc.constantFrom(...['nobody', 'a@b', 'x@y.example, z@y.example', 'Ann <ann@mail.example>', '@', '-'].map((written) => ({ written, email: null as string | null }))) },
);
const times = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 60 }).map((n) => ({ written: `2026-0${1 + (n % 6)}-1${n % 10} 0${n % 4}:15:0${n % 9}`, since: `2026-0${1 + (n % 6)}-1${n % 10}T0${n % 4}:15` as string | null, bad: false })) },
  { weight: 1, arbitrary: fc.constantFrom({ written: '', since: null as string | null, bad: false }, { written: '2026-13-45', since: null as string | null, bad: true }) },
);
const WORDS: Readonly<Record<MailchimpStatus, readonly string[]>> = { Subscribed: ['Subscribed', 'active'], 'Non-subscribed': ['Non-Subscribed', 'transactional'], Unsubscribed: ['unsubscribed', 'Opted Out'], Cleaned: ['Cleaned', 'bounced'] };
const statuses = fc.constantFrom<MailchimpStatus>('Subscribed', 'Subscribed', 'Non-subscribed', 'Unsubscribed', 'Cleaned');
const row = fc.record({ address: emails, time: times, status: statuses, spelling: fc.nat(1), name: fc.constantFrom('', 'Dana', 'נועה', '=1+1', '00123', 'Lee, "Bo"', 'a\nb'), tags: fc.constantFrom('', '"VIP","Wine club"', 'x'), note: fc.constantFrom('', '=1+1', 'two\r\nlines', 'a;b|c\td') });
type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

/** How a file tells what its members are. */
const shapes = fc.constantFrom('name', 'column');

const asCell = (words: string, delimiter: string, always: boolean): string => (always || /["\r\n]/.test(words) || words.includes(delimiter) || words.trim() !== words ? `"${words.replace(/"/g, '""')}"` : words);

type Encoding = 'utf-8' | 'utf-8 with a mark' | 'utf-16le' | 'utf-16be' | 'windows-1255';
function encoded(words: string, encoding: Encoding): Uint8Array {
  if (encoding === 'windows-1255') return Uint8Array.from(words, (letter) => (letter >= 'א' ? letter.charCodeAt(0) - 0x05d0 + 0xe0 : letter.charCodeAt(0)));
  if (encoding === 'utf-8') return new TextEncoder().encode(words);
  if (encoding === 'utf-8 with a mark') return new TextEncoder().encode(`\ufeff${words}`);
  const marked = `\ufeff${words}`;
  const bytes = new Uint8Array(marked.length * 2);
  const view = new DataView(bytes.buffer);
  for (let i = 0; i < marked.length; i += 1) view.setUint16(i * 2, marked.charCodeAt(i), encoding === 'utf-16le');
  return bytes;
}

const TIME_OF: Readonly<Record<MailchimpStatus, string>> = { Subscribed: 'CONFIRM_TIME', 'Non-subscribed': 'LAST_CHANGED', Unsubscribed: 'UNSUB_TIME', Cleaned: 'CLEAN_TIME' };

/** An audience export that Mailchimp, or a spreadsheet program after it, could have written. */
export const knownExport: fc.Arbitrary<KnownExport> = fc
  .record({
    shape: shapes,
    kind: statuses,
    rows: fc.array(row, { minLength: 1, maxLength: 12 }),
    columns: fc.shuffledSubarray(['email', 'time', 'status', 'name', 'tags', 'note', 'other'], { minLength: 7 }),
    header: fc.constantFrom('Email Address', 'EMAIL', 'email', '*|EMAIL|*', 'כתובת אימייל'),
    delimiter: fc.constantFrom(',', ';', '\t'),
    quotes: fc.boolean(),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    encoding: fc.constantFrom<Encoding>('utf-8', 'utf-8 with a mark', 'utf-16le', 'utf-16be', 'windows-1255'),
    blankLines: fc.boolean(),
  })
  .map(({ shape, kind, rows, columns, header, delimiter, quotes, lineEnd, encoding, blankLines }) => {
    const statusOf = (one: Row): MailchimpStatus => (shape === 'name' ? kind : one.status);
    const headers: Readonly<Record<string, string>> = { email: header, time: shape === 'name' ? TIME_OF[kind] : 'LAST_CHANGED', status: shape === 'name' ? 'MEMBER_RATING' : 'Email Marketing Status', name: 'First Name', tags: 'TAGS', note: 'NOTES', other: 'LEID' };
    const cellOf = (one: Row, column: string): string =>
      ({ email: one.address.written, time: one.time.written, status: shape === 'name' ? '2' : (WORDS[one.status][one.spelling] ?? ''), name: one.name, tags: one.tags, note: one.note, other: '17' })[column] ?? '';
    const lines = [columns.map((column) => headers[column] ?? ''), ...rows.map((one) => columns.map((column) => cellOf(one, column)))].map((cells) => cells.map((words) => asCell(words, delimiter, quotes)).join(delimiter));
    return {
      name: shape === 'name' ? `${kind.toLowerCase().replace('-', '')}_members_export_1.csv` : 'members.csv',
      bytes: encoded(lines.join(blankLines ? `${lineEnd}${lineEnd}` : lineEnd) + lineEnd, encoding),
      members: rows.map((one) => ({ email: one.address.email, status: statusOf(one), since: one.time.since, badTime: one.time.bad })),
    };
  });

/** The files as they come: one by one, or in Mailchimp's ZIP. */
export const asZip = (name: string, files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): { readonly name: string; readonly bytes: Uint8Array } => ({
  name,
  bytes: zipSync(Object.fromEntries(files.map((file, i) => [`audience_export/${i}_${file.name}`, file.bytes]))),
});
