import { text, type Text } from '../shared/text';

/** Sentences about a page that does not reach its script. */
export const connectionMessages = {
  offline: text('No connection to Google. Try again when you are online.', 'אין חיבור ל-Google. אפשר לנסות שוב כשהחיבור יחזור.'),
  noAnswer: text('No answer came. It may be done all the same: refresh to see.', 'לא התקבלה תשובה. ייתכן שבוצע בכל זאת: כדאי לרענן ולבדוק.'),
  reopen: text('The script was updated. Close this panel and open it again from the CRM menu.', 'הסקריפט התעדכן. יש לסגור את החלונית ולפתוח שוב מתפריט CRM.'),
  severalAccounts: text(
    'Google refused, as it does when several Google accounts are signed in. Open the sheet in a private window with the shop’s account alone.',
    'Google סירב, כפי שקורה כשכמה חשבונות Google מחוברים יחד. יש לפתוח את הגיליון בחלון פרטי, עם חשבון החנות בלבד.',
  ),
  sessionOver: text('Your Google session has ended. Reload the page and sign in.', 'החיבור ל-Google הסתיים. יש לרענן את הדף ולהתחבר.'),
  broke: (cause: string): Text => text(`The call broke off (${cause}). It may be done all the same: refresh to see.`, `הבקשה נקטעה (${cause}). ייתכן שבוצע בכל זאת: כדאי לרענן ולבדוק.`),
} as const;
