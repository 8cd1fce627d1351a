import { text, type Text } from '../shared/text';

/** Words of Help. */
export const helpWords = {
  dayTitle: text('A day with it', 'יום איתו'),
  day: [
    text('At night it reads the orders, brings Contacts up to date and puts at most a handful of people onto the list.', 'בלילה הוא קורא את ההזמנות, מעדכן את Contacts ומעלה לרשימה קומץ אנשים לכל היותר.'),
    text('In the morning open CRM › Today’s tasks (or the morning mail, on a phone): who, why, and a text worth sending. One tap reaches the person, one tap notes what came of it.', 'בבוקר פותחים את CRM › המשימות להיום (או את הדואר היומי, בטלפון): מי, למה, וטקסט ששווה לשלוח. לחיצה אחת פונה לאדם, לחיצה אחת רושמת מה יצא מזה.'),
    text('Without the sidebar: choose an Outcome in CRM Tasks and the task is completed; set Status back to Pending and it is open again.', 'בלי סרגל הצד: בוחרים Outcome ב-CRM Tasks והמשימה מושלמת; מחזירים Status ל-Pending והיא פתוחה שוב.'),
    text('Once a fortnight import Mailchimp’s export, so that nobody who unsubscribed is bothered.', 'פעם בשבועיים מייבאים את הייצוא של Mailchimp, כדי שאיש שהסיר את עצמו לא יוטרד.'),
  ],
  version: (number: string): Text => text(`jlmops CRM, version ${number}`, `jlmops CRM, גרסה ${number}`),
  search: text('Find in the guide', 'חיפוש במדריך'),
  nothing: (asked: string): Text => text(`Nothing in the guide mentions “${asked}”.`, `אין במדריך אזכור של "${asked}".`),
  check: text('Check this installation', 'בדיקת ההתקנה'),
  checkLead: text('Tries on a temporary sheet, which is deleted again, whether Google behaves as this add-on expects.', 'בודק בגיליון זמני, שנמחק מיד, אם Google מתנהג כפי שהתוסף מצפה.'),
  checking: text('Trying one thing after another…', 'בודק דבר אחר דבר…'),
  allWell: (facts: string): Text => text(`All ${facts} checks passed.`, `כל ${facts} הבדיקות עברו.`),
  differs: (count: number, shown: string): Text => text(count === 1 ? 'One thing differs:' : `${shown} things differ:`, count === 1 ? 'דבר אחד שונה:' : `${shown} דברים שונים:`),
  passed: text('As expected', 'כצפוי'),
  yes: text('yes', 'כן'),
  no: text('no', 'לא'),
} as const;
