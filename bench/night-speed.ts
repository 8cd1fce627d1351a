import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { blankWorkbook } from '../local/cells/sheet';
import { buildWhereOld } from '../local/cli/fresh-build';
import { Host } from '../local/host';
import type { Workbook } from '../local/workbook/model';
import { cdnowOrders, parseCdnow } from './cdnow-orders';

const root = fileURLToPath(new URL('..', import.meta.url));
const data = fileURLToPath(new URL('../../shared/data/cdnow/', import.meta.url));

/** What one night costs. */
export interface Cost {
  readonly orders: number;
  readonly calls: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** Processor time here, the local host's own included, and what Google's latencies would make of it. */
  readonly seconds: number;
  readonly estimatedSeconds: number;
  readonly result: unknown;
}

function nightOn(workbook: Workbook, now: string): Cost {
  const host = new Host({ workbook, dist: `${root}dist`, now });
  const start = process.cpuUsage();
  const result = host.call('ask', ['nightly', {}], 'sidebar');
  const { calls, cells, estimatedSeconds } = host.stats();
  return { orders: workbook.sheets[0]?.values.length ?? 0, calls: calls.total, cellsRead: cells.read, cellsWritten: cells.written, seconds: process.cpuUsage(start).user / 1e6, estimatedSeconds, result };
}

/** Prints what a first, a second and a third night cost in a shop of 7,000 and of 70,000 orders. */
export async function nightSpeed(): Promise<void> {
  if (!existsSync(data)) return void console.log('The CDNOW files are not there: nothing to measure.');
  await buildWhereOld(root);
  for (const file of ['CDNOW_sample.txt', 'CDNOW_master.txt']) {
    const workbook = blankWorkbook({ title: file });
    workbook.sheets.push(cdnowOrders(parseCdnow(readFileSync(data + file, 'utf8'))));
    for (const [night, now] of [['first night', '2026-06-30T03:00:00'], ['second night, same day', '2026-06-30T05:00:00'], ['next night', '2026-07-01T03:00:00']] as const) {
      const { calls, cellsRead, cellsWritten, seconds, estimatedSeconds, result } = nightOn(workbook, now);
      console.log(`${file}, ${night}: ${calls} calls, ${cellsRead} cells read, ${cellsWritten} written, ${seconds.toFixed(1)} s of computing here, about ${Math.round(estimatedSeconds)} s at Google`);
      if (process.env['VERBOSE'] !== undefined) console.log(JSON.stringify(result));
    }
  }
}
