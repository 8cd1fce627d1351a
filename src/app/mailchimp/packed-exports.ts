import type { Member, ReadExport, RejectedLine } from '../../contacts/mailchimp/member';

const memberFields = ['email', 'status', 'since', 'name', 'phone', 'birthday', 'language', 'tags', 'notes', 'line'] as const satisfies readonly (keyof Member)[];
const lineFields = ['line', 'value', 'reason', 'cure'] as const satisfies readonly (keyof RejectedLine)[];

/** No list of what was not taken is read further than this. */
const MOST_REJECTED = 2000;

/**
 * The exports as one short text: members as lists of cells, all in ASCII, so that it may be cut anywhere and put together
 * again, and every character is one byte.
 */
export function packExports(files: readonly ReadExport[]): string {
  const packed = files.map(({ file, kind, needsKind, members, rejected, leftOut }) => [
    file,
    kind,
    needsKind,
    members.map((member) => memberFields.map((field) => member[field])),
    ...[rejected, leftOut].map((lines) => lines.slice(0, MOST_REJECTED).map((line) => lineFields.map((field) => line[field]))),
  ]);
  return JSON.stringify(packed).replace(/[^\x20-\x7e]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** What `packExports` packed, its shape still to be checked; null where the text is no JSON. */
export function unpackExports(text: string): unknown {
  const packed = parsed(text);
  if (!isList(packed)) return packed;
  return packed.map((one) => {
    if (!isList(one)) return one;
    const [file, kind, needsKind, members, rejected, leftOut] = one;
    return { file, kind, needsKind, members: objects(members, memberFields), rejected: objects(rejected, lineFields), leftOut: objects(leftOut, lineFields) };
  });
}

/** Lists of cells as objects; anything else stays what it is, for the check to refuse. */
const objects = (rows: unknown, fields: readonly string[]): unknown =>
  isList(rows) ? rows.map((row) => (isList(row) ? Object.fromEntries(row.map((cell, i) => [fields[i] ?? '', cell])) : row)) : rows;

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
    // eslint-disable-next-line no-restricted-syntax -- portions that are no JSON are nobody's file: refused like any other text that is none
  } catch {
    return null;
  }
}
