import type { Cell } from './cell';
import { columnNames, headerOf } from './columns';
import { encode, type TextWay } from './encode';
import { FIRST_ROW } from './raw-image';
import type { SheetPort } from './sheets-port';

/** Writes whole rows again below all others, formulas as formulas. `from`: the columns' names in these rows. */
export function bringBack(
  sheet: SheetPort,
  from: readonly string[],
  rows: readonly { readonly line: readonly Cell[]; readonly formulas: readonly string[] }[],
  way: TextWay,
): void {
  const cells = sheet.readAll();
  const names = columnNames(headerOf(cells[0]));
  const row = cells.length + 1;
  sheet.grow(row + rows.length - 1, names.length);
  const formats = sheet.readFormats({ row: Math.max(FIRST_ROW, row - 1), column: 1, rows: 1, columns: names.length })[0] ?? [];
  const source = names.map((name) => from.indexOf(name));
  sheet.write(
    row,
    1,
    rows.map(({ line, formulas }) => source.map((position, to) => (formulas[position] ?? '') || encode(line[position] ?? '', formats[to] ?? '', way))),
  );
}
