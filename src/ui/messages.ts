import { text, type Text } from '../shared/text';

/** A sentence with places for what it is about, in the same order in both languages. */
const filled =
  <Values extends readonly (string | number)[]>(en: string, he: string) =>
  (...values: Values): Text => {
    const fill = (sentence: string): string => sentence.split('{}').reduce((before, words, i) => before + String(values[i - 1] ?? '') + words);
    return text(fill(en), fill(he));
  };

// One constant a sentence, so that a page carries only what it says. Names of sheets and menu items are as they stand in the workbook.

export const title = text("Today's tasks", 'המשימות להיום');
export const loading = text('One moment…', 'רגע…');
export const loadFailed = text('Your list could not be opened', 'לא ניתן לפתוח את הרשימה');
export const tryAgain = text('Try again', 'ניסיון נוסף');
export const refresh = text('Refresh', 'רענון');
export const refreshFailed = filled<[why: string]>('Could not refresh: what you see may be out of date. {}', 'הרענון נכשל: ייתכן שהמוצג אינו עדכני. {}');
export const progress = filled<[done: number, of: number]>('{} of {} done', '{} מתוך {} בוצעו');
export const overdue = filled<[count: number]>('{} overdue', '{} באיחור');
export const saving = text('Saving…', 'נשמר…');

export const today = text('Today', 'היום');
export const upcoming = text('Upcoming', 'בהמשך');
export const done = text('Done', 'בוצעו');
export const lists = text('Lists', 'רשימות');
export const search = text('Search', 'חיפוש');
export const searchAll = text('Search all contacts', 'חיפוש בכל אנשי הקשר');
export const searching = text('Searching…', 'בחיפוש…');
export const noPerson = text('Nobody in Contacts has this name, address or number.', 'אין ב-Contacts שם, כתובת או מספר כאלה.');
export const found = filled<[count: number]>('Tasks found: {}', 'משימות שנמצאו: {}');
export const filter = text('Filter', 'סינון');
export const filterOn = text('Filtered', 'מסונן');
export const clear = text('Clear', 'ניקוי');
export const type = text('Type', 'סוג');
export const language = text('Language', 'שפה');
export const assignee = text('Assigned to', 'באחריות');
export const all = text('All', 'הכול');
export const more = text('More actions', 'פעולות נוספות');
export const showMore = filled<[count: number]>('Show {} more', 'עוד {}');
export const back = text('Back', 'חזרה');
export const close = text('Close', 'סגירה');
export const cancel = text('Cancel', 'ביטול');
export const save = text('Save', 'שמירה');

export const position = filled<[place: number, of: number]>('{} of {}', '{} מתוך {}');
export const next = text('Next', 'הבא');
export const previous = text('Previous', 'הקודם');
export const noName = text('No name', 'ללא שם');
export const lateDays = (days: number): Text => text(days === 1 ? 'since yesterday' : `${days} days late`, days === 1 ? 'מאתמול' : days === 2 ? 'באיחור של יומיים' : `באיחור של ${days} ימים`);
export const due = filled<[day: string]>('due {}', 'ל-{}');
export const tries = filled<[count: number]>('tries: {}', 'ניסיונות: {}');
export const why = text('Why', 'למה');
export const orders = text('Orders', 'הזמנות');
export const spend = text('Spend', 'סך קניות');
export const lastOrder = text('Last order', 'הזמנה אחרונה');
export const items = text('Items', 'פריטים');
export const lastContact = text('Last contact', 'קשר אחרון');
export const never = text('never', 'טרם');
export const usually = text('Usually every', 'בדרך כלל כל');
export const days = (count: number): Text => text(count === 1 ? '1 day' : `${count} days`, count === 1 ? 'יום' : count === 2 ? 'יומיים' : `${count} ימים`);
export const notInContacts = text('Not in Contacts: run Sync contacts, or correct the address in CRM Tasks.', 'הכתובת אינה ב-Contacts: יש להריץ סנכרון, או לתקן אותה ב-CRM Tasks.');
export const doNotContact = text('Asked not to be contacted', 'התבקשנו לא ליצור קשר');
export const unsubscribed = text('Unsubscribed: no promotions', 'הסרה מדיוור: בלי מבצעים');
export const cleaned = text('Mail to this address does not arrive', 'כתובת הדוא״ל אינה פעילה');
export const wrongNumber = text('The number was wrong; correct it in Contacts to call again', 'המספר שגוי; אחרי תיקון ב-Contacts אפשר יהיה להתקשר');

export const message = text('Message', 'הודעה');
export const channelMessage = filled<[channel: string]>('{} message', 'הודעה: {}');
export const callScript = text('What to say', 'מה לומר');
export const subject = text('Subject', 'נושא');
export const whatsApp = text('WhatsApp', 'WhatsApp');
export const call = text('Call', 'שיחה');
export const email = text('E-mail', 'דוא״ל');
export const copy = text('Copy', 'העתקה');
export const copied = text('Copied', 'הועתק');
export const copyFailed = text('Copying is blocked here: the text is selected, press Ctrl+C.', 'ההעתקה חסומה כאן: הטקסט מסומן, אפשר ללחוץ Ctrl+C.');
export const noNumber = text('No usable phone number', 'אין מספר טלפון תקין');
export const noMail = text('No usable e-mail address', 'אין כתובת דוא״ל תקינה');
export const noTemplate = text('Write your message here', 'כאן כותבים את ההודעה');

export const complete = text('Done…', 'בוצע…');
export const snooze = text('Snooze', 'דחייה');
export const skip = text('Skip', 'דילוג');
export const outcomeFor = filled<[who: string]>('What came of it with {}?', 'מה יצא מהפנייה אל {}?');
export const doneWithoutOutcome = text('Done, no outcome', 'בוצע, בלי לציין תוצאה');
export const ownOutcome = text('Another reason', 'סיבה אחרת');
export const noteForTask = text('Note (optional)', 'הערה (לא חובה)');
export const snoozeTitle = text('Until when?', 'עד מתי?');
export const tomorrow = text('Tomorrow', 'מחר');
export const nextWorkingDay = text('Next working day', 'יום העבודה הבא');
export const week = text('In a week', 'בעוד שבוע');
export const pickDate = text('A date', 'תאריך');
export const skipTitle = text('Why skip?', 'למה לדלג?');
export const set = text('Set', 'קביעה');

export const notes = text('Notes on the customer', 'הערות על הלקוח');
export const taskNote = text('Task note', 'הערה למשימה');
export const edit = text('Edit', 'עריכה');
export const addNote = text('Add', 'הוספה');
export const history = text('History', 'היסטוריה');
export const showOrders = text('Show past orders', 'הצגת הזמנות קודמות');
export const ordersLoading = text('Reading the order sheets…', 'קריאת גיליונות ההזמנות…');
export const noOrders = text('No orders found.', 'לא נמצאו הזמנות.');
export const noHistory = text('No earlier tasks.', 'אין משימות קודמות.');
export const personalData = text('Personal data…', 'נתונים אישיים…');
export const order = filled<[id: string]>('Order {}', 'הזמנה {}');

export const undo = text('Undo', 'ביטול');
export const reopen = text('Reopen', 'פתיחה מחדש');
export const nothingToUndo = text('Nothing to undo.', 'אין מה לבטל.');
export const putBack = filled<[who: string, why: string]>('Not saved, so {} is back as before. {}', 'לא נשמר, והכרטיס של {} חזר למצבו הקודם. {}');

export const reminderOffer = filled<[who: string]>('Remind you about {}?', 'להזכיר לך לגבי {}?');
export const remind = text('Remind me', 'תזכורת');
export const noThanks = text('No', 'לא');
export const reminderMade = filled<[who: string, day: string]>('Reminder for {} on {}', 'תזכורת לגבי {} ב-{}');
export const refuseOffer = filled<[who: string]>('Never contact {} again?', 'לא לפנות יותר אל {}?');
export const refuse = text('Do not contact', 'לא לפנות יותר');
export const refused = filled<[who: string]>('{} will not be contacted.', 'לא נפנה יותר אל {}.');

export const allDone = text('That was everyone for today', 'זה הכול להיום');
export const nobody = text('Nobody to contact today', 'אין למי לפנות היום');
export const nothingUpcoming = text('Nothing is planned for later.', 'אין משימות בהמשך.');
export const nothingDone = text('Nothing finished today yet.', 'עדיין לא הושלם דבר היום.');
export const filterHides = text('No task matches the filter.', 'אין משימה שמתאימה לסינון.');
export const nextRun = filled<[day: string, hour: string]>('The next run that makes tasks is {} at {}.', 'הריצה הבאה שיוצרת משימות: {} בשעה {}.');
export const noNextRun = text('No nightly run is installed: Set up installs it.', 'לא הותקנה ריצה לילית: ההגדרה מתקינה אותה.');
export const notSetUp = text('The CRM is not set up in this workbook yet.', 'ה-CRM עדיין לא הוגדר בחוברת הזו.');
export const openSetUp = text('Open Set up', 'פתיחת ההגדרה');
export const whatWouldItBring = text('Who is next?', 'מי הבאים בתור?');
export const counting = text('Looking…', 'בבדיקה…');
export const wouldBring = (count: number): Text => (count === 0 ? text('As things stand, nobody.', 'נכון לעכשיו, אף אחד.') : filled<[number]>('As things stand ({}):', 'נכון לעכשיו ({}):')(count));

export const inTheSheet = filled<[who: string]>('Selected in the sheet: {}', 'נבחר בגיליון: {}');
export const show = text('Show', 'הצגה');
export const newTask = text('New task', 'משימה חדשה');
export const contactedNow = text('Contacted now', 'נוצר קשר עכשיו');
export const tasksForRows = text('Tasks for the selected rows…', 'משימות לשורות שנבחרו…');
export const exportMailchimp = text('Export for Mailchimp…', 'ייצוא ל-Mailchimp…');
export const phone = text('Phone', 'טלפון');
export const keys = text('Keys', 'מקשי קיצור');
export const keysOn = text('Keys work', 'המקשים פעילים');
export const nameOrAddress = text('Name or address', 'שם או כתובת');
export const did = filled<[who: string, what: string]>('{}: {}', '{}: {}');
export const until = filled<[day: string]>('until {}', 'עד {}');
export const openAgain = text('open again', 'נפתחה מחדש');
export const undone = text('undone', 'הפעולה בוטלה');
export const who = text('For whom?', 'למי?');
export const find = text('Find', 'חיפוש');
export const what = text('What for?', 'בשביל מה?');
export const dueDate = text('Due', 'לתאריך');
export const make = text('Make the task', 'יצירת המשימה');
export const makeMany = filled<[count: number]>('Make {} tasks', 'יצירת {} משימות');
export const making = text('Making…', 'נוצר…');
export const taskMadeBesides = filled<[count: number, already: number]>('Tasks made: {}; there already: {}', 'משימות שנוצרו: {}; כבר קיימות: {}');
export const taskMade = filled<[count: number]>('Tasks made: {}', 'משימות שנוצרו: {}');
export const contactNoted = filled<[who: string]>('{}: contact noted', '{}: הקשר נרשם');
export const confirmRefused = filled<[who: string]>('{}. Make the task all the same?', '{}. ליצור את המשימה בכל זאת?');
export const allTheSame = text('Make it all the same', 'ליצור בכל זאת');
export const leaveOut = text('Leave them out', 'להשמיט אותם');
export const peopleChosen = filled<[count: number]>('People: {}', 'אנשים: {}');
export const hiddenRows = filled<[count: number]>('Rows that a filter hides are left out: {}', 'שורות שהסינון מסתיר לא נכללות: {}');
export const unknownRows = filled<[count: number]>('Rows without an address that Contacts knows: {}', 'שורות ללא כתובת שמופיעה ב-Contacts: {}');
export const nobodySelected = text('None of the selected rows is a person in Contacts.', 'אף אחת מהשורות שנבחרו אינה אדם ב-Contacts.');

/** Words of the sheets in Hebrew; in English they are as they stand there. */
const words: Readonly<Record<string, string>> = {
  New: 'חדש/ה',
  Repeat: 'חוזר/ת',
  Lapsed: 'רדום/ה',
  Prospect: 'מתעניין/ת',
  Welcome: 'ברוכים הבאים',
  'Follow-up': 'מעקב',
  'Win-back': 'חזרה אלינו',
  'High value': 'לקוחות מובילים',
  Product: 'מוצר',
  Anniversary: 'יום שנה',
  Birthday: 'יום הולדת',
  Custom: 'אישי',
  Completed: 'הושלמה',
  Skipped: 'דולגה',
  Manager: 'המנהל/ת',
  Other: 'אחר',
  Reached: 'דיברנו',
  'Message sent': 'נשלחה הודעה',
  'Left message': 'הושארה הודעה',
  'Wants to order': 'רוצה להזמין',
  'No answer': 'אין מענה',
  'Not interested': 'לא מעוניין/ת',
  'Wrong number': 'מספר שגוי',
  'Not now': 'לא עכשיו',
  'In touch already': 'כבר בקשר',
  'Bought in the shop': 'קנייה בחנות',
  'Not worth it': 'לא כדאי',
};

/** A word of the sheets (status, type, outcome) as the screen says it; the manager's own words stay as they are. */
export const sheetWord = (word: string): Text => ({ en: word, he: words[word] ?? word });

/** The reasons that Skip offers; what is written into Outcome is the English. */
export const skipReasons = ['Not now', 'In touch already', 'Bought in the shop', 'Not worth it'] as const;

/** The keys, for the page that `?` opens. */
export const keyHelp: readonly (readonly [keys: string, what: Text])[] = [
  ['J  K', text('Next, previous card', 'הכרטיס הבא, הקודם')],
  ['W', whatsApp],
  ['C', call],
  ['E', email],
  ['Y', text('Copy the message', 'העתקת ההודעה')],
  ['D', text('Done: choose what came of it', 'בוצע: בחירת תוצאה')],
  ['1 … 9', text('That outcome, day or reason', 'התוצאה, היום או הסיבה שמספרם כך')],
  ['Z', snooze],
  ['S', skip],
  ['U', undo],
  ['N', notes],
  ['T', newTask],
  ['/', search],
  ['F', filter],
  ['R', refresh],
  ['Esc', text('Close what is open', 'סגירת מה שפתוח')],
  ['?', text('This list', 'הרשימה הזו')],
];
