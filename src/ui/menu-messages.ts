import { text } from '../shared/text';

/** The words of the CRM menu, by the function each item calls. */
export const menuMessages = {
  showTasks: text("Today's tasks", 'המשימות להיום'),
  syncContacts: text('Sync contacts', 'סנכרון אנשי קשר'),
  showImport: text('Import Mailchimp…', 'ייבוא מ-Mailchimp…'),
  showPreview: text('Preview tonight', 'מה ייווצר הלילה'),
  runNow: text('Run now', 'הרצה עכשיו'),
  showSegments: text('Segments…', 'סגמנטים…'),
  makeReport: text('Report', 'דוח'),
  showSetUp: text('Set up…', 'הגדרה…'),
  undoLastRun: text('Undo last run', 'ביטול הריצה האחרונה'),
  acceptSmallerOrderSheet: text('Accept the smaller order sheet', 'אישור גיליון ההזמנות הקטן'),
  showMailchimpExport: text('Export for Mailchimp…', 'ייצוא ל-Mailchimp…'),
  showHelp: text('Help', 'עזרה'),
} as const;
