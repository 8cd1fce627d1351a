import type { Layout } from './layout';

/** Where a key leads: to which line, and to which column. */
export interface Move {
  readonly line?: (line: number, layout: Layout, pageLines: number) => number;
  readonly column?: (column: number, layout: Layout) => number;
}

const columns = (steps: number): Move => ({ column: (column, layout) => layout.step(column, steps) });
const lines = (steps: number): Move => ({ line: (line, layout) => Math.min(layout.lines - 1, line + steps) });

const firstColumn = (_column: number, layout: Layout): number => layout.columns[0]?.column ?? 0;
const lastColumn = (_column: number, layout: Layout): number => layout.columns[layout.columns.length - 1]?.column ?? 0;
/** To the last row with content; from there to the end of the sheet. */
const lastLine = (line: number, layout: Layout): number => {
  const filled = layout.sheet.filled === 0 ? 0 : layout.lineOf(layout.sheet.filled - 1);
  return line < filled ? filled : layout.lines - 1;
};

/** The move that a key stands for, or null. Left and right are the page's, so that they are turned in a right-to-left sheet. */
export function moveFor(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>, rightToLeft: boolean): Move | null {
  if (event.altKey) return null;
  const far = event.ctrlKey || event.metaKey;
  const [forward, backward] = rightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  switch (event.key) {
    case forward:
      return far ? { column: lastColumn } : columns(1);
    case backward:
      return far ? { column: firstColumn } : columns(-1);
    case 'ArrowDown':
      return far ? { line: lastLine } : lines(1);
    case 'ArrowUp':
      return far ? { line: () => 0 } : lines(-1);
    case 'PageDown':
      return { line: (line, layout, page) => Math.min(layout.lines - 1, line + page) };
    case 'PageUp':
      return { line: (line, _layout, page) => line - page };
    case 'Home':
      return far ? { line: (_line, layout) => layout.frozenLines, column: firstColumn } : { column: firstColumn };
    case 'End':
      return far ? { line: (_line, layout) => layout.lineOf(Math.max(0, layout.sheet.filled - 1)), column: lastColumn } : { column: lastColumn };
    default:
      return null;
  }
}
