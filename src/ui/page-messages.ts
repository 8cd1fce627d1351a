import { text, type Text } from '../shared/text';

interface PageLook {
  readonly title: Text;
  /** Pixels; the sidebar's are Google's own. */
  readonly width: number;
  readonly height: number;
}

/** The pages of the add-on by the name of their file. */
export const pageMessages = {
  sidebar: { title: text("Today's tasks", 'המשימות להיום'), width: 300, height: 0 },
  import: { title: text('Import from Mailchimp', 'ייבוא מ-Mailchimp'), width: 640, height: 560 },
  preview: { title: text('Preview tonight', 'מה ייווצר הלילה'), width: 680, height: 560 },
  segments: { title: text('Segments', 'סגמנטים'), width: 680, height: 560 },
  'set-up': { title: text('Set up', 'הגדרה'), width: 680, height: 600 },
  undo: { title: text('Undo last run', 'ביטול הריצה האחרונה'), width: 480, height: 320 },
  export: { title: text('Export for Mailchimp', 'ייצוא ל-Mailchimp'), width: 520, height: 360 },
  person: { title: text('A person’s data', 'הנתונים של אדם'), width: 620, height: 600 },
  help: { title: text('Help', 'עזרה'), width: 680, height: 600 },
} as const satisfies Readonly<Record<string, PageLook>>;

export type Page = keyof typeof pageMessages;
