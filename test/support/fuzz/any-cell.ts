import fc from 'fast-check';
import { blankSheet, setCell } from '../../../local/cells/sheet';
import { CellError, type CellAttributes, type CellValue, type Sheet } from '../../../local/workbook/model';

/** A cell as it may stand in a sheet that strangers, exporters and people fill. */
export interface AnyCell {
  readonly value: CellValue;
  readonly format?: string;
  readonly formula?: string;
}

export const cell = (value: CellValue, attributes: Omit<AnyCell, 'value'> = {}): AnyCell => ({ value, ...attributes });
export const blank = cell(null);
/** A day or moment under a date format, by its serial. */
export const dated = (serial: number): AnyCell => cell(serial, { format: 'yyyy-mm-dd' });

/** Texts at which readers stumble: marks, halves of letters, formulas, what a sheet would take for something else, what a script would. */
const OBSTACLES = [
  ' ', '\u00a0', '\u200f', '\u202e\u202d', '\ufeff', '\u0000', '\u001f', '\t', 'a\nb', '\r\n', '\ud83c', '\udf77x', '🍷', '👩‍👩‍👧', 'ע\u05b4ם', 'שלום\u200f',
  '=1+1', '=HYPERLINK("http://x.example","y")', '=IMPORTRANGE("x","y")', '+1+1', '-1', '@SUM(A1)', "'", "''x", "'=1", '00123', '+972501234567', '1-2', '1/2', '10%', 'TRUE', 'false', '1e5', '1e400', 'NaN', '-Infinity',
  '#N/A', '#REF!', 'Loading…', 'null', '[]', '{}', '[{"name":"Syrah","quantity":2}]', '[{"name":', '"', '""', '\\', ',', ';', '|', '{first name}', '${x}', '<img src=x onerror=alert(1)>', '</script>', '<!--', '%00', '%E0%A4%A',
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', '$&', '$1', '(', ')', '[', '*', '.', '..', '/', '2026-02-30', '31/12/2025', '12/31/2025', '1899-12-30', '9999-12-31', '0000-00-00', 'erased-0123456789abcdef',
];

export const obstacle: fc.Arbitrary<string> = fc.constantFrom(...OBSTACLES);

/** Any text that a cell can hold, most of it short. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: obstacle },
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 2, arbitrary: fc.array(obstacle, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(255), 'ש'.repeat(5000), '=1'.repeat(25_000), 'y '.repeat(25_000), '"'.repeat(50_000)) },
);

const numbers = fc.oneof(
  fc.constantFrom(0, -0, 1, -1, 0.5, 0.1 + 0.2, 1e15, 1e21, 1e300, Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER + 1, -1e9, 46_203, 46_203.999_999, 2_958_466, 1e7),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer({ min: -5, max: 100_000 }),
);
/** Serials of dates, the oldest and newest that a sheet shows and some beyond. */
const serials = fc.oneof(fc.constantFrom(-1, 0, 0.5, 1, 60, 25_568, 46_203, 46_203.5, 46_203.999_999_9, 2_958_465, 2_958_466, 5_000_000), fc.integer({ min: 45_000, max: 46_400 }));

/** An error, as a formula that cannot be worked out or has not been yet shows it. */
export const errorCell: fc.Arbitrary<AnyCell> = fc.constantFrom('#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#ERROR!', 'Loading…', 'Loading...').map((words) => cell(new CellError(words), { formula: '=IMPORTRANGE("x","y")' }));

const contents: fc.Arbitrary<AnyCell> = fc.oneof(
  { weight: 8, arbitrary: anyText.map((words) => cell(words === '' ? null : words)) },
  { weight: 4, arbitrary: numbers.map((value) => cell(value)) },
  { weight: 3, arbitrary: fc.boolean().map((value) => cell(value)) },
  { weight: 3, arbitrary: serials.map(dated) },
  { weight: 2, arbitrary: fc.constant(blank) },
);

/** Anything that getValues may give, but for errors. */
export const harmlessCell: fc.Arbitrary<AnyCell> = fc.oneof(
  { weight: 12, arbitrary: contents },
  { weight: 1, arbitrary: contents.map((found) => ({ ...found, format: '@' })) },
  { weight: 1, arbitrary: contents.map((found) => ({ ...found, formula: '=A1' })) },
);
/** Anything at all. */
export const anyCell: fc.Arbitrary<AnyCell> = fc.oneof({ weight: 15, arbitrary: harmlessCell }, { weight: 1, arbitrary: errorCell });

/** Puts a cell where another stood, its looks aside. */
export function putCell(sheet: Sheet, row: number, column: number, { value, format, formula }: AnyCell): void {
  const change: { [K in keyof CellAttributes]?: CellAttributes[K] | undefined } = { formula, ...(format === undefined ? {} : { format }) };
  setCell(sheet, row, column, value, change);
}

/** A sheet of these rows, ragged where they are. */
export function sheetOfCells(name: string, rows: readonly (readonly AnyCell[])[]): Sheet {
  const sheet = blankSheet(name);
  rows.forEach((cells, row) => cells.forEach((one, column) => (one === blank ? undefined : putCell(sheet, row, column, one))));
  sheet.dirty = false;
  return sheet;
}
