import type { Sheet } from '../../workbook/model';
import { emulation, methodsOf, SELF, type Emulation, type Method } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { flag, listOf, text } from '../kit/shape';
import { instance } from '../kit/wrapped';
import { rangeAt } from './area';
import { protectionType } from './enums';
import { rangeEmulation } from './range';

type Record = Sheet['protections'][number];

export interface ProtectionState {
  readonly sheet: Sheet;
  record: Record;
}

const { takes, free, counted } = methodsOf<ProtectionState>();

const reads = (give: (state: ProtectionState, run: Execution) => unknown): Method<ProtectionState> =>
  counted(
    takes([], (state, run) => {
      run.settle();
      return give(state, run);
    }),
  );

/** Queues a change of the protection; it must still be there when the queue is applied. */
function change(state: ProtectionState, run: Execution, next: (old: Record) => Record): void {
  const apply = (): void => {
    const at = state.sheet.protections.indexOf(state.record);
    if (at < 0) throw new ScriptException('The protection has been removed');
    state.record = next(state.record);
    state.sheet.protections[at] = state.record;
  };
  run.enqueue({ what: 'Protection', sheet: state.sheet, apply });
}

/** The protection of a whole sheet. Who may edit all the same is not kept; the owner always may. */
export const protectionEmulation: Emulation<ProtectionState> = emulation<ProtectionState>('SpreadsheetApp.Protection', 'spreadsheets', {
  getDescription: reads(({ record }) => record.description),
  isWarningOnly: reads(({ record }) => record.warningOnly),
  canEdit: counted(takes([], () => true)),
  getProtectionType: free(takes([], () => protectionType.member('SHEET'))),
  getRange: free(
    takes([], ({ sheet }, run) => {
      const { rows, columns } = run.queue.sizeOf(sheet);
      return run.wrap(rangeEmulation, rangeAt(run, sheet, 1, 1, rows, columns));
    }),
  ),
  setDescription: counted(
    takes([text], (state, run, description) => {
      change(state, run, (old) => ({ ...old, description }));
      return SELF;
    }),
  ),
  setWarningOnly: counted(
    takes([flag], (state, run, warningOnly) => {
      change(state, run, (old) => ({ ...old, warningOnly }));
      return SELF;
    }),
  ),
  getUnprotectedRanges: reads(({ sheet, record }, run) =>
    (record.unprotected ?? []).map(({ row, column, rows, columns }) => run.wrap(rangeEmulation, rangeAt(run, sheet, row + 1, column + 1, rows, columns))),
  ),
  setUnprotectedRanges: counted(
    takes([listOf(instance(() => rangeEmulation))], (state, run, ranges) => {
      if (ranges.some(({ sheet }) => sheet !== state.sheet)) throw new ScriptException('Unprotected ranges must lie in the protected sheet.');
      const unprotected = ranges.map(({ row, column, rows, columns }) => ({ row, column, rows, columns }));
      change(state, run, (old) => ({ ...old, unprotected }));
      return SELF;
    }),
  ),
  remove: counted(
    takes([], (state, run) => {
      const { sheet } = state;
      run.enqueue({ what: 'Protection.remove', sheet, apply: () => void (sheet.protections = sheet.protections.filter((one) => one !== state.record)) });
    }),
  ),
});

/** Protects a sheet; one that is protected already keeps its protection, as Google returns the existing one. */
export function protectSheet(run: Execution, sheet: Sheet): object {
  run.settle();
  const existing = sheet.protections[0];
  const record = existing ?? { description: '', warningOnly: false };
  if (existing === undefined) {
    sheet.protections.push(record);
    sheet.dirty = true;
  }
  return run.wrap(protectionEmulation, { sheet, record });
}
