import { fill } from '../h';

type Nodes = readonly (Node | string | null | false)[];

/** A part of the page that is drawn anew only when something that it shows has changed. */
export interface Region {
  /** `shown` is everything that the drawing follows from; compared one by one. */
  draw(shown: readonly unknown[], nodes: () => Nodes): void;
}

/** A region in that element. Focus stays on what has the same `data-key`; where that is gone it goes to `data-focus`. */
export function region(element: HTMLElement): Region {
  let before: readonly unknown[] | null = null;
  return {
    draw(shown, nodes) {
      if (before !== null && before.length === shown.length && shown.every((value, i) => value === before?.[i])) return;
      before = shown;
      const held = document.activeElement instanceof HTMLElement && element.contains(document.activeElement) ? document.activeElement : null;
      const key = held?.dataset['key'];
      const caret = held instanceof HTMLInputElement || held instanceof HTMLTextAreaElement ? caretOf(held) : null;
      fill(element, ...nodes());
      if (held === null) return;
      const again = key === undefined ? null : element.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`);
      const next = again ?? element.querySelector<HTMLElement>('[data-focus]') ?? document.querySelector<HTMLElement>('[data-focus]');
      next?.focus({ preventScroll: again !== null });
      if (again !== null && caret !== null && (again instanceof HTMLInputElement || again instanceof HTMLTextAreaElement)) putCaret(again, caret);
    },
  };
}

/** Date fields and the like have no caret and say so by throwing. */
function caretOf(field: HTMLInputElement | HTMLTextAreaElement): readonly [number, number] | null {
  try {
    return field.selectionStart === null || field.selectionEnd === null ? null : [field.selectionStart, field.selectionEnd];
  } catch {
    return null;
  }
}

const putCaret = (field: HTMLInputElement | HTMLTextAreaElement, [start, end]: readonly [number, number]): void => field.setSelectionRange(start, end);
