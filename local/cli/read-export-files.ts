import { unzipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { MailchimpStatus } from '../../src/contacts/contacts.table';
import { decodeExport, isExportInZip, isZip } from '../../src/contacts/mailchimp/decode-bytes';
import type { ReadExport } from '../../src/contacts/mailchimp/member';
import { mailchimpMessages } from '../../src/contacts/mailchimp/messages';
import { readExports, type ExportFile } from '../../src/contacts/mailchimp/read-exports';
import { Refusal } from '../../src/shared/problem';
import { cliMessages } from './messages';

interface FileBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadingOptions {
  /** What the members are where the files do not tell. */
  readonly kind: MailchimpStatus | null;
  /** Whether 3/4/2025 is the 3rd of April where a file does not show which. */
  readonly dayFirst: boolean;
}

function bytesAt(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Refusal(cliMessages.notReadable(path, codeOf(error)));
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : String(error));

const asText = ({ name, bytes }: FileBytes): ExportFile => ({ name, text: decodeExport(name, bytes, (content, encoding) => new TextDecoder(encoding).decode(content)) });

/** The file itself, or the exports inside where it is a ZIP. */
function filesIn({ name, bytes }: FileBytes): ExportFile[] {
  if (!isZip(bytes)) return [asText({ name, bytes })];
  let inside: Readonly<Record<string, Uint8Array>>;
  try {
    inside = unzipSync(bytes, { filter: (file) => isExportInZip(file.name) });
  } catch {
    throw new Refusal(mailchimpMessages.notText(name));
  }
  const found = Object.entries(inside).map(([path, content]): ExportFile => ({ ...asText({ name: basename(path), bytes: content }), fromZip: true }));
  if (found.length === 0) throw new Refusal(mailchimpMessages.notText(name));
  return found;
}

/** Reads Mailchimp exports, single files and ZIPs. All or nothing: the first file that is no export refuses them all. */
export function readExportFiles(paths: readonly string[], options: ReadingOptions): ReadExport[] {
  const read = readExports(paths.flatMap((path) => filesIn({ name: basename(path), bytes: bytesAt(path) })), options);
  const unknown = read.find((file) => file.needsKind);
  if (unknown !== undefined) throw new Refusal(mailchimpMessages.kindUnknown(unknown.file));
  return read;
}
