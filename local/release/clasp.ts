import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** What helps in nearly every case in which Google says no to clasp. */
const CURE = 'Sign in with “npx clasp login”, switch the Apps Script API on at https://script.google.com/home/usersettings, and look whether .clasp.json names your project.';

/** Runs the clasp that is installed here, in that folder, its own words shown. Throws with `otherwise` and the cure where it fails. */
export function clasp(args: readonly string[], cwd: string, otherwise: string): void {
  const done = spawnSync(process.execPath, [fileURLToPath(import.meta.resolve('@google/clasp')), ...args], { cwd, stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`${otherwise} ${CURE}`);
}
