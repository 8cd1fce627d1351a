import type { ColumnValue } from '../../protocol/sheets';
import { h } from '../h';
import { closeMenu, openPanel } from '../popup-menu';
import { say } from '../words';

interface Does {
  /** The column's letters. */
  readonly column: string;
  readonly sort: (ascending: boolean) => void;
  /** Hides these values, all others show. */
  readonly choose: (hidden: readonly string[]) => void;
  readonly closed: () => void;
}

/** Values offered at once; the search finds the others. */
const MOST_OFFERED = 500;

/** The menu of a filter's column: sort, search, tick the values that are to show. */
export function openFilterMenu(at: HTMLElement, values: readonly ColumnValue[], { column, sort, choose, closed }: Does): void {
  const shown = new Set(values.filter(({ hidden }) => !hidden).map(({ text }) => text));
  const search = h('input', { type: 'search', ariaLabel: say('search'), placeholder: say('search'), dir: 'auto' });
  const list = h('ul', { className: 'filter-values' });
  const found = (): readonly ColumnValue[] => {
    const words = search.value.trim().toLowerCase();
    return values.filter(({ text }) => text.toLowerCase().includes(words));
  };
  const draw = (): void => list.replaceChildren(...found().slice(0, MOST_OFFERED).map(({ text }) => h('li', {}, h('label', {}, boxOf(text, shown), h('span', { textContent: text === '' ? say('blanks') : text, dir: 'auto' })))));
  const tick = (all: boolean): void => {
    for (const { text } of found()) if (all) shown.add(text);
      else shown.delete(text);
    draw();
  };
  const done = (act: () => void): void => {
    closeMenu();
    act();
  };
  const button = (label: string, act: () => void, className = 'plain'): HTMLElement => h('button', { type: 'button', className, textContent: label, on: { click: act } });
  const hidden = (): string[] => values.map(({ text }) => text).filter((text) => !shown.has(text));
  search.addEventListener('input', draw);
  draw();
  openPanel(
    at,
    h(
      'form',
      {
        className: 'filter-menu',
        on: {
          submit: (event) => {
            event.preventDefault();
            done(() => choose(hidden()));
          },
        },
      },
      button(say('sortUp'), () => done(() => sort(true))),
      button(say('sortDown'), () => done(() => sort(false))),
      h('div', { className: 'line' }),
      h('div', { className: 'ticks' }, button(say('selectAll'), () => tick(true), 'link'), button(say('selectNone'), () => tick(false), 'link')),
      search,
      list,
      h('div', { className: 'buttons' }, button(say('cancel'), () => closeMenu(), ''), h('button', { type: 'submit', className: 'primary', textContent: say('ok') })),
    ),
    { label: `${say('filterOf')} ${column}`, focus: search, closed },
  );
}

function boxOf(text: string, shown: Set<string>): HTMLElement {
  const box = h('input', { type: 'checkbox', checked: shown.has(text) });
  box.addEventListener('change', () => {
    if (box.checked) shown.add(text);
    else shown.delete(text);
  });
  return box;
}
