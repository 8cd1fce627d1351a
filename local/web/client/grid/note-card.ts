import { h } from '../h';
import { say } from '../words';
import type { Board } from './board';
import type { Cell } from './cell-store';
import { placeOf, type Place } from './selection';
import type { Typing } from './typing';

/** The card beside a cell: its note, what its drop-down says of it, where its link leads. It comes by hovering and by selecting. */
export class NoteCard {
  private readonly element = h('div', { className: 'card', hidden: true, attrs: { role: 'note' } });

  constructor(
    private readonly board: Board,
    typing: Typing,
  ) {
    const grid = board.view.element;
    document.body.append(this.element);
    board.onMoved(() => this.hide());
    grid.addEventListener('pointerup', ({ target }) => {
      const place = placeOf(target);
      if (place !== null && !typing.open) this.show(place);
    });
    grid.addEventListener('pointerover', ({ target, pointerType }) => {
      const place = pointerType === 'mouse' ? placeOf(target) : null;
      if (place === null || typing.open) return;
      const cell = board.at(place);
      if (cell !== undefined && wordsOf(cell).length > 0) this.show(place);
      else if (cell?.link === null) this.hide();
    });
    grid.addEventListener('pointerleave', ({ relatedTarget }) => {
      if (!(relatedTarget instanceof Node && this.element.contains(relatedTarget))) this.hide();
    });
    grid.addEventListener('scroll', () => this.hide(), { passive: true });
    grid.addEventListener('keydown', ({ key }) => key === 'Escape' && this.hide());
  }

  private hide(): void {
    this.element.hidden = true;
  }

  private show(place: Place): void {
    const cell = this.board.at(place);
    const beside = this.board.view.cellAt(place);
    const words = cell === undefined ? [] : wordsOf(cell);
    if (cell === undefined || beside === null || (words.length === 0 && cell.link === null)) return this.hide();
    const link = cell.link === null ? [] : [h('a', { href: cell.link, target: '_blank', rel: 'noopener noreferrer', textContent: `${say('openLink')} ↗`, title: cell.link })];
    this.element.replaceChildren(...words.map((sentence) => h('p', { textContent: sentence, dir: 'auto' })), ...link);
    this.element.hidden = false;
    this.place(beside.getBoundingClientRect(), link.length > 0);
  }

  private place({ left, right, top, bottom }: DOMRect, below: boolean): void {
    const { width, height } = this.element.getBoundingClientRect();
    const [start, end] = [left - 6 - width, right + 6];
    const aside = document.dir === 'rtl' ? (start > 4 ? start : end) : end + width < window.innerWidth ? end : start;
    const fits = !below && aside > 4 && aside + width < window.innerWidth;
    this.element.style.left = `${fits ? aside : Math.max(4, Math.min(left, window.innerWidth - width - 4))}px`;
    this.element.style.top = `${fits ? Math.min(top, window.innerHeight - height - 4) : bottom + 2 + height < window.innerHeight ? bottom + 2 : top - height - 2}px`;
  }
}

function wordsOf({ note, dropDown, text }: Cell): string[] {
  const unlisted = dropDown !== null && !dropDown.checkbox && text !== '' && !dropDown.values.includes(text);
  return [...(unlisted ? [say('notOnList')] : []), ...(note === null ? [] : [note])];
}
