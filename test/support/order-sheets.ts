import Papa from 'papaparse';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { readOrders, type OrdersRead, type ReadOptions } from '../../src/orders/read-orders';
import type { Settings } from '../../src/settings/settings';
import type { Cell } from '../../src/sheets/cell';
import type { SourceSheet } from '../../src/sheets/workbook';
import { someSettings } from './settings';

const sharedData = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Whether the real exports lie beside the repository; tests that need them are skipped where not. */
export const hasSharedData = existsSync(sharedData);

/** A sheet as CSV text: header first, every cell as text. */
export function sheetOf(name: string, csv: string): SourceSheet {
  const [header = [], ...rows] = Papa.parse<string[]>(csv.trim(), { skipEmptyLines: false }).data;
  return { name, header: header.map((cell) => cell.trim()), rows };
}

/** A sheet of typed cells under a header. */
export const sheetOfCells = (name: string, header: readonly string[], ...rows: readonly (readonly Cell[])[]): SourceSheet => ({ name, header, rows });

export const sharedSheet = (name: string, path: string): SourceSheet => sheetOf(name, readFileSync(sharedData + path, 'utf8').replace(/^\ufeff/, ''));
export const sharedText = (path: string): string => readFileSync(sharedData + path, 'utf8');

/** The orders of these sheets, read on the last day of 2025 in an English workbook. */
export const ordersIn = (sheets: readonly SourceSheet[], settings: Partial<Settings> = {}, options: Partial<ReadOptions> = {}): OrdersRead =>
  readOrders(sheets, someSettings(settings), { today: '2025-12-31', locale: 'en_US', ...options });

/** The plain header with one order that counts, changed where a test says so. */
export const plainSheet = (...rows: readonly Partial<Record<'id' | 'date' | 'status' | 'email' | 'total' | 'currency', Cell>>[]): SourceSheet =>
  sheetOfCells(
    'Orders',
    ['Order ID', 'Order Date', 'Status', 'Email', 'Total', 'Currency'],
    ...rows.map((row, i) => {
      const { id = String(1001 + i), date = '2025-06-01', status = 'completed', email = 'dana@mail.example', total = '100', currency = 'ILS' } = row;
      return [id, date, status, email, total, currency];
    }),
  );
