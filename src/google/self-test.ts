import type { Platform, Trial } from '../app/ports';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Null where the fact holds; else what was seen in its place. */
type Try = () => string | null;

const SHEET = 'CRM check';
const TEXT = '@';
const DAY = 'yyyy-mm-dd';
const MOMENT = 'yyyy-mm-dd hh:mm:ss';

/** What strangers type and sheets like to take for something else. */
const tricky = ['+972501234567', '0501234567', '=1+1', '1-2', 'TRUE', '00123', '2026-03-01', '10%', '1e5', '#N/A', '@home', '-5', ' two  blanks '];
/** Both clock changes of Israel, a leap day, the turn of a year. */
const days = ['2024-02-29', '2026-03-27', '2026-10-25', '2026-12-31', '2027-01-01'];

/** The platform's self-test, on a temporary sheet that is deleted whatever happens. */
export function platform(): Platform {
  return {
    tryFacts() {
      const book = SpreadsheetApp.getActiveSpreadsheet();
      const left = book.getSheetByName(SHEET);
      if (left !== null) book.deleteSheet(left);
      const before = book.getActiveSheet();
      const sheet = book.insertSheet(SHEET, book.getNumSheets());
      try {
        sheet.hideSheet();
        return [...factsOfCells(sheet), ...factsOfServices()].map(tried);
      } finally {
        book.setActiveSheet(before);
        book.deleteSheet(sheet);
        SpreadsheetApp.flush();
      }
    },
  };
}

function tried([fact, attempt]: readonly [string, Try]): Trial {
  try {
    const seen = attempt();
    return { fact, ok: seen === null, seen };
  } catch (error) {
    return { fact, ok: false, seen: error instanceof Error ? error.message : String(error) };
  }
}

const differs = (wanted: unknown, seen: unknown): string | null => (JSON.stringify(wanted) === JSON.stringify(seen) ? null : `${JSON.stringify(wanted)} → ${JSON.stringify(seen)}`);
const firstOf = (answers: readonly (string | null)[]): string | null => answers.find((answer) => answer !== null) ?? null;

/** Each fact has rows of its own, so that none sees what another left. */
const factsOfCells = (sheet: Sheet): readonly (readonly [string, Try])[] => [
  ['emptySheet', () => firstOf([differs(0, sheet.getLastRow()), differs([['']], sheet.getDataRange().getValues())])],
  ['textInTextCells', () => roundTrip(sheet, 1, TEXT, tricky, tricky)],
  ['apostropheInTextCells', () => roundTrip(sheet, 2, TEXT, ["'tis"], ["'tis"])],
  ['numbersInTextCells', () => roundTrip(sheet, 3, TEXT, [5], [5])],
  ['apostropheProtectsText', () => firstOf([roundTrip(sheet, 4, null, tricky.map((words) => `'${words}`), tricky), differs('', sheet.getRange(4, 3).getFormula())])],
  ['dayRoundTrip', () => roundTrip(sheet, 5, DAY, days.map(serialOf), days, (value) => clockOf(value).slice(0, 10))],
  ['momentRoundTrip', () => roundTrip(sheet, 6, MOMENT, days.map((day) => serialOf(day) + 0.5), days.map((day) => `${day} 12:00:00`), clockOf)],
  ['numberFormats', () => {
    const formats = [TEXT, '0', '0.##', '#,##0.00', DAY, MOMENT];
    const range = sheet.getRange(7, 1, 1, formats.length);
    range.setNumberFormats([formats]);
    SpreadsheetApp.flush();
    return differs([formats], range.getNumberFormats());
  }],
  ['rangeLists', () => {
    sheet.getRangeList(['A8:B8', 'D8']).setNumberFormat(DAY);
    SpreadsheetApp.flush();
    const [formats = []] = sheet.getRange(8, 1, 1, 4).getNumberFormats();
    return differs([DAY, DAY, DAY], [formats[0], formats[1], formats[3]]);
  }],
  ['openEndedRanges', () => firstOf([differs(sheet.getMaxRows() - 1, sheet.getRange('A2:B').getNumRows()), differs(2, sheet.getRange('A2:B').getNumColumns())])],
  ['dropDownsRefuseNothing', () => {
    const cell = sheet.getRange(9, 1);
    cell.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(['Yes', 'No'], true).setAllowInvalid(true).build());
    cell.setValue('Perhaps');
    SpreadsheetApp.flush();
    return differs('Perhaps', cell.getValue());
  }],
  ['checkboxesReadAsFalse', () => {
    const cell = sheet.getRange(10, 1);
    cell.insertCheckboxes();
    SpreadsheetApp.flush();
    return differs(false, cell.getValue());
  }],
  ['wholeSheetAtOnce', () => differs(sheet.getDataRange().getValues(), sheet.getSheetValues(1, 1, -1, -1))],
  ['headerNotes', () => {
    const cell = sheet.getRange(11, 1);
    cell.setNotes([['שלום']]);
    SpreadsheetApp.flush();
    return differs([['שלום']], cell.getNotes());
  }],
  ['rowsBelowTheLast', () => {
    const rows = sheet.getMaxRows();
    sheet.insertRowsAfter(rows, 2);
    sheet.getRange(rows + 2, 1).setValue('end');
    SpreadsheetApp.flush();
    return firstOf([differs(rows + 2, sheet.getMaxRows()), differs(rows + 2, sheet.getLastRow())]);
  }],
  ['rowsAboveOthers', () => {
    sheet.getRange(12, 1, 2, 1).setNumberFormats([[TEXT], [DAY]]);
    sheet.insertRowsBefore(13, 1);
    SpreadsheetApp.flush();
    return differs([[TEXT], [DAY], [DAY]], sheet.getRange(12, 1, 3, 1).getNumberFormats());
  }],
];

const factsOfServices = (): readonly (readonly [string, Try])[] => [
  ['documentLock', () => {
    const lock = LockService.getDocumentLock();
    if (!lock.tryLock(2000)) return 'held by another run';
    const held = lock.hasLock();
    SpreadsheetApp.flush();
    lock.releaseLock();
    return differs([true, false], [held, lock.hasLock()]);
  }],
  ['properties', () => {
    const store = PropertiesService.getDocumentProperties();
    const words = 'שלום 🍷 '.repeat(400);
    store.setProperty(SHEET, words);
    const seen = store.getProperty(SHEET);
    store.deleteProperty(SHEET);
    return firstOf([seen === words ? null : 'not as written', differs(null, store.getProperty(SHEET))]);
  }],
  ['cache', () => {
    const cache = CacheService.getDocumentCache();
    const words = 'שלום 🍷 '.repeat(2000);
    cache?.put(SHEET, words, 60);
    const seen = cache?.get(SHEET);
    cache?.remove(SHEET);
    return seen === words ? null : 'not as written';
  }],
  ['triggers', () => (ScriptApp.getProjectTriggers().length >= 0 ? null : 'none')],
  ['mail', () => {
    const left = MailApp.getRemainingDailyQuota();
    return left > 0 ? null : `${left} recipients left today`;
  }],
  ['user', () => (Session.getEffectiveUser().getEmail() === '' ? 'no address' : null)],
  ['dialogs', () => (SpreadsheetApp.getUi() === null ? 'none' : null)],
];

/** Writes values across a row under a format and compares what is read with what is wanted. */
function roundTrip(sheet: Sheet, row: number, format: string | null, written: readonly (string | number)[], wanted: readonly unknown[], seenAs: (value: unknown) => unknown = (value) => value): string | null {
  const range = sheet.getRange(row, 1, 1, written.length);
  if (format !== null) range.setNumberFormat(format);
  range.setValues([[...written]]);
  SpreadsheetApp.flush();
  const [read = []] = range.getValues() as unknown[][]; // getValues is declared with any
  const seen = read.map(seenAs);
  return firstOf(wanted.map((value, i) => differs(value, seen[i])));
}

const serialOf = (day: string): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000 + 25_569;

const two = (value: number): string => String(value).padStart(2, '0');

/** The wall clock of a date cell. */
const clockOf = (value: unknown): string =>
  value instanceof Date
    ? `${value.getFullYear()}-${two(value.getMonth() + 1)}-${two(value.getDate())} ${two(value.getHours())}:${two(value.getMinutes())}:${two(value.getSeconds())}`
    : JSON.stringify(value);
