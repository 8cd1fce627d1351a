import { snapshotOf } from '../../local/acts';
import { Stopped, TimeExceeded, type Faults, type Host } from '../../local/host';
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
  /** How it ends: stopped before the call, killed by Google for lack of time at it, or failing in it, so that the script may still say so. */
  readonly end?: 'stopped' | 'killed' | 'failing';
  readonly check: (workbook: Workbook, stop: Stop, mails: number) => void;
}

/** Stops the act before each of its service calls, lets what comes next run, and checks. Gives the number of stops tried. */
export function sweepStops({ book, now, act, next, check, every = 1, everyPrefixAt = 1, end = 'stopped' }: Sweep): number {
  let tried = 0;
  for (let call = 1; ; call += every) {
    const first = stopAt(call, 0);
    if (first === null) return tried;
    const prefixes = call % everyPrefixAt === 0 ? range(1, first.waiting) : [first.waiting];
    for (const queued of prefixes.filter((count) => count > 0)) stopAt(call, queued);
  }

  function stopAt(call: number, queued: number): Stop | null {
    const workbook = snapshotOf(book);
    const host = hostOn(workbook, now);
    host.faults = endings[end](host, call, queued);
    const ended = endOf(() => act(host));
    if (host.stats().calls.total < call) return null;
    tried += 1;
    // Only of a stop it is known how many writes waited; a kill applies as many as it is told, or all.
    const stop = { call, applied: queued, waiting: ended instanceof Stopped ? ended.queued : 0 };
    const later = next(workbook);
    check(workbook, stop, host.mails.length + (typeof later === 'number' ? later : 0));
    return stop;
  }
}

/** Longer than a run may take. */
const TOO_LONG = 400;

const endings: Readonly<Record<NonNullable<Sweep['end']>, (host: Host, call: number, queued: number) => Faults>> = {
  stopped: (_, call, queued) => ({ stopAt: { call, queued } }),
  killed: (host, call, queued) => ({ queuedAtKill: queued, between: (at) => void (at === call && host.advance(TOO_LONG)) }),
  failing: (_, call) => ({ failAt: { call } }),
};

/** What ended the act from outside; null where it came to an end of its own, said in a sentence. */
function endOf(act: () => unknown): Stopped | TimeExceeded | null {
  try {
    act();
    return null;
  } catch (error) {
    if (error instanceof Stopped || error instanceof TimeExceeded) return error;
    throw error;
  }
}

const range = (first: number, last: number): number[] => Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);

/** Every sheet but the run log, with its looks; run ids tell when something ran and so are left out. */
export const standing = (workbook: Workbook): Record<string, { readonly rows: readonly Record<string, unknown>[]; readonly looks: readonly unknown[] }> =>
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
