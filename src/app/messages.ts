import { text, type Text } from '../shared/text';

/** Sentences about running jobs: locks, failures, what was done. */
export const appMessages = {
  busy: (by: string, job: string, since: string): Text =>
    text(
      by === '' ? 'Another run is at work in this workbook. Try again in a minute.' : `${by} is running “${job}” since ${since}. Try again in a minute.`,
      by === '' ? 'ריצה אחרת פועלת כעת בחוברת. אפשר לנסות שוב בעוד דקה.' : `${by} מריץ את „${job}” מאז ${since}. אפשר לנסות שוב בעוד דקה.`,
    ),
  failed: (cause: string): Text =>
    text(`Something went wrong and the run stopped: ${cause}. The next run finishes what is left; if it says the same again, choose CRM › Help › Check this installation.`, `משהו השתבש והריצה נעצרה: ${cause}. הריצה הבאה תשלים את החסר; אם ההודעה חוזרת, יש לבחור CRM › עזרה › בדיקת ההתקנה.`),
  unknownRequest: (name: string): Text => text(`The screen asked for “${name}”, which this version does not know. Close the sidebar and open it again.`, `המסך ביקש „${name}”, שאינו מוכר בגרסה הזו. יש לסגור את סרגל הצד ולפתוח מחדש.`),
  badArguments: (name: string, where: string): Text => text(`“${name}” was asked with something that it does not take (${where}). Nothing was changed.`, `הבקשה „${name}” נשלחה עם ערך שאינו מתאים (${where}). דבר לא השתנה.`),
  zonesDiffer: (workbook: string, script: string): Text =>
    text(
      `The workbook's time zone (${workbook}) is not the script's (${script}), so days would be off by one. In File › Settings set the workbook to ${script}, or change timeZone in appsscript.json, then run Set up again.`,
      `אזור הזמן של החוברת (${workbook}) שונה מזה של הסקריפט (${script}), ולכן תאריכים יזוזו ביום. ב-קובץ › הגדרות יש לקבוע ${script}, או לשנות את timeZone ב-appsscript.json, ואז להריץ שוב את ההגדרה.`,
    ),
  noSuchContact: (email: string): Text => text(`There is no contact with the address ${email}. Check the spelling, or run Sync contacts first.`, `אין איש קשר עם הכתובת ${email}. יש לבדוק את האיות, או להריץ תחילה סנכרון.`),
  contactedNow: text('Contacted', 'נוצר קשר'),
  contactedMeanwhile: text('contacted meanwhile', 'נוצר קשר בינתיים'),
  nightFailed: (shop: string): Text => text(`${shop}: last night's CRM run did not finish`, `${shop}: ריצת ה-CRM של הלילה לא הושלמה`),
  nightFailedTitle: text('Last night’s run did not finish', 'הריצה של הלילה לא הושלמה'),
  nightFailedBody: text('It is tried again every hour by itself; nothing is lost and nothing is doubled. You hear of it once a day, until it has worked.', 'ניסיון נוסף נעשה מעצמו בכל שעה; דבר לא אבד ודבר לא הוכפל. הודעה כזו נשלחת פעם ביום, עד שזה מצליח.'),
  failureCause: text('The cause, and what to do', 'הסיבה, ומה לעשות'),
  reportFailed: (shop: string): Text => text(`${shop}: this week's CRM report could not be made`, `${shop}: לא ניתן היה להכין את דוח ה-CRM של השבוע`),
  reportFailedTitle: text('This week’s report could not be made', 'לא ניתן היה להכין את הדוח של השבוע'),
  reportFailedBody: text('Tasks and contacts are up to date; only CRM Report is last week’s. It is tried again tomorrow by itself.', 'המשימות ואנשי הקשר מעודכנים; רק CRM Report הוא של השבוע שעבר. ניסיון נוסף ייעשה מעצמו מחר.'),
  timeUp: text('Google’s time limit came near; the rest of this night follows within the hour.', 'מגבלת הזמן של Google התקרבה; המשך הריצה הלילית יבוא בתוך שעה.'),
  notAuthorised: (cause: string): Text =>
    text(
      `A permission is missing (${cause}). Choose CRM › Set up… and allow everything that Google asks for; nothing was changed.`,
      `חסרה הרשאה (${cause}). יש לבחור CRM › הגדרה… ולאשר את כל מה ש-Google מבקש; דבר לא השתנה.`,
    ),
  nothingToUndo: text('There is no run whose tasks could be undone.', 'אין ריצה שאפשר לבטל את משימותיה.'),
  notReconciled: (what: Text): Text =>
    text(
      `${what.en} Nothing was written and no tasks were made. Run Sync contacts again; if it stays, choose CRM › Help › Check this installation.`,
      `${what.he} דבר לא נכתב ולא נוצרו משימות. יש להריץ שוב סנכרון; אם זה נמשך, יש לבחור CRM › עזרה › בדיקת ההתקנה.`,
    ),
} as const;
