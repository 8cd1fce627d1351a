import { expect, test } from 'vitest';
import { defaultSegments, parseSegmentRows } from '../../src/rules/parse-segments';
import { contactsSheet } from '../support/contacts';

interface SegmentCells {
  readonly name?: string;
  readonly query?: string | null;
  readonly contacts?: number | null;
  readonly problem?: string | null;
}

const contacts = contactsSheet({ email: 'a@shop.example', status: 'New' }, { email: 'b@shop.example', status: 'Lapsed' }, { email: 'c@shop.example', status: 'Lapsed' }).rows;

const read = (...cells: readonly SegmentCells[]) => {
  const rows = cells.map((row, i) => ({ name: '', query: null, contacts: null, problem: null, ...row, at: i + 2 }));
  return parseSegmentRows({ rows: rows.filter(({ name }) => name !== ''), keyless: rows.filter(({ name }) => name === '') }, { contacts, today: '2026-06-30', language: 'en' });
};

test('each segment gets its count; a bad one its problem and no count', () => {
  const { patches, segments, problems } = read({ name: 'Quiet', query: 'status = Lapsed' }, { name: 'Bad', query: 'status = Lapsd', contacts: 7 }, { name: 'Empty' });
  expect(patches).toEqual([
    { at: 2, set: { contacts: 2 } },
    { at: 3, set: { contacts: null, problem: expect.stringContaining('Did you mean “Lapsed”?') } },
    { at: 4, set: { problem: expect.stringContaining('The query is empty') } },
  ]);
  expect(segments.map(({ title }) => title)).toEqual(['Quiet']);
  expect(problems.map(({ row }) => row)).toEqual([3, 4]);
});

test('a row without a name and a second one of the same name are asked to be named', () => {
  const { patches } = read({ query: 'status = New' }, { name: 'Quiet', query: 'status = Lapsed' }, { name: ' QUIET', query: 'status = New' });
  expect(patches.map(({ at, set }) => [at, set.problem])).toEqual([
    [2, 'Name is blank: give the segment a name.'],
    [3, undefined],
    [4, 'An earlier row is called “QUIET” too and is the one that counts: rename this one.'],
  ]);
});

test('a second reading has nothing to write', () => {
  expect(read({ name: 'Quiet', query: 'status = Lapsed', contacts: 2 }).patches).toEqual([]);
});

test('the segments that come with it are right', () => {
  expect(read(...defaultSegments()).problems).toEqual([]);
});
