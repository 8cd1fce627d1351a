import { readFileSync, writeFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import type { Workbook } from '../local/workbook/model';
import { benchCases, costOf } from './cases';
import { loadTimeOf } from './load-time';
import { orderBook } from './order-book';
import { raceRollUps } from './roll-up-race';

/** One measurement in a process of its own, so that its memory is its own: `child.ts WHAT ORDERS FOLDER`, the figures as JSON on stdout. */
const [what = '', size = '', folder = ''] = process.argv.slice(2);
const orders = Number(size);
const stateFile = (name: string): string => `${folder}/${orders} ${name}.state`;
const stateOf = (name: string): Workbook =>
  // Written below by this very program.
  name === 'orders' ? orderBook(orders) : (deserialize(readFileSync(stateFile(name))) as Workbook);

async function measure(): Promise<unknown> {
  if (what === 'load') return loadTimeOf(`${folder}/dist/Code.js`);
  if (what === 'race') return raceRollUps(orderBook(orders));
  const one = benchCases.find(({ name }) => name === what);
  if (one === undefined) throw new Error(`There is no case ${what}`);
  const workbook = stateOf(one.from);
  const cost = costOf(one, workbook, orders, `${folder}/dist`);
  if (one.keep === true) writeFileSync(stateFile(one.name), serialize(workbook));
  return cost;
}

process.stdout.write(JSON.stringify(await measure()));
