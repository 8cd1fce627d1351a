import { text, type Text } from '../shared/text';

interface LawWords {
  readonly name: Text;
  readonly help: Text;
}

/** What each law means, by its name in the declarations; also the two that judge no match: Moot and the bad rule row. */
export const lawWords: Readonly<Record<string, LawWords>> = {
  Once: { name: text('Once', 'פעם אחת'), help: text('One occasion never makes two tasks, even if its row is deleted or the rule renamed.', 'אירוע אחד לעולם אינו יוצר שתי משימות, גם אם השורה נמחקת או שם הכלל משתנה.') },
  'No ambush': { name: text('No ambush', 'בלי הפתעות מהעבר'), help: text('Orders and dates before a rule’s Start Date make no task.', 'הזמנות ותאריכים שקדמו ל-Start Date של הכלל אינם יוצרים משימה.') },
  'Held back is not lost': { name: text('Held back is not lost', 'ממתין אינו אבוד'), help: text('A match waits night after night, for as long as Valid For Days says; then it is logged as missed.', 'התאמה ממתינה לילה אחר לילה, כל עוד Valid For Days מאפשר; אחר כך היא נרשמת כהחמצה.') },
  Consent: { name: text('Consent', 'הסכמה'), help: text('Do Not Contact: no task. Unsubscribed: no promotional task. Cleaned: no e-mail.', 'Do Not Contact: אף משימה. Unsubscribed: אף משימה שיווקית. Cleaned: אין דוא"ל.') },
  'One at a time': { name: text('One at a time', 'אחת בכל פעם'), help: text('A person with an open task that is overdue or due within 7 days gets no other.', 'מי שיש לו משימה פתוחה באיחור או לשבעת הימים הקרובים אינו מקבל עוד אחת.') },
  'Cool-down': { name: text('Cool-down', 'צינון'), help: text('After a contact, promotional tasks wait Cool-down days, Welcome and Follow-up wait Service cool-down days; after a skip with a reason promotional tasks rest Skip rests days.', 'אחרי קשר, משימות שיווקיות ממתינות Cool-down days, ו-Welcome ו-Follow-up ממתינות Service cool-down days; אחרי דילוג מנומק משימות שיווקיות נחות Skip rests days.') },
  'Task-making days': { name: text('Task-making days', 'ימי משימות'), help: text('Tasks are made only on the days of Make tasks on, and not on CRM Days Off.', 'משימות נוצרות רק בימים של Make tasks on, ולא ב-CRM Days Off.') },
  'A list one can finish': { name: text('A list one can finish', 'רשימה שאפשר לסיים'), help: text('New tasks fill the list up to Tasks on the list, never above it; the best come first.', 'משימות חדשות ממלאות את הרשימה עד Tasks on the list ולא מעבר; הטובות ביותר תחילה.') },
  Moot: { name: text('Moot', 'אין עוד טעם'), help: text('A task whose reason is gone is withdrawn: ordered since, cancelled, unsubscribed, or long overdue.', 'משימה שהסיבה לה נעלמה נמשכת: הזמין מאז, בוטל, הסיר את עצמו, או באיחור רב.') },
  'A bad rule row': { name: text('A bad rule row', 'שורת כלל שגויה'), help: text('A rule that can’t be read is reported in its Problem cell; the others run.', 'כלל שאי אפשר לקרוא מדווח בתא Problem שלו; האחרים פועלים.') },
};

export const lawName = (name: string): Text => lawWords[name]?.name ?? { en: name, he: name };
