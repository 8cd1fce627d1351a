import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface TemporaryFolder {
  readonly path: string;
  at(name: string): string;
  put(name: string, words: string | Uint8Array): string;
  words(name: string): string;
}

/** A folder with the files given, gone when the test is over. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'workbook-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  const folder: TemporaryFolder = {
    path,
    at: (name) => join(path, name),
    put: (name, words) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), words);
      return join(path, name);
    },
    words: (name) => readFileSync(join(path, name), 'utf8'),
  };
  for (const [name, words] of Object.entries(files)) folder.put(name, words);
  return folder;
}
