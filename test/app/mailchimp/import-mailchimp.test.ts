import { describe, expect, test } from 'vitest';
import { packExports, unpackExports } from '../../../src/app/mailchimp/packed-exports';
import { LONGEST_PORTION } from '../../../src/app/mailchimp/portions';
import { readExport } from '../../../src/contacts/mailchimp/read-export';
import type { Workbook } from '../../../local/workbook/model';
import { answerOf, ask, hostOn, night, refusal, rowsOf, shopWith } from '../../support/shop';

const csv = (...people: readonly string[]): string => ['Email Address,First Name,LAST_CHANGED,TAGS', ...people].join('\n');
const subscribed = (...people: readonly string[]) => readExport('subscribed_members_export.csv', csv(...people));

const shop = (): Workbook => {
  const workbook = shopWith([{ id: '1', date: '2026-05-01', email: 'ann@mail.example', name: 'Ann' }]);
  ask(hostOn(workbook, '2026-06-28T09:00'), 'setUp', { takeOver: false });
  return workbook;
};

/** Sends the files as the dialog does. */
function stage(workbook: Workbook, files: Parameters<typeof packExports>[0], id = 'import-1', now = '2026-06-28T10:00') {
  const packed = packExports(files);
  const portions = Math.ceil(packed.length / LONGEST_PORTION);
  for (let portion = 0; portion < portions; portion += 1) {
    ask(hostOn(workbook, now), 'stageImport', { id, portion, text: packed.slice(portion * LONGEST_PORTION, (portion + 1) * LONGEST_PORTION) });
  }
  return { id, portions };
}

test('what is packed to travel comes out as it went in', () => {
  const read = [subscribed('dana@mail.example,דנה 🍷,2026-01-02 03:04:05,"a ""b"""', 'no address,x,,')];
  const packed = packExports(read);
  expect(packed).toMatch(/^[\x20-\x7e]+$/);
  expect(unpackExports(packed)).toEqual(JSON.parse(JSON.stringify(read)));
});

test('an import of many portions is taken as one', () => {
  const people = Array.from({ length: 12_000 }, (_, i) => `p${i}@mail.example,שם ${i},2026-01-02 03:04:05,wine`);
  const workbook = shop();
  const staged = stage(workbook, [subscribed(...people)]);
  expect(staged.portions).toBeGreaterThan(2);
  expect(ask(hostOn(workbook, '2026-06-28T10:01'), 'importMailchimp', { staged, dryRun: true })).toMatchObject({ new: 12_000, changed: 0, run: null });
  expect(rowsOf(workbook, 'Contacts')).toHaveLength(0);
  expect(ask(hostOn(workbook, '2026-06-28T10:02'), 'importMailchimp', { staged, dryRun: false })).toMatchObject({ new: 12_000 });
  expect(rowsOf(workbook, 'Contacts')).toHaveLength(12_000);
  expect(refusal(hostOn(workbook, '2026-06-28T10:03'), 'importMailchimp', { staged, dryRun: false })).toContain('choose the file again');
});

test('portions that Google has forgotten are said to be gone, and nothing is imported', () => {
  const workbook = shop();
  const staged = stage(workbook, [subscribed('dana@mail.example,Dana,,')]);
  expect(refusal(hostOn(workbook, '2026-06-28T17:00'), 'importMailchimp', { staged, dryRun: false })).toContain('Google has forgotten it');
  expect(rowsOf(workbook, 'Contacts')).toHaveLength(0);
});

test('an import cut off at any point is finished by the next night', () => {
  const file = subscribed('ann@mail.example,Ann,2026-01-02 03:04:05,vip', 'dana@mail.example,Dana,2026-01-02 03:04:05,');
  const start = shop();
  night(start, '2026-06-29T03:00');
  const whole = structuredClone(start);
  ask(hostOn(whole, '2026-06-29T10:00'), 'importMailchimp', { staged: stage(whole, [file], 'import-1', '2026-06-29T09:00'), dryRun: false });
  const wanted = rowsOf(whole, 'Contacts');
  for (let call = 5; ; call += 4) {
    const workbook = structuredClone(start);
    const staged = stage(workbook, [file], 'import-1', '2026-06-29T09:00');
    const host = hostOn(workbook, '2026-06-29T10:00', { faults: { stopAt: { call } } });
    let done = false;
    try {
      done = answerOf(host, 'importMailchimp', { staged, dryRun: false }).ok;
    } catch {
      // Stopped as Google stops it.
    }
    if (done) break;
    night(workbook, '2026-06-29T11:00');
    const rows = rowsOf(workbook, 'Contacts');
    // Stopped before its first write it has not begun: then nothing is there to finish.
    if (rows.length === 1) expect(rows[0]).toMatchObject({ 'Is Mailchimp': 'N' });
    else expect(rows).toEqual(wanted);
  }
}, 90_000);

describe('what no page of ours would send is refused before anything is read', () => {
  const [good] = subscribed('dana@mail.example,Dana,2026-01-02 03:04:05,').members;
  test.each([
    ['an address that is none', { email: 'Dana <dana@mail.example>' }],
    ['an address in capitals', { email: 'DANA@mail.example' }],
    ['a time that is none', { since: 'yesterday' }],
    ['a day that no calendar has', { since: '2026-02-30T10:00:00' }],
    ['a birthday that is no day', { birthday: '13-45' }],
    ['a language in words', { language: 'Hebrew' }],
    ['a status that is none', { status: 'Friend' }],
    ['a formula in the place of the tags', { tags: '=1+1' }],
  ])('%s', (_, wrong) => {
    const workbook = shop();
    const files = [{ file: 'x.csv', kind: null, needsKind: false, members: [{ ...good, ...wrong }], rejected: [], leftOut: [] }];
    const answer = hostOn(workbook, '2026-06-28T10:00').call('ask', ['importMailchimp', { files, dryRun: false }], 'sidebar');
    expect(answer).toMatchObject({ ok: false, kind: 'refused' });
    expect(rowsOf(workbook, 'Contacts')).toHaveLength(0);
  });

  test('29 February is a birthday', () => {
    const read = readExport('subscribed.csv', 'Email Address,Birthday\ndana@mail.example,02/29');
    const files = JSON.parse(JSON.stringify([read])) as [];
    expect(ask(hostOn(shop(), '2026-06-28T10:00'), 'importMailchimp', { files, dryRun: true })).toMatchObject({ new: 1, rejectedCount: 0 });
  });
});
