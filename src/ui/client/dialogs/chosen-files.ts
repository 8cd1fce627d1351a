import { unzipSync } from 'fflate';
import { decodeExport, isExportInZip, isZip } from '../../../contacts/mailchimp/decode-bytes';
import { mailchimpMessages } from '../../../contacts/mailchimp/messages';
import type { ExportFile } from '../../../contacts/mailchimp/read-exports';
import { Refusal } from '../../../shared/problem';

/** The texts of the files that were chosen or dropped, those inside ZIPs one by one. Throws a Refusal that names what is no export. */
export async function textsOf(files: readonly File[]): Promise<ExportFile[]> {
  const texts: ExportFile[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isZip(bytes)) texts.push(...inZip(file.name, bytes));
    else texts.push({ name: file.name, text: decoded(file.name, bytes) });
  }
  return texts;
}

function inZip(name: string, bytes: Uint8Array): ExportFile[] {
  let inside: Readonly<Record<string, Uint8Array>>;
  try {
    inside = unzipSync(bytes, { filter: (file) => isExportInZip(file.name) });
  } catch {
    throw new Refusal(mailchimpMessages.notText(name));
  }
  const found = Object.entries(inside);
  // An .xlsx is a ZIP, too.
  if (found.length === 0) throw new Refusal(mailchimpMessages.notText(name));
  return found.map(([path, content]) => {
    const file = path.slice(path.lastIndexOf('/') + 1);
    return { name: file, text: decoded(file, content), fromZip: true };
  });
}

const decoded = (name: string, bytes: Uint8Array): string => decodeExport(name, bytes, (content, encoding) => new TextDecoder(encoding).decode(content));
