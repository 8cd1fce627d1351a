import type { Act } from '../protocol/acts';
import type { PageState } from '../protocol/page';
import type { SheetView } from '../protocol/sheets';
import { h, icon } from './h';
import { openMenu } from './popup-menu';
import { say } from './words';

/** The sheets at the foot of the page, those that an act changed marked until one looks at them. */
export class Tabs {
  readonly element = h('div', { className: 'tabs' });
  showHidden = false;
  private readonly changed = new Set<string>();
  private lastShown = '';

  constructor(
    private readonly around: { readonly open: (sheet: string) => void; readonly toggled: () => void; readonly perform: (act: Act) => Promise<boolean> },
  ) {}

  mark(sheets: readonly string[]): void {
    for (const sheet of sheets) this.changed.add(sheet);
  }

  show(state: PageState, shown: string): void {
    this.changed.delete(shown);
    const hidden = state.sheets.filter((sheet) => sheet.hidden);
    const visible = state.sheets.filter((sheet) => !sheet.hidden || this.showHidden || sheet.name === shown);
    const hadFocus = this.element.contains(document.activeElement);
    const list = h('div', { className: 'tab-list', attrs: { role: 'tablist', 'aria-label': say('sheets') } }, ...visible.map((sheet) => this.tabOf(sheet, sheet.name === shown)));
    list.addEventListener('keydown', (event) => {
      const forward = (event.key === 'ArrowRight') !== (document.dir === 'rtl');
      if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
      event.preventDefault();
      const at = visible.findIndex(({ name }) => name === shown);
      const next = visible[(at + (forward ? 1 : -1) + visible.length) % visible.length];
      if (next !== undefined) this.around.open(next.name);
    });
    const toggle = h(
      'button',
      { type: 'button', className: 'hidden-toggle', attrs: { 'aria-pressed': String(this.showHidden) }, title: `${hidden.length} ${say('hiddenSheets')}` },
      icon('eye'),
      h('span', { textContent: say('showHidden') }),
    );
    toggle.addEventListener('click', () => {
      this.showHidden = !this.showHidden;
      this.around.toggled();
    });
    const all = h('button', { type: 'button', className: 'all-sheets', ariaLabel: say('allSheets'), title: say('allSheets'), attrs: { 'aria-haspopup': 'menu' } }, icon('list'));
    all.addEventListener('click', () => openMenu(all, state.sheets.map(({ name, hidden: dim }) => ({ label: dim ? `${name} (${say('hiddenSheet')})` : name, chosen: () => this.around.open(name) })), { label: say('allSheets') }));
    list.addEventListener('wheel', (event) => (list.scrollLeft += event.deltaY), { passive: true });
    const scrolled = this.element.querySelector('.tab-list')?.scrollLeft ?? 0;
    this.element.replaceChildren(all, toggle, list);
    list.scrollLeft = scrolled;
    const current = list.querySelector<HTMLElement>('[aria-selected=true]');
    if (shown !== this.lastShown) current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    this.lastShown = shown;
    if (hadFocus) current?.focus();
  }

  private tabOf(sheet: SheetView, current: boolean): HTMLElement {
    const tab = h(
      'button',
      { type: 'button', tabIndex: current ? 0 : -1, className: sheet.hidden ? 'tab dim' : 'tab', attrs: { role: 'tab', 'aria-selected': String(current), 'aria-controls': 'sheet' } },
      h('span', { textContent: sheet.name, dir: 'auto' }),
      this.changed.has(sheet.name) ? h('span', { className: 'dot', title: say('changed'), role: 'img', ariaLabel: say('changed') }) : null,
    );
    tab.addEventListener('click', () => this.around.open(sheet.name));
    tab.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      openMenu({ x: event.clientX, y: event.clientY }, [{ label: say(sheet.hidden ? 'unhideSheet' : 'hideSheet'), chosen: () => void this.around.perform({ act: 'hideSheet', sheet: sheet.name, hidden: !sheet.hidden }) }], { label: sheet.name });
    });
    return tab;
  }
}
