import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Where the flags stand that exceljs takes for set only as `1`: a sheet's direction, and dates counted from 1904. */
const PART = /^xl\/(?:workbook|worksheets\/[^/]+)\.xml$/;
const FLAG = /\b(rightToLeft|date1904)="true"/g;
/** They come before the cells, of which there may be many. */
const HEAD = 65_536;

/** The workbook file with its flags as exceljs knows them; LibreOffice writes `true` for `1`. */
export function withPlainBooleans(bytes: Uint8Array): Uint8Array {
  const changed: Record<string, Uint8Array> = {};
  for (const [name, part] of Object.entries(unzipSync(bytes, { filter: ({ name }) => PART.test(name) }))) {
    // Byte for byte, so that the cut goes through no letter.
    const head = strFromU8(part.subarray(0, HEAD), true);
    const plain = head.replace(FLAG, '$1="1"');
    if (plain !== head) changed[name] = joined(strToU8(plain, true), part.subarray(HEAD));
  }
  return Object.keys(changed).length === 0 ? bytes : zipSync({ ...unzipSync(bytes), ...changed }, { level: 1 });
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
