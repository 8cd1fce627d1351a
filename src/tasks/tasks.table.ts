import { defaultOutcomes } from './default-outcomes';
import { defineTable, script, shared, user, type NewRow, type Row, type RowEntry, type RowPatch, type SheetRow } from '../sheets/table';

export const taskStatuses = ['Pending', 'Completed', 'Skipped'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

// A phone shows some 340 pixels: the day and whom it is about must be among them, before anybody scrolls.
const NARROW = 80;

const columns = {
  id: script.text('Task ID', ['Made from the occasion: the same occasion always has the same id.', 'נוצר מהאירוע: לאותו אירוע תמיד אותו מזהה.'], { width: NARROW }),
  createdOn: script.day('Created Date', ['The day it was made.', 'היום שבו נוצרה.'], { width: NARROW }),
  dueOn: shared.day('Due Date', ['Change it to move the task.', 'אפשר לשנות כדי להזיז את המשימה.'], { width: NARROW }),
  email: script.text('Email', ['Whom to contact.', 'למי לפנות.'], { width: 200 }),
  name: script.text('Customer Name', ['From Contacts.', 'מתוך Contacts.'], { width: 150 }),
  type: script.text('Task Type', ['Follow-up, Win-back, Welcome, Custom and what the rules add.', 'Follow-up, Win-back, Welcome, Custom ומה שהכללים מוסיפים.']),
  trigger: script.text('Trigger', ['What made it.', 'מה יצר אותה.'], { width: 180 }),
  status: shared.choice('Status', taskStatuses, ['Back to Pending reopens it.', 'חזרה ל-Pending פותחת אותה מחדש.']),
  completedOn: shared.day('Completed Date', ['The day it was completed or skipped.', 'היום שבו הושלמה או דולגה.']),
  outcome: shared.text('Outcome', ['Choosing one on a Pending row completes it; your own words are fine.', 'בחירה בשורה Pending משלימה אותה; אפשר גם במילים שלך.'], { width: 160, suggestions: defaultOutcomes.map(({ outcome }) => outcome) }),
  assignedTo: shared.text('Assigned To', ['Who does it.', 'מי מטפל.'], { suggestions: ['Manager', 'Mailchimp', 'Other'] }),
  reason: script.text('Reason', ['Why it is worth doing.', 'למה כדאי.'], { width: 360 }),
  note: user.text('Note', ['Yours.', 'שלך.'], { width: 200 }),
  phone: script.text('Phone', ['As in Contacts.', 'כמו ב-Contacts.'], { width: 130 }),
  whatsApp: script.text('WhatsApp', ['A link with the message filled in.', 'קישור עם ההודעה מוכנה.'], { width: 120 }),
  messageLanguage: script.text('Message Language', ['The language of the message.', 'שפת ההודעה.']),
  rule: script.text('Rule', ['The rule that made it; blank = by hand.', 'הכלל שיצר אותה; ריק = ידני.']),
  run: script.text('Run', ['The run that made it.', 'הריצה שיצרה אותה.'], { width: 130 }),
  firstDueOn: script.day('First Due', ['The first due date, before any move.', 'תאריך היעד הראשון, לפני כל הזזה.']),
  tries: script.count('Tries', ['How often nobody answered.', 'כמה פעמים לא היה מענה.']),
} as const;

// Overdue is bold on a tint, due today bold, finished struck through: told apart in black and white, too.
const marks = [
  { when: 'AND({status}="Pending",{dueOn}<>"",{dueOn}<TODAY())', fields: ['status', 'dueOn'], bold: true, fontColor: '#8a1c0c', background: '#fdeeea' },
  { when: 'AND({status}="Pending",{dueOn}=TODAY())', fields: ['status', 'dueOn'], bold: true },
  { when: 'OR({status}="Completed",{status}="Skipped")', fields: ['status'], strikethrough: true, fontColor: '#6b7280' },
] as const;

export const tasksTable = defineTable(
  'CRM Tasks',
  'id',
  { marks, help: ['Open tasks and the recently finished.', 'משימות פתוחות ומשימות שהסתיימו לאחרונה.'] },
  columns,
);
/** Tasks finished long ago, moved unchanged; the same columns. */
export const taskArchiveTable = defineTable(
  'CRM Task Archive',
  'id',
  { help: ['Tasks finished more than `Archive after days` ago, moved unchanged.', 'משימות שהסתיימו לפני יותר מ-`Archive after days` ימים, הועברו ללא שינוי.'] },
  columns,
);
export type TasksTable = typeof tasksTable;
export type Task = Row<TasksTable>;
export type TaskSheetRow = SheetRow<TasksTable>;
/** The cells of a task by which a person is reached from the row itself; blank where there is no way, or none that is right. */
export type HowToReach = Pick<Task, 'phone' | 'whatsApp' | 'messageLanguage'>;
export type NewTask = NewRow<TasksTable>;
export type TaskRowPatch = RowPatch<TasksTable>;
export type TaskRowEntry = RowEntry<TasksTable>;
