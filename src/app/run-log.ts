import type { Moment } from '../shared/day';
import type { TableImage, Workbook } from '../sheets/workbook';
import type { Shop } from './shop';
import { runsTable, type NewRun, type Run, type RunsTable } from './runs.table';

/** The figures of a run's line; what a job does not count stays 0, and an error is null where all went well. */
export interface RunFigures {
  readonly orders: number;
  readonly contactsNew: number;
  readonly contactsChanged: number;
  readonly tasksMade: number;
  readonly tasksWithdrawn: number;
  readonly heldBack: number;
  readonly missed: number;
  readonly problems: number;
  readonly error?: string | null;
}

export const noFigures: RunFigures = { orders: 0, contactsNew: 0, contactsChanged: 0, tasksMade: 0, tasksWithdrawn: 0, heldBack: 0, missed: 0, problems: 0 };

const MOST_RUNS = 500;
/** How many stay once there are more: cut seldom, the sheet's rows need not move every night. */
const RUNS_KEPT = 450;

/** The id of a run: its moment and its job, numbered where the same minute saw the same job before. */
export function runIdOf(job: string, now: Moment, runs: readonly Pick<Run, 'run'>[]): string {
  const taken = new Set(runs.map((row) => row.run));
  const id = `${now.slice(0, 16).replace('T', ' ')} ${job}`;
  for (let count = 2; ; count += 1) {
    if (!taken.has(id)) return id;
    if (!taken.has(`${id} (${count})`)) return `${id} (${count})`;
  }
}

/** Puts the line on top of CRM Runs, which keeps at most 500: then the newest 450. */
export function logRun(book: Workbook, image: TableImage<RunsTable>, line: NewRun): void {
  book.replace(image, [line, ...image.rows].slice(0, image.rows.length < MOST_RUNS ? MOST_RUNS : RUNS_KEPT));
}

/** A run's line as the object that `--json` prints: the headers of CRM Runs. */
export function runLineAsJson(line: NewRun): Record<string, string | number | null> {
  return Object.fromEntries(
    Object.entries(runsTable.columns).map(([field, column]) => [column.header, (line as Record<string, string | number | null | undefined>)[field] ?? null]), // the fields of NewRun are the table's
  );
}

/** The line of a run that came to its end. */
export const newRunOf = (shop: Shop, run: string, job: string, figures: Partial<RunFigures>): NewRun => ({
  run,
  job,
  start: shop.now,
  startedBy: shop.user,
  seconds: Math.round(shop.secondsSoFar() * 10) / 10,
  ...noFigures,
  error: null,
  ...figures,
});

/** Puts a failed run on record; the sheet is made first where it is missing. */
export function logFailure(shop: Shop, job: string, sentence: string): void {
  shop.book.ensure([runsTable]);
  const image = shop.book.read(runsTable);
  logRun(shop.book, image, newRunOf(shop, runIdOf(job, shop.now, image.rows), job, { error: sentence }));
  shop.book.flush();
}
