import { ScriptException } from '../kit/exception';
import type { RangeState } from './area';
import { restyle } from './attributes';

const NO_CONTENT = { formula: undefined, link: undefined };
const NO_FORMAT = {
  format: undefined, background: undefined, fontColor: undefined, bold: undefined, italic: undefined, fontLine: undefined,
  fontSize: undefined, align: undefined, verticalAlign: undefined, wrap: undefined,
};
const NO_VALIDATION = { dropDown: undefined };
const NO_NOTE = { note: undefined };

/** Empties values, formulas and links; a checkbox becomes FALSE. Formats, notes and drop-downs stay. */
export function clearContent(range: RangeState): void {
  const { sheet } = range;
  for (let row = range.row; row < Math.min(range.row + range.rows, sheet.values.length); row += 1) {
    const cells = sheet.values[row];
    if (cells === undefined) continue;
    for (let column = range.column; column < Math.min(range.column + range.columns, cells.length); column += 1) {
      cells[column] = sheet.attributes[row]?.[column]?.dropDown?.checkbox === true ? false : null;
    }
  }
  restyle(sheet, range, () => NO_CONTENT);
}

export const clearFormats = (range: RangeState): void => restyle(range.sheet, range, () => NO_FORMAT);

/** Contents and formats; notes and drop-downs stay. */
export function clearAll(range: RangeState): void {
  clearContent(range);
  clearFormats(range);
}

/** The clearing that the options of `clear` ask for. */
export function clearOptions(options: ReadonlyMap<string, unknown>): (range: RangeState) => void {
  const acts: ((range: RangeState) => void)[] = [];
  for (const [name, value] of options) {
    if (value !== true) throw new ScriptException(`The option ${name} of clear is not emulated with this value`);
    if (name === 'contentsOnly') acts.push(clearContent);
    else if (name === 'formatOnly') acts.push(clearFormats);
    else if (name === 'validationsOnly') acts.push((range) => restyle(range.sheet, range, () => NO_VALIDATION));
    else if (name === 'commentsOnly') acts.push((range) => restyle(range.sheet, range, () => NO_NOTE));
    else throw new ScriptException(`The option ${name} of clear is not emulated`);
  }
  return acts.length === 0 ? clearAll : (range) => acts.forEach((act) => act(range));
}
