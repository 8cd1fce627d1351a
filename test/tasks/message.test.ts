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

  test('a full stop of the shop’s own name is not doubled', () => expect(written('Thanks from {shop}. Bye… {shop}', { shop: 'Wines Ltd.' })).toBe('Thanks from Wines Ltd. Bye… Wines Ltd.'));
});

/** What would tell a customer that a machine wrote, and filled in a blank. */
const holes = {
  'a brace': /[{}]/,
  'a blank before a mark or two blanks': /[ \t][,.!?:;)]|[ \t]{2}/,
  'two marks in a row': /[,;:.!?][,;:]|\.\.|\(\s*\)/,
  'a line that begins with a mark': /^[ \t]*[,.:;!?–-]/m,
  'a prefix without its word, or hyphened to a Hebrew one': /(?:^|\s)[בלמכהוש]-(?=\s|[.,!?]|$|[א-ת])/m,
  'a sentence that stops at nothing': /\b(?:on|from|with|at|like|that|of)[.,!?:]|:\s*(?:\n|$)/,
  'a form for men or for women alone': /(?:^|\s)(?:אתה|מוזמן|מוזמנת|תוכלי|תוכל|יקר|יקרה|ענה|עני|כתוב לנו|כתבי לנו)(?=[\s.,!?])/,
} as const;

describe('every message that ships is worth sending as it is', () => {
  const names = { EN: 'Dana Levi', HE: 'דנה לוי' } as const;
  const wines = ['Syrah 2021', 'רוזה גליל 2023', 'Dr. Loosen Riesling (1.5L)', 'Merlot', 'Cava'].map((name) => ({ name, quantity: 1, total: null }));
  const shops = ['The Cellar', 'יקבי גפן', 'Wines Ltd.'];
  const types = [...new Set(defaultTemplates.map(({ taskType }) => taskType))];
  const known = [true, false];

  test.each(types.flatMap((taskType) => (['EN', 'HE'] as const).map((language) => [taskType, language] as const)))('%s in %s, whatever is unknown of the person', (taskType, language) => {
    for (const channel of ['WhatsApp', 'E-mail', 'Call'] as const) {
      for (const name of [names[language], null, 'x@mail.example']) {
        for (const count of [0, 1, 2, 5]) {
          for (const ordered of known) {
            for (const shop of shops) {
              for (const signature of ['Yael', '']) {
                const message = messageFor(shipped, channel, facts({ taskType, contact: { name, language }, items: wines.slice(0, count), lastOrderOn: ordered ? '2025-12-05' : null, shop, signature }));
                const told = `${channel}, ${String(name)}, ${count} items, ${ordered ? '' : 'no '}last order, ${shop}: ${message?.subject ?? ''} | ${message?.text ?? ''}`;
                for (const [what, hole] of Object.entries(holes)) expect({ what, found: hole.exec(`${message?.subject ?? ''}\n${message?.text ?? ''}`)?.[0] ?? null, told }).toEqual({ what, found: null, told });
                expect(message?.language, told).toBe(language);
                expect((message?.subject ?? '') !== '', told).toBe(channel === 'E-mail');
                const lines = (message?.text ?? '').split('\n').filter((line) => line !== '');
                if (channel === 'Call') expect(lines.length, told).toBeGreaterThan(0);
                else {
                  expect(lines[0], told).toMatch(name === names[language] ? /^(?:Hi Dana|היי דנה),$/ : /^(?:Hi|היי),$/);
                  expect(lines[lines.length - 1], told).toBe(signature === '' ? shop : signature);
                  // A greeting and a name are no message.
                  expect(lines.slice(1, -1).join(' ').length, told).toBeGreaterThan(40);
                }
              }
            }
          }
        }
      }
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
