import type { Rectangle } from '../../protocol/cells';

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** What is selected: from the cell that one types into to the corner that moves, and ranges picked besides. */
export interface Selection {
  readonly anchor: Place;
  readonly head: Place;
  /** Whole rows, whole columns, all, or cells. */
  readonly kind: 'cells' | 'rows' | 'columns' | 'all';
  readonly others: readonly Rectangle[];
}

export const cellSelection = (row: number, column: number): Selection => ({ anchor: { row, column }, head: { row, column }, kind: 'cells', others: [] });

/** The rectangle from anchor to head within a sheet of that size. */
export function rectangleOf({ anchor, head, kind }: Selection, size: { readonly rows: number; readonly columns: number }): Rectangle {
  const [row, column] = [Math.min(anchor.row, head.row), Math.min(anchor.column, head.column)];
  const [rows, columns] = [Math.abs(anchor.row - head.row) + 1, Math.abs(anchor.column - head.column) + 1];
  switch (kind) {
    case 'cells':
      return { row, column, rows, columns };
    case 'rows':
      return { row, column: 0, rows, columns: size.columns };
    case 'columns':
      return { row: 0, column, rows: size.rows, columns };
    case 'all':
      return { row: 0, column: 0, rows: size.rows, columns: size.columns };
  }
}

export const holds = ({ row, column, rows, columns }: Rectangle, at: Place): boolean =>
  at.row >= row && at.row < row + rows && at.column >= column && at.column < column + columns;

/** The ranges as the script sees them, the one with the active cell first. */
export const rangesOf = (selection: Selection, size: { readonly rows: number; readonly columns: number }): Rectangle[] => [rectangleOf(selection, size), ...selection.others];

/** The cell that an element is of. */
export function placeOf(target: EventTarget | null): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('.cell') : null;
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
