import type { Day } from '../shared/day';
import { text, type Text } from '../shared/text';
import { agoWords, dateWords, dayWords, daysWords, moneyWords, numberWords, quoted, yearsWords } from './words';

const meant = (suggestion: string | null): Text =>
  suggestion === null ? text('', '') : text(` Did you mean “${suggestion}”?`, ` האם הכוונה ל-"${suggestion}"?`);

/** What is wrong with a row of CRM Rules or CRM Segments, each with what to do about it. */
export const rulesMessages = {
  missing: (header: string): Text => text(`${header} is blank: fill it in for this trigger.`, `העמודה ${header} ריקה: יש למלא אותה עבור הטריגר הזה.`),
  notANumber: (header: string, cell: string | number): Text =>
    text(`${header} is ${quoted(String(cell)).en}: write a whole number.`, `בעמודה ${header} כתוב ${quoted(String(cell)).he}: יש לכתוב מספר שלם.`),
  notWhole: (header: string, cell: number): Text => text(`${header} is ${cell}: write a whole number.`, `בעמודה ${header} כתוב ${cell}: יש לכתוב מספר שלם.`),
  tooSmall: (header: string, cell: string | number, least: number): Text =>
    text(`${header} is ${cell}: write ${numberWords(least)} or more.`, `בעמודה ${header} כתוב ${cell}: יש לכתוב ${numberWords(least)} או יותר.`),
  tooBig: (header: string, cell: string | number, most: number): Text =>
    text(`${header} is ${cell}: write ${numberWords(most)} or less.`, `בעמודה ${header} כתוב ${cell}: יש לכתוב ${numberWords(most)} או פחות.`),
  unknownScope: (words: string, suggestion: string | null): Text =>
    text(`There is no Scope ${quoted(words).en}: choose one from the drop-down.${meant(suggestion).en}`, `אין Scope בשם ${quoted(words).he}: יש לבחור מהרשימה.${meant(suggestion).he}`),
  noTrigger: text('Trigger is blank: choose one from the drop-down.', 'העמודה Trigger ריקה: יש לבחור מהרשימה.'),
  unknownTrigger: (words: string, suggestion: string | null): Text =>
    text(`There is no Trigger ${quoted(words).en}: choose one from the drop-down.${meant(suggestion).en}`, `אין Trigger בשם ${quoted(words).he}: יש לבחור מהרשימה.${meant(suggestion).he}`),
  perhapsTaskType: (words: string, suggestion: string): Text =>
    text(`Note: ${quoted(words).en} is taken as a task type of your own.${meant(suggestion).en}`, `הערה: ${quoted(words).he} נחשב לסוג משימה משלך.${meant(suggestion).he}`),
  ignored: (headers: readonly string[], trigger: string): Text =>
    text(`Note: ${headers.join(', ')} means nothing to ${quoted(trigger).en} and is not looked at.`, `הערה: ל-${headers.join(', ')} אין משמעות בטריגר ${quoted(trigger).he}, והתא אינו נקרא.`),
  cannotNarrow: (header: string, trigger: string): Text =>
    text(`${quoted(trigger).en} does not look at ${header}, so the rule would take more people than you mean: clear the cell, or use another trigger.`, `${quoted(trigger).he} אינו מתחשב ב-${header}, ולכן הכלל היה כולל יותר אנשים מהמתוכנן: יש לרוקן את התא או לבחור טריגר אחר.`),
  ruleWaits: text('Correct the cell; the rule does not run until then.', 'יש לתקן את התא; עד אז הכלל אינו פועל.'),
  sameRule: (name: string, row: number): Text =>
    text(
      `This asks the same as ${quoted(name).en} in row ${row}, so everyone would get two tasks: change what it looks for, or switch one of the two off. Until then this row does not run.`,
      `השורה זהה לכלל ${quoted(name).he} שבשורה ${row}, וכל אדם היה מקבל שתי משימות: יש לשנות את התנאים או לכבות אחת מהשתיים. עד אז השורה הזו אינה פועלת.`,
    ),
  lostBefore: (days: number, lost: number): Text =>
    text(`Days (${days}) must be less than “Lost after days” in CRM Settings (${lost}), or nobody can match.`, `הערך ב-Days (${days}) צריך להיות קטן מ-"Lost after days" ב-CRM Settings (${lost}), אחרת איש לא יתאים.`),
  everyNthMissing: text('Every Nth is blank: with Scope “First and every Nth” write a number such as 5.', 'העמודה Every Nth ריקה: עם ההיקף "First and every Nth" יש לכתוב מספר כגון 5.'),
  unknownSegment: (words: string, suggestion: string | null): Text =>
    text(
      `CRM Segments has no segment ${quoted(words).en}, and it is no query such as status = Lapsed.${meant(suggestion).en}`,
      `ב-CRM Segments אין ${quoted(words).he}, וגם אין זו שאילתה כגון status = Lapsed.${meant(suggestion).he}`,
    ),
  namedSegmentBad: (name: string, why: Text): Text => text(`Mend the segment ${quoted(name).en} in CRM Segments: ${why.en}`, `יש לתקן את ${quoted(name).he} ב-CRM Segments: ${why.he}`),
  segmentWaits: text('Correct the query; until then the segment holds nobody.', 'יש לתקן את השאילתה; עד אז אין איש בפילוח.'),
  segmentUnnamed: text('Name is blank: give the segment a name.', 'העמודה Name ריקה: יש לתת שם.'),
  segmentTwice: (name: string): Text => text(`An earlier row is called ${quoted(name).en} too and is the one that counts: rename this one.`, `כבר יש שורה בשם ${quoted(name).he} והיא הקובעת: יש לשנות את השם כאן.`),
} as const;

/** What set a task off, for its Trigger column. */
export const triggerMessages = {
  orderCompleted: (id: string): Text => text(`Order ${id} completed`, `הזמנה ${id} הושלמה`),
  productBought: (id: string, product: string): Text => text(`Order ${id}: ${product}`, `הזמנה ${id}: ${product}`),
  noOrderFor: (days: number): Text => text(`No order for more than ${daysWords(days).en}`, `ללא הזמנה יותר מ-${daysWords(days).he}`),
  segment: (title: string): Text => text(`Segment: ${title}`, `פילוח: ${title}`),
  anniversary: (years: number): Text => text(`${yearsWords(years).en} since the first order`, `${yearsWords(years).he} מההזמנה הראשונה`),
  birthday: (day: Day): Text => text(`Birthday on ${dateWords(day).en}`, `יום הולדת ב-${dateWords(day).he}`),
  holiday: (name: Text, day: Day): Text => text(`${name.en} on ${dateWords(day).en}`, `${name.he} ב-${dateWords(day).he}`),
} as const;

/** The beginning of a reason, where a trigger has its own. */
export const leadMessages = {
  anniversary: (years: number, firstOrderOn: Day, date: Day): Text =>
    text(`on ${dateWords(date).en} it is ${yearsWords(years).en} since the first order (${dayWords(firstOrderOn).en})`, `ב-${dateWords(date).he} ימלאו ${yearsWords(years).he} להזמנה הראשונה (${dayWords(firstOrderOn).he})`),
  birthday: (date: Day): Text => text(`birthday on ${dateWords(date).en}`, `יום הולדת ב-${dateWords(date).he}`),
  holiday: (name: Text, lastYear: Day): Text => text(`ordered before ${name.en} last year (${dayWords(lastYear).en}), not yet this year`, `הייתה הזמנה לפני ${name.he} בשנה שעברה (${dayWords(lastYear).he}), ועדיין לא השנה`),
} as const;

/** What stops a rule for a person. */
export const whyNotMessages = {
  noOrder: text('No order that counts yet.', 'עדיין אין הזמנה שנספרת.'),
  orderStatus: (id: string, status: string): Text => text(`Order ${id} is ${status}, not completed.`, `הזמנה ${id} במצב ${status}, לא completed.`),
  orderWorthless: (id: string): Text => text(`Order ${id} has a value of zero.`, `ערך ההזמנה ${id} הוא אפס.`),
  orderBelow: (id: string, value: number | null, least: number): Text =>
    value === null
      ? text(`The value of order ${id} is not known; the rule wants at least ${numberWords(least)}.`, `ערך ההזמנה ${id} אינו ידוע; הכלל דורש לפחות ${numberWords(least)}.`)
      : text(`Order ${id} is worth ${numberWords(value)}; the rule wants at least ${numberWords(least)}.`, `ערך ההזמנה ${id} הוא ${numberWords(value)}; הכלל דורש לפחות ${numberWords(least)}.`),
  orderNumber: (id: string, number: number, scope: string): Text => text(`Order ${id} is the person’s order no. ${number}; the rule takes: ${scope}.`, `הזמנה ${id} היא הזמנה מספר ${number} של האדם; הכלל לוקח: ${scope}.`),
  orderWithout: (id: string, product: string): Text => text(`Order ${id} holds no product with ${quoted(product).en}.`, `בהזמנה ${id} אין מוצר עם ${quoted(product).he}.`),
  orderDue: (id: string, day: Day): Text => text(`Order ${id} comes up on ${dayWords(day).en}.`, `הזמנה ${id} תגיע לתורה ב-${dayWords(day).he}.`),
  orderMatched: (id: string, day: Day): Text => text(`Order ${id} matched on ${dayWords(day).en}.`, `הזמנה ${id} התאימה ב-${dayWords(day).he}.`),
  orderedLately: (day: Day, today: Day, days: number): Text =>
    text(`The last order was ${agoWords(day, today).en}; the rule wants more than ${daysWords(days).en}.`, `ההזמנה האחרונה הייתה ${agoWords(day, today).he}; הכלל דורש יותר מ-${daysWords(days).he}.`),
  lost: (day: Day, today: Day, lost: number): Text =>
    text(`The last order was ${agoWords(day, today).en}, longer than “Lost after days” (${lost}).`, `ההזמנה האחרונה הייתה ${agoWords(day, today).he}, יותר מ-"Lost after days" (${lost}).`),
  quietSince: (day: Day): Text => text(`It matches since ${dayWords(day).en}; a new lapse begins with the next order.`, `יש התאמה מאז ${dayWords(day).he}; ההתאמה הבאה תתחיל רק אחרי הזמנה חדשה.`),
  spendBelow: (spend: number | null, least: number, currency: string | null): Text =>
    spend === null
      ? text(`The total spend is not known; the rule wants at least ${moneyWords(least, currency)}.`, `סך הקניות אינו ידוע; הכלל דורש לפחות ${moneyWords(least, currency)}.`)
      : text(`The total spend is ${moneyWords(spend, currency)}; the rule wants at least ${moneyWords(least, currency)}.`, `סך הקניות הוא ${moneyWords(spend, currency)}; הכלל דורש לפחות ${moneyWords(least, currency)}.`),
  inSegment: text('The person is in the segment.', 'האדם נמצא בפילוח.'),
  noBirthday: text('No birthday is known.', 'יום ההולדת אינו ידוע.'),
  badBirthday: (cell: string): Text => text(`The birthday ${quoted(cell).en} is not month and day such as 05-17.`, `יום ההולדת ${quoted(cell).he} אינו חודש ויום כגון 05-17.`),
  dateComes: (day: Day): Text => text(`The next time is ${dayWords(day).en}.`, `הפעם הבאה: ${dayWords(day).he}.`),
  notBeforeHoliday: text('No order in the weeks before last year’s holiday.', 'אין הזמנה בשבועות שלפני החג בשנה שעברה.'),
  orderedForHoliday: (id: string): Text => text(`Order ${id} is already for this holiday.`, `הזמנה ${id} כבר לקראת החג הזה.`),
  alias: text('This address is an alias; its person is on another row.', 'הכתובת היא כתובת נוספת של אדם שנמצא בשורה אחרת.'),
} as const;

/** Why a task's occasion no longer holds. */
export const mootMessages = {
  orderNow: (id: string, status: string): Text => text(`order ${id} is now ${status}`, `הזמנה ${id} כעת במצב ${status}`),
  refunded: (id: string): Text => text(`order ${id} was refunded`, `הזמנה ${id} זוכתה`),
  orderedSince: (id: string): Text => text(`ordered since (order ${id})`, `הייתה הזמנה מאז (${id})`),
} as const;
