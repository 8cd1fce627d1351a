import { pageMessages, type Page } from '../ui/page-messages';
import { languageOf } from '../shared/text';

const SIDEBAR: Page = 'sidebar';

/** Opens a page of the add-on: the sidebar beside the sheet, any other as a dialog over it. */
export function showPage(page: Page): void {
  const language = languageOf(SpreadsheetApp.getActive().getSpreadsheetLocale());
  const { title, width, height } = pageMessages[page];
  const output = HtmlService.createHtmlOutputFromFile(page).setTitle(title[language]).addMetaTag('viewport', 'width=device-width, initial-scale=1');
  if (page === SIDEBAR) SpreadsheetApp.getUi().showSidebar(output);
  else SpreadsheetApp.getUi().showModalDialog(output.setWidth(width).setHeight(height), title[language]);
}
