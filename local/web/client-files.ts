import { build } from 'esbuild';
import { join } from 'node:path';

/** What the browser loads, ready to be sent. */
export interface ClientFiles {
  readonly script: string;
  readonly style: string;
  /** The google.script shim that goes into every page of the script. */
  readonly shim: string;
}

/** Bundles the page's own script, style and shim, in memory. */
export async function clientFiles(root: string): Promise<ClientFiles> {
  const folder = join(root, 'local/web/client');
  const bundled = async (name: string): Promise<string> => {
    const result = await build({ entryPoints: [join(folder, name)], bundle: true, write: false, format: 'iife', target: 'es2022', platform: 'browser', charset: 'utf8', legalComments: 'none' });
    return result.outputFiles[0]?.text ?? '';
  };
  const [script, style, shim] = await Promise.all(['main.ts', 'page.css', 'shim.ts'].map(bundled));
  return { script: script ?? '', style: style ?? '', shim: (shim ?? '').replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--') };
}
