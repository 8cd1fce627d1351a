import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Host, type Faults } from '../../local/host';
import type { Sheet, Workbook } from '../../local/workbook/model';
import { blankSheet, blankWorkbook } from '../../local/cells/sheet';
import { isDateCell } from '../../src/sheets/cell';
import { cellOf, type Value } from '../../src/sheets/encode';
import { formatOf } from '../../src/sheets/formats';
import type { Table } from '../../src/sheets/table';
import { dayOfSerial, serialOfMoment } from '../../src/shared/day';
import { contactsTable, type NewContact } from '../../src/contacts/contacts.table';
import { daysOffTable } from '../../src/settings/days-off.table';
import { settingsTable } from '../../src/settings/settings.table';
import { defaultOutcomes } from '../../src/tasks/default-outcomes';
import { outcomesTable } from '../../src/tasks/outcomes.table';
import { defaultTemplates } from '../../src/tasks/default-templates';
import { templatesTable } from '../../src/tasks/templates.table';
import { taskArchiveTable, tasksTable, type NewTask } from '../../src/tasks/tasks.table';
import { ledgerTable } from '../../src/tasks/ledger.table';
import { rulesTable } from '../../src/rules/rules.table';
import { segmentsTable } from '../../src/rules/segments.table';
import { runsTable } from '../../src/app/runs.table';

export const DIST = resolve(process.env['CRM_DIST'] ?? 'dist');
/** A Tuesday; the morning after the night's run. */
export const TODAY = '2026-06-30';

export interface ShopSheets {
  readonly contacts: readonly NewContact[];
  readonly tasks: readonly NewTask[];
  readonly settings?: Readonly<Record<string, string>>;
  readonly locale?: string;
  /** Any other sheets: header first. */
  readonly others?: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** A workbook that is set up, with these people and tasks. */
export function shopBook({ contacts, tasks, settings = {}, locale = 'en_US', others = {} }: ShopSheets): Workbook {
  const workbook = { ...blankWorkbook({ title: 'Gefen Wines' }), locale };
  workbook.sheets.push(
    sheetOfTable(contactsTable, contacts),
    sheetOfTable(tasksTable, tasks),
    sheetOfTable(outcomesTable, defaultOutcomes.map((outcome) => ({ ...outcome }))),
    sheetOfTable(templatesTable, defaultTemplates.map((template) => ({ ...template }))),
    sheetOfTable(settingsTable, Object.entries({ Currency: 'ILS', 'Shop name': 'Gefen Wines', ...settings }).map(([setting, value]) => ({ setting, value }))),
    sheetOfTable(daysOffTable, []),
    sheetOfTable(runsTable, []),
    sheetOfTable(ledgerTable, []),
    sheetOfTable(rulesTable, []),
    sheetOfTable(segmentsTable, []),
    sheetOfTable(taskArchiveTable, []),
  );
  for (const [name, rows] of Object.entries(others)) workbook.sheets.push(plainSheet(name, rows));
  return workbook;
}

/** A sheet of ours as the script would have written it. */
function sheetOfTable(table: Table, rows: readonly Readonly<Record<string, unknown>>[]): Sheet {
  const columns = Object.entries(table.columns);
  const sheet = blankSheet(table.name, Math.max(1000, rows.length + 10), columns.length + 2);
  sheet.values.push(columns.map(([, column]) => column.header));
  sheet.attributes.push([]);
  for (const row of rows) {
    sheet.values.push(
      columns.map(([field, column]) => {
        const cell = cellOf(column, row[field] as Value); // rows hold each field's own kind of value
        return isDateCell(cell) ? serialOfMoment(cell.moment) : cell === '' ? null : cell;
      }),
    );
    sheet.attributes.push(columns.map(([, column]) => ({ ...(formatOf(column) === null ? {} : { format: formatOf(column) ?? '' }) })));
  }
  return sheet;
}

function plainSheet(name: string, rows: readonly (readonly string[])[]): Sheet {
  const sheet = blankSheet(name);
  for (const row of rows) sheet.values.push(row.map((value) => (value === '' ? null : value)));
  return sheet;
}

export interface OpenSidebar {
  readonly page: Page;
  readonly host: Host;
  /** Requests that were asked, oldest first. */
  readonly asked: string[];
  /** Addresses that the page wanted from elsewhere. */
  readonly outside: string[];
  /** Console errors and uncaught ones. */
  readonly errors: string[];
  /** Links that were followed, as they would have opened. */
  readonly followed: () => Promise<string[]>;
  /** Lets the page's calls fail as google.script.run does when this sentence is set. */
  failing: string | null;
  /** Milliseconds that every call takes. */
  delay: number;
  close(): Promise<void>;
}

/** The built sidebar at 300 pixels, its google.script.run wired to the built script over this workbook. */
export async function openSidebar(browser: Browser, workbook: Workbook, { faults = {}, now = `${TODAY}T08:30:00`, height = 720 }: { faults?: Faults; now?: string; height?: number } = {}): Promise<OpenSidebar> {
  const host = new Host({ workbook, dist: DIST, now, faults });
  const shown = pageOf(new Host({ workbook, dist: DIST, now }));
  const context = await browser.newContext({ viewport: { width: 300, height } });
  const page = await context.newPage();
  const opened: OpenSidebar = {
    page,
    host,
    asked: [],
    outside: [],
    errors: [],
    failing: null,
    delay: 0,
    followed: () => page.evaluate(() => (window as unknown as { followed: string[] }).followed), // made by the script below
    close: () => context.close(),
  };
  page.on('console', (message) => void (message.type() === 'error' && opened.errors.push(message.text())));
  page.on('pageerror', (error) => void opened.errors.push(error.message));
  await context.route('**/*', (route) => {
    if (route.request().url() === 'http://sidebar.example/') return route.fulfill({ contentType: 'text/html; charset=utf-8', body: shown });
    opened.outside.push(route.request().url());
    return route.abort();
  });
  await page.exposeFunction('callServer', async (name: string, args: readonly unknown[]) => {
    opened.asked.push(name === 'ask' ? String(args[0]) : name);
    if (opened.delay > 0) await new Promise((resume) => setTimeout(resume, opened.delay));
    if (opened.failing !== null) return { error: opened.failing };
    try {
      return { value: host.call(name, args, 'sidebar') ?? null };
    } catch (error) {
      return { error: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
    }
  });
  await page.addInitScript(STAND_IN);
  await page.goto('http://sidebar.example/');
  return opened;
}

/** The page as the menu opens it; what befalls the calls of the page does not befall the menu. */
function pageOf(host: Host): string {
  host.call('showTasks', [], 'menu');
  return host.dialogs[0]?.html ?? '';
}

/** google.script.run over `callServer`, and a record of links instead of the pages behind them. */
const STAND_IN = `
  window.followed = [];
  window.worked = [];
  document.addEventListener('click', (event) => {
    const link = event.target.closest && event.target.closest('a[href]');
    if (link) { window.followed.push(link.href); event.preventDefault(); }
  });
  const took = (act) => { const start = performance.now(); act(); setTimeout(() => { document.body.getBoundingClientRect(); window.worked.push(performance.now() - start); }, 0); };
  const runner = (ok, failed) => new Proxy({}, { get: (_, name) =>
    name === 'withSuccessHandler' ? (handle) => runner(handle, failed)
    : name === 'withFailureHandler' ? (handle) => runner(ok, handle)
    : (...args) => { window.callServer(String(name), args).then((answer) => 'error' in answer ? failed && failed(new Error(answer.error)) : took(() => ok && ok(answer.value))); } });
  window.google = { script: { run: runner(null, null), host: { close() {} } } };
`;

/** The rows of a sheet by header: days as yyyy-mm-dd, blanks null. */
export function rowsOf(workbook: Workbook, name: string): Readonly<Record<string, string | number | null>>[] {
  const sheet = workbook.sheets.find((one) => one.name === name);
  const header = (sheet?.values[0] ?? []).map(String);
  return (sheet?.values ?? [])
    .slice(1)
    .map((cells, row) =>
      Object.fromEntries(
        header.map((words, column) => {
          const value = cells[column] ?? null;
          const format = sheet?.attributes[row + 1]?.[column]?.format ?? '';
          return [words, typeof value === 'number' ? (format.startsWith('yyyy-mm-dd') ? dayOfSerial(value) : value) : value === null || value === '' ? null : String(value)];
        }),
      ),
    )
    .filter((row) => Object.values(row).some((value) => value !== null));
}
