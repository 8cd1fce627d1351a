import { createContext, Script, type Context } from 'node:vm';
import type { CellGrid } from './cell-grid';

/** One call's world: a fresh global object, and the makers of values that belong to it, so that `instanceof` holds inside. */
export interface Realm {
  readonly context: Context;
  array(items: readonly unknown[]): object;
  object(entries: Iterable<readonly [string, unknown]>): object;
  /** A Date at the milliseconds since the epoch. */
  date(instant: number): object;
  error(name: string, message: string): object;
  /** Rows of cells, made in one go. */
  grid(cells: CellGrid): object;
  /** What JSON text stands for. */
  parsed(json: string): unknown;
}

/*
 * Runs first in every context. It takes away what Apps Script lacks or may lack, and puts the host's clock under Date.
 * `constructor` leads from a Date of the old kind to the new one, so that copying a Date by its constructor works too.
 */
const prelude = new Script(
  `(function (clock) {
  'use strict';
  const NativeDate = Date;
  const ClockDate = function Date(year, month, date, hours, minutes, seconds, ms) {
    if (new.target === undefined) return new NativeDate(clock()).toString();
    return Reflect.construct(NativeDate, arguments.length === 0 ? [clock()] : arguments, new.target === ClockDate ? NativeDate : new.target);
  };
  ClockDate.prototype = NativeDate.prototype;
  const hidden = (value) => ({ value, writable: true, configurable: true, enumerable: false });
  Object.defineProperties(ClockDate, {
    now: hidden(function now() { return clock(); }),
    parse: hidden(NativeDate.parse),
    UTC: hidden(NativeDate.UTC),
  });
  Object.defineProperty(NativeDate.prototype, 'constructor', hidden(ClockDate));
  Object.defineProperty(globalThis, 'Date', hidden(ClockDate));
  for (const name of ['Intl', 'WebAssembly', 'SharedArrayBuffer', 'Atomics', 'console']) delete globalThis[name];
  return {
    array: (items) => { const made = []; for (let i = 0; i < items.length; i += 1) made.push(items[i]); return made; },
    object: (names, values) => { const made = {}; for (let i = 0; i < names.length; i += 1) made[names[i]] = values[i]; return made; },
    date: (instant) => new NativeDate(instant),
    error: (name, message) => { const made = new Error(message); made.name = name; return made; },
    parsed: (json) => JSON.parse(json),
    grid: (rows, columns, cells, dateAt, dates) => {
      const made = [];
      for (let row = 0, i = 0; row < rows; row += 1) {
        const line = [];
        for (let column = 0; column < columns; column += 1, i += 1) line.push(cells[i]);
        made.push(line);
      }
      for (let i = 0; i < dateAt.length; i += 1) {
        made[Math.floor(dateAt[i] / columns)][dateAt[i] % columns] = new NativeDate(dates[i]);
      }
      return made;
    },
  };
})`,
  { filename: 'apps-script-prelude.js' },
);

interface Makers {
  parsed(json: string): unknown;
  array(items: readonly unknown[]): object;
  object(names: readonly string[], values: readonly unknown[]): object;
  date(instant: number): object;
  error(name: string, message: string): object;
  grid(rows: number, columns: number, cells: readonly unknown[], dateAt: readonly number[], dates: readonly number[]): object;
}

/** A fresh realm whose clock is `now`, in milliseconds since the epoch. No code can be made from text in it. */
export function makeRealm(now: () => number): Realm {
  const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
  // The prelude above gives just these.
  const makers = (prelude.runInContext(context) as (clock: () => number) => Makers)(now);
  return {
    context,
    array: (items) => makers.array(items),
    object(entries) {
      const [names, values]: [string[], unknown[]] = [[], []];
      for (const [name, value] of entries) {
        names.push(name);
        values.push(value);
      }
      return makers.object(names, values);
    },
    date: (instant) => makers.date(instant),
    error: (name, message) => makers.error(name, message),
    parsed: (json) => makers.parsed(json),
    grid: ({ rows, columns, cells, dateAt, dates }) => makers.grid(rows, columns, cells, dateAt, dates),
  };
}
