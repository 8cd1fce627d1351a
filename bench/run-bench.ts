import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build as bundle } from 'esbuild';
import { build } from '../esbuild.config';
import { benchPage, type Figures, type SizeFigures } from './bench-page';
import { benchCases, type Cost } from './cases';
import type { LoadTime } from './load-time';
import type { Race } from './roll-up-race';

const root = fileURLToPath(new URL('..', import.meta.url));
const SIZES = [1_000, 10_000, 100_000];

/** Measures everything on a fresh build, prints it, and writes docs/bench.md where no size was left out. `--sizes 1000,10000`. */
export async function runBench(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { sizes: { type: 'string' } } });
  const sizes = values.sizes === undefined ? SIZES : values.sizes.split(',').map(Number);
  if (sizes.some((size) => !Number.isInteger(size) || size < 100 || size % 4 !== 0)) throw new Error('--sizes takes numbers of orders, 100 or more, that can be divided by 4: --sizes 1000,10000');
  process.chdir(root);
  mkdirSync('.local', { recursive: true });
  const folder = mkdtempSync(`${root}.local/bench-`);
  try {
    await build(`${folder}/dist`);
    // Run as plain JavaScript: translated while it runs, each measured function would carry its name along.
    await bundle({ entryPoints: ['bench/child.ts'], outfile: `${folder}/child.mjs`, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' });
    const load = await measured<LoadTime>('load', 0, folder);
    const bySize: SizeFigures[] = [];
    for (const orders of sizes) bySize.push(await figuresOf(orders, folder));
    const figures: Figures = { machine: { cores: availableParallelism(), processor: cpus()[0]?.model.trim() ?? 'unknown', gigabytes: Math.round(totalmem() / 2 ** 30), node: process.version }, load, sizes: bySize };
    const page = benchPage(figures);
    console.log(page);
    if (values.sizes === undefined) writeFileSync('docs/bench.md', page);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function figuresOf(orders: number, folder: string): Promise<SizeFigures> {
  const costs: { name: string; cost: Cost }[] = [];
  for (const { name } of benchCases) {
    process.stderr.write(`${orders} orders: ${name}\n`);
    costs.push({ name, cost: await measured<Cost>(name, orders, folder) });
  }
  return { orders, costs, race: await measured<Race>('race', orders, folder) };
}

/** What `child.ts` measures. */
function measured<T>(what: string, orders: number, folder: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--max-old-space-size=6000', `${folder}/child.mjs`, what, String(orders), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    // The child's own figures, of the type that its task says.
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(text) as T) : reject(new Error(`Measuring ${what} at ${orders} orders failed`))));
  });
}
