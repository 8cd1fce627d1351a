import { Refusal } from '../../shared/problem';
import type { ReadExport } from './member';
import { mailchimpMessages as messages } from './messages';
import { readExport, type ExportOptions } from './read-export';

export interface ExportFile {
  /** The file's name; its folders may stand before it. */
  readonly name: string;
  readonly text: string;
  /** Whether it came out of a ZIP: Mailchimp puts a header without members there for a kind that nobody is of. */
  readonly fromZip?: boolean;
}

/** Several files at once. What is refused of one is refused of all, but for files out of a ZIP that hold no member: those are passed over. */
export function readExports(files: readonly ExportFile[], options: ExportOptions = {}): ReadExport[] {
  const withMembers = files.filter((file) => file.fromZip !== true || !hasNoMembers(file.text));
  const [first] = files;
  if (first !== undefined && withMembers.length === 0) throw new Refusal(messages.headerOnly(first.name));
  return withMembers.map((file) => readExport(file.name, file.text, options));
}

/** Whether the text is one line only: a header. */
const hasNoMembers = (text: string): boolean => !/[\r\n]/.test(text.trim());
