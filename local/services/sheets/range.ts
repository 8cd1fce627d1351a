import { displayText } from '../../cells/number-format';
import type { CellAttributes } from '../../workbook/model';
import { emulation, methodsOf, SELF, type Emulation } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { flag, integer, list, MISMATCH, record, text, type Shape } from '../kit/shape';
import { classOf, instance } from '../kit/wrapped';
import { areaName, assertInGrid, assertSheet, cellName, rangeAt, type RangeState } from './area';
import { putChange } from './attributes';
import { clearAll, clearContent, clearFormats, clearOptions } from './clear';
import { copyCells } from './copy-cells';
import { copyPasteType } from './enums';
import { makeFilter } from './filter';
import { cellsOf, displayTextsOf, textsOf } from './read-cells';
import { queueStyle, rangeStyleMethods } from './range-styles';
import { richTextValue, type RichText } from './rich-text';
import { sheetEmulation } from './sheet';
import { sortKeysOf, sortRows } from './sort-rows';
import { forEachCell, inputOf, inputsOf, writeCells, type Input } from './write-cells';

const { takes, free, counted } = methodsOf<RangeState>();

/** Anything that may go into a cell, and undefined: what it is, is looked at with the method's name at hand. */
const cell: Shape<unknown> = { read: (value) => (classOf(value) === undefined && typeof value !== 'function' ? value : MISMATCH) };

/** Before a read: what is queued is applied, and the cells cost their time. */
export function beforeReading(run: Execution, range: RangeState): void {
  run.settle();
  assertInGrid(run, range);
  run.spendOnCells('read', range.rows * range.columns);
}

/** Queues the writing of cells, the same input for each or one for each. */
function queueCells(run: Execution, range: RangeState, what: string, inputs: readonly Input[]): void {
  assertInGrid(run, range);
  run.spendOnCells('written', inputs.length);
  run.enqueue({ what, sheet: range.sheet, apply: () => writeCells(range, inputs, run.host) });
}

const everywhere = (range: RangeState, input: Input): Input[] => Array.from<Input>({ length: range.rows * range.columns }).fill(input);

const formulaInput = (value: unknown): Input => {
  if (value === null || value === '') return null;
  if (typeof value !== 'string') throw new ScriptException('A formula must be a text');
  return value.startsWith('=') ? value : `=${value}`;
};

const formulaOf = (attributes: CellAttributes | undefined): string => {
  const formula = attributes?.formula ?? '';
  return formula === '' || formula.startsWith('=') ? formula : `=${formula}`;
};

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

const queued = (run: Execution, range: RangeState, what: string, apply: () => void): typeof SELF => {
  assertInGrid(run, range);
  run.enqueue({ what, sheet: range.sheet, apply });
  return SELF;
};

const offset = (range: RangeState, run: Execution, row: number, column: number, rows: number, columns: number): object =>
  run.wrap(rangeEmulation, rangeAt(run, range.sheet, range.row + row + 1, range.column + column + 1, rows, columns));

export const rangeEmulation: Emulation<RangeState> = emulation<RangeState>('SpreadsheetApp.Range', 'spreadsheets', {
  ...rangeStyleMethods,
  getRow: free(takes([], (range) => range.row + 1)),
  getRowIndex: free(takes([], (range) => range.row + 1)),
  getColumn: free(takes([], (range) => range.column + 1)),
  getNumRows: free(takes([], (range) => range.rows)),
  getHeight: free(takes([], (range) => range.rows)),
  getNumColumns: free(takes([], (range) => range.columns)),
  getWidth: free(takes([], (range) => range.columns)),
  getLastRow: free(takes([], (range) => range.row + range.rows)),
  getLastColumn: free(takes([], (range) => range.column + range.columns)),
  getA1Notation: free(takes([], (range) => areaName(range))),
  getSheet: free(takes([], (range, run) => run.wrap(sheetEmulation, range.sheet))),
  getCell: free(
    takes([integer, integer], (range, run, row, column) => {
      if (row < 1 || column < 1 || row > range.rows || column > range.columns) throw new ScriptException('Cell reference out of range');
      return offset(range, run, row - 1, column - 1, 1, 1);
    }),
  ),
  offset: free(
    takes([integer, integer], (range, run, row, column) => offset(range, run, row, column, range.rows, range.columns)),
    takes([integer, integer, integer], (range, run, row, column, rows) => offset(range, run, row, column, rows, range.columns)),
    takes([integer, integer, integer, integer], (range, run, row, column, rows, columns) => offset(range, run, row, column, rows, columns)),
  ),
  getValues: counted(
    takes([], (range, run) => {
      beforeReading(run, range);
      return cellsOf(range, run.host.zone);
    }),
  ),
  getValue: counted(
    takes([], (range, run) => {
      const first = { ...range, rows: 1, columns: 1 };
      beforeReading(run, first);
      const { cells, dates } = cellsOf(first, run.host.zone);
      return dates[0] === undefined ? cells[0] : new Date(dates[0]);
    }),
  ),
  getDisplayValues: counted(
    takes([], (range, run) => {
      beforeReading(run, range);
      return displayTextsOf(range, run.host.workbook.locale);
    }),
  ),
  getDisplayValue: counted(
    takes([], (range, run) => {
      const first = { ...range, rows: 1, columns: 1 };
      beforeReading(run, first);
      return displayTextsOf(first, run.host.workbook.locale).cells[0];
    }),
  ),
  getFormulas: counted(
    takes([], (range, run) => {
      beforeReading(run, range);
      return textsOf(range, (_value, attributes) => formulaOf(attributes));
    }),
  ),
  getFormula: counted(
    takes([], (range, run) => {
      beforeReading(run, { ...range, rows: 1, columns: 1 });
      return formulaOf(range.sheet.attributes[range.row]?.[range.column]);
    }),
  ),
  isBlank: counted(
    takes([], (range, run) => {
      beforeReading(run, range);
      return cellsOf(range, run.host.zone).cells.every((one) => one === '') && cellsOf(range, run.host.zone).dates.length === 0;
    }),
  ),
  setValues: counted(
    takes([list], (range, run, rows) => {
      const what = 'SpreadsheetApp.Range.setValues';
      queueCells(run, range, what, inputsOf(rows, range, run.host.zone, what));
      return SELF;
    }),
  ),
  setValue: counted(
    takes([cell], (range, run, value) => {
      const what = 'SpreadsheetApp.Range.setValue';
      queueCells(run, range, what, everywhere(range, inputOf(value, run.host.zone, what)));
      return SELF;
    }),
  ),
  setFormulas: counted(
    takes([list], (range, run, rows) => {
      const what = 'SpreadsheetApp.Range.setFormulas';
      const inputs: Input[] = [];
      forEachCell(rows, range, what, (value) => inputs.push(formulaInput(value)));
      queueCells(run, range, what, inputs);
      return SELF;
    }),
  ),
  setFormula: counted(
    takes([text], (range, run, formula) => {
      queueCells(run, range, 'SpreadsheetApp.Range.setFormula', everywhere(range, formulaInput(formula)));
      return SELF;
    }),
  ),
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
  insertCheckboxes: counted(
    takes([], (range, run) => {
      queueStyle(run, [range], 'Range.insertCheckboxes', { dropDown: { values: [], checkbox: true, allowInvalid: false, help: null } });
      return SELF;
    }),
  ),
  clearContent: counted(takes([], (range, run) => {
    run.spendOnCells('written', range.rows * range.columns);
    return queued(run, range, 'Range.clearContent', () => clearContent(range));
  })),
  clear: counted(
    takes([], (range, run) => queued(run, range, 'Range.clear', () => clearAll(range))),
    takes([record], (range, run, options) => {
      const act = clearOptions(options);
      return queued(run, range, 'Range.clear', () => act(range));
    }),
  ),
  clearFormat: counted(takes([], (range, run) => queued(run, range, 'Range.clearFormat', () => clearFormats(range)))),
  clearNote: counted(
    takes([], (range, run) => {
      queueStyle(run, [range], 'Range.clearNote', { note: undefined });
      return SELF;
    }),
  ),
  clearDataValidations: counted(
    takes([], (range, run) => {
      queueStyle(run, [range], 'Range.clearDataValidations', { dropDown: undefined });
      return SELF;
    }),
  ),
  sort: counted(
    takes([integer], (range, run, column) => {
      const keys = sortKeysOf([column], range);
      return queued(run, range, 'Range.sort', () => sortRows(range, keys));
    }),
    takes([record], (range, run, key) => {
      const keys = sortKeysOf([key], range);
      return queued(run, range, 'Range.sort', () => sortRows(range, keys));
    }),
    takes([list], (range, run, given) => {
      const keys = sortKeysOf(given, range);
      return queued(run, range, 'Range.sort', () => sortRows(range, keys));
    }),
  ),
  copyTo: counted(
    takes([instance(() => rangeEmulation)], (range, run, target) => {
      queueCopy(run, range, target, 'PASTE_NORMAL');
    }),
    takes([instance(() => rangeEmulation), copyPasteType, flag], (range, run, target, kind, transposed) => {
      if (transposed) throw new ScriptException('Range.copyTo, transposed, is not emulated');
      queueCopy(run, range, target, kind);
    }),
  ),
  createFilter: counted(takes([], (range, run) => makeFilter(run, range))),
  activate: counted(
    takes([], (range, run) => {
      assertInGrid(run, range);
      run.host.selection = { sheet: range.sheet.name, ranges: [range] };
      run.host.workbook.activeSheet = range.sheet.name;
      return SELF;
    }),
  ),
});

function queueCopy(run: Execution, range: RangeState, target: RangeState, kind: Parameters<typeof copyCells>[2]): void {
  assertInGrid(run, range);
  assertSheet(run, target.sheet);
  const rows = Math.max(range.rows, Math.floor(target.rows / range.rows) * range.rows);
  const columns = Math.max(range.columns, Math.floor(target.columns / range.columns) * range.columns);
  const whole = { ...target, rows, columns };
  assertInGrid(run, whole);
  run.spendOnCells('written', rows * columns);
  run.enqueue({ what: `Range.copyTo ${cellName(target.row, target.column)}`, sheet: target.sheet, apply: () => copyCells(range, whole, kind) });
}
