import { build as bundle } from 'esbuild';
import { generate } from 'gas-entry-generator';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { checkBundle } from './local/build/check-bundle';
import { clearLeftOvers } from './local/build/clear-left-overs';
import { inlinePage } from './local/build/inline-page';
import { pageMessages } from './src/ui/page-messages';

const ENTRY = 'src/main.ts';
/** Where the bundle keeps its exports; a variable, so nothing of it can be called from a page or a trigger. */
const EXPORTS = 'crm_';

/** The server bundle: plain functions at top level for the exports of `main.ts`, everything else out of reach. */
async function serverCode(): Promise<string> {
  const result = await bundle({
    entryPoints: [ENTRY],
    bundle: true,
    write: false,
    metafile: true,
    format: 'iife',
    globalName: EXPORTS,
    target: 'es2020',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // zod asks which browser it runs in; there is none.
    define: { navigator: 'undefined' },
    charset: 'utf8',
    legalComments: 'none',
    minifySyntax: true,
    minifyWhitespace: true,
    minifyIdentifiers: true,
  });
  const names = await exportsOf(ENTRY);
  const entryPoints = generate(names.map((name) => `global.${name} = function () {};`).join('\n'), { comment: false });
  const assignments = names.map((name) => `global.${name}=${EXPORTS}.${name};`).join('\n');
  const [output] = result.outputFiles;
  if (output === undefined) throw new Error(`esbuild gave no output for ${ENTRY}.`);
  return `var global = this;\n${entryPoints.entryPointFunctions}\n${output.text}\n${assignments}\n`;
}

/** The names that `main.ts` exports, as esbuild sees them. */
async function exportsOf(entry: string): Promise<string[]> {
  const result = await bundle({ entryPoints: [entry], bundle: true, write: false, metafile: true, format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], outfile: 'main.js' });
  return Object.values(result.metafile.outputs).flatMap((output) => output.exports).sort();
}

const pages = Object.keys(pageMessages).sort();

/** What a build makes: all that is ever pushed, and nothing else. */
export const builtFiles: readonly string[] = ['Code.js', 'appsscript.json', ...pages.map((page) => `${page}.html`)];

/** The sidebar has a page of its own; the dialogs share one, each with its own script. */
const pageOf = (page: string): Promise<string> => (page === 'sidebar' ? inlinePage('src/ui/sidebar.html') : inlinePage('src/ui/dialog.html', { PAGE: page }));

/** Builds into `dist` by way of a folder beside it, so that a failed build leaves the last good one. */
export async function build(dist = 'dist'): Promise<{ name: string; bytes: number }[]> {
  await clearLeftOvers(`${dist}.building-`);
  // Named by the process, so that two builds at once don't mix.
  const staging = `${dist}.building-${process.pid}`;
  await mkdir(staging, { recursive: true });
  const code = await serverCode();
  checkBundle(code, await exportsOf(ENTRY));
  await writeFile(`${staging}/Code.js`, code);
  for (const page of pages) await writeFile(`${staging}/${page}.html`, await pageOf(page));
  await copyFile('appsscript.json', `${staging}/appsscript.json`);
  await rm(dist, { recursive: true, force: true });
  await rename(staging, dist);
  const sizes = await Promise.all((await readdir(dist)).sort().map(async (name) => ({ name, bytes: (await readFile(`${dist}/${name}`)).length })));
  return sizes;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, bytes } of await build()) console.log(`dist/${name}  ${(bytes / 1024).toFixed(1)} KB`);
}
