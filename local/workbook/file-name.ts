// What some file system refuses in a name. A percent sign is escaped only where it would read as an escape.
const REFUSED = /[/\\:*?"<>|\u0000-\u001f\u007f]|%(?=[0-9A-Fa-f]{2})|^[.~]|[. ]$/g;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

const escaped = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;

/** The file of a sheet: its name with `.csv`, signs that file systems refuse written `%2F`. */
export function fileOfSheet(name: string): string {
  const safe = name.replace(REFUSED, escaped);
  return `${RESERVED.test(safe) ? `${escaped(safe)}${safe.slice(1)}` : safe}.csv`;
}

/** The sheet that lies in a file; null where the file is no CSV, or hidden as editors' lock files are. */
export function sheetOfFile(file: string): string | null {
  if (!/\.csv$/i.test(file) || /^[.~]/.test(file)) return null;
  const stem = file.slice(0, -4);
  const name = stem.replace(/%([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  // A name that we would not have written so stands for itself: `100%25.csv` of someone else's.
  return fileOfSheet(name).slice(0, -4) === stem ? name : stem;
}
