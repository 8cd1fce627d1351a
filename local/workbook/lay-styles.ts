import type { CellAttributes, Sheet } from './model';
import type { ColumnStyles } from './saved-cells';

/** Attributes with another format, one object of each kind, since cells share them. */
export function sharedFormats(): (base: CellAttributes | undefined, format: string) => CellAttributes {
  const known = new Map<CellAttributes | undefined, Map<string, CellAttributes>>();
  return (base, format) => {
    const ofBase = known.get(base) ?? new Map<string, CellAttributes>();
    known.set(base, ofBase);
    const found = ofBase.get(format) ?? { ...base, format };
    ofBase.set(format, found);
    return found;
  };
}

/** The column's attributes, as they were saved or, in a file edited since, as its header, rows and the rest of the grid have them. */
export function layStyles(sheet: Sheet, styles: ReadonlyMap<number, ColumnStyles>, asSaved: boolean, filledRows: number): void {
  const lay = (from: number, to: number, column: number, attributes: CellAttributes | undefined): void => {
    if (attributes === undefined || Object.keys(attributes).length === 0) return;
    for (let row = from; row < to; row += 1) {
      const cells = (sheet.attributes[row] ??= []);
      while (cells.length < column) cells.push(undefined);
      cells[column] = attributes;
    }
  };
  for (const [column, style] of [...styles].sort(([a], [b]) => a - b)) {
    if (asSaved) {
      let from = 0;
      for (const [rows, attributes] of style.runs) {
        lay(from, Math.min(from + rows, sheet.maxRows), column, attributes);
        from += rows;
      }
    } else {
      lay(0, 1, column, style.header);
      lay(1, filledRows, column, style.body);
      lay(Math.max(filledRows, 1), sheet.maxRows, column, style.tail);
    }
  }
  for (let row = 0; row < sheet.attributes.length; row += 1) sheet.attributes[row] ??= [];
}
