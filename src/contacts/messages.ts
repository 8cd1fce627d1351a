import { text, type Text } from '../shared/text';

const correctAddress = text('Correct the address in the Email column, or delete the row.', 'יש לתקן את הכתובת בעמודה Email, או למחוק את השורה.');

/** The sentences of the contacts room. */
export const contactsMessages = {
  noAddress: text('The row has no e-mail address, so it is nobody’s.', 'בשורה אין כתובת דוא"ל, ולכן היא לא שייכת לאיש.'),
  typeAddress: text('Type the person’s address into the Email column, or delete the row.', 'יש להקליד את כתובת האדם בעמודה Email, או למחוק את השורה.'),
  invalidAddress: (value: string): Text => text(`“${value}” is not an e-mail address; the row is left as it is.`, `"${value}" אינה כתובת דוא"ל; השורה נשארת כפי שהיא.`),
  correctAddress,
  twoRows: (email: string, headers: Text): Text =>
    text(
      `${email} has two rows that differ in ${headers.en}; only one of them is kept up to date.`,
      `לכתובת ${email} יש שתי שורות השונות בעמודות ${headers.he}; רק אחת מהן מתעדכנת.`,
    ),
  makeOneRow: text(
    'Keep what is right in one of the two rows and delete the other.',
    'יש להשאיר את הנכון באחת משתי השורות ולמחוק את האחרת.',
  ),
  ownColumns: text('columns of your own', 'עמודות משלך'),
  aliasInvalid: (value: string): Text => text(`“${value}” in Also Known As is not an e-mail address; it is left out.`, `"${value}" בעמודה Also Known As אינה כתובת דוא"ל; היא לא נלקחה בחשבון.`),
  aliasCorrect: text('Write whole addresses, separated by commas.', 'יש לכתוב כתובות מלאות, מופרדות בפסיקים.'),
  aliasOfItself: (email: string): Text => text(`Also Known As names the row’s own address, ${email}.`, `בעמודה Also Known As רשומה הכתובת של השורה עצמה, ${email}.`),
  aliasRemove: text('Remove it from Also Known As.', 'יש להסיר אותה מהעמודה Also Known As.'),
  aliasTaken: (alias: string, owner: string): Text =>
    text(`${alias} is already an alias of ${owner}; here it is left out.`, `${alias} כבר רשומה ככינוי של ${owner}; כאן לא נלקחה בחשבון.`),
  aliasInOneRow: text('Name the address in the Also Known As of one row only.', 'יש לרשום את הכתובת בעמודה Also Known As של שורה אחת בלבד.'),
  aliasCircle: (alias: string, owner: string): Text =>
    text(`${alias} and ${owner} each name the other in Also Known As; ${alias} stays the main row.`, `${alias} ו-${owner} רשומות זו בעמודה Also Known As של זו; ${alias} נשארת השורה הראשית.`),
  aliasBreakCircle: text('Clear Also Known As on the row that should not stay.', 'יש לנקות את Also Known As בשורה שאינה אמורה להישאר.'),
  notReconciled: (orders: string, spend: string, sheetOrders: string, sheetSpend: string): Text =>
    text(
      `Contacts do not agree with the order sheets: ${orders} orders and ${spend} over Contacts, ${sheetOrders} orders and ${sheetSpend} in the order sheets. No tasks were made. Run Sync contacts again; if it stays so, look for rows in Contacts that were edited meanwhile.`,
      `Contacts אינו תואם לגיליונות ההזמנות: ${orders} הזמנות ו-${spend} ב-Contacts, לעומת ${sheetOrders} הזמנות ו-${sheetSpend} בגיליונות ההזמנות. לא נוצרו משימות. יש להריץ שוב את סנכרון אנשי הקשר; אם זה נמשך, יש לחפש ב-Contacts שורות שנערכו בינתיים.`,
    ),
} as const;
