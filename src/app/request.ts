import type * as z from 'zod/mini';
import type { Shop } from './shop';

/**
 * Something the screen may ask of the server. `read` answers without the lock and writes nothing; `write` runs under
 * the document lock; `job` besides gets a line in CRM Runs when it fails.
 */
export interface Request<A = unknown, R = unknown> {
  readonly access: 'read' | 'write' | 'job';
  /** What the arguments must be; anything else is refused before anything is touched. Made when asked for: of all requests a click makes one. */
  readonly args: () => z.ZodMiniType<A>;
  // A method, so that a table of requests with arguments of their own is a table of requests.
  answer(shop: Shop, args: A): R;
}

export const request = <A, R>(access: Request['access'], args: () => z.ZodMiniType<A>, answer: (shop: Shop, args: A) => R): Request<A, R> => ({ access, args, answer });

/** What comes back to the page: the value, or a sentence in the reader's language. */
export type Answer<R> =
  | { readonly ok: true; readonly value: R }
  | { readonly ok: false; readonly kind: 'refused' | 'busy' | 'failed'; readonly message: string };
