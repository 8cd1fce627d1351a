import type { Host } from '../host';
import type { Person } from '../person';
import type { Sheet } from '../workbook/model';
import { hideValues, setFilter } from './filter-acts';
import type { SheetAct } from './protocol/acts';
import { clearCells, deleteColumnsAt, deleteRowsAt, enterTexts, foldAt, freezeAt, insertColumnsAt, insertRowsAt, pasteFrom, sortByColumn } from './sheet-acts';
import type { Edited } from './undo';

interface Hands {
  readonly host: Host;
  readonly person: Person;
  /** Throws where there is no such sheet. */
  sheet(name: string): Sheet;
}

/** Does to a sheet what a person does; gives the cells whose content was edited, null where only the sheet's make-up was. */
export function actOnSheet(act: SheetAct, { host, person, sheet: sheetNamed }: Hands): Edited | null {
  const sheet = sheetNamed(act.sheet);
  const edited = (rows: number, columns: number, { row, column }: { readonly row: number; readonly column: number }): Edited => ({ sheet: sheet.name, range: { row, column, rows, columns } });
  switch (act.act) {
    case 'type':
      person.type(sheet.name, act.row + 1, act.column + 1, act.words);
      return edited(1, 1, act);
    case 'clear':
      clearCells(host, sheet, act.range);
      return { sheet: sheet.name, range: act.range };
    case 'enter':
      enterTexts(host, sheet, act);
      return edited(act.words.length, Math.max(1, ...act.words.map((line) => line.length)), act);
    case 'copy':
      pasteFrom(host, person, sheetNamed(act.from.sheet), act.from.range, sheet, act);
      return edited(act.from.range.rows, act.from.range.columns, act);
    case 'sort':
      sortByColumn(sheet, act.column, act.ascending);
      return null;
    case 'insertRows':
      insertRowsAt(sheet, act.row, act.count);
      return null;
    case 'deleteRows':
      deleteRowsAt(sheet, act.row, act.count);
      return null;
    case 'insertColumns':
      insertColumnsAt(sheet, act.column, act.count);
      return null;
    case 'deleteColumns':
      deleteColumnsAt(sheet, act.column, act.count);
      return null;
    case 'fold':
      foldAt(sheet, act.what, act.from, act.count, act.hidden);
      return null;
    case 'freeze':
      freezeAt(sheet, act.what, act.count);
      return null;
    case 'filter':
      setFilter(sheet, act.on);
      return null;
    case 'filterValues':
      hideValues(sheet, act.column, act.hidden);
      return null;
    case 'width':
      sheet.columnWidths.set(act.column, Math.max(20, Math.min(1000, Math.round(act.pixels))));
      sheet.dirty = true;
      return null;
  }
}

/** Whether an act is done to one sheet, so that it can be undone. */
export const isSheetAct = (act: { readonly act: string }): act is SheetAct => names.has(act.act);

const names: ReadonlySet<string> = new Set<SheetAct['act']>([
  'type', 'clear', 'enter', 'copy', 'sort', 'insertRows', 'deleteRows', 'insertColumns', 'deleteColumns', 'fold', 'freeze', 'filter', 'filterValues', 'width',
]);
