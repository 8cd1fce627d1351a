import { text, type Text } from '../shared/text';

const quoted = (value: string): string => `“${value}”`;

/** Sentences of the settings. Names of settings and sheets stay English. */
export const settingsMessages = {
  notWholeNumber: (value: string, least: number, most: number): Text =>
    text(
      `${quoted(value)} is not a whole number from ${least} to ${most}. Enter one, such as ${Math.max(least, 1)}.`,
      `${quoted(value)} אינו מספר שלם בין ${least} ל-${most}. יש להזין מספר כזה.`,
    ),
  notPercent: (value: string): Text =>
    text(
      `${quoted(value)} is not a percentage from 0 to 100. Enter one, such as 2 %.`,
      `${quoted(value)} אינו אחוז בין 0 ל-100. יש להזין אחוז, למשל 2 %.`,
    ),
  notHour: (value: string): Text =>
    text(
      `${quoted(value)} is not an hour. Enter a whole number from 0 to 23.`,
      `${quoted(value)} אינו שעה. יש להזין מספר שלם בין 0 ל-23.`,
    ),
  notWeekday: (value: string): Text =>
    text(
      `${quoted(value)} is not a day of the week. Write days such as Sun, Mon, Tue.`,
      `${quoted(value)} אינו יום בשבוע. יש לכתוב ימים כגון Sun, Mon, Tue או א, ב, ג.`,
    ),
  notLanguage: (value: string): Text =>
    text(
      `${quoted(value)} is not a language. Enter a two-letter code such as EN or HE.`,
      `${quoted(value)} אינו שפה. יש להזין קוד בן שתי אותיות כגון EN או HE.`,
    ),
  notScreenLanguage: (value: string): Text =>
    text(
      `${quoted(value)} is not a language of the mail. Enter EN or HE.`,
      `${quoted(value)} אינו שפה של הדואר. יש להזין EN או HE.`,
    ),
  notCurrency: (value: string): Text =>
    text(
      `${quoted(value)} is not a currency. Enter its three-letter code, such as ILS, or leave it blank.`,
      `${quoted(value)} אינו מטבע. יש להזין קוד בן שלוש אותיות, למשל ILS, או להשאיר ריק.`,
    ),
  notCountryCode: (value: string): Text =>
    text(
      `${quoted(value)} is not a country's telephone code. Enter its digits, such as 972.`,
      `${quoted(value)} אינו קידומת טלפון של מדינה. יש להזין ספרות, למשל 972.`,
    ),
  notEmail: (value: string): Text =>
    text(
      `${quoted(value)} is not an e-mail address. Correct it, or separate several addresses by commas.`,
      `${quoted(value)} אינו כתובת דוא״ל. יש לתקן, או להפריד כמה כתובות בפסיקים.`,
    ),
  noColumnPair: (value: string): Text =>
    text(
      `${quoted(value)} is not of the form “Email = Customer mail”. Write our word, =, and your header, and separate several by semicolons.`,
      `${quoted(value)} אינו בצורה “Email = Customer mail”. יש לכתוב את המילה שלנו, =, ואת הכותרת שלך, ולהפריד בנקודה-פסיק.`,
    ),
  unknownColumnField: (value: string, closest: string | null, known: string): Text =>
    text(
      `${quoted(value)} is not a column that we know.${closest === null ? '' : ` Did you mean ${quoted(closest)}?`} Use one of: ${known}.`,
      `${quoted(value)} אינו עמודה מוכרת.${closest === null ? '' : ` האם הכוונה ל-${quoted(closest)}?`} אפשר להשתמש באחת מאלה: ${known}.`,
    ),
  noStatuses: text(
    'No order status is named, so no order would count. Enter at least one, such as completed.',
    'לא צוין אף מצב הזמנה, ולכן אף הזמנה לא תיספר. יש להזין לפחות אחד, למשל completed.',
  ),
  tooLong: (most: number): Text =>
    text(`The text is longer than ${most} characters. Shorten it.`, `הטקסט ארוך מ-${most} תווים. יש לקצר.`),
  unknownSetting: (name: string, closest: string | null): Text =>
    text(
      closest === null
        ? `There is no setting ${quoted(name)}. The row is ignored; delete it or correct its name.`
        : `There is no setting ${quoted(name)}. Did you mean ${quoted(closest)}? Until it is corrected the row is ignored.`,
      closest === null
        ? `אין הגדרה בשם ${quoted(name)}. השורה אינה נקראת; יש למחוק אותה או לתקן את השם.`
        : `אין הגדרה בשם ${quoted(name)}. האם הכוונה ל-${quoted(closest)}? עד לתיקון השורה אינה נקראת.`,
    ),
  lostTooSoon: (lapsed: number): Text =>
    text(`It must be more than “Lapsed after days” (${lapsed}), or Win-back reaches nobody. Enter a larger number.`, `הערך חייב להיות גדול מ-“Lapsed after days” (${lapsed}), אחרת Win-back לא יגיע לאיש. יש להזין מספר גדול יותר.`),
  unnamedSetting: text('Setting is blank, so the row is ignored. Write the name of a setting, or delete the row.', 'העמודה Setting ריקה ולכן השורה אינה נקראת. יש לכתוב שם של הגדרה, או למחוק את השורה.'),
  repeatedSetting: (name: string, row: number): Text =>
    text(`${name} is already set in row ${row}; that row is used. Delete one of the two.`, `ההגדרה ${name} כבר מופיעה בשורה ${row}, והיא הקובעת. יש למחוק אחת מהשתיים.`),
  unknownSettingName: (name: string, closest: string | null): Text =>
    text(
      `There is no setting ${quoted(name)}.${closest === null ? ' CRM Settings lists their names.' : ` Did you mean ${quoted(closest)}?`}`,
      `אין הגדרה בשם ${quoted(name)}.${closest === null ? ' השמות מופיעים ב-CRM Settings.' : ` האם הכוונה ל-${quoted(closest)}?`}`,
    ),
  badValue: (name: string, problem: Text): Text => text(`${name}: ${problem.en}`, `${name}: ${problem.he}`),
  /** Said in the row, where a bad value does not stop anything. */
  defaultUsed: (problem: Text): Text => text(`${problem.en} Until then the default is used.`, `${problem.he} עד אז נעשה שימוש בברירת המחדל.`),
  blankMeans: (meaning: Text): Text => text(`Blank: ${meaning.en}.`, `ריק: ${meaning.he}.`),
  defaultIs: (value: string): Text => text(`Default: ${value}.`, `ברירת מחדל: ${value}.`),
  dayOffUnreadable: (value: string): Text => text(`${quoted(value)} is not a date.`, `${quoted(value)} אינו תאריך.`),
  dayOffCure: text('Enter the day as a date in CRM Days Off, or delete the row.', 'יש להזין תאריך ב-CRM Days Off, או למחוק את השורה.'),
};
