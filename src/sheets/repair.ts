import { canonicalOf, sameCell, type Cell } from './cell';
import type { Pieces } from './cell-pieces';
import type { Change } from './change';
import { mayBeParsed } from './encode';
import type { Look } from './look';
import { parseNumber } from './parse-number';
import type { PlannedWrite } from './plan-writes';
import { matchRows } from './match-rows';
import { isKeyedId, type RawImage } from './raw-image';

/** What was written from which look, and how the sheet stands after rows or columns moved meanwhile. */
export interface Moved {
  readonly image: RawImage;
  readonly look: Look;
  readonly pieces: Pieces;
  readonly done: readonly Change[];
  readonly writes: readonly PlannedWrite[];
  /** The whole sheet afterwards. */
  readonly now: Look;
}

/**
 * What has to be written to make good a writing whose rows or columns moved under it: changes that missed their row, and
 * cells of others that were hit. A cell that a person changed to something we did not write stays theirs. The changes
 * are told in the image of the sheet as it is now.
 */
export function correctionsAfterMove({ image, look, pieces, done, writes, now }: Moved): { readonly image: RawImage; readonly changes: readonly Change[] } {
  const present = now.whole;
  if (present === null) return { image, changes: [] };
  const writtenAt = new Map<string, Cell>();
  const written = new Set<string>();
  const touched = new Set(done.map(({ column }) => image.names[column] ?? ''));
  for (const write of writes) {
    write.cells.forEach((line, i) =>
      line.forEach((cell, j) => {
        writtenAt.set(`${write.row + i} ${write.position + j}`, cell);
        for (const form of formsOf(cell)) written.add(form);
        touched.add(now.names[write.position + j] ?? '');
        touched.add(look.names[write.position + j] ?? '');
      }),
    );
  }
  const changeOf = new Map(done.map((change) => [`${change.column} ${change.id}`, change]));
  const columns = image.names.flatMap((name, column) => {
    const position = now.positionOf.get(name);
    return position !== undefined && touched.has(name) ? [{ column, position, before: look.positionOf.get(name) }] : [];
  });
  const changes: Change[] = [];
  const matched = new Set<string>();
  const seenAt = (id: string, column: number): Cell => {
    const row = look.rowOf.get(id);
    const position = look.positionOf.get(image.names[column] ?? '');
    const seen = row === undefined || position === undefined ? undefined : pieces.valueAt(row, position);
    return seen ?? image.rows.get(id)?.cells[column] ?? '';
  };
  const changed = (id: string, column: number): Cell => changeOf.get(`${column} ${id}`)?.cell ?? seenAt(id, column);
  for (const [id, presentId] of matchRows({ image, now, touched, seenAt, changed })) {
    matched.add(presentId);
    const row = image.rows.get(id);
    const cells = present.rows.get(presentId)?.cells;
    if (row === undefined || cells === undefined) continue;
    const lookRow = look.rowOf.get(id);
    for (const { column, position, before } of columns) {
      const current = cells[position] ?? '';
      const formula = lookRow === undefined || before === undefined ? '' : pieces.formulaAt(lookRow, before);
      const change = changeOf.get(`${column} ${id}`);
      const wanted = changed(id, column);
      if (sameCell(current, wanted) && formula === '') continue;
      const ours = written.has(canonicalOf(current));
      if (change === undefined ? !ours : change.was !== null && !ours && !sameCell(current, change.was)) continue;
      changes.push({ id: presentId, column: position, cell: wanted, was: change?.was === null ? null : current, ...(formula === '' ? {} : { formula }) });
    }
  }
  // Rows that nobody knew, and columns that were not there: what we wrote just there goes out again. A row that holds
  // nothing but what we wrote was blank, wherever it has moved since.
  const known = new Set(image.names);
  for (const [id, row] of present.rows) {
    const strange = !matched.has(id) && !isKeyedId(id);
    const wasBlank = strange && row.cells.every((cell) => cell === '' || written.has(canonicalOf(cell)));
    row.cells.forEach((cell, position) => {
      const stranger = !known.has(now.names[position] ?? '');
      if (!(stranger || strange) || cell === '') return;
      const ours = writtenAt.get(`${row.at} ${position}`);
      if (wasBlank || (ours !== undefined && formsOf(ours).includes(canonicalOf(cell)))) changes.push({ id, column: position, cell: '', was: cell });
    });
  }
  return { image: present, changes };
}

/** How a written cell may read: text that came to stand in a cell of another format was parsed there. */
function formsOf(cell: Cell): string[] {
  const parsed = typeof cell === 'string' && mayBeParsed(cell) ? parseNumber(cell) : null;
  return parsed === null ? [canonicalOf(cell)] : [canonicalOf(cell), canonicalOf(parsed)];
}
