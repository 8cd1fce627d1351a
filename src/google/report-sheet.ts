import type { ReportSheet } from '../app/ports';
import { CHOICE_CELLS, REPORT_SHEET } from '../reports/report-layout';
import type { PageArea, PageChart, PageStyle, ReportPage } from '../reports/report-page';
import { tidy } from '../shared/text';
import { encode } from '../sheets/encode';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The sheet CRM Report. Some thirty calls, however much it says. */
export const reportSheet: ReportSheet = {
  choices() {
    const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(REPORT_SHEET);
    const { row, column, rows, columns } = CHOICE_CELLS;
    const cells = sheet?.getRange(row, column, rows, columns).getValues().map(([cell]) => tidy(String(cell ?? ''))) ?? [];
    const chosen = (i: number): string | null => (cells[i] === undefined || cells[i] === '' ? null : cells[i]);
    return { period: chosen(0), assignee: chosen(1), type: chosen(2) };
  },
  show(page) {
    const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
    const sheet = spreadsheet.getSheetByName(page.name) ?? spreadsheet.insertSheet(page.name, spreadsheet.getNumSheets());
    const [rows, columns] = [page.cells.length, page.widths.length];
    const [haveRows, haveColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
    if (rows > haveRows) sheet.insertRowsAfter(haveRows, rows - haveRows);
    if (columns > haveColumns) sheet.insertColumnsAfter(haveColumns, columns - haveColumns);
    // What was chosen stays where it is, also if this is cut off.
    sheet.getRange(page.chartRow, 1, Math.max(rows, haveRows) - page.chartRow + 1, columns).clear();
    const all = sheet.getRange(1, 1, rows, columns);
    all.setNumberFormats(page.formats.map((line) => [...line]));
    all.setValues(page.cells.map((line) => line.map((cell) => encode(cell, ''))));
    // The last column holds the definitions, which look the same beside any row.
    const last = columns - 1;
    all.setFontWeights(page.styles.map((style) => page.widths.map((_, i) => (style === 'plain' || i === last || (style === 'answer' && i <= CHOICE_CELLS.column) ? 'normal' : 'bold'))));
    all.setFontSizes(page.styles.map((style) => page.widths.map((_, i) => (i === last ? SIZES.plain : SIZES[style]))));
    // Figures stand under their headers whichever way the sheet reads, a dash where its figure would; names and weeks at the sheet's edge.
    const edge = page.rightToLeft ? 'right' : 'left';
    all.setHorizontalAlignments(page.cells.map((line, row) => line.map((cell, i) => (i === 0 ? edge : row >= page.chartRow && i < last && (typeof cell === 'number' || cell === '–' || page.styles[row] === 'header') ? 'right' : null))));
    all.setBackgrounds(page.cells.map((line, row) => line.map((cell, i) => (i === 0 || (i < last && cell !== '') ? BACKGROUNDS[page.styles[row] ?? 'plain'] : BACKGROUNDS.plain))));
    for (const { row, column, values } of page.choices) {
      const cell = sheet.getRange(row, column);
      cell.setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList([...values].slice(0, MOST_OFFERED), true).setAllowInvalid(true).build());
      cell.setBackground('#fff7d6');
    }
    page.widths.forEach((width, i) => {
      if (page.widths[i - 1] !== width) sheet.setColumnWidths(i + 1, lengthOfRun(page.widths, i), width);
    });
    replaceCharts(sheet, page);
    sheet.setRightToLeft(page.rightToLeft);
    if (sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length === 0) {
      // What one chooses there is one's own: no warning comes before it.
      const { row, column, rows, columns } = CHOICE_CELLS;
      sheet.protect().setDescription(page.protection).setWarningOnly(true).setUnprotectedRanges([sheet.getRange(row, column, rows, columns)]);
    }
    SpreadsheetApp.flush();
  },
  cellsInWorkbook,
};

function cellsInWorkbook(): number {
  return SpreadsheetApp.getActiveSpreadsheet()
    .getSheets()
    .filter((sheet) => sheet.getType() === SpreadsheetApp.SheetType.GRID)
    .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0);
}

/** Brings the report before the user's eyes. */
export function openReport(): void {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(REPORT_SHEET);
  if (sheet !== null) SpreadsheetApp.setActiveSheet(sheet);
}

/** As many as a drop-down takes. */
const MOST_OFFERED = 500;

const SIZES: Readonly<Record<PageStyle, number>> = { title: 16, answer: 10, heading: 12, header: 10, total: 10, plain: 10 };
const BACKGROUNDS: Readonly<Record<PageStyle, string>> = { title: '#ffffff', answer: '#ffffff', heading: '#ffffff', header: '#e8eef7', total: '#f4f6f9', plain: '#ffffff' };

const lengthOfRun = (widths: readonly number[], from: number): number => {
  let length = 1;
  while (widths[from + length] === widths[from]) length += 1;
  return length;
};

/** Puts our charts into their row; charts that somebody put elsewhere stay. */
function replaceCharts(sheet: Sheet, page: ReportPage): void {
  for (const chart of sheet.getCharts()) if (chart.getContainerInfo().getAnchorRow() === page.chartRow) sheet.removeChart(chart);
  for (const chart of page.charts) sheet.insertChart(chartOf(sheet, chart, page.chartRow));
}

function chartOf(sheet: Sheet, { type, title, stacked, colours, ranges, column, width, height }: PageChart, row: number): GoogleAppsScript.Spreadsheet.EmbeddedChart {
  const rangeOf = (area: PageArea): GoogleAppsScript.Spreadsheet.Range => sheet.getRange(area.row, area.column, area.rows, area.columns);
  let builder = sheet.newChart().setChartType(Charts.ChartType[type]).setNumHeaders(1).setPosition(row, column, 0, 0);
  for (const area of ranges) builder = builder.addRange(rangeOf(area));
  return builder
    .setOption('title', title)
    .setOption('width', width)
    .setOption('height', height)
    .setOption('isStacked', stacked)
    .setOption('colors', [...colours])
    .setOption('legend', { position: 'bottom' })
    .build();
}
