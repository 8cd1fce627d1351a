import { text, type Text } from '../../src/shared/text';

/** What the server of the local page says; the page's own words are in client/words.ts. */
export const webMessages = {
  running: (title: string, url: string): Text => text(`${title} is open at ${url}`, `${title} פתוח בכתובת ${url}`),
  stopHint: text('Ctrl+C stops it.', 'Ctrl+C עוצר אותו.'),
  notSaved: text('Changes since the last Save are gone: the file is as it was saved.', 'השינויים מאז השמירה האחרונה אבדו: הקובץ נשאר כפי שנשמר.'),
  noFreePort: (port: number): Text => text(`No free port from ${port} on. Choose another one with --port.`, `אין פורט פנוי החל מ-${port}. יש לבחור אחר עם --port.`),
  unknownOption: (option: string): Text =>
    text(`There is no option ${option}. There are --book PATH, --port N, --now MOMENT, --zone ZONE, --locale LOCALE, --user ADDRESS.`, `אין אפשרות ${option}. יש --book PATH, --port N, --now MOMENT, --zone ZONE, --locale LOCALE, --user ADDRESS.`),
  valueMissing: (option: string): Text => text(`${option} needs a value.`, `${option} צריכה ערך.`),
  badValue: (option: string, value: string, wanted: string): Text => text(`${option} is “${value}”; it takes ${wanted}.`, `${option} היא „${value}”; היא מקבלת ${wanted}.`),
  pageMissing: (name: string): Text =>
    text(`The page “${name}” is not there: src/ui/page-messages.ts does not name it, or the build is older than that.`, `העמוד „${name}” אינו קיים: הוא אינו מופיע ב-src/ui/page-messages.ts, או שהבנייה ישנה ממנו.`),
  functionMissing: (name: string): Text => text(`The script has no function “${name}”.`, `אין בסקריפט פונקציה בשם „${name}”.`),
  scriptFailed: (message: string): Text => text(`The script failed: ${message}`, `הסקריפט נכשל: ${message}`),
  tookTooLong: text('The run took longer than Google allows and was killed.', 'הריצה ארכה יותר ממה ש-Google מתירה ונקטעה.'),
  notAllowed: (sentence: string, values: string): Text =>
    text(`${sentence} ${values === '' ? '' : `It takes: ${values}.`}`.trim(), `${values === '' ? `הערך אינו מתקבל בתא: ${sentence}` : `הערך אינו מתקבל בתא. הערכים האפשריים: ${values}.`}`),
  lastColumn: text('A sheet keeps at least one column that is not frozen.', 'בגיליון נשארת לפחות עמודה אחת שאינה קפואה.'),
  saved: (path: string): Text => text(`Saved to ${path}`, `נשמר אל ${path}`),
  sampleAnew: text('The sample shop is as new.', 'חנות הדוגמה כמו חדשה.'),
  reopened: text('The workbook is as it was last saved.', 'החוברת כפי שנשמרה לאחרונה.'),
  noTrigger: text(
    'The clock moved on, and nothing else: the nightly job is not installed yet. Open CRM › Set up… to install it.',
    'השעון התקדם, ולא קרה דבר נוסף: העבודה הלילית עדיין לא הותקנה. יש לפתוח את CRM › הגדרה… כדי להתקין אותה.',
  ),
  nightOver: (day: string): Text => text(`The night to ${day} is over.`, `הלילה שלפני ${day} הסתיים.`),
  sheetGone: (name: string): Text => text(`The sheet “${name}” is not there any more.`, `הגיליון „${name}” כבר אינו קיים.`),
  pasteTooLarge: text('That is too large to paste here.', 'זה גדול מדי להדבקה כאן.'),
  badRequest: text('The page asked for something that does not exist.', 'העמוד ביקש משהו שאינו קיים.'),
} as const;
