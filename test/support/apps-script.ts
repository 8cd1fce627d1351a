import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blankSheet, blankWorkbook, setCell } from '../../local/cells/sheet';
import { typedInput } from '../../local/cells/typed-input';
import { Host, type Faults, type HostOptions, type Invocation } from '../../local/host';
import type { CellValue, Sheet, Workbook } from '../../local/workbook/model';

const SCOPES = ['spreadsheets.currentonly', 'script.container.ui', 'script.scriptapp', 'script.send_mail', 'userinfo.email'];

/** A workbook with one sheet a name, its cells typed in row by row. */
export function workbookWith(sheets: Readonly<Record<string, readonly (readonly CellValue[])[]>>, known: Partial<Workbook> = {}): Workbook {
  const workbook = { ...blankWorkbook(), ...known };
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = blankSheet(name);
    for (const [r, row] of rows.entries()) {
      for (const [c, value] of row.entries()) {
        const typed = typeof value === 'string' ? typedInput(value, undefined, workbook.locale) : { value };
        const { value: content, ...attributes } = typed;
        if (content !== null || Object.keys(attributes).length > 0) setCell(sheet, r, c, content, attributes);
      }
    }
    sheet.dirty = false;
    workbook.sheets.push(sheet);
  }
  return workbook;
}

/** The only sheet, or the one of that name. */
export function sheetIn(workbook: Workbook, name = 'Data'): Sheet {
  const sheet = workbook.sheets.find((one) => one.name === name);
  if (sheet === undefined) throw new Error(`No sheet ${name}`);
  return sheet;
}

export interface ScriptOptions extends Partial<Omit<HostOptions, 'dist'>> {
  readonly scopes?: readonly string[] | null;
  readonly timeZone?: string;
  /** Further files of the built folder. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A host on a script given as text; the workbook is one empty sheet `Data` unless told otherwise. */
export function hostOf(code: string, { scopes = SCOPES, timeZone = 'Asia/Jerusalem', files = {}, ...options }: ScriptOptions = {}): Host {
  const dist = mkdtempSync(join(tmpdir(), 'script-'));
  try {
    const oauthScopes = scopes?.map((scope) => `https://www.googleapis.com/auth/${scope}`);
    writeFileSync(join(dist, 'appsscript.json'), JSON.stringify({ timeZone, oauthScopes }));
    writeFileSync(join(dist, 'Code.js'), code);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, name), text);
    const host = new Host({ workbook: workbookWith({ Data: [] }), now: '2026-06-30T03:00:00', ...options, dist });
    // The folder goes away, so pages are read now.
    const pages = new Map(Object.entries(files));
    host.htmlFile = (name) => pages.get(`${name}.html`) ?? null;
    return host;
  } finally {
    rmSync(dist, { recursive: true });
  }
}

/** What the statements return, run as the body of one function; `sheet` is the sheet Data and `book` the workbook. */
export function run(body: string, options: ScriptOptions & { readonly as?: Invocation } = {}): unknown {
  const { as = 'menu', ...rest } = options;
  return hostOf(inFunction(body), rest).call('main', [], as);
}

/** The body as the function `main`, with `book` and `sheet` at hand. */
export const inFunction = (body: string): string =>
  `function main(e) { const book = SpreadsheetApp.getActive(); const sheet = book.getSheetByName('Data'); ${body} }`;

/** The sentence with which the body fails. */
export function failure(body: string, options: Parameters<typeof run>[1] = {}): string {
  try {
    run(body, options);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('It did not fail');
}

export type { Faults };
