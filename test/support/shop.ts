import { fileURLToPath } from 'node:url';
import { dayOfSerial, momentOf, secondOfSerial, type Moment } from '../../src/shared/day';
import type { Requests } from '../../src/app/requests';
import { headerOf, setCell, sheetNamed } from '../../local/cells/sheet';
import { Host, type HostOptions } from '../../local/host';
import type { CellValue, Sheet, Workbook } from '../../local/workbook/model';
import { workbookWith } from './apps-script';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** An order of a test's shop: only what matters to the test is given. */
export interface ShopOrder {
  readonly id: string;
  readonly date: string;
  readonly email: string;
  readonly status?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly total?: number;
  readonly items?: string;
  readonly language?: string;
}

const HEADER = ['Order ID', 'Order Date', 'Status', 'Email', 'Customer Name', 'Phone', 'Order Total', 'Currency', 'Items', 'Language'];

/** The rows of the order sheet, header first, as the shop's own import types them in. */
export const orderRows = (orders: readonly ShopOrder[]): CellValue[][] => [
  HEADER,
  ...orders.map(({ id, date, email, status = 'completed', name = '', phone = '', total = 100, items = '', language = '' }) => [id, date, status, email, asText(name), asText(phone), total, 'ILS', items, language]),
];

const asText = (words: string): string => (words === '' ? '' : `'${words}`);

/** A workbook with an order sheet and nothing of ours. */
export const shopWith = (orders: readonly ShopOrder[], others: Readonly<Record<string, readonly (readonly CellValue[])[]>> = {}): Workbook =>
  workbookWith({ Orders: orderRows(orders), ...others }, { id: 'test-shop', title: 'Test shop' });

/** What the shop's import does: the order sheet cleared and written anew. */
export function rewriteOrders(workbook: Workbook, orders: readonly ShopOrder[]): void {
  const [fresh] = shopWith(orders).sheets;
  const sheet = sheetOf(workbook, 'Orders');
  sheet.values = fresh?.values ?? [];
  sheet.attributes = fresh?.attributes ?? [];
  sheet.dirty = true;
}

/** A local Apps Script with the built bundle on the workbook. */
export function hostOn(workbook: Workbook, now: Moment | string, known: Partial<HostOptions> = {}): Host {
  const failed = process.env['CRM_BUILD_FAILED'];
  if (failed !== undefined) throw new Error(failed);
  return new Host({ workbook, dist, now: now.length === 16 ? `${now}:00` : now, ...known });
}

type Asked<K extends keyof Requests> = Parameters<Requests[K]['answer']>[1];
type Answered<K extends keyof Requests> = ReturnType<Requests[K]['answer']>;
type Envelope<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly kind: string; readonly message: string };

/** What the bundle answers, refusals included. */
export const answerOf = <K extends keyof Requests>(host: Host, name: K, args: Asked<K>): Envelope<Answered<K>> =>
  host.call('ask', [name, args], 'sidebar') as Envelope<Answered<K>>; // main.ts declares it; the host hands it over as JSON

/** Asks as the sidebar does. Fails the test where the bundle says no. */
export function ask<K extends keyof Requests>(host: Host, name: K, args: Asked<K>): Answered<K> {
  const answer = answerOf(host, name, args);
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
  return answer.value;
}

/** The sentence with which the bundle says no. Fails the test where it does not. */
export function refusal<K extends keyof Requests>(host: Host, name: K, args: Asked<K>): string {
  const answer = answerOf(host, name, args);
  if (answer.ok) throw new Error(`${name} was not refused but gave ${JSON.stringify(answer.value)}`);
  return answer.message;
}

/** A night at that moment on the workbook; gives its line in CRM Runs. */
export const night = (workbook: Workbook, now: string, known: Partial<HostOptions> = {}): Answered<'nightly'> => ask(hostOn(workbook, now, known), 'nightly', {});

export function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = sheetNamed(workbook, name);
  if (sheet === null) throw new Error(`No sheet ${name}`);
  return sheet;
}

/** What stands in a sheet: header → cell, a row each; days as `yyyy-mm-dd`, blanks null. */
export function rowsOf(workbook: Workbook, name: string): Record<string, string | number | boolean | null>[] {
  const sheet = sheetOf(workbook, name);
  const header = headerOf(sheet);
  return sheet.values.slice(1).flatMap((cells, row) => {
    if (cells.every((cell) => cell === null)) return [];
    return [Object.fromEntries(header.map((words, column) => [words, plain(sheet, row + 1, column)]))];
  });
}

function plain(sheet: Sheet, row: number, column: number): string | number | boolean | null {
  const value = sheet.values[row]?.[column] ?? null;
  const attributes = sheet.attributes[row]?.[column];
  if (attributes?.formula !== undefined) return attributes.formula;
  if (value !== null && typeof value === 'object') return value.text;
  if (typeof value !== 'number' || !/y/i.test(attributes?.format ?? '')) return value;
  const day = dayOfSerial(value);
  return secondOfSerial(value) === 0 ? day : momentOf(day, secondOfSerial(value));
}

/** The one row in which that column shows that value. */
export function rowWith(workbook: Workbook, name: string, header: string, value: string): Record<string, string | number | boolean | null> {
  const found = rowsOf(workbook, name).filter((row) => row[header] === value);
  const [row] = found;
  if (row === undefined || found.length > 1) throw new Error(`${name} has ${found.length} rows in which ${header} is ${value}`);
  return row;
}

/** A person types a value into the row in which `key` shows `value`, without telling the script, as a paste does. */
export function typeInto(workbook: Workbook, name: string, [key, value]: readonly [string, string], header: string, cell: CellValue): void {
  const sheet = sheetOf(workbook, name);
  const names = headerOf(sheet);
  const row = sheet.values.findIndex((cells) => cells[names.indexOf(key)] === value);
  const column = names.indexOf(header);
  if (row < 1 || column < 0) throw new Error(`${name} has no cell ${header} where ${key} is ${value}`);
  setCell(sheet, row, column, cell);
}

/** A person deletes the row in which `key` shows `value`. */
export function deleteRow(workbook: Workbook, name: string, [key, value]: readonly [string, string]): void {
  const sheet = sheetOf(workbook, name);
  const column = headerOf(sheet).indexOf(key);
  const row = sheet.values.findIndex((cells) => cells[column] === value);
  if (row < 1) throw new Error(`${name} has no row where ${key} is ${value}`);
  sheet.values.splice(row, 1);
  sheet.attributes.splice(row, 1);
  sheet.maxRows -= 1;
  sheet.dirty = true;
}

/** Sets a setting as the manager does, in CRM Settings. */
export const setting = (workbook: Workbook, name: string, value: CellValue): void => typeInto(workbook, 'CRM Settings', ['Setting', name], 'Value', value);

/** Every cell of every sheet, sheet by sheet, as comparable text; `except` names sheets left out. */
export const cellsOf = (workbook: Workbook, except: readonly string[] = []): Record<string, string[]> =>
  Object.fromEntries(
    workbook.sheets
      .filter(({ name }) => !except.includes(name))
      .map((sheet) => [sheet.name, linesOf(sheet)]),
  );

function linesOf(sheet: Sheet): string[] {
  const lines = sheet.values.map((cells, row) => {
    const shown = cells.map((cell, column) => sheet.attributes[row]?.[column]?.formula ?? (cell !== null && typeof cell === 'object' ? cell.text : cell));
    while (shown.length > 0 && shown[shown.length - 1] === null) shown.pop();
    return JSON.stringify(shown);
  });
  while (lines.length > 0 && lines[lines.length - 1] === '[]') lines.pop();
  return lines;
}
