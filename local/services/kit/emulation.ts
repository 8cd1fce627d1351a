import type { Enumeration } from './enumeration';
import type { Execution } from './execution';
import { MISMATCH, type Shape, type ValuesOf } from './shape';

/**
 * What a method needs: `none` works even for an add-on that is not enabled; `bound` needs no scope but an enabled
 * script; the others need the user's consent to a scope.
 */
export type Access = 'none' | 'bound' | 'spreadsheets' | 'ui' | 'triggers' | 'mail' | 'user';

/** One way to call a method: the kinds of its arguments, and what it does. */
export interface Signature<S> {
  readonly shapes: readonly Shape<unknown>[];
  readonly body: (self: S, run: Execution, ...args: never[]) => unknown;
}

export interface Method<S> {
  /** Whether it counts as a service call, which costs time and at which a fault can strike. */
  readonly counted: boolean;
  /** Null: as its class says. */
  readonly access: Access | null;
  readonly signatures: readonly Signature<S>[];
}

/** A class of Apps Script: its full name, its methods and, for the services themselves, its enumerations. */
export interface Emulation<S> {
  readonly name: string;
  readonly access: Access;
  readonly methods: Readonly<Record<string, Method<S>>>;
  readonly properties: Readonly<Record<string, Enumeration<string>>>;
}

/** A method that returns this gives back the object it was called on. */
export const SELF = Symbol('self');

/** The words in which methods of a class with this state are declared. */
export const methodsOf = <S>() => ({
  /** A way to call a method. */
  takes: <const P extends readonly Shape<unknown>[]>(
    shapes: P,
    body: (self: S, run: Execution, ...args: ValuesOf<P>) => unknown,
  ): Signature<S> =>
    // The arguments were read by these very shapes when the body is called.
    ({ shapes, body: body as Signature<S>['body'] }),
  /** A method that reaches no stored state: it costs no time. */
  free: (...signatures: readonly Signature<S>[]): Method<S> => ({ counted: false, access: null, signatures }),
  /** A method that reads or writes stored state. */
  counted: (...signatures: readonly Signature<S>[]): Method<S> => ({ counted: true, access: null, signatures }),
  needing: (access: Access, method: Method<S>): Method<S> => ({ ...method, access }),
});

export const emulation = <S>(
  name: string,
  access: Access,
  methods: Readonly<Record<string, Method<S>>>,
  properties: Readonly<Record<string, Enumeration<string>>> = {},
): Emulation<S> => ({ name, access, methods, properties });

/** The arguments as the signature reads them, or null where they do not fit. */
export function readArguments<S>(signature: Signature<S>, args: readonly unknown[]): unknown[] | null {
  if (signature.shapes.length !== args.length) return null;
  const values: unknown[] = [];
  for (const [i, shape] of signature.shapes.entries()) {
    const value = shape.read(args[i]);
    if (value === MISMATCH) return null;
    values.push(value);
  }
  return values;
}
