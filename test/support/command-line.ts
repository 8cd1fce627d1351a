import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { runCommand, type ExitCode } from '../../local/cli/run';

export interface Ended {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** A new folder with these files; gives its path. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'crm-'));
  for (const [name, words] of Object.entries(files)) {
    mkdirSync(resolve(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), words);
  }
  return folder;
}

/** Runs a command line as `npm run crm --` does, with paths from `from`. */
export async function crm(from: string, ...args: readonly string[]): Promise<Ended> {
  let [out, err] = ['', ''];
  const code = await runCommand(args, {
    root: resolve(import.meta.dirname, '../..'),
    from,
    zone: 'Asia/Jerusalem',
    out: (words) => (out += words),
    err: (words) => (err += words),
  });
  return { code, out, err };
}

/** The rows of a sheet in a folder of CSV, by header. */
export const rowsOf = (folder: string, sheet: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(readFileSync(join(folder, `${sheet}.csv`), 'utf8').trim(), { header: true }).data;
