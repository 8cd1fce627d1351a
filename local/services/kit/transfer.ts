import { types } from 'node:util';
import { EnumMember } from './enumeration';
import { isPlainObject } from './shape';
import { classOf } from './wrapped';

/** Google's limit is not stated; above this a result is too slow to be meant. */
const LONGEST_RESULT = 1_000_000;

/**
 * A value as it crosses google.script.run, as JSON text: numbers, booleans, texts, null, plain objects and arrays.
 * Anything else throws, naming the place; undefined is null in an array, and nothing elsewhere. Undefined as a whole gives undefined.
 */
export function transferText(value: unknown, what: string): string | undefined {
  if (value === undefined) return undefined;
  assertTransferable(value, what, new Set());
  return JSON.stringify(value);
}

/** The same for a result, which must not be too long either. */
export function resultText(value: unknown, what: string): string | undefined {
  const text = transferText(value, what);
  if (text !== undefined && text.length > LONGEST_RESULT) throw new TypeError(`${what} is ${text.length} characters of JSON, more than ${LONGEST_RESULT}`);
  return text;
}

function assertTransferable(value: unknown, place: string, above: Set<object>): void {
  const refuse = (kind: string): never => {
    throw new TypeError(`${place} is ${kind}, which google.script.run does not take`);
  };
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) refuse(String(value));
    return;
  }
  if (typeof value !== 'object') return refuse(typeof value);
  if (types.isDate(value)) refuse('a Date');
  const name = value instanceof EnumMember ? value.family : classOf(value);
  if (name !== undefined) refuse(`a ${name}`);
  if (above.has(value)) refuse('an object inside itself');
  above.add(value);
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i += 1) if (value[i] !== undefined) assertTransferable(value[i], `${place}[${i}]`, above);
  } else {
    if (!isPlainObject(value)) refuse('an instance of a class');
    if (Object.getOwnPropertySymbols(value).length > 0) refuse('an object with symbols');
    for (const [key, one] of Object.entries(value)) assertTransferable(one, `${place}.${key}`, above);
  }
  above.delete(value);
}
