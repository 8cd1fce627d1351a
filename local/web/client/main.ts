import type { Act, AnswerGiven, Outcome } from '../protocol/acts';
import type { Rectangle } from '../protocol/cells';
import type { PageState } from '../protocol/page';
import { FormulaBar } from './formula-bar';
import { Frames } from './frames';
import { Grid } from './grid/grid';
import type { Cell } from './grid/cell-store';
import type { Place } from './grid/selection';
import { h, icon } from './h';
import { openMailBox } from './mail-box';
import { MenuBar } from './menu-bar';
import { alertBox, questionBox } from './modal';
import { closeMenu } from './popup-menu';
import { loadBlock, loadValues, NoServer, perform } from './server';
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
  private readonly toasts = new Toasts();
  private readonly grid = new Grid({
    load: loadBlock,
    values: loadValues,
    perform: (act) => this.do(act),
    selected: (sheet, ranges, active) => this.selected(sheet, ranges, active),
    typed: (words) => (this.formula.words = words),
  });
  private readonly frames: Frames = new Frames({
    origin: () => this.state?.framesOrigin ?? '',
    faults: () => this.state?.faults ?? { offline: false, busy: false, severalAccounts: false, slow: false },
    run: (name, args) => this.call(name, args),
    focusGrid: () => this.grid.focus(),
    shifted: () => this.grid.refit(),
  });
  private readonly formula: FormulaBar = new FormulaBar({ perform: (act) => this.do(act), enter: (words) => this.grid.enter(words) });
  private readonly menus = new MenuBar((functionName, label) => void this.runItem(functionName, label));
  private readonly tools = new Tools((act) => this.do(act));
  private readonly tabs = new Tabs({ open: (sheet) => this.open(sheet), toggled: () => this.draw(), perform: (act) => this.do(act) });
  private readonly title = h('h1');
  private readonly saving = h('button', { type: 'button', className: 'save', on: { click: () => void this.do({ act: 'save' }) } });
  private readonly mail = h('button', { type: 'button', className: 'mail-button', on: { click: () => this.state !== null && openMailBox(this.state) } });
  private readonly toolsButton = h('button', { type: 'button', className: 'tools-button', attrs: { 'aria-expanded': 'true' } });
  private readonly progress = h('div', { className: 'progress', hidden: true, attrs: { role: 'status' } });

  constructor(root: HTMLElement) {
    const main = h('main', { id: 'sheet', attrs: { role: 'tabpanel' } }, this.grid.element, this.toasts.element);
    root.append(
      h('header', { className: 'title-bar' }, h('span', { className: 'mark', attrs: { 'aria-hidden': 'true' } }), h('div', { className: 'heading' }, this.title, this.menus.element), h('div', { className: 'right' }, this.progress, this.saving, this.mail, this.toolsButton)),
      this.tools.element,
      this.formula.element,
      h('div', { className: 'middle' }, main, this.frames.sidebar),
      h('footer', {}, this.tabs.element, this.formula.figures),
    );
    this.toolsButton.addEventListener('click', () => this.showTools(this.tools.element.hidden !== false));
    this.showTools(window.innerWidth > 760);
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
    const outcome = await this.outcomeOf(act, { quietly });
    return outcome !== null && outcome.error === null && outcome.question === undefined;
  }

  /** The same, with what came of it; null where the server is gone. */
  private async outcomeOf(act: Act, { quietly = false } = {}): Promise<Outcome | null> {
    if (act.act !== 'select' && this.pending !== null) await this.flushSelection();
    this.work(quietly || act.act === 'select' ? 0 : 1);
    try {
      const outcome = await perform(act);
      this.take(outcome, act);
      return outcome;
    } catch (error) {
      if (!(error instanceof NoServer)) throw error;
      if (!quietly) this.toasts.error(say('noServer'));
      return null;
    } finally {
      this.work(quietly || act.act === 'select' ? 0 : -1);
    }
  }

  /** Runs the script, putting to the manager whatever it asks, until it has come to its end. */
  private async untilAnswered<O extends Outcome | null>(run: (answers: readonly AnswerGiven[]) => Promise<O>): Promise<O> {
    const answers: AnswerGiven[] = [];
    for (;;) {
      const outcome = await run(answers);
      const question = outcome?.question;
      if (question === undefined) return outcome;
      answers.push(await questionBox(question.title === '' ? (this.state?.title ?? '') : question.title, question));
    }
  }

  /** A call of the sidebar or a dialog; its own page says what went wrong. */
  private async call(name: string, args: readonly unknown[]): Promise<Outcome> {
    await this.flushSelection();
    return this.untilAnswered(async (answers) => {
      const act: Act = { act: 'run', name, args, answers };
      const outcome = await perform(act);
      this.take({ ...outcome, error: null }, act);
      return outcome;
    });
  }

  private async runItem(functionName: string, label: string): Promise<void> {
    this.progress.textContent = `${label.replace(/…$/, '')}…`;
    await this.untilAnswered((answers) => this.outcomeOf({ act: 'menu', functionName, answers }));
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
    if (outcome.figures !== undefined) this.formula.showFigures(outcome.figures, outcome.state.language);
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
    this.menus.show(state.menus);
    this.tools.show(state);
    this.tabs.show(state, this.shown);
    const sheet = state.sheets.find(({ name }) => name === this.shown);
    this.formula.show(state, sheet);
    if (sheet !== undefined) this.grid.show(sheet, { showHidden: this.tabs.showHidden });
  }

  private showTools(shown: boolean): void {
    this.tools.element.hidden = !shown;
    this.toolsButton.setAttribute('aria-expanded', String(shown));
  }

  private selected(sheet: string, ranges: readonly Rectangle[], active: { readonly place: Place; readonly cell: Cell | undefined }): void {
    this.formula.select(ranges[0], active);
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
}

const root = document.getElementById('page');
if (root !== null) void new Page(root).start();
