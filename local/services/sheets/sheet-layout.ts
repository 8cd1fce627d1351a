import type { Sheet } from '../../workbook/model';
import { methodsOf, SELF, type Method } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { flag, integer } from '../kit/shape';
import { instance } from '../kit/wrapped';
import { assertSheet, OUTSIDE } from './area';
import { deleteColumns, deleteRows, insertColumns, insertRows } from './grid-shape';
import { rangeEmulation } from './range';
import { assertRoom, queueOn } from './sheet-queue';

const { takes, counted } = methodsOf<Sheet>();

/** A method without arguments that looks at the sheet as it is after all queued writes. */
const reads = (give: (sheet: Sheet) => unknown): Method<Sheet> =>
  counted(
    takes([], (sheet, run) => {
      run.settle();
      return give(sheet);
    }),
  );

/** A method that looks at one row or column, 1-based. */
const readsPlace = (within: typeof inRows, give: (sheet: Sheet, place: number) => unknown): Method<Sheet> =>
  counted(
    takes([integer], (sheet, run, place) => {
      run.settle();
      within(run, sheet, place, 1);
      return give(sheet, place);
    }),
  );

/** Queues the insertion of rows before the 0-based row `at`, in the likeness of the 0-based row `like`. */
function growRows(run: Execution, sheet: Sheet, what: string, at: number, count: number, like: number): typeof SELF {
  assertSheet(run, sheet);
  if (count < 1 || like < 0 || like >= run.queue.sizeOf(sheet).rows) throw new ScriptException(OUTSIDE);
  assertRoom(run, sheet, count, 0);
  run.enqueue({ what: `Sheet.${what}`, sheet, grows: { rows: count }, apply: () => insertRows(sheet, at, count, like) });
  return SELF;
}

function growColumns(run: Execution, sheet: Sheet, what: string, at: number, count: number, like: number): typeof SELF {
  assertSheet(run, sheet);
  if (count < 1 || like < 0 || like >= run.queue.sizeOf(sheet).columns) throw new ScriptException(OUTSIDE);
  assertRoom(run, sheet, 0, count);
  run.enqueue({ what: `Sheet.${what}`, sheet, grows: { columns: count }, apply: () => insertColumns(sheet, at, count, like) });
  return SELF;
}

function shrinkRows(run: Execution, sheet: Sheet, at: number, count: number): void {
  assertSheet(run, sheet);
  // How many rows are frozen may itself be queued.
  run.settle();
  if (at < 0 || count < 1 || at + count > sheet.maxRows) throw new ScriptException('Those rows are out of bounds.');
  const frozen = Math.max(0, Math.min(sheet.frozenRows, at + count) - at);
  if (count - frozen === sheet.maxRows - sheet.frozenRows) {
    throw new ScriptException(
      sheet.frozenRows === 0 ? "You can't delete all the rows on the sheet." : 'Sorry, it is not possible to delete all non-frozen rows.',
    );
  }
  run.enqueue({ what: 'Sheet.deleteRows', sheet, grows: { rows: -count }, apply: () => deleteRows(sheet, at, count) });
}

function shrinkColumns(run: Execution, sheet: Sheet, at: number, count: number): void {
  assertSheet(run, sheet);
  run.settle();
  if (at < 0 || count < 1 || at + count > sheet.maxColumns) throw new ScriptException('Those columns are out of bounds.');
  const frozen = Math.max(0, Math.min(sheet.frozenColumns, at + count) - at);
  if (count - frozen === sheet.maxColumns - sheet.frozenColumns) {
    throw new ScriptException(
      sheet.frozenColumns === 0 ? "You can't delete all the columns on the sheet." : 'Sorry, it is not possible to delete all non-frozen columns.',
    );
  }
  run.enqueue({ what: 'Sheet.deleteColumns', sheet, grows: { columns: -count }, apply: () => deleteColumns(sheet, at, count) });
}

function inColumns(run: Execution, sheet: Sheet, column: number, count: number): void {
  if (column < 1 || count < 1 || column - 1 + count > run.queue.sizeOf(sheet).columns) throw new ScriptException(OUTSIDE);
}

function inRows(run: Execution, sheet: Sheet, row: number, count: number): void {
  if (row < 1 || count < 1 || row - 1 + count > run.queue.sizeOf(sheet).rows) throw new ScriptException(OUTSIDE);
}

const hideColumns = (run: Execution, sheet: Sheet, column: number, count: number, hidden: boolean): void => {
  inColumns(run, sheet, column, count);
  queueOn(run, sheet, hidden ? 'hideColumns' : 'showColumns', () => {
    for (let i = column - 1; i < column - 1 + count; i += 1) sheet.hiddenColumns[hidden ? 'add' : 'delete'](i);
  });
};

const hideRows = (run: Execution, sheet: Sheet, row: number, count: number, hidden: boolean): void => {
  inRows(run, sheet, row, count);
  queueOn(run, sheet, hidden ? 'hideRows' : 'showRows', () => {
    for (let i = row - 1; i < row - 1 + count; i += 1) sheet.hiddenRows[hidden ? 'add' : 'delete'](i);
  });
};

const range = instance(() => rangeEmulation);

/** The methods of a sheet about its rows and columns: their number, width, hiding and freezing. */
export const layoutMethods: Readonly<Record<string, Method<Sheet>>> = {
  insertRowsAfter: counted(takes([integer, integer], (sheet, run, after, count) => growRows(run, sheet, 'insertRowsAfter', after, count, after - 1))),
  insertRowAfter: counted(takes([integer], (sheet, run, after) => growRows(run, sheet, 'insertRowAfter', after, 1, after - 1))),
  insertRowsBefore: counted(takes([integer, integer], (sheet, run, before, count) => growRows(run, sheet, 'insertRowsBefore', before - 1, count, before - 1))),
  insertRowBefore: counted(takes([integer], (sheet, run, before) => growRows(run, sheet, 'insertRowBefore', before - 1, 1, before - 1))),
  insertColumnsAfter: counted(takes([integer, integer], (sheet, run, after, count) => growColumns(run, sheet, 'insertColumnsAfter', after, count, after - 1))),
  insertColumnAfter: counted(takes([integer], (sheet, run, after) => growColumns(run, sheet, 'insertColumnAfter', after, 1, after - 1))),
  insertColumnsBefore: counted(
    takes([integer, integer], (sheet, run, before, count) => growColumns(run, sheet, 'insertColumnsBefore', before - 1, count, before - 1)),
  ),
  insertColumnBefore: counted(takes([integer], (sheet, run, before) => growColumns(run, sheet, 'insertColumnBefore', before - 1, 1, before - 1))),
  deleteRows: counted(takes([integer, integer], (sheet, run, row, count) => shrinkRows(run, sheet, row - 1, count))),
  deleteRow: counted(
    takes([integer], (sheet, run, row) => {
      shrinkRows(run, sheet, row - 1, 1);
      return SELF;
    }),
  ),
  deleteColumns: counted(takes([integer, integer], (sheet, run, column, count) => shrinkColumns(run, sheet, column - 1, count))),
  deleteColumn: counted(
    takes([integer], (sheet, run, column) => {
      shrinkColumns(run, sheet, column - 1, 1);
      return SELF;
    }),
  ),
  setFrozenRows: counted(
    takes([integer], (sheet, run, rows) => {
      if (rows < 0 || rows >= run.queue.sizeOf(sheet).rows) throw new ScriptException("You can't freeze all visible rows on the sheet.");
      queueOn(run, sheet, 'setFrozenRows', () => void (sheet.frozenRows = rows));
    }),
  ),
  setFrozenColumns: counted(
    takes([integer], (sheet, run, columns) => {
      if (columns < 0 || columns >= run.queue.sizeOf(sheet).columns) throw new ScriptException("You can't freeze all visible columns on the sheet.");
      queueOn(run, sheet, 'setFrozenColumns', () => void (sheet.frozenColumns = columns));
    }),
  ),
  getFrozenRows: reads((sheet) => sheet.frozenRows),
  getFrozenColumns: reads((sheet) => sheet.frozenColumns),
  setColumnWidth: counted(takes([integer, integer], (sheet, run, column, width) => setWidths(run, sheet, column, 1, width))),
  setColumnWidths: counted(takes([integer, integer, integer], (sheet, run, column, count, width) => setWidths(run, sheet, column, count, width))),
  getColumnWidth: readsPlace(inColumns, (sheet, column) => sheet.columnWidths.get(column - 1) ?? 100),
  hideColumns: counted(
    takes([integer], (sheet, run, column) => hideColumns(run, sheet, column, 1, true)),
    takes([integer, integer], (sheet, run, column, count) => hideColumns(run, sheet, column, count, true)),
  ),
  showColumns: counted(
    takes([integer], (sheet, run, column) => hideColumns(run, sheet, column, 1, false)),
    takes([integer, integer], (sheet, run, column, count) => hideColumns(run, sheet, column, count, false)),
  ),
  hideColumn: counted(takes([range], (sheet, run, one) => hideColumns(run, sheet, one.column + 1, one.columns, true))),
  unhideColumn: counted(takes([range], (sheet, run, one) => hideColumns(run, sheet, one.column + 1, one.columns, false))),
  isColumnHiddenByUser: readsPlace(inColumns, (sheet, column) => sheet.hiddenColumns.has(column - 1)),
  hideRows: counted(
    takes([integer], (sheet, run, row) => hideRows(run, sheet, row, 1, true)),
    takes([integer, integer], (sheet, run, row, count) => hideRows(run, sheet, row, count, true)),
  ),
  showRows: counted(
    takes([integer], (sheet, run, row) => hideRows(run, sheet, row, 1, false)),
    takes([integer, integer], (sheet, run, row, count) => hideRows(run, sheet, row, count, false)),
  ),
  isRowHiddenByUser: readsPlace(inRows, (sheet, row) => sheet.hiddenRows.has(row - 1)),
  setRightToLeft: counted(takes([flag], (sheet, run, rightToLeft) => queueOn(run, sheet, 'setRightToLeft', () => void (sheet.rightToLeft = rightToLeft)))),
  isRightToLeft: reads((sheet) => sheet.rightToLeft),
};

function setWidths(run: Execution, sheet: Sheet, column: number, count: number, width: number): typeof SELF {
  inColumns(run, sheet, column, count);
  if (width < 1) throw new ScriptException('Column width must be at least 1.');
  return queueOn(run, sheet, 'setColumnWidths', () => {
    for (let i = column - 1; i < column - 1 + count; i += 1) sheet.columnWidths.set(i, width);
  });
}
