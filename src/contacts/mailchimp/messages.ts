import { text, type Text } from '../../shared/text';

const howToExport = {
  en: 'In Mailchimp open Audience, All contacts, Export audience, and take the file (or the ZIP) from there.',
  he: 'ב-Mailchimp יש לפתוח Audience, ‏All contacts, ‏Export audience, ולקחת משם את הקובץ (או ה-ZIP).',
};
const wrongFile = (en: string, he: string): Text => text(`${en} Nothing was imported. ${howToExport.en}`, `${he} דבר לא יובא. ${howToExport.he}`);

/** The sentences of the Mailchimp import: refusals of a whole file, reasons and cures of single rows. */
export const mailchimpMessages = {
  notText: (file: string): Text => wrongFile(`${file} is not a text file (a spreadsheet, a picture or a PDF, perhaps); a CSV file is needed.`, `${file} אינו קובץ טקסט (אולי גיליון, תמונה או PDF); דרוש קובץ CSV.`),
  empty: (file: string): Text => wrongFile(`${file} is empty.`, `${file} ריק.`),
  headerOnly: (file: string): Text => wrongFile(`${file} holds a header and no members.`, `ב-${file} יש שורת כותרת ואין אנשי קשר.`),
  webPage: (file: string): Text => wrongFile(`${file} is a web page, not an export.`, `${file} הוא דף אינטרנט ולא ייצוא.`),
  campaignReport: (file: string): Text => wrongFile(`${file} is a campaign report, not an audience export.`, `${file} הוא דוח קמפיין ולא ייצוא של קהל.`),
  orderExport: (file: string): Text =>
    wrongFile(`${file} is a list of orders, not a Mailchimp audience export; orders belong into the order sheet.`, `${file} הוא רשימת הזמנות ולא ייצוא קהל של Mailchimp; הזמנות שייכות לגיליון ההזמנות.`),
  ownSheet: (file: string): Text => wrongFile(`${file} is a copy of this workbook’s Contacts, not a Mailchimp export.`, `${file} הוא עותק של Contacts מחוברת זו ולא ייצוא של Mailchimp.`),
  mojibake: (file: string): Text =>
    wrongFile(
      `The letters in ${file} are damaged: it was saved in a wrong encoding (names look like ×“× ×” or ????). Export it again and do not open it in another program in between.`,
      `האותיות ב-${file} פגומות: הקובץ נשמר בקידוד שגוי (שמות נראים כמו ×“× ×” או ????). יש לייצא אותו שוב ולא לפתוח אותו בדרך בתוכנה אחרת.`,
    ),
  noHeader: (file: string): Text =>
    wrongFile(`${file} has no header: its first line is a member already. The first line must name the columns, Email Address among them.`, `ב-${file} אין שורת כותרת: השורה הראשונה היא כבר איש קשר. השורה הראשונה צריכה לנקוב בשמות העמודות, ובהן Email Address.`),
  noEmailColumn: (file: string, found: string): Text =>
    wrongFile(`${file} has no column Email Address; its columns are: ${found}.`, `ב-${file} אין עמודה Email Address; העמודות שבו: ${found}.`),
  kindUnknown: (file: string): Text =>
    text(
      `Neither the columns nor the name of ${file} tell whether its members are subscribed, unsubscribed, cleaned or non-subscribed. Say which: choose it in the dialog, or add --kind subscribed (unsubscribed, cleaned, non-subscribed).`,
      `לא העמודות ולא השם של ${file} מגלים אם אנשי הקשר שבו הם subscribed, unsubscribed, cleaned או non-subscribed. יש לציין זאת: לבחור בחלון, או להוסיף ‎--kind subscribed‏ (unsubscribed, cleaned, non-subscribed).`,
    ),
  noAddress: text('The row has no e-mail address.', 'בשורה אין כתובת דוא"ל.'),
  addAddress: text('Add the address in Mailchimp and export again, or leave it: nobody can be told from this row.', 'יש להוסיף את הכתובת ב-Mailchimp ולייצא שוב, או להתעלם: אי אפשר לזהות אדם משורה זו.'),
  invalidAddress: text('This is not an e-mail address.', 'זו אינה כתובת דוא"ל.'),
  correctAddress: text('Correct the address in Mailchimp and export again.', 'יש לתקן את הכתובת ב-Mailchimp ולייצא שוב.'),
  severalAddresses: text('There are several addresses in one cell.', 'בתא אחד יש כמה כתובות.'),
  oneAddressEach: text('Give each address a row of its own in Mailchimp and export again.', 'יש לתת לכל כתובת שורה משלה ב-Mailchimp ולייצא שוב.'),
  nameInAddress: text('There is more than the bare address in the cell.', 'בתא יש יותר מהכתובת עצמה.'),
  bareAddress: text('Leave only the address itself in the cell and import again.', 'יש להשאיר בתא רק את הכתובת עצמה ולייבא שוב.'),
  unclosedQuote: text('A quotation mark is opened in this row and never closed, so its columns can’t be told apart.', 'בשורה נפתחו מירכאות שלא נסגרו, ולכן אי אפשר להפריד בין העמודות.'),
  closeQuote: text('Close or remove the quotation mark in the file and import again.', 'יש לסגור או להסיר את המירכאות בקובץ ולייבא שוב.'),
  unknownStatus: text('The status is no word that Mailchimp uses.', 'המצב אינו מילה ש-Mailchimp משתמש בה.'),
  useStatus: text('Use subscribed, unsubscribed, cleaned or non-subscribed.', 'יש להשתמש ב-subscribed, ‏unsubscribed, ‏cleaned או non-subscribed.'),
  badBirthday: text('The birthday is no day of the year; the rest of the row was taken.', 'יום ההולדת אינו יום בשנה; שאר השורה נקלט.'),
  correctBirthday: text('Correct the birthday in Mailchimp (MM/DD) or type it into Contacts.', 'יש לתקן את יום ההולדת ב-Mailchimp (MM/DD) או להקליד אותו ב-Contacts.'),
  badTime: text('The time is not readable; the rest of the row was taken, as of no known time.', 'המועד אינו קריא; שאר השורה נקלט, ללא מועד ידוע.'),
  correctTime: text('Times should look like 2025-01-31 10:00:00, as Mailchimp exports them.', 'מועדים צריכים להיראות כמו 2025-01-31 10:00:00, כפי ש-Mailchimp מייצא אותם.'),
} as const;
