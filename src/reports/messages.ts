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
  definitions: [
    text('Due: tasks whose Due Date lies in the period, archived ones included. Each task is counted in one column; open tasks due today in none.', 'Due: משימות שתאריך היעד שלהן בתקופה, כולל אלה שבארכיון. כל משימה נספרת בעמודה אחת; משימות פתוחות להיום אינן נספרות.'),
    text('Completed and Skipped: by a person.', 'Completed ו-Skipped: בידי אדם.'),
    text('Withdrawn: ended by the script because the reason was gone (ordered since, unsubscribed …).', 'Withdrawn: נסגרו בידי הסקריפט כי הסיבה חלפה (הזמין מאז, הסיר את עצמו …).'),
    text('Expired: ended by the script because nobody came to it in time.', 'Expired: נסגרו בידי הסקריפט כי איש לא הגיע אליהן בזמן.'),
    text('Overdue: still open after the due date.', 'Overdue: עדיין פתוחות אחרי תאריך היעד.'),
    text('Completion rate = completed ÷ (completed + skipped + expired + overdue).', 'Completion rate = הושלמו ÷ (הושלמו + דולגו + פגו + באיחור).'),
    text('On time: of the completed, done on or before the Due Date as it stands.', 'On time: מתוך שהושלמו, עד תאריך היעד כפי שהוא כעת.'),
    text('On time (First Due): the same against the first due date, before any move.', 'On time (First Due): אותו דבר מול תאריך היעד הראשון, לפני כל הזזה.'),
    text('Median days: from the Due Date to the day it was completed; negative = before it was due.', 'Median days: מתאריך היעד עד יום ההשלמה; שלילי = לפני המועד.'),
    text('– : nothing to divide by.', '– : אין במה לחלק.'),
  ],
  reorders: (window: number): readonly Text[] => [
    text(`Reordered: a counted order within ${window} days after the task was finished, that day included. Only tasks whose ${window} days are over.`, `Reordered: הזמנה שנספרת בתוך ${window} ימים מסיום המשימה, כולל אותו יום. רק משימות ש-${window} הימים שלהן עברו.`),
    text('One order credits the last contact only; an order that is refunded later no longer counts.', 'הזמנה אחת נזקפת לקשר האחרון בלבד; הזמנה שהוחזרה אינה נספרת עוד.'),
    text('Not contacted: tasks skipped by hand or expired. People who are skipped may differ from the others, so this is a hint and no proof.', 'Not contacted: משימות שדולגו ביד או פגו. מי שדולג עשוי להיות שונה מהאחרים, לכן זה רמז ולא הוכחה.'),
  ],
  secondOrders: [
    text('New customers: the first counted order lies in the period. Ordered again: a second one by today.', 'New customers: ההזמנה הראשונה שנספרת היא בתקופה. Ordered again: הזמנה שנייה עד היום.'),
    text('Welcomed: a Welcome task reached them before the second order. Those who ordered again sooner count as not welcomed.', 'Welcomed: משימת Welcome הגיעה אליהם לפני ההזמנה השנייה. מי שהזמין שוב קודם נספר כמי שלא קיבל.'),
  ],
  statuses: [
    text('Recomputed from the orders as they count today, at the end of each week (Saturday; the last row is today).', 'מחושב מחדש מההזמנות כפי שהן נספרות היום, לסוף כל שבוע (שבת; השורה האחרונה היא היום).'),
  ],
  tooFew: (a: number, b: number, enough: number): Text =>
    text(`Too few to tell: ${a} and ${b}; from ${enough} in each group on the difference starts to mean something.`, `מעט מדי כדי לדעת: ${a} ו-${b}; רק מ-${enough} בכל קבוצה ההבדל מתחיל לומר משהו.`),
  better: (points: number): Text => text(`${points} points more often after a contact.`, `${points} נקודות אחוז יותר לאחר קשר.`),
  worse: (points: number): Text => text(`${points} points less often after a contact.`, `${points} נקודות אחוז פחות לאחר קשר.`),
  noDifference: text('No difference to speak of.', 'אין הבדל של ממש.'),
} as const;
