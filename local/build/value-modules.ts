import { build, type Plugin } from 'esbuild';
import { runInNewContext } from 'node:vm';

/**
 * Modules named `….value.ts` are worked out when a page is built, and their exports put into it as plain data: the page has what the
 * declarations say and none of the code that says it. What stands in them several times is written once.
 */
export const valueModules: Plugin = {
  name: 'value-modules',
  setup({ onLoad }) {
    onLoad({ filter: /\.value\.ts$/ }, async ({ path }) => ({ contents: dataOf(await exportsOf(path)), loader: 'js' }));
  },
};

async function exportsOf(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { outputFiles } = await build({ entryPoints: [path], bundle: true, write: false, format: 'iife', globalName: 'exports_', platform: 'neutral', mainFields: ['module', 'main'], define: { navigator: 'undefined' } });
  // As JSON, so that nothing but data comes out.
  const json: unknown = runInNewContext(`${outputFiles[0]?.text ?? ''};JSON.stringify(exports_)`);
  if (typeof json !== 'string') throw new Error(`${path} has no value`);
  return JSON.parse(json) as Readonly<Record<string, unknown>>; // the exports of a module
}

/** Shorter than this a value is not worth a name. */
const SHORT = 12;

/** The source of a module that exports these values. */
function dataOf(exports: Readonly<Record<string, unknown>>): string {
  const times = new Map<string, number>();
  const count = (value: unknown): void => {
    const json = JSON.stringify(value);
    const seen = (times.get(json) ?? 0) + 1;
    times.set(json, seen);
    // Within what stands there once, all stands there once.
    if (seen === 1 && typeof value === 'object' && value !== null) Object.values(value).forEach(count);
  };
  Object.values(exports).forEach(count);
  const names = new Map<string, string>();
  const lines: string[] = [];
  const source = (value: unknown): string => {
    const json = JSON.stringify(value);
    const known = names.get(json);
    if (known !== undefined) return known;
    const whole = Array.isArray(value) ? `[${value.map(source).join(',')}]` : typeof value === 'object' && value !== null ? `{${Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}:${source(part)}`).join(',')}}` : json;
    if ((times.get(json) ?? 0) < 2 || json.length < SHORT) return whole;
    const name = `v${names.size}`;
    names.set(json, name);
    lines.push(`const ${name}=${whole};`);
    return name;
  };
  const exported = Object.entries(exports).map(([name, value]) => `export const ${name}=${source(value)};`);
  return [...lines, ...exported].join('\n');
}
