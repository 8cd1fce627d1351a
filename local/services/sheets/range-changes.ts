import { methodsOf, SELF, type Method } from '../kit/emulation';
import type { Execution } from '../kit/execution';
import { integer, list, record } from '../kit/shape';
import { assertInGrid, type RangeState } from './area';
import { clearAll, clearContent, clearFormats, clearOptions } from './clear';
import { queueStyle } from './range-styles';
import { sortKeysOf, sortRows } from './sort-rows';

const { takes, counted } = methodsOf<RangeState>();

const queued = (run: Execution, range: RangeState, what: string, apply: () => void): typeof SELF => {
  assertInGrid(run, range);
  run.enqueue({ what, sheet: range.sheet, apply });
  return SELF;
};

/** The methods of a range that clear and sort it. */
export const rangeChangeMethods: Readonly<Record<string, Method<RangeState>>> = {
  insertCheckboxes: counted(
    takes([], (range, run) => {
      queueStyle(run, [range], 'Range.insertCheckboxes', { dropDown: { values: [], checkbox: true, allowInvalid: false, help: null } });
      return SELF;
    }),
  ),
  clearContent: counted(
    takes([], (range, run) => {
      run.spendOnCells('written', range.rows * range.columns);
      return queued(run, range, 'Range.clearContent', () => clearContent(range));
    }),
  ),
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
};
