import { readFileSync, writeFileSync } from 'node:fs';

/** clasp's own file: which project at Google is meant, and the folder that is pushed to it. */
const FILE = '.clasp.json';

interface Project {
  readonly scriptId: string;
  readonly rootDir: string;
}

const read = (): Project => JSON.parse(readFileSync(FILE, 'utf8')) as Project; // our own file

/** The project's id, or null where it is still to be filled in. */
export function scriptId(): string | null {
  const { scriptId: id } = read();
  return /^[\w-]{20,}$/.test(id) && !id.startsWith('PUT_') ? id : null;
}

/** Has this folder push to that project from now on. */
export const useProject = (id: string): void => writeFileSync(FILE, `${JSON.stringify({ ...read(), scriptId: id }, null, 2)}\n`);
