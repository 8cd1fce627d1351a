import { customerStatuses } from '../contacts/contacts.table';
import { momentOf, type Day } from '../shared/day';
import { joinTexts, type Language, type Text } from '../shared/text';
import type { Cell } from '../sheets/cell';
import { reportMessages as messages } from './messages';
import { EVERYONE, periods } from './periods';
import type { PageArea, PageChart, PageStyle, ReportPage } from './report-page';
import type { Figures, Period } from './report';
import { answersOf, reordering, verdict, welcoming } from './answers';
import type { ReportFigures } from './report-figures';

/** Name of the report's sheet. */
export const REPORT_SHEET = 'CRM Report';
/** Where the manager chooses: period, assignee, type, one below the other. */
export const CHOICE_CELLS = { row: 2, column: 2, rows: 3, columns: 1 } as const;

/** Makes a Hebrew sentence that begins with an English word run from the right, in any program. */
const READ_FROM_RIGHT = '\u200f';
const CHART_ROW = 7;
/** Rows that the charts cover. */
const CHART_ROWS = 17;
const CHART_HEIGHT = 350;
/** What goes well is green, what was missed red: the same in every chart, and apart in lightness, too. */
const COLOURS = {
  due: '#8a94a6', completed: '#1b7f5c', skipped: '#7fa8c9', withdrawn: '#c9ced6', expired: '#e0a030', overdue: '#b3372b',
  New: '#2f6f9f', Repeat: '#1b7f5c', Lapsed: '#e0a030', Prospect: '#c9ced6',
} as const;
const COLUMNS = ['Due', 'Completed', 'Skipped', 'Withdrawn', 'Expired', 'Overdue', 'Completion rate', 'On time', 'On time (First Due)', 'Median days'] as const;
const TEXT_COLUMN = COLUMNS.length + 2;
/** Where sentences beside a table of few columns begin. */
const BESIDE_NARROW = 7;
const WIDTH = TEXT_COLUMN;
/** In pixels, so that three charts and all figures lie side by side on a laptop's screen. */
const WIDTHS = [150, 120, 110, 80, 95, 85, 85, 130, 80, 140, 105, 800];
const PLAIN = 'General';
const COUNT = '#,##0';
const RATE = '0%';
const DAYS = '0.0';
const DAY = 'yyyy-mm-dd';
const FIGURE_FORMATS = [COUNT, COUNT, COUNT, COUNT, COUNT, COUNT, RATE, RATE, RATE, DAYS];

export interface PageInput {
  readonly figures: ReportFigures;
  readonly chosen: { readonly period: string; readonly assignee: string | null; readonly type: string | null };
  readonly language: Language;
}

/** The report's sheet, charts and drop-downs included. The answers stand beside the choices, so that the first screen has them. */
export function reportPage({ figures, chosen, language }: PageInput): ReportPage {
  const { headings } = messages;
  const page = openPage(language);
  const said = answersOf(figures).map((answer) => answer[language]);
  page.add('title', [REPORT_SHEET, '', '', headings.help[language]]);
  page.add('answer', ['Period', chosen.period, '', said[0] ?? '']);
  page.add('answer', ['Assigned To', chosen.assignee ?? EVERYONE, '', said[1] ?? '']);
  page.add('answer', ['Task Type', chosen.type ?? EVERYONE, '', said[2] ?? '']);
  page.add('plain', [joinTexts([rangeOf(figures.period), messages.howTo(figures.today)], ' · ')[language]]);
  page.skipTo(CHART_ROW + CHART_ROWS);

  const charts: PageChart[] = [];
  const chart = (one: Omit<PageChart, 'height' | 'title'>, title: Text): void => {
    if (one.ranges.every(({ rows }) => rows > 1)) charts.push({ ...one, title: title[language], height: CHART_HEIGHT });
  };
  if (figures.orders === null) {
    page.add('plain', [messages.noOrders[language]]);
    page.add('plain', []);
  } else {
    const { reorders, reorderWindowDays, secondOrders } = figures.orders;
    page.comparison(
      headings.reorders(reorderWindowDays),
      ['', 'Tasks', 'Reordered', 'Rate'],
      [
        ['Contacted', reorders.contacted.count, reorders.contacted.reordered, orDash(reorders.contacted.rate)],
        ['Not contacted', reorders.notContacted.count, reorders.notContacted.reordered, orDash(reorders.notContacted.rate)],
      ],
      verdict(...reordering(reorders)),
      messages.reorders(reorderWindowDays),
    );
    page.comparison(
      headings.secondOrders,
      ['', 'New customers', 'Ordered again', 'Rate'],
      [
        ['Welcomed', secondOrders.welcomed.customers, secondOrders.welcomed.again, orDash(secondOrders.welcomed.rate)],
        ['Not welcomed', secondOrders.notWelcomed.customers, secondOrders.notWelcomed.again, orDash(secondOrders.notWelcomed.rate)],
      ],
      verdict(...welcoming(secondOrders)),
      messages.secondOrders,
    );
  }
  const explained = page.next;
  const named = (name: string, otherwise: Text): string => (name === '' ? otherwise[language] : name);
  const types = page.table(headings.types, ['Task Type', ...COLUMNS], [...figures.byType.map((row) => figureRow(named(row.type, messages.unnamed), row)), figureRow('Total', figures.total)], FIGURE_FORMATS, 'total last');
  const weeks = page.table(headings.weeks, ['Week of', ...COLUMNS], figures.byWeek.map((row) => figureRow(dayCell(row.week), row)), FIGURE_FORMATS);
  page.explain(explained + 1, messages.definitions);
  page.table(headings.rules, ['Rule', ...COLUMNS], figures.byRule.map((row) => figureRow(named(row.rule, messages.byHand), row)), FIGURE_FORMATS);
  page.table(headings.assignees, ['Assigned To', ...COLUMNS], figures.byAssignee.map((row) => figureRow(row.assignee, row)), FIGURE_FORMATS);
  page.table(headings.languages, ['Message Language', ...COLUMNS], figures.byLanguage.map((row) => figureRow(named(row.language, messages.unnamed), row)), FIGURE_FORMATS);
  chart({ type: 'LINE', ranges: [{ ...weeks, columns: 3 }], stacked: false, colours: [COLOURS.due, COLOURS.completed], column: 1, width: 450 }, messages.charts.weeks);
  // The last row is the total.
  const typeRows = { ...types, rows: types.rows - 1 };
  const { completed, skipped, withdrawn, expired, overdue } = COLOURS;
  chart({ type: 'BAR', ranges: [{ ...typeRows, columns: 1 }, { ...typeRows, column: 3, columns: 5 }], stacked: true, colours: [completed, skipped, withdrawn, expired, overdue], column: 5, width: 385 }, messages.charts.types);
  if (figures.orders !== null) {
    const start = page.next;
    const rows = figures.orders.statuses.map((row) => [dayCell(row.day), ...customerStatuses.map((status) => row[status])]);
    const history = page.table(headings.statuses, ['Week ending', ...customerStatuses], rows, [COUNT, COUNT, COUNT, COUNT]);
    page.explain(start + 2, messages.statuses, BESIDE_NARROW);
    chart({ type: 'AREA', ranges: [{ ...history, columns: 1 + customerStatuses.length }], stacked: true, colours: customerStatuses.map((status) => COLOURS[status]), column: 9, width: 375 }, headings.statuses);
  }
  return {
    name: REPORT_SHEET,
    rightToLeft: language === 'he',
    ...page.done(),
    choices: [periods.map(({ name }) => name), [EVERYONE, ...figures.assignees], [EVERYONE, ...figures.types]].map((values, i) => ({ row: CHOICE_CELLS.row + i, column: CHOICE_CELLS.column, values })),
    charts,
    chartRow: CHART_ROW,
    widths: WIDTHS,
    protection: messages.protection[language],
  };
}

const orDash = (value: number | null): Cell => value ?? '–';

const dayCell = (day: Day): Cell => ({ moment: momentOf(day, 0) });

const figureRow = (name: Cell, of: Figures): Cell[] => [
  name, of.due, of.completed, of.skipped, of.withdrawn, of.expired, of.overdue,
  orDash(of.completionRate), orDash(of.onTimeRate), orDash(of.onTimeFirstRate), orDash(of.medianDaysToDone),
];

const rangeOf = ({ from, to }: Period): Text => messages.range(from, to);

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
  const table = (title: Text, header: readonly string[], rows: readonly (readonly Cell[])[], rowFormats: readonly string[], total?: 'total last'): PageArea => {
    add('heading', [title[language]]);
    const first = cells.length + 1;
    add('header', header);
    rows.forEach((row, i) => add(total !== undefined && i === rows.length - 1 ? 'total' : 'plain', row, [typeof row[0] === 'object' ? DAY : PLAIN, ...rowFormats]));
    add('plain', []);
    return { row: first, column: 1, rows: rows.length + 1, columns: header.length };
  };
  /** Puts sentences beside the figures, one a row. */
  const explain = (row: number, sentences: readonly Text[], column = TEXT_COLUMN): void => {
    skipTo(row + sentences.length);
    sentences.forEach((sentence, i) => {
      const line = cells[row - 1 + i];
      if (line !== undefined) line[column - 1] = language === 'he' ? `${READ_FROM_RIGHT}${sentence[language]}` : sentence[language];
    });
  };
  const comparison = (title: Text, header: readonly string[], rows: readonly (readonly Cell[])[], said: Text, sentences: readonly Text[]): void => {
    const start = cells.length + 1;
    table(title, header, [...rows, [said[language]]], [COUNT, COUNT, RATE]);
    explain(start + 2, sentences, BESIDE_NARROW);
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
