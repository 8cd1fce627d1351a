import { sheetNamed } from '../cells/sheet';
import type { Execution } from './kit/execution';
import { authModeMember } from './script-app';
import { rangeAt } from './sheets/area';
import { rangeEmulation } from './sheets/range';
import { spreadsheetEmulation } from './sheets/spreadsheet';

/** An edit that a person made: 1-based, values as the event object carries them; absent for pastes and several cells. */
export interface EditEvent {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows?: number;
  readonly columns?: number;
  readonly value?: string;
  readonly oldValue?: string;
}

/** The event object of a run, in its realm; null where it is none that an event sets off, or the arguments are given. */
export function eventFor(run: Execution, args: readonly unknown[]): object | null {
  const { invocation, authMode } = run.run;
  const source = (): readonly [string, unknown] => ['source', run.wrap(spreadsheetEmulation, run.host.workbook)];
  const mode = ['authMode', authModeMember(authMode)] as const;
  const [edit] = args;
  if (invocation === 'edit' && !isEditEvent(edit)) throw new TypeError('An edit is called with one EditEvent');
  if ((invocation === 'edit' || invocation === 'trigger') && isEditEvent(edit)) {
    const sheet = sheetNamed(run.host.workbook, edit.sheet);
    if (sheet === null) throw new TypeError(`The workbook has no sheet ${edit.sheet}`);
    const range = run.wrap(rangeEmulation, rangeAt(run, sheet, edit.row, edit.column, edit.rows ?? 1, edit.columns ?? 1));
    return run.realm.object([
      mode,
      source(),
      ['range', range],
      ...(edit.value === undefined ? [] : [['value', edit.value] as const]),
      ...(edit.oldValue === undefined ? [] : [['oldValue', edit.oldValue] as const]),
    ]);
  }
  if (args.length > 0) return null;
  if (invocation === 'open') return run.realm.object(authMode === 'NONE' ? [mode] : [mode, source()]);
  return invocation === 'trigger' ? run.realm.object([mode, ['triggerUid', 'local']]) : null;
}

const isEditEvent = (value: unknown): value is EditEvent =>
  typeof value === 'object' && value !== null && 'sheet' in value && typeof value.sheet === 'string' && 'row' in value && 'column' in value;
