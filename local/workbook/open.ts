import { statSync } from 'node:fs';
import { Refusal } from '../../src/shared/problem';
import { readCsvFolder, writeCsvFolder } from './csv-folder';
import { workbookMessages } from './messages';
import type { Workbook } from './model';
import type { OpenOptions } from './opening';
import { readXlsx, writeXlsx } from './xlsx';

const isXlsx = (path: string): boolean => /\.xlsx$/i.test(path);

// Endings of files that people try; a folder may well have a dot in its name.
const OTHER_FILE = /\.(?:csv|tsv|txt|xls|xlsm|xlsb|ods|gsheet|json|zip|numbers)$/i;

type Found = 'file' | 'folder' | null;

function foundAt(path: string): Found {
  const found = statSync(path, { throwIfNoEntry: false });
  return found === undefined ? null : found.isDirectory() ? 'folder' : 'file';
}

/** System faults as a sentence; everything else, refusals too, as it is. */
function told(fault: unknown, path: string): unknown {
  const code = fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : null;
  return code === null ? fault : new Refusal(workbookMessages.notReadable(path, code));
}

/** Opens a workbook: an .xlsx file, or a folder with one CSV file a sheet. Refuses in a sentence what is missing, unreadable or something else. */
export async function openWorkbook(path: string, options: OpenOptions = {}): Promise<Workbook> {
  try {
    const found = foundAt(path);
    if (found === null) throw new Refusal(workbookMessages.notFound(path));
    if (found === 'folder') return readCsvFolder(path, options);
    if (!isXlsx(path)) throw new Refusal(workbookMessages.notAWorkbook(path));
    return await readXlsx(path, options);
  } catch (fault) {
    throw told(fault, path);
  }
}

/** Saves a workbook at the path in the form that its ending says: `.xlsx`, else a folder of CSV. All or nothing. */
export async function saveWorkbook(workbook: Workbook, path: string): Promise<void> {
  const found = foundAt(path);
  if (found === 'folder' || (found === null && !isXlsx(path))) {
    if (found === null && OTHER_FILE.test(path)) throw new Refusal(workbookMessages.notAWorkbook(path));
    writeCsvFolder(workbook, path);
    return;
  }
  if (!isXlsx(path)) throw new Refusal(workbookMessages.notAWorkbook(path));
  await writeXlsx(workbook, path);
}
