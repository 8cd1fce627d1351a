import { foldHeader } from '../shared/text';
import { hasContent, textOfCell, type Cell } from './cell';
import type { Table } from './table';

/** Where a table's columns stand in a sheet; positions are 0-based. */
export interface Located {
  readonly at: ReadonlyMap<string, number>;
  /** Positions of headers of ours that came before; the first one counts. */
  readonly twice: readonly number[];
  readonly missing: readonly string[];
}

/** The header cells as text. */
export const headerOf = (row: readonly Cell[] | undefined): string[] => (row ?? []).map(textOfCell);

/** Finds the table's columns by their headers, in any order. */
export function locate(table: Table, header: readonly string[]): Located {
  const fieldOf = new Map(Object.entries(table.columns).map(([field, column]) => [foldHeader(column.header), field]));
  const at = new Map<string, number>();
  const twice: number[] = [];
  header.forEach((words, position) => {
    const field = fieldOf.get(foldHeader(words));
    if (field === undefined) return;
    if (at.has(field)) twice.push(position);
    else at.set(field, position);
  });
  return { at, twice, missing: Object.keys(table.columns).filter((field) => !at.has(field)) };
}

/** Whether a person's rows have lost the column of their key and no other cell gives one: they cannot be told apart any more. */
export const hasLostKey = (table: Table, at: ReadonlyMap<string, number>, cells: readonly (readonly Cell[])[]): boolean =>
  !at.has(table.key) && !table.protected && !table.keyIsMade && cells.slice(1).some((row) => row.some(hasContent));

/** A name for each column that stays with it when columns are moved: its header, and which one of that name it is. */
export function columnNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((words) => {
    const folded = foldHeader(words);
    const number = (seen.get(folded) ?? 0) + 1;
    seen.set(folded, number);
    return `${folded}#${number}`;
  });
}

/** How many columns there are up to the last one that has a header. */
export const lastNamed = (names: readonly string[]): number => {
  let end = names.length;
  while (end > 0 && /^#\d+$/.test(names[end - 1] ?? '')) end -= 1;
  return end;
};

/** `A`, `B`, … `Z`, `AA` of a 1-based column. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
