import type { Workbook as XlsxWorkbook } from 'exceljs';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { hashOf } from '../../src/shared/hash';
import { Refusal } from '../../src/shared/problem';
import { blankSheet, blankWorkbook } from '../cells/sheet';
import { workbookMessages } from './messages';
import type { Workbook } from './model';
import { digestOf, textOf, type OpenOptions } from './opening';
import { replaceFiles } from './replace-files';
import { savedCellsOf } from './saved-cells';
import { parseSaved, restoreWorkbook, savedSheetOf, savedText } from './saved-workbook';
import { bareXlsx, NODES_LEFT_OUT } from './xlsx-bare';
import { withPlainBooleans } from './xlsx-booleans';
import { sheetsOfXlsx } from './xlsx-read';
import { fileNamesOf, writeSheets } from './xlsx-write';

/** What an .xlsx cannot hold lies in this file beside it. */
const stateFileOf = (path: string): string => `${path}.workbook.json`;

/** exceljs takes its time to load, so only those who need it wait. */
const newFile = async () => new (await import('exceljs')).default.Workbook();

async function load(bytes: Uint8Array, ignoreNodes: readonly string[] = []): Promise<XlsxWorkbook> {
  const file = await newFile();
  // exceljs declares a Buffer of its own; node's is one.
  const buffer = Buffer.from(bytes) as unknown as Parameters<typeof file.xlsx.load>[0];
  return file.xlsx.load(buffer, { ignoreNodes: [...ignoreNodes] });
}

async function parsed(bytes: Uint8Array, path: string): Promise<XlsxWorkbook> {
  try {
    const plain = withPlainBooleans(bytes);
    try {
      return await load(plain);
    } catch {
      // Drawings, charts and tables of other programs are what the parser stumbles over; the cells are read without them.
      return await load(bareXlsx(plain), NODES_LEFT_OUT);
    }
  } catch (fault) {
    throw new Refusal(workbookMessages.notXlsx(path, fault instanceof Error ? fault.message : String(fault)));
  }
}

/**
 * The workbook in an .xlsx file, as Excel, LibreOffice, Google Sheets or we wrote it. Formulas keep their last results. A
 * file beside it, `NAME.xlsx.workbook.json`, holds what the form has no place for. Refuses what is no such file.
 */
export async function readXlsx(path: string, options: OpenOptions = {}): Promise<Workbook> {
  const full = resolve(path);
  const bytes = readFileSync(full);
  const statePath = stateFileOf(full);
  const saved = existsSync(statePath) ? parseSaved(textOf(readFileSync(statePath), statePath), statePath) : null;
  const title = basename(full).replace(/\.xlsx$/i, '');
  const workbook = blankWorkbook({ id: `local-${hashOf(title)}`, title });
  if (saved !== null) restoreWorkbook(workbook, saved);
  workbook.timeZone = options.zone ?? saved?.timeZone ?? workbook.timeZone;
  workbook.locale = options.locale ?? saved?.locale ?? workbook.locale;
  // A ZIP begins so; anything else, an old .xls or a locked file too, is told apart before the parser stumbles.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) throw new Refusal(workbookMessages.notXlsx(path, 'it is another kind of file or locked with a password'));
  const file = await parsed(bytes, path);
  workbook.sheets = sheetsOfXlsx(file, saved?.sheets ?? [], digestOf(bytes), workbook.locale);
  if (workbook.sheets.length === 0) workbook.sheets.push(blankSheet('Sheet1'));
  return workbook;
}

/** Writes the workbook fresh as an .xlsx file with its file beside, both whole or, where writing fails, neither. */
export async function writeXlsx(workbook: Workbook, path: string): Promise<void> {
  const full = resolve(path);
  const file = await newFile();
  // The same workbook makes the same file as far as the form allows: no clock in it.
  file.created = file.modified = new Date(Date.UTC(2024, 0, 1));
  writeSheets(workbook, file);
  const bytes = Buffer.from(await file.xlsx.writeBuffer());
  const digest = digestOf(bytes);
  const names = fileNamesOf(workbook.sheets);
  const states = workbook.sheets.map((sheet, index) => {
    const as = names[index];
    return { ...savedSheetOf(sheet, savedCellsOf(sheet, digest)), ...(as === undefined || as === sheet.name ? {} : { as }) };
  });
  replaceFiles(dirname(full), [
    { name: basename(full), bytes },
    { name: basename(stateFileOf(full)), bytes: Buffer.from(savedText(workbook, states), 'utf8') },
  ]);
}
