import { defineTable, script, user, type Row, type SheetRow } from '../sheets/table';

export const segmentsTable = defineTable(
  'CRM Segments',
  'name',
  { help: ['Named groups of people, each one line of query.', 'קבוצות אנשים בעלות שם, כל אחת שאילתה בשורה.'] },
  {
    name: user.text('Name', ['Your name for the group.', 'השם שלך לקבוצה.'], { width: 200 }),
    query: user.text('Query', ['Such as: status = Lapsed and total spend > 1000.', 'למשל: status = Lapsed and total spend > 1000.'], { width: 480 }),
    contacts: script.count('Contacts', ['How many people it holds today.', 'כמה אנשים בה היום.']),
    problem: script.text('Problem', ['What to mend in the query.', 'מה לתקן בשאילתה.'], { width: 320 }),
  },
);
export type SegmentsTable = typeof segmentsTable;
export type SegmentRow = Row<SegmentsTable>;
export type SegmentSheetRow = SheetRow<SegmentsTable>;
