import { displayText, isDateFormat } from '../../cells/number-format';
import type { CellAttributes, CellValue } from '../../workbook/model';
import { CellGrid } from '../kit/cell-grid';
import type { Zone } from '../kit/zone';
import type { RangeState } from './area';

/** The values of a range as getValues gives them: dates as instants, errors as text, empty cells as `''`. */
export function cellsOf(range: RangeState, zone: Zone): CellGrid {
  const grid = new CellGrid(range.rows, range.columns);
  const { sheet } = range;
  for (let row = range.row; row < range.row + range.rows; row += 1) {
    const values = sheet.values[row];
    const attributes = sheet.attributes[row];
    for (let column = range.column; column < range.column + range.columns; column += 1) {
      const value = values?.[column] ?? null;
      if (typeof value !== 'number') grid.add(value === null ? '' : typeof value === 'object' ? value.text : value);
      else if (isDateFormat(attributes?.[column]?.format)) grid.addDate(zone.instantOf(value));
      else grid.add(value);
    }
  }
  return grid;
}

/** Any text of each cell of a range. */
export function textsOf(range: RangeState, textOf: (value: CellValue, attributes: CellAttributes | undefined) => string): CellGrid {
  const grid = new CellGrid(range.rows, range.columns);
  for (let row = range.row; row < range.row + range.rows; row += 1) {
    const values = range.sheet.values[row];
    const attributes = range.sheet.attributes[row];
    for (let column = range.column; column < range.column + range.columns; column += 1) grid.add(textOf(values?.[column] ?? null, attributes?.[column]));
  }
  return grid;
}

/** What each cell shows. */
export const displayTextsOf = (range: RangeState, locale: string): CellGrid =>
  textsOf(range, (value, attributes) => displayText(value, attributes?.format, locale));
