import { text, type Text } from '../../shared/text';
import { quoted } from '../words';
import type { FieldKind, SegmentField } from './fields';

const meant = (suggestion: string | null): Text =>
  suggestion === null ? text('', '') : text(` Did you mean “${suggestion}”?`, ` האם הכוונה ל-"${suggestion}"?`);

const either = (words: readonly string[]): string => words.join(', ');

const wanted: Readonly<Record<FieldKind, Text>> = {
  text: text('some text', 'טקסט'),
  list: text('some text', 'טקסט'),
  language: text('a two-letter language code such as HE or EN', 'קוד שפה בן שתי אותיות כגון HE או EN'),
  choice: text('one of its words', 'אחת מהמילים שלו'),
  flag: text('Y or N', 'Y או N'),
  number: text('a number such as 1000', 'מספר כגון 1000'),
  day: text('a date such as 2026-01-31, or -90d for 90 days ago', 'תאריך כגון 2026-01-31, או -90d עבור לפני 90 ימים'),
  monthDay: text('month and day such as 05-17', 'חודש ויום כגון 05-17'),
};

/** Why a query could not be understood, each naming what to write instead. */
export const segmentMessages = {
  empty: text('The query is empty: write a condition such as status = Lapsed.', 'השאילתה ריקה: יש לכתוב תנאי כגון status = Lapsed.'),
  tooDeep: text('There are too many brackets or nots inside one another: write the query more simply.', 'יש יותר מדי סוגריים או not זה בתוך זה: יש לפשט את השאילתה.'),
  quoteOpen: text('This quote is not closed: add a closing quote.', 'המירכאות אינן סגורות: יש להוסיף מירכאות סוגרות.'),
  unknownField: (words: string, suggestion: string | null): Text => {
    const hint = suggestion === null ? text(' Use a header of Contacts such as total spend, or a short form such as status.', ' יש להשתמש בכותרת של Contacts כגון total spend, או בצורה מקוצרת כגון status.') : meant(suggestion);
    return text(`There is no field ${quoted(words).en}.${hint.en}`, `אין שדה בשם ${quoted(words).he}.${hint.he}`);
  },
  fieldExpected: (found: string): Text =>
    found === ''
      ? text('The query ends where a condition is missing: add one such as status = Lapsed.', 'השאילתה נגמרת במקום שבו חסר תנאי: יש להוסיף תנאי כגון status = Lapsed.')
      : text(`A condition is missing before ${quoted(found).en}: it begins with a field such as status.`, `חסר תנאי לפני ${quoted(found).he}: תנאי מתחיל בשדה כגון status.`),
  operatorExpected: (field: SegmentField, found: string, suggestion: string | null): Text => {
    const hint = suggestion === null ? text(` Use one of: ${either(field.operators)}.`, ` אפשר: ${either(field.operators)}.`) : meant(suggestion);
    return found === ''
      ? text(`After ${field.header} something is missing.${hint.en}`, `אחרי ${field.header} חסר משהו.${hint.he}`)
      : text(`${quoted(found).en} cannot follow ${field.header}.${hint.en}`, `${quoted(found).he} לא יכול לבוא אחרי ${field.header}.${hint.he}`);
  },
  operatorUnfit: (field: SegmentField, operator: string): Text =>
    text(
      `${field.header} cannot be asked with ${operator}: it holds ${wanted[field.kind].en}. Use one of: ${either(field.operators)}.`,
      `לא ניתן לשאול על ${field.header} עם ${operator}: השדה מכיל ${wanted[field.kind].he}. אפשר: ${either(field.operators)}.`,
    ),
  valueExpected: (field: SegmentField): Text => text(`A value is missing: ${field.header} takes ${wanted[field.kind].en}.`, `חסר ערך: ${field.header} מקבל ${wanted[field.kind].he}.`),
  wrongType: (field: SegmentField, found: string, suggestion: string | null): Text => {
    const hint = meant(suggestion);
    return text(
      `${quoted(found).en} does not fit ${field.header}: it takes ${wanted[field.kind].en}.${hint.en}`,
      `${quoted(found).he} לא מתאים ל-${field.header}: השדה מקבל ${wanted[field.kind].he}.${hint.he}`,
    );
  },
  unknownChoice: (field: SegmentField, found: string, suggestion: string | null): Text => {
    const hint = suggestion === null ? text('', '') : meant(suggestion);
    return text(
      `${field.header} is never ${quoted(found).en}; it is one of: ${either(field.choices)}.${hint.en}`,
      `${field.header} לעולם אינו ${quoted(found).he}; הערכים האפשריים: ${either(field.choices)}.${hint.he}`,
    );
  },
  quoteTheValue: (word: string): Text =>
    text(`${quoted(word).en} inside a value is unclear: put the value in quotes, or write “and” before the next condition.`, `${quoted(word).he} בתוך ערך אינו ברור: יש להקיף את הערך במירכאות, או לכתוב and לפני התנאי הבא.`),
  blankValue: (field: SegmentField): Text => text(`To ask for an empty ${field.header}, write: is blank.`, `כדי לשאול על ${field.header} ריק, יש לכתוב: is blank.`),
  commaUnclear: (found: string): Text =>
    text(`${found} in a list is unclear: write 1000 without a comma, or a blank after each comma.`, `${found} בתוך רשימה אינו ברור: יש לכתוב 1000 ללא פסיק, או רווח אחרי כל פסיק.`),
  tooFar: (found: string): Text => text(`${found} is more than a hundred years away: use a nearer date.`, `${found} רחוק יותר ממאה שנים: יש לבחור תאריך קרוב יותר.`),
  andForgotten: (word: string): Text => text(`Write “and” or “or” before ${quoted(word).en}.`, `יש לכתוב and או or לפני ${quoted(word).he}.`),
  leftover: (found: string): Text =>
    text(`${quoted(found).en} is left over: join conditions with “and” or “or”, and put values of several words in quotes.`, `${quoted(found).he} מיותר: יש לחבר תנאים עם and או or, ולהקיף ערכים של כמה מילים במירכאות.`),
  bracketExpected: text('A closing bracket is missing here.', 'חסר כאן סוגר סוגריים.'),
  listExpected: text('After “in” comes a list in brackets, such as (HE, EN).', 'אחרי in באה רשימה בסוגריים, כגון (HE, EN).'),
  betweenExpected: text('Write two values with “and” between them: between 100 and 500.', 'יש לכתוב שני ערכים ו-and ביניהם: between 100 and 500.'),
  backwards: text('The first value is greater than the second, so nobody can match: swap them.', 'הערך הראשון גדול מהשני ולכן איש לא יתאים: יש להחליף ביניהם.'),
} as const;
