import type { CellAttributes, Sheet } from '../../workbook/model';
import type { Area } from './area';

export type AttributeChange = { readonly [K in keyof CellAttributes]?: CellAttributes[K] | undefined };

/** The attributes with some changed, undefined taking one away; undefined where nothing is left. */
export function changed(attributes: CellAttributes | undefined, change: AttributeChange): CellAttributes | undefined {
  const entries = Object.entries({ ...attributes, ...change }).filter(([, value]) => value !== undefined);
  // Entries lose the keys' types; they are the same keys.
  return entries.length === 0 ? undefined : (Object.fromEntries(entries) as CellAttributes);
}

/** Changes the attributes of one cell; nothing happens where they stay undefined. */
export function putChange(sheet: Sheet, row: number, column: number, change: AttributeChange): void {
  const old = sheet.attributes[row]?.[column];
  put(sheet, row, column, changed(old, change), old);
}

function put(sheet: Sheet, row: number, column: number, next: CellAttributes | undefined, old: CellAttributes | undefined): void {
  if (next === old) return;
  while (sheet.attributes.length <= row) sheet.attributes.push([]);
  const cells = (sheet.attributes[row] ??= []);
  while (cells.length < column) cells.push(undefined);
  cells[column] = next;
}

/** Changes attributes over an area, by cell of the area; cells that end up alike share one object. */
export function restyle(sheet: Sheet, area: Area, changeAt: (row: number, column: number) => AttributeChange): void {
  const made = new Map<AttributeChange, Map<CellAttributes | undefined, CellAttributes | undefined>>();
  for (let row = 0; row < area.rows; row += 1) {
    for (let column = 0; column < area.columns; column += 1) {
      const change = changeAt(row, column);
      let results = made.get(change);
      if (results === undefined) made.set(change, (results = new Map()));
      const old = sheet.attributes[area.row + row]?.[area.column + column];
      if (!results.has(old)) results.set(old, changed(old, change));
      put(sheet, area.row + row, area.column + column, results.get(old), old);
    }
  }
}

/** What an inserted row or column takes over from its neighbour. */
export const inherited = (attributes: CellAttributes | undefined): CellAttributes | undefined =>
  attributes === undefined ? undefined : changed(attributes, { note: undefined, formula: undefined, link: undefined });
