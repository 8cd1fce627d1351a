import { resolve } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { headerOf } from '../../local/cells/sheet';
import { openWorkbook } from '../../local/workbook/open';
import type { CellAttributes, Sheet, Workbook } from '../../local/workbook/model';
import { ourTables } from '../../src/app/our-tables';
import { settingList } from '../../src/settings/setting-list';
import { addDays } from '../../src/shared/day';
import { ask, cellsOf, hostOn, night, rowsOf, rowWith, sheetOf } from '../support/shop';

/** Saved on 14 March 2026 in the layout of before 0.1.0; see test/fixtures/README.md. */
const SAVED = resolve(import.meta.dirname, '../fixtures/older-workbook');
const LAST_NIGHT = '2026-03-14';

let workbook: Workbook;
let saved: Workbook;
beforeEach(async () => {
  workbook = await openWorkbook(SAVED);
  saved = await openWorkbook(SAVED);
});

const setUp = (): unknown => ask(hostOn(workbook, '2026-03-15T02:00'), 'setUp', { takeOver: false });
/** The nights of 15 March and after. */
const nights = (count: number): unknown[] => Array.from({ length: count }, (_, i) => night(workbook, `${addDays(LAST_NIGHT, i + 1)}T03:00`)['Error']);

/** The columns of a sheet that belong to the manager: every one that no table of ours names, and those it names as the manager's. */
function managersColumns(sheet: string): string[] {
  const table = ourTables.find(({ name }) => name === sheet);
  const ofScript = Object.values(table?.columns ?? {}).filter(({ owner }) => owner !== 'user').map(({ header }) => header);
  return headerOf(sheetOf(saved, sheet)).filter((header) => !ofScript.includes(header));
}

interface Kept {
  readonly value: unknown;
  readonly attributes: CellAttributes | undefined;
}

/** Every cell of those columns by its row's key: what stands in it and how it looks. */
function cellsByKey(sheet: Sheet, key: string, headers: readonly string[]): Map<string, Kept> {
  const header = headerOf(sheet);
  return new Map(
    sheet.values.slice(1).flatMap((cells, i) =>
      headers.map((name): [string, Kept] => [`${String(cells[header.indexOf(key)])} · ${name}`, { value: cells[header.indexOf(name)] ?? null, attributes: sheet.attributes[i + 1]?.[header.indexOf(name)] }]),
    ),
  );
}

const SHEETS = [
  ['Contacts', 'Email', ['Notes', 'Favourite', 'Score']],
  ['CRM Rules', 'Rule', ['Rule', 'Enabled', 'Trigger', 'Task Type', 'Days', 'Scope', 'Minimum Value', 'Segment', 'Product', 'Assigned To', 'Why I changed it']],
  ['CRM Settings', 'Setting', ['Value', 'Mine']],
  ['CRM Outcomes', 'Outcome', ['Outcome', 'Counts as contact', 'Then']],
] as const;

describe.each([
  ['the night after the update', () => undefined],
  ['Set up, and the night', setUp],
])('A workbook of an older layout, by %s', (_what, first) => {
  test.each(SHEETS)('the manager’s columns of %s stay as they were, looks and notes included', (name, key, columns) => {
    expect(managersColumns(name)).toEqual(columns);
    const before = cellsByKey(sheetOf(saved, name), key, columns);
    first();
    expect(nights(2)).toEqual([null, null]);
    const after = cellsByKey(sheetOf(workbook, name), key, columns);
    for (const [cell, kept] of before) expect([cell, after.get(cell)?.value, looksOf(after.get(cell)?.attributes)]).toEqual([cell, kept.value, looksOf(kept.attributes)]);
  });

  test('missing columns stand at the end, those that were there where they stood', () => {
    first();
    nights(1);
    for (const table of ourTables) {
      const before = saved.sheets.find(({ name }) => name === table.name);
      const old = before === undefined ? [] : headerOf(before);
      const missing = Object.values(table.columns).map(({ header }) => header).filter((header) => !old.includes(header));
      expect([table.name, headerOf(sheetOf(workbook, table.name))]).toEqual([table.name, [...old, ...missing]]);
    }
    const contacts = sheetOf(workbook, 'Contacts');
    expect([contacts.columnWidths.get(0), contacts.hiddenColumns.has(6)]).toEqual([333, true]);
  });

  test('every task stays with its note and what became of it, and none is made again', () => {
    const known = [...rowsOf(saved, 'CRM Tasks'), ...rowsOf(saved, 'CRM Task Archive')];
    const orders = cellsOf(saved)['WebOrdM'];
    first();
    expect(nights(7).every((error) => error === null)).toBe(true);
    const now = [...rowsOf(workbook, 'CRM Tasks'), ...rowsOf(workbook, 'CRM Task Archive')];
    for (const task of known) expect(now.find((row) => row['Task ID'] === task['Task ID'])).toMatchObject({ Note: task['Note'], Driver: task['Driver'], Email: task['Email'], Rule: task['Rule'], 'Created Date': task['Created Date'] });
    for (const task of known.filter((row) => row['Status'] !== 'Pending')) expect(now.find((row) => row['Task ID'] === task['Task ID'])).toMatchObject({ Status: task['Status'], Outcome: task['Outcome'], 'Completed Date': task['Completed Date'] });
    // New tasks there are, each for an occasion that had none.
    const occasions = now.map((task) => `${String(task['Email'])} · ${String(task['Rule'])} · ${String(task['Trigger'])}`);
    expect(occasions).toEqual([...new Set(occasions)]);
    expect(new Set(now.map((task) => task['Task ID'])).size).toBe(now.length);
    expect(now.length).toBeGreaterThan(known.length);
    const lines = rowsOf(workbook, 'CRM Ledger');
    for (const line of rowsOf(saved, 'CRM Ledger')) expect(lines.filter((row) => row['Key'] === line['Key'])).toMatchObject([{ 'Task ID': line['Task ID'], Rule: line['Rule'], Created: line['Created'] }]);
    expect(cellsOf(workbook)['WebOrdM']).toEqual(orders);
  });

  test('rules get the ids that their tasks were made under, and go on from their start', () => {
    first();
    nights(1);
    const ids = rowsOf(workbook, 'CRM Rules').map((row) => row['Rule ID']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining([...new Set(rowsOf(saved, 'CRM Ledger').map((line) => line['Rule']))]));
    expect(rowWith(workbook, 'CRM Rules', 'Rule', 'First bottle')).toMatchObject({ 'Rule ID': 'first-bottle', 'Start Date': '2026-03-01', Problem: null });
  });

  test('settings that came since stand below with their defaults; one that is no more is said to be so', () => {
    first();
    nights(1);
    const rows = rowsOf(workbook, 'CRM Settings');
    expect(rows.map((row) => row['Setting'])).toEqual(expect.arrayContaining(settingList.map(({ name }) => name)));
    expect(rowWith(workbook, 'CRM Settings', 'Setting', 'Archive after days')).toMatchObject({ Value: 5, 'What it does': expect.stringContaining('Default: 90.') as string, Problem: null });
    expect(rowWith(workbook, 'CRM Settings', 'Setting', 'Max tasks per day')).toMatchObject({ Mine: 'from the first version', Problem: expect.stringContaining('Max tasks per day') as string });
  });

  test('the sheets that came since are there, and the next night finds nothing to mend', () => {
    first();
    nights(1);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(expect.arrayContaining(['CRM Segments', 'CRM Days Off', 'CRM Import Problems']));
    const before = cellsOf(workbook, ['CRM Runs']);
    night(workbook, '2026-03-15T05:00');
    expect(cellsOf(workbook, ['CRM Runs'])).toEqual(before);
  });
});

/** What a person sees of a cell; a formula of theirs counts, a drop-down that is mended does not. */
const looksOf = (attributes: CellAttributes | undefined): CellAttributes => {
  const { dropDown: _mended, format: _mendedToo, ...looks } = attributes ?? {};
  return looks;
};
