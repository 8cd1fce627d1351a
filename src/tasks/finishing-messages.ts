import { text, type Text } from '../shared/text';

/** Sentences about finishing tasks, outcomes and templates. */
export const tasksMessages = {
  outcomeTwice: (name: string): Text => text(`“${name}” stands twice; the first row counts. Delete or rename this one.`, `„${name}” מופיע פעמיים; השורה הראשונה קובעת. יש למחוק או לשנות את השם כאן.`),
  unknownConsequence: (words: string): Text => text(`“Then” must be one of: ${words}. Choose one from the list.`, `ב-Then יש לבחור אחת מהאפשרויות: ${words}.`),
  badDays: text('Days must be a whole number, 0 or more. Type a number or clear the cell.', 'ב-Days יש לכתוב מספר שלם, 0 ומעלה, או לרוקן את התא.'),
  noSuchTask: (id: string): Text => text(`There is no task ${id} in CRM Tasks. It may have been deleted or archived; refresh the list.`, `אין משימה ${id} ב-CRM Tasks. ייתכן שנמחקה או הועברה לארכיון; יש לרענן את הרשימה.`),
  alreadyFinished: (id: string, status: string, day: string, outcome: string): Text =>
    text(`Task ${id} is already ${status}${day === '' ? '' : ` since ${day}`}${outcome === '' ? '' : ` (${outcome})`}. Reopen it first to change that.`, `משימה ${id} כבר במצב ${status}${day === '' ? '' : ` מאז ${day}`}${outcome === '' ? '' : ` (${outcome})`}. כדי לשנות יש לפתוח אותה מחדש.`),
  notFinished: (id: string): Text => text(`Task ${id} is still open; there is nothing to reopen.`, `משימה ${id} עדיין פתוחה; אין מה לפתוח מחדש.`),
  untilInThePast: (day: string): Text => text(`${day} is not after today. Choose a later day.`, `${day} אינו אחרי היום. יש לבחור יום מאוחר יותר.`),
  untilMissing: text('Say until when: --until yyyy-mm-dd.', 'יש לציין עד מתי: ‎--until yyyy-mm-dd.'),
  outcomeMissing: text('Choose an outcome.', 'יש לבחור תוצאה.'),
  templateTwice: text('There is another row for this task type, channel and language; the first one counts.', 'יש שורה נוספת לאותו סוג, ערוץ ושפה; הראשונה קובעת.'),
  templateEmpty: text('Text is empty, so the row is not used. Write the message or delete the row.', 'Text ריק ולכן השורה אינה בשימוש. יש לכתוב הודעה או למחוק את השורה.'),
  templateChannel: (words: string): Text => text(`Channel must be one of: ${words}.`, `ב-Channel יש לבחור: ${words}.`),
  templateLanguage: text('Language must be a two-letter code such as EN or HE.', 'ב-Language יש לכתוב קוד בן שתי אותיות כגון EN או HE.'),
  unknownField: (field: string, fields: string): Text => text(`{${field}} is no field. Known fields: ${fields}.`, `{${field}} אינו שדה. השדות: ${fields}.`),
  changedMeanwhile: (id: string): Text => text(`Someone changed or removed task ${id} in the sheet a moment ago; their change stands.`, `מישהו שינה או הסיר את משימה ${id} בגיליון לפני רגע; השינוי שלו נשאר.`),
  typedWithoutAddress: {
    reason: text('A task was typed without an e-mail address.', 'נכתבה משימה ללא כתובת דוא״ל.'),
    cure: text('Write the address in the Email column; the rest is filled in by the next run.', 'יש לכתוב כתובת בעמודה Email; השאר יתמלא בריצה הבאה.'),
  },
} as const;
