import { describe, expect, test } from 'vitest';
import { decodeExport, isExportInZip, isZip, type Decode } from '../../../src/contacts/mailchimp/decode-bytes';

const decode: Decode = (bytes, encoding) => new TextDecoder(encoding).decode(bytes);
const words = 'Email Address,First Name\r\nnoa@shop.example,נועה\r\n';
const utf8 = new TextEncoder().encode(words);
const utf16 = (littleEndian: boolean, text = words): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  Array.from(text).forEach((letter, i) => view.setUint16(i * 2, letter.charCodeAt(0), littleEndian));
  return bytes;
};
const windows1255 = Uint8Array.from(words, (letter) => (letter >= 'א' ? letter.charCodeAt(0) - 0x05d0 + 0xe0 : letter.charCodeAt(0)));
const joined = (head: readonly number[], bytes: Uint8Array): Uint8Array => Uint8Array.from([...head, ...bytes]);

describe('the bytes of an export', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', utf8],
    ['UTF-8 with a mark', joined([0xef, 0xbb, 0xbf], utf8)],
    ['UTF-16 little-endian with a mark', joined([0xff, 0xfe], utf16(true))],
    ['UTF-16 big-endian with a mark', joined([0xfe, 0xff], utf16(false))],
    ['UTF-16 little-endian', utf16(true)],
    ['UTF-16 big-endian', utf16(false)],
    ['windows-1255', windows1255],
  ])('are read as %s', (_, bytes) => {
    expect(decodeExport('x.csv', bytes, decode)).toBe(words);
  });

  test.each<[string, readonly number[]]>([
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48]],
    ['a PDF', [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31]],
    ['an old spreadsheet', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]],
    ['a new spreadsheet', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00]],
  ])('of %s are refused', (_, bytes) => {
    expect(() => decodeExport('x.csv', Uint8Array.from(bytes), decode)).toThrow(/x\.csv is not a text file/);
  });

  test('of a ZIP are told apart from text', () => {
    expect(isZip(Uint8Array.from([0x50, 0x4b, 0x03, 0x04]))).toBe(true);
    expect(isZip(utf8)).toBe(false);
  });

  test.each([
    ['subscribed_email_audience_export_1.csv', true],
    ['export/cleaned.CSV', true],
    ['__MACOSX/._subscribed.csv', false],
    ['export/.hidden.csv', false],
    ['export/', false],
    ['xl/workbook.xml', false],
  ])('in a ZIP, %s is an export: %s', (path, yes) => {
    expect(isExportInZip(path)).toBe(yes);
  });
});
