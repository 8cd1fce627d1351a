import { blankSheet, blankWorkbook, setCell } from '../../local/cells/sheet';
import type { Sheet, Workbook } from '../../local/workbook/model';

/** A small workbook of a cellar's: one sheet List of three wines with a strict drop-down, boxes to tick and a note, and an empty sheet Other. */
export function cellarBook(change: (list: Sheet) => void = () => undefined): Workbook {
  const sheet = blankSheet('List', 200, 8);
  for (const [r, row] of [['Name', 'Bottles', 'Kind', 'Seen'], ['Merlot', 12, 'Red', false], ['Syrah', 3, 'Red', true], ['Rosé', 30, null, false]].entries()) {
    for (const [c, value] of row.entries()) setCell(sheet, r, c, value);
  }
  sheet.frozenRows = 1;
  for (const row of [1, 2, 3]) {
    setCell(sheet, row, 2, sheet.values[row]?.[2] ?? null, { dropDown: { values: ['Red', 'White', 'Rosé'], allowInvalid: false, help: null, checkbox: false } });
    setCell(sheet, row, 3, sheet.values[row]?.[3] ?? null, { dropDown: { values: [], allowInvalid: false, help: null, checkbox: true } });
  }
  setCell(sheet, 1, 0, 'Merlot', { note: 'From the north' });
  change(sheet);
  return { ...blankWorkbook({ title: 'Cellar' }), sheets: [sheet, blankSheet('Other', 50, 5)], activeSheet: 'List' };
}
