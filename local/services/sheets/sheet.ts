import { lastColumn, lastRow } from '../../cells/sheet';
import type { Sheet, Workbook } from '../../workbook/model';
import { hashOf } from '../../../src/shared/hash';
import { emulation, methodsOf, SELF, type Emulation, type Method } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { integer, list, listOf, text } from '../kit/shape';
import { assertSheet, beforeReading, rangeAt, rangeNamed, type RangeState } from './area';
import { clearAll, clearContent, clearFormats } from './clear';
import { protectionType, sheetType } from './enums';
import { filterEmulation, hiddenByFilter } from './filter';
import { insertRows } from './grid-shape';
import { protectionEmulation, protectSheet } from './protection';
import { rangeEmulation } from './range';
import { cellsOf } from './read-cells';
import { rangeList } from './range-list';
import { chartMethods } from './sheet-charts';
import { conditionalFormatMethods } from './sheet-conditional-formats';
import { layoutMethods } from './sheet-layout';
import { assertRoom, queueOn } from './sheet-queue';
import { spreadsheetEmulation } from './spreadsheet';
import { inputOf, writeCells } from './write-cells';

const { takes, free, counted } = methodsOf<Sheet>();

/** A method without arguments that looks at the sheet as it is after all queued writes. */
const reads = (give: (sheet: Sheet, run: Execution) => unknown): Method<Sheet> =>
  counted(
    takes([], (sheet, run) => {
      run.settle();
      assertSheet(run, sheet);
      return give(sheet, run);
    }),
  );

/** A method without arguments about what no queued write can change. */
const tells = (give: (sheet: Sheet, run: Execution) => unknown): Method<Sheet> =>
  counted(
    takes([], (sheet, run) => {
      assertSheet(run, sheet);
      return give(sheet, run);
    }),
  );

const ids = new WeakMap<Sheet, number>();

/** A sheet's id: from the name under which it was first seen, and kept when it is renamed. */
function idOf(sheet: Sheet): number {
  let id = ids.get(sheet);
  if (id === undefined) ids.set(sheet, (id = parseInt(hashOf(sheet.name), 36) % 2_000_000_000));
  return id;
}

const whole = (sheet: Sheet): RangeState => ({ sheet, row: 0, column: 0, rows: sheet.maxRows, columns: sheet.maxColumns });

/** Throws where a sheet of that name, in whatever case, is there already. */
export function assertNewName(workbook: Workbook, name: string, renamed: Sheet | null = null): void {
  if (name.length === 0 || name.length > 100) throw new ScriptException('The name of a sheet must have between 1 and 100 characters.');
  if (workbook.sheets.some((sheet) => sheet !== renamed && sheet.name.toLowerCase() === name.toLowerCase())) {
    throw new ScriptException(`A sheet with the name "${name}" already exists. Please enter another name.`);
  }
}

export const sheetEmulation: Emulation<Sheet> = emulation<Sheet>('SpreadsheetApp.Sheet', 'spreadsheets', {
  ...layoutMethods,
  ...chartMethods,
  ...conditionalFormatMethods,
  // The name comes with the sheet, as its id does.
  getName: free(
    takes([], (sheet, run) => {
      assertSheet(run, sheet);
      return sheet.name;
    }),
  ),
  getSheetName: tells((sheet) => sheet.name),
  getParent: free(takes([], (_sheet, run) => run.wrap(spreadsheetEmulation, run.host.workbook))),
  getType: free(takes([], () => sheetType.member('GRID'))),
  setName: counted(
    takes([text], (sheet, run, name) => {
      run.settle();
      assertSheet(run, sheet);
      assertNewName(run.host.workbook, name, sheet);
      idOf(sheet);
      if (run.host.workbook.activeSheet === sheet.name) run.host.workbook.activeSheet = name;
      sheet.name = name;
      sheet.dirty = true;
      return SELF;
    }),
  ),
  getSheetId: tells((sheet) => idOf(sheet)),
  getIndex: tells((sheet, run) => run.host.workbook.sheets.indexOf(sheet) + 1),
  isSheetHidden: reads((sheet) => sheet.hidden),
  hideSheet: counted(
    takes([], (sheet, run) => {
      run.settle();
      if (run.host.workbook.sheets.every((one) => one === sheet || one.hidden)) throw new ScriptException("You can't hide all the sheets in a document.");
      return queueOn(run, sheet, 'hideSheet', () => void (sheet.hidden = true));
    }),
  ),
  showSheet: counted(takes([], (sheet, run) => queueOn(run, sheet, 'showSheet', () => void (sheet.hidden = false)))),
  activate: counted(
    takes([], (sheet, run) => {
      assertSheet(run, sheet);
      run.host.workbook.activeSheet = sheet.name;
      return SELF;
    }),
  ),
  getLastRow: reads((sheet) => lastRow(sheet)),
  getLastColumn: reads((sheet) => lastColumn(sheet)),
  getMaxRows: reads((sheet) => sheet.maxRows),
  getMaxColumns: reads((sheet) => sheet.maxColumns),
  getRange: free(
    takes([text], (sheet, run, name) => run.wrap(rangeEmulation, rangeNamed(run, sheet, name))),
    takes([integer, integer], (sheet, run, row, column) => run.wrap(rangeEmulation, rangeAt(run, sheet, row, column))),
    takes([integer, integer, integer], (sheet, run, row, column, rows) => run.wrap(rangeEmulation, rangeAt(run, sheet, row, column, rows))),
    takes([integer, integer, integer, integer], (sheet, run, row, column, rows, columns) =>
      run.wrap(rangeEmulation, rangeAt(run, sheet, row, column, rows, columns)),
    ),
  ),
  getRangeList: free(takes([listOf(text)], (sheet, run, names) => run.wrap(rangeList, names.map((name) => rangeNamed(run, sheet, name))))),
  getSheetValues: counted(
    takes([integer, integer, integer, integer], (sheet, run, row, column, rows, columns) => {
      run.settle();
      assertSheet(run, sheet);
      // -1 stands for the last row or column that has data.
      const range = rangeAt(run, sheet, row, column, rows === -1 ? lastRow(sheet) - row + 1 : rows, columns === -1 ? lastColumn(sheet) - column + 1 : columns);
      beforeReading(run, range);
      return cellsOf(range, run.host.zone);
    }),
  ),
  getDataRange: counted(
    takes([], (sheet, run) => {
      run.settle();
      assertSheet(run, sheet);
      return run.wrap(rangeEmulation, rangeAt(run, sheet, 1, 1, Math.max(1, lastRow(sheet)), Math.max(1, lastColumn(sheet))));
    }),
  ),
  appendRow: counted(
    takes([list], (sheet, run, values) => {
      if (values.length === 0) throw new ScriptException('A row to append must have at least one value');
      const inputs = values.map((value) => inputOf(value, run.host.zone, 'SpreadsheetApp.Sheet.appendRow'));
      run.settle();
      assertSheet(run, sheet);
      const row = lastRow(sheet);
      assertRoom(run, sheet, row === sheet.maxRows ? 1 : 0, Math.max(0, values.length - sheet.maxColumns));
      run.spendOnCells('written', values.length);
      sheet.maxColumns = Math.max(sheet.maxColumns, values.length);
      // A row that the grid had no room for comes without formats: text in it is parsed.
      if (row === sheet.maxRows) insertRows(sheet, row, 1, -1);
      return queueOn(run, sheet, 'appendRow', () => writeCells({ sheet, row, column: 0, rows: 1, columns: values.length }, inputs, run.host));
    }),
  ),
  isRowHiddenByFilter: counted(
    takes([integer], (sheet, run, row) => {
      run.settle();
      return hiddenByFilter(sheet, rangeAt(run, sheet, row, 1).row, run.host.workbook.locale);
    }),
  ),
  getFilter: reads((sheet, run) => sheet.filter === null ? null : run.wrap(filterEmulation, sheet)),
  protect: tells((sheet, run) => protectSheet(run, sheet)),
  getProtections: counted(
    takes([protectionType], (sheet, run, type) => {
      run.settle();
      return type === 'RANGE' ? [] : sheet.protections.map((record) => run.wrap(protectionEmulation, { sheet, record }));
    }),
  ),
  clear: counted(takes([], (sheet, run) => queueOn(run, sheet, 'clear', () => clearAll(whole(sheet))))),
  clearContents: counted(
    takes([], (sheet, run) => {
      const { rows, columns } = run.queue.sizeOf(sheet);
      run.spendOnCells('written', Math.min(rows * columns, lastRow(sheet) * Math.max(1, lastColumn(sheet))));
      return queueOn(run, sheet, 'clearContents', () => clearContent(whole(sheet)));
    }),
  ),
  clearFormats: counted(takes([], (sheet, run) => queueOn(run, sheet, 'clearFormats', () => clearFormats(whole(sheet))))),
});
