import { closeSync, copyFileSync, existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { Refusal } from '../../src/shared/problem';
import { workbookMessages } from './messages';

/** A file to be written, by its name in the folder. */
export interface NewFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const codeOf = (fault: unknown): string => (fault instanceof Error ? fault.message.split(',')[0] ?? '' : String(fault));

const refused = (path: string, fault: unknown): unknown =>
  fault instanceof Error && 'code' in fault ? new Refusal(workbookMessages.notWritable(path, codeOf(fault))) : fault;

function writeThrough(path: string, bytes: Uint8Array): void {
  const file = openSync(path, 'wx', 0o666);
  try {
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** The entry of a folder outlives a power cut only once the folder itself is written through. Not every system can. */
function syncFolder(path: string): void {
  if (process.platform === 'win32') return;
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

const beside = (path: string, what: 'new' | 'old'): string => join(dirname(path), `.${basename(path)}.${what}-${process.pid}`);

function holds(path: string, bytes: Uint8Array): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && found.isFile() && found.size === bytes.length && readFileSync(path).equals(bytes);
}

/** Keeps the old file under a second name, so that it can come back; false where there is none. */
function keepOld(path: string): boolean {
  const old = beside(path, 'old');
  rmSync(old, { force: true });
  if (!(statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)) return false;
  try {
    linkSync(path, old);
  } catch {
    // Not every file system has links.
    copyFileSync(path, old);
  }
  return true;
}

function newFolder(path: string, files: readonly NewFile[]): void {
  const made = beside(path, 'new');
  rmSync(made, { recursive: true, force: true });
  try {
    mkdirSync(made, { recursive: true });
    for (const file of files) writeThrough(join(made, file.name), file.bytes);
    syncFolder(made);
    renameSync(made, path);
    syncFolder(dirname(path));
  } catch (fault) {
    rmSync(made, { recursive: true, force: true });
    throw refused(path, fault);
  }
}

/**
 * Puts the files into the folder and takes `gone` out of it. Every file is first written whole beside its place, then all
 * are renamed in the order given; what fails on the way brings the old files back. No reader sees half a file, and a
 * folder that does not exist appears whole. Files that hold the same bytes already are not touched.
 */
export function replaceFiles(folder: string, files: readonly NewFile[], gone: readonly string[] = []): void {
  const path = resolve(folder);
  if (!existsSync(path)) return newFolder(path, files);
  const changed = files.map(({ name, bytes }) => ({ place: join(path, name), bytes })).filter(({ place, bytes }) => !holds(place, bytes));
  const leaving = gone.map((name) => join(path, name));
  const undo: (() => void)[] = [];
  try {
    for (const { place, bytes } of changed) {
      rmSync(beside(place, 'new'), { force: true });
      writeThrough(beside(place, 'new'), bytes);
    }
    for (const { place } of changed) {
      const existed = keepOld(place);
      renameSync(beside(place, 'new'), place);
      undo.push(() => (existed ? renameSync(beside(place, 'old'), place) : rmSync(place, { force: true })));
    }
    for (const place of leaving) if (existsSync(place)) rmSync(place);
    if (changed.length > 0 || leaving.length > 0) syncFolder(path);
  } catch (fault) {
    for (const back of undo.reverse()) back();
    throw refused(path, fault);
  } finally {
    for (const { place } of changed) for (const what of ['new', 'old'] as const) rmSync(beside(place, what), { force: true });
  }
}
