import { Refusal } from '../shared/problem';
import { isBlankCell } from './cell';
import type { Change } from './change';
import { cellOf, type Value } from './encode';
import { formatOf } from './formats';
import { sheetsMessages } from './messages';
import type { RowSet, WriteContext } from './patch-rows';
import { FIRST_ROW } from './raw-image';
import type { ReadTable } from './read-table';
import { settle } from './settle';
import type { Table } from './table';
import type { Erasure } from './workbook';

/** How often what one go could not write is tried again: each writes at least 50 rectangles. */
const MOST_ROUNDS = 20;

/** Whether a formula has one of the words in it; a number may be written with blanks, dashes and brackets. */
function spellsOut(formula: string, words: readonly string[]): boolean {
  const spelled = formula.toLowerCase();
  const close = spelled.replace(/[\s().-]/g, '');
  return words.some((word) => spelled.includes(word) || close.includes(word));
}

/**
 * Blanks rows, wherever they are by now, but for the fields kept and those that are set. Throws Refusal where someone
 * edits them meanwhile; what was blanked until then stays blank.
 */
export function eraseRows<T extends Table>(read: ReadTable<T>, rows: readonly RowSet[], { keep, words }: Erasure, { sheet, way }: WriteContext): void {
  const fieldAt = new Map([...read.at].map(([field, position]) => [position, field]));
  const formulas = sheet.readFormulas({ row: FIRST_ROW, column: 1, rows: null, columns: read.raw.names.length });
  const changes: Change[] = [];
  for (const { at, set } of rows) {
    const id = read.raw.ids[at - FIRST_ROW];
    const row = id === null || id === undefined ? undefined : read.raw.rows.get(id);
    if (id === null || id === undefined || row === undefined) continue;
    row.cells.forEach((was, position) => {
      const field = fieldAt.get(position);
      const formula = formulas[at - FIRST_ROW]?.[position] ?? '';
      if (formula !== '' && !spellsOut(formula, words)) return;
      const column = field === undefined ? undefined : read.image.table.columns[field];
      if (field !== undefined && column !== undefined && field in set) {
        // Sets name fields of the table, each with its own kind of value.
        changes.push({ id, column: position, cell: cellOf(column, set[field] as Value, was), was });
      } else if ((field === undefined || !keep.includes(field)) && !isBlankCell(was)) changes.push({ id, column: position, cell: '', was });
    });
  }
  const columns = new Map([...read.at].map(([field, position]) => [position, read.image.table.columns[field]]));
  const options = {
    way,
    guarded: 'entries',
    overFormulas: true,
    bridges: () => false,
    formatOf: (position: number): string | null => {
      const column = columns.get(position);
      return column === undefined ? null : formatOf(column);
    },
  } as const;
  // The key goes last: by it the row is found.
  const keys = changes.filter(({ column }) => column === read.raw.key);
  for (const part of [changes.filter(({ column }) => column !== read.raw.key), keys]) {
    let open: readonly Change[] = part;
    for (let round = 0; open.length > 0 && round < MOST_ROUNDS; round += 1) {
      const { refused, left } = settle(sheet, read.raw, open, options);
      if (refused.length > 0) throw new Refusal(sheetsMessages.rowsChanged(sheet.name));
      open = left;
    }
  }
}
