import { defineTable, user, type SheetRow } from '../sheets/table';

export const daysOffTable = defineTable(
  'CRM Days Off',
  'date',
  { help: ['Days on which no tasks are made.', 'ימים שבהם לא נוצרות משימות.'] },
  {
    date: user.day('Date', ['The day off.', 'היום החופשי.']),
    why: user.text('Why', ['For you to remember.', 'לזיכרון שלך.'], { width: 240 }),
  },
);
export type DaysOffTable = typeof daysOffTable;
export type DayOffSheetRow = SheetRow<DaysOffTable>;
