import { text, type Text } from '../../shared/text';

interface FactWords {
  /** The fact that is tried. */
  readonly holds: Text;
  /** What follows where it does not hold. */
  readonly else: Text;
}

const nothingElse = text('It does not: tell whoever looks after the script before relying on it.', 'זה לא מתקיים: יש לומר זאת למי שמטפל בסקריפט לפני שסומכים עליו.');

/** What each fact of the self-test means to the manager. */
export const checkMessages: Readonly<Record<string, FactWords>> = {
  emptySheet: { holds: text('A new sheet is empty.', 'גיליון חדש הוא ריק.'), else: nothingElse },
  textInTextCells: { holds: text('Phones, codes and formula-like text stay as they are in text cells.', 'טלפונים, קודים וטקסט שנראה כנוסחה נשארים כפי שהם בתאי טקסט.'), else: nothingElse },
  apostropheInTextCells: {
    holds: text('An apostrophe at the start of a text cell is kept.', 'גרש בתחילת תא טקסט נשמר.'),
    else: text('It is not: from now on the script protects text with an apostrophe of its own.', 'הוא לא נשמר: מעתה הסקריפט מגן על הטקסט בגרש משלו.'),
  },
  numbersInTextCells: {
    holds: text('A number written into a text cell stays a number.', 'מספר שנכתב לתא טקסט נשאר מספר.'),
    else: text('It becomes text; the script reads both, nothing needs to be done.', 'הוא הופך לטקסט; הסקריפט קורא את שניהם, אין צורך לעשות דבר.'),
  },
  apostropheProtectsText: { holds: text('A leading apostrophe keeps text from becoming a number, date or formula.', 'גרש בתחילה מונע מטקסט להפוך למספר, תאריך או נוסחה.'), else: nothingElse },
  dayRoundTrip: { holds: text('Days come back as the same days, on clock changes too.', 'תאריכים חוזרים כאותם תאריכים, גם במעבר לשעון קיץ וחורף.'), else: text('They do not: compare the time zone in File › Settings with the script’s.', 'הם לא: יש להשוות את אזור הזמן שב-קובץ › הגדרות לזה של הסקריפט.') },
  momentRoundTrip: { holds: text('Times come back as the same times.', 'שעות חוזרות כאותן שעות.'), else: text('They do not: compare the time zone in File › Settings with the script’s.', 'הן לא: יש להשוות את אזור הזמן שב-קובץ › הגדרות לזה של הסקריפט.') },
  numberFormats: { holds: text('Number formats stay as set.', 'תבניות המספרים נשארות כפי שנקבעו.'), else: nothingElse },
  rangeLists: { holds: text('Several ranges can be formatted at once.', 'אפשר לעצב כמה טווחים בבת אחת.'), else: nothingElse },
  openEndedRanges: { holds: text('A range such as A2:B reaches to the end of the sheet.', 'טווח כגון A2:B מגיע עד סוף הגיליון.'), else: nothingElse },
  dropDownsRefuseNothing: { holds: text('A drop-down that only suggests takes other words too.', 'רשימה נפתחת שרק מציעה מקבלת גם מילים אחרות.'), else: nothingElse },
  checkboxesReadAsFalse: { holds: text('An unticked checkbox reads as “no”.', 'תיבת סימון ריקה נקראת "לא".'), else: nothingElse },
  wholeSheetAtOnce: { holds: text('A sheet is read to its last row and column in one go.', 'גיליון נקרא עד השורה והעמודה האחרונות שלו בבת אחת.'), else: nothingElse },
  headerNotes: { holds: text('Notes of header cells stay as written.', 'הערות בתאי הכותרת נשארות כפי שנכתבו.'), else: nothingElse },
  rowsBelowTheLast: { holds: text('Rows can be added below the last one.', 'אפשר להוסיף שורות מתחת לאחרונה.'), else: nothingElse },
  rowsAboveOthers: { holds: text('Rows put in above another look like it.', 'שורות שמוכנסות מעל שורה אחרת נראות כמוה.'), else: text('They do not: lines of CRM Runs may look like its header; nothing is lost by it.', 'הן לא: שורות של CRM Runs עשויות להיראות כמו הכותרת; דבר לא אובד בכך.') },
  documentLock: { holds: text('Only one run works on the workbook at a time.', 'רק ריצה אחת פועלת על החוברת בכל רגע.'), else: text('The lock could not be taken: another run may be at work. Try again in a minute.', 'לא ניתן היה לתפוס את המנעול: ייתכן שריצה אחרת פועלת. אפשר לנסות שוב בעוד דקה.') },
  properties: { holds: text('The workbook remembers what the script notes about its runs.', 'החוברת זוכרת את מה שהסקריפט רושם על הריצות שלו.'), else: nothingElse },
  cache: { holds: text('A large import can be sent in portions.', 'אפשר לשלוח ייבוא גדול בחלקים.'), else: text('It cannot: import smaller files.', 'אי אפשר: יש לייבא קבצים קטנים יותר.') },
  triggers: { holds: text('The script may look at its hourly run.', 'הסקריפט רשאי לראות את הריצה השעתית שלו.'), else: text('It may not: run Set up… again and agree to everything it asks for.', 'הוא אינו רשאי: יש להריץ שוב "הגדרה…" ולאשר את כל מה שמתבקש.') },
  mail: { holds: text('The morning mail can be sent today.', 'אפשר לשלוח היום את הדואר היומי.'), else: text('It cannot: the day’s quota is used up, or the permission to send mail is missing (run Set up… again and agree to it).', 'אי אפשר: המכסה היומית נוצלה, או שחסרה הרשאה לשלוח דואר (יש להריץ שוב "הגדרה…" ולאשר).') },
  user: { holds: text('The script knows who runs it.', 'הסקריפט יודע מי מריץ אותו.'), else: text('It does not: run Set up… again and agree to everything it asks for.', 'הוא אינו יודע: יש להריץ שוב "הגדרה…" ולאשר את כל מה שמתבקש.') },
  dialogs: { holds: text('Dialogs and the sidebar can be opened.', 'אפשר לפתוח חלונות ואת סרגל הצד.'), else: text('They cannot: run Set up… again and agree to everything it asks for.', 'אי אפשר: יש להריץ שוב "הגדרה…" ולאשר את כל מה שמתבקש.') },
  timeZones: { holds: text('The workbook and the script have the same time zone.', 'לחוברת ולסקריפט אותו אזור זמן.'), else: text('They do not, so days would be off by one: set the workbook’s zone in File › Settings.', 'אין להם, ולכן תאריכים יזוזו ביום: יש לקבוע את אזור הזמן של החוברת ב-קובץ › הגדרות.') },
  hourlyRun: { holds: text('The hourly run is installed.', 'הריצה השעתית מותקנת.'), else: text('It is not: choose CRM › Set up….', 'היא אינה מותקנת: יש לבחור CRM › הגדרה….') },
};
