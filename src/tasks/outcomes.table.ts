import { defineTable, script, user, type SheetRow } from '../sheets/table';

/** What follows from an outcome. */
export const consequences = ['close', 'try again', 'remind', 'do not contact', 'wrong number'] as const;
export type Consequence = (typeof consequences)[number];

export const outcomesTable = defineTable(
  'CRM Outcomes',
  'outcome',
  { help: ['What can come of contacting someone, and what follows from it.', 'מה יכול לצאת מפנייה ללקוח, ומה נובע מכך.'] },
  {
    outcome: user.text('Outcome', ['The words on the button.', 'המילים שעל הכפתור.'], { width: 180 }),
    countsAsContact: user.flag('Counts as contact', ['Y: it sets Last Contacted and starts the cool-down.', 'Y: קובע את Last Contacted ומתחיל את תקופת הצינון.']),
    then: user.choice('Then', consequences, ['What follows: close, try again, remind, do not contact, wrong number.', 'מה נובע: close, try again, remind, do not contact, wrong number.']),
    days: user.number('Days', ['For try again: task-making days until the next try. For remind: days until the reminder.', 'ל-try again: ימי משימות עד הניסיון הבא. ל-remind: ימים עד התזכורת.']),
    problem: script.text('Problem', ['What to mend.', 'מה לתקן.'], { width: 320 }),
  },
);
export type OutcomesTable = typeof outcomesTable;
export type OutcomeSheetRow = SheetRow<OutcomesTable>;
