import { createHash } from 'node:crypto';
import { Refusal } from '../../src/shared/problem';
import { workbookMessages } from './messages';

/** How a workbook is opened. */
export interface OpenOptions {
  /** The workbook's time zone; absent = as it was saved, else Asia/Jerusalem. */
  readonly zone?: string | undefined;
  /** The workbook's locale; absent = as it was saved, else en_US. */
  readonly locale?: string | undefined;
  /** `text`: every cell of a sheet that is not the add-on's comes as text, as it stands in the file. */
  readonly cells?: 'typed' | 'text' | undefined;
  /** The year of typed dates that have none. */
  readonly currentYear?: number | undefined;
}

/** A short fingerprint of a file's bytes. */
export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** The file's text, a byte order mark dropped; a file that is not UTF-8 is refused by name. */
export function textOf(bytes: Uint8Array, file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(workbookMessages.notUtf8(file));
  }
}
