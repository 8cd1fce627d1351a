import { text, type Text } from '../../src/shared/text';

/** What the local host says of workbook files. Paths and names are as they are. */
export const workbookMessages = {
  notFound: (path: string): Text =>
    text(`There is nothing at ${path}. Give an .xlsx file or a folder with one CSV file a sheet.`, `אין דבר ב-${path}. יש לתת קובץ xlsx. או תיקייה ובה קובץ CSV לכל גיליון.`),
  notAWorkbook: (path: string): Text =>
    text(
      `${path} is neither an .xlsx file nor a folder of CSV files. Save it as .xlsx, or give the folder in which the CSV files lie.`,
      `${path} אינו קובץ xlsx. ואינו תיקייה של קובצי CSV. יש לשמור אותו כ-xlsx., או לתת את התיקייה שבה נמצאים קובצי ה-CSV.`,
    ),
  notReadable: (path: string, why: string): Text => text(`${path} cannot be read (${why}). Check its permissions.`, `לא ניתן לקרוא את ${path} (${why}). יש לבדוק את ההרשאות.`),
  notWritable: (path: string, why: string): Text =>
    text(`${path} could not be written (${why}). The old files are as they were.`, `לא ניתן לכתוב אל ${path} (${why}). הקבצים הישנים נשארו כפי שהיו.`),
  notUtf8: (file: string): Text =>
    text(`${file} is not UTF-8 text. Save it again as “CSV UTF-8 (comma delimited)”.`, `${file} אינו טקסט UTF-8. יש לשמור אותו שוב כ-“CSV UTF-8”.`),
  openQuote: (file: string, line: number): Text =>
    text(
      `${file}: the quotation mark opened in line ${line} is never closed, so the rows after it cannot be told apart. Close or double it.`,
      `${file}: המירכאות שנפתחו בשורה ${line} אינן נסגרות, ולכן אי אפשר להבדיל בין השורות שאחריהן. יש לסגור או להכפיל אותן.`,
    ),
  badState: (file: string, why: string): Text =>
    text(
      `${file} is damaged (${why}). Put it right or delete it: without it formats, properties and triggers start anew, the sheets stay.`,
      `${file} פגום (${why}). יש לתקן או למחוק אותו: בלעדיו עיצובים, מאפיינים וטריגרים מתחילים מחדש, והגיליונות נשארים.`,
    ),
  notXlsx: (path: string, why: string): Text =>
    text(`${path} could not be read as an .xlsx workbook (${why}). Open it in a spreadsheet program and save it again as .xlsx.`, `לא ניתן לקרוא את ${path} כקובץ xlsx. (${why}). יש לפתוח אותו בתוכנת גיליונות ולשמור שוב כ-xlsx.`),
  sameFile: (a: string, b: string): Text =>
    text(`The sheets “${a}” and “${b}” would lie in the same file. Rename one of them.`, `הגיליונות “${a}” ו-“${b}” יישמרו באותו קובץ. יש לשנות את שמו של אחד מהם.`),
};
