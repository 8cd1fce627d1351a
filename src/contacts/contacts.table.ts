import { defineTable, script, shared, user, type NewRow, type Patch, type Row, type RowPatch, type SheetRow } from '../sheets/table';

export const customerStatuses = ['New', 'Repeat', 'Lapsed', 'Prospect'] as const;
export type CustomerStatus = (typeof customerStatuses)[number];

/** From the mildest to the strictest; of two rows of one moment the stricter wins. */
export const mailchimpStatuses = ['Subscribed', 'Non-subscribed', 'Unsubscribed', 'Cleaned'] as const;
export type MailchimpStatus = (typeof mailchimpStatuses)[number];

export const contactsTable = defineTable(
  'Contacts',
  'email',
  { help: ['Everyone with a valid address in the orders or in a Mailchimp export, one row each.', 'כל מי שיש לו כתובת תקינה בהזמנות או בייצוא של Mailchimp, שורה לכל אחד.'] },
  {
    email: script.text('Email', ['The address in lower case; one row per person.', 'הכתובת באותיות קטנות; שורה אחת לכל אדם.'], { width: 220 }),
    name: shared.text('Name', ['From the newest order; correct it freely, clear it to have it filled again.', 'מההזמנה האחרונה; אפשר לתקן, ומחיקה תמלא מחדש.'], { width: 160 }),
    isCustomer: script.flag('Is Customer', ['Y with at least one order that counts.', 'Y אם יש לפחות הזמנה אחת שנספרת.']),
    isMailchimp: script.flag('Is Mailchimp', ['Y for every address found in a Mailchimp export.', 'Y לכל כתובת שנמצאה בייצוא של Mailchimp.']),
    language: shared.text('Language', ['Two-letter code such as EN or HE. From the orders, Mailchimp or the name; yours to correct.', 'קוד בן שתי אותיות כגון EN או HE. מההזמנות, מ-Mailchimp או מהשם; אפשר לתקן.'], { suggestions: ['EN', 'HE'] }),
    firstOrderOn: script.day('First Order Date', ['The oldest order that counts.', 'ההזמנה הראשונה שנספרת.']),
    lastOrderOn: script.day('Last Order Date', ['The newest order that counts.', 'ההזמנה האחרונה שנספרת.']),
    totalOrders: script.count('Total Orders', ['How many orders count.', 'כמה הזמנות נספרות.']),
    totalSpend: script.money('Total Spend', ['Their sum, net of refunds where the orders tell; blank = unknown.', 'סכומן, בניכוי החזרים כשהם ידועים; ריק = לא ידוע.']),
    status: script.choice('Customer Status', customerStatuses, ['Prospect: no order. New: one. Repeat: two or more. Lapsed: the last one too long ago.', 'Prospect: ללא הזמנה. New: אחת. Repeat: שתיים ומעלה. Lapsed: האחרונה לפני זמן רב מדי.']),
    notes: user.text('Notes', ['Yours. Never written here on an existing row.', 'שלך. לעולם לא נכתב כאן בשורה קיימת.'], { width: 240 }),
    phone: shared.text('Phone', ['From the newest order that has one; correct it freely.', 'מההזמנה האחרונה שיש בה טלפון; אפשר לתקן.'], { width: 130 }),
    mailchimpStatus: script.choice('Mailchimp Status', mailchimpStatuses, ['From the newest import.', 'מהייבוא האחרון.']),
    tags: script.text('Tags', ['Mailchimp tags, joined by comma. An import adds and never removes.', 'תגיות Mailchimp, מופרדות בפסיק. ייבוא מוסיף ואינו מסיר.'], { width: 160 }),
    averageOrder: script.money('Average Order', ['Total Spend divided by the orders it sums.', 'סך הקניות חלקי מספר ההזמנות שבו.']),
    usualGap: script.count('Usual Gap', ['Median days between orders, from three orders on.', 'חציון הימים בין הזמנות, החל משלוש הזמנות.']),
    nextOrderExpectedOn: script.day('Next Order Expected', ['Last Order Date + Usual Gap.', 'תאריך ההזמנה האחרונה ועוד המרווח הרגיל.']),
    lastContactedOn: script.day('Last Contacted', ['The last outcome that counts as contact.', 'התוצאה האחרונה שנחשבת ליצירת קשר.']),
    birthday: shared.text('Birthday', ['MM-DD, from Mailchimp; yours to correct.', 'MM-DD, מ-Mailchimp; אפשר לתקן.']),
    doNotContact: user.flag('Do Not Contact', ['Y: no task of any kind for this person.', 'Y: אף משימה לאדם הזה.']),
    alsoKnownAs: user.text('Also Known As', ['Other addresses of this person, separated by comma; their orders and consent count here.', 'כתובות נוספות של אותו אדם, מופרדות בפסיק; ההזמנות וההסכמה שלהן נספרות כאן.'], { width: 200 }),
    mailchimpSince: script.moment('Mailchimp Since', ['When Mailchimp Status took effect, as the export told.', 'ממתי מצב ה-Mailchimp בתוקף, לפי הייצוא.'], { width: 130 }),
  },
);
export type ContactsTable = typeof contactsTable;
export type Contact = Row<ContactsTable>;
export type ContactSheetRow = SheetRow<ContactsTable>;
export type NewContact = NewRow<ContactsTable>;
export type ContactPatch = Patch<ContactsTable>;
export type ContactRowPatch = RowPatch<ContactsTable>;
