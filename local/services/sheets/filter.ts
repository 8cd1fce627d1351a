import { displayText } from '../../cells/number-format';
import type { Sheet } from '../../workbook/model';
import { emulation, methodsOf, SELF, type Emulation } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { assertInGrid, type RangeState } from './area';
import { rangeEmulation } from './range';

const { takes, free, counted } = methodsOf<Sheet>();

/** Whether the sheet's basic filter hides a 0-based row. */
export function hiddenByFilter(sheet: Sheet, row: number, locale: string): boolean {
  const { filter } = sheet;
  if (filter === null || row <= filter.row || row >= filter.row + filter.rows) return false;
  return [...filter.hiddenValues].some(([column, values]) =>
    values.includes(displayText(sheet.values[row]?.[column] ?? null, sheet.attributes[row]?.[column]?.format, locale)),
  );
}

/** A sheet's basic filter. */
export const filterEmulation: Emulation<Sheet> = emulation<Sheet>('SpreadsheetApp.Filter', 'spreadsheets', {
  getRange: free(
    takes([], (sheet, run) => {
      if (sheet.filter === null) throw new ScriptException('The filter has been removed');
      const { row, column, rows, columns } = sheet.filter;
      return run.wrap(rangeEmulation, { sheet, row, column, rows, columns });
    }),
  ),
  remove: counted(
    takes([], (sheet, run) => {
      run.enqueue({ what: 'Filter.remove', sheet, apply: () => void (sheet.filter = null) });
      return SELF;
    }),
  ),
});

/** Puts a filter on a range, as createFilter does: one a sheet. */
export function makeFilter(run: Execution, range: RangeState): object {
  run.settle();
  assertInGrid(run, range);
  const { sheet, row, column, rows, columns } = range;
  if (sheet.filter !== null) throw new ScriptException("You can't create a filter in a sheet that already has a filter.");
  sheet.filter = { row, column, rows, columns, hiddenValues: new Map() };
  sheet.dirty = true;
  return run.wrap(filterEmulation, sheet);
}
