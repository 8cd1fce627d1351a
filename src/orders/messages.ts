import { text, type Text } from '../shared/text';
import { orderFields } from '../settings/order-fields';
import type { Needed } from './order-layout';

const quoted = (value: string): string => `“${value}”`;
const list = (words: readonly string[]): string => words.map(quoted).join(', ');
const needed = (fields: readonly Needed[]): string => fields.map((field) => orderFields[field]).join(', ');
const MOST_HEADERS = 25;
const shown = (header: readonly string[]): string => {
  const words = header.filter((cell) => cell !== '');
  return words.length > MOST_HEADERS ? `${list(words.slice(0, MOST_HEADERS))}, …` : list(words);
};

/** Sentences about orders. Sheet, column and setting names stay English. */
export const ordersMessages = {
  noOrderSheet: (sheets: readonly string[]): Text =>
    text(
      `No order sheet was found${sheets.length === 0 ? '' : ` among ${list(sheets)}`}. An order sheet has the columns Order ID, Date, Status and Email in its first row. Import the orders, or name their sheet in the setting Order sheets of CRM Settings.`,
      `לא נמצא גיליון הזמנות${sheets.length === 0 ? '' : ` בין ${list(sheets)}`}. בגיליון הזמנות יש בשורה הראשונה העמודות Order ID, Date, Status ו-Email. יש לייבא את ההזמנות, או לציין את שם הגיליון בהגדרה Order sheets שב-CRM Settings.`,
    ),
  headersUnknown: (sheet: string, header: readonly string[], lacks: readonly Needed[]): Text =>
    text(
      `The sheet ${quoted(sheet)} cannot be read as orders: no column for ${needed(lacks)} was recognised. Headers found: ${header.length === 0 ? 'none' : shown(header)}. Needed: Order ID, Date, Status, Email. Say in the setting Order columns of CRM Settings which header is which, such as ${needed(lacks.slice(0, 1))} = your header.`,
      `לא ניתן לקרוא את הגיליון ${quoted(sheet)} כהזמנות: לא זוהתה עמודה עבור ${needed(lacks)}. כותרות שנמצאו: ${header.length === 0 ? 'אין' : shown(header)}. נדרשות: Order ID, Date, Status, Email. בהגדרה Order columns שב-CRM Settings יש לציין איזו כותרת היא מה, למשל ${needed(lacks.slice(0, 1))} = הכותרת שלך.`,
    ),
  analyticsExport: (sheet: string): Text =>
    text(
      `The sheet ${quoted(sheet)} is WooCommerce's Analytics export, which has no e-mail column, so nobody can be told apart. Export the orders with an order export plugin instead (WebToffee, Advanced Order Export or SkyVerge), with billing e-mail, and paste that.`,
      `הגיליון ${quoted(sheet)} הוא ייצוא Analytics של WooCommerce, שאין בו עמודת דוא״ל, ולכן אי אפשר לזהות את הלקוחות. יש לייצא את ההזמנות בתוסף לייצוא הזמנות (WebToffee, Advanced Order Export או SkyVerge), עם דוא״ל לחיוב, ולהדביק אותו.`,
    ),
  namedSheetMissing: (sheet: string, sheets: readonly string[], closest: string | null): Text =>
    text(
      `The setting Order sheets names ${quoted(sheet)}, but there is no such sheet.${closest === null ? '' : ` Did you mean ${quoted(closest)}?`}${sheets.length === 0 ? '' : ` The workbook has ${list(sheets)}.`} Correct the setting in CRM Settings, or leave it blank.`,
      `ההגדרה Order sheets מציינת את ${quoted(sheet)}, אך אין גיליון כזה.${closest === null ? '' : ` האם הכוונה ל-${quoted(closest)}?`}${sheets.length === 0 ? '' : ` בחוברת יש ${list(sheets)}.`} יש לתקן את ההגדרה ב-CRM Settings, או להשאיר אותה ריקה.`,
    ),
  mappedHeaderMissing: (field: string, header: string, sheets: readonly string[]): Text =>
    text(
      `The setting Order columns says ${field} = ${header}, but none of the order sheets (${list(sheets)}) has a header ${quoted(header)}. Correct the setting in CRM Settings.`,
      `ההגדרה Order columns אומרת ${field} = ${header}, אך באף גיליון הזמנות (${list(sheets)}) אין כותרת ${quoted(header)}. יש לתקן את ההגדרה ב-CRM Settings.`,
    ),
  noOrderId: {
    reason: text('The row has no order id.', 'בשורה אין מזהה הזמנה.'),
    cure: text('Fill in the order id, or delete the row if it is no order.', 'יש למלא את מזהה ההזמנה, או למחוק את השורה אם אינה הזמנה.'),
  },
  noDate: {
    reason: text('The order has no date.', 'להזמנה אין תאריך.'),
    cure: text('Fill in the order date.', 'יש למלא את תאריך ההזמנה.'),
  },
  badDate: {
    reason: text('The order date cannot be read.', 'לא ניתן לקרוא את תאריך ההזמנה.'),
    cure: text('Enter it as a date, such as 2026-01-31.', 'יש להזין תאריך, למשל 2026-01-31.'),
  },
  futureDate: {
    reason: text('The order is dated in the future.', 'תאריך ההזמנה בעתיד.'),
    cure: text('Correct the date; until then the order is not counted.', 'יש לתקן את התאריך; עד אז ההזמנה אינה נספרת.'),
  },
  noTotal: {
    reason: text('The order has no total.', 'להזמנה אין סכום.'),
    cure: text('Fill in the total (0 for a free order).', 'יש למלא את הסכום (0 להזמנה ללא תשלום).'),
  },
  badTotal: {
    reason: text('The order total cannot be read as an amount.', 'לא ניתן לקרוא את סכום ההזמנה.'),
    cure: text('Enter a number, such as 320.00.', 'יש להזין מספר, למשל 320.00.'),
  },
  badRefund: {
    reason: text('The refund cannot be read as an amount.', 'לא ניתן לקרוא את סכום ההחזר.'),
    cure: text('Enter a number, such as 50.00, or leave it blank.', 'יש להזין מספר, למשל 50.00, או להשאיר ריק.'),
  },
  noEmail: {
    reason: text('The order has no e-mail address.', 'להזמנה אין כתובת דוא״ל.'),
    cure: text('Fill in the address if it is known; without one the order belongs to nobody.', 'יש למלא כתובת אם היא ידועה; בלעדיה ההזמנה אינה שייכת לאיש.'),
  },
  badEmail: {
    reason: text('This is not one e-mail address.', 'זו אינה כתובת דוא״ל אחת.'),
    cure: text('Enter one address, such as name@shop.example.', 'יש להזין כתובת אחת, למשל name@shop.example.'),
  },
  foreignCurrency: (currency: string, home: string) => ({
    reason: text(`The order is in ${currency}, not in ${home}: it counts as an order, but not as spend.`, `ההזמנה ב-${currency} ולא ב-${home}: היא נספרת כהזמנה, אך לא כסכום.`),
    cure: text('Nothing to do, unless the currency is wrong. The setting Currency says which one is added up.', 'אין צורך בפעולה, אלא אם המטבע שגוי. ההגדרה Currency קובעת איזה מטבע מסוכם.'),
  }),
  ordersDropped: (before: number, now: number, percent: number): Text =>
    text(
      `The order sheets hold ${now} orders; at the last good sync they held ${before}. That is more than ${percent} % fewer, so nothing was written. If the shop's import is still running, wait and run again. If the orders are meant to be gone, choose Accept the smaller order sheet in the CRM menu.`,
      `בגיליונות ההזמנות יש ${now} הזמנות; בסנכרון התקין האחרון היו ${before}. זו ירידה של יותר מ-${percent} %, ולכן לא נכתב דבר. אם הייבוא של החנות עדיין רץ, יש להמתין ולהריץ שוב. אם ההזמנות נמחקו בכוונה, יש לבחור Accept the smaller order sheet בתפריט CRM.`,
    ),
  headersGone: (sheet: string, headers: readonly string[]): Text =>
    text(
      `The sheet ${quoted(sheet)} no longer has ${list(headers)}, which the last good sync read, so nothing was written. If the shop's import is still running, wait and run again. If the change is meant, choose Accept the smaller order sheet in the CRM menu.`,
      `בגיליון ${quoted(sheet)} אין עוד ${list(headers)}, שנקראו בסנכרון התקין האחרון, ולכן לא נכתב דבר. אם הייבוא של החנות עדיין רץ, יש להמתין ולהריץ שוב. אם השינוי מכוון, יש לבחור Accept the smaller order sheet בתפריט CRM.`,
    ),
  sheetGone: (sheet: string): Text =>
    text(
      `The sheet ${quoted(sheet)}, which the last good sync read, is gone or empty, so nothing was written. If the shop's import is still running, wait and run again. If it is meant, choose Accept the smaller order sheet in the CRM menu.`,
      `הגיליון ${quoted(sheet)}, שנקרא בסנכרון התקין האחרון, נעלם או ריק, ולכן לא נכתב דבר. אם הייבוא של החנות עדיין רץ, יש להמתין ולהריץ שוב. אם זה מכוון, יש לבחור Accept the smaller order sheet בתפריט CRM.`,
    ),
  errorCell: (sheet: string, row: number, header: string, value: string, count: number): Text =>
    text(
      `The sheet ${quoted(sheet)} shows ${quoted(value)} in row ${row}, column ${quoted(header)}${count > 1 ? ` (${count} such cells)` : ''}, so the orders are not complete and nothing was written. Wait until the sheet has loaded, or repair the formula, and run again.`,
      `בגיליון ${quoted(sheet)} מופיע ${quoted(value)} בשורה ${row}, עמודה ${quoted(header)}${count > 1 ? ` (${count} תאים כאלה)` : ''}, לכן ההזמנות אינן שלמות ולא נכתב דבר. יש להמתין לטעינת הגיליון או לתקן את הנוסחה, ולהריץ שוב.`,
    ),
  changedBetweenLooks: text(
    "The order sheets changed while they were read, as they do during the shop's own import, so nothing was written. Run again when the import is done.",
    'גיליונות ההזמנות השתנו בזמן הקריאה, כפי שקורה בעת הייבוא של החנות, ולכן לא נכתב דבר. יש להריץ שוב כשהייבוא מסתיים.',
  ),
};
