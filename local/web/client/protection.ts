import type { Act } from '../protocol/acts';
import type { Rectangle } from '../protocol/cells';
import type { SheetView } from '../protocol/sheets';
import { warningBox } from './modal';
import { say } from './words';

const QUIET_MS = 5 * 60_000;

/** Until when each sheet's warning need not come again. */
const quietUntil = new Map<string, number>();

/** Whether an edit may go on: at once, or after the warning that comes before an edit of a protected sheet. */
export async function mayEdit(sheet: SheetView, act: Act): Promise<boolean> {
  const { protection, name } = sheet;
  if (protection === null || !('sheet' in act) || act.sheet !== name || isOpen(protection.open, areaOf(act))) return true;
  if ((quietUntil.get(name) ?? 0) > Date.now()) return true;
  const { goOn, quiet } = await warningBox(say('headsUp'), `${say('protectedSure')}${protection.description === '' ? '' : `\n\n${protection.description}`}`, say('notAgain'));
  if (goOn && quiet) quietUntil.set(name, Date.now() + QUIET_MS);
  return goOn;
}

/** The cells that an act edits; null for the whole sheet, undefined for none of them. */
function areaOf(act: Act): Rectangle | null | undefined {
  switch (act.act) {
    case 'type':
      return { row: act.row, column: act.column, rows: 1, columns: 1 };
    case 'clear':
      return act.range;
    case 'enter':
      return { row: act.row, column: act.column, rows: act.words.length, columns: Math.max(1, ...act.words.map((line) => line.length)) };
    case 'copy':
      return { ...act.from.range, row: act.row, column: act.column };
    case 'sort':
    case 'insertRows':
    case 'deleteRows':
    case 'insertColumns':
    case 'deleteColumns':
      return null;
    default:
      return undefined;
  }
}

const isOpen = (open: readonly Rectangle[], area: Rectangle | null | undefined): boolean =>
  area === undefined ||
  (area !== null &&
    open.some(({ row, column, rows, columns }) => area.row >= row && area.column >= column && area.row + area.rows <= row + rows && area.column + area.columns <= column + columns));
