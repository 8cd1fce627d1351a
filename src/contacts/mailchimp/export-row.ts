import type { Moment } from '../../shared/day';
import { normaliseEmail } from '../../shared/email';
import { languageCode } from '../../shared/language-code';
import { tidy } from '../../shared/text';
import type { MailchimpStatus } from '../contacts.table';
import type { ExportColumns, ExportField } from './export-columns';
import { statusOfWord } from './export-kind';
import type { RejectedLine } from './member';
import { mailchimpMessages as messages } from './messages';
import { looksDamaged } from './wrong-file';

/** Longest text that a cell of a sheet takes. */
const LONGEST = 50_000;
const NEEDLESS = /^#(?:NAME\?|REF!|VALUE!|N\/A|DIV\/0!|NULL!|NUM!)$/;

/** A cell as text: trimmed, without the apostrophe that spreadsheet programs put before text. */
export const bare = (cell: string | undefined): string => (cell ?? '').trim().replace(/^'/, '').trim();
const wordsOf = (cell: string): string | null => {
  const words = tidy(cell);
  return words === '' || NEEDLESS.test(words) || looksDamaged(words) ? null : words.slice(0, LONGEST);
};

/** One row's cells by field. */
export interface Fields {
  /** The first filled cell of the field's columns, `''` where none is. */
  readonly of: (field: ExportField) => string;
  /** All filled cells of the field's columns. */
  readonly all: (field: ExportField) => string[];
}

export const fieldsOf = (columns: ExportColumns, cells: readonly string[]): Fields => {
  const all = (field: ExportField): string[] => (columns[field] ?? []).map((column) => bare(cells[column])).filter((cell) => cell !== '');
  return { all, of: (field) => all(field)[0] ?? '' };
};

export const notesOf = (row: Fields): string | null => {
  const notes = row.of('notes').slice(0, LONGEST);
  return notes === '' ? null : notes;
};

/** Mailchimp's language; two different groups at once decide nothing, other groups in the column say nothing. */
export function languageOf(cells: readonly string[]): string | null {
  const codes = new Set<string>();
  for (const part of cells.join(',').split(/[,;|/]/)) {
    const code = languageCode(part);
    if (code !== null) codes.add(code);
  }
  const [only, another] = codes;
  return only !== undefined && another === undefined ? only : null;
}

/** A phone that a spreadsheet program turned into 9.72501E+11 is no phone any more. */
export const phoneOf = (cell: string): string | null => (/^\d(?:\.\d+)?e\+?\d+$/i.test(cell) ? null : wordsOf(cell));

export function nameOf(row: Fields): string | null {
  const parts = [wordsOf(row.of('firstName')), wordsOf(row.of('lastName'))].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ').slice(0, LONGEST) : wordsOf(row.of('fullName'));
}

/** Why a cell is no address, in the words that help. */
export function refusedAddress(cell: string): Pick<RejectedLine, 'reason' | 'cure'> {
  if (cell === '') return { reason: messages.noAddress, cure: messages.addAddress };
  if (/<[^<>\s]+@[^<>\s]+>/.test(cell)) return { reason: messages.nameInAddress, cure: messages.bareAddress };
  if (cell.split(/[;,\s]+/).filter((part) => normaliseEmail(part) !== null).length > 1) return { reason: messages.severalAddresses, cure: messages.oneAddressEach };
  return { reason: messages.invalidAddress, cure: messages.correctAddress };
}

export interface TimeReading {
  readonly at: (row: Fields, field: ExportField) => Moment | null;
}

const latestOf = (...times: readonly (Moment | null)[]): Moment | null => times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);

/** Since when the status stands. The opt-in of someone who has left says nothing of the leaving. */
export function sinceOf(status: MailchimpStatus | null, row: Fields, { at }: TimeReading): Moment | null {
  if (status === 'Unsubscribed') return at(row, 'unsub') ?? at(row, 'changed');
  if (status === 'Cleaned') return at(row, 'clean') ?? at(row, 'changed');
  return latestOf(at(row, 'optin'), at(row, 'confirm'), at(row, 'changed'));
}

/** What the row itself says its member is; null where it does not. */
export function statusOfRow(row: Fields, { at }: TimeReading): MailchimpStatus | null {
  const told = statusOfWord(row.of('status'));
  if (told !== null) return told;
  const [unsub, clean] = [row.of('unsub'), row.of('clean')];
  if (unsub !== '' && clean !== '') return (at(row, 'unsub') ?? '') > (at(row, 'clean') ?? '') ? 'Unsubscribed' : 'Cleaned';
  return clean !== '' ? 'Cleaned' : unsub !== '' ? 'Unsubscribed' : null;
}
