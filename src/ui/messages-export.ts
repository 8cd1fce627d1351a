import { text, type Text } from '../shared/text';

/** Words of Export for Mailchimp. */
export const exportWords = {
  none: text('No open task waits for Mailchimp.', 'אין משימה פתוחה שמחכה ל-Mailchimp.'),
  noneHelp: text('Tasks come here when Assigned To says Mailchimp, in a rule or in a task. They are not on your own list.', 'משימות מגיעות לכאן כש-Assigned To הוא Mailchimp, בכלל או במשימה. הן אינן ברשימה שלך.'),
  leftOut: (people: string): Text => text(`${people} left out: not subscribed. Their tasks stay open.`, `${people} הושמטו: אינם מנויים. המשימות שלהם נשארות פתוחות.`),
  lead: (people: string): Text => text(`${people}, all subscribed, wait to be written to from Mailchimp.`, `${people}, כולם מנויים, מחכים לפנייה מ-Mailchimp.`),
  step1: text('Take the file', 'לקיחת הקובץ'),
  step2: text('In Mailchimp: Audience › Add contacts › Import, update existing contacts, then send to the tag of each task type.', 'ב-Mailchimp: ‏Audience › Add contacts › Import, עם עדכון אנשי קשר קיימים, ואז שליחה לפי התגית של כל סוג משימה.'),
  step3: text('Once it is sent, say so here: the tasks are completed.', 'אחרי השליחה יש לאשר כאן: המשימות יושלמו.'),
  download: text('Download CSV', 'הורדת CSV'),
  copy: text('Copy', 'העתקה'),
  copied: text('Copied.', 'הועתק.'),
  notCopied: text('Copying was not allowed here; use Download CSV.', 'ההעתקה לא הותרה כאן; אפשר להשתמש בהורדת CSV.'),
  sent: text('I sent it', 'שלחתי'),
  done: (tasks: string): Text => text(`Completed: ${tasks}.`, `הושלמו: ${tasks}.`),
} as const;
