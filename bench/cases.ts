import { Host } from '../local/host';
import { cpuMilliseconds } from '../local/services/kit/usage';
import type { Workbook } from '../local/workbook/model';
import { sheetNamed } from '../local/cells/sheet';
import { packExports } from '../src/app/mailchimp/packed-exports';
import { LONGEST_PORTION } from '../src/app/mailchimp/portions';
import type { Answer } from '../src/app/request';
import type { Moment } from '../src/shared/day';
import { age } from './aged-shop';
import { busyDay, mailchimpExport } from './order-book';

/** One job on a shop in a given state: what is measured is `act`. */
export interface BenchCase {
  readonly name: string;
  /** The state it starts from: a fresh order sheet, or what the named case left behind. */
  readonly from: 'orders' | (string & {});
  /** Whether other cases start from what it leaves. */
  readonly keep?: true;
  readonly now: Moment;
  /** What people did to the workbook before; not measured. */
  readonly before?: (workbook: Workbook) => void;
  readonly act: (host: Host, orders: number) => void;
}

const ask =
  (name: string, args: unknown = {}) =>
  (host: Host): void =>
    void answered(host, name, args);

function answered(host: Host, name: string, args: unknown): unknown {
  // What `ask` answers.
  const answer = host.call('ask', [name, args], 'sidebar') as Answer<unknown>;
  if (!answer.ok) throw new Error(answer.message);
  return answer.value;
}

/** A week's orders, and five weeks', of ten years'. */
const WEEK = 1 / 500;
const FIVE_WEEKS = 1 / 100;

/** The manager finished the list in the sheet, and the shop had a busy day. */
const afterADay = (share: number) => (workbook: Workbook): void => {
  busyDay(workbook, '2026-06-29', share);
  const tasks = sheetNamed(workbook, 'CRM Tasks');
  const header = (tasks?.values[0] ?? []).map(String);
  const [status, outcome] = [header.indexOf('Status'), header.indexOf('Outcome')];
  for (const row of tasks?.values.slice(1) ?? []) {
    if (row[status] !== 'Pending') continue;
    row[status] = 'Completed';
    row[outcome] = 'Reached';
  }
};

function importMembers(host: Host, orders: number): void {
  const packed = packExports([mailchimpExport(orders)]);
  const staged = { id: 'bench-import', portions: Math.max(1, Math.ceil(packed.length / LONGEST_PORTION)) };
  for (let portion = 0; portion < staged.portions; portion += 1) {
    answered(host, 'stageImport', { id: staged.id, portion, text: packed.slice(portion * LONGEST_PORTION, (portion + 1) * LONGEST_PORTION) });
  }
  answered(host, 'importMailchimp', { staged, dryRun: false });
}

function finishATask(host: Host): void {
  const tasks = sheetNamed(host.workbook, 'CRM Tasks');
  const header = (tasks?.values[0] ?? []).map(String);
  const open = tasks?.values.find((row) => row[header.indexOf('Status')] === 'Pending');
  answered(host, 'finishTasks', { tasks: [{ id: open?.[header.indexOf('Task ID')], action: 'complete', outcome: 'Reached', note: null, until: null }] });
}

/** All that is measured, each on what an earlier one left. */
export const benchCases: readonly BenchCase[] = [
  { name: 'set-up', from: 'orders', now: '2026-06-27T21:00:00', act: ask('setUp') },
  { name: 'first night', from: 'orders', keep: true, now: '2026-06-28T03:00:00', act: ask('nightly') },
  { name: 'import', from: 'first night', keep: true, now: '2026-06-28T10:00:00', act: importMembers },
  { name: 'next night', from: 'import', keep: true, now: '2026-06-29T03:00:00', act: ask('nightly') },
  { name: 'quiet night', from: 'next night', now: '2026-06-29T05:00:00', act: ask('nightly') },
  { name: 'busy night', from: 'next night', now: '2026-06-30T03:00:00', before: afterADay(WEEK), act: ask('nightly') },
  { name: 'flooded night', from: 'next night', now: '2026-06-30T03:00:00', before: afterADay(FIVE_WEEKS), act: ask('nightly') },
  { name: 'sync alone', from: 'next night', now: '2026-06-30T03:00:00', before: afterADay(WEEK), act: ask('sync') },
  { name: 'idle tick', from: 'next night', now: '2026-06-29T09:00:00', before: (workbook) => void workbook.documentProperties.set('report', '"2026-06-28"').set('night', '"2026-06-29"'), act: (host) => void host.call('tick', [], 'trigger') },
  { name: 'sidebar opens', from: 'next night', now: '2026-06-29T09:00:00', act: ask('getQueue') },
  { name: 'a task finished', from: 'next night', now: '2026-06-29T09:00:00', act: finishATask },
  { name: 'quiet night after 20 years', from: 'next night', now: '2026-06-29T05:00:00', before: age, act: ask('nightly') },
  { name: 'busy night after 20 years', from: 'next night', now: '2026-06-30T03:00:00', before: (workbook) => [age, afterADay(WEEK)].forEach((act) => act(workbook)), act: ask('nightly') },
  { name: 'report', from: 'next night', now: '2026-06-29T09:00:00', act: ask('makeReport') },
];

export interface Cost {
  readonly calls: number;
  readonly reads: number;
  readonly byMethod: Readonly<Record<string, number>>;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** CPU time of the script's own computing, the emulated services left out. */
  readonly computeMs: number;
  /** What Google's usual latencies make of the calls and cells. */
  readonly latencySeconds: number;
  readonly megabytesBefore: number;
  readonly megabytes: number;
}

const READS = /^(Range\.get(Values|DisplayValues|Formulas|NumberFormats|Notes)|Sheet\.getSheetValues)$/;
const mostMegabytes = (): number => process.resourceUsage().maxRSS / 1024;

/** Runs a case on a workbook that it changes. */
export function costOf({ now, act, before }: BenchCase, workbook: Workbook, orders: number, dist: string): Cost {
  before?.(workbook);
  // A run that took longer than six minutes should be seen, not lost.
  const host = new Host({ workbook, dist, now, faults: { secondsPerRun: 3600 } });
  const megabytesBefore = mostMegabytes();
  const start = cpuMilliseconds();
  act(host, orders);
  const ms = cpuMilliseconds() - start;
  const { calls, cells, estimatedSeconds } = host.stats();
  return {
    calls: calls.total,
    reads: Object.entries(calls.byMethod).reduce((sum, [method, count]) => sum + (READS.test(method) ? count : 0), 0),
    byMethod: calls.byMethod,
    cellsRead: cells.read,
    cellsWritten: cells.written,
    computeMs: ms - host.usage.emulationMs,
    latencySeconds: estimatedSeconds,
    megabytesBefore,
    megabytes: mostMegabytes(),
  };
}

