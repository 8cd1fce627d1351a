import type { Contact } from '../contacts/contacts.table';
import type { Day } from '../shared/day';
import type { Problem } from '../shared/problem';
import { fold, joinTexts, tidy, type Language, type Text } from '../shared/text';
import { badCellsOf, type BadCells } from '../sheets/bad-cells';
import type { RowPatch } from '../sheets/table';
import type { TableImage } from '../sheets/workbook';
import { rulesMessages as messages } from './messages';
import { segmentsTable, type SegmentSheetRow, type SegmentsTable } from './segments.table';
import type { NamedSegment } from './segments/named';
import { parseSegment } from './segments/parse';
import { countSegment } from './segments/segment';

export type SegmentRowPatch = RowPatch<SegmentsTable>;

export interface SegmentsContext {
  /** The people that count: Contacts as it stands. */
  readonly contacts: readonly Contact[];
  readonly today: Day;
  readonly language: Language;
}

export interface ParsedSegments {
  readonly segments: readonly NamedSegment[];
  /** Contacts and Problem, only where they differ from the sheet. */
  readonly patches: readonly SegmentRowPatch[];
  readonly problems: readonly Problem[];
}

/** Reads the named segments and counts the people in each. A bad one is reported in its row; its count goes blank. */
export function parseSegmentRows(sheet: Pick<TableImage<SegmentsTable>, 'rows' | 'keyless'> & Partial<Pick<TableImage<SegmentsTable>, 'problems'>>, { contacts, today, language }: SegmentsContext): ParsedSegments {
  const segments: NamedSegment[] = [];
  const patches: SegmentRowPatch[] = [];
  const problems: Problem[] = [];
  const names = new Set<string>();
  const badCells = badCellsOf(segmentsTable, sheet.problems ?? []);
  const unreadable = new Set((sheet.problems ?? []).flatMap(({ row, reason }) => (reason.en.startsWith(`${segmentsTable.columns.contacts.header} `) ? [row] : [])));
  for (const row of [...sheet.rows, ...sheet.keyless].sort((a, b) => a.at - b.at)) {
    const read = readSegment(row, names, badCells(row.at));
    names.add(fold(row.name));
    const counted = 'problem' in read ? null : countSegment(read.condition, contacts, today);
    if ('problem' in read) problems.push({ sheet: segmentsTable.name, row: row.at, value: row.query ?? '', reason: read.problem, cure: messages.segmentWaits });
    else segments.push(read);
    const problem = 'problem' in read ? read.problem[language] : null;
    // A word that somebody typed over the count reads as blank, and is none.
    const stands = row.contacts === counted && !unreadable.has(row.at);
    const set = { ...(stands ? {} : { contacts: counted }), ...(row.problem === problem ? {} : { problem }) };
    if (Object.keys(set).length > 0) patches.push({ at: row.at, set });
  }
  return { segments, patches, problems };
}

function readSegment(row: SegmentSheetRow, earlier: ReadonlySet<string>, bad: BadCells): NamedSegment | { readonly problem: Text } {
  if (tidy(row.name) === '') return { problem: messages.segmentUnnamed };
  if (earlier.has(fold(row.name))) return { problem: messages.segmentTwice(tidy(row.name)) };
  const error = bad.get(segmentsTable.columns.query.header);
  if (error !== undefined) return { problem: joinTexts([error.reason, error.cure], ' ') };
  const parsed = parseSegment(row.query ?? '');
  return parsed.ok ? { title: tidy(row.name), condition: parsed.condition } : { problem: parsed.text };
}

/** The segments with which CRM Segments comes, as examples to change. */
export const defaultSegments = (): { readonly name: string; readonly query: string }[] => [
  { name: 'Good customers gone quiet', query: 'status = Lapsed and total spend > 1000' },
  { name: 'Bought in the last 30 days', query: 'last order > -30d' },
  { name: 'Subscribers without an order', query: 'mailchimp status = Subscribed and total orders = 0' },
  { name: 'Hebrew readers', query: 'language = HE' },
];
