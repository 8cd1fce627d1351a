import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { Refusal } from '../../src/shared/problem';
import { hashOf } from '../../src/shared/hash';
import { blankSheet, blankWorkbook } from '../cells/sheet';
import { isOurs } from './csv-cell';
import { csvOfSheet, sheetOfCsv } from './csv-sheet';
import { fileOfSheet, sheetOfFile } from './file-name';
import { workbookMessages } from './messages';
import type { Sheet, Workbook } from './model';
import { digestOf, textOf, type OpenOptions } from './opening';
import { replaceFiles, type NewFile } from './replace-files';
import { savedCellsOf, type SavedCells } from './saved-cells';
import { parseSaved, restoreWorkbook, savedSheetOf, savedText, type SavedSheet } from './saved-workbook';

/** What CSV cannot hold lies in this file beside the sheets. */
export const STATE_FILE = 'workbook.json';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** The CSV files of the folder by sheet: those that were saved in their old order, then the others by name. */
function filesBySheet(path: string, savedOrder: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(path).sort()) {
    const name = sheetOfFile(file);
    if (name === null || !isFile(join(path, file))) continue;
    if (found.has(name)) throw new Refusal(workbookMessages.sameFile(found.get(name) ?? '', file));
    found.set(name, file);
  }
  const names = [...savedOrder.filter((name) => found.has(name)), ...[...found.keys()].filter((name) => !savedOrder.includes(name))];
  return new Map(names.map((name) => [name, found.get(name) ?? '']));
}

/**
 * The workbook in a folder of CSV files, one a sheet. The files are the truth: what workbook.json knows of single cells holds
 * only for a file that is still as we wrote it, what it knows of columns is found again by header. A folder without any
 * CSV file is a new workbook with one empty sheet. Refuses a damaged file by name.
 */
export function readCsvFolder(path: string, options: OpenOptions = {}): Workbook {
  const folder = resolve(path);
  const statePath = join(folder, STATE_FILE);
  const saved = existsSync(statePath) ? parseSaved(textOf(readFileSync(statePath), STATE_FILE), STATE_FILE) : null;
  const title = basename(folder);
  const workbook = blankWorkbook({ id: `local-${hashOf(title)}`, title });
  if (saved !== null) restoreWorkbook(workbook, saved);
  workbook.timeZone = options.zone ?? saved?.timeZone ?? workbook.timeZone;
  workbook.locale = options.locale ?? saved?.locale ?? workbook.locale;
  const reading = { locale: workbook.locale, currentYear: options.currentYear ?? new Date().getFullYear() };
  const savedSheets = new Map((saved?.sheets ?? []).map((sheet) => [sheet.name, sheet]));
  const files = filesBySheet(folder, [...savedSheets.keys()]);
  for (const [name, file] of files) {
    const bytes = readFileSync(join(folder, file));
    const state = savedSheets.get(name) ?? null;
    const asSaved = state?.cells !== undefined && state.cells.hash === digestOf(bytes);
    const asText = options.cells === 'text' && !asSaved && !isOurs(name);
    workbook.sheets.push(sheetOfCsv({ name, file, bytes, words: textOf(bytes, file), state, asSaved, asText }, reading));
  }
  if (files.size === 0) workbook.sheets.push(blankSheet('Sheet1'));
  workbook.origin = { folder, files: [...files.values()] };
  return workbook;
}

function fileOf(sheet: Sheet): string {
  const read = sheet.source?.file;
  return read !== undefined && sheetOfFile(read) === sheet.name ? read : fileOfSheet(sheet.name);
}

/** The files in the folder that are sheets of the book that was there and is replaced now. */
function filesOfOldBook(workbook: Workbook, folder: string): readonly string[] {
  if (workbook.origin?.folder === folder) return workbook.origin.files;
  const statePath = join(folder, STATE_FILE);
  if (!existsSync(statePath)) return [];
  return parseSaved(textOf(readFileSync(statePath), STATE_FILE), statePath).sheets.map((sheet) => fileOfSheet(sheet.name));
}

/**
 * Writes the workbook as a folder of CSV files and workbook.json: all or, where writing fails, nothing. A sheet that nobody
 * wrote to keeps the bytes that it was read from. Files of sheets that are gone are taken away; other files stay.
 */
export function writeCsvFolder(workbook: Workbook, path: string): void {
  const folder = resolve(path);
  const reading = { locale: workbook.locale, currentYear: new Date().getFullYear() };
  const files: NewFile[] = [];
  const states: SavedSheet[] = [];
  const sheetByFile = new Map<string, string>();
  for (const sheet of workbook.sheets) {
    const name = fileOf(sheet);
    const other = sheetByFile.get(name);
    if (other !== undefined) throw new Refusal(workbookMessages.sameFile(other, sheet.name));
    sheetByFile.set(name, sheet.name);
    let cells: SavedCells | null;
    if (sheet.source !== undefined && !sheet.dirty) {
      files.push({ name, bytes: sheet.source.bytes });
      cells = sheet.source.cells;
    } else {
      const bytes = Buffer.from(csvOfSheet(sheet, reading), 'utf8');
      files.push({ name, bytes });
      cells = savedCellsOf(sheet, digestOf(bytes));
    }
    states.push(savedSheetOf(sheet, cells));
  }
  files.push({ name: STATE_FILE, bytes: Buffer.from(savedText(workbook, states), 'utf8') });
  replaceFiles(folder, files, existsSync(folder) ? filesOfOldBook(workbook, folder).filter((file) => !sheetByFile.has(file)) : []);
}
