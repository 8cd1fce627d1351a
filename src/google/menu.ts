import { menuMessages } from '../ui/menu-messages';
import { languageOf } from '../shared/text';

/** The CRM menu. Only builds it: no service that needs authorisation is touched, so it appears for everyone on opening. */
export function buildMenu(authMode?: GoogleAppsScript.Script.AuthMode): void {
  // An add-on that nobody has enabled here yet may not even ask for the locale.
  const language = authMode === ScriptApp.AuthMode.NONE ? 'en' : languageOf(SpreadsheetApp.getActive().getSpreadsheetLocale());
  const menu = SpreadsheetApp.getUi().createMenu('CRM');
  for (const item of menuItems) {
    if (item === null) menu.addSeparator();
    else menu.addItem(menuMessages[item][language], item);
  }
  menu.addToUi();
}

/** The menu's items by the name of the function that each calls; null is a separator. */
const menuItems = [
  'showTasks',
  null,
  'syncContacts',
  'showImport',
  null,
  'showPreview',
  'runNow',
  'showSegments',
  'makeReport',
  null,
  'showSetUp',
  'undoLastRun',
  'acceptSmallerOrderSheet',
  'showMailchimpExport',
  null,
  'showHelp',
] as const;
