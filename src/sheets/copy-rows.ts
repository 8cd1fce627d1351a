import type { Addition } from './addition';
import { isBlankCell, isDateCell, textOfCell, type Cell } from './cell';
import { lastNamed } from './columns';
import { encode, type TextWay } from './encode';
import { formatOf } from './formats';
import { FIRST_ROW, type RawImage } from './raw-image';
import type { ReadTable } from './read-table';
import type { SheetPort } from './sheets-port';
import type { Table } from './table';

/** The rows read at `ats`, all their cells, to be added to another sheet; columns that it lacks are made there first. */
export function copyOf<T extends Table, U extends Table>(
  sheet: SheetPort,
  from: ReadTable<T>,
  ats: readonly number[],
  to: ReadTable<U>,
  way: TextWay,
): { readonly raw: RawImage; readonly addition: Addition } {
  const lines = ats.flatMap((at) => {
    const id = from.raw.ids[at - FIRST_ROW];
    return id === null || id === undefined ? [] : [from.raw.rows.get(id)?.cells ?? []];
  });
  const targetAt = new Map(to.raw.names.map((name, position) => [name, position]));
  const used = from.raw.names
    .map((name, position) => ({ name, position }))
    .filter(({ name, position }) => targetAt.has(name) || lines.some((cells) => !isBlankCell(cells[position] ?? '')));
  const lacking = used.filter(({ name }) => !targetAt.has(name));
  const names = [...to.raw.names.slice(0, lastNamed(to.raw.names))];
  if (lacking.length > 0) {
    sheet.grow(1, names.length + lacking.length);
    sheet.write(1, names.length + 1, [lacking.map(({ position }) => encode(from.header[position] ?? '', '', way))]);
    for (const { name } of lacking) targetAt.set(name, names.push(name) - 1);
  }
  const ours = new Map([...from.at].map(([field, position]) => [position, from.image.table.columns[field]]));
  const columns = used
    .map(({ name, position }) => ({ position, target: targetAt.get(name) ?? -1 }))
    .filter(({ target }) => target !== -1)
    .sort((a, b) => a.target - b.target);
  return {
    raw: { ...to.raw, names },
    addition: {
      columns: columns.map(({ target }) => target),
      formats: columns.map(({ position }) => {
        const column = ours.get(position);
        return column === undefined ? formatFor(lines.map((cells) => cells[position] ?? '')) : formatOf(column);
      }),
      rows: lines.map((cells) => columns.map(({ position }) => cells[position] ?? '')),
    },
  };
}

/** A format under which cells of a manager's column look as they did. */
function formatFor(cells: readonly Cell[]): string | null {
  const dates = cells.filter(isDateCell);
  if (dates.length === 0) return cells.some((cell) => typeof cell === 'string' && cell !== '') && cells.every((cell) => typeof cell === 'string') ? '@' : null;
  return dates.every((cell) => textOfCell(cell).length === 10) ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm:ss';
}
