import { expect } from 'vitest';
import type { Sheet, Workbook } from '../../../local/workbook/model';

/** Every sheet with its cells, formulas and looks, as comparable text; those named are left out. With `widths` only so many columns of each. */
export const standingOf = (workbook: Workbook, except: readonly string[] = [], widths: ReadonlyMap<string, number> = new Map()): Record<string, string> =>
  Object.fromEntries(workbook.sheets.filter(({ name }) => !except.includes(name)).map((sheet) => [sheet.name, wholeText(sheet, widths.get(sheet.name) ?? Infinity)]));

const wholeText = ({ values, attributes, hidden, frozenRows }: Sheet, width: number): string => {
  const shown = <T>(rows: readonly (readonly T[])[]): unknown => trimmed(rows.map((cells) => trimmed(cells.slice(0, width))));
  return JSON.stringify([shown(values), shown(attributes), hidden, frozenRows]);
};

/** How many columns each sheet has that say what they are. */
export const widthsOf = (workbook: Workbook): ReadonlyMap<string, number> => new Map(workbook.sheets.map((sheet) => [sheet.name, Math.max(0, ...sheet.values.map((cells) => trimmed(cells).length))]));

/** Without blanks and blank rows at the end: a sheet has them whether anything stood there or not. */
const trimmed = <T>(row: readonly T[]): readonly T[] => {
  let end = row.length;
  const isNothing = (one: T | undefined): boolean => one === null || one === undefined || (Array.isArray(one) && one.length === 0);
  while (end > 0 && isNothing(row[end - 1])) end -= 1;
  return row.slice(0, end);
};

/** From now on `dirty` says which sheets a run writes to. */
export function forgetWrites(workbook: Workbook): void {
  for (const sheet of workbook.sheets) sheet.dirty = false;
}
export const writtenSheets = (workbook: Workbook): string[] => workbook.sheets.filter(({ dirty }) => dirty).map(({ name }) => name);

/** The formulas of all sheets but those named: ours never have any unless a person put one there. */
export const formulasIn = (workbook: Workbook, except: readonly string[] = []): string[] =>
  workbook.sheets.filter(({ name }) => !except.includes(name)).flatMap((sheet) => sheet.attributes.flat().flatMap((cell) => (cell?.formula === undefined ? [] : [cell.formula])));

/** What a programmer reads and a shop manager should not. */
const NO_SENTENCE = /\bundefined\b|\[object |TypeError|RangeError|ReferenceError|SyntaxError|Cannot read|is not a function|is not iterable|\bNaN\b|Invalid|\n\s+at /;

/** Whether the words are a sentence for a person. What was fed in may be quoted; it is left out beforehand. */
export function expectSentence(message: unknown, quoted: readonly string[] = []): void {
  expect(message).toBeTypeOf('string');
  const own = quoted.filter((words) => words.length > 2).reduce((words, fed) => words.split(fed).join('…'), String(message));
  expect(own).not.toMatch(NO_SENTENCE);
  expect(own.trim().length).toBeGreaterThan(15);
  expect(own).toMatch(/[.?!…)^”]\s*$/);
}
