import { describe, expect, test } from 'vitest';
import { Stopped, TimeExceeded } from '../../../local/host';
import { hostOf, inFunction, sheetIn, workbookWith, type Faults } from '../../support/apps-script';

/** Two queued writes and a property, so that service calls are: 1 the sheet, 2 and 3 the writes, 4 the property, 5 the flush. */
const body = `
  try {
    sheet.getRange("A1").setValue("first");
    sheet.getRange("A2").setValue("second");
    PropertiesService.getDocumentProperties().setProperty("mark", "set");
    SpreadsheetApp.flush();
    return "done";
  } catch (error) {
    sheet.getRange("B1").setValue("caught");
    return "survived";
  } finally {
    PropertiesService.getDocumentProperties().setProperty("finally", "ran");
  }`;

function stopped(faults: Faults) {
  const host = hostOf(inFunction(body), { faults });
  let error: unknown;
  try {
    host.call('main', [], 'menu');
  } catch (one) {
    error = one;
  }
  return { error, cells: sheetIn(host.workbook).values, properties: Object.fromEntries(host.workbook.documentProperties) };
}

describe('A stop at a service call', () => {
  test.each([
    [3, 0, 1, [], {}],
    [3, 1, 1, [['first']], {}],
    [5, 0, 2, [], { mark: 'set' }],
    [5, 1, 2, [['first']], { mark: 'set' }],
    [5, 2, 2, [['first'], ['second']], { mark: 'set' }],
  ])('number %i applies the first %i of %i queued writes, and no catch or finally has any effect', (call, queued, waiting, cells, properties) => {
    const outcome = stopped({ stopAt: { call, queued } });
    expect(outcome.error).toEqual(new Stopped(call, waiting, queued));
    expect(outcome.error).toMatchObject({ call, queued: waiting, applied: queued });
    expect(outcome.cells).toEqual(cells);
    expect(outcome.properties).toEqual(properties);
  });

  test('applies all that is queued unless told otherwise', () => {
    expect(stopped({ stopAt: { call: 5 } }).cells).toEqual([['first'], ['second']]);
  });

  test('counts over all calls of the host', () => {
    const host = hostOf('function main() { SpreadsheetApp.flush(); }', { faults: { stopAt: { call: 2 } } });
    host.call('main', [], 'menu');
    expect(() => host.call('main', [], 'menu')).toThrow(Stopped);
  });
});

test('A call that fails throws an Exception that the script can catch', () => {
  const host = hostOf(inFunction(body), { faults: { failAt: { call: 3 } } });
  expect(host.call('main', [], 'menu')).toBe('survived');
  expect(sheetIn(host.workbook).values).toEqual([['first', 'caught']]);
});

test('A sheet that another user has protected refuses what is written there, and nothing else does', () => {
  const host = hostOf(inFunction('sheet.getRange("A1").getValue(); try { sheet.getRange("A1").setValue(1); } catch (error) { return error.message; }'), { faults: { protectedByOthers: ['Data'] } });
  expect(host.call('main', [], 'menu')).toContain('protected cell');
});

describe('A run that takes too long', () => {
  const sleeping = (seconds: number): string => inFunction(`sheet.getRange("A1").setValue(1); try { Utilities.sleep(${seconds * 1000}); return "done"; } catch (error) { sheet.getRange("A2").setValue(2); }`);

  test.each([
    ['menu' as const, 359, 'done'],
    ['open' as const, 29, 'done'],
  ])('is left alone within the limit: %s, %i s', (as, seconds, result) => {
    const code = `function main() { for (let i = 0; i < ${seconds}; i += 1) Utilities.sleep(1000); return "done"; }`;
    expect(hostOf(code).call('main', [], as)).toBe(result);
  });

  test.each([
    ['menu' as const, 361],
    ['open' as const, 31],
  ])('is killed: %s, %i s', (as, seconds) => {
    const code = `function main() { for (let i = 0; i < ${seconds}; i += 1) Utilities.sleep(1000); return "done"; }`;
    expect(() => hostOf(code).call('main', [], as)).toThrow(TimeExceeded);
  });

  test.each([
    [undefined, [[1]]],
    [0, []],
  ])('keeps what was queued (%j) and nothing of its catch', (queuedAtKill, cells) => {
    const host = hostOf(sleeping(10), { faults: { secondsPerRun: 5, ...(queuedAtKill === undefined ? {} : { queuedAtKill }) } });
    expect(() => host.call('main', [], 'menu')).toThrow('Exceeded maximum execution time');
    expect(sheetIn(host.workbook).values).toEqual(cells);
  });
});

test('A person may edit between two calls, before the queued writes come', () => {
  const workbook = workbookWith({ Data: [['old']] });
  const host = hostOf(inFunction('const before = sheet.getRange("A1").getValue(); sheet.getRange("B1").setValue(before); return [before, sheet.getRange("A1").getValue()];'), {
    workbook,
    faults: { between: (call, book) => void (call === 3 && (sheetIn(book).values = [['by hand']])) },
  });
  expect(host.call('main', [], 'menu')).toEqual(['old', 'by hand']);
  expect(sheetIn(workbook).values).toEqual([['by hand', 'old']]);
});

test('An error of the person’s own code is not the script’s to catch', () => {
  const between = (): never => {
    throw new Error('bad hook');
  };
  const host = hostOf('function main() { try { SpreadsheetApp.flush(); } catch (error) { return "swallowed"; } }', { faults: { between } });
  expect(() => host.call('main', [], 'menu')).toThrow('bad hook');
});
