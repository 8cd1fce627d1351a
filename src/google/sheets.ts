import type { SheetPort, SheetsPort } from '../sheets/sheets-port';
import { sheetOver } from './sheet-over';

/** So many sheets are asked for by name, one call each; then all are listed. */
const FEW_SHEETS = 2;

/** The workbook that the script is bound to. Nothing is asked of it before it is needed. */
export function sheets(): SheetsPort {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  /** Sheets by name as listed; a sheet that is renamed meanwhile stays the same object. */
  let listed: Map<string, GoogleAppsScript.Spreadsheet.Sheet> | null = null;
  const ports = new Map<string, SheetPort>();
  /** How many sheets were asked for one by one. */
  let asked = 0;
  /** Whether anything was written since the last flush: one with nothing to do would cost a call all the same. */
  let unflushed = false;
  const portOf = (name: string, sheet: GoogleAppsScript.Spreadsheet.Sheet): SheetPort => {
    const port = ports.get(name) ?? noting(sheetOver(sheet, name), () => (unflushed = true));
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
    names: () => [...(listed ?? list()).keys()],
    sheet(name) {
      const known = ports.get(name);
      if (known !== undefined) return known;
      // Whoever needs several needs more: all of them cost one call.
      asked += 1;
      if (asked > FEW_SHEETS && listed === null) list();
      const sheet = listed === null ? spreadsheet.getSheetByName(name) : listed.get(name);
      return sheet === null || sheet === undefined ? null : portOf(name, sheet);
    },
    insert(names) {
      // A new sheet comes to the front; whoever is at work stays where they are.
      const front = spreadsheet.getActiveSheet();
      const before = spreadsheet.getNumSheets();
      names.forEach((name, i) => {
        const sheet = spreadsheet.insertSheet(name, before + i);
        listed?.set(name, sheet);
        portOf(name, sheet);
      });
      spreadsheet.setActiveSheet(front);
      unflushed = true;
    },
    flush() {
      if (unflushed) SpreadsheetApp.flush();
      unflushed = false;
    },
  };
}

/** The port, saying so whenever it changes something. */
function noting(port: SheetPort, changed: () => void): SheetPort {
  const told =
    <A extends readonly unknown[], R>(act: (this: SheetPort, ...args: A) => R) =>
    (...args: A): R => {
      changed();
      return act.call(port, ...args);
    };
  return {
    ...port,
    grow: told(port.grow),
    write: told(port.write),
    format: told(port.format),
    insertRows: told(port.insertRows),
    deleteRows: told(port.deleteRows),
    style: told(port.style),
    mark: told(port.mark),
    freezeHeader: told(port.freezeHeader),
    hide: told(port.hide),
    protect: told(port.protect),
  };
}
