import type { Act, Outcome, PageState, Rectangle } from '../protocol';
import { Frames } from './frames';
import { Grid } from './grid/grid';
import type { Cell } from './grid/cell-store';
import { nameOf } from './grid/layout';
import type { Place } from './grid/selection';
import { h, icon } from './h';
import { openMailBox } from './mail-box';
import { MenuBar } from './menu-bar';
import { alertBox } from './modal';
import { closeMenu } from './popup-menu';
import { loadBlock, NoServer, perform } from './server';
import { Tabs } from './tabs';
import { Toasts } from './toasts';
import { Tools } from './tools';
import { say, speak } from './words';

const SELECT_MS = 120;

/** The page: a workbook, its sheets, its script's menu, sidebar and dialogs. */
class Page {
  private state: PageState | null = null;
  private shown = '';
  private working = 0;
  private selecting: ReturnType<typeof setTimeout> | undefined;
  private pending: Act | null = null;
  private lastActive: { readonly place: Place; readonly cell: Cell | undefined } | null = null;
  private readonly toasts = new Toasts();
  private readonly grid = new Grid({
    load: loadBlock,
    perform: (act) => this.do(act),
    selected: (sheet, ranges, active) => this.selected(sheet, ranges, active),
    typed: (words) => (this.formula.value = words),
  });
  private readonly frames: Frames = new Frames({
    origin: () => this.state?.framesOrigin ?? '',
    faults: () => this.state?.faults ?? { offline: false, busy: false, severalAccounts: false, slow: false },
    run: (name, args) => this.call(name, args),
    focusGrid: () => this.grid.focus(),
    shifted: () => this.grid.view.later(),
  });
  private readonly menus = new MenuBar((functionName, label) => void this.runItem(functionName, label));
  private readonly tools = new Tools((act) => this.do(act));
  private readonly tabs = new Tabs({ open: (sheet) => this.open(sheet), toggled: () => this.draw(), perform: (act) => this.do(act) });
  private readonly title = h('h1');
  private readonly saving = h('button', { type: 'button', className: 'save', on: { click: () => void this.do({ act: 'save' }) } });
  private readonly mail = h('button', { type: 'button', className: 'mail-button', on: { click: () => this.state !== null && openMailBox(this.state) } });
  private readonly toolsButton = h('button', { type: 'button', className: 'tools-button', attrs: { 'aria-expanded': 'true' } });
  private readonly name = h('output', { className: 'cell-name' });
  private readonly formula = h('input', { type: 'text', className: 'formula', dir: 'auto', spellcheck: false, autocomplete: 'off' });
  private readonly figures = h('output', { className: 'figures', dir: 'auto' });
  private readonly progress = h('div', { className: 'progress', hidden: true, attrs: { role: 'status' } });

  constructor(root: HTMLElement) {
    const main = h('main', { id: 'sheet', attrs: { role: 'tabpanel' } }, this.grid.view.element, this.toasts.element);
    root.append(
      h('header', { className: 'title-bar' }, h('span', { className: 'mark', attrs: { 'aria-hidden': 'true' } }), h('div', { className: 'heading' }, this.title, this.menus.element), h('div', { className: 'right' }, this.progress, this.saving, this.mail, this.toolsButton)),
      this.tools.element,
      h('div', { className: 'formula-bar' }, this.name, h('span', { className: 'fx', textContent: 'ƒx', attrs: { 'aria-hidden': 'true' } }), this.formula),
      h('div', { className: 'middle' }, main, this.frames.sidebar),
      h('footer', {}, this.tabs.element, this.figures),
    );
    this.toolsButton.addEventListener('click', () => this.showTools(this.tools.element.hidden !== false));
    this.showTools(window.innerWidth > 760);
    this.formula.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') void this.grid.enter(this.formula.value);
      else if (event.key === 'Escape') {
        this.formula.value = this.lastActive?.cell?.edit ?? '';
        this.grid.focus();
      } else return;
      event.preventDefault();
    });
    window.addEventListener('keydown', (event) => {
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyS') {
        event.preventDefault();
        void this.do({ act: 'save' });
      }
    });
    // A clock that stands still looks broken; a hidden page need not ask.
    setInterval(() => {
      if (!document.hidden && this.working === 0) void this.do({ act: 'look' }, { quietly: true });
    }, 30_000);
  }

  async start(): Promise<void> {
    await this.do({ act: 'look' });
    this.grid.focus();
  }

  /** Does it on the server and shows what came of it; false where it was refused or the server is gone. */
  private async do(act: Act, { quietly = false } = {}): Promise<boolean> {
    if (act.act !== 'select' && this.pending !== null) await this.flushSelection();
    this.work(quietly || act.act === 'select' ? 0 : 1);
    try {
      const outcome = await perform(act);
      this.take(outcome, act);
      return outcome.error === null;
    } catch (error) {
      if (!(error instanceof NoServer)) throw error;
      if (!quietly) this.toasts.error(say('noServer'));
      return false;
    } finally {
      this.work(quietly || act.act === 'select' ? 0 : -1);
    }
  }

  /** A call of the sidebar or a dialog; its own page says what went wrong. */
  private async call(name: string, args: readonly unknown[]): Promise<Outcome> {
    await this.flushSelection();
    const act: Act = { act: 'run', name, args };
    const outcome = await perform(act);
    this.take({ ...outcome, error: null }, act);
    return outcome;
  }

  private async runItem(functionName: string, label: string): Promise<void> {
    this.progress.textContent = `${label.replace(/…$/, '')}…`;
    await this.do({ act: 'menu', functionName });
    if (document.activeElement === document.body) this.grid.focus();
  }

  private work(step: number): void {
    this.working += step;
    // What is over at once needs no word.
    if (this.working > 0) setTimeout(() => (this.progress.hidden = this.working === 0), 150);
    else this.progress.hidden = true;
    if (this.working === 0) this.progress.textContent = say('running');
  }

  private take(outcome: Outcome, act: Act): void {
    const first = this.state === null;
    const before = this.state?.active;
    this.state = outcome.state;
    if (act.act === 'reset') {
      this.grid.forget();
      this.frames.clear();
    }
    const there = outcome.state.sheets.some(({ name }) => name === this.shown);
    if (first || !there || (outcome.state.active !== before && act.act !== 'select')) this.shown = outcome.state.active;
    if (act.act !== 'select' || outcome.changes.length > 0) {
      this.tabs.mark(outcome.changes.filter(({ sheet, cells }) => sheet !== this.shown && cells > 0).map(({ sheet }) => sheet));
      this.draw();
    }
    if (outcome.figures !== undefined) this.showFigures(outcome.figures);
    if (!(act.act === 'type' && outcome.changes.every(({ cells }) => cells <= 1))) this.grid.flash(outcome.changes);
    for (const toast of outcome.toasts) this.toasts.show(toast);
    if (outcome.error !== null) this.toasts.error(outcome.error);
    for (const dialog of outcome.dialogs) this.frames.show(dialog);
    void outcome.alerts.reduce((before, { title, prompt }) => before.then(() => alertBox(title === '' ? outcome.state.title : title, prompt)), Promise.resolve());
  }

  private open(sheet: string): void {
    this.shown = sheet;
    closeMenu();
    this.draw();
  }

  private draw(): void {
    const { state } = this;
    if (state === null) return;
    speak(state.language);
    document.documentElement.lang = state.language;
    document.dir = state.language === 'he' ? 'rtl' : 'ltr';
    document.title = state.title;
    this.title.replaceChildren(h('bdi', { textContent: state.title }));
    this.title.title = state.path;
    this.saving.replaceChildren(icon('save'), h('span', { textContent: say(state.saved ? 'saved' : 'save') }));
    this.saving.classList.toggle('due', !state.saved);
    this.saving.title = `${say(state.saved ? 'saved' : 'notSaved')} · ${state.path}`;
    this.mail.replaceChildren(icon('mail'), h('span', { textContent: say('mail') }), ...(state.mails.length === 0 ? [] : [h('b', { textContent: String(state.mails.length) })]));
    this.toolsButton.replaceChildren(icon('tools'), h('span', { textContent: say('tryOut') }));
    this.formula.ariaLabel = say('formulaBar');
    this.menus.show(state.menus);
    this.tools.show(state);
    this.tabs.show(state, this.shown);
    const sheet = state.sheets.find(({ name }) => name === this.shown);
    if (sheet !== undefined) this.grid.show(sheet, { showHidden: this.tabs.showHidden });
  }

  private showTools(shown: boolean): void {
    this.tools.element.hidden = !shown;
    this.toolsButton.setAttribute('aria-expanded', String(shown));
  }

  private selected(sheet: string, ranges: readonly Rectangle[], active: { readonly place: Place; readonly cell: Cell | undefined }): void {
    const [range] = ranges;
    const one = range === undefined || range.rows * range.columns === 1;
    this.name.textContent = one ? nameOf(active.place.row, active.place.column) : `${nameOf(range.row, range.column)}:${nameOf(range.row + range.rows - 1, range.column + range.columns - 1)}`;
    if (document.activeElement !== this.formula) this.formula.value = active.cell?.edit ?? '';
    this.lastActive = active;
    const act: Act = { act: 'select', sheet, ranges };
    if (JSON.stringify(act) === JSON.stringify(this.told)) return;
    this.pending = act;
    clearTimeout(this.selecting);
    this.selecting = setTimeout(() => void this.flushSelection(), SELECT_MS);
  }

  private told: Act | null = null;

  /** The script must know what is selected before anything runs. */
  private async flushSelection(): Promise<void> {
    const { pending } = this;
    clearTimeout(this.selecting);
    if (pending === null) return;
    this.pending = null;
    this.told = pending;
    await this.do(pending, { quietly: true });
  }

  private showFigures({ filled, numbers, sum }: NonNullable<Outcome['figures']>): void {
    const number = (value: number): string => value.toLocaleString(this.state?.language === 'he' ? 'he' : 'en', { maximumFractionDigits: 2 });
    const parts = filled < 2 ? [] : numbers < 2 ? [`${say('count')} ${number(filled)}`] : [`${say('sum')} ${number(sum)}`, `${say('average')} ${number(sum / numbers)}`, `${say('count')} ${number(filled)}`];
    this.figures.textContent = parts.join('   ');
  }
}

const root = document.getElementById('page');
if (root !== null) void new Page(root).start();
