import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import type { Manifest } from './kit/host-state';

/** A built script: what `clasp push` would upload. */
export interface Bundle {
  readonly manifest: Manifest;
  /** Its files, compiled, in the order in which every call loads them. */
  readonly scripts: readonly Script[];
  /** Top-level function declarations without a trailing `_`: all that menus, triggers and the sidebar can call. */
  readonly entryPoints: ReadonlySet<string>;
  /** The text of an HTML file, its extension left out or not; null where there is none. */
  readonly htmlFile: (name: string) => string | null;
}

const compiled = new Map<string, { readonly script: Script; readonly names: readonly string[] }>();

/** Reads the folder of a built script. Throws where it has no manifest or its code does not compile. */
export function readBundle(folder: string): Bundle {
  const manifestPath = join(folder, 'appsscript.json');
  if (!existsSync(manifestPath)) throw new Error(`${folder} has no appsscript.json: build the project first`);
  const files = readdirSync(folder)
    .filter((name) => /\.(js|gs)$/.test(name))
    .sort();
  const parts = files.map((name) => compile(name, readFileSync(join(folder, name), 'utf8')));
  return {
    manifest: manifestOf(JSON.parse(readFileSync(manifestPath, 'utf8'))),
    scripts: parts.map(({ script }) => script),
    entryPoints: new Set(parts.flatMap(({ names }) => names).filter((name) => !name.endsWith('_'))),
    htmlFile(name) {
      const path = join(folder, name.endsWith('.html') ? name : `${name}.html`);
      return existsSync(path) ? readFileSync(path, 'utf8') : null;
    },
  };
}

function compile(name: string, code: string): { readonly script: Script; readonly names: readonly string[] } {
  const key = `${name}\n${code}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = { script: new Script(code, { filename: name }), names: declaredFunctions(code) };
  compiled.set(key, made);
  return made;
}

/** Functions declared at top level are there before the first statement runs; those that are merely assigned are not. */
function declaredFunctions(code: string): string[] {
  const context = createContext({});
  try {
    new Script(`throw null;\n${code}`).runInContext(context);
  } catch {
    // The null thrown above: nothing else has run.
  }
  return Object.keys(context).filter((name) => typeof context[name] === 'function');
}

function manifestOf(json: unknown): Manifest {
  const fields = typeof json === 'object' && json !== null ? new Map<string, unknown>(Object.entries(json)) : new Map<string, unknown>();
  const zone = fields.get('timeZone');
  if (typeof zone !== 'string') throw new Error('appsscript.json has no timeZone');
  const scopes = fields.get('oauthScopes');
  return { timeZone: zone, oauthScopes: Array.isArray(scopes) ? scopes.map(String) : null };
}
