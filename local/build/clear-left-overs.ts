import { readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Takes away the folders `<prefix><process id>` of builds that were killed; those of builds at work stay. */
export async function clearLeftOvers(prefix: string): Promise<void> {
  const [folder, start] = [dirname(prefix), basename(prefix)];
  const left = (await readdir(folder)).filter((name) => name.startsWith(start) && !isAtWork(Number(name.slice(start.length))));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}

/** Whether a process other than this one has that id. */
function isAtWork(id: number): boolean {
  if (id === process.pid || !Number.isInteger(id) || id <= 0) return false;
  try {
    // Signal 0 asks and does nothing.
    return process.kill(id, 0);
  } catch (error) {
    // It exists, but is somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
