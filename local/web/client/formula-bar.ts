import type { Act, Figures } from '../protocol/acts';
import type { Rectangle } from '../protocol/cells';
import type { PageState } from '../protocol/page';
import type { SheetView } from '../protocol/sheets';
import type { Cell } from './grid/cell-store';
import { nameOf } from './grid/layout';
import type { Place } from './grid/selection';
import { h, icon } from './h';
import { say } from './words';

interface Surroundings {
  readonly perform: (act: Act) => Promise<boolean>;
  /** Words for the active cell; null leaves it as it is. */
  readonly enter: (words: string | null) => Promise<void>;
}

/** The line above the sheet: which cell is active, what stands in it, undo, redo, the filter; and the figures over what is selected. */
export class FormulaBar {
  readonly element: HTMLElement;
  readonly figures = h('output', { className: 'figures', dir: 'auto' });
  private readonly name = h('output', { className: 'cell-name' });
  private readonly field = h('input', { type: 'text', className: 'formula', dir: 'auto', spellcheck: false, autocomplete: 'off' });
  private readonly undo: HTMLButtonElement;
  private readonly redo: HTMLButtonElement;
  private readonly filter: HTMLButtonElement;
  private sheet: SheetView | null = null;
  private old = '';

  constructor({ perform, enter }: Surroundings) {
    const button = (drawing: 'undo' | 'redo' | 'filter', act: () => Act | null): HTMLButtonElement =>
      h('button', { type: 'button', className: 'quiet', on: { click: () => { const does = act(); if (does !== null) void perform(does); } } }, icon(drawing));
    this.undo = button('undo', () => ({ act: 'undo' }));
    this.redo = button('redo', () => ({ act: 'redo' }));
    this.filter = button('filter', () => (this.sheet === null ? null : { act: 'filter', sheet: this.sheet.name, on: this.sheet.filter === null }));
    this.element = h(
      'div',
      { className: 'formula-bar' },
      this.name,
      h('span', { className: 'fx', textContent: 'ƒx', attrs: { 'aria-hidden': 'true' } }),
      this.field,
      h('div', { className: 'doings' }, this.undo, this.redo, this.filter),
    );
    this.field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') void enter(this.field.value);
      else if (event.key === 'Escape') {
        this.field.value = this.old;
        void enter(null);
      } else return;
      event.preventDefault();
    });
  }

  /** The words that are being typed into the cell itself. */
  set words(words: string) {
    this.field.value = words;
  }

  show(state: PageState, sheet: SheetView | undefined): void {
    this.sheet = sheet ?? null;
    const filtered = sheet !== undefined && sheet.filter !== null;
    this.field.ariaLabel = say('formulaBar');
    for (const [button, label, key] of [[this.undo, say('undo'), ' (Ctrl+Z)'], [this.redo, say('redo'), ' (Ctrl+Y)'], [this.filter, say(filtered ? 'removeFilter' : 'makeFilter'), '']] as const) {
      button.ariaLabel = label;
      button.title = `${label}${key}`;
    }
    this.undo.disabled = !state.canUndo;
    this.redo.disabled = !state.canRedo;
    this.filter.setAttribute('aria-pressed', String(filtered));
  }

  /** Another selection, with what stands in its active cell. */
  select(range: Rectangle | undefined, { place, cell }: { readonly place: Place; readonly cell: Cell | undefined }): void {
    const one = range === undefined || range.rows * range.columns === 1;
    this.name.textContent = one ? nameOf(place.row, place.column) : `${nameOf(range.row, range.column)}:${nameOf(range.row + range.rows - 1, range.column + range.columns - 1)}`;
    this.old = cell?.edit ?? '';
    if (document.activeElement !== this.field) this.field.value = this.old;
  }

  showFigures({ filled, numbers, sum }: Figures, language: PageState['language']): void {
    const number = (value: number): string => value.toLocaleString(language, { maximumFractionDigits: 2 });
    const parts = filled < 2 ? [] : numbers < 2 ? [`${say('count')} ${number(filled)}`] : [`${say('sum')} ${number(sum)}`, `${say('average')} ${number(sum / numbers)}`, `${say('count')} ${number(filled)}`];
    this.figures.textContent = parts.join('   ');
  }
}
