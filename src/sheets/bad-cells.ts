import type { Problem } from '../shared/problem';
import { groupBy } from '../shared/collections';
import type { Table } from './table';
import type { TableImage } from './workbook';

/** What reading a sheet gives besides its rows with a key. */
export type Unread<T extends Table> = Partial<Pick<TableImage<T>, 'keyless' | 'problems'>>;

/** The cells of a row that could not be read, by header of the column; columns of the script's own are left out. */
export type BadCells = ReadonlyMap<string, Problem>;

const none: BadCells = new Map();

/** Gives the unreadable cells of each row: they were read as blank, and what that means is for the reader of the sheet to say. */
export function badCellsOf<T extends Table>(table: T, problems: readonly Problem[]): (at: number) => BadCells {
  const headers = Object.values(table.columns).flatMap((column) => (column.owner === 'script' ? [] : [column.header]));
  const byRow = new Map(
    [...groupBy(problems, ({ row }) => row)].map(([row, found]): [number, BadCells] => [
      row,
      new Map(
        found.flatMap((problem): [string, Problem][] => {
          // Of two headers that begin alike the longer one is meant.
          const [header] = headers.filter((one) => problem.reason.en.startsWith(`${one} `)).sort((a, b) => b.length - a.length);
          return header === undefined ? [] : [[header, problem]];
        }),
      ),
    ]),
  );
  return (at) => byRow.get(at) ?? none;
}
