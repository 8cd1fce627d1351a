import { describe, expect, test } from 'vitest';
import { ScriptError } from '../../../local/host';
import { failure, hostOf, inFunction, run, sheetIn, workbookWith } from '../../support/apps-script';

describe('A call', () => {
  test('gives the result of a top-level function', () => {
    expect(hostOf('function sum(a, b) { return { sum: a + b }; }').call('sum', [2, 3], 'sidebar')).toEqual({ sum: 5 });
  });

  test('starts afresh every time: globals of the last call are gone', () => {
    const host = hostOf('var count = 0; function next() { count += 1; return count; }');
    expect([host.call('next', [], 'menu'), host.call('next', [], 'menu')]).toEqual([1, 1]);
  });

  test.each(['hidden_', 'assigned', 'missing', 'toString'])('cannot reach %s', (name) => {
    const host = hostOf('function hidden_() {} var assigned = function () {}; const arrow = () => 1; function open() {}');
    expect(() => host.call(name, [], 'sidebar')).toThrow(`Script function not found: ${name}`);
  });

  test('reaches a stub that the bundle fills in later, as the build makes them', () => {
    expect(hostOf('var global = this; function job() {} (() => { global.job = () => "done"; })();').call('job', [], 'menu')).toBe('done');
  });

  test('reports what the function threw by its name and message', () => {
    const host = hostOf('function broken() { throw new RangeError("too far"); }');
    expect(() => host.call('broken', [], 'menu')).toThrow(expect.objectContaining({ name: 'RangeError', message: 'too far' }));
    expect(() => host.call('broken', [], 'menu')).toThrow(ScriptError);
  });

  test('writes what was queued before an error', () => {
    const host = hostOf(inFunction('sheet.getRange("A1").setValue(1); throw new Error("later");'));
    expect(() => host.call('main', [], 'menu')).toThrow('later');
    expect(sheetIn(host.workbook).values).toEqual([[1]]);
  });

  test('may not be asynchronous', () => {
    expect(() => hostOf('async function later() { return 1; }').call('later', [], 'menu')).toThrow('asynchronous');
  });

  test('may not call a service while the files are loaded', () => {
    const host = hostOf('var book = SpreadsheetApp.getActive(); function main() {}');
    expect(() => host.call('main', [], 'menu')).toThrow('while the script was loading');
  });
});

describe('The realm', () => {
  test.each([
    ['a date of a cell', 'sheet.getRange("A1").setValue(new Date(2026, 0, 5)); return sheet.getRange("A1").getValue() instanceof Date;'],
    ['rows', 'return sheet.getRange("A1:B2").getValues() instanceof Array;'],
    ['a row', 'return sheet.getRange("A1:B2").getValues()[0] instanceof Array;'],
    ['an error', 'try { sheet.getRange(0, 1); } catch (error) { return error instanceof Error && error.name === "Exception"; }'],
    ['an error about what is not emulated', 'try { sheet.getSheetValues(); } catch (error) { return error instanceof Error; }'],
    ['an object', 'return PropertiesService.getDocumentProperties().getProperties() instanceof Object;'],
    ['a copy of a date', 'const day = new Date(2026, 0, 5); return new day.constructor(day) instanceof Date && new day.constructor(day).getTime() === day.getTime();'],
  ])('makes %s by its own constructors', (_what, body) => {
    expect(run(body)).toBe(true);
  });

  test.each(['setTimeout', 'setInterval', 'TextEncoder', 'fetch', 'URL', 'atob', 'crypto', 'window', 'process', 'structuredClone', 'Intl', 'require', 'WebAssembly'])(
    'has no %s',
    (name) => {
      expect(run(`return typeof ${name};`)).toBe('undefined');
    },
  );

  test('makes no code from text', () => {
    expect(failure('return new Function("return 1")();')).toContain('Code generation from strings disallowed');
  });
});

describe('The clock', () => {
  test('is the host’s, in the script’s zone', () => {
    expect(run('const now = new Date(); return [now.getFullYear(), now.getMonth(), now.getDate(), now.getHours()];')).toEqual([2026, 5, 30, 3]);
  });

  test('moves by the time that service calls take', () => {
    const host = hostOf(inFunction('const before = Date.now(); sheet.getLastRow(); sheet.getLastRow(); return Date.now() - before;'));
    expect(host.call('main', [], 'menu')).toBe(200);
    expect(host.now).toBe('2026-06-30T03:00:00');
  });

  test('moves by sleep', () => {
    expect(run('const before = Date.now(); Utilities.sleep(2500); return new Date() - before;')).toBe(2500);
  });

  test('is the wall clock of the workbook where its zone is another one', () => {
    const host = hostOf('function main() { return new Date().toISOString(); }', { workbook: workbookWith({ Data: [] }, { timeZone: 'America/New_York' }) });
    expect(host.call('main', [], 'menu')).toBe('2026-06-30T07:00:00.000Z');
  });

  test('cannot run in a process of another zone', () => {
    expect(() => hostOf('', { timeZone: 'America/New_York' })).toThrow('TZ=America/New_York');
  });
});

describe('Counting', () => {
  test('takes service calls and cells, and no builders or getRange', () => {
    const host = hostOf(inFunction('const range = sheet.getRange(1, 1, 10, 2); range.getValues(); range.setValues(range.getValues()); SpreadsheetApp.newDataValidation();'));
    host.call('main', [], 'menu');
    expect(host.stats()).toEqual({
      calls: { total: 4, byMethod: { 'Range.getValues': 2, 'Range.setValues': 1, 'Spreadsheet.getSheetByName': 1 } },
      cells: { read: 40, written: 20 },
      estimatedSeconds: 0.401,
    });
  });

  test('takes a sidebar call’s own second too', () => {
    const host = hostOf('function main() {}');
    host.call('main', [], 'sidebar');
    expect(host.stats().estimatedSeconds).toBe(0.9);
  });
});

test('What is not emulated throws by name, whatever it is', () => {
  expect(failure('sheet.setTabColor("red");')).toBe('SpreadsheetApp.Sheet.setTabColor is not emulated');
  expect(failure('SpreadsheetApp.openById("x");')).toBe('SpreadsheetApp.openById is not emulated');
  expect(failure('return SpreadsheetApp.BorderStyle;')).toBe('SpreadsheetApp.BorderStyle is not emulated');
  expect(failure('return SpreadsheetApp.WrapStrategy.WRAPPED;')).toBe('SpreadsheetApp.WrapStrategy.WRAPPED is not emulated');
  expect(failure('sheet.name = "x";')).toContain('setting SpreadsheetApp.Sheet.name is not emulated');
});

test.each([
  ['sheet.getRange("1", 2)', 'The parameters (String,number) don\'t match the method signature for SpreadsheetApp.Sheet.getRange.'],
  ['sheet.getRange(1.5, 2)', 'The parameters (number,number) don\'t match the method signature for SpreadsheetApp.Sheet.getRange.'],
  ['book.getSheetByName(null)', 'The parameters (null) don\'t match the method signature for SpreadsheetApp.Spreadsheet.getSheetByName.'],
  ['book.deleteSheet("Data")', 'The parameters (String) don\'t match the method signature for SpreadsheetApp.Spreadsheet.deleteSheet.'],
  ['sheet.getRange("A1").copyTo(sheet)', 'The parameters (SpreadsheetApp.Sheet) don\'t match the method signature for SpreadsheetApp.Range.copyTo.'],
  ['sheet.getLastRow(1)', 'The parameters (number) don\'t match the method signature for SpreadsheetApp.Sheet.getLastRow.'],
])('Arguments of the wrong kind throw: %s', (call, words) => {
  expect(failure(`${call};`)).toBe(words);
});
