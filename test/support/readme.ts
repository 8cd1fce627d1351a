import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');

export const readme = readFileSync(resolve(root, 'README.md'), 'utf8');

/** The fenced blocks. */
export const blocks: readonly string[] = [...readme.matchAll(/^```\n([\s\S]*?)^```$/gm)].map(([, block = '']) => block);

/** What stands between backticks in the words around the blocks. */
export const quoted: readonly string[] = [...readme.replace(/^```\n[\s\S]*?^```$/gm, '').matchAll(/`([^`]+)`/g)].map(([, words = '']) => words);

/** The part below a heading, up to the next one of its level or above. */
export function section(heading: string): string {
  const at = readme.indexOf(`${heading}\n`);
  if (at < 0) throw new Error(`The README has no “${heading}”`);
  const rest = readme.slice(at + heading.length);
  const level = /^#+/.exec(heading)?.[0].length ?? 1;
  const end = rest.search(new RegExp(`^#{1,${level}} `, 'm'));
  return end < 0 ? rest : rest.slice(0, end);
}
