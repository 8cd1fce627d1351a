import { text, type Text } from '../../src/shared/text';

const rows = (count: number): Text => (count === 1 ? text('1 row needs a look: see CRM Import Problems.', 'שורה אחת דורשת מבט: ראו CRM Import Problems.') : text(`${count} rows need a look: see CRM Import Problems.`, `${count} שורות דורשות מבט: ראו CRM Import Problems.`));

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`);

/** What the command line says. */
export const cliMessages = {
  notReadable: (path: string, why: string): Text => text(`${path} cannot be read (${why}). Check its name and its permissions.`, `לא ניתן לקרוא את ${path} (${why}). יש לבדוק את השם ואת ההרשאות.`),
  notWritable: (path: string, why: string): Text => text(`${path} cannot be written (${why}). Check the folder and its permissions.`, `לא ניתן לכתוב אל ${path} (${why}). יש לבדוק את התיקייה ואת ההרשאות.`),
  saved: (path: string): Text => text(`Saved to ${path}.`, `נשמר אל ${path}.`),
  stopped: (call: number): Text => text(`Stopped at service call ${call}, as --stop-at asked; what stood then is saved.`, `נעצר בקריאת שירות ${call}, כפי ש---stop-at ביקש; המצב באותו רגע נשמר.`),
  tookTooLong: text('The run took longer than Apps Script allows and was cut off; the next run finishes what is left.', 'הריצה ארכה יותר מהמותר ב-Apps Script ונקטעה; הריצה הבאה תשלים את החסר.'),
  outcomeMissing: text('Say what came of it: --outcome Reached, for example.', 'יש לומר מה יצא מזה: למשל ‎--outcome Reached.'),
  untilMissing: text('Say until when: --until 2026-07-05, for example.', 'יש לומר עד מתי: למשל ‎--until 2026-07-05.'),
  problems: (count: number): Text => (count === 0 ? text('', '') : rows(count)),
  sheetsMade: (names: readonly string[]): Text =>
    names.length === 0 ? text('Every sheet is there; what was missing has been mended.', 'כל הגיליונות קיימים; מה שהיה חסר תוקן.') : text(`Sheets made: ${names.join(', ')}.`, `גיליונות שנוצרו: ${names.join(', ')}.`),
  ticksBy: (owner: string | null): Text =>
    owner === null ? text('The hourly run could not be installed.', 'לא ניתן היה להתקין את הריצה השעתית.') : text(`The nights run by themselves, under ${owner}.`, `הלילות רצים מעצמם, בשם ${owner}.`),
  synced: (orders: number, added: number, changed: number): Text =>
    text(`${counted(orders, 'order', 'orders')} read; ${counted(added, 'new contact', 'new contacts')}, ${changed} changed.`, `נקראו ${orders} הזמנות; ${added} אנשי קשר חדשים, ${changed} השתנו.`),
  night: (made: number, withdrawn: number, held: number, missed: number): Text =>
    text(`Tasks: ${made} made, ${withdrawn} withdrawn, ${held} held back, ${missed} missed.`, `משימות: ${made} נוצרו, ${withdrawn} נמשכו, ${held} ממתינות, ${missed} הוחמצו.`),
  nothingDue: text('Nothing was due.', 'לא היה דבר לביצוע.'),
  imported: (added: number, changed: number, unchanged: number, rejected: number, dryRun: boolean): Text =>
    dryRun
      ? text(`It would add ${counted(added, 'contact', 'contacts')} and change ${changed}; unchanged: ${unchanged}, rows not taken: ${rejected}. Nothing was written.`, `יתווספו ${added} אנשי קשר וישתנו ${changed}; ${unchanged} יישארו כפי שהם, ${rejected} שורות לא ייקלטו. דבר לא נכתב.`)
      : text(`${counted(added, 'contact', 'contacts')} added, ${changed} changed, ${unchanged} as before; rows not taken: ${rejected}.`, `נוספו ${added} אנשי קשר, ${changed} השתנו, ${unchanged} נותרו כפי שהיו; ${rejected} שורות לא נקלטו.`),
  line: (file: string, line: number): Text => text(`${file}, line ${line}`, `${file}, שורה ${line}`),
  noTasks: text('No open tasks.', 'אין משימות פתוחות.'),
  nothingTonight: text('Nobody would get a task.', 'אף אחד לא יקבל משימה.'),
  wouldMake: (count: number): Text => text(`${counted(count, 'task', 'tasks')} would be made:`, `${count} משימות ייווצרו:`),
  heldBy: (law: string, count: number): Text => text(`Held back by ${law}: ${count}.`, `ממתינות בשל ${law}: ${count}.`),
  peopleIn: (count: number): Text => (count === 1 ? text('1 contact.', 'איש קשר אחד.') : text(`${count} contacts.`, `${count} אנשי קשר.`)),
  taskNow: (id: string, status: string, due: string, outcome: string): Text =>
    text(`${id}: ${status}${outcome === '' ? '' : `, ${outcome}`}, due ${due}.`, `${id}: ${status}${outcome === '' ? '' : `, ${outcome}`}, לתאריך ${due}.`),
  remindOn: (day: string): Text => text(`A reminder for ${day} would be in place.`, `כדאי ליצור תזכורת ל-${day}.`),
  offerDoNotContact: text('If they want to hear nothing more, put Y under Do Not Contact in Contacts.', 'אם אין רצון בפניות נוספות, יש לסמן Y תחת Do Not Contact ב-Contacts.'),
  contacted: (email: string, id: string): Text => text(`Noted for ${email} as task ${id}.`, `נרשם עבור ${email} כמשימה ${id}.`),
  tasksMade: (made: number, leftOut: number): Text =>
    text(`${counted(made, 'task', 'tasks')} made${leftOut === 0 ? '' : `; ${counted(leftOut, 'person', 'people')} left out who must not be contacted`}.`, `נוצרו ${made} משימות${leftOut === 0 ? '' : `; ${leftOut} אנשים שאין לפנות אליהם הושמטו`}.`),
  undone: (run: string, withdrawn: number, kept: number): Text =>
    text(`${counted(withdrawn, 'task', 'tasks')} of the run ${run} withdrawn${kept === 0 ? '' : `; ${kept} left alone because someone has dealt with ${kept === 1 ? 'it' : 'them'}`}.`, `מהריצה ${run} נמשכו ${withdrawn} משימות; ${kept} נשארו כי כבר טופלו.`),
  exported: (count: number, path: string): Text => text(`${counted(count, 'person', 'people')} written to ${path}.`, `${count} אנשים נכתבו אל ${path}.`),
  sayWhenSent: text('Their tasks stay open until you say that it was sent: the same command with --sent.', 'המשימות נשארות פתוחות עד שייאמר שהקובץ נשלח: אותה פקודה עם ‎--sent.'),
  erased: (mark: string, count: number): Text => text(`Erased from ${counted(count, 'row', 'rows')}; from now on known as ${mark}.`, `נמחק מ-${count} שורות; מעתה ידוע בשם ${mark}.`),
  earliest: (day: string): Text => text(`earliest ${day}`, `לא לפני ${day}`),
  cell: (header: string): Text => reportHeaders[header] ?? text(header, header),
  total: text('All', 'הכול'),
  unknownFault: (cause: string): Text => text(`Something went wrong: ${cause}`, `משהו השתבש: ${cause}`),
} as const;

const reportHeaders: Readonly<Record<string, Text>> = {
  due: text('Due', 'לביצוע'),
  completed: text('Completed', 'הושלמו'),
  skipped: text('Skipped', 'דולגו'),
  withdrawn: text('Withdrawn', 'נמשכו'),
  expired: text('Expired', 'פגו'),
  overdue: text('Overdue', 'באיחור'),
  completionRate: text('Completion', 'שיעור השלמה'),
  onTimeRate: text('On time', 'בזמן'),
  medianDaysToDone: text('Median days', 'חציון ימים'),
};
