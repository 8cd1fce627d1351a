import type { DropDownView } from '../../protocol/cells';
import { h } from '../h';

/** What ends an edit, and where the selection goes then. */
export type Leaving = 'stay' | 'down' | 'up' | 'next' | 'previous' | 'left' | 'right';

interface Editing {
  /** What the cell holds. */
  readonly old: string;
  /** What the editor starts with. */
  readonly start: string;
  /** Typing over: arrows leave the cell. Else they move the caret. */
  readonly over: boolean;
  readonly dropDown: DropDownView | null;
  readonly done: (words: string | null, leaving: Leaving) => void;
  readonly typed: (words: string) => void;
}

const MOST_OPTIONS = 200;

/** The field that opens in a cell, with the values that its drop-down suggests. */
export class Editor {
  private readonly field = h('textarea', { className: 'editor', rows: 1, spellcheck: false, dir: 'auto', attrs: { autocomplete: 'off' } });
  private readonly list = h('div', { className: 'options', id: 'cell-options', attrs: { role: 'listbox' }, hidden: true });
  private editing: Editing | null = null;
  private chosen = -1;

  constructor() {
    this.field.addEventListener('keydown', (event) => this.key(event));
    this.field.addEventListener('input', () => {
      this.offer(this.field.value);
      this.fit();
      this.editing?.typed(this.field.value);
    });
    this.field.addEventListener('blur', () => this.leave(this.field.value, 'stay'));
    this.list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const option = event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
      if (option !== null) this.leave(option.dataset['value'] ?? '', 'stay');
    });
  }

  get open(): boolean {
    return this.editing !== null;
  }

  /** Opens in a cell; `label` names it to a reader. */
  start(cell: HTMLElement, label: string, editing: Editing): void {
    this.editing = editing;
    this.field.value = editing.start;
    this.field.ariaLabel = label;
    cell.classList.add('editing');
    cell.append(this.field);
    document.body.append(this.list);
    this.field.style.minWidth = `${cell.offsetWidth}px`;
    this.offer(editing.over && editing.start !== '' ? editing.start : '');
    this.fit();
    this.field.focus({ preventScroll: true });
    this.field.setSelectionRange(this.field.value.length, this.field.value.length);
  }

  /** Puts words there from elsewhere, as from the formula bar. */
  put(words: string): void {
    this.field.value = words;
    this.fit();
  }

  /** Ends the edit: with what stands there, or with nothing changed. */
  end(keep: boolean): void {
    this.leave(keep ? this.field.value : null, 'stay');
  }

  private leave(words: string | null, leaving: Leaving): void {
    const { editing } = this;
    if (editing === null) return;
    this.editing = null;
    this.field.parentElement?.classList.remove('editing');
    this.field.remove();
    this.list.hidden = true;
    this.list.remove();
    editing.done(words === editing.old ? null : words, leaving);
  }

  private fit(): void {
    const { field } = this;
    field.style.height = 'auto';
    field.style.width = 'auto';
    const lines = field.value.split('\n');
    field.style.width = `${Math.min(420, Math.max(...lines.map((line) => line.length)) * 7.6 + 24)}px`;
    field.style.height = `${Math.min(220, Math.max(field.scrollHeight, 25))}px`;
  }

  private offer(words: string): void {
    const { editing } = this;
    const values = editing?.dropDown?.checkbox === false ? editing.dropDown.values : [];
    const asked = words.trim().toLowerCase();
    const fitting = values.filter((value) => value.toLowerCase().includes(asked)).slice(0, MOST_OPTIONS);
    this.chosen = -1;
    this.list.hidden = fitting.length === 0;
    this.field.setAttribute('role', values.length > 0 ? 'combobox' : 'textbox');
    if (values.length > 0) this.field.setAttribute('aria-controls', 'cell-options');
    this.field.setAttribute('aria-expanded', String(!this.list.hidden));
    if (values.length === 0) this.field.removeAttribute('aria-expanded');
    this.list.replaceChildren(...fitting.map((value, i) => h('div', { textContent: value, id: `option-${i}`, dir: 'auto', attrs: { role: 'option', 'data-value': value, 'aria-selected': String(value === editing?.old) } })));
    const { left, right, bottom, top } = (this.field.parentElement ?? this.field).getBoundingClientRect();
    this.list.style.minWidth = `${right - left}px`;
    const { width, height } = this.list.getBoundingClientRect();
    this.list.style.left = `${Math.max(4, Math.min(document.dir === 'rtl' ? right - width : left, window.innerWidth - width - 4))}px`;
    this.list.style.top = `${bottom + height > window.innerHeight ? top - height : bottom}px`;
  }

  private choose(step: number): void {
    const options = [...this.list.children];
    this.chosen = (this.chosen + step + options.length) % options.length;
    if (step < 0 && this.chosen < 0) this.chosen = options.length - 1;
    options.forEach((option, i) => option.classList.toggle('chosen', i === this.chosen));
    options[this.chosen]?.scrollIntoView({ block: 'nearest' });
    this.field.setAttribute('aria-activedescendant', `option-${this.chosen}`);
  }

  private key(event: KeyboardEvent): void {
    const { editing } = this;
    if (editing === null || event.isComposing) return;
    event.stopPropagation();
    const option = this.list.hidden ? undefined : this.list.children[this.chosen];
    const words = option instanceof HTMLElement ? (option.dataset['value'] ?? '') : this.field.value;
    const leave = (leaving: Leaving): void => {
      event.preventDefault();
      this.leave(words, leaving);
    };
    switch (event.key) {
      case 'Escape':
        event.preventDefault();
        return this.leave(null, 'stay');
      case 'Enter':
        if (event.altKey || (event.ctrlKey && !event.metaKey)) {
          event.preventDefault();
          this.field.setRangeText('\n', this.field.selectionStart, this.field.selectionEnd, 'end');
          return this.fit();
        }
        return leave(event.shiftKey ? 'up' : 'down');
      case 'Tab':
        return leave(event.shiftKey ? 'previous' : 'next');
      case 'ArrowDown':
      case 'ArrowUp':
        if (!this.list.hidden) {
          event.preventDefault();
          return this.choose(event.key === 'ArrowDown' ? 1 : this.chosen < 0 ? 0 : -1);
        }
        if (editing.over) leave(event.key === 'ArrowDown' ? 'down' : 'up');
        return;
      case 'ArrowLeft':
      case 'ArrowRight':
        if (editing.over) leave(event.key === 'ArrowLeft' ? 'left' : 'right');
    }
  }
}
