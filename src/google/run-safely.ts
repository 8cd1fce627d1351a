import * as z from 'zod/mini';
import { openJournal } from '../app/journal';
import { appMessages } from '../app/messages';
import { mailFailure } from '../app/mail/mail-failure';
import { resultInWords } from '../app/result-in-words';
import { logFailure } from '../app/run-log';
import type { Answer, Request } from '../app/request';
import type { Shop } from '../app/shop';
import { Refusal } from '../shared/problem';
import { languageOf, type Text } from '../shared/text';
import { dayOf } from '../shared/day';
import { attempt, causeOf, sentenceOf } from './attempt';
import { lock } from './lock';
import { openShop } from './open-shop';
import { properties } from './properties';

/** Seconds that a click waits for another run to end before it is told who holds the workbook. */
const WAIT_SECONDS = 10;

/** Answers a request by name: arguments checked, under the lock where it writes, every failure a sentence. */
export function answerSafely(requests: Readonly<Record<string, Request>>, name: unknown, args: unknown): Answer<unknown> {
  const opened = attempt(openShop);
  if ('error' in opened) return withoutShop(opened.error);
  const shop = opened.value;
  const say = (sentence: Text): string => sentence[shop.language];
  const request = typeof name === 'string' && Object.prototype.hasOwnProperty.call(requests, name) ? requests[name] : undefined;
  if (request === undefined) return { ok: false, kind: 'refused', message: say(appMessages.unknownRequest(shownName(name))) };
  // A mistake in each of very many rows is more than zod can tell of.
  const checked = attempt(() => z.safeParse(request.args(), args ?? {}));
  const parsed = 'value' in checked ? checked.value : null;
  if (parsed === null || !parsed.success) {
    const where = parsed === null ? '…' : parsed.error.issues.slice(0, MOST_NAMED).map((issue) => issue.path.join('.') || issue.code).join(', ');
    return { ok: false, kind: 'refused', message: say(appMessages.badArguments(shownName(name), where)) };
  }
  // The lock and the journal are services, too, and may fail: whatever they held, Google lets go of it when the run ends.
  const tried = attempt((): Outcome => (request.access === 'read' ? { value: request.answer(shop, parsed.data) } : underLock(shop, String(name), request, parsed.data)));
  const outcome = 'value' in tried ? tried.value : tried;
  if ('value' in outcome) return { ok: true, value: outcome.value ?? null };
  if ('busy' in outcome) return { ok: false, kind: 'busy', message: say(outcome.busy) };
  return { ok: false, kind: outcome.error instanceof Refusal ? 'refused' : 'failed', message: say(sentenceOf(outcome.error)) };
}

/** Places in the arguments that a sentence names: an import may have one a row. */
const MOST_NAMED = 5;

/** The name of what was asked for as a sentence may show it: what no screen of ours sends may be of any kind and length. */
const shownName = (name: unknown): string => (typeof name === 'string' ? name : (JSON.stringify(name) ?? '')).slice(0, 60);

/** A job chosen in the menu: answers with a toast that says what came of it; `show` follows where it went well. */
export function runFromMenu(requests: Readonly<Record<string, Request>>, name: string, show: () => void = () => undefined): void {
  const answer = answerSafely(requests, name, {});
  if (answer.ok) show();
  const language = languageOf(SpreadsheetApp.getActive().getSpreadsheetLocale());
  SpreadsheetApp.getActive().toast(answer.ok ? resultInWords(name, answer.value)[language] : answer.message, 'CRM', answer.ok ? 8 : -1);
}

/** The hourly trigger. Nobody looks at its result: what failed stands in CRM Runs and is mailed. */
export function runTick(requests: Readonly<Record<string, Request>>): void {
  const answer = answerSafely(requests, 'tick', {});
  if (!answer.ok && answer.kind !== 'busy') attempt(() => mailFailure(openShop(), answer.message));
}

type Outcome = { readonly value: unknown } | { readonly error: unknown } | { readonly busy: Text };

function underLock(shop: Shop, name: string, request: Request, args: unknown): Outcome {
  const held = lock();
  const { journal } = shop;
  if (!held.tryHold(WAIT_SECONDS)) {
    const other = journal.get('run');
    return { busy: appMessages.busy(other?.by ?? '', other?.job ?? '', other?.start.slice(11, 16) ?? '') };
  }
  // Whoever holds the lock finds no other run at work: one that stands here was cut off.
  const cutOff = journal.get('run');
  if (cutOff !== null) journal.set({ cutOff: cutOff.job, run: null });
  if (request.access === 'job') journal.set({ run: { job: name, id: name, start: shop.now, by: shop.user } });
  const outcome = attempt(() => {
    const value = request.answer(shop, args);
    // What the sheet refuses, it refuses when the writes are applied: that is the job's failure, too.
    shop.book.flush();
    return value;
  });
  if (request.access === 'job') {
    if ('error' in outcome) attempt(() => logFailure(shop, name, sentenceOf(outcome.error)[shop.language]));
    journal.set({ run: null });
  }
  attempt(() => shop.book.flush());
  held.release();
  return outcome;
}

/** Nothing could be opened: in all likelihood a permission is missing. Kept in the document properties, which need none, for the menu to say. */
function withoutShop(error: unknown): Answer<never> {
  const cause = causeOf(error);
  const clock = new Date();
  attempt(() => openJournal(properties()).set({ denied: { day: dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate()) ?? '', cause: cause.slice(0, 500) } }));
  const locale = attempt(() => SpreadsheetApp.getActive().getSpreadsheetLocale());
  return { ok: false, kind: 'failed', message: appMessages.notAuthorised(cause)['value' in locale ? languageOf(locale.value) : 'en'] };
}
