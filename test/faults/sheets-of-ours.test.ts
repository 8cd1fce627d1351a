import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import { headerOf, putValue } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { ourTables } from '../../src/app/our-tables';
import { BUSY_NIGHT, busyShop } from '../support/busy-shop';
import { answerOf, cellsOf, hostOn, night, rowsOf, sheetOf } from '../support/shop';
import { standing } from '../support/stops';

const whole = process.env['SWEEP'] === 'whole';
const before = busyShop();
const undisturbed = snapshotOf(before);
const usual = hostOn(undisturbed, BUSY_NIGHT);
answerOf(usual, 'nightly', {});
/** The service calls of the night at which somebody does something. */
const moments = Array.from({ length: usual.stats().calls.total }, (_, i) => i + 1).filter((call) => whole || call % 17 === 1);
const LATER = '2026-06-28T05:00';
const NEXT = '2026-06-29T03:00';

/** All rows, wherever their sheets stand by now. */
const rowsIn = (workbook: Workbook): Record<string, unknown> => Object.fromEntries(Object.entries(standing(workbook)).map(([name, { rows }]) => [name, rows]));
const kept = ourTables.filter(({ isLog }) => !isLog).map(({ name }) => name);
const rename = (workbook: Workbook, from: string, to: string): void => void (sheetOf(workbook, from).name = to);
const remove = (workbook: Workbook, name: string): void => void (workbook.sheets = workbook.sheets.filter((sheet) => sheet.name !== name));
function copy(workbook: Workbook, name: string): void {
  const [same] = snapshotOf({ ...workbook, sheets: [sheetOf(workbook, name)] }).sheets;
  if (same !== undefined) workbook.sheets.push({ ...same, name: `Copy of ${name}` });
}

function noneTwice(workbook: Workbook): void {
  for (const [sheet, key] of [['Contacts', 'Email'], ['CRM Tasks', 'Task ID'], ['CRM Ledger', 'Key']] as const) {
    const keys = rowsOf(workbook, sheet).map((row) => row[key]);
    expect([sheet, keys.filter((value, i) => keys.indexOf(value) !== i)]).toEqual([sheet, []]);
  }
}

describe('A sheet of ours under another name', () => {
  test.each(kept)('%s: the night says which sheet it is and writes nothing; named again, it goes on as if nothing had been', (name) => {
    const workbook = snapshotOf(before);
    rename(workbook, name, 'Mine');
    const was = cellsOf(workbook, ['CRM Runs']);
    const answer = answerOf(hostOn(workbook, BUSY_NIGHT), 'nightly', {});
    expect(answer).toMatchObject({ ok: false, kind: 'refused', message: expect.stringContaining(`The sheet ${name} is not there, but “Mine” has its columns: name it ${name} again.`) });
    expect(cellsOf(workbook, ['CRM Runs'])).toEqual(was);
    rename(workbook, 'Mine', name);
    night(workbook, BUSY_NIGHT);
    expect(rowsIn(workbook)).toEqual(rowsIn(undisturbed));
  });

  test('the list of the day does not open as an empty one, and the tick’s mail says why', () => {
    const workbook = snapshotOf(before);
    rename(workbook, 'CRM Tasks', 'Our list');
    expect(answerOf(hostOn(workbook, LATER), 'getQueue', {})).toMatchObject({ ok: false, message: expect.stringContaining('“Our list” has its columns') });
    rename(workbook, 'CRM Settings', 'Our settings');
    const host = hostOn(workbook, BUSY_NIGHT);
    host.call('tick', [], 'trigger');
    expect(host.mails.map(({ text }) => text)).toEqual([expect.stringMatching(/“Our (list|settings)” has its columns/)]);
  });

  test.each(['CRM Tasks', 'Contacts', 'CRM Ledger'])('%s, renamed while a night runs: the next one says so, and nothing is lost or doubled once it has its name again', { timeout: 900_000 }, (name) => {
    for (const call of moments) {
      const workbook = snapshotOf(before);
      answerOf(hostOn(workbook, BUSY_NIGHT, { faults: { between: (at, book) => void (at === call && rename(book, name, 'Mine')) } }), 'nightly', {});
      expect(workbook.sheets.map((sheet) => sheet.name).filter((one) => one === name)).toEqual([]);
      expect(answerOf(hostOn(workbook, LATER), 'nightly', {})).toMatchObject({ ok: false, message: expect.stringContaining(`name it ${name} again`) });
      rename(workbook, 'Mine', name);
      night(workbook, LATER);
      expect({ call, rows: rowsIn(workbook) }).toEqual({ call, rows: rowsIn(undisturbed) });
    }
    console.log(`${name} renamed: ${moments.length} moments of a night`);
  });
});

describe('A copy of a sheet of ours', () => {
  test.each(kept)('%s: is the manager’s, neither read nor written', (name) => {
    const workbook = snapshotOf(before);
    copy(workbook, name);
    const was = cellsOf(workbook)[`Copy of ${name}`];
    night(workbook, BUSY_NIGHT);
    expect(cellsOf(workbook)[`Copy of ${name}`]).toEqual(was);
    remove(workbook, `Copy of ${name}`);
    expect(rowsIn(workbook)).toEqual(rowsIn(undisturbed));
  });
});

describe('A sheet of ours deleted', () => {
  test.each(ourTables.map(({ name }) => name))('%s: is made again, and no occasion makes a task twice', (name) => {
    const workbook = snapshotOf(before);
    const known = new Set(rowsOf(workbook, 'CRM Tasks').map((row) => row['Task ID']));
    remove(workbook, name);
    night(workbook, BUSY_NIGHT);
    night(workbook, NEXT);
    noneTwice(workbook);
    if (name === 'CRM Tasks') expect(rowsOf(workbook, name).filter((row) => known.has(row['Task ID'] ?? null))).toEqual([]);
    else expect(rowsOf(workbook, 'CRM Tasks').length).toBeLessThanOrEqual(rowsOf(undisturbed, 'CRM Tasks').length);
  });

  test.each(['CRM Tasks', 'Contacts', 'CRM Ledger', 'CRM Task Archive'])('%s, while a night runs: it is said in a sentence, and the nights after it double nothing', { timeout: 900_000 }, (name) => {
    const sentences = new Set<string>();
    for (const call of moments) {
      const workbook = snapshotOf(before);
      const known = new Set(rowsOf(workbook, 'CRM Tasks').map((row) => row['Task ID']));
      const answer = answerOf(hostOn(workbook, BUSY_NIGHT, { faults: { between: (at, book) => void (at === call && remove(book, name)) } }), 'nightly', {});
      if (!answer.ok) sentences.add(answer.message);
      night(workbook, LATER);
      night(workbook, NEXT);
      noneTwice(workbook);
      if (name === 'CRM Tasks') expect([call, rowsOf(workbook, name).filter((row) => known.has(row['Task ID'] ?? null))]).toEqual([call, []]);
    }
    console.log(`${name} deleted: ${moments.length} moments of a night; ${[...sentences].join(' / ')}`);
    expect([...sentences].filter((sentence) => !sentence.includes(`The sheet ${name} is not there`))).toEqual([]);
  });
});

describe('A column of ours under another name', () => {
  const columns = ['Contacts', 'CRM Tasks'].flatMap((name) => {
    const table = ourTables.find((one) => one.name === name);
    return table === undefined ? [] : Object.entries(table.columns).flatMap(([field, { header }]) => (field === table.key ? [] : [[name, header] as const]));
  });

  test.each(columns)('%s, %s: what stood there stays there, and no task is doubled or ended by it', (name, header) => {
    const workbook = snapshotOf(undisturbed);
    const sheet = sheetOf(workbook, name);
    const key = name === 'Contacts' ? 'Email' : 'Task ID';
    const cells = (shown: string): unknown => Object.fromEntries(rowsOf(workbook, name).map((row) => [row[key], row[shown] ?? null]));
    const was = cells(header);
    putValue(sheet, 0, headerOf(sheet).indexOf(header), 'Mine');
    answerOf(hostOn(workbook, LATER), 'nightly', {});
    answerOf(hostOn(workbook, NEXT), 'nightly', {});
    expect(cells('Mine')).toEqual(was);
    noneTwice(workbook);
    const open = rowsOf(workbook, 'CRM Tasks').filter((row) => row['Status'] === 'Pending').map((row) => row['Task ID']).sort();
    const asEver = snapshotOf(undisturbed);
    night(asEver, NEXT);
    expect(open).toEqual(rowsOf(asEver, 'CRM Tasks').filter((row) => row['Status'] === 'Pending').map((row) => row['Task ID']).sort());
  });
});
