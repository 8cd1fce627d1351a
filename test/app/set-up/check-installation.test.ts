import { expect, test } from 'vitest';
import type { Faults } from '../../../local/faults';
import { sheetNamed } from '../../../local/cells/sheet';
import { readExport } from '../../../src/contacts/mailchimp/read-export';
import { ask, hostOn, rowWith, shopWith } from '../../support/shop';

const checked = (faults: Faults = {}, locale = 'en_US') => {
  const workbook = shopWith([{ id: '1', date: '2026-05-01', email: 'ann@mail.example' }]);
  workbook.locale = locale;
  ask(hostOn(workbook, '2026-06-28T09:00'), 'setUp', { takeOver: false });
  const before = workbook.sheets.map(({ name }) => name);
  const facts = ask(hostOn(workbook, '2026-06-28T10:00', { faults }), 'check', {});
  expect(workbook.sheets.map(({ name }) => name)).toEqual(before);
  return { workbook, facts, differing: facts.filter(({ ok }) => !ok).map(({ fact }) => fact) };
};

test('on a platform as we believe it to be, every fact holds', () => {
  const { facts, differing } = checked();
  expect(differing).toEqual([]);
  expect(facts.length).toBeGreaterThan(20);
});

test.each<[string, Faults, string[]]>([
  ['an apostrophe in a text cell is consumed', { apostropheInTextCells: 'consumed' }, ['apostropheInTextCells']],
  ['numbers in text cells become text', { numbersInTextCells: 'text' }, ['numbersInTextCells']],
  ['another run holds the lock', { lockHeld: true }, ['documentLock']],
  ['the mail quota is used up', { mailQuota: 0 }, ['mail']],
])('%s: just that is found', (_, faults, wanted) => {
  expect(checked(faults).differing).toEqual(wanted);
});

test('what is found is remembered, and said in the reader’s language', () => {
  const { workbook, facts } = checked({ apostropheInTextCells: 'consumed' }, 'iw_IL');
  expect(workbook.documentProperties.get('check')).toContain('apostropheInTextCells');
  expect(facts.find(({ ok }) => !ok)?.detail).toMatch(/[א-ת]/);
});

test('once it is known that apostrophes are consumed, text that begins with one is kept whole', () => {
  const { workbook } = checked({ apostropheInTextCells: 'consumed' });
  const read = readExport('subscribed.csv', 'Email Address,First Name,Phone\ndana@mail.example,\'Dana,+972501234567');
  const files = JSON.parse(JSON.stringify([read])) as [];
  ask(hostOn(workbook, '2026-06-28T11:00', { faults: { apostropheInTextCells: 'consumed' } }), 'importMailchimp', { files, dryRun: false });
  expect(rowWith(workbook, 'Contacts', 'Email', 'dana@mail.example')).toMatchObject({ Name: read.members[0]?.name, Phone: '+972501234567' });
});

test('a sheet that an earlier check left behind is no hindrance', () => {
  const workbook = shopWith([{ id: '1', date: '2026-05-01', email: 'ann@mail.example' }], { 'CRM check': [['left']] });
  ask(hostOn(workbook, '2026-06-28T10:00'), 'check', {});
  expect(sheetNamed(workbook, 'CRM check')).toBeNull();
});

test('without its trigger the installation is not well', () => {
  const workbook = shopWith([{ id: '1', date: '2026-05-01', email: 'ann@mail.example' }]);
  const facts = ask(hostOn(workbook, '2026-06-28T10:00'), 'check', {});
  expect(facts.filter(({ ok }) => !ok).map(({ fact }) => fact)).toEqual(['hourlyRun']);
});
