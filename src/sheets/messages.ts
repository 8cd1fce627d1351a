import { text, type Text } from '../shared/text';
import type { Kind } from './table';

const wanted: Readonly<Record<Kind, Text>> = {
  text: text('text', 'טקסט'),
  choice: text('one of the words of its drop-down', 'אחת ממילות הרשימה הנפתחת'),
  flag: text('Y or N', 'Y או N'),
  number: text('a number', 'מספר'),
  count: text('a number', 'מספר'),
  money: text('an amount', 'סכום'),
  day: text('a date', 'תאריך'),
  moment: text('a date and time', 'תאריך ושעה'),
};

export const sheetsMessages = {
  notOfKind: (header: string, kind: Kind): Text => text(`${header} should hold ${wanted[kind].en}.`, `בעמודה ${header} צריך להיות ${wanted[kind].he}.`),
  correctCell: text('Correct the cell, or clear it; until then it counts as blank.', 'יש לתקן את התא או לרוקן אותו; עד אז הוא נחשב ריק.'),
  notOneOf: (header: string, words: readonly string[]): Text =>
    text(`${header} knows only: ${words.join(', ')}.`, `בעמודה ${header} מותר רק: ${words.join(', ')}.`),
  errorCell: (header: string): Text => text(`${header} shows an error.`, `בעמודה ${header} מוצגת שגיאה.`),
  mendFormula: text('Mend the formula, or put the value in its place.', 'יש לתקן את הנוסחה או לכתוב ערך במקומה.'),
  twice: (header: string): Text => text(`There are two columns “${header}”; the first one counts.`, `יש שתי עמודות "${header}"; הראשונה קובעת.`),
  renameSecond: text('Rename or delete the second one.', 'יש לשנות את שם העמודה השנייה או למחוק אותה.'),
  formulaKept: (header: string): Text =>
    text(`There is a formula in ${header}, which is filled by itself; it was left as it is.`, `בעמודה ${header}, שמתמלאת מעצמה, יש נוסחה; היא נשארה כפי שהיא.`),
  clearFormula: text('Move the formula to a column of your own, then clear the cell.', 'יש להעביר את הנוסחה לעמודה משלך ולרוקן את התא.'),
  someoneIsSorting: (sheet: string): Text =>
    text(`Someone is sorting the sheet ${sheet}; run it again when they have finished.`, `מישהו ממיין כרגע את הגיליון ${sheet}; יש להריץ שוב לאחר שיסיים.`),
  rowsChanged: (sheet: string): Text =>
    text(`Someone changed the row in ${sheet} meanwhile; do it again to finish.`, `מישהו שינה בינתיים את השורה בגיליון ${sheet}; יש לבצע שוב כדי להשלים.`),
  sheetGone: (sheet: string): Text =>
    text(`The sheet ${sheet} is not there; run Set up… in the CRM menu to make it again.`, `הגיליון ${sheet} איננו; יש להריץ "הגדרה…" בתפריט CRM כדי ליצור אותו מחדש.`),
  sheetRenamed: (sheet: string, found: string): Text =>
    text(
      `The sheet ${sheet} is not there, but “${found}” has its columns: name it ${sheet} again. Delete “${found}”, or its first row, if a new one shall be made.`,
      `הגיליון ${sheet} איננו, אך ל"${found}" יש אותן עמודות: יש להחזיר לו את השם ${sheet}. כדי ליצור גיליון חדש יש למחוק את "${found}" או את השורה הראשונה שלו.`,
    ),
  noSuchSheet: (sheet: string): Text =>
    text(`There is no sheet “${sheet}” in this workbook; correct the name in CRM Settings.`, `אין בחוברת גיליון בשם "${sheet}"; יש לתקן את השם ב-CRM Settings.`),
  keyColumnGone: (sheet: string, header: string): Text =>
    text(
      `The sheet ${sheet} has rows but no column “${header}” in row 1; name that column so again, or undo what removed it.`,
      `בגיליון ${sheet} יש שורות אך אין עמודה "${header}" בשורה 1; יש להחזיר לעמודה את שמה או לבטל את הפעולה שהסירה אותה.`,
    ),
  protection: text('This sheet is kept by the CRM; what you change here may be overwritten.', 'הגיליון מנוהל על ידי ה-CRM; שינויים כאן עלולים להידרס.'),
};
