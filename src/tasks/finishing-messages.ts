import { text, type Text } from '../shared/text';

/** Sentences about finishing tasks, outcomes and templates. */
export const tasksMessages = {
  outcomeTwice: (name: string): Text => text(`“${name}” stands twice; the first row counts. Delete or rename this one.`, `„${name}” מופיע פעמיים; השורה הראשונה קובעת. יש למחוק או לשנות את השם כאן.`),
  outcomeUnnamed: text('Outcome is blank: write the words of the button, or clear the row.', 'העמודה Outcome ריקה: יש לכתוב את מילות הכפתור, או לרוקן את השורה.'),
  unknownConsequence: (cell: string, words: string, until: string): Text =>
    text(`Then is “${cell}”: choose one of ${words}. Until then it is “${until}”.`, `ב-Then כתוב „${cell}”: יש לבחור אחת מאלה: ${words}. עד אז: ${until}.`),
  badDays: (cell: string, most: number, until: number): Text =>
    text(`Days is “${cell}”: write a whole number from 0 to ${most}, or clear the cell. Until then it is ${until}.`, `ב-Days כתוב „${cell}”: יש לכתוב מספר שלם מ-0 עד ${most}, או לרוקן את התא. עד אז: ${until}.`),
  badContactFlag: (cell: string, until: string): Text =>
    text(`Counts as contact is “${cell}”: write Y or N. Until then it is ${until}.`, `ב-Counts as contact כתוב „${cell}”: יש לכתוב Y או N. עד אז: ${until}.`),
  noSuchTask: (id: string): Text => text(`There is no task ${id} in CRM Tasks. It may have been deleted or archived; refresh the list.`, `אין משימה ${id} ב-CRM Tasks. ייתכן שנמחקה או הועברה לארכיון; יש לרענן את הרשימה.`),
  alreadyFinished: (id: string, status: string, day: string, outcome: string): Text =>
    text(`Task ${id} is already ${status}${day === '' ? '' : ` since ${day}`}${outcome === '' ? '' : ` (${outcome})`}. Reopen it first to change that.`, `משימה ${id} כבר במצב ${status}${day === '' ? '' : ` מאז ${day}`}${outcome === '' ? '' : ` (${outcome})`}. כדי לשנות יש לפתוח אותה מחדש.`),
  notFinished: (id: string): Text => text(`Task ${id} is still open; there is nothing to reopen.`, `משימה ${id} עדיין פתוחה; אין מה לפתוח מחדש.`),
  untilInThePast: (day: string): Text => text(`${day} is not after today. Choose a later day.`, `${day} אינו אחרי היום. יש לבחור יום מאוחר יותר.`),
  untilMissing: text('Say until when: --until yyyy-mm-dd.', 'יש לציין עד מתי: ‎--until yyyy-mm-dd.'),
  templateTwice: text('There is another row for this task type, channel and language; the first one counts. Delete or change this one.', 'יש שורה נוספת לאותו סוג, ערוץ ושפה; הראשונה קובעת. יש למחוק או לשנות את השורה הזו.'),
  templateTypeless: text('Task Type is blank, so the row is not used. Write the type of task that it is for.', 'Task Type ריק ולכן השורה אינה בשימוש. יש לכתוב לאיזה סוג משימה היא מיועדת.'),
  templateError: (reason: Text): Text => text(`${reason.en} Mend the formula or write the words; until then the row is not used.`, `${reason.he} יש לתקן את הנוסחה או לכתוב את המילים; עד אז השורה אינה בשימוש.`),
  templatePerhaps: (words: string, meant: string): Text => text(`Note: this is for a task type of your own, “${words}”. Did you mean “${meant}”?`, `הערה: השורה מיועדת לסוג משימה משלך, „${words}”. האם הכוונה ל-„${meant}”?`),
  templateBraces: text('A { or } stands alone. Write a field as {first name}, or leave the brace out.', 'יש סוגר מסולסל בודד. שדה נכתב כך: {first name}; אפשר גם להשמיט את הסוגר.'),
  templateEmpty: text('Text is empty, so the row is not used. Write the message or delete the row.', 'Text ריק ולכן השורה אינה בשימוש. יש לכתוב הודעה או למחוק את השורה.'),
  templateChannel: (words: string): Text => text(`Channel must be one of: ${words}.`, `ב-Channel יש לבחור: ${words}.`),
  templateLanguage: text('Language must be a two-letter code such as EN or HE.', 'ב-Language יש לכתוב קוד בן שתי אותיות כגון EN או HE.'),
  unknownField: (field: string, fields: string): Text => text(`{${field}} is no field. Known fields: ${fields}.`, `{${field}} אינו שדה. השדות: ${fields}.`),
  changedMeanwhile: (id: string): Text => text(`Someone changed or removed task ${id} in the sheet a moment ago; their change stands.`, `מישהו שינה או הסיר את משימה ${id} בגיליון לפני רגע; השינוי שלו נשאר.`),
  typedStatus: (words: string): Text => text(`Status is one of: ${words}. What stood here before was put back.`, `ב-Status אפשר לבחור: ${words}. הערך הקודם הוחזר.`),
  typedDueDate: text('Due Date is a date, such as 2026-07-05. What stood here before was put back.', 'ב-Due Date יש לכתוב תאריך, למשל 2026-07-05. הערך הקודם הוחזר.'),
  typedWithoutAddress: {
    reason: text('A task was typed without an e-mail address.', 'נכתבה משימה ללא כתובת דוא״ל.'),
    cure: text('Write the address in the Email column; the rest is filled in by the next run.', 'יש לכתוב כתובת בעמודה Email; השאר יתמלא בריצה הבאה.'),
  },
} as const;
