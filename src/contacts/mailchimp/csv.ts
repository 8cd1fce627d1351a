/** A record of a CSV text. */
export interface CsvRecord {
  /** Line on which it begins; the first line is 1. */
  readonly line: number;
  readonly cells: readonly string[];
  /** A quote was opened that is never closed: only the cells before it can be trusted. */
  readonly broken: boolean;
}

/** End of the line that `from` stands in: where its CR or LF is, or the text's end. */
function endOfLine(text: string, from: number): number {
  for (let i = from; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) return i;
  }
  return text.length;
}

const afterLineBreak = (text: string, at: number): number => (text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1);

const lineBreaksIn = (text: string, from: number, to: number): number => {
  let count = 0;
  for (let i = from; i < to; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) count += 1;
  }
  return count;
};

/**
 * The quoted cell that opens at `open`: its text and where the cell ends, or null where no quote closes it. A quote
 * inside a line that nothing closes is taken as a character; one that seems to close on a later line, in the middle of
 * a cell, belongs to another record.
 */
function quotedCell(text: string, open: number, delimiter: string): { readonly cell: string; readonly end: number } | null {
  let cell = '';
  let from = open + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    cell += text.slice(from, quote);
    if (text[quote + 1] === '"') {
      cell += '"';
      from = quote + 2;
      continue;
    }
    let end = quote + 1;
    while (text[end] === ' ') end += 1;
    const next = text[end];
    if (next === undefined || next === delimiter || next === '\n' || next === '\r') return { cell: cell.replace(/\r\n?/g, '\n'), end };
    if (/[\r\n]/.test(cell)) return null;
    cell += '"';
    from = quote + 1;
  }
}

/**
 * The records of a CSV text: any line end, quoted cells over several lines, doubled quotes. An unclosed quote costs its
 * own record only: the next line begins anew.
 */
export function csvRecords(text: string, delimiter: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = at;
    const cells: string[] = [];
    let broken = false;
    for (;;) {
      let open = at;
      while (text[open] === ' ') open += 1;
      const quoted = text[open] === '"' ? quotedCell(text, open, delimiter) : undefined;
      if (quoted === null) {
        broken = true;
        at = endOfLine(text, open);
        break;
      }
      if (quoted !== undefined) {
        cells.push(quoted.cell);
        at = quoted.end;
      } else {
        let end = at;
        while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end += 1;
        cells.push(text.slice(at, end));
        at = end;
      }
      if (text[at] !== delimiter) break;
      at += 1;
    }
    records.push({ line, cells, broken });
    at = afterLineBreak(text, at);
    line += lineBreaksIn(text, start, Math.min(at, text.length));
  }
  return records;
}

/** Cells of the first line that says anything, split by the delimiter. */
const firstCells = (text: string, delimiter: string): readonly string[] =>
  csvRecords(text, delimiter).find((record) => record.cells.some((cell) => cell.trim() !== ''))?.cells ?? [];

/**
 * The delimiter under which `looksLikeHeader` knows the first line; else the one that splits it most. A bar comes last:
 * merge tags such as `*|EMAIL|*` hold bars themselves.
 */
export function delimiterOf(text: string, looksLikeHeader: (cells: readonly string[]) => boolean): string {
  const head = text.slice(0, 20_000);
  const tried = [',', ';', '\t', '|'].map((delimiter) => ({ delimiter, cells: firstCells(head, delimiter) }));
  const known = tried.filter(({ cells }) => looksLikeHeader(cells));
  const usual = known.filter(({ delimiter }) => delimiter !== '|');
  const candidates = usual.length > 0 ? usual : known.length > 0 ? known : tried;
  return candidates.reduce((best, each) => (each.cells.length > best.cells.length ? each : best)).delimiter;
}
