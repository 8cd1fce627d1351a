import { addDays, dayOfMoment, type Day, type Moment } from '../shared/day';
import { text, type Text } from '../shared/text';
import type { Journal } from './journal';

/** What the menu can know on opening: the document properties and whose workbook it is, nothing that needs authorisation. */
export interface StandingFacts {
  readonly journal: Pick<Journal, 'get'>;
  readonly workbookId: string;
  /** Whether a sheet of ours is there. */
  readonly isSetUp: boolean;
  readonly now: Moment;
}

/** How long the heartbeat may be silent: a tick is hourly and may be late. */
const SILENT_DAYS = 1;

/** What is wrong with the nights, in a few words for the menu, the worst first; null where all is well. */
export function troubleOf({ journal, workbookId, isSetUp, now }: StandingFacts): Text | null {
  if (!isSetUp) return null;
  const today = dayOfMoment(now);
  const workbook = journal.get('workbook');
  if (workbook !== null && workbook !== workbookId) return standingMessages.copied;
  const trigger = journal.get('trigger');
  if (trigger === null) return standingMessages.noTrigger;
  const denied = journal.get('denied');
  if (denied !== null && denied.day >= addDays(today, -SILENT_DAYS)) return standingMessages.denied;
  const last = journal.get('night') ?? dayOfMoment(trigger.since);
  if (last < addDays(today, -SILENT_DAYS)) return standingMessages.noNight(last);
  const digest = journal.get('digest');
  if (digest?.state === 'failed') return standingMessages.mailFailed(digest.day);
  return null;
}

/** Sentences about nights that do not come, short enough for a menu. */
export const standingMessages = {
  copied: text('⚠ This is a copy: nothing runs by itself. Set up…', '⚠ זהו עותק: שום דבר לא רץ מעצמו. הגדרה…'),
  noTrigger: text('⚠ No night is planned here. Set up…', '⚠ לא מתוכננת ריצה לילית. הגדרה…'),
  denied: text('⚠ A permission is missing. Set up…', '⚠ חסרה הרשאה. הגדרה…'),
  noNight: (last: Day): Text => text(`⚠ No night since ${last}. Set up…`, `⚠ לא הייתה ריצה לילית מאז ${last}. הגדרה…`),
  mailFailed: (day: Day): Text => text(`⚠ The mail of ${day} was not sent. Set up…`, `⚠ הדואר של ${day} לא נשלח. הגדרה…`),
} as const;
