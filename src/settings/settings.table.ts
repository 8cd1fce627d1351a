import { defineTable, script, user, type SheetRow } from '../sheets/table';

export const settingsTable = defineTable(
  'CRM Settings',
  'setting',
  { help: ['How the CRM works in this shop. Change a Value; a bad one is reported beside it and the default is used.', 'איך ה-CRM עובד בחנות הזו. אפשר לשנות ערך; ערך שגוי מדווח לידו ונעשה שימוש בברירת המחדל.'] },
  {
    setting: script.text('Setting', ['The name of the setting.', 'שם ההגדרה.'], { width: 240 }),
    value: user.text('Value', ['Yours. Blank means the default.', 'שלך. ריק פירושו ברירת המחדל.'], { width: 200 }),
    help: script.text('What it does', ['What the setting changes, and its default.', 'מה ההגדרה משנה, ומה ברירת המחדל.'], { width: 520 }),
    problem: script.text('Problem', ['Why the value could not be used.', 'מדוע לא ניתן היה להשתמש בערך.'], { width: 320 }),
  },
);
export type SettingsTable = typeof settingsTable;
export type SettingSheetRow = SheetRow<SettingsTable>;
