import { text, type Text } from '../shared/text';

/** Sentences about a page that does not reach its script. */
export const connectionMessages = {
  offline: text('No connection to Google. Try again when you are online.', 'אין חיבור ל-Google. אפשר לנסות שוב כשהחיבור יחזור.'),
  noAnswer: text('No answer came. It may be done all the same: refresh to see.', 'לא התקבלה תשובה. ייתכן שבוצע בכל זאת: רענון יראה.'),
  reopen: text('The script was updated. Close this panel and open it again from the CRM menu.', 'הסקריפט התעדכן. יש לסגור את החלונית ולפתוח שוב מתפריט CRM.'),
  severalAccounts: text(
    'Google refused the call, as it does when several Google accounts are signed in. Open the sheet in a window with the shop’s account alone (a private one will do).',
    'Google סירב לבקשה, כפי שקורה כשכמה חשבונות Google מחוברים יחד. יש לפתוח את הגיליון בחלון שבו מחובר רק חשבון החנות (למשל חלון פרטי).',
  ),
  sessionOver: text('Your Google session has ended. Reload the page, sign in and open this panel again.', 'החיבור ל-Google הסתיים. יש לרענן את הדף, להתחבר ולפתוח שוב את החלונית.'),
  broke: (cause: string): Text => text(`The call broke off (${cause}). It may be done all the same: refresh to see.`, `הבקשה נקטעה (${cause}). ייתכן שבוצע בכל זאת: רענון יראה.`),
} as const;
