import { Refusal } from '../../shared/problem';
import { mailchimpMessages as messages } from './messages';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1255';

/** What turns bytes into text where the code runs: `new TextDecoder(encoding).decode(bytes)`. */
export type Decode = (bytes: Uint8Array, encoding: Encoding) => string;

const startsWith = (bytes: Uint8Array, ...signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);

/** Whether the bytes are a ZIP archive, which is what Mailchimp hands out (and what an .xlsx is inside). */
export const isZip = (bytes: Uint8Array): boolean => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);

/** Whether all of the bytes are well-formed UTF-8. */
export function isUtf8(bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    const following = lead < 0x80 ? 0 : lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xf0 && lead < 0xf5 ? 3 : -1;
    if (following < 0) return false;
    for (let k = 1; k <= following; k += 1) {
      const byte = bytes[i + k] ?? 0;
      if (byte < 0x80 || byte > 0xbf) return false;
      // Overlong forms, surrogates and what lies beyond Unicode.
      if (k === 1 && ((lead === 0xe0 && byte < 0xa0) || (lead === 0xed && byte > 0x9f) || (lead === 0xf0 && byte < 0x90) || (lead === 0xf4 && byte > 0x8f))) return false;
    }
    i += following + 1;
  }
  return true;
}

/** UTF-16 without a mark shows in the zero bytes of its ASCII letters: commas, quotes and line ends have one each. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  const looked = Math.min(bytes.length, 4000) & ~1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < looked; i += 2) {
    if (bytes[i] === 0) even += 1;
    if (bytes[i + 1] === 0) odd += 1;
  }
  if (odd > looked / 8 && even === 0) return 'utf-16le';
  return even > looked / 8 && odd === 0 ? 'utf-16be' : null;
}

/** The encoding of a text file; null where the bytes are no text. */
export function encodingOf(bytes: Uint8Array): Encoding | null {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return isUtf8(bytes) ? 'utf-8' : 'windows-1255';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  const wide = utf16Of(bytes);
  if (wide !== null) return wide;
  if (bytes.includes(0) || startsWith(bytes, 0x25, 0x50, 0x44, 0x46) || startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return null;
  return isUtf8(bytes) ? 'utf-8' : 'windows-1255';
}

/**
 * The text of an export in whatever encoding it was saved: UTF-8 and UTF-16 with or without a mark, else windows-1255.
 * Refuses what is no text at all, a spreadsheet or picture say. A ZIP is for the caller to open first.
 */
export function decodeExport(file: string, bytes: Uint8Array, decode: Decode): string {
  const encoding = encodingOf(bytes);
  if (encoding === null || isZip(bytes)) throw new Refusal(messages.notText(file));
  const words = decode(bytes, encoding);
  return words.charCodeAt(0) === 0xfeff ? words.slice(1) : words;
}

/** Whether a file inside a ZIP is one to read as an export: a CSV or text file, not a folder, not a desktop's hidden copy. */
export const isExportInZip = (path: string): boolean => /\.(csv|txt|tsv)$/i.test(path) && !/(^|\/)(__MACOSX\/|\.)/.test(path);
