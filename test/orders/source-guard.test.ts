import { describe, expect, test } from 'vitest';
import { goodStateOf, guardSources, sourceFingerprint } from '../../src/orders/source-guard';
import type { SourceSheet } from '../../src/sheets/workbook';
import { ordersIn, plainSheet, sheetOfCells } from '../support/order-sheets';
import { someSettings } from '../support/settings';

const orders = (count: number): SourceSheet => plainSheet(...Array.from({ length: count }, (_, i) => ({ id: String(i + 1) })));
const stateOf = (...sheets: readonly SourceSheet[]) => ordersIn(sheets).state;
const verdict = (before: SourceSheet | null, now: SourceSheet, percent = 2) =>
  guardSources(before === null ? null : goodStateOf(stateOf(before)), stateOf(now), someSettings({ stopIfOrdersDropBy: percent }))?.message ?? null;

describe('fewer orders than at the last good sync', () => {
  test.each([
    [1000, 1000, 'passes'],
    [1000, 1200, 'passes'],
    [1000, 980, 'passes'],
    [1000, 979, 'stops'],
    [100, 96, 'passes'],
    [100, 95, 'stops'],
    [20, 16, 'passes'],
    [20, 10, 'stops'],
    [4, 1, 'passes'],
    [4, 0, 'stops'],
  ])('%i before, %i now: %s', (before, now, outcome) => {
    expect(verdict(orders(before), orders(now)) === null ? 'passes' : 'stops').toBe(outcome);
  });

  test('the share is the manager’s', () => {
    expect(verdict(orders(100), orders(85), 20)).toBeNull();
    expect(verdict(orders(100), orders(75), 20)).toContain('more than 20 % fewer');
  });

  test('the sentence names both numbers and the cure', () => {
    expect(verdict(orders(100), orders(50))).toMatch(/hold 50 orders.*held 100.*nothing was written.*Accept the smaller order sheet/);
  });

  test('the first sync has nothing to compare with', () => {
    expect(verdict(null, orders(1))).toBeNull();
  });

  test('rows repeated by the import are no more orders', () => {
    expect(stateOf(plainSheet({ id: '1' }, { id: '1' }, { id: '2' })).ids).toBe(2);
  });
});

describe('headers', () => {
  const full = sheetOfCells('Orders', ['Order ID', 'Date', 'Status', 'Email', 'Total', 'Notes'], ['1', '2025-06-01', 'completed', 'dana@mail.example', '5', '']);
  const without = (header: string): SourceSheet => ({ ...full, header: full.header.map((cell) => (cell === header ? '' : cell)) });

  test('a header that was read and is gone stops the sync', () => {
    expect(verdict(full, without('Total'))).toContain('no longer has “Total”');
  });

  test('a header that was never read may go', () => {
    expect(verdict(full, without('Notes'))).toBeNull();
  });

  test('a header written another way, or a new one beside it, is no loss', () => {
    expect(verdict(full, { ...full, header: ['order_id', 'DATE', 'Status', 'e-mail', 'Total', 'Billing email'] })).toBeNull();
  });

  test('a renamed sheet with all its orders is no loss', () => {
    expect(verdict(full, { ...full, name: 'Orders 2026' })).toBeNull();
  });

  test('an emptied second sheet is', () => {
    const archive = { ...full, name: 'Archive', rows: [['2', '2024-06-01', 'completed', 'noa@mail.example', '5', '']] };
    const before = goodStateOf(stateOf(full, archive));
    expect(guardSources(before, stateOf(full, { name: 'Archive', header: [], rows: [] }), someSettings())?.message).toContain('“Archive”');
  });
});

describe('cells that are not there yet', () => {
  test.each(['Loading…', 'Loading...', '#REF!', '#N/A', '#VALUE!', '#NAME?', '#ERROR!', '#DIV/0!'])('%s in a key column stops the sync', (email) => {
    expect(verdict(null, plainSheet({}, { email }))).toMatch(/“Orders” shows “.+” in row 3, column “Email”/);
  });

  test('elsewhere it is no matter', () => {
    expect(verdict(null, sheetOfCells('Orders', ['Order ID', 'Date', 'Status', 'Email', 'Notes'], ['1', '2025-06-01', 'completed', 'dana@mail.example', '#REF!']))).toBeNull();
  });
});

test('a sum below the orders that shows an error stops nothing', () => {
  const header = ['Order ID', 'Date', 'Status', 'Email', 'Total'];
  expect(verdict(null, sheetOfCells('Orders', header, ['1', '2025-06-01', 'completed', 'dana@mail.example', 5], ['', '', '', '', '#NAME?']))).toBeNull();
  expect(verdict(null, sheetOfCells('Orders', header, ['1', '2025-06-01', 'completed', 'dana@mail.example', '#NAME?']))).toContain('#NAME?');
});

describe('the sheet changed between two looks', () => {
  const sheet = plainSheet({}, { total: 5 });

  test('the same cells have the same fingerprint', () => {
    expect(sourceFingerprint([sheet])).toBe(sourceFingerprint([plainSheet({}, { total: 5 })]));
  });

  test.each<readonly [string, SourceSheet]>([
    ['a row more', plainSheet({}, { total: 5 }, {})],
    ['another cell', plainSheet({}, { total: 6 })],
    ['rows changed places', { ...sheet, rows: [...sheet.rows].reverse() }],
    ['another header', { ...sheet, header: ['ID', ...sheet.header.slice(1)] }],
    ['another name', { ...sheet, name: 'Orders 2' }],
  ])('%s: another one', (_, other) => {
    expect(sourceFingerprint([other])).not.toBe(sourceFingerprint([sheet]));
  });
});
