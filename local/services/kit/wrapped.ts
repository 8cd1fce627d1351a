import type { Emulation } from './emulation';
import { MISMATCH, type Shape } from './shape';

interface Wrapped {
  readonly kind: object;
  readonly name: string;
  readonly state: unknown;
}

const wrappedObjects = new WeakMap<object, Wrapped>();

/** Remembers what lies behind an object that a script holds. */
export function remember<S>(wrapper: object, kind: Emulation<S>, state: S): void {
  wrappedObjects.set(wrapper, { kind, name: kind.name, state });
}

/** The class of an object that a script holds, or undefined where it is none of Apps Script's. */
export const classOf = (value: unknown): string | undefined =>
  typeof value === 'object' && value !== null ? wrappedObjects.get(value)?.name : undefined;

/** What lies behind an object of that class; undefined for anything else. */
export function stateOf<S>(kind: Emulation<S>, value: unknown): S | undefined {
  const found = typeof value === 'object' && value !== null ? wrappedObjects.get(value) : undefined;
  // `remember` stored the state of this very class.
  return found !== undefined && found.kind === kind ? (found.state as S) : undefined;
}

/** An argument that is an object of a class; given late, since classes name each other. */
export const instance = <S>(kind: () => Emulation<S>): Shape<S> => ({
  read: (value) => stateOf(kind(), value) ?? MISMATCH,
});
