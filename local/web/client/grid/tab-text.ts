/** Rows of texts as the clipboard holds them between spreadsheets: tabs between cells, quotes around what has tabs, breaks or quotes. */
export const toTabText = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => (/[\t\n\r"]/.test(cell) ? `"${cell.replace(/"/g, '""')}"` : cell)).join('\t')).join('\n');

const QUOTED = /"((?:[^"]|"")*)"(?=\t|\r?\n|$)/y;
const PLAIN = /[^\t\r\n]*/y;
const END_OF_ROW = /\r\n|\r|\n/y;

/** The rows of such a text; a break at its end opens no further row. Quotes that nothing closes are part of the text. */
export function fromTabText(text: string): string[][] {
  const words = text.replace(/\r?\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const next = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(words);
    if (found !== null) at = pattern.lastIndex;
    return found;
  };
  for (;;) {
    const quoted = next(QUOTED);
    row.push(quoted === null ? (next(PLAIN)?.[0] ?? '') : (quoted[1] ?? '').replace(/""/g, '"'));
    if (words[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    if (next(END_OF_ROW) === null) return rows;
  }
}
