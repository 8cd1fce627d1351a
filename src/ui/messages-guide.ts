import type { FieldKind } from '../rules/segments/fields';
import { text, type Text } from '../shared/text';
import type { Owner } from '../sheets/table';
import type { TemplateField } from '../tasks/message';

/** Words of the guide beside those that its declarations bring. */
export const guideWords = {
  triggers: text('What can make a task', 'מה יכול ליצור משימה'),
  triggersHelp: text('A rule in CRM Rules has one of these triggers.', 'לכל כלל ב-CRM Rules יש אחד מהטריגרים האלה.'),
  laws: text('Laws that every rule obeys', 'חוקים שכל כלל מציית להם'),
  lawsHelp: text('They keep the list short and fair.', 'הם שומרים על רשימה קצרה והוגנת.'),
  types: text('Kinds of tasks', 'סוגי המשימות'),
  typesHelp: text('The strongest first: in this order the list is filled, and of several matches in one night the strongest makes the task. Your own word ranks as Custom.', 'החזק ביותר ראשון: לפי הסדר הזה הרשימה מתמלאת, ומכמה התאמות באותו לילה החזקה ביותר יוצרת את המשימה. מילה משלך מדורגת כמו Custom.'),
  service: text('service', 'שירות'),
  promotional: text('promotional', 'שיווקי'),
  waits: (days: number | null): Text => (days === null ? text('A match waits for its task without end.', 'התאמה ממתינה למשימה שלה בלי הגבלה.') : text(`A match waits up to ${days} days for its task.`, `התאמה ממתינה למשימה שלה עד ${days} ימים.`)),
  outcomes: text('Outcomes', 'תוצאות'),
  outcomesHelp: text('What can come of contacting someone, and what follows. Change them in CRM Outcomes; your own words are taken too.', 'מה יכול לצאת מפנייה, ומה נובע מכך. אפשר לשנות ב-CRM Outcomes; גם מילים משלך מתקבלות.'),
  countsAsContact: text('counts as contact', 'נחשב ליצירת קשר'),
  close: text('The task is completed.', 'המשימה מושלמת.'),
  tryAgain: (days: number, tries: number): Text => text(`The task stays and moves by ${days} task-making days; try number ${tries} completes it.`, `המשימה נשארת ונדחית ב-${days} ימי משימות; ניסיון מספר ${tries} משלים אותה.`),
  remind: (days: number): Text => text(`The task is completed, and a reminder in ${days} days is offered.`, `המשימה מושלמת, ומוצעת תזכורת בעוד ${days} ימים.`),
  doNotContact: text('The task is completed, and Do Not Contact is offered.', 'המשימה מושלמת, ומוצע Do Not Contact.'),
  wrongNumber: text('The task is completed; no call or WhatsApp until the phone changes.', 'המשימה מושלמת; אין שיחה או WhatsApp עד שהטלפון משתנה.'),
  messages: text('Fields of the messages', 'השדות שבהודעות'),
  messagesHelp: text('Write them in CRM Templates as they stand here. Where one has nothing to say, the words around it close up.', 'כותבים אותם ב-CRM Templates כפי שהם כאן. כשאין לשדה מה לומר, המילים סביבו נסגרות.'),
  messageFields: {
    'first name': text('The first word of Name.', 'המילה הראשונה ב-Name.'),
    items: text('What was in the last order.', 'מה היה בהזמנה האחרונה.'),
    'last order': text('When that was.', 'מתי זה היה.'),
    shop: text('The setting Shop name.', 'ההגדרה Shop name.'),
    signature: text('The setting Signature.', 'ההגדרה Signature.'),
  } satisfies Readonly<Record<TemplateField, Text>>,
  segments: text('What a segment can ask', 'מה סגמנט יכול לשאול'),
  segmentsHelp: text('One line, such as `status = Lapsed and last order < -90d`. Join with `and`, `or`, `not` and brackets; a blank cell matches nothing but `is blank`.', 'שורה אחת, למשל `status = Lapsed and last order < -90d`. מחברים ב-`and`, `or`, `not` ובסוגריים; תא ריק מתאים רק ל-`is blank`.'),
  fieldKinds: {
    text: text('Words', 'מילים'),
    list: text('Words joined by comma', 'מילים מופרדות בפסיק'),
    language: text('A language, such as HE', 'שפה, למשל HE'),
    choice: text('One of a few words', 'אחת מכמה מילים'),
    flag: text('Y or N', 'Y או N'),
    number: text('A number', 'מספר'),
    day: text('A day: 2026-01-31, or -90d, -6w, -12m, -1y from today', 'יום: 2026-01-31, או ‎-90d, -6w, -12m, -1y‎ מהיום'),
    monthDay: text('A day of the year: 05-17', 'יום בשנה: 05-17'),
  } satisfies Readonly<Record<FieldKind, Text>>,
  askable: (fields: string, operators: string): Text => text(`${fields}\n\u2066${operators}\u2069`, `\u2066${fields}\u2069\n\u2066${operators}\u2069`),
  settings: text('Settings', 'הגדרות'),
  settingsHelp: text('In CRM Settings; a bad value is reported in its row and the default is used.', 'ב-CRM Settings; ערך שגוי מדווח בשורה שלו ונעשה שימוש בברירת המחדל.'),
  keys: text('Keys in the sidebar', 'מקשים בסרגל הצד'),
  keysHelp: text('They work while the sidebar has the focus.', 'הם פועלים כשהמיקוד בסרגל הצד.'),
  owners: {
    script: text('filled by itself', 'מתמלא מעצמו'),
    shared: text('filled where blank, then yours', 'מתמלא כשריק, ואז שלך'),
    user: text('yours', 'שלך'),
  } satisfies Readonly<Record<Owner, Text>>,
} as const;
