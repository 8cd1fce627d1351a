import { describe, expect, test } from 'vitest';
import { webOptions } from '../../../local/web/options';

describe('The options of npm start', () => {
  test('are all optional', () => {
    expect(webOptions([])).toEqual({ book: null, port: 8080, now: null, zone: null, locale: null, user: 'manager@shop.example' });
  });

  test('are taken with a blank or an equals sign', () => {
    expect(webOptions(['--book', 'shop.xlsx', '--port=9000', '--now', '2026-06-30T03:00', '--locale=he-IL'])).toMatchObject({ book: 'shop.xlsx', port: 9000, now: '2026-06-30T03:00:00', locale: 'he_IL' });
  });

  test.each([
    [['--bok', 'x'], 'no option --bok'],
    [['shop.xlsx'], 'no option shop.xlsx'],
    [['--book'], '--book needs a value'],
    [['--port', 'many'], 'a number from 1 to 65535'],
    [['--now', 'noon'], 'a moment such as'],
    [['--zone', 'Mars/Olympus'], 'a time zone such as'],
    [['--user', 'me'], 'an e-mail address'],
  ])('%j is refused in a sentence', (args, sentence) => {
    expect(() => webOptions(args)).toThrow(sentence);
  });
});
