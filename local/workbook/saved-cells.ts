import * as z from 'zod';
import { isDateFormat } from '../cells/number-format';
import { headerOf, lastRow } from '../cells/sheet';
import { isOurs, secondsOf } from './csv-cell';
import type { CellAttributes, DropDown, Sheet } from './model';

const dropDown = z.strictObject({
  values: z.array(z.string()),
  allowInvalid: z.boolean(),
  help: z.string().nullable(),
  checkbox: z.boolean(),
});

// The compiler asks for every attribute of the model here, so that none is forgotten in the file.
const style = z.strictObject({
  format: z.string().optional(),
  note: z.string().optional(),
  dropDown: dropDown.optional(),
  background: z.string().optional(),
  fontColor: z.string().optional(),
  bold: z.boolean().optional(),
  italic: z.boolean().optional(),
  fontLine: z.enum(['underline', 'line-through']).optional(),
  fontSize: z.number().optional(),
  align: z.enum(['left', 'center', 'right']).optional(),
  verticalAlign: z.enum(['top', 'middle', 'bottom']).optional(),
  wrap: z.boolean().optional(),
  link: z.string().optional(),
} satisfies Record<keyof Omit<Required<CellAttributes>, 'formula'>, z.ZodType>);

const count = z.number().int().nonnegative();

/**
 * What workbook.json keeps of a sheet's cells besides their values: per column, runs of [rows, style], style 0 being the
 * default and n the n-th of `styles`. Exact for the file with this hash; for a file edited since, columns are found again by header.
 */
export const savedCells = z.strictObject({
  hash: z.string(),
  /** Rows with content, the header included. */
  rows: count,
  styles: z.array(style),
  columns: z.array(
    z.strictObject({
      at: count,
      header: z.string(),
      runs: z.array(z.tuple([count, count])),
      /** By row, the seconds of moments that stand in the file to the minute. */
      seconds: z.array(count).optional(),
    }),
  ),
  hiddenRows: z.array(count).optional(),
});
export type SavedCells = z.infer<typeof savedCells>;
type SavedStyle = z.infer<typeof style>;

// zod's optional fields may hold undefined, which JSON never does; the types differ in just that.
const attributesOf = (saved: SavedStyle): CellAttributes => saved as CellAttributes;

const plainDropDown = ({ values, allowInvalid, help, checkbox }: DropDown): DropDown => ({ values, allowInvalid, help, checkbox });

/** The attributes without the formula, which lies in the file itself; keys in one order, so that equal ones print alike. */
function styleOf(cell: CellAttributes): SavedStyle {
  const kept: SavedStyle = {};
  const known = Object.keys(style.shape);
  for (const [key, value] of Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (value === undefined || !known.includes(key)) continue;
    Object.assign(kept, { [key]: key === 'dropDown' && cell.dropDown !== undefined ? plainDropDown(cell.dropDown) : value });
  }
  return kept;
}

/** Numbers the styles of a sheet in order of appearance. Cells share attribute objects, so most are known by identity. */
function styleNumbers(): { readonly styles: SavedStyle[]; readonly numberOf: (cell: CellAttributes | undefined) => number } {
  const styles: SavedStyle[] = [];
  const byText = new Map<string, number>([['{}', 0]]);
  const byIdentity = new Map<CellAttributes, number>();
  return {
    styles,
    numberOf: (cell) => {
      if (cell === undefined) return 0;
      const known = byIdentity.get(cell);
      if (known !== undefined) return known;
      const kept = styleOf(cell);
      const key = JSON.stringify(kept);
      let number = byText.get(key);
      if (number === undefined) {
        number = styles.push(kept);
        byText.set(key, number);
      }
      byIdentity.set(cell, number);
      return number;
    },
  };
}

function hiddenSeconds(sheet: Sheet, column: number): number[] {
  const seconds: number[] = [];
  sheet.values.forEach((values, row) => {
    const value = values[column];
    if (typeof value !== 'number' || value < 1 || Number.isInteger(value) || !isDateFormat(sheet.attributes[row]?.[column]?.format)) return;
    const second = secondsOf(value);
    if (second === 0) return;
    while (seconds.length < row) seconds.push(0);
    seconds.push(second);
  });
  return seconds;
}

/** What to keep of a sheet whose file has this hash. */
export function savedCellsOf(sheet: Sheet, hash: string): SavedCells {
  const { styles, numberOf } = styleNumbers();
  const header = headerOf(sheet);
  const rows = Math.min(sheet.attributes.length, sheet.maxRows);
  const columns: SavedCells['columns'] = [];
  for (let column = 0; column < sheet.maxColumns; column += 1) {
    const runs: [number, number][] = [];
    let current: [number, number] | null = null;
    for (let row = 0; row < rows; row += 1) {
      const number = numberOf(sheet.attributes[row]?.[column]);
      if (current !== null && current[1] === number) current[0] += 1;
      else runs.push((current = [1, number]));
    }
    if (runs.length > 0 && runs[runs.length - 1]?.[1] === 0) runs.pop();
    const seconds = isOurs(sheet.name) ? hiddenSeconds(sheet, column) : [];
    if (runs.length > 0) columns.push({ at: column, header: header[column] ?? '', runs, ...(seconds.length > 0 ? { seconds } : {}) });
  }
  const hiddenRows = [...sheet.hiddenRows].sort((a, b) => a - b);
  return { hash, rows: lastRow(sheet), styles, columns, ...(hiddenRows.length > 0 ? { hiddenRows } : {}) };
}

/** A column's styles as a list of runs that knows where it is. */
export interface ColumnStyles {
  /** The style of the header's cell. */
  readonly header: CellAttributes | undefined;
  /** The style that most rows of data have, without what belongs to one cell (note, link). */
  readonly body: CellAttributes | undefined;
  /** The style at the end of the grid. */
  readonly tail: CellAttributes | undefined;
  readonly runs: readonly (readonly [rows: number, attributes: CellAttributes | undefined])[];
  readonly seconds: readonly number[];
}

function columnStyles(saved: SavedCells, column: SavedCells['columns'][number], gridRows: number): ColumnStyles {
  const styles = saved.styles.map(attributesOf);
  const general = styles.map(({ note: _note, link: _link, ...rest }) => rest);
  const runs = column.runs.map(([rows, number]) => [rows, number === 0 ? undefined : styles[number - 1]] as const);
  const dataRows = Math.max(saved.rows, 2);
  const votes = new Map<string, { rows: number; attributes: CellAttributes | undefined }>();
  let from = 0;
  let tail: CellAttributes | undefined;
  for (const [rows, number] of [...column.runs, [gridRows, 0] as const]) {
    const inData = Math.min(from + rows, dataRows) - Math.max(from, 1);
    const attributes = number === 0 ? undefined : general[number - 1];
    if (inData > 0) {
      const key = JSON.stringify(attributes ?? {});
      const vote = votes.get(key) ?? { rows: 0, attributes };
      vote.rows += inData;
      votes.set(key, vote);
    }
    if (from < gridRows && from + rows >= gridRows) tail = attributes;
    from += rows;
  }
  const winner = [...votes.values()].reduce<{ rows: number; attributes: CellAttributes | undefined } | null>(
    (best, vote) => (best === null || vote.rows > best.rows ? vote : best),
    null,
  );
  return { header: runs[0]?.[1], body: winner?.attributes, tail, runs, seconds: column.seconds ?? [] };
}

/** The key by which a column is found again: its header and which of the columns of that header it is. */
export function columnKeys(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((words) => {
    const turn = (seen.get(words) ?? 0) + 1;
    seen.set(words, turn);
    return `${turn}:${words}`;
  });
}

/**
 * The saved styles by column of the file as it is now: by position where the file is the one that was saved, else by
 * header, columns without one left out.
 */
export function stylesByColumn(saved: SavedCells, header: readonly string[], sameFile: boolean, gridRows: number): Map<number, ColumnStyles> {
  const found = new Map<number, ColumnStyles>();
  if (sameFile) {
    for (const column of saved.columns) found.set(column.at, columnStyles(saved, column, gridRows));
    return found;
  }
  const savedHeader: string[] = [];
  for (const column of saved.columns) savedHeader[column.at] = column.header;
  const keys = columnKeys(Array.from(savedHeader, (words) => words ?? ''));
  const byKey = new Map(saved.columns.filter(({ header: words }) => words !== '').map((column) => [keys[column.at] ?? '', column]));
  columnKeys(header).forEach((key, at) => {
    const column = byKey.get(key);
    if (column !== undefined) found.set(at, columnStyles(saved, column, gridRows));
  });
  return found;
}
