import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { headerOf } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { rowsOf, sheetOf } from '../support/shop';
import { cell, dated, type AnyCell } from '../support/fuzz/any-cell';
import { changed, changeOf, managedShop, nightOf, type Change } from '../support/fuzz/manager-sheets';
import { fuzz } from '../support/fuzz/rounds';

const any = (...cells: readonly (AnyCell | string | number | boolean)[]): fc.Arbitrary<AnyCell> => fc.constantFrom(...cells.map((one) => (typeof one === 'object' ? one : cell(one))));

const ruleCell = any('Y', 'N', true, 'Order completed', 'order_completed', 'No order for', 'No ordr for', 'Segment', 'Product bought', 'Anniversary of first order', 'Birthday', 'Before a holiday', 'Welcome', 'Follow-up', 'Win-back', 'Mine', 'First only', 'Repeat only', 'First and every Nth', 'Every order', 0, 1, 3, 30, 90, 365, 1000, 'status = Lapsed', 'total spend >= 50', 'status = Lapsd', 'Good customers gone quiet', 'syrah', 'Mailchimp', 'Manager', dated(46_170), dated(46_300), 'win-back', 'welcome');
const segmentCell = any('status = Lapsed', 'total spend > 100 or tags contains vip', 'status = ', 'name is blank', 'last order < -90d', 'Mine', 'mine ', 'language in (HE, EN', 5);
const outcomeCell = any('Reached', 'reached ', 'No answer', 'Mine', 'Y', 'N', 'close', 'try again', 'remind', 'wrong number', 'do not contact', 'try agian', 0, 2, 400, -1, 1.5, 'ten');
const templateCell = any('Welcome', 'Win-back', 'Follow-up', 'custom', 'WhatsApp', 'E-mail', 'Call', 'Fax', 'EN', 'he', 'English', 'Hi {first name},', 'You bought {items}.', '{shop} {signature} {last order}', '{firstname}', '{', 'Hi }', '\n\n', '%', '&text=x');

/** Rows that nobody touched: they stand as they stood before, and so they must still be read. */
const untouched = (workbook: Workbook, name: string, key: string): Record<string, unknown>[] => {
  const before = rowsOf(managedShop, name).map((row) => comparable(row));
  return rowsOf(workbook, name).filter((row) => before.includes(comparable(row)) && row[key] !== null);
};
const SCRIPTS = new Set(['Problem', 'Matches now', 'Made so far', 'Contacts']);
const comparable = (row: Record<string, unknown>): string => JSON.stringify(Object.entries(row).filter(([header]) => !SCRIPTS.has(header)));

const has = (workbook: Workbook, name: string, ...headers: readonly string[]): boolean => headers.every((header) => headerOf(sheetOf(workbook, name)).filter((words) => words === header).length === 1);

function othersRun(workbook: Workbook, changes: readonly Change[]): void {
  const headersStand = changes.every(({ header }) => header === null);
  if (!headersStand) return;
  // A row that asks the same as another one waits, and says so.
  for (const row of untouched(workbook, 'CRM Rules', 'Rule')) if (row['Enabled'] === 'Y' && !/same/i.test(String(row['Problem']))) expect([row['Rule'], row['Problem'], row['Matches now'] === null]).toEqual([row['Rule'], null, false]);
}

/** Each segment is counted, or says why it is not. */
function segmentsAreCounted(workbook: Workbook): void {
  if (!has(workbook, 'CRM Segments', 'Name', 'Query', 'Contacts', 'Problem')) return;
  for (const row of rowsOf(workbook, 'CRM Segments')) {
    if (row['Name'] === null || String(row['Name']).startsWith('=') || String(row['Contacts']).startsWith('=') || String(row['Problem']).startsWith('=')) continue;
    expect([row['Name'], row['Query'], row['Contacts'] !== null]).toEqual([row['Name'], row['Query'], row['Problem'] === null]);
  }
}

describe('The manager’s sheets of any content', () => {
  test('CRM Rules and CRM Segments: a bad row waits and says why, the others run, and the laws hold of all that is made', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('any rules and segments', 35, fc.tuple(changeOf('CRM Rules', ruleCell), changeOf('CRM Segments', segmentCell)), (changes) => {
      const workbook = changed(changes);
      const { came, message } = nightOf(workbook);
      if (came === 'refused') expect(message).toMatch(/column/);
      else {
        othersRun(workbook, changes);
        segmentsAreCounted(workbook);
      }
      return came;
    });
    expect(tally.accepted).toBeGreaterThan(tally.rounds / 2);
  });

  test('CRM Outcomes and CRM Templates: no message is lost to a bad row, and what was typed into the tasks is settled', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('any outcomes and templates', 25, fc.tuple(changeOf('CRM Outcomes', outcomeCell), changeOf('CRM Templates', templateCell)), (changes) => {
      const workbook = changed(changes);
      const { came, message } = nightOf(workbook);
      if (came === 'refused') expect(message).toMatch(/column/);
      else if (changes.every(({ header }) => header === null)) {
        const settled = rowsOf(workbook, 'CRM Tasks').filter((task) => task['Email'] === 'hal@mail.example' && task['Outcome'] === 'Reached');
        for (const task of settled) expect(task['Status']).toBe('Completed');
      }
      return came;
    });
    expect(tally.accepted).toBeGreaterThan(tally.rounds / 2);
  });
});
