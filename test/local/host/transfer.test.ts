import { describe, expect, test } from 'vitest';
import { hostOf } from '../../support/apps-script';

const echo = 'function echo(value) { return value; }';

describe('google.script.run takes', () => {
  test.each([[1], ['text'], [true], [null], [[1, [2]]], [{ a: { b: [null] } }]])('%j, both ways', (value) => {
    expect(hostOf(echo).call('echo', [value], 'sidebar')).toEqual(value);
  });

  test('undefined in an array as null, and as a whole result', () => {
    expect(hostOf('function main() { return [1, undefined]; }').call('main', [], 'sidebar')).toEqual([1, null]);
    expect(hostOf('function main() {}').call('main', [], 'sidebar')).toBeUndefined();
  });
});

test.each([
  ['new Date()', 'a Date'],
  ['{ day: new Date() }', 'a Date'],
  ['[() => 1]', 'function'],
  ['{ a: undefined }', 'undefined'],
  ['NaN', 'NaN'],
  ['new Map()', 'an instance of a class'],
  ['new (class A {})()', 'an instance of a class'],
  ['SpreadsheetApp.getActive()', 'a SpreadsheetApp.Spreadsheet'],
  ['ScriptApp.AuthMode.FULL', 'a ScriptApp.AuthMode'],
  ['(() => { const a = []; a.push(a); return a; })()', 'an object inside itself'],
  ['Symbol("x")', 'symbol'],
])('google.script.run refuses the result %s', (result, kind) => {
  expect(() => hostOf(`function main() { return ${result}; }`).call('main', [], 'sidebar')).toThrow(kind);
});

test.each([
  [new Date(0), 'Argument 1 of echo is a Date'],
  [{ when: [new Date(0)] }, 'Argument 1 of echo.when[0] is a Date'],
  [{ a: undefined }, 'Argument 1 of echo.a is undefined'],
  [undefined, 'Argument 1 of echo is undefined'],
  [() => 1, 'Argument 1 of echo is function'],
])('google.script.run refuses the argument %s', (argument, words) => {
  expect(() => hostOf(echo).call('echo', [argument], 'sidebar')).toThrow(words);
});

test('A result of more than a million characters is refused to the sidebar', () => {
  const code = 'function main() { return "x".repeat(1000000); }';
  expect(() => hostOf(code).call('main', [], 'sidebar')).toThrow('more than 1000000');
  expect(hostOf(code).call('main', [], 'menu')).toHaveLength(1_000_000);
});

test('Arguments arrive as objects of the script’s own realm', () => {
  const code = 'function main(value) { return value instanceof Object && value.list instanceof Array; }';
  expect(hostOf(code).call('main', [{ list: [] }], 'sidebar')).toBe(true);
});
