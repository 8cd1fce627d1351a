/** A quotation mark that is never closed. */
export class OpenQuote extends Error {
  /** The line in which it stands, the first being 1. */
  constructor(readonly line: number) {
    super(`unclosed quotation mark in line ${line}`);
  }
}

const COMMA = 44;
const QUOTE = 34;
const LF = 10;
const CR = 13;

const lineAt = (words: string, at: number): number => (words.slice(0, at).match(/\r\n|\n|\r/g) ?? []).length + 1;

/**
 * The rows of CSV text, every field as text. Lines end in LF, CRLF or CR; quoted fields may hold them. Blank lines stay as
 * rows of one empty field, the end of the last line makes no row. Text after a closing quote belongs to the field.
 */
export function parseCsv(words: string, separator = ','): string[][] {
  const rows: string[][] = [];
  const cut = separator.charCodeAt(0);
  const end = words.length;
  let row: string[] = [];
  let at = 0;
  while (at < end) {
    let field: string;
    if (words.charCodeAt(at) === QUOTE) {
      const opened = at;
      field = '';
      for (;;) {
        const close = words.indexOf('"', at + 1);
        if (close < 0) throw new OpenQuote(lineAt(words, opened));
        field += words.slice(at + 1, close);
        at = close + 1;
        if (words.charCodeAt(at) !== QUOTE) break;
        field += '"';
      }
    } else field = '';
    const start = at;
    let code = words.charCodeAt(at);
    while (at < end && code !== cut && code !== LF && code !== CR) code = words.charCodeAt((at += 1));
    if (at > start) field += words.slice(start, at);
    row.push(field);
    if (at < end && code === cut) {
      at += 1;
      // A comma at the very end still has an empty field behind it.
      if (at < end) continue;
      row.push('');
    }
    rows.push(row);
    row = [];
    at += code === CR && words.charCodeAt(at + 1) === LF ? 2 : 1;
  }
  return rows;
}

/**
 * The sign that parts the fields: a comma, unless the first line has none outside quotes and has semicolons or tabs, as
 * spreadsheet programs write in countries with a decimal comma.
 */
export function separatorOf(words: string): ',' | ';' | '\t' {
  let quoted = false;
  let other: ';' | '\t' | null = null;
  for (let at = 0; at < words.length; at += 1) {
    const code = words.charCodeAt(at);
    if (code === QUOTE) quoted = !quoted;
    else if (quoted) continue;
    else if (code === COMMA) return ',';
    else if (code === LF || code === CR) break;
    else if (other === null && code === 59) other = ';';
    else if (other === null && code === 9) other = '\t';
  }
  return other ?? ',';
}

const NEEDS_QUOTES = /[",\r\n\ufeff]/;
// In the header other separators are quoted too, so that none is taken for the file's.
const HEADER_NEEDS_QUOTES = /[",\r\n\ufeff;\t]/;

/** CSV text of the rows: comma, LF, quotes only where needed. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines: string[] = [];
  for (const row of rows) {
    const needsQuotes = lines.length === 0 ? HEADER_NEEDS_QUOTES : NEEDS_QUOTES;
    let line = '';
    for (let column = 0; column < row.length; column += 1) {
      const field = row[column] ?? '';
      if (column > 0) line += ',';
      line += needsQuotes.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
    }
    lines.push(line);
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
