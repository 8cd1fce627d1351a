import type { CellAttributes } from '../../workbook/model';
import type { RangeState } from './area';
import { putChange } from './attributes';

type Kind = 'PASTE_NORMAL' | 'PASTE_VALUES' | 'PASTE_FORMAT' | 'PASTE_DATA_VALIDATION';

const FORMAT_KEYS = ['format', 'background', 'fontColor', 'bold', 'italic', 'fontLine', 'fontSize', 'align', 'verticalAlign', 'wrap'] as const;
const ALL_KEYS = [...FORMAT_KEYS, 'formula', 'note', 'dropDown', 'link'] as const;
const KEYS: Readonly<Record<Kind, readonly (keyof CellAttributes)[]>> = {
  PASTE_NORMAL: ALL_KEYS,
  PASTE_VALUES: [],
  PASTE_FORMAT: FORMAT_KEYS,
  PASTE_DATA_VALIDATION: ['dropDown'],
};

/** Copies a range over another, repeated to fill it. Formulas are copied to the letter. */
export function copyCells(from: RangeState, to: RangeState, kind: Kind): void {
  const values = Array.from({ length: from.rows }, (_r, r) => Array.from({ length: from.columns }, (_c, c) => from.sheet.values[from.row + r]?.[from.column + c] ?? null));
  const attributes = Array.from({ length: from.rows }, (_r, r) => Array.from({ length: from.columns }, (_c, c) => from.sheet.attributes[from.row + r]?.[from.column + c]));
  for (let r = 0; r < to.rows; r += 1) {
    for (let c = 0; c < to.columns; c += 1) {
      const [row, column] = [to.row + r, to.column + c];
      if (kind === 'PASTE_NORMAL' || kind === 'PASTE_VALUES') {
        while (to.sheet.values.length <= row) to.sheet.values.push([]);
        const cells = (to.sheet.values[row] ??= []);
        while (cells.length < column) cells.push(null);
        cells[column] = values[r % from.rows]?.[c % from.columns] ?? null;
      }
      const source = attributes[r % from.rows]?.[c % from.columns];
      const change = Object.fromEntries(KEYS[kind].map((key) => [key, source?.[key]]));
      putChange(to.sheet, row, column, kind === 'PASTE_VALUES' ? { formula: undefined } : change);
    }
  }
}
