import { blankSheet, NEW_SHEET_COLUMNS, NEW_SHEET_ROWS, sheetNamed } from '../../cells/sheet';
import type { Sheet, Workbook } from '../../workbook/model';
import { emulation, methodsOf, type Emulation, type Method } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { integer, listOf, number, orNothing, text } from '../kit/shape';
import { instance } from '../kit/wrapped';
import { rangeAt, rangeNamed, type RangeState } from './area';
import { protectionType } from './enums';
import { protectionEmulation } from './protection';
import { rangeEmulation } from './range';
import { rangeList } from './range-list';
import { assertNewName, sheetEmulation } from './sheet';
import { assertRoom } from './sheet-queue';

const { takes, free, counted } = methodsOf<Workbook>();

const reads = (give: (workbook: Workbook, run: Execution) => unknown): Method<Workbook> =>
  counted(
    takes([], (workbook, run) => {
      run.settle();
      return give(workbook, run);
    }),
  );

/** The sheet that the user looks at, or the first one that can be seen. */
function activeSheet({ sheets, activeSheet: name }: Workbook): Sheet {
  const sheet = sheets.find((one) => one.name === name) ?? sheets.find((one) => !one.hidden) ?? sheets[0];
  if (sheet === undefined) throw new ScriptException('The workbook has no sheet');
  return sheet;
}

function activeRanges(run: Execution): RangeState[] {
  const { host } = run;
  run.settle();
  // Nobody has a selection in a time trigger.
  if (host.selection === null || run.run.invocation === 'trigger') return [];
  const sheet = sheetNamed(host.workbook, host.selection.sheet);
  return sheet === null ? [] : host.selection.ranges.map((area) => rangeAt(run, sheet, area.row + 1, area.column + 1, area.rows, area.columns));
}

function insertSheet(run: Execution, workbook: Workbook, name: string, index: number): object {
  run.settle();
  assertNewName(workbook, name);
  if (index < 0 || index > workbook.sheets.length) throw new ScriptException('The sheet index is out of bounds.');
  assertRoom(run, null, NEW_SHEET_ROWS, NEW_SHEET_COLUMNS);
  const sheet = blankSheet(name);
  sheet.dirty = true;
  workbook.sheets.splice(index, 0, sheet);
  workbook.activeSheet = name;
  return run.wrap(sheetEmulation, sheet);
}

function freeName({ sheets }: Workbook): string {
  for (let i = sheets.length + 1; ; i += 1) if (!sheets.some(({ name }) => name === `Sheet${i}`)) return `Sheet${i}`;
}

/** A range whose A1 notation may begin with the name of its sheet. */
function rangeOfWorkbook(run: Execution, workbook: Workbook, words: string): RangeState {
  const at = words.lastIndexOf('!');
  if (at < 0) return rangeNamed(run, activeSheet(workbook), words);
  const name = words.slice(0, at).replace(/^'(.*)'$/, '$1').replace(/''/g, "'");
  const sheet = sheetNamed(workbook, name);
  if (sheet === null) throw new ScriptException('Range not found');
  return rangeNamed(run, sheet, words.slice(at + 1));
}

const toast = (run: Execution, message: string, title: string, seconds: number): void => {
  // In a time trigger nobody is there to see it.
  if (run.run.invocation !== 'trigger') run.host.toasts.push({ message, title, seconds });
};

export const spreadsheetEmulation: Emulation<Workbook> = emulation<Workbook>('SpreadsheetApp.Spreadsheet', 'spreadsheets', {
  getId: free(takes([], (workbook) => workbook.id)),
  getUrl: free(takes([], (workbook) => `https://docs.google.com/spreadsheets/d/${workbook.id}/edit`)),
  getName: counted(takes([], (workbook) => workbook.title)),
  getSpreadsheetTimeZone: counted(takes([], (workbook) => workbook.timeZone)),
  getSpreadsheetLocale: counted(takes([], (workbook) => workbook.locale)),
  getSheets: reads((workbook, run) => workbook.sheets.map((sheet) => run.wrap(sheetEmulation, sheet))),
  getNumSheets: reads((workbook) => workbook.sheets.length),
  getSheetByName: counted(
    takes([text], (workbook, run, name) => {
      run.settle();
      const sheet = sheetNamed(workbook, name);
      return sheet === null ? null : run.wrap(sheetEmulation, sheet);
    }),
  ),
  insertSheet: counted(
    takes([], (workbook, run) => insertSheet(run, workbook, freeName(workbook), workbook.sheets.length)),
    takes([text], (workbook, run, name) => insertSheet(run, workbook, name, workbook.sheets.indexOf(activeSheet(workbook)) + 1)),
    takes([text, integer], (workbook, run, name, index) => insertSheet(run, workbook, name, index)),
  ),
  deleteSheet: counted(
    takes([instance(() => sheetEmulation)], (workbook, run, sheet) => {
      run.settle();
      const at = workbook.sheets.indexOf(sheet);
      if (at < 0) throw new ScriptException(`Sheet ${sheet.name} not found`);
      if (workbook.sheets.every((one) => one === sheet || one.hidden)) throw new ScriptException("You can't remove all the sheets in a document.");
      workbook.sheets.splice(at, 1);
      if (workbook.activeSheet === sheet.name) workbook.activeSheet = null;
    }),
  ),
  getActiveSheet: reads((workbook, run) => run.wrap(sheetEmulation, activeSheet(workbook))),
  setActiveSheet: counted(
    takes([instance(() => sheetEmulation)], (workbook, run, sheet) => {
      run.settle();
      if (!workbook.sheets.includes(sheet)) throw new ScriptException(`Sheet ${sheet.name} not found`);
      workbook.activeSheet = sheet.name;
      return run.wrap(sheetEmulation, sheet);
    }),
  ),
  moveActiveSheet: counted(
    takes([integer], (workbook, run, position) => {
      run.settle();
      if (position < 1 || position > workbook.sheets.length) throw new ScriptException('The sheet index is out of bounds.');
      const sheet = activeSheet(workbook);
      workbook.sheets.splice(workbook.sheets.indexOf(sheet), 1);
      workbook.sheets.splice(position - 1, 0, sheet);
    }),
  ),
  getActiveRange: counted(
    takes([], (_workbook, run) => {
      const [range] = activeRanges(run);
      return range === undefined ? null : run.wrap(rangeEmulation, range);
    }),
  ),
  getActiveCell: counted(
    takes([], (_workbook, run) => {
      const [range] = activeRanges(run);
      return range === undefined ? null : run.wrap(rangeEmulation, { ...range, rows: 1, columns: 1 });
    }),
  ),
  getActiveRangeList: counted(
    takes([], (_workbook, run) => {
      const ranges = activeRanges(run);
      return ranges.length === 0 ? null : run.wrap(rangeList, ranges);
    }),
  ),
  getRange: free(takes([text], (workbook, run, words) => run.wrap(rangeEmulation, rangeOfWorkbook(run, workbook, words)))),
  getRangeList: free(
    takes([listOf(text)], (workbook, run, names) => run.wrap(rangeList, names.map((name) => rangeOfWorkbook(run, workbook, name)))),
  ),
  getProtections: counted(
    takes([protectionType], (workbook, run, type) => {
      run.settle();
      if (type === 'RANGE') return [];
      return workbook.sheets.flatMap((sheet) => sheet.protections.map((record) => run.wrap(protectionEmulation, { sheet, record })));
    }),
  ),
  toast: free(
    takes([text], (_workbook, run, message) => toast(run, message, '', 5)),
    takes([text, orNothing(text)], (_workbook, run, message, title) => toast(run, message, title ?? '', 5)),
    takes([text, orNothing(text), orNothing(number)], (_workbook, run, message, title, seconds) => toast(run, message, title ?? '', seconds ?? 5)),
  ),
});
