import { displayText } from '../cells/number-format';
import { lastRow, sheetNamed, valueAt } from '../cells/sheet';
import { isChart, type ChartRecord } from '../services/sheets/chart-record';
import { hiddenByFilter } from '../services/sheets/filter';
import type { Sheet, Workbook } from '../workbook/model';
import { filterView } from './filter-acts';
import type { ChartView, ProtectionView, SheetView } from './protocol/sheets';

/** A sheet as the page lays it out, cells apart. */
export const sheetView = (sheet: Sheet, revision: number, workbook: Workbook): SheetView => ({
  name: sheet.name,
  hidden: sheet.hidden,
  rightToLeft: sheet.rightToLeft,
  frozenRows: sheet.frozenRows,
  frozenColumns: sheet.frozenColumns,
  rows: sheet.maxRows,
  columns: sheet.maxColumns,
  filled: lastRow(sheet),
  widths: [...sheet.columnWidths],
  hiddenColumns: [...sheet.hiddenColumns],
  hiddenRows: hiddenRowsOf(sheet, workbook.locale),
  foldedRows: [...sheet.hiddenRows].sort((a, b) => a - b),
  filter: filterView(sheet),
  protection: protectionView(sheet),
  charts: sheet.charts.filter(isChart).map((chart) => chartView(chart, workbook)),
  revision,
});

function hiddenRowsOf(sheet: Sheet, locale: string): number[] {
  const hidden = new Set(sheet.hiddenRows);
  if (sheet.filter !== null && sheet.filter.hiddenValues.size > 0) {
    for (let row = 0; row < sheet.values.length; row += 1) if (hiddenByFilter(sheet, row, locale)) hidden.add(row);
  }
  return [...hidden].sort((a, b) => a - b);
}

function protectionView({ protections: [protection] }: Sheet): ProtectionView | null {
  return protection?.warningOnly === true ? { description: protection.description, open: protection.unprotected ?? [] } : null;
}

const DEFAULT_SIZE = { width: 600, height: 371 };

function chartView(chart: ChartRecord, workbook: Workbook): ChartView {
  const columns = chart.ranges.flatMap((range) => {
    const source = sheetNamed(workbook, range.sheet);
    if (source === null) return [];
    const rows = Math.min(range.rows, Math.max(0, source.values.length - range.row));
    return Array.from({ length: range.columns }, (_c, c) => Array.from({ length: rows }, (_r, r) => ({ sheet: source, row: range.row + r, column: range.column + c })));
  });
  const headers = Math.max(chart.headers, 0);
  const shown = ({ sheet, row, column }: { sheet: Sheet; row: number; column: number }): string =>
    displayText(valueAt(sheet, row, column), sheet.attributes[row]?.[column]?.format, workbook.locale);
  const [labels = [], ...series] = columns;
  const size = (name: string, otherwise: number): number => {
    const value = chart.options[name];
    return typeof value === 'number' ? value : otherwise;
  };
  return {
    type: chart.type,
    title: typeof chart.options['title'] === 'string' ? chart.options['title'] : '',
    ...chart.position,
    width: size('width', DEFAULT_SIZE.width),
    height: size('height', DEFAULT_SIZE.height),
    stacked: stackingOf(chart.options['isStacked']),
    colours: coloursOf(chart.options['colors']),
    labels: labels.slice(headers).map(shown),
    series: series.map((cells) => ({
      name: headers > 0 && cells[0] !== undefined ? shown(cells[0]) : '',
      values: cells.slice(headers).map(({ sheet, row, column }) => {
        const value = valueAt(sheet, row, column);
        return typeof value === 'number' ? value : null;
      }),
    })),
  };
}

const coloursOf = (option: unknown): string[] => (Array.isArray(option) ? option.filter((colour) => typeof colour === 'string') : []);

const stackingOf = (option: unknown): ChartView['stacked'] => (option === true || option === 'absolute' ? 'sums' : option === 'percent' || option === 'relative' ? 'shares' : 'no');
