import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
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

const beside = (path: string): string => join(dirname(path), `.${basename(path)}.new-${process.pid}`);

const holds = (path: string, bytes: Uint8Array): boolean => existsSync(path) && statSync(path).size === bytes.length && readFileSync(path).equals(bytes);

function newFolder(path: string, files: readonly NewFile[]): void {
  const made = beside(path);
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
 * are renamed in the order given, so that a failing write leaves the old files and no reader sees half a file. A
 * folder that does not exist appears whole. Files that hold the same bytes already are not touched.
 */
export function replaceFiles(folder: string, files: readonly NewFile[], gone: readonly string[] = []): void {
  const path = resolve(folder);
  if (!existsSync(path)) return newFolder(path, files);
  const changed = files.filter((file) => !holds(join(path, file.name), file.bytes));
  const waiting: { readonly from: string; readonly to: string }[] = [];
  try {
    for (const file of changed) {
      const to = join(path, file.name);
      const from = beside(to);
      rmSync(from, { force: true });
      waiting.push({ from, to });
      writeThrough(from, file.bytes);
    }
    for (const { from, to } of waiting) renameSync(from, to);
    for (const name of gone) rmSync(join(path, name), { force: true });
    if (changed.length > 0 || gone.length > 0) syncFolder(path);
  } catch (fault) {
    for (const { from } of waiting) rmSync(from, { force: true });
    throw refused(path, fault);
  }
}

/** Puts one file in its place, whole or not at all; its folder is made where missing. */
export function replaceFile(path: string, bytes: Uint8Array): void {
  const full = resolve(path);
  try {
    mkdirSync(dirname(full), { recursive: true });
  } catch (fault) {
    throw refused(full, fault);
  }
  replaceFiles(dirname(full), [{ name: basename(full), bytes }]);
}
