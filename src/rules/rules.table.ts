import { defineTable, script, shared, user, type NewRow, type RowPatch, type SheetRow } from '../sheets/table';
import { scopes } from './scopes';
import { taskTypeNames } from './task-types';
import { triggerGuide, triggerNames } from './triggers';

/** The Trigger drop-down and its guide come from the list of triggers, the Task Type drop-down from the list of task types. */
export const rulesTable = defineTable(
  'CRM Rules',
  'id',
  { keyIsMade: true, help: ['What makes a task, one rule a row.', 'מה יוצר משימה, כלל אחד בכל שורה.'] },
  {
    name: user.text('Rule', ['Your name for the rule; rename it freely.', 'השם שלך לכלל; אפשר לשנות.'], { width: 180 }),
    enabled: user.flag('Enabled', ['Y or N.', 'Y או N.']),
    trigger: user.text('Trigger', [`What sets the rule off.\n${triggerGuide.en}`, `מה מפעיל את הכלל.\n${triggerGuide.he}`], { width: 180, suggestions: triggerNames }),
    taskType: user.text('Task Type', ['The kind of task it makes; your own word ranks as Custom.', 'סוג המשימה שנוצרת; מילה משלך מדורגת כמו Custom.'], { suggestions: taskTypeNames }),
    scope: user.text('Scope', ['Which of the person’s orders; for order triggers.', 'אילו מהזמנות האדם; לכללי הזמנה.'], { suggestions: scopes }),
    days: user.number('Days', ['Days after (orders), without an order, or before (dates).', 'ימים אחרי (הזמנות), ללא הזמנה, או לפני (תאריכים).']),
    everyNth: user.number('Every Nth', ['With Scope “First and every Nth”: 5 means orders 1, 5, 10 …', 'עם ההיקף First and every Nth: הערך 5 פירושו הזמנות 1, 5, 10 …']),
    minimumValue: user.number('Minimum Value', ['Only orders of at least this value; for No order for, Anniversary and Birthday: people of at least this spend.', 'רק הזמנות בערך זה לפחות; ב-No order for, ביום שנה וביום הולדת: אנשים שקנו בסכום זה לפחות.']),
    segment: user.text('Segment', ['A query, or the name of one in CRM Segments. With any other trigger than Segment it narrows the rule to these people.', 'שאילתה, או שם של שאילתה ב-CRM Segments. בכל טריגר אחר מ-Segment היא מצמצמת את הכלל לאנשים האלה.'], { width: 240 }),
    product: user.text('Product', ['Words that the product’s name contains, in any order.', 'מילים ששם המוצר מכיל, בכל סדר.'], { width: 160 }),
    repeatEvery: user.number('Repeat Every', ['For Segment: days until the same person may match again; blank = once.', 'ל-Segment: ימים עד שאותו אדם יכול להתאים שוב; ריק = פעם אחת.']),
    validForDays: user.number('Valid For Days', ['How many days a match may wait for its task; blank = the kind’s own.', 'כמה ימים התאמה יכולה להמתין למשימה; ריק = לפי הסוג.']),
    assignedTo: user.text('Assigned To', ['Who gets the task.', 'מי מקבל את המשימה.'], { suggestions: ['Manager', 'Mailchimp', 'Other'] }),
    startOn: shared.day('Start Date', ['Matches of earlier days make no tasks. Filled on the day the rule is first enabled.', 'התאמות מימים קודמים אינן יוצרות משימות. מתמלא ביום שבו הכלל הופעל לראשונה.']),
    matchesNow: script.count('Matches now', ['How many people the rule matches today, before the laws.', 'כמה אנשים מתאימים לכלל היום, לפני החוקים.']),
    madeSoFar: script.count('Made so far', ['Tasks it has made.', 'משימות שיצר.']),
    problem: script.text('Problem', ['What to mend; the other rules run.', 'מה לתקן; שאר הכללים פועלים.'], { width: 320 }),
    id: script.text('Rule ID', ['The script’s own name for the rule.', 'השם הפנימי של הכלל.'], { hidden: true }),
  },
);
export type RulesTable = typeof rulesTable;
export type RuleSheetRow = SheetRow<RulesTable>;
export type NewRule = NewRow<RulesTable>;
export type RuleRowPatch = RowPatch<RulesTable>;
