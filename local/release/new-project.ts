/** `npm run new-project -- WORKBOOK`: a script project of its own in the workbook, beside the shop's, which stay as they are. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clasp } from './clasp';
import { scriptId, useProject } from './project';

/** The workbook's id, given alone or within its address. */
const workbookId = (given: string): string | null => /(?:^|\/d\/)([\w-]{20,})(?:[/?#].*)?$/.exec(given)?.[1] ?? null;

function newProject(given: string | undefined): void {
  const workbook = workbookId(given ?? '');
  if (workbook === null) throw new Error('Say which workbook: npm run new-project -- https://docs.google.com/spreadsheets/d/…/edit');
  if (scriptId() !== null) throw new Error('.clasp.json already names a project; “npm run push” brings it up to date. For another one put PUT_YOUR_SCRIPT_ID_HERE back in its place first.');
  // clasp writes where it stands: in an empty folder it can take neither our manifest's place nor anybody's files.
  const folder = mkdtempSync(join(tmpdir(), 'new-project-'));
  try {
    clasp(['create-script', '--title', 'CRM', '--parentId', workbook], folder, 'No project was made.');
    const { scriptId: made } = JSON.parse(readFileSync(join(folder, '.clasp.json'), 'utf8')) as { scriptId: string }; // clasp's own form
    useProject(made);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log('The workbook has a script project for the CRM, and .clasp.json names it. “npm run push” puts the add-on into it.');
}

try {
  newProject(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
