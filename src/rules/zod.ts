import * as z from 'zod/mini';

/**
 * zod with its JIT off, because Apps Script has no `new Function`. Asked for where a schema is made, not at the top of a
 * file: loading the bundle must have no effects.
 */
export function zod(): typeof z {
  z.config({ jitless: true });
  return z;
}
