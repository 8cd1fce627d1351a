import { text, type Text } from '../shared/text';

/** Sentences about a page that does not reach its script. */
export const connectionMessages = {
  offline: text('No connection to Google. Nothing was sent; try again when you are back online.', 'אין חיבור ל-Google. דבר לא נשלח; אפשר לנסות שוב כשהחיבור יחזור.'),
  noAnswer: text('No answer came. It may have been done all the same: refresh to see what stands in the sheet.', 'לא התקבלה תשובה. ייתכן שהפעולה בוצעה בכל זאת: רענון יראה מה כתוב בגיליון.'),
  reopen: text('The script has been updated. Close this panel and open it again from the CRM menu.', 'הסקריפט התעדכן. יש לסגור את החלונית ולפתוח אותה שוב מתפריט CRM.'),
  severalAccounts: text(
    'Google refused the call. This happens when several Google accounts are signed in: open the sheet in a window where only the shop’s account is signed in (a private window will do).',
    'Google סירב לבקשה. זה קורה כשכמה חשבונות Google מחוברים יחד: יש לפתוח את הגיליון בחלון שבו מחובר רק חשבון החנות (גם חלון פרטי מתאים).',
  ),
  sessionOver: text('Your Google session has ended. Reload the page, sign in and open this panel again.', 'החיבור ל-Google הסתיים. יש לרענן את הדף, להתחבר ולפתוח שוב את החלונית.'),
  broke: (cause: string): Text => text(`The call broke off (${cause}). It may have been done all the same: refresh to see what stands in the sheet.`, `הבקשה נקטעה (${cause}). ייתכן שהפעולה בוצעה בכל זאת: רענון יראה מה כתוב בגיליון.`),
} as const;
