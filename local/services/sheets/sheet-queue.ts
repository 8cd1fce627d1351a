import type { Sheet } from '../../workbook/model';
import { SELF } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { assertSheet } from './area';

const MOST_CELLS = 10_000_000;

/** Queues a change of the sheet itself. */
export const queueOn = (run: Execution, sheet: Sheet, what: string, apply: () => void): typeof SELF => {
  assertSheet(run, sheet);
  run.enqueue({ what: `Sheet.${what}`, sheet, apply });
  return SELF;
};

/** Throws where a sheet of the workbook would grow it beyond Google's limit. */
export function assertRoom(run: Execution, sheet: Sheet | null, rows: number, columns: number): void {
  const { sheets } = run.host.workbook;
  const cells = sheets.reduce((sum, one) => {
    const size = run.queue.sizeOf(one);
    return sum + (one === sheet ? (size.rows + rows) * (size.columns + columns) : size.rows * size.columns);
  }, sheet === null ? rows * columns : 0);
  if (cells > MOST_CELLS) throw new ScriptException('This action would increase the number of cells in the workbook above the limit of 10000000 cells.');
}
