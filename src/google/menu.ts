import { menuMessages } from '../ui/menu-messages';
import { openJournal } from '../app/journal';
import { runsTable } from '../app/runs.table';
import { troubleOf } from '../app/standing';
import { dayOf, momentOf } from '../shared/day';
import { languageOf, type Text } from '../shared/text';
import { properties } from './properties';

/** The CRM menu. Only builds it: no service that needs authorisation is touched, so it appears for everyone on opening. */
export function buildMenu(authMode?: GoogleAppsScript.Script.AuthMode): void {
  // An add-on that nobody has enabled here yet may not even ask for the locale.
  const language = authMode === ScriptApp.AuthMode.NONE ? 'en' : languageOf(SpreadsheetApp.getActive().getSpreadsheetLocale());
  const menu = SpreadsheetApp.getUi().createMenu('CRM');
  const trouble = authMode === ScriptApp.AuthMode.NONE ? null : standingTrouble();
  if (trouble !== null) menu.addItem(trouble[language], 'showSetUp').addSeparator();
  for (const item of menuItems) {
    if (item === null) menu.addSeparator();
    else menu.addItem(menuMessages[item][language], item);
  }
  menu.addToUi();
}

/** What is wrong with the nights, as far as the document properties tell. */
function standingTrouble(): Text | null {
  const book = SpreadsheetApp.getActive();
  const clock = new Date();
  const today = dayOf(clock.getFullYear(), clock.getMonth() + 1, clock.getDate());
  return today === null ? null : troubleOf({ journal: openJournal(properties()), workbookId: book.getId(), isSetUp: book.getSheetByName(runsTable.name) !== null, now: momentOf(today, clock.getHours() * 3600) });
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
