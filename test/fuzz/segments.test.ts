import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import { headerOf } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { segmentFields } from '../../src/rules/segments/fields';
import { parseSegment } from '../../src/rules/segments/parse';
import { printSegment } from '../../src/rules/segments/print';
import { tidy } from '../../src/shared/text';
import { answerOf, ask, hostOn, rowsOf, sheetOf } from '../support/shop';
import { someCondition } from '../support/segments';
import { membersFile } from '../support/mailchimp';
import { expectSentence } from '../support/fuzz/after-a-run';
import { anyText, cell, putCell } from '../support/fuzz/any-cell';
import { fits } from '../support/fuzz/by-looking';
import { DAY, managedShop } from '../support/fuzz/manager-sheets';
import { fuzz } from '../support/fuzz/rounds';

/** A shop whose people differ in every column that a query can ask about. */
const shop = ((): Workbook => {
  const workbook = snapshotOf(managedShop);
  const members = ['ann', 'cat', 'gil', 'hal', 'zoe', 'max'].map((name, i) => ({ email: `${name}@mail.example`, name: ['Dana', 'הגפן בע״מ', "O'Brien", 'wholesale'][i % 4] ?? '', tags: [['wholesale'], ['Wine club', 'VIP'], ['בע"מ'], []][i % 4] ?? [], birthday: ['02-29', '12-25', '01-05', '06-30', null][i % 5] ?? null, language: ['HE', 'EN', 'JA'][i % 3] ?? null }));
  ask(hostOn(workbook, '2026-06-27T09:00'), 'importMailchimp', { dryRun: false, files: [membersFile('Subscribed', ...members)] });
  const contacts = sheetOf(workbook, 'Contacts');
  const at = (row: number, header: string, value: string): void => putCell(contacts, row, headerOf(contacts).indexOf(header), cell(value));
  at(1, 'Notes', 'made in Israel');
  at(2, 'Notes', '=1+1');
  at(3, 'Also Known As', 'x@mail.example, wholesale@mail.example');
  at(2, 'Do Not Contact', 'N');
  ask(hostOn(workbook, '2026-06-28T02:00'), 'nightly', {});
  return workbook;
})();
const people = rowsOf(shop, 'Contacts').filter((row) => row['Customer Status'] !== null);

const PIECES = ['status', 'total spend', 'spend', 'tags', 'name', 'language', 'last order', 'birthday', 'mailchimp since', 'days since order', 'is customer', 'do not contact', 'also known as', 'is', 'is not', 'not', 'and', 'or', '(', ')', '=', '!=', '<', '>=', '≥', 'in', 'between', 'contains', 'does not contain', 'blank', '-90d', '+1y', '-6 w', 'today', '30 days ago', '2026-01-31', '12-25', '1,000', '1,5', '₪ 50', 'New', 'Lapsed', 'Lapsd', 'HE', 'Y', '"', '”', '״', ',', '\\', "'", "O'Brien", 'בע"מ', '\u200f', 'יין', 'wholesale'];
const soup = fc.oneof(fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join(' ')), fc.array(fc.constantFrom(...PIECES), { maxLength: 10 }).map((pieces) => pieces.join('')));
const valid = someCondition.map(printSegment);
const mutated = fc.tuple(valid, fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(4), put: fc.oneof(fc.constantFrom('', ' ', ...PIECES), anyText.map((words) => words.slice(0, 50))) }), { minLength: 1, maxLength: 3 })).map(([query, harms]) =>
  harms.reduce((left, { at, cut, put }) => {
    const place = Math.floor(at * left.length);
    return left.slice(0, place) + put + left.slice(place + cut);
  }, query),
);
/** A comparison with what stands in somebody's row: where less, equal and more part. */
const boundary = fc.tuple(fc.constantFrom(...segmentFields), fc.constantFrom(...people), fc.nat(20)).map(([{ header, operators }, person, pick]) => {
  const value = person[header] ?? null;
  const signs = operators.filter((operator) => /^[<>=!]+$/.test(operator));
  return value === null ? `${header} is blank` : `${header} ${signs[pick % signs.length]} "${String(value).slice(0, 10)}"`;
});
const query = fc.oneof({ weight: 3, arbitrary: boundary }, { weight: 3, arbitrary: valid }, { weight: 3, arbitrary: mutated }, { weight: 2, arbitrary: soup }, { weight: 1, arbitrary: anyText });

/** Understood, it prints as what reads back the same; else a sentence, its caret inside the line. */
function readable(words: string): boolean {
  const parsed = parseSegment(words);
  if (parsed.ok) {
    const printed = printSegment(parsed.condition);
    expect([printed, parseSegment(printed)]).toEqual([printed, parsed]);
    return true;
  }
  expect(parsed.at).toBeGreaterThanOrEqual(0);
  expect(parsed.at).toBeLessThanOrEqual(tidy(words).length);
  for (const sentence of Object.values(parsed.sentence)) expectSentence(sentence, [words, tidy(words), ...tidy(words).split(/[\s"()=<>,]+/)]);
  const [, line, caret] = parsed.text.en.slice(parsed.sentence.en.length).split('\n');
  if (tidy(words) !== '') expect([line === undefined, (caret ?? '').indexOf('^') <= (line ?? '').length]).toEqual([false, true]);
  return false;
}

const PER_NIGHT = 40;

describe('Segment queries of any words', () => {
  test('a condition that prints and reads back the same, or a sentence with a caret inside the line', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('queries', 2000, query, (words) => (readable(words) ? 'accepted' : 'refused'));
    expect(tally.accepted).toBeGreaterThan(tally.rounds / 4);
    expect(tally.refused).toBeGreaterThan(tally.rounds / 4);
  });

  test('CRM Segments counts those whom somebody who looks row by row would count, and says where the others go wrong', { timeout: 1_200_000 }, async () => {
    await fuzz('sheets of forty queries', 15, fc.array(query.filter((words) => !/[\u0000]/.test(words)), { minLength: PER_NIGHT, maxLength: PER_NIGHT }), (queries) => {
      const workbook = snapshotOf(shop);
      const sheet = sheetOf(workbook, 'CRM Segments');
      const header = headerOf(sheet);
      const first = sheet.values.length;
      queries.forEach((words, i) => {
        putCell(sheet, first + i, header.indexOf('Name'), cell(`Fuzzed ${i}`));
        putCell(sheet, first + i, header.indexOf('Query'), cell(words === '' ? null : words));
      });
      expect(ask(hostOn(workbook, `${DAY}T04:00`), 'nightly', {})['Error']).toBeNull();
      const rows = new Map(rowsOf(workbook, 'CRM Segments').map((row) => [row['Name'], row]));
      for (const [i, words] of queries.entries()) {
        const row = rows.get(`Fuzzed ${i}`);
        const parsed = parseSegment(words);
        const expected = parsed.ok ? people.filter((person) => fits(parsed.condition, person, DAY) === true).length : null;
        expect([words, row?.['Contacts'], row?.['Problem'] === null]).toEqual([words, expected, parsed.ok]);
      }
      return 'accepted';
    });
  });

  test('a query that is asked on the screen is counted alike, or refused where it cannot be read', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('queries on the screen', 60, query.filter((words) => words.length <= 5000), (words) => {
      const parsed = parseSegment(words);
      const answer = answerOf(hostOn(snapshotOf(shop), `${DAY}T04:00`), 'segment', { query: words });
      if (answer.ok) {
        // A name of a segment is a query, too.
        if (parsed.ok) expect([words, answer.value.count]).toEqual([words, people.filter((person) => fits(parsed.condition, person, DAY) === true).length]);
        return 'accepted';
      }
      expect([answer.kind, parsed.ok]).toEqual(['refused', false]);
      return 'refused';
    });
    expect(tally.refused).toBeGreaterThan(tally.rounds / 10);
  });
});
