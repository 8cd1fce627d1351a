import { textOfCell, type Cell } from './cell';
import { spansOf } from './cell-pieces';
import { readColumns } from './look';
import type { SheetPort } from './sheets-port';
import type { SourceColumns } from './workbook';

/** Reading this many cells too many costs less than reading in pieces. */
const CELLS_TO_SPARE = 20_000;

/**
 * The sheet's cells with only some of its columns read, header row first; null where that would spare little, or where the
 * header is not the known one any more: then the sheet is to be read whole.
 */
export function readSourceColumns(sheet: SheetPort, header: readonly string[], { columns, rows: about }: SourceColumns): Cell[][] | null {
  const rows = about ?? sheet.rowsInGrid();
  const spans = spansOf(columns, rows);
  const read = spans.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  if (columns.length === 0 || (header.length - read) * rows < CELLS_TO_SPARE) return null;
  const cells: Cell[][] = [[...header]];
  for (const { first, last } of spans) {
    const lines = readColumns(sheet, first, last);
    for (let column = first; column <= last; column += 1) if (textOfCell(lines[0]?.[column - first] ?? '').trim() !== (header[column] ?? '')) return null;
    while (cells.length < lines.length) cells.push(new Array<Cell>(header.length).fill(''));
    for (let i = 1; i < lines.length; i += 1) {
      const [row, line] = [cells[i] ?? [], lines[i] ?? []];
      for (let j = 0; j < line.length; j += 1) row[first + j] = line[j] ?? '';
    }
  }
  return cells;
}
