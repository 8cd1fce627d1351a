import { defineTable, script } from '../sheets/table';

export const importProblemsTable = defineTable(
  'CRM Import Problems',
  'sheet',
  { help: ['Rows that the last sync or import could not take.', 'שורות שהסנכרון או הייבוא האחרון לא יכלו לקלוט.'], protected: true, isLog: true },
  {
    sheet: script.text('Sheet', ['Where.', 'היכן.'], { width: 180 }),
    row: script.count('Row', ['The header is row 1.', 'הכותרת היא שורה 1.']),
    value: script.text('Value', ['What was found.', 'מה נמצא.'], { width: 220 }),
    reason: script.text('Reason', ['What is wrong with it.', 'מה הבעיה.'], { width: 320 }),
    cure: script.text('Cure', ['What to do.', 'מה לעשות.'], { width: 320 }),
  },
);

