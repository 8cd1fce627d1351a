import { sheetNamed } from '../cells/sheet';
import { dayOfMoment, serialOfDay, type Moment } from '../../src/shared/day';
import { Refusal } from '../../src/shared/problem';
import { languageOf, type Language, type Text } from '../../src/shared/text';
import { Host } from '../host';
import { Person } from '../person';
import type { Sheet, Workbook } from '../workbook/model';
import { blockOf } from './block';
import { Watch } from './changed-cells';
import { DeskClock } from './desk-clock';
import { faultSentence, sentenceOfAct } from './fault-sentence';
import { columnValues } from './filter-acts';
import { webMessages } from './messages';
import { pageStateOf } from './page-state';
import { actOnSheet, isSheetAct } from './person-acts';
import type { Act, AnswerGiven, Figures, Outcome } from './protocol/acts';
import type { Block } from './protocol/cells';
import type { FaultSwitches, PageState } from './protocol/page';
import type { ColumnValue } from './protocol/sheets';
import { runWithAnswers } from './script-run';
import { figuresOf } from './sheet-acts';
import type { Shelf } from './shelf';
import { Tellings } from './tellings';
import { UndoStack, type Edited } from './undo';

export interface DeskOptions {
  readonly shelf: Shelf;
  readonly dist: string;
  readonly now: Moment;
  /** Whether the clock stands still but for what the script spends. */
  readonly frozen: boolean;
  readonly user: string;
  readonly framesOrigin: string;
}

const NO_FAULTS: FaultSwitches = { offline: false, busy: false, severalAccounts: false, slow: false };
/** Acts that leave every cell as it is, so that a large workbook need not be looked through. */
const STILL: ReadonlySet<Act['act']> = new Set(['look', 'select', 'user', 'clock', 'faults', 'save']);

/** One workbook on the table: what a person does to it on the page, and what the script makes of that. */
export class Desk {
  private workbook: Workbook;
  private host: Host;
  private person: Person;
  private watch: Watch;
  private readonly undoStack = new UndoStack();
  /** What the script showed and said: its pages and mails are served from here. */
  readonly tellings: Tellings;
  private user: string;
  private faults = NO_FAULTS;
  private saved = true;
  private readonly clock: DeskClock;

  static async open(options: DeskOptions): Promise<Desk> {
    return new Desk(options, await options.shelf.open());
  }

  private constructor(
    private readonly options: DeskOptions,
    workbook: Workbook,
  ) {
    this.user = options.user;
    this.clock = new DeskClock(options.frozen);
    this.workbook = workbook;
    this.host = this.newHost(workbook, options.now);
    this.tellings = new Tellings(this.host);
    this.person = new Person(this.host);
    this.watch = new Watch(workbook);
    this.openUp();
  }

  get title(): string {
    return this.workbook.title;
  }

  get language(): Language {
    return languageOf(this.workbook.locale);
  }

  get unsaved(): boolean {
    return !this.saved;
  }

  /** Rows of a sheet; null where there is no such sheet. */
  block(name: string, from: number, count: number): Block | null {
    const sheet = sheetNamed(this.workbook, name);
    if (sheet === null) return null;
    return blockOf(sheet, from, count, { locale: this.workbook.locale, revision: this.watch.revisionOf(name), today: serialOfDay(dayOfMoment(this.host.now)) });
  }

  /** What a column of a sheet's filter holds; null where there is no such sheet. */
  values(name: string, column: number): ColumnValue[] | null {
    const sheet = sheetNamed(this.workbook, name);
    return sheet === null ? null : columnValues(sheet, column, this.workbook.locale);
  }

  /** Does it, and tells what came of it; a failure is a sentence in the outcome. */
  async do(act: Act): Promise<Outcome> {
    this.clock.letRun(this.host);
    let error: string | null = null;
    let done: Done = {};
    const lookedAt = this.workbook.activeSheet;
    const before = this.watch.images;
    try {
      done = await this.perform(act);
    } catch (fault) {
      error = sentenceOfAct(fault, act, this.workbook)[this.language];
    }
    if (this.activeIsHidden()) this.workbook.activeSheet = lookedAt;
    const changes = STILL.has(act.act) ? [] : this.watch.look(this.workbook);
    if (act.act === 'reset') this.undoStack.forget();
    else if (act.act !== 'undo' && act.act !== 'redo') this.undoStack.note(before, this.watch.images, isSheetAct(act) ? { edited: done.edited ?? null } : null);
    if (changes.length > 0 && act.act !== 'reset') this.saved = false;
    const { edited: _edited, ...extra } = done;
    return { state: this.state(), changes: act.act === 'reset' ? [] : changes, ...this.tellings.fresh(), error, ...extra };
  }

  state(): PageState {
    const { shelf, framesOrigin } = this.options;
    return pageStateOf(this.host, this.watch, {
      path: shelf.path,
      sample: shelf.sample,
      saved: this.saved,
      canUndo: this.undoStack.canUndo,
      canRedo: this.undoStack.canRedo,
      user: this.user,
      mails: this.tellings.mailViews(),
      faults: this.faults,
      framesOrigin,
    });
  }

  private async perform(act: Act): Promise<Done> {
    if (isSheetAct(act)) return { edited: actOnSheet(act, { host: this.host, person: this.person, sheet: (name) => this.sheet(name) }) };
    switch (act.act) {
      case 'look':
        return {};
      case 'menu':
        return this.runScript(act.answers, () => this.host.call(act.functionName, [], 'menu', this.user));
      case 'run':
        return this.runScript(act.answers, () => this.host.call(act.name, act.args, 'sidebar', this.user));
      case 'select':
        return { figures: this.select(act.sheet, act.ranges) };
      case 'undo':
        return this.stepped(this.undoStack.undo());
      case 'redo':
        return this.stepped(this.undoStack.redo());
      case 'hideSheet':
        this.sheet(act.sheet).hidden = act.hidden;
        return {};
      case 'locale':
        this.workbook.locale = act.locale;
        this.saved = false;
        this.watch.renew(this.workbook);
        this.person.open();
        return {};
      case 'user':
        this.user = act.user;
        return {};
      case 'clock':
        this.clock.set(this.host, act.now);
        return {};
      case 'nextNight':
        this.nextNight();
        return {};
      case 'faults':
        this.faults = act.faults;
        this.host.faults = { lockHeld: act.faults.busy, severalAccounts: act.faults.severalAccounts };
        return {};
      case 'save':
        await this.options.shelf.save(this.workbook);
        this.saved = true;
        this.say(webMessages.saved(this.options.shelf.path));
        return {};
      case 'reset':
        await this.reset();
        return {};
    }
  }

  private runScript(answers: readonly AnswerGiven[], call: () => unknown): Done {
    const run = runWithAnswers(this.host, this.watch, answers, call);
    return 'question' in run ? { question: run.question } : { result: run.result ?? null };
  }

  /** What is undone or done again is an edit too; its event tells neither the old value nor the new one. */
  private stepped(edited: Edited | null): Done {
    if (edited === null) return {};
    const { sheet, range } = edited;
    this.workbook.activeSheet = sheet;
    this.host.edit({ sheet, row: range.row + 1, column: range.column + 1, rows: range.rows, columns: range.columns });
    return {};
  }

  /** A sheet that the script made and hid is not one to look at. */
  private activeIsHidden(): boolean {
    return sheetNamed(this.workbook, this.workbook.activeSheet ?? '')?.hidden === true;
  }

  private select(name: string, ranges: Extract<Act, { act: 'select' }>['ranges']): Figures {
    const sheet = this.sheet(name);
    this.workbook.activeSheet = name;
    this.host.selection = { sheet: name, ranges };
    return figuresOf(sheet, ranges);
  }

  /** At three the next morning; every time trigger that is due then fires, under its owner's name. */
  private nextNight(): void {
    const day = this.clock.toNextNight(this.host);
    const timed = this.workbook.triggers.filter(({ on }) => on === undefined);
    if (timed.length === 0) {
      this.say(webMessages.noTrigger);
      return;
    }
    for (const trigger of timed) this.host.fire(trigger.id);
    this.say(webMessages.nightOver(day));
  }

  private async reset(): Promise<void> {
    const { now, faults } = this.host;
    this.workbook = await this.options.shelf.reset();
    this.host = this.newHost(this.workbook, now);
    this.host.faults = faults;
    this.tellings.follow(this.host);
    this.person = new Person(this.host);
    this.watch.renew(this.workbook);
    this.saved = true;
    this.person.open();
    this.say(this.options.shelf.sample ? webMessages.sampleAnew : webMessages.reopened);
  }

  private newHost(workbook: Workbook, now: Moment): Host {
    return new Host({ workbook, dist: this.options.dist, now, user: this.options.user, attended: true });
  }

  private sheet(name: string): Sheet {
    const sheet = sheetNamed(this.workbook, name);
    if (sheet === null) throw new Refusal(webMessages.sheetGone(name));
    return sheet;
  }

  private say(sentence: Text): void {
    this.tellings.say(sentence[this.language]);
  }

  /** What fails on opening must not keep the page from opening. */
  private openUp(): void {
    try {
      this.person.open();
    } catch (fault) {
      this.tellings.say(faultSentence(fault)[this.language], -1);
    }
  }
}

/** What an act gives besides what it changed. */
type Done = Pick<Outcome, 'question' | 'result' | 'figures'> & { readonly edited?: Edited | null };
