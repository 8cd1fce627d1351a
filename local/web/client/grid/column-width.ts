import type { Board } from './board';

const NARROWEST = 24;
const WIDEST = 600;

/** Listens at the edges of the column heads: dragging sets a width, a double click fits it to what shows. */
export function listenForWidths(board: Board): void {
  const { element } = board.view;
  const edgeAt = (target: EventTarget | null): number | null => {
    const edge = target instanceof Element ? target.closest<HTMLElement>('[data-column-edge]') : null;
    return edge === null ? null : Number(edge.dataset['columnEdge']);
  };
  const tell = (column: number, pixels: number): void => void board.perform({ act: 'width', sheet: board.sheet.name, column, pixels });

  element.addEventListener('pointerdown', (event) => {
    const column = event.button === 0 ? edgeAt(event.target) : null;
    const shown = column === null ? undefined : board.layout.columnAt(column);
    if (column === null || shown === undefined) return;
    event.preventDefault();
    const sign = board.sheet.rightToLeft ? -1 : 1;
    let pixels = shown.width;
    const moved = (next: PointerEvent): void => {
      pixels = Math.max(NARROWEST, shown.width + sign * (next.clientX - event.clientX));
      board.widen(column, pixels);
    };
    window.addEventListener('pointermove', moved);
    const released = (): void => {
      window.removeEventListener('pointermove', moved);
      if (pixels !== shown.width) tell(column, pixels);
    };
    window.addEventListener('pointerup', released, { once: true });
  });

  element.addEventListener('dblclick', ({ target }) => {
    const column = edgeAt(target);
    if (column === null) return;
    const texts = [...element.querySelectorAll<HTMLElement>(`.cell[data-column="${column}"] > :first-child`)];
    tell(column, Math.min(WIDEST, Math.max(60, ...texts.map((text) => text.scrollWidth + 26))));
  });
}
