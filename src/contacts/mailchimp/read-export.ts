import { normaliseEmail } from '../../shared/email';
import { Refusal } from '../../shared/problem';
import { tidy } from '../../shared/text';
import type { MailchimpStatus } from '../contacts.table';
import { csvRecords, delimiterOf, type CsvRecord } from './csv';
import { exportColumns, hasEmailColumn, type ExportColumns, type ExportField } from './export-columns';
import { dayComesFirst, exportBirthday, exportMoment } from './export-dates';
import { kindOfFileName, statusOfWord } from './export-kind';
import { bare, fieldsOf, languageOf, nameOf, notesOf, phoneOf, refusedAddress, sinceOf, statusOfRow, type TimeReading } from './export-row';
import { exportTags } from './export-tags';
import { joinedMembers } from './joined-members';
import type { Member, ReadExport, RejectedLine } from './member';
import { mailchimpMessages as messages } from './messages';
import { refuseDamagedLetters, refuseWrongHeader, refuseWrongText } from './wrong-file';

export interface ExportOptions {
  /** What the members are where neither columns nor the file's name tell. */
  readonly kind?: MailchimpStatus | null;
  /** Whether 3/4/2025 is the 3rd of April where the file itself does not show which; Mailchimp's own times are never so. */
  readonly dayFirst?: boolean;
}

/** Enough of a cell to find it by: one whose quote closes too late may hold half the file. */
const LONGEST_SHOWN = 200;
const shown = (cell: string): string => cell.slice(0, LONGEST_SHOWN);

/** The columns without a status column that never holds a status: a shop's own “Status” means something else. */
function withRealStatus(columns: ExportColumns, rows: readonly CsvRecord[]): ExportColumns {
  const real = (columns.status ?? []).filter((column) => rows.some((row) => statusOfWord(bare(row.cells[column])) !== null));
  return { ...columns, status: real };
}

/** A kind that the time columns alone tell of the whole file: most of its rows have one. */
function kindOfTimes(columns: ExportColumns, rows: readonly CsvRecord[]): MailchimpStatus | null {
  const filled = (field: ExportField): number => rows.filter((row) => fieldsOf(columns, row.cells).of(field) !== '').length;
  const [unsub, clean] = [filled('unsub'), filled('clean')];
  if (Math.max(unsub, clean) * 2 < rows.length || unsub === clean) return null;
  return unsub > clean ? 'Unsubscribed' : 'Cleaned';
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
    const row = fieldsOf(columns, record.cells);
    const cell = row.of('email');
    if (record.broken) {
      rejected.push({ line, value: shown(record.cells.join(' ').trim()), reason: messages.unclosedQuote, cure: messages.closeQuote });
      continue;
    }
    const email = normaliseEmail(cell);
    if (email === null) {
      rejected.push({ line, value: shown(cell), ...refusedAddress(tidy(cell)) });
      continue;
    }
    if (row.of('status') !== '' && statusOfWord(row.of('status')) === null) {
      rejected.push({ line, value: shown(row.of('status')), reason: messages.unknownStatus, cure: messages.useStatus });
      continue;
    }
    const birthday = exportBirthday(row.of('birthday'), birthdaysDayFirst);
    if (birthday === null && /[1-9]/.test(row.of('birthday'))) {
      leftOut.push({ line, value: shown(row.of('birthday')), reason: messages.badBirthday, cure: messages.correctBirthday });
    }
    const unreadable = timeFields.map((field) => row.of(field)).find((time) => /[1-9]/.test(time) && exportMoment(time, timesDayFirst) === null);
    if (unreadable !== undefined) leftOut.push({ line, value: shown(unreadable), reason: messages.badTime, cure: messages.correctTime });
    const status = statusOfRow(row, times) ?? fileKind ?? options.kind ?? null;
    members.push({
      email,
      status,
      since: sinceOf(status, row, times),
      name: nameOf(row),
      phone: phoneOf(row.of('phone')),
      birthday,
      language: languageOf(row.all('language')),
      tags: row.all('tags').flatMap(exportTags),
      notes: notesOf(row),
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
