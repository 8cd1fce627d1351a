import { basename, extname } from 'node:path';

/** A file's name as Apps Script knows it: without folder and ending. */
const nameAtGoogle = (file: string): string => basename(file, extname(file));

/** A new project comes with an empty `Code`; the manifest is every project's. */
const EVERY_PROJECT = ['Code', 'appsscript'];

/** Files of the project at Google that a push would erase although they are not ours: `clasp push` replaces the whole project. */
export function foreignFiles(remote: readonly { readonly name: string; readonly content: string }[], ours: readonly string[]): string[] {
  const known = new Set([...ours.map(nameAtGoogle), ...EVERY_PROJECT]);
  const isOurs = ({ name, content }: { readonly name: string; readonly content: string }): boolean => {
    if (!known.has(nameAtGoogle(name))) return false;
    // A Code file of the shop's own looks like ours by its name alone; ours begins with its exports' declarations.
    return nameAtGoogle(name) !== 'Code' || content.startsWith('var global = this;') || isUntouched(content);
  };
  return remote.filter((file) => !isOurs(file)).map(({ name }) => name);
}

const isUntouched = (content: string): boolean => /^\s*(function myFunction\(\)\s*\{\s*\})?\s*$/.test(content);
