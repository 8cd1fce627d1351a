import { defineTable, script, user, type Row, type SheetRow } from '../sheets/table';

export const channels = ['WhatsApp', 'E-mail', 'Call'] as const;
export type Channel = (typeof channels)[number];

export const templatesTable = defineTable(
  'CRM Templates',
  'taskType',
  { help: ['The message for each task type, channel and language.', 'ההודעה לכל סוג משימה, ערוץ ושפה.'] },
  {
    taskType: user.text('Task Type', ['Which tasks it is for.', 'לאילו משימות.']),
    channel: user.choice('Channel', channels, ['WhatsApp, E-mail or Call (a script for speaking).', 'WhatsApp, E-mail או Call (תסריט לשיחה).']),
    language: user.text('Language', ['Two-letter code.', 'קוד בן שתי אותיות.']),
    subject: user.text('Subject', ['For e-mail.', 'לדוא״ל.'], { width: 220 }),
    text: user.text('Text', ['Fields: {first name}, {items}, {last order}, {shop}, {signature}.', 'שדות: {first name}, {items}, {last order}, {shop}, {signature}.'], { width: 520 }),
    problem: script.text('Problem', ['What to mend.', 'מה לתקן.'], { width: 320 }),
  },
);
export type TemplatesTable = typeof templatesTable;
export type TemplateRow = Row<TemplatesTable>;
export type TemplateSheetRow = SheetRow<TemplatesTable>;
