import { pageMessages, type Page } from '../ui/page-messages';
import { languageOf } from '../shared/text';
import { uriPart } from '../shared/uri';

const SIDEBAR: Page = 'sidebar';
/** How every page of src/ui begins. */
const HTML = '<html lang="en">';

/** Opens a page of the add-on: the sidebar beside the sheet, any other as a dialog over it; `about` is the address of the person it is about. */
export function showPage(page: Page, about: string | null = null): void {
  const locale = SpreadsheetApp.getActive().getSpreadsheetLocale();
  const language = languageOf(locale);
  const { title, width, height } = pageMessages[page];
  const output = HtmlService.createHtmlOutputFromFile(page).setTitle(title[language]).addMetaTag('viewport', 'width=device-width, initial-scale=1');
  // Said in the page itself, so that its first words are the reader's, before anything has been asked of the server.
  output.setContent(output.getContent().replace(HTML, `<html lang="${language}" dir="${language === 'he' ? 'rtl' : 'ltr'}" data-locale="${locale.replace(/[^\w-]/g, '')}" data-today="${today()}"${about === null ? '' : ` data-about="${uriPart(about)}"`}>`));
  if (page === SIDEBAR) SpreadsheetApp.getUi().showSidebar(output);
  else SpreadsheetApp.getUi().showModalDialog(output.setWidth(width).setHeight(height), title[language]);
}

function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
