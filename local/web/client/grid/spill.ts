import type { CellStore } from './cell-store';
import type { ShownColumn } from './layout';

/** No wider than any text of this many characters is drawn. */
const WIDEST_LETTER = 9;

/** Pixels that a text may take of the empty cells after it, as Sheets shows text that is too long for its cell. */
export function roomBeside(row: number, { column, width, frozen }: ShownColumn, columns: readonly ShownColumn[], cells: CellStore): number {
  const cell = cells.at(row, column);
  if (cell === undefined || cell.kind !== 't' || cell.dropDown !== null || cell.link !== null || frozen || cell.text.length * WIDEST_LETTER < width / 2) return 0;
  if (cell.style?.align === 'center') return 0;
  let room = 0;
  for (const next of columns) {
    if (next.column <= column) continue;
    const beside = cells.at(row, next.column);
    if (beside === undefined || beside.text !== '' || beside.dropDown !== null) break;
    room += next.width;
  }
  return room;
}

/** Lets a cell's text reach over so many pixels of its neighbours. */
export function spill(cell: HTMLElement, room: number, { width }: ShownColumn): void {
  const words = cell.querySelector<HTMLElement>(':scope > span[dir]');
  if (room === 0 || words === null) return;
  cell.classList.add('spills');
  words.style.maxWidth = `${width + room - 10}px`;
}
