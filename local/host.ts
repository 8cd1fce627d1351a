import { types } from 'node:util';
import type { Moment } from '../src/shared/day';
import type { Faults } from './faults';
import type { Workbook } from './workbook/model';
import { readBundle, type Bundle } from './services/bundle';
import { eventFor, type EditEvent } from './services/events';
import { defineServices } from './services/globals';
import { ScriptError } from './services/kit/exception';
import { Execution } from './services/kit/execution';
import type { Alert, Answer, AuthMode, Dialog, HostState, Invocation, Mail, Manifest, Menu, Selection, Toast } from './services/kit/host-state';
import { resultText, transferText } from './services/kit/transfer';
import { Usage, type Stats } from './services/kit/usage';
import { processZone, sameTime, Zone } from './services/kit/zone';

export { ScriptError, Stopped, TimeExceeded, Unanswered } from './services/kit/exception';
export type { Alert, Answer, Dialog, Invocation, Mail, Menu, Question, Selection, Toast } from './services/kit/host-state';
export type { EditEvent } from './services/events';
export type { Stats } from './services/kit/usage';
export type { Faults } from './faults';

export interface HostOptions {
  readonly workbook: Workbook;
  /** Folder of the built script. */
  readonly dist: string;
  /** The clock, in the workbook's time zone. */
  readonly now: Moment;
  /** Address of whoever clicks; the default is manager@shop.example. */
  readonly user?: string;
  readonly faults?: Faults;
  /** Whether somebody answers what the script asks; without it a question that no answer was prepared for fails. */
  readonly attended?: boolean;
}

/** Seconds that a call from the sidebar usually takes before its code runs. */
const SIDEBAR_SECONDS = 0.9;

/** A local Apps Script: runs a built script on a workbook in memory, as Google would or more strictly. */
export class Host implements HostState {
  readonly workbook: Workbook;
  readonly user: string;
  faults: Faults;
  readonly zone: Zone;
  readonly usage = new Usage();
  readonly startedAt: number;
  /** What the script sent, showed and asked, oldest first. */
  readonly mails: Mail[] = [];
  readonly toasts: Toast[] = [];
  readonly menus: Menu[] = [];
  readonly dialogs: Dialog[] = [];
  readonly alerts: Alert[] = [];
  /** What the user will answer to the alerts and prompts to come. */
  readonly answers: Answer[] = [];
  readonly attended: boolean;
  readonly logs: string[] = [];
  /** The cells that the user has selected. */
  selection: Selection | null = null;
  private readonly bundle: Bundle;
  private clock: number;

  /** Throws where the build is missing, or this process does not run in the manifest's time zone. */
  constructor({ workbook, dist, now, user = 'manager@shop.example', faults = {}, attended = false }: HostOptions) {
    this.bundle = readBundle(dist);
    const { timeZone } = this.bundle.manifest;
    if (!sameTime(processZone, new Zone(timeZone))) {
      throw new Error(`Dates of the script are in ${timeZone}, but this process is not: start it with TZ=${timeZone}`);
    }
    this.workbook = workbook;
    this.user = user;
    this.faults = faults;
    this.attended = attended;
    this.zone = new Zone(workbook.timeZone);
    this.clock = this.zone.instantOfMoment(now);
    this.startedAt = this.clock;
  }

  get manifest(): Manifest {
    return this.bundle.manifest;
  }

  get entryPoints(): ReadonlySet<string> {
    return this.bundle.entryPoints;
  }

  htmlFile(name: string): string | null {
    return this.bundle.htmlFile(name);
  }

  /** The clock, in the workbook's time zone, to the second. */
  get now(): Moment {
    return this.zone.momentAt(this.clock);
  }

  set now(moment: Moment) {
    this.clock = this.zone.instantOfMoment(moment);
  }

  instant(): number {
    return this.clock;
  }

  advance(seconds: number): void {
    this.clock += seconds * 1000;
  }

  /** Service calls, cells and estimated seconds since the host was made. */
  stats(): Stats {
    return this.usage.stats();
  }

  /**
   * Runs a top-level function of the script in a fresh context, as Apps Script does on every call. Arguments and result cross
   * as through google.script.run; a trigger without arguments gets its event object, `edit` one from an EditEvent.
   * Throws ScriptError for what the function threw, Stopped or TimeExceeded where a fault or the clock ended it.
   */
  call(name: string, args: readonly unknown[], as: Invocation, user = this.user): unknown {
    if (as === 'sidebar') {
      this.usage.countSeconds(SIDEBAR_SECONDS);
      this.advance(SIDEBAR_SECONDS);
      if (this.faults.severalAccounts === true) {
        throw new ScriptError('ScriptError', "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.", undefined);
      }
    }
    if (!this.entryPoints.has(name)) throw new ScriptError('ScriptError', `Script function not found: ${name}`, undefined);
    const run = new Execution(this, { invocation: as, authMode: this.authModeOf(as), user });
    const json = this.settled(run, () => {
      defineServices(run);
      for (const script of this.bundle.scripts) script.runInContext(run.realm.context);
      run.loading = false;
      // The build declares it as a function; the script may have put another one in its place by now.
      const entry = run.realm.context[name] as (...values: unknown[]) => unknown;
      const result = entry(...this.argumentsFor(run, name, args));
      if (types.isPromise(result)) throw new ScriptError('ScriptError', `${name} is asynchronous, which is not emulated`, undefined);
      return as === 'sidebar' ? resultText(result, `The result of ${name}`) : transferText(result, `The result of ${name}`);
    });
    if (json === undefined) return undefined;
    const value: unknown = JSON.parse(json);
    return value;
  }

  /** Runs what a trigger of the workbook names, under its owner's name. */
  fire(triggerId: string): void {
    const trigger = this.workbook.triggers.find(({ id }) => id === triggerId);
    if (trigger === undefined) throw new Error(`The workbook has no trigger ${triggerId}`);
    this.call(trigger.handler, [], 'trigger', trigger.owner);
  }

  /** Tells the script of an edit that a person made: the simple onEdit runs, then the installed ones. */
  edit(event: EditEvent): void {
    if (this.entryPoints.has('onEdit')) this.call('onEdit', [event], 'edit');
    for (const trigger of [...this.workbook.triggers]) if (trigger.on === 'edit') this.call(trigger.handler, [event], 'trigger', trigger.owner);
  }

  private authModeOf(as: Invocation): AuthMode {
    if (as === 'open') return this.faults.notEnabled === true ? 'NONE' : 'LIMITED';
    return as === 'edit' ? 'LIMITED' : 'FULL';
  }

  private argumentsFor(run: Execution, name: string, args: readonly unknown[]): unknown[] {
    const event = eventFor(run, args);
    if (event !== null) return [event];
    return args.map((arg, i) => {
      const json = transferText(arg, `Argument ${i + 1} of ${name}`);
      if (json === undefined) throw new TypeError(`Argument ${i + 1} of ${name} is undefined, which google.script.run does not take`);
      return run.realm.parsed(json);
    });
  }

  /** Runs it to its end, queued writes included; the script has no say in how a run that was ended from outside ends. */
  private settled<T>(run: Execution, act: () => T): T {
    try {
      const result = act();
      if (run.end !== null) throw run.end;
      run.finish();
      return result;
    } catch (error) {
      if (run.end !== null) throw run.end;
      this.finishAfter(run);
      throw thrownOutside(error);
    } finally {
      run.abandon();
    }
  }

  /** What was queued before an error is still written; a write refused now hides behind that error. */
  private finishAfter(run: Execution): void {
    try {
      run.finish();
    } catch (error) {
      this.logs.push(`ERROR ${String(error)}`);
    }
  }
}

/** What a script threw, as an error of ours. */
function thrownOutside(error: unknown): unknown {
  if (error instanceof Error) return error.name === 'Exception' ? new ScriptError(error.name, error.message, error.stack) : error;
  if (types.isNativeError(error)) return new ScriptError(error.name, error.message, error.stack);
  return new ScriptError('Error', String(error), undefined);
}
