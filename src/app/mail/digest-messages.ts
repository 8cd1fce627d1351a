interface DigestWords {
  readonly subject: (shop: string, tasks: number, overdue: number) => string;
  readonly intro: (tasks: number) => string;
  readonly overdue: (days: number) => string;
  readonly note: string;
  readonly call: string;
  readonly mail: string;
  readonly toKnow: string;
  readonly openSheet: string;
  readonly thenChoose: string;
  readonly noWay: string;
  readonly stale: (days: number) => string;
  readonly problems: (count: number) => string;
  readonly rulesToMend: (names: string) => string;
  readonly lateNight: (day: string) => string;
  readonly mailNotSent: (day: string) => string;
  readonly lastOrder: (day: string) => string;
  readonly more: (count: number) => string;
  readonly copied: string;
  readonly restored: (night: string, known: string | null) => string;
  readonly mailFailed: (day: string, cause: string) => string;
  readonly manyCells: (cells: number) => string;
  readonly noQuota: (day: string) => string;
  readonly ledgerRebuilt: string;
  readonly stepFailed: (cause: string) => string;
  readonly types: Readonly<Record<string, string>>;
}

const en: DigestWords = {
  subject: (shop, tasks, overdue) => `${shop}: ${tasks === 0 ? 'nobody to contact today' : tasks === 1 ? '1 person to contact today' : `${tasks} people to contact today`}${overdue > 0 ? ` (${overdue} overdue)` : ''}`,
  intro: (tasks) => (tasks === 0 ? 'Nobody to contact today.' : tasks === 1 ? 'One person worth contacting today.' : `${tasks} people worth contacting today.`),
  overdue: (days) => (days === 1 ? 'due yesterday' : `due ${days} days ago`),
  note: 'Note',
  call: 'Call',
  mail: 'E-mail',
  toKnow: 'Good to know',
  openSheet: 'Open the sheet',
  thenChoose: 'After each contact choose an Outcome in its row of CRM Tasks; the phone will do.',
  noWay: 'No number or address that works: add one in Contacts.',
  stale: (days) => `The last Mailchimp import is ${days} days old. Import a fresh export (CRM › Import Mailchimp…).`,
  problems: (count) => (count === 1 ? '1 row could not be read; CRM Import Problems says why, and what to do.' : `${count} rows could not be read; CRM Import Problems says why, and what to do.`),
  rulesToMend: (names) => `These rules make no tasks until they are mended; their Problem cell in CRM Rules says how: ${names}.`,
  lateNight: (day) => `The last night that finished was that of ${day}; none has run since. This one has caught up.`,
  mailNotSent: (day) => `The mail of ${day} may not have gone out. What it would have said still stands in CRM Tasks.`,
  lastOrder: (day) => `Last order ${day}`,
  more: (count) => `and ${count} more in the sheet`,
  copied: 'This workbook is a copy of the one that was set up. Run Set up… here, or delete the copy, so that two workbooks do not mail the same people.',
  restored: (night, known) => `A night finished on ${night}, but CRM Runs ${known === null ? 'is empty' : `ends on ${known}`}: an older version of the workbook seems to have been restored. What was done in between is gone from the sheets; look at the open tasks before contacting anyone again.`,
  mailFailed: (day, cause) => `The mail of ${day} was refused by Google (${cause}). Run Set up… and allow it to send mail.`,
  manyCells: (cells) => `The workbook holds ${(cells / 1_000_000).toFixed(1)} of the 10 million cells that Google allows. Delete blank rows and columns at the ends of large sheets.`,
  noQuota: (day) => `The mail of ${day} was not sent: the day's mail quota was used up.`,
  ledgerRebuilt: 'The hidden sheet CRM Ledger was gone and has been rebuilt from the tasks. No tasks were made tonight; they come again from tomorrow.',
  stepFailed: (cause) => `Part of the night failed; today's tasks are complete all the same. ${cause}`,
  types: {},
};

const he: DigestWords = {
  subject: (shop, tasks, overdue) => `${shop}: ${tasks === 0 ? 'אין למי לפנות היום' : tasks === 1 ? 'אדם אחד לפנות אליו היום' : `${tasks} אנשים לפנות אליהם היום`}${overdue > 0 ? ` (${overdue} באיחור)` : ''}`,
  intro: (tasks) => (tasks === 0 ? 'אין למי לפנות היום.' : tasks === 1 ? 'אדם אחד שכדאי לפנות אליו היום.' : `${tasks} אנשים שכדאי לפנות אליהם היום.`),
  overdue: (days) => (days === 1 ? 'מאתמול' : days === 2 ? 'באיחור של יומיים' : `באיחור של ${days} ימים`),
  note: 'הערה',
  call: 'שיחה',
  mail: 'דוא״ל',
  toKnow: 'כדאי לדעת',
  openSheet: 'לפתיחת הגיליון',
  thenChoose: 'אחרי כל פנייה: לבחור Outcome בשורה שלה ב-CRM Tasks; אפשר גם בטלפון.',
  noWay: 'אין מספר או כתובת תקינים: אפשר להוסיף ב-Contacts.',
  stale: (days) => `הייבוא האחרון מ-Mailchimp לפני ${days} ימים. כדאי לייבא קובץ עדכני (CRM › ייבוא מ-Mailchimp…).`,
  problems: (count) => (count === 1 ? 'שורה אחת לא נקראה; ב-CRM Import Problems כתוב למה ומה לעשות.' : `${count} שורות לא נקראו; ב-CRM Import Problems כתוב למה ומה לעשות.`),
  rulesToMend: (names) => `הכללים האלה לא ייצרו משימות עד שיתוקנו; בתא Problem שלהם ב-CRM Rules כתוב איך: ${names}.`,
  lateNight: (day) => `הריצה הלילית האחרונה שהושלמה הייתה ב-${day}, ומאז לא הייתה אחרת. הריצה הזו השלימה את החסר.`,
  mailNotSent: (day) => `ייתכן שהדואר של ${day} לא יצא. כל מה שהיה כתוב בו נמצא ב-CRM Tasks.`,
  lastOrder: (day) => `הזמנה אחרונה ${day}`,
  more: (count) => `ועוד ${count} בגיליון`,
  copied: 'החוברת הזו היא עותק של זו שהוגדרה. יש להריץ כאן הגדרה… או למחוק את העותק, כדי ששתי חוברות לא ישלחו דואר על אותם אנשים.',
  restored: (night, known) => `ריצה לילית הושלמה ב-${night}, אבל CRM Runs ${known === null ? 'ריק' : `נגמר ב-${known}`}: כנראה שוחזרה גרסה ישנה של החוברת. מה שנעשה בינתיים נעלם מהגיליונות; כדאי לעבור על המשימות הפתוחות לפני שפונים שוב למישהו.`,
  mailFailed: (day, cause) => `הדואר של ${day} נדחה על ידי Google (${cause}). יש להריץ הגדרה… ולאשר שליחת דואר.`,
  manyCells: (cells) => `בחוברת ${(cells / 1_000_000).toFixed(1)} מתוך 10 מיליון התאים ש-Google מאפשר. כדאי למחוק שורות ועמודות ריקות בסוף גיליונות גדולים.`,
  noQuota: (day) => `הדואר של ${day} לא נשלח: מכסת הדואר היומית נוצלה.`,
  ledgerRebuilt: 'הגיליון המוסתר CRM Ledger נעלם ונבנה מחדש מהמשימות. הלילה לא נוצרו משימות; הן יחזרו ממחר.',
  stepFailed: (cause) => `חלק מהריצה הלילית נכשל; משימות היום שלמות בכל זאת. ${cause}`,
  types: { Welcome: 'ברוכים הבאים', 'Follow-up': 'מעקב', 'Win-back': 'חזרה אלינו', 'High value': 'לקוחות מובילים', Anniversary: 'יום שנה', Birthday: 'יום הולדת', Product: 'מוצר', Custom: 'אישי' },
};

/** The words of the morning mail. */
export const digestMessages = { en, he } as const;
