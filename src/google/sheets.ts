import type { SheetPort, SheetsPort } from '../sheets/sheets-port';
import { sheetOver } from './sheet-over';

/** The workbook that the script is bound to. Nothing is asked of it before it is needed. */
export function sheets(): SheetsPort {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  /** Sheets by name as listed; a sheet that is renamed meanwhile stays the same object. */
  let listed: Map<string, GoogleAppsScript.Spreadsheet.Sheet> | null = null;
  const ports = new Map<string, SheetPort>();
  const portOf = (name: string, sheet: GoogleAppsScript.Spreadsheet.Sheet): SheetPort => {
    const port = ports.get(name) ?? sheetOver(sheet, name);
    ports.set(name, port);
    return port;
  };
  const list = (): Map<string, GoogleAppsScript.Spreadsheet.Sheet> => {
    // A chart on a sheet of its own and a connected data source have no cells to ask for.
    const withCells = spreadsheet.getSheets().filter((sheet) => sheet.getType() === SpreadsheetApp.SheetType.GRID);
    listed = new Map(withCells.map((sheet) => [sheet.getName(), sheet]));
    return listed;
  };
  const once = <T>(ask: () => T): (() => T) => {
    let known: { readonly value: T } | null = null;
    return () => (known ??= { value: ask() }).value;
  };
  const title = once(() => spreadsheet.getName());
  const timeZone = once(() => spreadsheet.getSpreadsheetTimeZone());
  const locale = once(() => spreadsheet.getSpreadsheetLocale());
  return {
    get id() {
      return spreadsheet.getId();
    },
    get title() {
      return title();
    },
    get timeZone() {
      return timeZone();
    },
    get locale() {
      return locale();
    },
    get url() {
      return spreadsheet.getUrl();
    },
    names: () => [...list().keys()],
    sheet(name) {
      const known = ports.get(name);
      if (known !== undefined) return known;
      const sheet = listed === null ? spreadsheet.getSheetByName(name) : listed.get(name);
      return sheet === null || sheet === undefined ? null : portOf(name, sheet);
    },
    insert(name) {
      const sheet = spreadsheet.insertSheet(name, spreadsheet.getNumSheets());
      listed?.set(name, sheet);
      return portOf(name, sheet);
    },
    flush: () => SpreadsheetApp.flush(),
  };
}

