import type { Channel } from './templates.table';

interface Wording {
  readonly type: string;
  readonly subject: readonly [en: string, he: string];
  /** The body of WhatsApp and e-mail, without greeting and signature. */
  readonly body: readonly [en: string, he: string];
  /** What to say on the telephone. */
  readonly call: readonly [en: string, he: string];
}

// Every sentence stands by itself, so that one whose field is missing can be left out. Hebrew in forms that fit everyone: nouns and
// infinitives instead of imperatives, words that are written alike for all, and no prefix before the shop's name, which would need a hyphen or none.
const wordings: readonly Wording[] = [
  {
    type: 'Welcome',
    subject: ['Thank you for your first order', 'תודה על ההזמנה הראשונה'],
    body: [
      'Thank you for your first order with {shop}. We hope {items} arrived safely. If anything was not right, or if you would like a tip on what to open next, just reply to this message.',
      'תודה על ההזמנה הראשונה אצל {shop}. נקווה שהכול הגיע בשלום: {items}. אם משהו לא היה כמו שצריך, או לרעיון מה לפתוח בפעם הבאה, אפשר פשוט להשיב להודעה הזו.',
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
      'It is good to have you with us again. How did you like {items}? Tell us what you enjoyed, and we will gladly suggest something in the same spirit.',
      'כיף שחזרת אלינו. מה דעתך על {items}? נשמח לשמוע מה היה לטעמך, ולהציע עוד משהו באותו סגנון.',
    ],
    call: ['Ask how they liked {items}. Note what they enjoyed. Suggest one bottle in the same spirit.', 'לשאול מה דעתם על {items}. לרשום מה אהבו. להציע בקבוק אחד באותו סגנון.'],
  },
  {
    type: 'Win-back',
    subject: ['It has been a while', 'עבר זמן'],
    body: [
      'It has been a while since your last order on {last order}. We have new wines, and would love to pick a few for your taste. Shall we send you a short list?',
      'עבר זמן מאז ההזמנה האחרונה שלך, ב-{last order}. יש אצלנו יינות חדשים, ונשמח לבחור כמה שמתאימים לטעם שלך. לשלוח לך רשימה קצרה?',
    ],
    call: ['Last order on {last order}: {items}. Ask how they are, tell what is new, offer to put a case together.', 'הזמנה אחרונה ב-{last order}: {items}. לשאול מה שלומם, לספר מה חדש, להציע להרכיב ארגז.'],
  },
  {
    type: 'High value',
    subject: ['A thank-you from {shop}', 'תודה מצוות {shop}'],
    body: [
      'You are one of our most loyal customers, and we wanted to say thank you. If there is a wine you have been looking for, tell us and we will try to find it.',
      'הנאמנות שלך חשובה לנו מאוד, ורצינו פשוט לומר תודה. אם יש יין שקשה למצוא, אפשר לכתוב לנו וננסה להשיג.',
    ],
    call: ['Thank them for their loyalty. Ask what they would like to see in the shop. Offer first choice of the next arrivals.', 'להודות על הנאמנות. לשאול מה כדאי שיהיה בחנות. להציע זכות ראשונים על המשלוח הבא.'],
  },
  {
    type: 'Product',
    subject: ['About your order', 'לגבי ההזמנה שלך'],
    body: [
      'Thank you again for your order. How did you like {items}? We would be glad to suggest what else may be to your taste.',
      'תודה שוב על ההזמנה. מה דעתך על {items}? נשמח להציע עוד משהו שיהיה לטעמך.',
    ],
    call: ['Ask how they liked {items}. Tell them what else may be to their taste.', 'לשאול מה דעתם על {items}. לספר מה עוד עשוי להיות לטעמם.'],
  },
  {
    type: 'Anniversary',
    subject: ['The anniversary of your first order', 'יום השנה להזמנה הראשונה שלך'],
    body: [
      'It was at this time of year that you first ordered from {shop}. Thank you for being with us since. We would be glad to pick a bottle with you to mark the day.',
      'בדיוק בתקופה הזו של השנה הזמנת לראשונה אצל {shop}. תודה על הדרך המשותפת מאז. נשמח לבחור איתך בקבוק לציון היום.',
    ],
    call: ['Congratulate on the anniversary of the first order. Offer a bottle to mark it.', 'לברך ליום השנה של ההזמנה הראשונה. להציע בקבוק לציון היום.'],
  },
  {
    type: 'Birthday',
    subject: ['Happy birthday', 'יום הולדת שמח'],
    body: [
      'Happy birthday from all of us at {shop}! We wish you a good year, with good people and good wine.',
      'יום הולדת שמח מכל הצוות של {shop}! שתהיה שנה טובה, עם אנשים טובים ויין טוב.',
    ],
    call: ['Wish a happy birthday. Ask how they will celebrate.', 'לאחל יום הולדת שמח. לשאול איך חוגגים.'],
  },
  {
    type: 'Custom',
    subject: ['A word from {shop}', 'כמה מילים מצוות {shop}'],
    body: ['We thought of you at {shop}. Is there anything we can do for you?', 'חשבנו עליך כאן אצל {shop}. יש משהו שנוכל לעזור בו?'],
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
