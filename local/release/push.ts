/** `npm run push`: builds, looks at what the project at Google holds, and pushes only where nothing of anybody else's would go. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../../esbuild.config';
import { foreignFiles } from './foreign-files';

const clasp = (args: readonly string[], cwd: string): void => {
  const done = spawnSync('npx', ['--no-install', '--prefix', process.cwd(), 'clasp', ...args], { cwd, stdio: 'inherit' });
  if (done.status !== 0) throw new Error(`clasp ${args.join(' ')} did not succeed; nothing was pushed.`);
};

/** The project's files as they are at Google, by way of a folder that goes away. */
function remoteFiles(scriptId: string): { name: string; content: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'push-'));
  try {
    mkdirSync(join(folder, 'remote'));
    writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId, rootDir: 'remote' }));
    clasp(['pull'], folder);
    return readdirSync(join(folder, 'remote')).map((name) => ({ name, content: readFileSync(join(folder, 'remote', name), 'utf8') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function push(): Promise<void> {
  const { scriptId } = JSON.parse(readFileSync('.clasp.json', 'utf8')) as { scriptId: string }; // our own file
  if (!/^[\w-]{20,}$/.test(scriptId) || scriptId.startsWith('PUT_')) throw new Error('.clasp.json has no scriptId yet. Follow “Install it into the real workbook” in README.md.');
  const built = await build();
  const foreign = foreignFiles(remoteFiles(scriptId), built.map(({ name }) => name));
  if (foreign.length > 0) {
    throw new Error(`The project at Google holds files that are not ours: ${foreign.join(', ')}. A push would erase them. Make a second project bound to the workbook (README.md, “Install it into the real workbook”) and put its scriptId into .clasp.json.`);
  }
  clasp(['push', '--force'], process.cwd());
}

push().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
