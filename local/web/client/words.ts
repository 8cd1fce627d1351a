import type { PageState } from '../protocol';

type Language = PageState['language'];

const words = (en: string, he: string): Readonly<Record<Language, string>> => ({ en, he });

/** The page's own words; the script speaks for itself. */
const catalogue = {
  menuBar: words('Menus', 'תפריטים'),
  tryOut: words('Try-out', 'כלי ניסוי'),
  mail: words('Mail', 'דואר'),
  mailSent: words('Mail sent', 'דואר שנשלח'),
  noMail: words('Nothing has been sent yet. The morning mail goes out at night: try “Next night”.', 'עדיין לא נשלח דבר. דואר הבוקר נשלח בלילה: אפשר לנסות „הלילה הבא”.'),
  mailTo: words('To', 'אל'),
  back: words('Back', 'חזרה'),
  save: words('Save', 'שמירה'),
  saved: words('Saved', 'נשמר'),
  notSaved: words('Not saved', 'לא נשמר'),
  reset: words('Reset', 'איפוס'),
  resetSample: words('The sample shop as new', 'חנות הדוגמה כמו חדשה'),
  reopen: words('Back to what was last saved', 'חזרה למה שנשמר לאחרונה'),
  resetSure: words('Everything in this workbook goes back. Go on?', 'כל מה שבחוברת יחזור לאחור. להמשיך?'),
  clock: words('Clock', 'שעון'),
  nextNight: words('Next night', 'הלילה הבא'),
  language: words('Language', 'שפה'),
  user: words('User', 'משתמש'),
  faults: words('What if', 'מה אם'),
  offline: words('Offline', 'אין רשת'),
  busy: words('Busy', 'תפוס'),
  busyMeans: words('Somebody else is running a job', 'מישהו אחר מריץ עבודה'),
  offlineMeans: words('Calls of the sidebar and the dialogs do not get through', 'קריאות של סרגל הצד והחלונות אינן מגיעות'),
  severalAccountsMeans: words('The browser is signed in to several Google accounts', 'הדפדפן מחובר לכמה חשבונות Google'),
  slowMeans: words('Answers take three seconds', 'תשובות לוקחות שלוש שניות'),
  severalAccounts: words('Several accounts', 'כמה חשבונות'),
  slow: words('Slow', 'איטי'),
  hiddenSheet: words('hidden', 'מוסתר'),
  showHidden: words('Show hidden', 'הצגת מוסתרים'),
  hiddenSheets: words('hidden sheets', 'גיליונות מוסתרים'),
  sheets: words('Sheets', 'גיליונות'),
  allSheets: words('All sheets', 'כל הגיליונות'),
  changed: words('changed', 'השתנה'),
  close: words('Close', 'סגירה'),
  ok: words('OK', 'אישור'),
  cancel: words('Cancel', 'ביטול'),
  formulaBar: words('Content of the cell', 'תוכן התא'),
  columnMenu: words('Column', 'עמודה'),
  sortUp: words('Sort sheet A → Z', 'מיון הגיליון א ← ת'),
  sortDown: words('Sort sheet Z → A', 'מיון הגיליון ת ← א'),
  insertAbove: words('Insert row above', 'הוספת שורה מעל'),
  deleteRows: words('Delete row', 'מחיקת שורה'),
  copy: words('Copy', 'העתקה'),
  clear: words('Clear', 'ניקוי'),
  hideSheet: words('Hide sheet', 'הסתרת הגיליון'),
  unhideSheet: words('Show sheet always', 'הצגת הגיליון תמיד'),
  openLink: words('Open', 'פתיחה'),
  sum: words('Sum', 'סכום'),
  average: words('Average', 'ממוצע'),
  count: words('Count', 'מספר'),
  protectedSheet: words('Protected', 'מוגן'),
  running: words('Working…', 'עובד…'),
  noServer: words('The local server does not answer. Is npm start still running?', 'השרת המקומי אינו עונה. האם npm start עדיין פועל?'),
  sidebar: words('Sidebar', 'סרגל צד'),
  edited: words('onEdit answered', 'onEdit הגיב'),
  openMenu: words('Open the menu', 'פתיחת התפריט'),
  row: words('Row', 'שורה'),
} as const;

let language: Language = 'en';

/** Sets the language of all words from now on. */
export function speak(now: Language): void {
  language = now;
}

/** A word of the page in its language. */
export const say = (name: keyof typeof catalogue): string => catalogue[name][language];
