/** `npm run push`: looks at what the project at Google holds, and builds and pushes only where nothing of anybody else's would go. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, builtFiles } from '../../esbuild.config';
import { clasp } from './clasp';
import { foreignFiles } from './foreign-files';
import { scriptId } from './project';

const MANIFEST = 'appsscript.json';

/** The project's files as they are at Google, by way of a folder that goes away. */
function remoteFiles(id: string): { name: string; content: string }[] {
  const folder = mkdtempSync(join(tmpdir(), 'push-'));
  try {
    const remote = join(folder, 'remote');
    mkdirSync(remote);
    writeFileSync(join(folder, '.clasp.json'), JSON.stringify({ scriptId: id, rootDir: 'remote' }));
    clasp(['pull'], folder, 'The project at Google could not be read, so nothing was pushed.');
    const names = readdirSync(remote, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(remote, name)).isFile());
    return names.map((name) => ({ name: name.replaceAll('\\', '/'), content: readFileSync(join(remote, name), 'utf8') }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function push(): Promise<void> {
  const id = scriptId();
  if (id === null) throw new Error('.clasp.json has no scriptId yet. “npm run new-project -- WORKBOOK” makes a project of its own in your workbook and fills it in (README.md, “Install it into the real workbook”).');
  const remote = remoteFiles(id);
  // Every project has a manifest: where none came, what came is not the project.
  if (!remote.some(({ name }) => name === MANIFEST)) throw new Error('The project at Google came without its manifest, so nothing was pushed. Try again.');
  const foreign = foreignFiles(remote, builtFiles);
  if (foreign.length > 0) {
    throw new Error(`The project at Google holds files that are not ours: ${foreign.join(', ')}. A push would erase them, so nothing was pushed. Put PUT_YOUR_SCRIPT_ID_HERE back into .clasp.json and make a project beside it with “npm run new-project -- WORKBOOK”.`);
  }
  await build();
  clasp(['push', '--force'], process.cwd(), 'Nothing was pushed.');
}

push().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
