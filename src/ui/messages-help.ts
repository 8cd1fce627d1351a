import { text, type Text } from '../shared/text';
import { menuMessages as menu } from './menu-messages';

/** Words of Help. */
export const helpWords = {
  dayTitle: text('A day with it', 'יום איתו'),
  day: [
    text('At night it reads the orders, brings Contacts up to date and puts at most a handful of people onto the list.', 'בלילה הוא קורא את ההזמנות, מעדכן את Contacts ומעלה לרשימה קומץ אנשים לכל היותר.'),
    text('In the morning open CRM › Today’s tasks (or the morning mail, on a phone): who, why, and a text worth sending. One tap reaches the person, one tap notes what came of it.', 'בבוקר פותחים את CRM › המשימות להיום (או את הדואר היומי, בטלפון): מי, למה, וטקסט ששווה לשלוח. לחיצה אחת פונה לאדם, לחיצה אחת רושמת מה יצא מזה.'),
    text('Without the sidebar: choose an Outcome in CRM Tasks and the task is completed; set Status back to Pending and it is open again.', 'בלי סרגל הצד: בוחרים Outcome ב-CRM Tasks והמשימה מושלמת; מחזירים Status ל-Pending והיא פתוחה שוב.'),
    text('Once a fortnight import Mailchimp’s export, so that nobody who unsubscribed is bothered.', 'פעם בשבועיים מייבאים את הייצוא של Mailchimp, כדי שאיש שהסיר את עצמו לא יוטרד.'),
  ],
  howTitle: text('How do I…', 'איך…'),
  /** Questions with their answers; in backticks the names of sheets, columns, settings and menu items. */
  how: [
    {
      ask: text('see who would get onto the list, and why, or why not?', 'רואים מי ייכנס לרשימה ולמה, או למה לא?'),
      say: text(`\`${menu.showPreview.en}\` names everyone with the reason and writes nothing. Under “Why, or why not?” there it says of one person what holds each rule back, and until when.`, `\`${menu.showPreview.he}\` מראה את כולם עם הסיבה ואינו כותב דבר. שם, תחת "למה, או למה לא?", נאמר על אדם אחד מה מעכב כל כלל, ועד מתי.`),
      page: 'showPreview',
    },
    {
      ask: text('get more tasks, or fewer?', 'מקבלים יותר משימות, או פחות?'),
      say: text('`Tasks on the list` in `CRM Settings` says up to how many. `Enabled` in `CRM Rules` switches rules on and off, `Make tasks on` and `CRM Days Off` say when it rests.', '`Tasks on the list` ב-`CRM Settings` קובע עד כמה. `Enabled` ב-`CRM Rules` מפעיל ומכבה כללים, `Make tasks on` ו-`CRM Days Off` קובעים מתי נחים.'),
      page: null,
    },
    {
      ask: text('stop contacting somebody?', 'מפסיקים לפנות למישהו?'),
      say: text('Put Y into `Do Not Contact` in `Contacts`. Their open tasks are withdrawn with the next night, and no new ones are made.', 'כותבים Y ב-`Do Not Contact` שב-`Contacts`. המשימות הפתוחות נמשכות בלילה הבא, וחדשות אינן נוצרות.'),
      page: null,
    },
    {
      ask: text('change what is written to customers?', 'משנים את מה שכותבים ללקוחות?'),
      say: text('In `CRM Templates`, a row for each kind of task, channel and language. `Shop name` and `Signature` stand in `CRM Settings`.', 'ב-`CRM Templates`, שורה לכל סוג משימה, ערוץ ושפה. `Shop name` ו-`Signature` נמצאים ב-`CRM Settings`.'),
      page: null,
    },
    {
      ask: text('make tasks for a group of people?', 'יוצרים משימות לקבוצת אנשים?'),
      say: text(`In \`${menu.showSegments.en}\` describe the group, see how many they are, and choose “Make tasks now”.`, `ב-\`${menu.showSegments.he}\` מתארים את הקבוצה, רואים כמה הם, ובוחרים "יצירת משימות עכשיו".`),
      page: null,
    },
    {
      ask: text('take something back?', 'מחזירים משהו לאחור?'),
      say: text(`\`${menu.undoLastRun.en}\` withdraws the tasks of a run that nobody touched. A single task is open again once its \`Status\` is back to \`Pending\`.`, `\`${menu.undoLastRun.he}\` מושך את משימות הריצה שאיש לא נגע בהן. משימה אחת נפתחת שוב כש-\`Status\` חוזר ל-\`Pending\`.`),
      page: null,
    },
    {
      ask: text('say that two addresses are one person?', 'אומרים ששתי כתובות הן אדם אחד?'),
      say: text('Type the second address into `Also Known As` in the row that shall stay; orders and consent then count there.', 'כותבים את הכתובת השנייה ב-`Also Known As` בשורה שתישאר; ההזמנות וההסכמה נספרות שם.'),
      page: null,
    },
    {
      ask: text('work without the sidebar, or on a phone?', 'עובדים בלי סרגל הצד, או בטלפון?'),
      say: text('The morning mail goes to `Digest to` and reaches each person with one tap. Or choose an `Outcome` in `CRM Tasks`: the task is completed.', 'הדואר היומי נשלח אל `Digest to` ומשם פונים לכל אדם בלחיצה. או שבוחרים `Outcome` ב-`CRM Tasks`: המשימה מושלמת.'),
      page: null,
    },
    {
      ask: text('find out why a night failed?', 'מבררים למה לילה נכשל?'),
      say: text(`\`Error\` in \`CRM Runs\` names the cause and the cure; rows that could not be read stand in \`CRM Import Problems\`. If the order sheet really became shorter, choose \`${menu.acceptSmallerOrderSheet.en}\`.`, `\`Error\` ב-\`CRM Runs\` אומר מה הסיבה ומה התיקון; שורות שלא נקראו נמצאות ב-\`CRM Import Problems\`. אם גיליון ההזמנות באמת התקצר, בוחרים \`${menu.acceptSmallerOrderSheet.he}\`.`),
      page: null,
    },
    {
      ask: text('give somebody their data, or erase it?', 'מוסרים לאדם את הנתונים שלו, או מוחקים אותם?'),
      say: text('A page of its own shows all that is held about one person, gives it as a file, and erases it from every sheet of the CRM. It also opens from the end of the person’s card in the sidebar.', 'דף נפרד מראה את כל מה ששמור על אדם אחד, נותן זאת כקובץ, ומוחק מכל גיליונות ה-CRM. הוא נפתח גם מסוף הכרטיס של האדם בסרגל הצד.'),
      page: 'showPerson',
    },
  ],
  openPage: text('Open', 'פתיחה'),
  guideTitle: text('The guide', 'המדריך'),
  version: (number: string): Text => text(`jlmops CRM, version ${number}`, `jlmops CRM, גרסה ${number}`),
  search: text('Search in Help', 'חיפוש בעזרה'),
  nothing: (asked: string): Text => text(`Nothing here mentions “${asked}”.`, `אין כאן אזכור של "${asked}".`),
  check: text('Check this installation', 'בדיקת ההתקנה'),
  checkLead: text('Tries on a temporary sheet, which is deleted again, whether Google behaves as this add-on expects.', 'בודק בגיליון זמני, שנמחק מיד, אם Google מתנהג כפי שהתוסף מצפה.'),
  checking: text('Trying one thing after another…', 'בודק דבר אחר דבר…'),
  allWell: (facts: string): Text => text(`All ${facts} checks passed.`, `כל ${facts} הבדיקות עברו.`),
  differs: (count: number, shown: string): Text => text(count === 1 ? 'One thing differs:' : `${shown} things differ:`, count === 1 ? 'דבר אחד שונה:' : `${shown} דברים שונים:`),
  passed: text('As expected', 'כצפוי'),
  yes: text('yes', 'כן'),
  no: text('no', 'לא'),
} as const;
