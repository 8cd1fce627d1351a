import { defineTable, script, type NewRow, type Row } from '../sheets/table';

export const runsTable = defineTable(
  'CRM Runs',
  'run',
  { help: ['One line a run, newest first, at most 500.', 'שורה לכל ריצה, החדשה ראשונה, עד 500.'], protected: true, isLog: true },
  {
    run: script.text('Run', ['Its id: moment and job.', 'מזהה: מועד ועבודה.'], { width: 150 }),
    job: script.text('Job', ['What ran.', 'מה רץ.']),
    start: script.moment('Start', ['When it began.', 'מתי התחילה.'], { width: 130 }),
    startedBy: script.text('Started By', ['Who or what started it.', 'מי או מה התחיל אותה.'], { width: 160 }),
    seconds: script.number('Seconds', ['How long it took.', 'כמה זמן נמשכה.']),
    orders: script.count('Orders', ['Orders read.', 'הזמנות שנקראו.']),
    contactsNew: script.count('Contacts New', ['Contacts added.', 'אנשי קשר שנוספו.']),
    contactsChanged: script.count('Contacts Changed', ['Contacts changed.', 'אנשי קשר שהשתנו.']),
    tasksMade: script.count('Tasks Made', ['Tasks made.', 'משימות שנוצרו.']),
    tasksWithdrawn: script.count('Tasks Withdrawn', ['Tasks withdrawn or expired.', 'משימות שנמשכו או פגו.']),
    heldBack: script.count('Held Back', ['Matches that wait.', 'התאמות שממתינות.']),
    missed: script.count('Missed', ['Matches whose time ran out.', 'התאמות שזמנן עבר.']),
    problems: script.count('Problems', ['Rows and cells reported.', 'שורות ותאים שדווחו.']),
    error: script.text('Error', ['Why it failed.', 'מדוע נכשלה.'], { width: 420 }),
  },
);
export type RunsTable = typeof runsTable;
export type Run = Row<RunsTable>;
export type NewRun = NewRow<RunsTable>;
