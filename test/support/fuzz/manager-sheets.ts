import fc from 'fast-check';
import { expect } from 'vitest';
import { snapshotOf } from '../../../local/acts';
import { headerOf } from '../../../local/cells/sheet';
import type { CellAttributes, CellValue, Sheet, Workbook } from '../../../local/workbook/model';
import { ourTables } from '../../../src/app/our-tables';
import { addDays } from '../../../src/shared/day';
import { busyShop } from '../busy-shop';
import { answerOf, ask, hostOn, night, rowsOf, sheetOf, typeInto } from '../shop';
import { expectSentence, forgetWrites, formulasIn, standingOf, widthsOf, writtenSheets } from './after-a-run';
import { anyCell, anyText, cell, putCell, type AnyCell } from './any-cell';
import type { Came } from './rounds';

export const DAY = '2026-06-28';
/** The manager's sheets, each with a column of their own. */
export const SHEETS = ['CRM Settings', 'CRM Rules', 'CRM Segments', 'CRM Outcomes', 'CRM Templates', 'CRM Days Off'] as const;
export type ManagerSheet = (typeof SHEETS)[number];
const OWN = 'Mine';

/** A shop with something of everything to do tonight, one person who refused and one who unsubscribed. */
export const managedShop = ((): Workbook => {
  const workbook = busyShop();
  typeInto(workbook, 'Contacts', ['Email', 'gil@mail.example'], 'Do Not Contact', 'Y');
  ask(hostOn(workbook, '2026-06-24T09:00'), 'importMailchimp', {
    dryRun: false,
    files: [{ file: 'unsubscribed.csv', kind: 'Unsubscribed', needsKind: false, rejected: [], leftOut: [], members: [{ email: 'ben@mail.example', status: 'Unsubscribed', since: '2026-06-01T08:00:00', name: null, phone: null, birthday: '06-30', language: null, tags: ['VIP'], notes: null, line: 2 }] }],
  });
  night(workbook, '2026-06-24T12:00');
  for (const name of SHEETS) {
    const sheet = sheetOf(workbook, name);
    const column = headerOf(sheet).length;
    putCell(sheet, 0, column, cell(OWN));
    putCell(sheet, 1, column, cell('=mine', { format: '@' }));
  }
  return workbook;
})();

/** What a person does to one of these sheets. Numbers pick among what there is. */
export interface Change {
  readonly sheet: ManagerSheet;
  readonly cells: readonly { readonly row: number; readonly column: number; readonly cell: AnyCell }[];
  /** A header that is gone, renamed or there twice. */
  readonly header: { readonly column: number; readonly words: string | null } | null;
  /** By how many rows the last ones come to the top. */
  readonly turned: number;
  /** Rows that are typed below the others. */
  readonly added: readonly (readonly AnyCell[])[];
}

export const changeOf = (sheet: ManagerSheet, likely: fc.Arbitrary<AnyCell>): fc.Arbitrary<Change> => {
  const one = fc.oneof({ weight: 2, arbitrary: likely }, { weight: 1, arbitrary: anyCell });
  const width = headerOf(sheetOf(managedShop, sheet)).length;
  return fc.record({
    sheet: fc.constant(sheet),
    cells: fc.array(fc.record({ row: fc.nat(120), column: fc.nat(width - 1), cell: one }), { maxLength: 8 }),
    header: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.record({ column: fc.nat(width - 1), words: fc.oneof(fc.constantFrom(null, ...headerOf(sheetOf(managedShop, sheet))), anyText) }) }),
    turned: fc.oneof(fc.constant(0), fc.nat(30)),
    added: fc.array(fc.array(one, { maxLength: width }), { maxLength: 3 }),
  });
};

/** The workbook after the changes. */
export function changed(changes: readonly Change[]): Workbook {
  const workbook = snapshotOf(managedShop);
  for (const { sheet: name, cells, header, turned, added } of changes) {
    const sheet = sheetOf(workbook, name);
    const rows = sheet.values.length - 1;
    for (const { row, column, cell: put } of cells) putCell(sheet, 1 + (row % rows), column, put);
    for (const [i, line] of added.entries()) line.forEach((put, column) => putCell(sheet, 1 + rows + i, column, put));
    const turn = <T>(lines: T[][]): T[][] => {
      const [first = [], ...rest] = lines;
      const by = rest.length === 0 ? 0 : turned % rest.length;
      return [first, ...rest.slice(rest.length - by), ...rest.slice(0, rest.length - by)];
    };
    while (sheet.attributes.length < sheet.values.length) sheet.attributes.push([]);
    sheet.attributes.length = sheet.values.length;
    [sheet.values, sheet.attributes] = [turn(sheet.values), turn(sheet.attributes)];
    if (header !== null) putCell(sheet, 0, header.column, cell(header.words === '' ? null : header.words));
  }
  return workbook;
}

const OWNERS: ReadonlyMap<string, ReadonlyMap<string, string>> = new Map(ourTables.map((table) => [table.name, new Map(Object.values(table.columns).map(({ header, owner }) => [header, owner]))]));

/** Every cell that is the manager's, with its looks: their own columns, and of ours what is theirs or was filled. */
function managersCells(workbook: Workbook): Map<string, { readonly rows: number; readonly cells: unknown }> {
  return new Map(
    SHEETS.flatMap((name) => {
      const sheet = sheetOf(workbook, name);
      // Rows and columns that come later, such as that of a setting whose name is gone, come with what they hold.
      const rows = sheet.values.length;
      return headerOf(sheet).flatMap((header, column) => (isManagers(name, header) ? [[`${name} ${column}`, { rows, cells: columnOf(sheet, column, rows) }] as const] : []));
    }),
  );
}

function areKept(before: ReturnType<typeof managersCells>, workbook: Workbook): void {
  for (const [place, was] of before) {
    const [, name = '', column = ''] = /^(.*) (\d+)$/.exec(place) ?? [];
    const { rows, cells } = was;
    expect([place, columnOf(sheetOf(workbook, name), Number(column), rows)]).toEqual([place, cells]);
  }
}
const isManagers = (sheet: string, header: string): boolean => ['user', undefined].includes(OWNERS.get(sheet)?.get(header));
const columnOf = (sheet: Sheet, column: number, rows: number): unknown =>
  sheet.values.slice(0, rows).map((cells, row): [CellValue, CellAttributes | null] => [cells[column] ?? null, (cells[column] ?? null) === null ? null : (sheet.attributes[row]?.[column] ?? null)]);

export interface Night {
  readonly came: Came;
  readonly message: string;
  /** Tasks of this night. */
  readonly made: readonly Record<string, unknown>[];
}

/** Previews and runs a night on the workbook; what holds of every night is checked. */
export function nightOf(workbook: Workbook): Night {
  const before = standingOf(workbook, ['CRM Runs']);
  const theirs = managersCells(workbook);
  const [untouched, widths] = [snapshotOf(workbook), widthsOf(workbook)];
  const formulas = formulasIn(workbook);
  const known = new Set(rowsOf(workbook, 'CRM Tasks').map((task) => task['Task ID']));
  forgetWrites(workbook);
  const preview = answerOf(hostOn(workbook, `${DAY}T02:50`), 'preview', {});
  expect([standingOf(workbook, ['CRM Runs']), writtenSheets(workbook)]).toEqual([before, []]);
  const answer = answerOf(hostOn(workbook, `${DAY}T03:00`), 'nightly', {});
  areKept(theirs, workbook);
  if (!answer.ok) {
    expect([answer.kind, answer.message]).toEqual(['refused', answer.message]);
    expectSentence(answer.message);
    // Columns of ours that were missing are put back at the end before the orders are looked at; nothing else is touched.
    expect(standingOf(workbook, ['CRM Runs'], widths)).toEqual(standingOf(untouched, ['CRM Runs'], widths));
    expect(preview.ok ? 'accepted' : preview.kind).toBe('refused');
    return { came: 'refused', message: answer.message, made: [] };
  }
  expect(answer.value['Error']).toBeNull();
  if (!preview.ok) throw new Error(`the preview was refused: ${preview.message}`);
  const made = rowsOf(workbook, 'CRM Tasks').filter((task) => !known.has(task['Task ID'] ?? null));
  expect(preview.value.tasks.map(({ id }) => id).sort()).toEqual(made.map((task) => task['Task ID']).sort());
  expect([preview.value.held.reduce((sum, { count }) => sum + count, 0), preview.value.missed, preview.value.withdrawn]).toEqual([answer.value['Held Back'], answer.value['Missed'], answer.value['Tasks Withdrawn']]);
  expect(formulasIn(workbook).sort()).toEqual(formulas.sort());
  lawsHold(workbook, made);
  const afterwards = standingOf(workbook, ['CRM Runs']);
  forgetWrites(workbook);
  expect(ask(hostOn(workbook, `${DAY}T04:00`), 'nightly', {})).toMatchObject({ Error: null, 'Tasks Made': 0, 'Tasks Withdrawn': 0 });
  expect(standingOf(workbook, ['CRM Runs'])).toEqual(afterwards);
  expect(writtenSheets(workbook)).toEqual(['CRM Runs']);
  return { came: 'accepted', message: '', made };
}

const once = (values: readonly unknown[]): void => expect(values.filter((value, i) => values.indexOf(value) !== i)).toEqual([]);

function lawsHold(workbook: Workbook, made: readonly Record<string, unknown>[]): void {
  const tasks = rowsOf(workbook, 'CRM Tasks');
  once([...tasks, ...rowsOf(workbook, 'CRM Task Archive')].map((task) => task['Task ID']));
  once(rowsOf(workbook, 'CRM Ledger').map((line) => line['Key']));
  const pending = tasks.filter((task) => task['Status'] === 'Pending' && task['Assigned To'] !== 'Mailchimp');
  const finishedToday = tasks.filter((task) => task['Completed Date'] === DAY && task['Rule'] !== null && !String(task['Outcome'] ?? '').startsWith('Auto:') && task['Assigned To'] !== 'Mailchimp');
  const listed = made.filter((task) => task['Assigned To'] !== 'Mailchimp');
  if (listed.length > 0) expect(pending.filter((task) => String(task['Due Date']) <= DAY).length).toBeLessThanOrEqual(mostTasks(workbook));
  if (listed.length > 0) expect(finishedToday.length).toBeLessThanOrEqual(mostTasks(workbook));
  const people = new Map(rowsOf(workbook, 'Contacts').map((row) => [row['Email'], row]));
  for (const task of made) {
    const soon = tasks.filter((other) => other['Email'] === task['Email'] && other['Status'] === 'Pending' && other['Rule'] !== null && String(other['Due Date']) <= addDays(DAY, 7));
    expect(soon.map((other) => other['Task ID'])).toEqual([task['Task ID']]);
    const person = people.get(String(task['Email']));
    expect([task['Task ID'], person?.['Do Not Contact']]).not.toEqual([task['Task ID'], 'Y']);
    if (person?.['Mailchimp Status'] === 'Unsubscribed') expect(['Welcome', 'Follow-up']).toContain(task['Task Type']);
    expect(String(task['WhatsApp'] ?? 'https://wa.me/')).toMatch(/^https:\/\/wa\.me\//);
    expect(JSON.stringify(task)).not.toMatch(/\bundefined\b|\[object /);
  }
}

/** `Tasks on the list` as the sheet says it: the first row of that name, unless it has a problem; of two columns of one name the first. */
function mostTasks(workbook: Workbook): number {
  const { values } = sheetOf(workbook, 'CRM Settings');
  const header = headerOf(sheetOf(workbook, 'CRM Settings')).map((words) => words.trim().toLowerCase());
  const cellIn = (row: readonly CellValue[] | undefined, name: string): CellValue => row?.[header.indexOf(name)] ?? null;
  const row = values.find((cells) => String(cellIn(cells, 'setting')).trim().toLowerCase() === 'tasks on the list');
  const value = cellIn(row, 'value');
  return value === null || cellIn(row, 'problem') !== null ? 8 : Number(String(value).replace(/[^\d.,]/g, '').replace(',', '.'));
}
