import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const { timeZone } = JSON.parse(readFileSync(join(root, 'appsscript.json'), 'utf8')) as { timeZone: string }; // our own manifest
// Dates mean the manifest's zone, as in Apps Script; Node takes the zone when the first Date is used, so before anything else is loaded.
process.env['TZ'] = timeZone;
const { start } = await import('./main');

await start(process.argv.slice(2), {
  root,
  // npm runs scripts in the project's root; paths are meant from where the person called it.
  from: process.env['npm_lifecycle_event'] === 'start' ? (process.env['INIT_CWD'] ?? process.cwd()) : process.cwd(),
  zone: timeZone,
});
