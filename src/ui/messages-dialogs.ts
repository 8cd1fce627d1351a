import { text, type Text } from '../shared/text';

/** Words that several dialogs use. */
export const dialogMessages = {
  close: text('Close', 'סגירה'),
  back: text('Back', 'חזרה'),
  again: text('Try again', 'ניסיון נוסף'),
  loading: text('Reading the workbook…', 'קריאת החוברת…'),
  working: text('Working…', 'רק רגע…'),
  people: (count: number, shown: string): Text => text(count === 1 ? '1 person' : `${shown} people`, count === 1 ? 'אדם אחד' : `${shown} אנשים`),
  tasks: (count: number, shown: string): Text => text(count === 1 ? '1 task' : `${shown} tasks`, count === 1 ? 'משימה אחת' : `${shown} משימות`),
  days: (count: number, shown: string): Text => text(count === 1 ? '1 day' : `${shown} days`, count === 1 ? 'יום אחד' : count === 2 ? 'יומיים' : `${shown} ימים`),
  more: (shown: string): Text => text(`and ${shown} more`, `ועוד ${shown}`),
  whom: text('E-mail address or name', 'כתובת דוא"ל או שם'),
  whichOne: text('Which one do you mean?', 'למי הכוונה?'),
  noSuch: (asked: string): Text => text(`Nobody in Contacts is called “${asked}”. Check the spelling, or run Sync contacts first.`, `אין ב-Contacts מי שנקרא "${asked}". יש לבדוק את האיות, או להריץ תחילה סנכרון.`),
  broke: (cause: string): Text => text(`This page broke off (${cause}). Close it and open it again.`, `הדף נעצר (${cause}). יש לסגור אותו ולפתוח שוב.`),
} as const;
