import { customerStatuses } from '../contacts/contacts.table';
import { momentOf, type Day } from '../shared/day';
import type { Language, Text } from '../shared/text';
import type { Cell } from '../sheets/cell';
import { reportMessages as messages } from './messages';
import { EVERYONE, periods } from './periods';
import type { PageArea, PageChart, PageStyle, ReportPage } from './report-page';
import type { Figures, Period } from './report';
import { ENOUGH } from './reorders';
import type { ReportFigures } from './report-figures';

/** Name of the report's sheet. */
export const REPORT_SHEET = 'CRM Report';
/** Where the manager chooses: period, assignee, type, one below the other. */
export const CHOICE_CELLS = { row: 2, column: 2, rows: 3, columns: 1 } as const;

const CHART_ROW = 7;
/** Rows that the charts cover. */
const CHART_ROWS = 17;
const COLUMNS = ['Due', 'Completed', 'Skipped', 'Withdrawn', 'Expired', 'Overdue', 'Completion rate', 'On time', 'On time (First Due)', 'Median days'] as const;
const TEXT_COLUMN = COLUMNS.length + 2;
const WIDTH = TEXT_COLUMN;
const PLAIN = 'General';
const COUNT = '#,##0';
const RATE = '0%';
const DAYS = '0.#';
const DAY = 'yyyy-mm-dd';
const FIGURE_FORMATS = [COUNT, COUNT, COUNT, COUNT, COUNT, COUNT, RATE, RATE, RATE, DAYS];

export interface PageInput {
  readonly figures: ReportFigures;
  readonly chosen: { readonly period: string; readonly assignee: string | null; readonly type: string | null };
  readonly language: Language;
}

/** The report's sheet, charts and drop-downs included. */
export function reportPage({ figures, chosen, language }: PageInput): ReportPage {
  const page = openPage(language);
  page.add('title', [REPORT_SHEET]);
  page.add('plain', ['Period', chosen.period, '', rangeOf(figures.period)[language]]);
  page.add('plain', ['Assigned To', chosen.assignee ?? EVERYONE]);
  page.add('plain', ['Task Type', chosen.type ?? EVERYONE]);
  page.add('plain', [messages.howTo(figures.today)[language]]);
  page.skipTo(CHART_ROW + CHART_ROWS);

  const explained = page.next;
  const types = page.table('Tasks by type', ['Task Type', ...COLUMNS], [...figures.byType.map((row) => figureRow(row.type, row)), figureRow('Total', figures.total)], FIGURE_FORMATS, 'total last');
  const weeks = page.table('Tasks by week', ['Week of', ...COLUMNS], figures.byWeek.map((row) => figureRow(dayCell(row.week), row)), FIGURE_FORMATS);
  page.explain(explained + 1, messages.definitions);
  page.table('Tasks by rule', ['Rule', ...COLUMNS], figures.byRule.map((row) => figureRow(row.rule === '' ? '(by hand)' : row.rule, row)), FIGURE_FORMATS);
  page.table('Tasks by assignee', ['Assigned To', ...COLUMNS], figures.byAssignee.map((row) => figureRow(row.assignee, row)), FIGURE_FORMATS);
  page.table('Tasks by language', ['Message Language', ...COLUMNS], figures.byLanguage.map((row) => figureRow(row.language, row)), FIGURE_FORMATS);
  const charts: PageChart[] = [];
  const chart = (type: PageChart['type'], title: string, ranges: readonly PageArea[], stacked: boolean, column: number): void => {
    if (ranges.every(({ rows }) => rows > 1)) charts.push({ type, title, ranges, stacked, column, width: 430, height: 350 });
  };
  chart('LINE', 'Due and completed, by week', [{ ...weeks, columns: 3 }], false, 1);
  // The last row is the total.
  const typeRows = { ...types, rows: types.rows - 1 };
  chart('BAR', 'What became of them, by type', [{ ...typeRows, columns: 1 }, { ...typeRows, column: 3, columns: 5 }], true, 5);

  if (figures.orders === null) page.add('plain', [messages.noOrders[language]]);
  else {
    const { reorders, reorderWindowDays, secondOrders, statuses } = figures.orders;
    page.comparison(
      `Reordered within ${reorderWindowDays} days`,
      ['', 'Tasks', 'Reordered', 'Rate'],
      [
        ['Contacted', reorders.contacted.count, reorders.contacted.reordered, orDash(reorders.contacted.rate)],
        ['Not contacted', reorders.notContacted.count, reorders.notContacted.reordered, orDash(reorders.notContacted.rate)],
      ],
      verdict(reorders.enough, reorders.contacted.count, reorders.notContacted.count, reorders.contacted.rate, reorders.notContacted.rate),
      messages.reorders(reorderWindowDays),
    );
    page.comparison(
      'Second order of new customers',
      ['', 'New customers', 'Ordered again', 'Rate'],
      [
        ['Welcomed', secondOrders.welcomed.customers, secondOrders.welcomed.again, orDash(secondOrders.welcomed.rate)],
        ['Not welcomed', secondOrders.notWelcomed.customers, secondOrders.notWelcomed.again, orDash(secondOrders.notWelcomed.rate)],
      ],
      verdict(secondOrders.enough, secondOrders.welcomed.customers, secondOrders.notWelcomed.customers, secondOrders.welcomed.rate, secondOrders.notWelcomed.rate),
      messages.secondOrders,
    );
    const start = page.next;
    const history = page.table('Contacts by status', ['Week ending', ...customerStatuses], statuses.map((row) => [dayCell(row.day), ...customerStatuses.map((status) => row[status])]), [COUNT, COUNT, COUNT, COUNT]);
    page.explain(start + 1, messages.statuses);
    chart('AREA', 'Contacts by status', [{ ...history, columns: 1 + customerStatuses.length }], true, 9);
  }
  return {
    name: REPORT_SHEET,
    rightToLeft: language === 'he',
    ...page.done(),
    choices: [periods.map(({ name }) => name), [EVERYONE, ...figures.assignees], [EVERYONE, ...figures.types]].map((values, i) => ({ row: CHOICE_CELLS.row + i, column: CHOICE_CELLS.column, values })),
    charts,
    chartRow: CHART_ROW,
    widths: [170, 130, ...COLUMNS.slice(1).map((name) => (name.length > 12 ? 140 : 110)), 560],
    protection: 'CRM Report is made by the CRM; choose in the cells at its top.',
  };
}

const orDash = (value: number | null): Cell => value ?? '–';

const dayCell = (day: Day): Cell => ({ moment: momentOf(day, 0) });

const figureRow = (name: Cell, of: Figures): Cell[] => [
  name, of.due, of.completed, of.skipped, of.withdrawn, of.expired, of.overdue,
  orDash(of.completionRate), orDash(of.onTimeRate), orDash(of.onTimeFirstRate), orDash(of.medianDaysToDone),
];

const rangeOf = ({ from, to }: Period): Text => messages.range(from, to);

/** Differences below this many percentage points are none. */
const LEAST_POINTS = 1;

function verdict(enough: boolean, a: number, b: number, rateA: number | null, rateB: number | null): Text {
  if (!enough || rateA === null || rateB === null) return messages.tooFew(a, b, ENOUGH);
  const points = Math.round((rateA - rateB) * 100);
  return Math.abs(points) < LEAST_POINTS ? messages.noDifference : points > 0 ? messages.better(points) : messages.worse(-points);
}

/** A page being filled from the top. */
function openPage(language: Language) {
  const cells: Cell[][] = [];
  const formats: string[][] = [];
  const styles: PageStyle[] = [];
  const add = (style: PageStyle, row: readonly Cell[], rowFormats: readonly string[] = []): void => {
    cells.push(Array.from({ length: WIDTH }, (_, i) => row[i] ?? ''));
    formats.push(Array.from({ length: WIDTH }, (_, i) => rowFormats[i] ?? PLAIN));
    styles.push(style);
  };
  const skipTo = (row: number): void => {
    while (cells.length < row - 1) add('plain', []);
  };
  /** Adds a table below; gives the area of its header and rows. */
  const table = (title: string, header: readonly string[], rows: readonly (readonly Cell[])[], rowFormats: readonly string[], total?: 'total last'): PageArea => {
    add('heading', [title]);
    const first = cells.length + 1;
    add('header', header);
    rows.forEach((row, i) => add(total !== undefined && i === rows.length - 1 ? 'total' : 'plain', row, [typeof row[0] === 'object' ? DAY : PLAIN, ...rowFormats]));
    add('plain', []);
    return { row: first, column: 1, rows: rows.length + 1, columns: header.length };
  };
  /** Puts sentences beside the figures, one a row. */
  const explain = (row: number, sentences: readonly Text[]): void => {
    skipTo(row + sentences.length + 1);
    sentences.forEach((sentence, i) => {
      const line = cells[row - 1 + i];
      if (line !== undefined) line[TEXT_COLUMN - 1] = sentence[language];
    });
  };
  const comparison = (title: string, header: readonly string[], rows: readonly (readonly Cell[])[], said: Text, sentences: readonly Text[]): void => {
    const start = cells.length + 1;
    table(title, header, [...rows, [said[language]]], [COUNT, COUNT, RATE]);
    explain(start + 1, sentences);
  };
  return {
    get next() {
      return cells.length + 1;
    },
    add,
    skipTo,
    table,
    explain,
    comparison,
    done: () => ({ cells, formats, styles }),
  };
}
