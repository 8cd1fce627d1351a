import { dayWords, daysWords } from '../rules/words';
import type { Day } from '../shared/day';
import { text, type Text } from '../shared/text';

/**
 * A sentence about a day and a number of days, in the words of each language; put together when it is read, since
 * of the many thousand matches that wait in an old shop a screen shows a few.
 */
const withDay = (on: Day, count: number, en: (on: string, length: string) => string, he: (on: string, length: string) => string): Text => ({
  get en() {
    return en(dayWords(on).en, daysWords(count).en);
  },
  get he() {
    return he(dayWords(on).he, daysWords(count).he);
  },
});

/** What every Outcome begins with that the script wrote; the rest is in the workbook's language. */
export const AUTO = 'Auto: ';

const plural = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** Sentences about planning a night: why a match waits, why a task is withdrawn, what the list is filled with first. */
export const planningMessages = {
  // Once
  settled: (task: string, on: Day): Text => withDay(on, 0, (day) => `This occasion already had its task (${task}, ${day}).`, (day) => `לאירוע הזה כבר הייתה משימה (${task}, ${day}).`),
  noted: (task: string, on: Day): Text => withDay(on, 0, (day) => `Used up on ${day}: noted in the person's task ${task}.`, (day) => `נוצל ב-${day}: נרשם במשימה ${task} של אותו אדם.`),
  missedBefore: (on: Day): Text => withDay(on, 0, (day) => `Its time ran out; logged as missed on ${day}.`, (day) => `זמנו עבר; נרשם כהחמצה ב-${day}.`),
  expiredToday: text('Its task expired today; the same row may be reopened from the next task-making day on.', 'המשימה פגה היום; אותה שורה יכולה להיפתח מחדש החל מיום המשימות הבא.'),
  notYetAgain: (on: Day, count: number): Text => withDay(on, count, (day, length) => `Last settled on ${day}; this rule repeats every ${length}.`, (day, length) => `נסגר לאחרונה ב-${day}; הכלל חוזר כל ${length}.`),
  ledgerGone: text('The ledger was gone and is being rebuilt from the tasks and the archive; nothing is made tonight.', 'יומן האירועים נעלם ונבנה מחדש מהמשימות ומהארכיון; הלילה לא נוצר דבר.'),
  // No ambush
  beforeStart: (on: Day, start: Day): Text => withDay(on, 0, (day) => `Its day, ${day}, is before the rule's Start Date, ${dayWords(start).en}.`, (day) => `היום שלו, ${day}, קודם ל-Start Date של הכלל, ${dayWords(start).he}.`),
  // Held back is not lost
  timeRanOut: (on: Day, count: number): Text => withDay(on, count, (day, length) => `Its day was ${day} and it could wait ${length}; that time has run out.`, (day, length) => `היום שלו היה ${day} והוא יכול היה להמתין ${length}; הזמן עבר.`),
  // Consent
  doNotContact: text('Do Not Contact is set for this person.', 'לאדם הזה מסומן Do Not Contact.'),
  unsubscribed: text('The person has unsubscribed; only Welcome and Follow-up are allowed.', 'האדם הסיר את עצמו מהדיוור; מותרות רק Welcome ו-Follow-up.'),
  // One at a time
  hasTask: (type: string, due: Day): Text => withDay(due, 0, (day) => `The person already has a task: ${type}, due ${day}.`, (day) => `לאדם כבר יש משימה: ${type}, ליום ${day}.`),
  // Cool-down
  contacted: (on: Day, count: number): Text => withDay(on, count, (day, length) => `Last contacted on ${day}; the cool-down is ${length}.`, (day, length) => `יצירת הקשר האחרונה ב-${day}; תקופת הצינון ${length}.`),
  skipped: (on: Day, count: number): Text => withDay(on, count, (day, length) => `Skipped with a reason on ${day}; that rests the person for ${length}.`, (day, length) => `דולגה עם סיבה ב-${day}; האדם נח ${length}.`),
  // Task-making days
  dayOff: text('No tasks are made today: it is no task-making day.', 'היום לא נוצרות משימות: זה אינו יום משימות.'),
  // A list one can finish
  listFull: (size: number): Text => text(`The list holds its ${size}; better ones come first.`, `ברשימה כבר ${size}; טובים ממנה קודמים.`),

  // The manager's own columns
  alsoMerged: (type: string, what: Text): Text => text(`also ${type}: ${what.en}`, `וגם ${type}: ${what.he}`),
  alsoMore: (count: number): Text => text(`and ${count} more`, `ועוד ${count}`),

  // Why a task is withdrawn
  orderedSince: text('ordered since', 'הזמין מאז'),
  orderGone: text('the order was cancelled or refunded', 'ההזמנה בוטלה או הוחזרה'),
  unsubscribedSince: text('unsubscribed', 'הסיר את עצמו מהדיוור'),
  doNotContactSince: text('Do Not Contact', 'Do Not Contact'),
  expired: (count: number): Text => text(`expired, ${plural(count, 'day', 'days')} overdue`, `פגה, באיחור של ${daysWords(count).he}`),
  undoneForGood: text('undone', 'בוטלה'),
  undoneForNow: text('undone, to be made again', 'בוטלה, תיווצר מחדש'),

  // The preview
  order: (types: readonly string[], size: number, kept: number): Text => {
    const list = types.map((type) => (type === 'Win-back' ? 'Win-back (last order up to 180 days ago first)' : type)).join(', ');
    const listInHebrew = types.map((type) => (type === 'Win-back' ? 'Win-back (קודם הזמנה אחרונה עד 180 יום)' : type)).join(', ');
    return text(
      `Best first: ${list}; within a kind by spend, then by address.${kept > 0 ? ` ${kept} of the ${size} are kept for Win-back where any match.` : ''}`,
      `הטובים קודם: ${listInHebrew}; בתוך כל סוג לפי סכום הקניות, ואז לפי כתובת.${kept > 0 ? ` ${kept} מתוך ${size} שמורות ל-Win-back אם יש התאמה.` : ''}`,
    );
  },

  // Why / why not
  makesTonight: text('It makes a task tonight.', 'נוצרת משימה הלילה.'),
  reopensTonight: text('Its task is reopened tonight.', 'המשימה נפתחת מחדש הלילה.'),
  notedTonight: (type: string): Text => text(`Tonight it is noted in the person's ${type} task.`, `הלילה הוא נרשם במשימת ${type} של אותו אדם.`),
} as const;
