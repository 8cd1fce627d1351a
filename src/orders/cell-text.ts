import { tidy } from '../shared/text';
import { isDateCell, type Cell } from '../sheets/cell';

// Most cells need no tidying: printable ASCII, single blanks within, no apostrophe before.
const TIDY_ALREADY = /^[!-&(-~][!-~]*(?: [!-~]+)*$/;

/** The cell's words, without invisible marks; an apostrophe before them (an export's guard against formulas) is consumed. An error or a cell still loading says nothing. */
export function cellText(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') {
    if (isErrorCell(cell)) return '';
    if (cell === '' || TIDY_ALREADY.test(cell)) return cell;
    const words = tidy(cell);
    return words.startsWith("'") ? words.slice(1).trimStart() : words;
  }
  if (isDateCell(cell)) return cell.moment.replace(/T00:00:00$/, '');
  return typeof cell === 'number' ? String(cell) : cell ? 'TRUE' : 'FALSE';
}

const ERROR = /^(?:loading\s*(?:…|\.{2,})?|#(?:ref!|n\/a|value!|name\?|error!|null!|div\/0!|num!|spill!|calc!))$/i;

/** Whether the cell shows an error or is still loading, so that what belongs there is unknown. */
export const isErrorCell = (cell: Cell | undefined): boolean =>
  typeof cell === 'string' && cell.length < 20 && (cell.charCodeAt(0) === 35 || cell.charCodeAt(0) === 76 || cell.charCodeAt(0) === 108) && ERROR.test(cell.trim());
