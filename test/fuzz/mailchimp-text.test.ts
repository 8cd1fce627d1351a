import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import { readExportFiles } from '../../local/cli/read-export-files';
import type { Workbook } from '../../local/workbook/model';
import type { ImportArguments, ImportResult } from '../../src/app/mailchimp/import-mailchimp';
import { packExports } from '../../src/app/mailchimp/packed-exports';
import { LONGEST_PORTION } from '../../src/app/mailchimp/portions';
import type { ReadExport } from '../../src/contacts/mailchimp/member';
import { readExports } from '../../src/contacts/mailchimp/read-exports';
import { Refusal } from '../../src/shared/problem';
import { textsOf } from '../../src/ui/client/dialogs/chosen-files';
import { ask, hostOn, rowsOf, shopWith } from '../support/shop';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder';
import { expectSentence, forgetWrites, formulasIn, standingOf, writtenSheets } from '../support/fuzz/after-a-run';
import { anyText } from '../support/fuzz/any-cell';
import { asZip, knownExport, type KnownExport, type KnownMember } from '../support/fuzz/known-exports';
import { fuzz, type Came } from '../support/fuzz/rounds';

const shop = ((): Workbook => {
  const workbook = shopWith([0, 1, 2].map((person) => ({ id: String(person + 1), date: '2026-05-05', email: `p${person}@mail.example`, name: `Person ${person}` })));
  ask(hostOn(workbook, '2026-06-01T03:00'), 'sync', {});
  return workbook;
})();

interface Chosen {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Read = { readonly files: ReadExport[] } | { readonly refusal: Refusal };

/** What a reader gives, or the sentence with which it refuses; anything else that it throws fails the round. */
async function attempted(read: () => ReadExport[] | Promise<ReadExport[]>): Promise<Read> {
  try {
    return { files: await read() };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

/** The files as the command line reads them and as the dialog does: both alike. */
async function readBothWays(folder: TemporaryFolder, chosen: readonly Chosen[]): Promise<Read> {
  const options = { kind: 'Subscribed' as const, dayFirst: false };
  const byCommand = await attempted(() => readExportFiles(chosen.map(({ name, bytes }) => folder.put(name, bytes)), options));
  const byDialog = await attempted(async () => readExports(await textsOf(chosen.map(({ name, bytes }) => new File([new Uint8Array(bytes)], name))), options));
  if ('refusal' in byCommand) expect(byDialog).toMatchObject({ refusal: { text: byCommand.refusal.text } });
  else expect(byDialog).toEqual(byCommand);
  return byCommand;
}

const asItTravels = (files: readonly ReadExport[]): NonNullable<ImportArguments['files']> => JSON.parse(JSON.stringify(files)) as NonNullable<ImportArguments['files']>; // what the request declares

const countsOf = ({ new: added, changed, unchanged, rejectedCount }: ImportResult): number[] => [added, changed, unchanged, rejectedCount];

/** Sends the files in portions, as the dialog does. */
function staged(workbook: Workbook, now: string, files: readonly ReadExport[]): NonNullable<ImportArguments['staged']> {
  const packed = packExports(files);
  const portions = Math.max(1, Math.ceil(packed.length / LONGEST_PORTION));
  for (let portion = 0; portion < portions; portion += 1) ask(hostOn(workbook, now), 'stageImport', { id: 'fuzz-import', portion, text: packed.slice(portion * LONGEST_PORTION, (portion + 1) * LONGEST_PORTION) });
  return { id: 'fuzz-import', portions };
}

/** Previews and imports: the two agree, add up to the addresses read, and a second import changes nothing. Gives the preview. */
function imported(workbook: Workbook, files: readonly ReadExport[]): ImportResult {
  const at = (minute: number): string => `2026-06-29T10:${minute}`;
  const untouched = standingOf(workbook);
  forgetWrites(workbook);
  const preview = ask(hostOn(workbook, at(10)), 'importMailchimp', { files: asItTravels(files), dryRun: true });
  expect([preview.run, writtenSheets(workbook), standingOf(workbook)]).toEqual([null, [], untouched]);
  const done = ask(hostOn(workbook, at(20)), 'importMailchimp', { files: asItTravels(files), dryRun: false });
  expect(countsOf(done)).toEqual(countsOf(preview));
  const addresses = new Set(files.flatMap(({ members }) => members.map(({ email }) => email)));
  expect(preview.new + preview.changed + preview.unchanged).toBe(addresses.size);
  expect(preview.rejectedCount).toBe(files.reduce((sum, { rejected, leftOut }) => sum + rejected.length + leftOut.length, 0));
  const contacts = standingOf(workbook, ['CRM Runs']);
  const again = ask(hostOn(workbook, at(30)), 'importMailchimp', { files: asItTravels(files), dryRun: false });
  expect(countsOf(again)).toEqual([0, 0, addresses.size, preview.rejectedCount]);
  expect(standingOf(workbook, ['CRM Runs'])).toEqual(contacts);
  expect(formulasIn(workbook)).toEqual([]);
  return preview;
}

const strict = (status: unknown): boolean => status === 'Unsubscribed' || status === 'Cleaned';

/**
 * Nobody is Subscribed who left, or whose address died, at the same minute or later. Nor who did at a time that nobody told, unless
 * another row told one.
 */
function consentIsNeverLoosened(workbook: Workbook, told: readonly KnownMember[]): void {
  for (const row of rowsOf(workbook, 'Contacts')) {
    const events = told.filter(({ email }) => email === row['Email']);
    if (events.length === 0) continue;
    const status = row['Mailchimp Status'];
    expect(events.map((event) => event.status)).toContain(status);
    if (events.every(({ since }) => since !== null)) {
      const newest = events.reduce((latest, { since }) => ((since ?? '') > latest ? (since ?? '') : latest), '');
      const ofThatMinute = events.filter(({ since }) => since === newest).map((event) => event.status);
      expect([row['Email'], status]).toEqual([row['Email'], ['Cleaned', 'Unsubscribed', 'Non-subscribed', 'Subscribed'].find((one) => ofThatMinute.some((other) => other === one))]);
    }
    if (strict(status)) continue;
    const welcomed = events.filter((event) => !strict(event.status)).reduce((latest, { since }) => ((since ?? '') > latest ? (since ?? '') : latest), '');
    const refusals = events.filter((event) => strict(event.status));
    const timed = refusals.filter(({ since }) => since !== null);
    expect([row['Email'], timed.filter(({ since }) => (since ?? '') >= welcomed), refusals.length > 0 && timed.length === 0]).toEqual([row['Email'], [], false]);
  }
}

describe('Mailchimp exports of any content', () => {
  const files = fc.array(knownExport, { minLength: 1, maxLength: 2 });
  const imports = fc.array(fc.record({ files, zipped: fc.boolean(), portions: fc.boolean() }), { minLength: 1, maxLength: 3 });
  const inOwnNames = (chosen: readonly KnownExport[]): KnownExport[] => chosen.map((one, i) => ({ ...one, name: `${i}_${one.name}` }));

  test('that are exports: every row is counted, preview and import agree, and no order of files loosens a consent', { timeout: 1_200_000 }, async () => {
    const folder = temporaryFolder();
    const tally = await fuzz('audience exports', 20, imports, async (story): Promise<Came> => {
      const workbook = snapshotOf(shop);
      const told: KnownMember[] = [];
      for (const { files: chosen, zipped, portions } of story) {
        const named = inOwnNames(chosen);
        const read = await readBothWays(folder, zipped ? [asZip('audience.zip', named)] : named);
        if ('refusal' in read) throw read.refusal;
        const known = new Set(rowsOf(workbook, 'Contacts').map((row) => row['Email']));
        if (portions) {
          const sent = ask(hostOn(workbook, '2026-06-29T10:05'), 'importMailchimp', { staged: staged(workbook, '2026-06-29T10:04', read.files), dryRun: true });
          expect(countsOf(sent)).toEqual(countsOf(ask(hostOn(workbook, '2026-06-29T10:06'), 'importMailchimp', { files: asItTravels(read.files), dryRun: true })));
        }
        const preview = imported(workbook, read.files);
        const rows = named.flatMap(({ members }) => members);
        const taken = rows.filter(({ email }) => email !== null);
        expect(preview.new).toBe(new Set(taken.map(({ email }) => email).filter((email) => !known.has(email))).size);
        expect(preview.rejectedCount).toBe(rows.length - taken.length + taken.filter(({ badTime }) => badTime).length);
        told.push(...taken);
        consentIsNeverLoosened(workbook, told);
      }
      return 'accepted';
    });
    expect(tally.accepted).toBe(tally.rounds);
  });

  const piece = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom('Email Address', 'EMAIL', 'First Name', 'Last Name', 'LAST_CHANGED', 'UNSUB_TIME', 'TAGS', 'NOTES', 'Birthday', 'Status', 'Language', 'Phone', 'MEMBER_RATING', 'Campaign Title', 'Opens', 'Order ID') },
    { weight: 12, arbitrary: fc.constantFrom(',', ',', ',', ';', '\t', '|', '"', '""', '\n', '\n', '\r\n', '\r', ' ', "'", 'sep=;', 'sep="', '\ufeff', '\u0000', 'שלום', '×©×œ×•', 'ï»¿') },
    { weight: 8, arbitrary: fc.constantFrom('ann@mail.example', 'p1@mail.example', 'P1@MAIL.EXAMPLE', 'Bo <bo@mail.example>', '2026-05-05 10:11:12', '31/12/2025', '02/29', 'Subscribed', 'unsubscribed', 'he', 'VIP', '9.72501E+11') },
    { weight: 2, arbitrary: anyText },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(60_000), `${'z'.repeat(60_000)}@mail.example`) },
  );
  const soup = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));
  const headed = fc.tuple(fc.constantFrom('Email Address,First Name,Last Name,Phone,TAGS,NOTES,LAST_CHANGED\n', 'EMAIL;Status;Birthday;Language;First Name\r\n', 'Email Address\n'), soup).map(([head, rest]) => head + rest);
  const bytesOfText = fc.oneof({ weight: 1, arbitrary: soup }, { weight: 4, arbitrary: headed }).map((words) => new TextEncoder().encode(words));
  const damage = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), cut: fc.nat(6), put: fc.uint8Array({ maxLength: 6 }) }), { maxLength: 4 });
  const damaged = (bytes: Uint8Array, harms: readonly { readonly at: number; readonly cut: number; readonly put: Uint8Array }[]): Uint8Array =>
    harms.reduce((left, { at, cut, put }) => {
      const place = Math.floor(at * left.length);
      return Uint8Array.from([...left.slice(0, place), ...put, ...left.slice(place + cut)]);
    }, bytes);
  const file = fc.oneof(
    { weight: 4, arbitrary: bytesOfText },
    { weight: 3, arbitrary: fc.tuple(knownExport, damage).map(([{ bytes }, harms]) => damaged(bytes, harms)) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
  );
  const name = fc.constantFrom('members.csv', 'subscribed_segment_export_1.csv', 'unsubscribed.csv', 'cleaned.txt', 'x.zip', 'export (1).tsv', 'ייצוא.csv');
  const chosen = fc.oneof(
    { weight: 4, arbitrary: fc.array(fc.record({ name, bytes: file }), { minLength: 1, maxLength: 2 }).map((some) => some.map((one, i) => ({ ...one, name: `${i}_${one.name}` }))) },
    { weight: 1, arbitrary: fc.tuple(fc.array(fc.record({ name, bytes: file }), { maxLength: 3 }), damage).map(([inside, harms]) => [{ name: 'audience.zip', bytes: damaged(asZip('', inside).bytes, harms) }]) },
  );

  test('that are anything at all: an import that adds up, or one sentence; the dialog and the command line say the same', { timeout: 1_200_000 }, async () => {
    const folder = temporaryFolder();
    const tally = await fuzz('any bytes', 70, chosen, async (some): Promise<Came> => {
      const read = await readBothWays(folder, some);
      if ('refusal' in read) {
        for (const words of Object.values(read.refusal.text)) expectSentence(words, some.flatMap(({ bytes }) => new TextDecoder().decode(bytes).split(/[\r\n,;\t|]/)));
        return 'refused';
      }
      imported(snapshotOf(shop), read.files);
      return 'accepted';
    });
    expect(tally.refused).toBeGreaterThan(tally.rounds / 10);
    expect(tally.accepted).toBeGreaterThan(tally.rounds / 10);
  });
});
