import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import { headerOf } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { answerOf, hostOn, rowsOf, sheetOf } from '../support/shop';
import { blank, cell, dated, harmlessCell, putCell, type AnyCell } from '../support/fuzz/any-cell';
import { changed, changeOf, DAY, managedShop, nightOf } from '../support/fuzz/manager-sheets';
import { fuzz } from '../support/fuzz/rounds';

const texts = (...words: readonly string[]): AnyCell[] => words.map((one) => cell(one));

/** Values of a setting that it takes, and values that it does not. */
const KNOWN: Readonly<Record<string, { readonly good: readonly AnyCell[]; readonly bad: readonly AnyCell[] }>> = {
  'Order statuses that count': { good: texts('completed', 'completed; processing', 'wc-completed\nrefunded'), bad: texts(',', ';;') },
  Currency: { good: texts('ILS', '₪', 'usd'), bad: [cell(5), cell(true), ...texts('shekel', '=A1')] },
  'Lapsed after days': { good: [cell(60), ...texts('90', ' 120 ', '\u200f45')], bad: [cell(0), cell(-1), cell(1.5), cell(1e21), cell(true), dated(46_000), ...texts('many', '10%', '1e2')] },
  'Days to deliver': { good: [cell(0), cell(3), ...texts('5')], bad: [cell(-1), cell(400), ...texts('=1+1', '🍷')] },
  'Stop if orders drop by': { good: [cell(0.02), cell(5), ...texts('2 %', '3%', '0')], bad: [cell(101), cell(-2), ...texts('half', '2 %%x')] },
  'Default language': { good: texts('EN', 'he', 'Hebrew'), bad: [cell(5), ...texts('xx', 'Klingon', '__proto__')] },
  'Default country code': { good: [cell(972), ...texts('+972', '00972', '1')], bad: [cell(0), ...texts('abc', '972972')] },
  'Shop name': { good: [cell(5), ...texts('Cellar', '=1+1', '<b>', '{shop}', '$&')], bad: texts('x'.repeat(201), 'y'.repeat(50_000)) },
  'Make tasks on': { good: texts('Sun, Mon', 'Mon', 'א, ב', 'sunday'), bad: [cell(9), cell(false), ...texts('Someday', ',', '=Sun')] },
  'Tasks on the list': { good: [cell(1), cell(3), cell(500), ...texts('8', '2')], bad: [cell(0), cell(501), cell(2.5), cell(-8), ...texts('eight', '8 8')] },
  'Cool-down days': { good: [cell(0), cell(21), ...texts('7')], bad: [cell(-1), ...texts('3 weeks')] },
  'Expire after days': { good: [cell(1), ...texts('30')], bad: [cell(0), dated(2_958_465), ...texts('#')] },
  'Nightly hour': { good: [cell(0), cell(23), ...texts('3', '03:00', '3 am')], bad: [cell(24), cell(-1), ...texts('night')] },
  'Digest to': { good: texts('a@shop.example', 'a@shop.example, b@shop.example'), bad: [cell(5), ...texts('nobody', 'a@shop.example, b')] },
  'Digest language': { good: texts('EN', 'HE', 'עברית'), bad: texts('FR', 'both') },
  Signature: { good: texts('Yours', '=1+1', 'two\nlines'), bad: texts('z'.repeat(501)) },
};
const names = Object.keys(KNOWN);

interface Typed {
  readonly name: string;
  readonly cell: AnyCell;
  readonly good: boolean;
}
const typed: fc.Arbitrary<Typed> = fc.constantFrom(...names).chain((name) =>
  fc.oneof(
    fc.constantFrom(...[blank, ...(KNOWN[name]?.good ?? [])]).map((value) => ({ name, cell: value, good: true })),
    fc.constantFrom(...(KNOWN[name]?.bad ?? [])).map((value) => ({ name, cell: value, good: false })),
  ),
);

function put(workbook: Workbook, typedCells: readonly Typed[]): Workbook {
  const sheet = sheetOf(workbook, 'CRM Settings');
  const header = headerOf(sheet);
  for (const { name, cell: value } of typedCells) putCell(sheet, sheet.values.findIndex((cells) => cells[header.indexOf('Setting')] === name), header.indexOf('Value'), value);
  return workbook;
}

const problemOf = (workbook: Workbook, name: string): unknown => rowsOf(workbook, 'CRM Settings').find((row) => row['Setting'] === name)?.['Problem'];
const made = (workbook: Workbook): unknown => {
  expect(answerOf(hostOn(workbook, `${DAY}T03:00`), 'nightly', {})).toMatchObject({ ok: true, value: { Error: null } });
  return [rowsOf(workbook, 'CRM Tasks'), rowsOf(workbook, 'Contacts'), rowsOf(workbook, 'CRM Ledger'), rowsOf(workbook, 'CRM Import Problems')];
};

describe('CRM Settings of any content', () => {
  test('values that are known: each bad one, and no other, is reported in its row, and the night is that of its default', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('known settings', 20, fc.uniqueArray(typed, { selector: ({ name }) => name, minLength: 1, maxLength: 8 }), (cells) => {
      const workbook = put(snapshotOf(managedShop), cells);
      const defaulted = put(snapshotOf(managedShop), cells.map((one) => (one.good ? one : { ...one, cell: blank })));
      expect(nightOf(workbook).came).toBe('accepted');
      for (const { name, good, cell: { value } } of cells) expect([name, value, problemOf(workbook, name) === null]).toEqual([name, value, good]);
      const before = made(put(snapshotOf(managedShop), cells));
      expect(before).toEqual(made(defaulted));
      return 'accepted';
    });
    expect(tally.accepted).toBe(tally.rounds);
  });

  const settingCell = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...names, 'Order sheets', 'Order columns', 'order sheets ', 'Orders', 'Email = Email', 'Date = Order Date; Email = Email').map((words) => cell(words)) }, { weight: 1, arbitrary: fc.constantFrom(...Object.values(KNOWN).flatMap(({ good, bad }) => [...good, ...bad])) });
  const dayCell = fc.oneof(fc.constantFrom(dated(46_201), dated(46_202), cell('2026-06-29'), cell('Yom Kippur')), harmlessCell);

  test('whatever stands in CRM Settings and CRM Days Off: the night goes on, or says which order sheet or column it was sent to', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('any settings and days off', 25, fc.tuple(changeOf('CRM Settings', settingCell), changeOf('CRM Days Off', dayCell)), (changes) => {
      const workbook = changed(changes);
      const { came, message } = nightOf(workbook);
      if (came === 'refused') expect(message).toMatch(/Order sheets|Order columns|but no column/);
      return came;
    });
    expect(tally.accepted).toBeGreaterThan(tally.rounds / 2);
  });
});
