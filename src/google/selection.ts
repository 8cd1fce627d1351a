import type { SelectedRows } from '../app/ports';

/** Rows looked at for being hidden: one service call each. */
const MOST_LOOKED_AT = 400;

/**
 * The rows below the header that the user has selected, those left out that a filter hides. At most `most`;
 * filter views can't be seen from a script.
 */
export function selection(most: number): SelectedRows | null {
  const list = SpreadsheetApp.getActiveSpreadsheet().getActiveRangeList();
  const ranges = list === null ? [] : list.getRanges();
  const first = ranges[0];
  if (first === undefined) return null;
  const sheet = first.getSheet();
  const lastRow = sheet.getLastRow();
  const width = sheet.getLastColumn();
  const name = sheet.getName();
  if (lastRow < 2 || width < 1) return { sheet: name, header: [], rows: [], hidden: 0, more: false };
  const header = textsOf(sheet.getRange(1, 1, 1, width).getValues()[0]);
  const numbers = rowsOf(ranges, lastRow, Math.max(most + 1, MOST_LOOKED_AT));
  // One row is the cursor itself, which no filter hides.
  const filtered = most > 1 && numbers.length > 0 && sheet.getFilter() !== null;
  const shown = filtered ? numbers.slice(0, MOST_LOOKED_AT).filter((row) => !sheet.isRowHiddenByFilter(row)) : numbers;
  const taken = shown.slice(0, most);
  const lowest = Math.min(...taken);
  const cells = taken.length === 0 ? [] : sheet.getRange(lowest, 1, Math.max(...taken) - lowest + 1, width).getValues();
  return {
    sheet: name,
    header,
    rows: taken.map((row) => textsOf(cells[row - lowest])),
    hidden: filtered ? Math.min(numbers.length, MOST_LOOKED_AT) - shown.length : 0,
    more: shown.length > most,
  };
}

/** Row numbers of the ranges below the header, each once, top down, no more than `most`. */
function rowsOf(ranges: readonly GoogleAppsScript.Spreadsheet.Range[], lastRow: number, most: number): number[] {
  const rows = new Set<number>();
  for (const range of ranges) {
    for (let row = Math.max(2, range.getRow()); row <= Math.min(range.getLastRow(), lastRow) && rows.size < most; row += 1) rows.add(row);
  }
  return [...rows].sort((a, b) => a - b);
}

const textsOf = (cells: readonly unknown[] | undefined): string[] => (cells ?? []).map((cell) => String(cell ?? ''));
