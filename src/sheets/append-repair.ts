import type { Addition, ColumnNow, Place } from './addition';
import { fingerprintOf, hasContent, sameCell, type Cell } from './cell';
import type { Change } from './change';
import type { TextWay } from './encode';
import { lookAt, type Look } from './look';
import { FIRST_ROW, isKeyedId, keyOfId, keyText, type RawImage } from './raw-image';
import { settle } from './settle';
import type { SheetPort } from './sheets-port';

/** An append under which rows or columns moved. */
export interface Mishap {
  readonly addition: Addition;
  readonly columns: readonly ColumnNow[];
  readonly place: Place;
  /** The sheet before. */
  readonly look: Look;
  readonly way: TextWay;
}

/**
 * Takes back what an append did wrong: new rows that landed in the wrong columns are cleared, rows that were pushed under the new
 * ones stand there again, with what the manager has beside them. Gives the new rows that are to be added once more.
 */
export function takeBack(sheet: SheetPort, image: RawImage, mishap: Mishap): readonly (readonly Cell[])[] {
  const now = lookAt(sheet, image, true);
  if (now.whole === null) return [];
  // Of a smaller grid rows were deleted, which also leaves a gap above the new ones: what is gone stays gone.
  const wereDeleted = sheet.rowsInGrid() < mishap.place.gridRows;
  const { changes, again } = misplaced(now, mishap) ?? (wereDeleted ? nothing : covered(image, now, mishap));
  settle(sheet, now.whole, changes, { bridges: () => false, formatOf: () => null, guarded: 'entries', way: mishap.way });
  return again;
}

interface Back {
  readonly changes: readonly Change[];
  readonly again: readonly (readonly Cell[])[];
}

const nothing: Back = { changes: [], again: [] };

/** New rows whose columns are others by now, still standing where they were written; null where the columns did not move. */
function misplaced(now: Look, { addition, columns, place, look }: Mishap): Back | null {
  if (columns.every(({ position }) => now.names[position] === look.names[position])) return null;
  const again: (readonly Cell[])[] = [];
  const changes: Change[] = [];
  addition.rows.forEach((cells, i) => {
    const id = now.whole?.ids[place.row + i - FIRST_ROW];
    const line = id === null || id === undefined ? undefined : now.whole?.rows.get(id)?.cells;
    if (id === null || id === undefined || line === undefined) return;
    const written = columns.filter(({ i: cell }) => (cells[cell] ?? '') !== '');
    if (!written.every(({ position, i: cell }) => sameCell(line[position] ?? '', cells[cell] ?? ''))) return;
    again.push(cells);
    for (const { position, i: cell } of written) changes.push({ id, column: position, cell: '', was: cells[cell] ?? '' });
  });
  return { changes, again };
}

/** Rows that are gone from above because others came in between, and the new rows that stand in their place. */
function covered(image: RawImage, now: Look, { addition, columns, place, look }: Mishap): Back {
  const whole = now.whole;
  if (whole === null) return nothing;
  const keyCell = addition.columns.indexOf(image.key);
  const newKeys = new Set(addition.rows.map((cells) => keyText(cells[keyCell])));
  const rowsNow = whole.ids.map((id, i) => ({ id, key: keyOfId(id), row: i + FIRST_ROW }));
  const firstNew = rowsNow.find(({ key }) => newKeys.has(key))?.row ?? 0;
  const before = new Set(look.ids.map(keyOfId));
  // Rows that came in: blank ones, and keys that were not there. Without any, a row that is gone was deleted.
  const blanksBefore = look.ids.slice(0, place.row - FIRST_ROW).filter((id) => id === null).length;
  const came = rowsNow.filter(({ id, key, row }) => row < firstNew && (id === null || (key !== '' && !before.has(key)))).length - blanksBefore;
  if (came <= 0) return nothing;
  const present = new Set(rowsNow.map(({ id }) => id));
  const lost = place.tail
    .map((line, i) => ({ id: look.ids[place.tailFrom + i - FIRST_ROW], line, formulas: place.tailFormulas[i] ?? [] }))
    .filter(({ id }) => id !== null && id !== undefined && isKeyedId(id) && !present.has(id))
    .slice(-came);
  const ours = new Set(columns.map(({ position }) => look.names[position]));
  const beside = (names: readonly string[], line: readonly Cell[]): string =>
    fingerprintOf(look.names.filter((name) => !ours.has(name)).map((name) => line[names.indexOf(name)] ?? ''));
  const takers = rowsNow.filter(({ key }) => newKeys.has(key)).map(({ id, key }) => ({ id: id ?? '', key, line: whole.rows.get(id ?? '')?.cells ?? [] }));
  const changes: Change[] = [];
  const again: (readonly Cell[])[] = [];
  for (const row of [...lost].sort((a, b) => Number(hasBeside(b)) - Number(hasBeside(a)))) {
    const wanted = beside(look.names, row.line);
    // Known by what stands beside it; else those that came first cover those that stood last.
    const at = wanted === '' ? 0 : Math.max(0, takers.findIndex(({ line }) => beside(now.names, line) === wanted));
    const [taker] = takers.splice(at, 1);
    const cells = addition.rows.find((one) => keyText(one[keyCell]) === taker?.key);
    if (taker === undefined || cells === undefined) break;
    again.push(cells);
    for (const { position } of columns) {
      const column = now.positionOf.get(look.names[position] ?? '');
      const formula = row.formulas[position] ?? '';
      const cell = row.line[position] ?? '';
      if (column !== undefined && (formula !== '' || !sameCell(taker.line[column] ?? '', cell)))
        changes.push({ id: taker.id, column, cell, was: taker.line[column] ?? '', ...(formula === '' ? {} : { formula }) });
    }
  }
  return { changes, again };

  function hasBeside({ line }: { readonly line: readonly Cell[] }): boolean {
    return look.names.some((name, position) => !ours.has(name) && hasContent(line[position] ?? ''));
  }
}
