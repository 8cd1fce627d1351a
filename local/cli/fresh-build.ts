import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Refusal } from '../../src/shared/problem';
import { text } from '../../src/shared/text';

/** What the build is made from, below the project's root. */
const SOURCES = ['src', 'local/build', 'esbuild.config.ts', 'appsscript.json', 'package.json', 'package-lock.json'];
/** A build takes seconds; a lock of this age was left behind by one that was killed. */
const LOCK_MS = 120_000;

function newestIn(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  // A folder's own time tells of files that were taken away.
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestIn(join(path, name))), found.mtimeMs);
}

const isFresh = (root: string): boolean => {
  const built = statSync(join(root, 'dist/Code.js'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return built > 0 && SOURCES.every((source) => newestIn(join(root, source)) <= built);
};

/** Builds `dist` where it is missing or older than its sources; of several processes at once only one builds. */
export async function buildWhereOld(root: string): Promise<void> {
  if (isFresh(root)) return;
  const lock = join(root, '.local/building');
  mkdirSync(join(root, '.local'), { recursive: true });
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      const since = statSync(lock, { throwIfNoEntry: false })?.mtimeMs;
      if (since !== undefined && Date.now() - since > LOCK_MS) rmSync(lock, { recursive: true, force: true });
      await pause(150);
    }
  }
  try {
    if (isFresh(root)) return;
    const done = spawnSync('npm', ['run', '-s', 'build'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    if (done.status !== 0) throw new Refusal(buildFailed(firstErrorIn(`${done.stderr ?? ''}\n${done.stdout ?? ''}`)));
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

const firstErrorIn = (output: string): string => {
  const lines = output.split('\n').map((line) => line.trim());
  return lines.find((line) => /error/i.test(line)) ?? lines.find((line) => line !== '') ?? '';
};

const buildFailed = (cause: string) => text(`The script could not be built: ${cause}`, `לא ניתן היה לבנות את הסקריפט: ${cause}`);
