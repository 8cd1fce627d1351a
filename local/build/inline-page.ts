import { build } from 'esbuild';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { valueModules } from './value-modules';

/**
 * A page of src/ui as the one file that HtmlService serves: `<link rel="stylesheet" href="x.css">` and
 * `<script src="x.ts"></script>` are replaced by their bundled content. No template literals are left in scripts
 * (HtmlService strips `//` inside them) and nothing that would end or comment the script element early. `words` replace
 * words of the page, so that like pages can be one file.
 */
export async function inlinePage(path: string, words: Readonly<Record<string, string>> = {}): Promise<string> {
  const page = Object.entries(words).reduce((text, [from, to]) => text.replaceAll(from, to), await readFile(path, 'utf8'));
  const folder = dirname(path);
  const parts = page.split(/(<link rel="stylesheet" href="[^"]+">|<script src="[^"]+"><\/script>)/);
  const inlined = await Promise.all(
    parts.map(async (part) => {
      const style = /^<link rel="stylesheet" href="([^"]+)">$/.exec(part)?.[1];
      if (style !== undefined) return `<style>${await bundled(join(folder, style))}</style>`;
      const script = /^<script src="([^"]+)"><\/script>$/.exec(part)?.[1];
      if (script !== undefined) return `<script>${await bundled(join(folder, script))}</script>`;
      return part;
    }),
  );
  return inlined.join('');
}

async function bundled(file: string): Promise<string> {
  const result = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    supported: { 'template-literal': false },
    platform: 'browser',
    charset: 'utf8',
    legalComments: 'none',
    minify: true,
    plugins: [valueModules],
  });
  const text = result.outputFiles[0]?.text.trim() ?? '';
  return file.endsWith('.css') ? text : text.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');
}
