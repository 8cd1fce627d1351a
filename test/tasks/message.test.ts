import { describe, expect, test } from 'vitest';
import { defaultTemplates } from '../../src/tasks/default-templates';
import { firstNameOf, messageFor, parseTemplates, type MessageFacts, type Template } from '../../src/tasks/message';
import { internationalDigits } from '../../src/tasks/phone';
import { fold } from '../../src/shared/text';

const facts = (changes: Partial<MessageFacts> = {}): MessageFacts => ({
  taskType: 'Follow-up',
  contact: { name: 'Dana Levi', language: 'EN' },
  items: [{ name: 'Syrah 2021', quantity: 2, total: 180 }],
  lastOrderOn: '2025-12-05',
  shop: 'The Cellar',
  signature: 'Yael, The Cellar',
  defaultLanguage: 'EN',
  ...changes,
});
const template = (text: string): Template[] => [{ taskType: 'follow-up', channel: 'WhatsApp', language: 'EN', subject: null, text }];
const written = (text: string, changes: Partial<MessageFacts> = {}) => messageFor(template(text), 'WhatsApp', facts(changes))?.text;
const shipped: Template[] = defaultTemplates.map((row) => ({ ...row, taskType: fold(row.taskType) }));

describe('a message never shows a hole where a field is missing', () => {
  test.each([
    ['Hi {first name},', { contact: { name: null, language: 'EN' } }, 'Hi,'],
    ['{first name}, hello', { contact: { name: null, language: 'EN' } }, 'hello'],
    ['Thanks. How was {items}? Write to us.', { items: [] }, 'Thanks. Write to us.'],
    ['Last time was {last order}.', { lastOrderOn: null }, ''],
    ['Yours, {signature}', { signature: ' ' }, 'Yours, The Cellar'],
  ])('%s', (text, changes, expected) => expect(written(text, changes)).toBe(expected));

  test.each(['EN', 'HE'] as const)('in all shipped templates in %s, with nothing known of the person', (language) => {
    for (const { taskType, channel } of defaultTemplates) {
      const message = messageFor(shipped, channel, facts({ taskType, contact: { name: null, language }, items: [], lastOrderOn: null }));
      expect(`${message?.subject} ${message?.text}`).not.toMatch(/[{}]|\s[,.!?]|,,|\(\)|^\s*,|: *\.|ב-\s/);
      expect(message?.text).not.toBe('');
    }
  });
});

describe('the language of a message', () => {
  test.each([
    ['HE', 'EN', 'HE'],
    ['JA', 'HE', 'HE'],
    [null, 'HE', 'HE'],
    ['FR', 'DE', 'EN'],
  ])('for a person of %s in a shop of %s is %s', (language, defaultLanguage, expected) => {
    expect(messageFor(shipped, 'E-mail', facts({ contact: { name: 'A', language }, defaultLanguage }))?.language).toBe(expected);
  });

  test('items and days are said as the language says them', () => {
    const items = ['Syrah 2021', 'Merlot 2020'].map((name) => ({ name, quantity: 1, total: null }));
    expect(written('{items} on {last order}', { items })).toBe('Syrah 2021 and Merlot 2020 on 5 December 2025');
  });
});

test.each([
  ['Dana Levi', 'Dana'],
  ['  נועה   כהן', 'נועה'],
  ['Dr. Ruth Adler', 'Ruth'],
  ['dana@mail.example', null],
  ['1234', null],
  [null, null],
])('the first name of %s is %s', (name, expected) => expect(firstNameOf(name)).toBe(expected));

test.each([
  ['+972501234567', '972501234567'],
  ['0501234567', '972501234567'],
  ['050-123-4567', '972501234567'],
  ['00972-50-1234567', '972501234567'],
  ['+972 (0)50 123 4567', '972501234567'],
  ['972501234567', '972501234567'],
  ['501234567', '972501234567'],
  ['+1 (212) 555-0100', '12125550100'],
  ['ext. 12', null],
  ['', null],
  [null, null],
])('the phone %s is dialled as %s', (phone, expected) => expect(internationalDigits(phone, '972')).toBe(expected));

test('a template with an unknown field is reported in its row and the others are used', () => {
  const row = (at: number, text: string, language = 'EN') => ({ at, taskType: 'Welcome', channel: 'Call' as const, language, subject: null, text, problem: null });
  const { templates, problems } = parseTemplates([row(2, 'Hi {frist name}'), row(3, 'Hi {first name}'), row(4, 'Again'), row(5, 'x', 'English')]);
  expect(templates.map((found) => found.text)).toEqual(['Hi {first name}']);
  expect(problems.map(({ problem }) => problem?.en.slice(0, 14) ?? null)).toEqual(['{frist name} i', null, 'There is anoth', 'Language must ']);
});
