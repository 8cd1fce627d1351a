import { CellGrid } from './cell-grid';
import { readArguments, SELF, type Emulation, type Method } from './emulation';
import type { Enumeration } from './enumeration';
import { EnumMember } from './enumeration';
import { NotEmulated, ScriptException, Stopped, TimeExceeded } from './exception';
import type { HostState, Run } from './host-state';
import { authorise } from './authorise';
import { releaseLocksOf } from './locks';
import { makeRealm, type Realm } from './realm';
import { kindOf } from './shape';
import { cpuMilliseconds, secondsPerCall } from './usage';
import { classOf, remember, stateOf } from './wrapped';
import { WriteQueue, type QueuedWrite } from './write-queue';

/** One call of the script: a fresh realm, its queued writes, its clock, and the objects of Apps Script that it holds. */
export class Execution {
  readonly realm: Realm;
  readonly queue = new WriteQueue();
  private readonly prototypes = new Map<object, object>();
  private readonly startedAt: number;
  /** Why nothing can be done any more; thrown again at every further call. */
  private ended: Error | null = null;
  /** While the files are loaded no service may be called. */
  loading = true;

  constructor(
    readonly host: HostState,
    readonly run: Run,
  ) {
    this.realm = makeRealm(() => host.instant());
    this.startedAt = host.instant();
  }

  get simple(): boolean {
    return this.run.invocation === 'open' || this.run.invocation === 'edit';
  }

  /** The error that ended the run whatever the script made of it. */
  get end(): Error | null {
    return this.ended;
  }

  /** An object of Apps Script, as the script sees it. */
  wrap<S>(kind: Emulation<S>, state: S): object {
    const wrapper: object = Object.freeze(Object.create(this.prototypeOf(kind)));
    remember(wrapper, kind, state);
    return wrapper;
  }

  private prototypeOf<S>(kind: Emulation<S>): object {
    let prototype = this.prototypes.get(kind);
    if (prototype === undefined) {
      prototype = Object.create(this.guard(kind.name, {})) as object;
      const methods: Record<string, unknown> = { toString: () => lastPart(kind.name) };
      for (const [name, method] of Object.entries(kind.methods)) methods[name] = this.methodOf(kind, name, method);
      for (const [name, enumeration] of Object.entries(kind.properties)) methods[name] = this.membersOf(enumeration);
      for (const [name, value] of Object.entries(methods)) Object.defineProperty(prototype, name, { value });
      this.prototypes.set(kind, Object.freeze(prototype));
    }
    return prototype;
  }

  private methodOf<S>(kind: Emulation<S>, name: string, method: Method<S>): unknown {
    const invoke = (self: unknown, args: readonly unknown[]): unknown => this.invoke(kind, name, method, self, args);
    return function (this: unknown, ...args: unknown[]): unknown {
      return invoke(this, args);
    };
  }

  private membersOf(enumeration: Enumeration<string>): object {
    return this.guard(enumeration.family, enumeration.members);
  }

  /** An object of which any name that it does not have throws, by name. */
  private guard(name: string, members: object): object {
    const fail = (what: string): never => {
      throw this.asThrownInside(new NotEmulated(what));
    };
    return new Proxy(Object.freeze(Object.assign(Object.create(null) as object, members)), {
      get: (target, key) => (typeof key === 'symbol' || key in target ? (Reflect.get(target, key) as unknown) : fail(`${name}.${key}`)),
      set: (_target, key) => fail(`setting ${name}.${String(key)}`),
    });
  }

  private invoke<S>(kind: Emulation<S>, name: string, method: Method<S>, wrapper: unknown, args: readonly unknown[]): unknown {
    const full = `${kind.name}.${name}`;
    const start = cpuMilliseconds();
    try {
      this.assertAlive();
      if (this.loading) throw new ScriptException(`${full} was called while the script was loading`);
      const self = stateOf(kind, wrapper);
      if (self === undefined) throw new ScriptException(`${full} was called on something else than a ${lastPart(kind.name)}`);
      const call = this.matching(full, method, args);
      authorise(this.host, this.run, full, method.access ?? kind.access);
      if (method.counted) this.count(`${lastPart(kind.name)}.${name}`);
      const result = call(self);
      return result === SELF ? wrapper : this.give(result);
    } catch (error) {
      throw this.asThrownInside(error);
    } finally {
      this.host.usage.emulationMs += cpuMilliseconds() - start;
    }
  }

  private matching<S>(full: string, method: Method<S>, args: readonly unknown[]): (self: S) => unknown {
    for (const signature of method.signatures) {
      const values = readArguments(signature, args);
      // Each signature's shapes read just what its body takes.
      if (values !== null) return (self) => signature.body(self, this, ...(values as never[]));
    }
    const kinds = args.map((arg) => classOf(arg) ?? (arg instanceof EnumMember ? arg.family : kindOf(arg))).join(',');
    throw new ScriptException(`The parameters (${kinds}) don't match the method signature for ${full}.`);
  }

  /** A value of the host as the script's realm has it. */
  give(value: unknown): unknown {
    if (typeof value !== 'object' || value === null || value instanceof EnumMember || classOf(value) !== undefined) return value;
    if (value instanceof CellGrid) return this.realm.grid(value);
    if (value instanceof Date) return this.realm.date(value.getTime());
    if (Array.isArray(value)) return this.realm.array(value.map((item) => this.give(item)));
    if (value instanceof Map) return this.realm.object([...value].map(([name, item]) => [String(name), this.give(item)] as const));
    return value;
  }

  /** Counts a service call: time passes, and faults strike, before it does anything. */
  private count(method: string): void {
    const { host } = this;
    const { faults } = host;
    const number = host.usage.countCall(method);
    if (faults.stopAt?.call === number) this.stop(number, faults.stopAt.queued);
    if (faults.between !== undefined) this.undisturbed(() => faults.between?.(number, host.workbook));
    this.spend(secondsPerCall);
    if (faults.failAt?.call === number) {
      throw new ScriptException(faults.failAt.message ?? 'Service Spreadsheets failed while accessing document.');
    }
  }

  /** What the host's own code throws is no Exception that the script may catch. */
  private undisturbed(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.ended = error instanceof Error ? error : new Error(String(error));
      throw this.ended;
    }
  }

  private stop(call: number, queued = this.queue.length): never {
    const waiting = this.queue.length;
    const applied = Math.min(queued, waiting);
    this.applyQuietly(applied);
    throw (this.ended = new Stopped(call, waiting, applied));
  }

  private applyQuietly(count: number): void {
    try {
      this.queue.apply(count);
    } catch (error) {
      // A refused write ends the applying; the run is over anyway.
      if (!(error instanceof ScriptException)) throw error;
    }
  }

  /** Lets time pass; a run that has none left is killed on the spot. */
  spend(seconds: number): void {
    this.host.usage.countSeconds(seconds);
    this.host.advance(seconds);
    const limit = this.host.faults.secondsPerRun ?? (this.simple ? 30 : 360);
    if (this.host.instant() - this.startedAt <= limit * 1000) return;
    this.applyQuietly(Math.min(this.host.faults.queuedAtKill ?? this.queue.length, this.queue.length));
    throw (this.ended = new TimeExceeded());
  }

  /** Counts cells that a call reads or writes. */
  spendOnCells(kind: 'read' | 'written', count: number): void {
    this.spend(this.host.usage.countCells(kind, count));
  }

  /** Puts a write in the queue; the sheets show it after the next read, flush or end. */
  enqueue(write: QueuedWrite): void {
    if (this.host.faults.protectedByOthers?.includes(write.sheet.name) === true) {
      throw new ScriptException('You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.');
    }
    this.queue.add(write);
  }

  /** Applies what is queued, as every read does first. */
  settle(): void {
    this.queue.apply();
  }

  assertAlive(): void {
    if (this.ended !== null) throw this.ended;
  }

  /** The end of the function: what is queued is applied. */
  finish(): void {
    this.queue.apply();
  }

  /** Whatever happens: locks are released, and nothing that the script left behind can do anything any more. */
  abandon(): void {
    releaseLocksOf(this.host.workbook, this);
    this.ended ??= new Error('This run is over');
  }

  /** An error as the script sees it: Google's own become the realm's; what ends the run stays what it is. */
  private asThrownInside(error: unknown): unknown {
    if (error instanceof ScriptException) return this.realm.error(error.name, error.message);
    // A bug of the host, or of a test's hook: the script must not live on with it.
    this.ended ??= error instanceof Error ? error : new Error(String(error));
    return error;
  }
}

const lastPart = (name: string): string => name.slice(name.lastIndexOf('.') + 1);
