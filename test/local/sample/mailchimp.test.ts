import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { sampleMailchimp } from '../../../local/sample/mailchimp';
import { sampleShop } from '../../../local/sample/workbook';

const TODAY = '2026-06-30';
const files = sampleMailchimp(TODAY);
const rowsOf = (text: string): Record<string, string>[] => Papa.parse<Record<string, string>>(text.trim(), { header: true }).data;
const members = files.flatMap(({ text }) => rowsOf(text));
const addressOf = (row: Record<string, string>): string => (row['Email Address'] ?? '').toLowerCase();

test('three files name their kind as Mailchimp does', () => {
  expect(files.map(({ name }) => name.split('_')[0])).toEqual(['subscribed', 'unsubscribed', 'cleaned']);
});

test('680 members, nobody twice, about half of them buyers', () => {
  const addresses = new Set(members.map(addressOf));
  expect(members).toHaveLength(680);
  expect(addresses.size).toBe(680);
  expect(sampleShop(TODAY).customers.filter(({ email }) => addresses.has(email))).toHaveLength(348);
});

test.each([
  [0, 'LAST_CHANGED'],
  [1, 'UNSUB_TIME'],
  [2, 'CLEAN_TIME'],
])('file %i tells since when, in %s, after the member joined and before today', (index, header) => {
  for (const row of rowsOf(files[index]?.text ?? '')) {
    expect(row[header]).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/);
    expect((row[header] ?? '') > (row['CONFIRM_TIME'] ?? '')).toBe(true);
    expect((row[header] ?? '') < TODAY).toBe(true);
  }
});

test('every row has as many cells as the header', () => {
  for (const { text } of files) expect(Papa.parse(text.trim(), { header: true }).errors).toEqual([]);
});

test('the same day gives the same files', () => {
  expect(sampleMailchimp(TODAY)).toEqual(files);
});
