import { types } from 'node:util';

/** What `Shape.read` gives for a value that does not fit. */
export const MISMATCH = Symbol('mismatch');

/** One kind of argument: tells whether a value of the script fits, and gives it as the host works with it. */
export interface Shape<out T> {
  read(value: unknown): T | typeof MISMATCH;
}

export type ValuesOf<P extends readonly Shape<unknown>[]> = { [I in keyof P]: P[I] extends Shape<infer T> ? T : never };

const shape = <T>(fits: (value: unknown) => value is T): Shape<T> => ({ read: (value) => (fits(value) ? value : MISMATCH) });

export const text = shape((value): value is string => typeof value === 'string');
export const flag = shape((value): value is boolean => typeof value === 'boolean');
export const number = shape((value): value is number => typeof value === 'number' && Number.isFinite(value));
export const integer = shape((value): value is number => typeof value === 'number' && Number.isSafeInteger(value));
export const list = shape((value): value is readonly unknown[] => Array.isArray(value));
/** A plain object of the script, read as entries. */
export const record: Shape<ReadonlyMap<string, unknown>> = {
  read: (value) => (isPlainObject(value) ? new Map(Object.entries(value)) : MISMATCH),
};
/** A Date of the script, as milliseconds since the epoch. */
export const date: Shape<number> = {
  read: (value) => (types.isDate(value) && !Number.isNaN(value.getTime()) ? value.getTime() : MISMATCH),
};
export const oneOfTexts = <const V extends string>(...values: readonly V[]): Shape<V> =>
  shape((value): value is V => values.some((one) => one === value));
export const listOf = <T>(item: Shape<T>): Shape<readonly T[]> => ({
  read(value) {
    if (!Array.isArray(value)) return MISMATCH;
    const items: T[] = [];
    for (const one of value as readonly unknown[]) {
      const read = item.read(one);
      if (read === MISMATCH) return MISMATCH;
      items.push(read);
    }
    return items;
  },
});
export const orNothing = <T>(inner: Shape<T>): Shape<T | null> => ({ read: (value) => (value === null ? null : inner.read(value)) });
export const either = <A, B>(a: Shape<A>, b: Shape<B>): Shape<A | B> => ({
  read(value) {
    const read = a.read(value);
    return read === MISMATCH ? b.read(value) : read;
  },
});

/** An object literal of the script's or the host's realm, no instance of a class. */
export function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || types.isProxy(value)) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null && Object.prototype.hasOwnProperty.call(prototype, 'hasOwnProperty');
}

/** The names that Google gives to the kinds of arguments in its error about a wrong signature. */
export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return value.length === 0 ? 'number[]' : `${kindOf(value[0]).replace(/^\(class\)$/, 'Object')}[]`;
  if (types.isDate(value)) return 'Date';
  if (typeof value === 'string') return 'String';
  if (typeof value === 'object') return '(class)';
  return typeof value;
}
