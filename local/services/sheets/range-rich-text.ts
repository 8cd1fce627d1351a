import { displayText } from '../../cells/number-format';
import { methodsOf, SELF, type Method } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { list, MISMATCH } from '../kit/shape';
import { instance } from '../kit/wrapped';
import { assertInGrid, beforeReading, type RangeState } from './area';
import { putChange } from './attributes';
import { richTextValue, type RichText } from './rich-text';
import { forEachCell, writeCells, type Input } from './write-cells';

const { takes, counted } = methodsOf<RangeState>();

/** Queues rich text: the words as they are, never parsed, under one link and one look. */
function queueRichTexts(run: Execution, range: RangeState, what: string, values: readonly RichText[]): void {
  assertInGrid(run, range);
  run.spendOnCells('written', values.length);
  const apply = (): void => {
    // An apostrophe keeps words that look like something else; words are never parsed here.
    const inputs = values.map(({ words }): Input => (words === '' ? null : words));
    writeCells(range, inputs.map((words, i) => (isTextCell(range, i) || words === null ? words : `'${String(words)}`)), run.host);
    for (const [i, { link, style }] of values.entries()) {
      putChange(range.sheet, range.row + Math.floor(i / range.columns), range.column + (i % range.columns), {
        link: link ?? undefined,
        ...(style.bold === undefined ? {} : { bold: style.bold || undefined }),
        ...(style.italic === undefined ? {} : { italic: style.italic || undefined }),
        ...(style.underline === undefined ? {} : { fontLine: style.underline ? ('underline' as const) : undefined }),
        ...(style.strikethrough === undefined ? {} : { fontLine: style.strikethrough ? ('line-through' as const) : undefined }),
        ...(style.fontColor === undefined ? {} : { fontColor: style.fontColor }),
        ...(style.fontSize === undefined ? {} : { fontSize: style.fontSize }),
      });
    }
  };
  run.enqueue({ what, sheet: range.sheet, apply });
}

const isTextCell = (range: RangeState, i: number): boolean =>
  range.sheet.attributes[range.row + Math.floor(i / range.columns)]?.[range.column + (i % range.columns)]?.format === '@';

function richTextsOf(run: Execution, range: RangeState): object[][] {
  return Array.from({ length: range.rows }, (_r, r) =>
    Array.from({ length: range.columns }, (_c, c) => {
      const attributes = range.sheet.attributes[range.row + r]?.[range.column + c];
      const value = range.sheet.values[range.row + r]?.[range.column + c] ?? null;
      const words = typeof value === 'string' ? value : displayText(value, attributes?.format, run.host.workbook.locale);
      const style = {
        ...(attributes?.bold === undefined ? {} : { bold: attributes.bold }),
        ...(attributes?.fontColor === undefined ? {} : { fontColor: attributes.fontColor }),
      };
      return run.wrap(richTextValue, { words, link: attributes?.link ?? null, style });
    }),
  );
}

/** The methods of a range for words with a link and a look. */
export const rangeRichTextMethods: Readonly<Record<string, Method<RangeState>>> = {
  setRichTextValues: counted(
    takes([list], (range, run, rows) => {
      const what = 'SpreadsheetApp.Range.setRichTextValues';
      const values: RichText[] = [];
      const shape = instance(() => richTextValue);
      forEachCell(rows, range, what, (value) => {
        const read = shape.read(value);
        if (read === MISMATCH) throw new ScriptException(`The parameters (Object[][]) don't match the method signature for ${what}.`);
        values.push(read);
      });
      queueRichTexts(run, range, what, values);
      return SELF;
    }),
  ),
  setRichTextValue: counted(
    takes([instance(() => richTextValue)], (range, run, value) => {
      const values = Array.from({ length: range.rows * range.columns }, () => value);
      queueRichTexts(run, range, 'SpreadsheetApp.Range.setRichTextValue', values);
      return SELF;
    }),
  ),
  getRichTextValues: counted(
    takes([], (range, run) => {
      beforeReading(run, range);
      return richTextsOf(run, range);
    }),
  ),
  getRichTextValue: counted(
    takes([], (range, run) => {
      const first = { ...range, rows: 1, columns: 1 };
      beforeReading(run, first);
      return richTextsOf(run, first)[0]?.[0] ?? null;
    }),
  ),
};
