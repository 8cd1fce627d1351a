import { text, type Text } from '../shared/text';

const range = (from: string, to: string): Text => text(`${from} to ${to}`, `${from} עד ${to}`);

/** The words of the report: its definitions stand beside the figures. */
export const reportMessages = {
  howTo: (today: string): Text =>
    text(
      `As of ${today}. Choose period, assignee and type above, then CRM › Report. It is made anew every week by itself.`,
      `נכון ל-${today}. יש לבחור למעלה תקופה, מטפל וסוג, ואז CRM › דוח. מתחדש מעצמו מדי שבוע.`,
    ),
  range,
  noOrders: text(
    'The order sheets could not be read or trusted just now, so figures that need them are left out. Run Sync contacts to see why.',
    'גיליונות ההזמנות לא נקראו או אינם אמינים כרגע, ולכן נתונים התלויים בהם חסרים. הרצת סנכרון אנשי קשר תראה מדוע.',
  ),
  headings: {
    help: text('Did it help?', 'האם זה עזר?'),
    types: text('Tasks by type', 'משימות לפי סוג'),
    weeks: text('Tasks by week', 'משימות לפי שבוע'),
    rules: text('Tasks by rule', 'משימות לפי כלל'),
    assignees: text('Tasks by assignee', 'משימות לפי מטפל'),
    languages: text('Tasks by language', 'משימות לפי שפה'),
    reorders: (days: number): Text => text(`Reordered within ${days} days`, `הזמינו שוב בתוך ${days} ימים`),
    secondOrders: text('Second order of new customers', 'הזמנה שנייה של לקוחות חדשים'),
    statuses: text('Contacts by status', 'אנשי קשר לפי מצב'),
  },
  charts: {
    weeks: text('Tasks due and completed, by week', 'משימות שהגיע מועדן ושהושלמו, לפי שבוע'),
    types: text('What became of the tasks, by type', 'מה עלה בגורל המשימות, לפי סוג'),
  },
  protection: text('CRM Report is made by the CRM; choose in the cells at its top.', 'CRM Report נוצר בידי ה-CRM; יש לבחור בתאים שבראשו.'),
  byHand: text('(by hand)', '(ידני)'),
  unnamed: text('(none)', '(ללא)'),
  definitions: [
    text('Due: tasks whose Due Date lies in the period, archived ones included. Each task is counted in one column; open tasks due today in none.', 'Due: משימות שתאריך היעד שלהן בתקופה, כולל אלה שבארכיון. כל משימה נספרת בעמודה אחת; משימות פתוחות להיום אינן נספרות.'),
    text('Completed and Skipped: by a person.', 'Completed ו-Skipped: בידי אדם.'),
    text('Withdrawn: ended by the script because the reason was gone (ordered since, unsubscribed …), or taken back by Undo.', 'Withdrawn: נסגרו בידי הסקריפט כי הסיבה חלפה (הזמין מאז, הסיר את עצמו …), או בוטלו.'),
    text('Expired: ended by the script because nobody came to it in time.', 'Expired: נסגרו בידי הסקריפט כי איש לא הגיע אליהן בזמן.'),
    text('Overdue: still open after the due date.', 'Overdue: עדיין פתוחות אחרי תאריך היעד.'),
    text('Completion rate = completed ÷ (completed + skipped + expired + overdue).', 'Completion rate = הושלמו ÷ (הושלמו + דולגו + פגו + באיחור).'),
    text('On time: of the completed, done on or before the Due Date as it stands.', 'On time: מתוך שהושלמו, עד תאריך היעד כפי שהוא כעת.'),
    text('On time (First Due): the same against the first due date, before any move.', 'On time (First Due): אותו דבר מול תאריך היעד הראשון, לפני כל הזזה.'),
    text('Median days: from the Due Date to the day it was completed; negative = before it was due.', 'Median days: מתאריך היעד עד יום ההשלמה; שלילי = לפני המועד.'),
    text('– : nothing to divide by.', '– : אין במה לחלק.'),
  ],
  reorders: (window: number): readonly Text[] => [
    text(
      `Tasks: finished in the period, and their ${window} days are over. Contacted: completed with an outcome that counts as contact; Not contacted: skipped by hand or expired.`,
      `Tasks: הסתיימו בתקופה, ו-${window} הימים שלהן עברו. Contacted: הושלמו בתוצאה שנחשבת ליצירת קשר; Not contacted: דולגו ביד או פגו.`,
    ),
    text(
      `Reordered: the person placed a counted order within ${window} days after the task was finished, that day included.`,
      `Reordered: הלקוח ביצע הזמנה שנספרת בתוך ${window} ימים מסיום המשימה, כולל אותו יום.`,
    ),
    text(
      'One order credits the last contact only, or where there was none the last task passed over. An order that is refunded later no longer counts.',
      'הזמנה אחת נזקפת לקשר האחרון בלבד, ובהיעדר קשר למשימה האחרונה שלא טופלה. הזמנה שהוחזרה אינה נספרת עוד.',
    ),
    text('People who are skipped may differ from the others, so this is a hint and no proof.', 'מי שדולג עשוי להיות שונה מהאחרים, לכן זה רמז ולא הוכחה.'),
  ],
  secondOrders: [
    text('New customers: the first counted order lies in the period. Ordered again: a second one by today. Whatever assignee and type are chosen.', 'New customers: ההזמנה הראשונה שנספרת היא בתקופה. Ordered again: הזמנה שנייה עד היום. ללא תלות במטפל ובסוג שנבחרו.'),
    text('Welcomed: a completed Welcome task reached them by the day of the second order. Those who ordered again sooner count as not welcomed.', 'Welcomed: משימת Welcome שהושלמה הגיעה אליהם עד יום ההזמנה השנייה. מי שהזמין שוב קודם נספר כמי שלא קיבל.'),
  ],
  statuses: [
    text('At the end of each week (Saturday) of the period: twelve weeks at least, two years at most; the last row is its last day, or today.', 'בסוף כל שבוע (שבת) בתקופה: שנים-עשר שבועות לפחות, שנתיים לכל היותר; השורה האחרונה היא יומה האחרון, או היום.'),
    text('Recomputed from the orders as they count today, so a refund changes the past too. Whatever assignee and type are chosen.', 'מחושב מחדש מההזמנות כפי שהן נספרות היום, ולכן החזר משנה גם את העבר. ללא תלות במטפל ובסוג שנבחרו.'),
  ],
  tooFew: (a: number, b: number, enough: number): Text =>
    text(`Too few to tell: ${a} and ${b}; from ${enough} in each group on the difference starts to mean something.`, `מעט מדי כדי לדעת: ${a} ו-${b}; רק מ-${enough} בכל קבוצה ההבדל מתחיל לומר משהו.`),
  mayBeChance: text('Too close to tell: so small a difference may well be chance.', 'קרוב מדי כדי לדעת: הבדל כה קטן עשוי להיות מקרי.'),
  better: (points: number): Text => text(`${points} points more often, beyond chance.`, `${points} נקודות אחוז יותר, מעבר למקריות.`),
  worse: (points: number): Text => text(`${points} points less often, beyond chance.`, `${points} נקודות אחוז פחות, מעבר למקריות.`),
  answers: {
    reorders: (days: number, contacted: Text, others: Text): Text =>
      text(`Ordered again within ${days} days: ${contacted.en} after a contact, ${others.en} without one.`, `הזמינו שוב בתוך ${days} ימים: ${contacted.he} לאחר קשר, ${others.he} בלי קשר.`),
    secondOrders: (welcomed: Text, others: Text): Text =>
      text(`New customers who ordered again: ${welcomed.en} if welcomed, ${others.en} if not.`, `לקוחות חדשים שהזמינו שוב: ${welcomed.he} לאחר פנייה של ברוכים הבאים, ${others.he} בלעדיה.`),
    share: (percent: number, part: number, whole: number): Text => text(`${percent}% (${part} of ${whole})`, `${percent}% (${part} מתוך ${whole})`),
    tooFew: text('Too few to tell yet.', 'עדיין מעט מדי כדי לדעת.'),
    nobody: text('–', '–'),
    work: (completed: number, due: number, overdue: number, expired: number): Text =>
      text(`Of ${due} ${due === 1 ? 'task' : 'tasks'} due, ${completed} completed, ${expired} expired, ${overdue} overdue now.`, `מתוך ${due} משימות שהגיע מועדן: הושלמו ${completed}, פגו ${expired}, באיחור כעת ${overdue}.`),
    noWork: text('No task was due in this period.', 'בתקופה זו לא הגיע מועדה של אף משימה.'),
  },
} as const;
