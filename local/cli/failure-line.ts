import { runIdOf } from '../../src/app/run-log';
import { runsTable } from '../../src/app/runs.table';
import { serialOfMoment, type Moment } from '../../src/shared/day';
import { foldHeader } from '../../src/shared/text';
import { headerOf, sheetNamed } from '../cells/sheet';
import type { CellValue, Sheet, Workbook } from '../workbook/model';

/** The most lines that CRM Runs keeps below its header. */
const MOST_LINES = 500;

const { columns } = runsTable;
const columnIn = (sheet: Sheet, header: string): number => headerOf(sheet).map(foldHeader).indexOf(foldHeader(header));

/** The ids of the runs on record, newest first. */
export function runsIn(workbook: Workbook): string[] {
  const sheet = sheetNamed(workbook, runsTable.name);
  if (sheet === null) return [];
  const column = columnIn(sheet, columns.run.header);
  return column < 0 ? [] : sheet.values.slice(1).map((row) => String(row[column] ?? ''));
}

/** The newest run's line as an object under the headers of CRM Runs, where its id is none of `before`; else null. */
export function newLineIn(workbook: Workbook, before: readonly string[]): Record<string, CellValue> | null {
  const sheet = sheetNamed(workbook, runsTable.name);
  const [newest = ''] = runsIn(workbook);
  if (sheet === null || newest === '' || before.includes(newest)) return null;
  const cells = sheet.values[1] ?? [];
  return Object.fromEntries(
    Object.values(columns).map(({ header }) => {
      const at = columnIn(sheet, header);
      return [header, at < 0 ? null : (cells[at] ?? null)];
    }),
  );
}

/**
 * Puts a failure that the script itself has not recorded (a file refused before it was handed over, a click that was
 * refused) on top of CRM Runs, where there is such a sheet.
 */
export function recordFailure(workbook: Workbook, { job, now, user, sentence, before }: { job: string; now: Moment; user: string; sentence: string; before: readonly string[] }): void {
  const sheet = sheetNamed(workbook, runsTable.name);
  const recorded = newLineIn(workbook, before)?.[columns.error.header] ?? null;
  if (sheet === null || recorded !== null) return;
  const id = runIdOf(job, now, runsIn(workbook).map((run) => ({ run })));
  const line: Readonly<Record<string, CellValue>> = {
    [columns.run.header]: id,
    [columns.job.header]: job,
    [columns.start.header]: serialOfMoment(now),
    [columns.startedBy.header]: user,
    [columns.seconds.header]: 0,
    [columns.error.header]: sentence,
  };
  const counts = Object.values(columns).filter(({ kind }) => kind === 'count').map(({ header }) => foldHeader(header));
  const byHeader = new Map(Object.entries(line).map(([header, value]) => [foldHeader(header), value]));
  const row = headerOf(sheet).map((header): CellValue => byHeader.get(foldHeader(header)) ?? (counts.includes(foldHeader(header)) ? 0 : null));
  sheet.values.splice(1, 0, row);
  // The formats lie on the whole column, so the new first line looks like the one it pushes down.
  sheet.attributes.splice(1, 0, [...(sheet.attributes[1] ?? [])]);
  sheet.values.length = Math.min(sheet.values.length, MOST_LINES + 1);
  sheet.attributes.length = Math.min(sheet.attributes.length, Math.max(sheet.maxRows, sheet.values.length));
  sheet.maxRows = Math.max(sheet.maxRows, sheet.values.length);
  sheet.dirty = true;
}
