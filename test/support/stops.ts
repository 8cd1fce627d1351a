import { snapshotOf } from '../../local/acts';
import { Stopped, type Host } from '../../local/host';
import type { Workbook } from '../../local/workbook/model';
import { hostOn, rowsOf } from './shop';

/** One stop: before which service call, with how many of the queued writes applied, of how many. */
export interface Stop {
  readonly call: number;
  readonly applied: number;
  readonly waiting: number;
}

export interface Sweep {
  readonly book: Workbook;
  readonly now: string;
  /** What is stopped. */
  readonly act: (host: Host) => unknown;
  /** What comes afterwards, on another day's or hour's host, and heals. */
  readonly next: (workbook: Workbook) => unknown;
  /** Which calls are stopped: every n-th. */
  readonly every?: number;
  /** Which of these stops get each prefix of the queue, instead of all and nothing of it: every n-th call. */
  readonly everyPrefixAt?: number;
  readonly check: (workbook: Workbook, stop: Stop, mails: number) => void;
}

/** Stops the act before each of its service calls, lets what comes next run, and checks. Gives the number of stops tried. */
export function sweepStops({ book, now, act, next, check, every = 1, everyPrefixAt = 1 }: Sweep): number {
  let tried = 0;
  for (let call = 1; ; call += every) {
    const first = stopAt(call, 0);
    if (first === null) return tried;
    const prefixes = call % everyPrefixAt === 0 ? range(1, first.waiting) : [first.waiting];
    for (const queued of prefixes.filter((count) => count > 0)) stopAt(call, queued);
  }

  function stopAt(call: number, queued: number): Stop | null {
    const workbook = snapshotOf(book);
    const host = hostOn(workbook, now, { faults: { stopAt: { call, queued } } });
    const stopped = stopOf(() => act(host));
    if (stopped === null) return null;
    tried += 1;
    const stop = { call, applied: queued, waiting: stopped.queued };
    const later = next(workbook);
    check(workbook, stop, host.mails.length + (typeof later === 'number' ? later : 0));
    return stop;
  }
}

function stopOf(act: () => unknown): Stopped | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Stopped) return error;
    throw error;
  }
}

const range = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

/** Every sheet but the run log, with its looks; run ids tell when something ran and so are left out. */
export const standing = (workbook: Workbook): Record<string, unknown> =>
  Object.fromEntries(
    workbook.sheets
      .filter(({ name }) => name !== 'CRM Runs')
      .map((sheet) => [
        sheet.name,
        {
          rows: rowsOf(workbook, sheet.name).map((row) => ({ ...row, Run: null })),
          looks: [sheet.hidden, sheet.frozenRows, sheet.protections.length, [...sheet.hiddenColumns], sheet.attributes.slice(0, 2)],
        },
      ]),
  );
