import type { Cost } from './cases';
import type { LoadTime } from './load-time';
import { median } from './median';
import type { Race } from './roll-up-race';

export interface SizeFigures {
  readonly orders: number;
  readonly costs: readonly { readonly name: string; readonly cost: Cost }[];
  readonly race: Race;
}

export interface Figures {
  readonly machine: { readonly cores: number; readonly processor: string; readonly gigabytes: number; readonly node: string };
  readonly load: LoadTime;
  readonly sizes: readonly SizeFigures[];
}

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const digits = (value: number, count: number): string => value.toLocaleString('en-US', { minimumFractionDigits: count, maximumFractionDigits: count });

const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map((_, i) => (i === 0 ? '---' : '--:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** The bench's figures as a page. */
export function benchPage({ machine, load, sizes }: Figures): string {
  return `# What it costs

Written by \`npm run bench\`: nothing here is typed by hand. ${machine.cores} cores (${machine.processor}), ${machine.gigabytes} GB, node ${machine.node.slice(1)}.
Milliseconds are CPU time, of a machine that does other work at the same time: compare what was measured in the same run, not one run with another.

A generated shop: so many orders over ten years in a sheet of 20 columns, by half as many people; a Mailchimp export of a quarter as many members, two in three of them buyers.
*Next night* is the first one after the import; a *quiet night* finds nothing new; a *busy night* follows a day on which a week's orders came in at once (0.2 % of all),
a fifth as many were refunded and the manager finished the whole list in the sheet, a *flooded night* one on which five weeks' did; *sync alone* takes in the busy day; an *idle tick* is an hour in which nothing is due.
*After 20 years* CRM Task Archive and CRM Ledger hold a full list for each task-making day of 20 years, the ledger besides a missed line for every order, and CRM Runs is full.

${table(
  ['Orders', 'Job', 'Service calls', 'of them reads', 'Cells read', 'Cells written', 'Computing, ms', 'Google, s', 'Both, s', 'Peak memory, MB', 'before the job, MB'],
  sizes.flatMap(({ orders, costs }) =>
    costs.map(({ name, cost }, i) => [
      i === 0 ? whole(orders) : '',
      name,
      whole(cost.calls),
      whole(cost.reads),
      whole(cost.cellsRead),
      whole(cost.cellsWritten),
      whole(cost.computeMs),
      digits(cost.latencySeconds, 1),
      digits(cost.latencySeconds + cost.computeMs / 1000, 1),
      whole(cost.megabytes),
      whole(cost.megabytesBefore),
    ]),
  ),
)}

Computing is the script's own, without the emulation of Google's services. *Google* is an estimate from usual latencies: 0.1 s a service call, 1 s per 100,000 cells read, 2 s per
100,000 written, 0.9 s for a call from the sidebar. A run may take 360 s. Memory is that of the local host, which holds the workbook too: *before the job* is what that alone came to.

## The same roll-up by others

First and last order, count, sum and status of each address from the same rows in memory. *Ours* reads the orders as a night does, checks every cell, collects every problem and
plans the rows of Contacts with all their columns. *SQLite* (sql.js, compiled to WebAssembly) puts six columns into a table and groups them. The *bare loop* trusts every cell. They take turns; the median of ${sizes[0]?.race.ours.length ?? 0} rounds, and the first, cold one.

${table(
  ['Orders', 'People', 'Ours, ms', 'cold', 'SQLite, ms', 'cold', 'of it the query', 'Bare loop, ms', 'cold', 'Ours / SQLite', 'cold', 'Sync alone / SQLite cold'],
  sizes.map(({ orders, race, costs }) => {
    const sync = costs.find(({ name }) => name === 'sync alone')?.cost.computeMs ?? NaN;
    const cold = (times: readonly number[]): number => times[0] ?? NaN;
    return [
      whole(orders),
      whole(race.people.ours),
      whole(median(race.ours)),
      whole(cold(race.ours)),
      whole(median(race.sqlite)),
      whole(cold(race.sqlite)),
      whole(median(race.sqliteQuery)),
      whole(median(race.bare)),
      whole(cold(race.bare)),
      digits(median(race.ours) / median(race.sqlite), 2),
      digits(cold(race.ours) / cold(race.sqlite), 2),
      digits(sync / cold(race.sqlite), 2),
    ];
  }),
)}

## The bundle

Every click loads it anew. ${digits(load.kilobytes, 0)} KB; compiled and run in a fresh context in ${digits(load.ms, 1)} ms (median of 20).
`;
}
