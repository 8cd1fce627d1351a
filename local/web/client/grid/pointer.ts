import type { Board } from './board';
import type { GridMenus } from './menus';
import { cellSelection, placeOf, type Selection } from './selection';
import type { Typing } from './typing';

/** Listens for mouse, pen and finger in the grid: selecting cells, rows and columns, opening what is under the pointer. */
export function listenForPointer(board: Board, typing: Typing, menus: GridMenus): void {
  const { element } = board.view;
  let dragging: 'cells' | 'rows' | 'columns' | null = null;

  const press = (event: PointerEvent): void => {
    const { target } = event;
    if (!(target instanceof Element) || event.button !== 0 || target.closest('.editor, .chart') !== null) return;
    const button = target.closest<HTMLElement>('[data-column-menu], [data-filter]');
    if (button !== null) {
      event.preventDefault();
      if (button.dataset['filter'] !== undefined) menus.filter(button, Number(button.dataset['filter']));
      else menus.column(button, Number(button.dataset['columnMenu']));
      return;
    }
    if (target.closest('[data-column-edge]') !== null) return;
    typing.forgetTabs();
    const head = headAt(target);
    const place = placeOf(target);
    if (target.closest('[data-corner]') !== null) board.selectAll();
    else if (head !== null) {
      dragging = head.kind;
      board.select(headSelection(event, head.kind, head.at), { reveal: false });
    } else if (place !== null) {
      const { anchor, kind } = board.selection;
      const again = place.row === anchor.row && place.column === anchor.column && kind === 'cells';
      dragging = event.pointerType === 'touch' ? null : 'cells';
      if (target.closest('a') !== null && !event.ctrlKey && !event.metaKey) event.preventDefault();
      board.select(event.shiftKey ? { ...board.selection, head: place } : { ...cellSelection(place.row, place.column), others: besides(event) }, { reveal: false });
      if (target.closest('.box') !== null) typing.toggle(place);
      else if (target.closest('.chevron') !== null || (again && event.pointerType === 'touch')) {
        event.preventDefault();
        board.view.reveal(place);
        return typing.edit(null);
      }
    } else return;
    board.focus();
    if (event.pointerType !== 'touch') event.preventDefault();
  };

  /** The ranges that stay selected under Ctrl. */
  const besides = (event: PointerEvent): Selection['others'] => (event.ctrlKey || event.metaKey ? board.ranges : []);

  const headSelection = (event: PointerEvent, kind: 'rows' | 'columns', at: number): Selection => {
    const place = kind === 'rows' ? { row: at, column: 0 } : { row: 0, column: at };
    return event.shiftKey ? { ...board.selection, kind, head: place } : { anchor: place, head: place, kind, others: besides(event) };
  };

  const drag = (event: PointerEvent): void => {
    if (dragging === null || event.buttons !== 1 || !(event.target instanceof Element)) return;
    const place = placeOf(event.target);
    const head = headAt(event.target);
    const old = board.selection.head;
    const row = dragging === 'columns' ? old.row : (place?.row ?? (head?.kind === 'rows' ? head.at : old.row));
    const column = dragging === 'rows' ? old.column : (place?.column ?? (head?.kind === 'columns' ? head.at : old.column));
    if (row !== old.row || column !== old.column) board.select({ ...board.selection, head: { row, column } });
  };

  element.addEventListener('pointerdown', press);
  element.addEventListener('pointermove', drag);
  window.addEventListener('pointerup', () => (dragging = null));
  element.addEventListener('dblclick', ({ target }) => {
    if (placeOf(target) !== null && target instanceof Element && target.closest('.box, [data-filter]') === null) typing.edit(null);
  });
  element.addEventListener('contextmenu', (event) => {
    if (typing.open || !(event.target instanceof Element)) return;
    const head = headAt(event.target);
    const place = placeOf(event.target);
    if (head === null && place === null) return;
    event.preventDefault();
    if (head?.kind === 'columns') menus.column({ x: event.clientX, y: event.clientY }, head.at);
    else menus.row({ x: event.clientX, y: event.clientY }, head === null ? place : { row: head.at, column: 0 });
  });
}

/** The row or column whose head this is, 0-based. */
function headAt(target: Element): { readonly kind: 'rows' | 'columns'; readonly at: number } | null {
  const head = target.closest<HTMLElement>('[data-row-head], [data-column-head]');
  if (head === null) return null;
  const { rowHead, columnHead } = head.dataset;
  return rowHead === undefined ? { kind: 'columns', at: Number(columnHead) } : { kind: 'rows', at: Number(rowHead) };
}
