import { expect, test } from 'vitest';
import { parseCommandLine, UsageError } from '../../../local/cli/options';
import { settingsIn } from '../../../local/cli/run-settings';
import { settledOptions } from '../../../local/cli/settled-options';
import { Refusal } from '../../../src/shared/problem';

const settled = (...args: string[]) => settledOptions(parseCommandLine(['sync', ...args]));

test('words are the job and its arguments, wherever the options stand', () => {
  expect(parseCommandLine(['--json', 'import', 'a.csv', '--kind', 'cleaned', 'b.csv']).words).toEqual(['import', 'a.csv', 'b.csv']);
});

test.each([
  [['complete', 'T-1', '--note', '- called twice'], 'note', '- called twice'],
  [['complete', 'T-1', '--note=a=b'], 'note', 'a=b'],
  [['complete', 'T-1', '--note='], 'note', ''],
  [['complete', 'T-1', '--note', '--'], 'note', '--'],
  [['nightly', '--book', 'a', '--book', 'b'], 'book', 'b'],
] as const)('%j gives %s the value %j', (args, name, value) => {
  const values = parseCommandLine(args).values.get(name);
  expect(values?.[values.length - 1]).toBe(value);
});

test.each([[['segment', '-90d < last order']], [['segment', '--', '--json']]])('%j is a job and one argument', (args) => {
  expect(parseCommandLine(args).words).toHaveLength(2);
});

test.each([[['--bogus']], [['-x']], [['sync', '--book']], [['sync', '--json=1']], [['sync', '--stopat', '3']], [['sync', '-json']]])('%j cannot be understood', (args) => {
  expect(() => parseCommandLine(args)).toThrow(UsageError);
});

test('settings are collected, each with what stands after its first equals sign', () => {
  const { set } = settled('--set', 'Lapsed after days=60', '--set', 'Order columns=Email = Customer mail; Order Date = Placed');
  const settings = settingsIn(set);
  expect(settings.get('Lapsed after days')).toBe('60');
  expect(settings.get('Order columns')).toBe('Email = Customer mail; Order Date = Placed');
});

test.each([
  ['2026-06-30T03:00', '2026-06-30T03:00:00'],
  ['2026-06-30 03:00', '2026-06-30T03:00:00'],
  ['2026-06-30T23:59:58', '2026-06-30T23:59:58'],
  ['2026-06-30', '2026-06-30T00:00:00'],
])('the clock %s is %s', (typed, now) => {
  expect(settled('--now', typed).now).toBe(now);
});

test.each([
  ['--now', '30.6.2026'],
  ['--now', '2026-02-30T03:00'],
  ['--now', '2026-06-30T25:00'],
  ['--until', 'tomorrow'],
  ['--due', '2026-13-01'],
  ['--zone', 'Mars/Olympus'],
  ['--locale', '12'],
  ['--cells', 'typed'],
  ['--stop-at', '0'],
  ['--stop-at', '1.5'],
  ['--kind', 'stars'],
  ['--book', ''],
])('%s %j is refused', (option, value) => {
  expect(() => settled(option, value)).toThrow(Refusal);
});

test.each(['Lapsed after days', '=60', 'Lapsed after days=soon', 'Lapsed=60'])('--set %j is refused', (words) => {
  expect(() => settingsIn(settled('--set', words).set)).toThrow(Refusal);
});
