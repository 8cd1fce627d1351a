import type { Channel } from './templates.table';

interface Wording {
  readonly type: string;
  readonly subject: readonly [en: string, he: string];
  /** The body of WhatsApp and e-mail, without greeting and signature. */
  readonly body: readonly [en: string, he: string];
  /** What to say on the telephone. */
  readonly call: readonly [en: string, he: string];
}

// Hebrew in forms that fit everyone: plural imperatives avoided, nouns and infinitives instead.
const wordings: readonly Wording[] = [
  {
    type: 'Welcome',
    subject: ['Thank you for your first order', 'תודה על ההזמנה הראשונה'],
    body: [
      'Thank you for your first order with {shop}. We hope that {items} arrived well. If anything was not as it should be, or for a tip on what to open next, just answer this message.',
      'תודה על ההזמנה הראשונה אצל {shop}. נקווה שהכול הגיע בשלום: {items}. אם משהו לא היה בסדר, או לרעיון מה לפתוח בפעם הבאה, אפשר פשוט להשיב להודעה הזו.',
    ],
    call: [
      'Thank them for the first order ({items}). Ask whether all arrived well and how they found us. Offer help in choosing the next bottle.',
      'להודות על ההזמנה הראשונה ({items}). לברר אם הכול הגיע בשלום ואיך הגיעו אלינו. להציע עזרה בבחירת הבקבוק הבא.',
    ],
  },
  {
    type: 'Follow-up',
    subject: ['How was it?', 'איך היה?'],
    body: [
      'It is good to have you with us again. How did you like {items}? We are glad to hear what you thought, and to suggest something in the same spirit.',
      'כיף לראות אותך שוב אצלנו. איך היה {items}? נשמח לשמוע מה דעתך, ולהציע משהו באותו סגנון.',
    ],
    call: ['Ask how they liked {items}. Note what they enjoyed. Suggest one bottle in the same spirit.', 'לשאול איך היה {items}. לרשום מה אהבו. להציע בקבוק אחד באותו סגנון.'],
  },
  {
    type: 'Win-back',
    subject: ['It has been a while', 'עבר זמן'],
    body: [
      'It has been a while since your last order on {last order}. New wines have come in since then, and we would love to pick a few for your taste. Shall we send a short list?',
      'עבר זמן מאז ההזמנה האחרונה ב-{last order}. מאז הגיעו יינות חדשים, ונשמח לבחור כמה שמתאימים לטעם שלך. לשלוח רשימה קצרה?',
    ],
    call: ['Last order on {last order}: {items}. Ask how they are, tell what is new, offer to put a case together.', 'הזמנה אחרונה ב-{last order}: {items}. לשאול מה שלומם, לספר מה חדש, להציע להרכיב ארגז.'],
  },
  {
    type: 'High value',
    subject: ['A thank-you from {shop}', 'תודה מ-{shop}'],
    body: [
      'You are one of our most loyal customers, and we wanted to say thank you. If there is a wine you have been looking for, tell us and we will try to find it.',
      'יש לנו לקוחות נאמנים, וההזמנות שלך בולטות ביניהן. רצינו לומר תודה. אם יש יין שקשה למצוא, אפשר לכתוב לנו וננסה להשיג.',
    ],
    call: ['Thank them for their loyalty. Ask what they would like to see in the shop. Offer first choice of the next arrivals.', 'להודות על הנאמנות. לשאול מה כדאי שיהיה בחנות. להציע זכות ראשונים על המשלוח הבא.'],
  },
  {
    type: 'Product',
    subject: ['About your order', 'לגבי ההזמנה שלך'],
    body: [
      'We wanted to ask how you liked {items}. If it was to your taste, we have something close to it in the shop now.',
      'רצינו לשאול איך היה {items}. אם זה לטעמך, יש לנו עכשיו בחנות משהו דומה.',
    ],
    call: ['Ask how they liked {items}. Tell them what goes with it.', 'לשאול איך היה {items}. לספר מה מתאים לצד.'],
  },
  {
    type: 'Anniversary',
    subject: ['A year together', 'שנה יחד'],
    body: [
      'It is the anniversary of your first order with {shop}. Thank you for the time together. We would be glad to pick a bottle to mark it.',
      'היום מלאה שנה נוספת מאז ההזמנה הראשונה אצל {shop}. תודה על הדרך המשותפת. נשמח לבחור בקבוק לציון היום.',
    ],
    call: ['Congratulate on the anniversary of the first order. Offer a bottle to mark it.', 'לברך ליום השנה של ההזמנה הראשונה. להציע בקבוק לציון היום.'],
  },
  {
    type: 'Birthday',
    subject: ['Happy birthday', 'יום הולדת שמח'],
    body: [
      'Happy birthday from all of us at {shop}. We wish you a good year, with good people and good wine.',
      'יום הולדת שמח מכולנו ב-{shop}. שתהיה שנה טובה, עם אנשים טובים ויין טוב.',
    ],
    call: ['Wish a happy birthday. Ask how they will celebrate.', 'לאחל יום הולדת שמח. לשאול איך חוגגים.'],
  },
  {
    type: 'Custom',
    subject: ['A word from {shop}', 'כמה מילים מ-{shop}'],
    body: ['We thought of you at {shop}. Is there anything we can do for you?', 'חשבנו עליך כאן ב-{shop}. יש משהו שנוכל לעזור בו?'],
    call: ['See the note for what this call is about.', 'נושא השיחה כתוב בהערה.'],
  },
];

export interface DefaultTemplate {
  readonly taskType: string;
  readonly channel: Channel;
  readonly language: 'EN' | 'HE';
  readonly subject: string | null;
  readonly text: string;
}

const greeting = { EN: 'Hi {first name},', HE: 'היי {first name},' } as const;

/** The messages that come with the CRM: every type, every channel, English and gender-neutral Hebrew. */
export const defaultTemplates: readonly DefaultTemplate[] = wordings.flatMap(({ type, subject, body, call }) =>
  (['EN', 'HE'] as const).flatMap((language, index): DefaultTemplate[] => {
    const [mailSubject, message, talk] = [subject[index] ?? '', body[index] ?? '', call[index] ?? ''];
    return [
      { taskType: type, channel: 'WhatsApp', language, subject: null, text: `${greeting[language]}\n${message}\n{signature}` },
      { taskType: type, channel: 'E-mail', language, subject: mailSubject, text: `${greeting[language]}\n\n${message}\n\n{signature}` },
      { taskType: type, channel: 'Call', language, subject: null, text: talk },
    ];
  }),
);
