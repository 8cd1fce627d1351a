import { emulation, methodsOf, SELF, type Emulation } from '../kit/emulation';
import type { Execution } from '../kit/execution';
import { MISMATCH, type Shape } from '../kit/shape';
import { assertInGrid, type RangeState } from './area';
import { clearAll, clearContent, clearFormats } from './clear';
import { rangeEmulation } from './range';
import { queueStyle, rangeListStyleMethods } from './range-styles';
import { inputOf, writeCells, type Input } from './write-cells';

type Ranges = readonly RangeState[];

const { takes, free, counted } = methodsOf<Ranges>();

const value: Shape<unknown> = { read: (one) => (typeof one === 'function' || Array.isArray(one) ? MISMATCH : one) };

function queueEach(run: Execution, ranges: Ranges, what: string, act: (range: RangeState) => void): typeof SELF {
  for (const range of ranges) assertInGrid(run, range);
  for (const range of ranges) run.enqueue({ what, sheet: range.sheet, apply: () => act(range) });
  return SELF;
}

const cellsIn = (ranges: Ranges): number => ranges.reduce((sum, { rows, columns }) => sum + rows * columns, 0);

/** Several ranges of one sheet, changed by one call. */
export const rangeList: Emulation<Ranges> = emulation<Ranges>('SpreadsheetApp.RangeList', 'spreadsheets', {
  ...rangeListStyleMethods,
  getRanges: free(takes([], (ranges, run) => ranges.map((range) => run.wrap(rangeEmulation, range)))),
  clearContent: counted(
    takes([], (ranges, run) => {
      run.spendOnCells('written', cellsIn(ranges));
      return queueEach(run, ranges, 'RangeList.clearContent', clearContent);
    }),
  ),
  clear: counted(takes([], (ranges, run) => queueEach(run, ranges, 'RangeList.clear', clearAll))),
  clearFormat: counted(takes([], (ranges, run) => queueEach(run, ranges, 'RangeList.clearFormat', clearFormats))),
  clearNote: counted(
    takes([], (ranges, run) => {
      queueStyle(run, ranges, 'RangeList.clearNote', { note: undefined });
      return SELF;
    }),
  ),
  clearDataValidations: counted(
    takes([], (ranges, run) => {
      queueStyle(run, ranges, 'RangeList.clearDataValidations', { dropDown: undefined });
      return SELF;
    }),
  ),
  setValue: counted(
    takes([value], (ranges, run, one) => {
      const input = inputOf(one, run.host.zone, 'SpreadsheetApp.RangeList.setValue');
      run.spendOnCells('written', cellsIn(ranges));
      return queueEach(run, ranges, 'RangeList.setValue', (range) =>
        writeCells(range, Array.from<Input>({ length: range.rows * range.columns }).fill(input), run.host),
      );
    }),
  ),
});
