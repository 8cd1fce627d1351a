import { randomUUID } from 'node:crypto';
import { addDays, dayOfMoment, hourOfMoment, momentOf, serialOfDay, type Moment } from '../../src/shared/day';
import { languageOf, type Language, type Text } from '../../src/shared/text';
import { Refusal } from '../../src/shared/problem';
import { sheetNamed } from '../cells/sheet';
import { Host, ScriptError, TimeExceeded } from '../host';
import { Person } from '../person';
import type { Zone } from '../services/kit/zone';
import type { Workbook } from '../workbook/model';
import { blockOf } from './block';
import { Watch } from './changed-cells';
import { webMessages } from './messages';
import type { Act, Block, DialogView, FaultSwitches, Figures, MailView, Outcome, PageState, ToastView } from './protocol';
import { enterTexts, figuresOf, insertRowsAt, deleteRowsAt, sortByColumn, pasteFrom, clearCells } from './sheet-acts';
import { sheetView } from './sheet-view';

/** Where the workbook of the page comes from and goes to. */
export interface Shelf {
  readonly path: string;
  readonly sample: boolean;
  /** The workbook as it lies on disk. */
  open(): Promise<Workbook>;
  save(workbook: Workbook): Promise<void>;
  /** The sample shop anew, or the workbook as it was last saved. */
  reset(): Promise<Workbook>;
}

export interface DeskOptions {
  readonly shelf: Shelf;
  readonly dist: string;
  readonly zone: Zone;
  readonly now: Moment;
  /** Whether the clock stands still but for what the script spends. */
  readonly frozen: boolean;
  readonly user: string;
  readonly framesOrigin: string;
}

const NO_FAULTS: FaultSwitches = { offline: false, busy: false, severalAccounts: false, slow: false };
const NIGHT_HOUR = 3;
/** Acts that leave every cell as it is, so that a large workbook need not be looked through. */
const STILL: ReadonlySet<Act['act']> = new Set(['look', 'select', 'user', 'clock', 'faults', 'save']);

/** One workbook on the table: what a person does to it on the page, and what the script makes of that. */
export class Desk {
  private workbook: Workbook;
  private host: Host;
  private person: Person;
  private watch: Watch;
  private user: string;
  private faults = NO_FAULTS;
  private saved = true;
  /** When the clock was last set, to let it run on. */
  private since = Date.now();
  private readonly pages = new Map<string, string>();
  private readonly mailTokens: string[] = [];
  /** How much of what the host notes down the page has been told. */
  private told = { dialogs: 0, toasts: 0, alerts: 0 };
  private mailsBefore: Host['mails'] = [];
  private toasts: ToastView[] = [];

  static async open(options: DeskOptions): Promise<Desk> {
    return new Desk(options, await options.shelf.open());
  }

  private constructor(
    private readonly options: DeskOptions,
    workbook: Workbook,
  ) {
    this.user = options.user;
    this.workbook = workbook;
    this.host = this.newHost(workbook, options.now);
    this.person = new Person(this.host);
    this.watch = new Watch(workbook);
    this.attempt(() => this.person.open());
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

  /** A page that the script showed, or null. */
  page(token: string): string | null {
    return this.pages.get(token) ?? null;
  }

  /** The HTML of a mail that was sent; null where there is no such mail. */
  mail(token: string): string | null {
    const at = this.mailTokens.indexOf(token);
    const mail = this.mails()[at];
    return mail === undefined ? null : mail.html;
  }

  /** Rows of a sheet; null where there is no such sheet. */
  block(name: string, from: number, count: number): Block | null {
    const sheet = sheetNamed(this.workbook, name);
    if (sheet === null) return null;
    return blockOf(sheet, from, count, { locale: this.workbook.locale, revision: this.watch.revisionOf(name), today: serialOfDay(dayOfMoment(this.host.now)) });
  }

  /** Does it, and tells what came of it; a failure is a sentence in the outcome. */
  async do(act: Act): Promise<Outcome> {
    if (!this.options.frozen) this.letClockRun();
    let error: string | null = null;
    let extra: Partial<Outcome> = {};
    const lookedAt = this.workbook.activeSheet;
    try {
      extra = await this.perform(act);
    } catch (fault) {
      error = this.sentenceOf(fault, act)[this.language];
    }
    if (this.activeIsHidden()) this.workbook.activeSheet = lookedAt;
    const changes = STILL.has(act.act) ? [] : this.watch.look(this.workbook);
    if (changes.length > 0 && act.act !== 'save' && act.act !== 'reset') this.saved = false;
    const [dialogs, toasts, alerts] = [this.newDialogs(), this.newToasts(), this.newAlerts()];
    return { state: this.state(), changes: act.act === 'reset' ? [] : changes, toasts, alerts, dialogs, error, ...extra };
  }

  state(): PageState {
    const { workbook } = this;
    const visible = workbook.sheets.filter(({ hidden }) => !hidden);
    const active = sheetNamed(workbook, workbook.activeSheet ?? '') ?? visible[0] ?? workbook.sheets[0];
    return {
      title: workbook.title,
      path: this.options.shelf.path,
      sample: this.options.shelf.sample,
      saved: this.saved,
      locale: workbook.locale,
      language: this.language,
      zone: workbook.timeZone,
      user: this.user,
      now: this.host.now,
      menus: this.host.menus,
      sheets: workbook.sheets.map((sheet) => sheetView(sheet, this.watch.revisionOf(sheet.name), workbook)),
      active: active?.name ?? '',
      mails: this.mailViews(),
      faults: this.faults,
      triggers: workbook.triggers.length,
      framesOrigin: this.options.framesOrigin,
    };
  }

  private async perform(act: Act): Promise<Partial<Outcome>> {
    switch (act.act) {
      case 'look':
        return {};
      case 'menu':
        this.host.call(act.functionName, [], 'menu', this.user);
        return {};
      case 'run':
        return { result: this.host.call(act.name, act.args, 'sidebar', this.user) ?? null };
      case 'select':
        return { figures: this.select(act.sheet, act.ranges) };
      case 'type':
        this.person.type(this.sheet(act.sheet).name, act.row + 1, act.column + 1, act.words);
        return {};
      case 'clear':
        clearCells(this.host, this.sheet(act.sheet), act.range);
        return {};
      case 'enter':
        enterTexts(this.host, this.sheet(act.sheet), act);
        return {};
      case 'copy':
        pasteFrom(this.host, this.person, this.sheet(act.from.sheet), act.from.range, this.sheet(act.sheet), act);
        return {};
      case 'sort':
        sortByColumn(this.sheet(act.sheet), act.column, act.ascending);
        return {};
      case 'insertRows':
        insertRowsAt(this.sheet(act.sheet), act.row, act.count);
        return {};
      case 'deleteRows':
        deleteRowsAt(this.sheet(act.sheet), act.row, act.count);
        return {};
      case 'width':
        this.sheet(act.sheet).columnWidths.set(act.column, Math.max(20, Math.min(1000, Math.round(act.pixels))));
        this.sheet(act.sheet).dirty = true;
        return {};
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
        this.setClock(act.now);
        return {};
      case 'nextNight':
        return this.nextNight();
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
        return this.reset();
    }
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
  private nextNight(): Partial<Outcome> {
    const { now } = this.host;
    const today = dayOfMoment(now);
    const day = hourOfMoment(now) < NIGHT_HOUR ? today : addDays(today, 1);
    this.setClock(momentOf(day, NIGHT_HOUR * 3600));
    const timed = this.workbook.triggers.filter(({ on }) => on === undefined);
    if (timed.length === 0) {
      this.say(webMessages.noTrigger);
      return {};
    }
    for (const trigger of timed) this.host.fire(trigger.id);
    this.say(webMessages.nightOver(day));
    return {};
  }

  private async reset(): Promise<Partial<Outcome>> {
    this.mailsBefore = this.mails();
    const { now, faults } = this.host;
    this.workbook = await this.options.shelf.reset();
    this.host = this.newHost(this.workbook, now);
    this.host.faults = faults;
    this.told = { dialogs: 0, toasts: 0, alerts: 0 };
    this.person = new Person(this.host);
    this.watch.renew(this.workbook);
    this.saved = true;
    this.person.open();
    this.say(this.options.shelf.sample ? webMessages.sampleAnew : webMessages.reopened);
    return {};
  }

  private newHost(workbook: Workbook, now: Moment): Host {
    return new Host({ workbook, dist: this.options.dist, now, user: this.options.user });
  }

  private setClock(now: Moment): void {
    this.host.now = now;
    this.since = Date.now();
  }

  /** The clock goes with the real one, and ahead of it by what the script is reckoned to have taken. */
  private letClockRun(): void {
    const passed = Math.floor((Date.now() - this.since) / 1000);
    if (passed < 1) return;
    this.since += passed * 1000;
    this.host.advance(passed);
  }

  private sheet(name: string): NonNullable<ReturnType<typeof sheetNamed>> {
    const sheet = sheetNamed(this.workbook, name);
    if (sheet === null) throw new Refusal(webMessages.sheetGone(name));
    return sheet;
  }

  private say(sentence: Text): void {
    this.toasts.push({ title: '', message: sentence[this.language], seconds: 5 });
  }

  /** What fails on opening must not keep the page from opening. */
  private attempt(act: () => void): void {
    try {
      act();
    } catch (fault) {
      this.toasts.push({ title: '', message: this.sentenceOf(fault, { act: 'look' })[this.language], seconds: -1 });
    }
  }

  private mails(): Host['mails'] {
    return [...this.mailsBefore, ...this.host.mails];
  }

  private mailViews(): MailView[] {
    return this.mails().map(({ to, subject, text }, i) => ({ token: (this.mailTokens[i] ??= randomUUID()), to, subject, text }));
  }

  private newDialogs(): DialogView[] {
    const { dialogs } = this.host;
    const fresh = dialogs.slice(this.told.dialogs).map(({ kind, title, html, width, height }) => {
      const token = randomUUID();
      this.pages.set(token, html);
      return { kind, title, token, width, height };
    });
    this.told.dialogs = dialogs.length;
    return fresh;
  }

  private newToasts(): ToastView[] {
    const fresh = [...this.host.toasts.slice(this.told.toasts), ...this.toasts];
    this.told.toasts = this.host.toasts.length;
    this.toasts = [];
    return fresh;
  }

  private newAlerts(): Outcome['alerts'] {
    const fresh = this.host.alerts.slice(this.told.alerts).map(({ title, prompt }) => ({ title, prompt }));
    this.told.alerts = this.host.alerts.length;
    return fresh;
  }

  private sentenceOf(fault: unknown, act: Act): Text {
    if (fault instanceof Refusal) return fault.text;
    if (fault instanceof TimeExceeded) return webMessages.tookTooLong;
    const message = fault instanceof Error ? fault.message : String(fault);
    // A sidebar call's own failure handler decides what is said of it, from Google's words.
    if (act.act === 'run') return { en: message, he: message };
    const page = /^No HTML file named (\S+) was found/.exec(message)?.[1];
    if (page !== undefined) return webMessages.pageMissing(page);
    const missing = /^Script function not found: (.+)$/.exec(message)?.[1];
    if (missing !== undefined) return webMessages.functionMissing(missing);
    const question = /^Nobody is there to answer: ([\s\S]+)$/.exec(message)?.[1];
    if (question !== undefined) return webMessages.nobodyAnswers(question);
    if (/violates the data validation/.test(message)) return webMessages.notAllowed(message);
    if (!(fault instanceof ScriptError)) console.error(fault);
    return webMessages.scriptFailed(message);
  }
}
