import type { Text } from '../shared/text';
import { columnPairs, countryCode, currency, emails, freeText, hour, language, names, percent, screenLanguage, statuses, weekdays, wholeNumber, type Parsed, type ParseSetting } from './setting-kinds';
import type { Settings } from './settings';

/** A setting: its row in CRM Settings and how its text becomes a field of `Settings`. */
export interface Setting {
  readonly name: string;
  readonly field: keyof Settings;
  /** What its Value cell shows at first; blank where blank has a meaning of its own. */
  readonly defaultText: string;
  /** What a blank default means. */
  readonly blankMeans: Text | null;
  readonly help: Text;
  /** The field set to what the text says, or the problem. The text is not blank. */
  readonly parse: (text: string) => Parsed<Partial<Settings>>;
}

type Bilingual = readonly [en: string, he: string];
const both = ([en, he]: Bilingual): Text => ({ en, he });

const setting = <F extends keyof Settings>(name: string, field: F, parse: ParseSetting<Settings[F]>, defaultText: string, help: Bilingual, blankMeans?: Bilingual): Setting => ({
  name,
  field,
  defaultText,
  blankMeans: blankMeans === undefined ? null : both(blankMeans),
  help: both(help),
  parse: (text) => {
    const parsed = parse(text);
    // A computed key widens to string; `F` is exactly the field whose type `parse` gives.
    return 'value' in parsed ? { value: { [field]: parsed.value } as Partial<Settings> } : parsed;
  },
});

const days = (least: number): ParseSetting<number> => wholeNumber(least, 3650);

/** Every setting, in the order of the sheet. Defaults, help, reading and the problem texts come from this list. */
export const settingList: readonly Setting[] = [
  setting('Order sheets', 'orderSheets', names, '', ['Names of the sheets that hold orders, separated by commas.', 'שמות הגיליונות שבהם ההזמנות, מופרדים בפסיקים.'], ['found by their headers', 'נמצאים לפי הכותרות']),
  setting('Order columns', 'orderColumns', columnPairs, '', ['Which of your headers means what, such as Email = Customer mail; Date = Ordered on.', 'מה פירוש הכותרות שלך, למשל Email = Customer mail; Date = Ordered on.'], ['known headers', 'כותרות מוכרות']),
  setting('Order statuses that count', 'statusesThatCount', statuses, 'completed, processing', ['Orders with another status are no purchase. Write the words that your order sheet uses.', 'הזמנה במצב אחר אינה רכישה. יש לכתוב את המילים שבגיליון ההזמנות שלך.']),
  setting('Currency', 'currency', currency, '', ['The currency in which spend is added up, such as ILS. Orders in another one count as orders, not as spend.', 'המטבע שבו מסוכמות הקניות, למשל ILS. הזמנות במטבע אחר נספרות כהזמנות, לא כסכום.'], ['the most frequent', 'המטבע השכיח']),
  setting('Lapsed after days', 'lapsedAfterDays', days(1), '90', ['A customer is Lapsed when the last order is more than this many days ago.', 'לקוח הוא Lapsed כאשר ההזמנה האחרונה לפני יותר ממספר הימים הזה.']),
  setting('Lost after days', 'lostAfterDays', days(1), '365', ['Win-back no longer tries after this many days without an order.', 'Win-back אינו מנסה עוד לאחר מספר הימים הזה ללא הזמנה.']),
  setting('Days to deliver', 'daysToDeliver', wholeNumber(0, 365), '3', ['How many days after the order the goods arrive, where the sheet tells no completed date.', 'כמה ימים לאחר ההזמנה מגיעה הסחורה, כשאין בגיליון תאריך השלמה.']),
  setting('Stop if orders drop by', 'stopIfOrdersDropBy', percent, '2 %', ['A sync stops when more than this share of the orders (and at least 5) is suddenly gone.', 'סנכרון נעצר כאשר יותר מהחלק הזה של ההזמנות (ולפחות 5) נעלם פתאום.']),
  setting('Mailchimp import is stale after days', 'importStaleAfterDays', days(1), '14', ['When the morning mail asks for a new Mailchimp export.', 'מתי הדואר היומי מבקש ייצוא חדש מ-Mailchimp.']),
  setting('Default language', 'defaultLanguage', language, 'EN', ['Language of messages to people whose language is not known.', 'שפת ההודעות לאנשים ששפתם אינה ידועה.']),
  setting('Default country code', 'defaultCountryCode', countryCode, '972', ['Put before phone numbers that have none, for WhatsApp and calls.', 'נוסף למספרי טלפון ללא קידומת, עבור WhatsApp ושיחות.']),
  setting('Shop name', 'shopName', freeText(200), '', ['The {shop} of the messages.', 'ה-{shop} שבהודעות.'], ["the workbook's name", 'שם הגיליון']),
  setting('Make tasks on', 'makeTasksOn', weekdays, 'Sun, Mon, Tue, Wed, Thu', ['Days of the week on which tasks are made, outside CRM Days Off.', 'ימות השבוע שבהם נוצרות משימות, מחוץ ל-CRM Days Off.']),
  setting('Tasks on the list', 'tasksOnTheList', wholeNumber(1, 500), '8', ['New tasks fill the list up to this number and never above it.', 'משימות חדשות ממלאות את הרשימה עד מספר זה ולעולם לא מעבר לו.']),
  setting('Cool-down days', 'coolDownDays', wholeNumber(0, 3650), '21', ['How long promotional tasks wait after the last contact.', 'כמה זמן ממתינות משימות שיווקיות לאחר הקשר האחרון.']),
  setting('Service cool-down days', 'serviceCoolDownDays', wholeNumber(0, 3650), '5', ['How long Welcome and Follow-up wait after the last contact.', 'כמה זמן ממתינות Welcome ו-Follow-up לאחר הקשר האחרון.']),
  setting('Skip rests days', 'skipRestsDays', wholeNumber(0, 3650), '7', ['How long a person rests from promotional tasks after a skip with a reason.', 'כמה זמן נח אדם ממשימות שיווקיות לאחר דילוג מנומק.']),
  setting('Expire after days', 'expireAfterDays', days(1), '30', ['Open tasks this long overdue expire.', 'משימות פתוחות שאיחרו כך פגות.']),
  setting('Archive after days', 'archiveAfterDays', days(1), '90', ['Tasks finished longer ago move to CRM Task Archive.', 'משימות שהסתיימו לפני זמן רב יותר עוברות ל-CRM Task Archive.']),
  setting('Nightly hour', 'nightlyHour', hour, '3', ['The night runs at this hour (0–23) or after it.', 'הריצה הלילית מתחילה בשעה זו (0–23) או אחריה.']),
  setting('Digest to', 'digestTo', emails, '', ['Addresses that get the morning mail, separated by commas.', 'כתובות שמקבלות את הדואר היומי, מופרדות בפסיקים.'], ['whoever ran Set up', 'מי שהריץ Set up']),
  setting('Digest language', 'digestLanguage', screenLanguage, 'EN', ['Language of the morning mail: EN or HE.', 'שפת הדואר היומי: EN או HE.']),
  setting('Reorder window days', 'reorderWindowDays', days(1), '30', ['The report counts an order within this many days of a contact as a reorder.', 'הדוח מונה הזמנה בתוך מספר ימים זה מיצירת קשר כהזמנה חוזרת.']),
  setting('Signature', 'signature', freeText(500), '', ['The {signature} of the messages.', 'ה-{signature} שבהודעות.'], ['none', 'ללא']),
];
