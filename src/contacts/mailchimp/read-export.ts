import { languageCode } from '../../shared/language-code';
import { normaliseEmail } from '../../shared/email';
import { Refusal } from '../../shared/problem';
import { tidy } from '../../shared/text';
import type { Moment } from '../../shared/day';
import type { MailchimpStatus } from '../contacts.table';
import { csvRecords, delimiterOf } from './csv';
import { exportColumns, hasEmailColumn, type ExportColumns, type ExportField } from './export-columns';
import { dayComesFirst, exportBirthday, exportMoment } from './export-dates';
import { kindOfFileName, statusOfWord } from './export-kind';
import { mailchimpMessages as messages } from './messages';
import { joinedMembers } from './joined-members';
import type { Member, ReadExport, RejectedLine } from './member';
import { exportTags } from './export-tags';
import { looksDamaged, refuseDamagedLetters, refuseWrongHeader, refuseWrongText } from './wrong-file';

export interface ExportOptions {
  /** What the members are where neither columns nor the file's name tell. */
  readonly kind?: MailchimpStatus | null;
  /** Whether 3/4/2025 is the 3rd of April where the file itself does not show which; Mailchimp's own times are never so. */
  readonly dayFirst?: boolean;
}

/** Longest text that a cell of a sheet takes. */
const LONGEST = 50_000;
const NEEDLESS = /^#(?:NAME\?|REF!|VALUE!|N\/A|DIV\/0!|NULL!|NUM!)$/;

/** A cell as text: trimmed, without the apostrophe that spreadsheet programs put before text. */
const bare = (cell: string | undefined): string => (cell ?? '').trim().replace(/^'/, '').trim();
const wordsOf = (cell: string): string | null => {
  const words = tidy(cell);
  return words === '' || NEEDLESS.test(words) || looksDamaged(words) ? null : words.slice(0, LONGEST);
};

interface Line {
  readonly line: number;
  readonly cells: readonly string[];
  readonly broken: boolean;
}

/** One row's cells by field. */
interface Fields {
  /** The first filled cell of the field's columns, `''` where none is. */
  readonly of: (field: ExportField) => string;
  /** All filled cells of the field's columns. */
  readonly all: (field: ExportField) => string[];
}

const fieldsOf = (columns: ExportColumns, row: Line): Fields => {
  const all = (field: ExportField): string[] => (columns[field] ?? []).map((column) => bare(row.cells[column])).filter((cell) => cell !== '');
  return { all, of: (field) => all(field)[0] ?? '' };
};

/** The columns without a status column that never holds a status: a shop's own “Status” means something else. */
function withRealStatus(columns: ExportColumns, rows: readonly Line[]): ExportColumns {
  const real = (columns.status ?? []).filter((column) => rows.some((row) => statusOfWord(bare(row.cells[column])) !== null));
  return { ...columns, status: real };
}

/** A kind that the time columns alone tell of the whole file: most of its rows have one. */
function kindOfTimes(columns: ExportColumns, rows: readonly Line[]): MailchimpStatus | null {
  const filled = (field: ExportField): number => rows.filter((row) => fieldsOf(columns, row).of(field) !== '').length;
  const [unsub, clean] = [filled('unsub'), filled('clean')];
  if (Math.max(unsub, clean) * 2 < rows.length || unsub === clean) return null;
  return unsub > clean ? 'Unsubscribed' : 'Cleaned';
}

/** Mailchimp's language; two different groups at once decide nothing, other groups in the column say nothing. */
function languageOf(cells: readonly string[]): string | null {
  const codes = new Set<string>();
  for (const part of cells.join(',').split(/[,;|/]/)) {
    const code = languageCode(part);
    if (code !== null) codes.add(code);
  }
  const [only, another] = codes;
  return only !== undefined && another === undefined ? only : null;
}

/** A phone that a spreadsheet program turned into 9.72501E+11 is no phone any more. */
const phoneOf = (cell: string): string | null => (/^\d(?:\.\d+)?e\+?\d+$/i.test(cell) ? null : wordsOf(cell));

function nameOf(row: Fields): string | null {
  const parts = [wordsOf(row.of('firstName')), wordsOf(row.of('lastName'))].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' ') : wordsOf(row.of('fullName'));
}

/** Why a cell is no address, in the words that help. */
function refusedAddress(cell: string): Pick<RejectedLine, 'reason' | 'cure'> {
  if (cell === '') return { reason: messages.noAddress, cure: messages.addAddress };
  if (/<[^<>\s]+@[^<>\s]+>/.test(cell)) return { reason: messages.nameInAddress, cure: messages.bareAddress };
  if (cell.split(/[;,\s]+/).filter((part) => normaliseEmail(part) !== null).length > 1) return { reason: messages.severalAddresses, cure: messages.oneAddressEach };
  return { reason: messages.invalidAddress, cure: messages.correctAddress };
}

interface TimeReading {
  readonly at: (row: Fields, field: ExportField) => Moment | null;
}

const latestOf = (...times: readonly (Moment | null)[]): Moment | null => times.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);

/** Since when the status stands. The opt-in of someone who has left says nothing of the leaving. */
function sinceOf(status: MailchimpStatus | null, row: Fields, { at }: TimeReading): Moment | null {
  if (status === 'Unsubscribed') return at(row, 'unsub') ?? at(row, 'changed');
  if (status === 'Cleaned') return at(row, 'clean') ?? at(row, 'changed');
  return latestOf(at(row, 'optin'), at(row, 'confirm'), at(row, 'changed'));
}

/** What the row itself says its member is; null where it does not. */
function statusOfRow(row: Fields, { at }: TimeReading): MailchimpStatus | null {
  const told = statusOfWord(row.of('status'));
  if (told !== null) return told;
  const [unsub, clean] = [row.of('unsub'), row.of('clean')];
  if (unsub !== '' && clean !== '') return (at(row, 'unsub') ?? '') > (at(row, 'clean') ?? '') ? 'Unsubscribed' : 'Cleaned';
  return clean !== '' ? 'Cleaned' : unsub !== '' ? 'Unsubscribed' : null;
}

const timeFields = ['optin', 'confirm', 'changed', 'unsub', 'clean'] as const;

/**
 * The members that the text of an audience export tells of, and the rows it could not take. Refuses, naming it for what
 * it is, a file that is no audience export or whose letters are damaged. An address that the file repeats is one member.
 */
export function readExport(file: string, text: string, options: ExportOptions = {}): ReadExport {
  refuseWrongText(file, text);
  const marked = /^sep=(.)\r?\n/i.exec(text);
  const delimiter = marked?.[1] ?? delimiterOf(text, hasEmailColumn);
  // The line that names the delimiter stays in, blank, so that line numbers are the file's.
  const records = csvRecords(marked === null ? text : text.replace(/^[^\r\n]*/, ''), delimiter).filter((record) => record.broken || record.cells.some((cell) => tidy(cell) !== ''));
  const [header, ...rows] = records;
  if (header === undefined) throw new Refusal(messages.empty(file));
  refuseWrongHeader(file, header.cells);
  if (rows.length === 0) throw new Refusal(messages.headerOnly(file));
  refuseDamagedLetters(
    file,
    rows.map((row) => row.cells),
  );

  const columns = withRealStatus(exportColumns(header.cells), rows);
  const whole = rows.filter((row) => !row.broken);
  const cellsOf = function* (fields: readonly ExportField[]): Generator<string> {
    for (const row of whole) for (const field of fields) for (const column of columns[field] ?? []) yield bare(row.cells[column]);
  };
  const timesDayFirst = dayComesFirst(cellsOf(timeFields), options.dayFirst ?? false);
  const birthdaysDayFirst = dayComesFirst(cellsOf(['birthday']), false);
  const times: TimeReading = { at: (row, field) => exportMoment(row.of(field), timesDayFirst) };
  const fileKind = kindOfFileName(file) ?? kindOfTimes(columns, whole);

  const members: Member[] = [];
  const rejected: RejectedLine[] = [];
  const leftOut: RejectedLine[] = [];
  for (const record of rows) {
    const { line } = record;
    const row = fieldsOf(columns, record);
    const cell = row.of('email');
    if (record.broken) {
      rejected.push({ line, value: record.cells.join(' ').trim().slice(0, 200), reason: messages.unclosedQuote, cure: messages.closeQuote });
      continue;
    }
    const email = normaliseEmail(cell);
    if (email === null) {
      rejected.push({ line, value: cell, ...refusedAddress(tidy(cell)) });
      continue;
    }
    if (row.of('status') !== '' && statusOfWord(row.of('status')) === null) {
      rejected.push({ line, value: row.of('status'), reason: messages.unknownStatus, cure: messages.useStatus });
      continue;
    }
    const birthday = exportBirthday(row.of('birthday'), birthdaysDayFirst);
    if (birthday === null && /[1-9]/.test(row.of('birthday'))) {
      leftOut.push({ line, value: row.of('birthday'), reason: messages.badBirthday, cure: messages.correctBirthday });
    }
    const unreadable = timeFields.map((field) => row.of(field)).find((time) => /[1-9]/.test(time) && exportMoment(time, timesDayFirst) === null);
    if (unreadable !== undefined) leftOut.push({ line, value: unreadable, reason: messages.badTime, cure: messages.correctTime });
    const status = statusOfRow(row, times) ?? fileKind ?? options.kind ?? null;
    const notes = row.of('notes').trim().slice(0, LONGEST);
    members.push({
      email,
      status,
      since: sinceOf(status, row, times),
      name: nameOf(row),
      phone: phoneOf(row.of('phone')),
      birthday,
      language: languageOf(row.all('language')),
      tags: row.all('tags').flatMap(exportTags),
      notes: notes === '' ? null : notes,
      line,
    });
  }
  const joined = joinedMembers(members);
  const statuses = new Set(joined.map((member) => member.status));
  return {
    file,
    kind: statuses.size === 1 ? (joined[0]?.status ?? null) : null,
    needsKind: statuses.has(null),
    members: joined,
    rejected,
    leftOut,
  };
}

export interface ExportFile {
  /** The file's name; its folders may stand before it. */
  readonly name: string;
  readonly text: string;
  /** Whether it came out of a ZIP: Mailchimp puts a header without members there for a kind that nobody is of. */
  readonly fromZip?: boolean;
}

/** Several files at once. What is refused of one is refused of all, but for files out of a ZIP that hold no member: those are passed over. */
export function readExports(files: readonly ExportFile[], options: ExportOptions = {}): ReadExport[] {
  const withMembers = files.filter((file) => file.fromZip !== true || !hasNoMembers(file.text));
  const [first] = files;
  if (first !== undefined && withMembers.length === 0) throw new Refusal(messages.headerOnly(first.name));
  return withMembers.map((file) => readExport(file.name, file.text, options));
}

/** Whether the text is one line only: a header. */
const hasNoMembers = (text: string): boolean => !/[\r\n]/.test(text.trim());
