import * as z from 'zod/mini';
import { momentIn } from '../clock-words';
import type { Act } from './protocol/acts';

const place = z.int().check(z.minimum(0), z.maximum(10_000_000));
const size = z.int().check(z.minimum(1), z.maximum(10_000_000));
const words = z.string().check(z.maxLength(50_000));
const name = z.string().check(z.maxLength(200));
const range = z.object({ row: place, column: place, rows: size, columns: size });
const faults = z.object({ offline: z.boolean(), busy: z.boolean(), severalAccounts: z.boolean(), slow: z.boolean() });

const answers = z.array(z.object({ button: z.enum(['OK', 'CANCEL', 'YES', 'NO', 'CLOSE']), text: z.exactOptional(words) })).check(z.maxLength(100));
const what = z.enum(['rows', 'columns']);

const acts = z.discriminatedUnion('act', [
  z.object({ act: z.literal('look') }),
  z.object({ act: z.literal('menu'), functionName: name, answers }),
  z.object({ act: z.literal('run'), name, args: z.array(z.unknown()), answers }),
  z.object({ act: z.literal('select'), sheet: name, ranges: z.array(range).check(z.minLength(1), z.maxLength(500)) }),
  z.object({ act: z.literal('type'), sheet: name, row: place, column: place, words }),
  z.object({ act: z.literal('clear'), sheet: name, range }),
  z.object({ act: z.literal('enter'), sheet: name, row: place, column: place, words: z.array(z.array(words)) }),
  z.object({ act: z.literal('copy'), from: z.object({ sheet: name, range }), sheet: name, row: place, column: place, cut: z.boolean() }),
  z.object({ act: z.literal('sort'), sheet: name, column: place, ascending: z.boolean() }),
  z.object({ act: z.literal('insertRows'), sheet: name, row: place, count: size }),
  z.object({ act: z.literal('deleteRows'), sheet: name, row: place, count: size }),
  z.object({ act: z.literal('width'), sheet: name, column: place, pixels: z.number() }),
  z.object({ act: z.literal('insertColumns'), sheet: name, column: place, count: size }),
  z.object({ act: z.literal('deleteColumns'), sheet: name, column: place, count: size }),
  z.object({ act: z.literal('fold'), sheet: name, what, from: place, count: size, hidden: z.boolean() }),
  z.object({ act: z.literal('freeze'), sheet: name, what, count: place }),
  z.object({ act: z.literal('filter'), sheet: name, on: z.boolean() }),
  z.object({ act: z.literal('filterValues'), sheet: name, column: place, hidden: z.array(words) }),
  z.object({ act: z.literal('undo') }),
  z.object({ act: z.literal('redo') }),
  z.object({ act: z.literal('hideSheet'), sheet: name, hidden: z.boolean() }),
  z.object({ act: z.literal('locale'), locale: z.string().check(z.regex(/^[a-z]{2,3}(_[A-Za-z0-9]{2,8})?$/)) }),
  z.object({ act: z.literal('user'), user: z.string().check(z.regex(/^[^\s@]{1,80}@[^\s@]{1,120}$/)) }),
  z.object({ act: z.literal('clock'), now: z.string().check(z.refine((value) => momentIn(value) !== null)) }),
  z.object({ act: z.literal('nextNight') }),
  z.object({ act: z.literal('faults'), faults }),
  z.object({ act: z.literal('save') }),
  z.object({ act: z.literal('reset') }),
]);

/** An act as the page sent it; null where it is none. */
export function readAct(json: unknown): Act | null {
  const read = z.safeParse(acts, json);
  if (!read.success) return null;
  return read.data.act === 'clock' ? { ...read.data, now: momentIn(read.data.now) ?? read.data.now } : read.data;
}
