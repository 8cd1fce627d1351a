import type { CellAttributes } from '../../workbook/model';
import { emulation, methodsOf, SELF, type Emulation } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { flag, integer, list, MISMATCH, text, type Shape } from '../kit/shape';
import { classOf, instance } from '../kit/wrapped';
import { areaName, assertInGrid, assertSheet, beforeReading, cellName, rangeAt, type RangeState } from './area';
import { copyCells } from './copy-cells';
import { copyPasteType } from './enums';
import { makeFilter } from './filter';
import { cellsOf, displayTextsOf, textsOf } from './read-cells';
import { rangeChangeMethods } from './range-changes';
import { rangeRichTextMethods } from './range-rich-text';
import { rangeStyleMethods } from './range-styles';
import { sheetEmulation } from './sheet';
import { forEachCell, inputOf, inputsOf, writeCells, type Input } from './write-cells';

const { takes, free, counted } = methodsOf<RangeState>();

/** Anything that may go into a cell, and undefined: what it is, is looked at with the method's name at hand. */
const cell: Shape<unknown> = { read: (value) => (classOf(value) === undefined && typeof value !== 'function' ? value : MISMATCH) };

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

const offset = (range: RangeState, run: Execution, row: number, column: number, rows: number, columns: number): object =>
  run.wrap(rangeEmulation, rangeAt(run, range.sheet, range.row + row + 1, range.column + column + 1, rows, columns));

export const rangeEmulation: Emulation<RangeState> = emulation<RangeState>('SpreadsheetApp.Range', 'spreadsheets', {
  ...rangeStyleMethods,
  ...rangeRichTextMethods,
  ...rangeChangeMethods,
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
