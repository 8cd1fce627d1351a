import type { Act } from '../../protocol/acts';
import type { Board } from './board';
import { moveFor } from './keys';
import type { GridMenus } from './menus';
import type { Typing } from './typing';

/** Listens for keys in the grid: moving, typing, emptying, undoing, menus. */
export function listenForKeys(board: Board, typing: Typing, menus: GridMenus): void {
  board.view.element.addEventListener('keydown', (event) => {
    if (typing.open || event.isComposing || event.target !== board.view.element || !board.open) return;
    if (handled(event, board, typing, menus)) event.preventDefault();
  });
}

function handled(event: KeyboardEvent, board: Board, typing: Typing, menus: GridMenus): boolean {
  const move = moveFor(event, board.sheet.rightToLeft);
  if (move !== null) {
    typing.forgetTabs();
    board.move(move, event.shiftKey);
    return true;
  }
  if (event.ctrlKey || event.metaKey) return commanded(event, board);
  if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
    menus.forActiveCell();
    return true;
  }
  if (event.altKey) {
    if (event.key !== 'ArrowDown') return false;
    if (!menus.filterAt(board.selection.anchor)) typing.edit(null);
    return true;
  }
  switch (event.key) {
    case 'Enter':
      if (event.shiftKey) typing.leave('up');
      else typing.edit(null);
      return true;
    case 'F2':
      typing.edit(null);
      return true;
    case 'Tab': {
      const { anchor } = board.selection;
      // Out of the grid at its first and last column, so that nobody is caught in it.
      if (board.layout.step(anchor.column, event.shiftKey ? -1 : 1) === anchor.column) return false;
      typing.leave(event.shiftKey ? 'previous' : 'next');
      return true;
    }
    case 'Delete':
    case 'Backspace':
      void typing.clear();
      return true;
    case 'Escape':
      board.copied = null;
      return true;
    case ' ':
      if (typing.toggle(board.selection.anchor)) return true;
  }
  if (event.key.length !== 1) return false;
  typing.edit(event.key);
  return true;
}

/** Ctrl, or the Mac's command key, with a letter; the key counts where it is, as in a Hebrew keyboard. */
function commanded(event: KeyboardEvent, board: Board): boolean {
  const pressed = (letter: string): boolean => event.code === `Key${letter.toUpperCase()}` || event.key === letter;
  const does = (act: Act): boolean => {
    void board.perform(act);
    return true;
  };
  if (pressed('a')) {
    board.selectAll();
    return true;
  }
  if (pressed('y') || (pressed('z') && event.shiftKey)) return does({ act: 'redo' });
  if (pressed('z')) return does({ act: 'undo' });
  return false;
}
