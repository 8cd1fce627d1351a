import { cpSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { jobs } from '../../../local/cli/jobs';
import { sampleMailchimp } from '../../../local/sample/mailchimp';
import { runsTable } from '../../../src/app/runs.table';
import { crm, folderWith, rowsOf } from '../../support/command-line';

const NIGHT = ['--now', '2026-06-30T03:00'];

const orders = [
  'Order ID,Order Date,Status,Email,First Name,Last Name,Phone,Order Total',
  '1,2026-03-01 10:00:00,completed,ann@mail.example,Ann,Reed,0501234567,120',
  '2,2026-03-20 10:00:00,completed,ann@mail.example,Ann,Reed,0501234567,80',
  '3,2026-06-24 10:00:00,completed,ben@mail.example,Ben,Shaw,,300',
  '4,not a date,completed,cat@mail.example,Cat,Wood,,10',
  '',
].join('\n');
const shop = (): string => folderWith({ 'book/Orders.csv': orders });
const members = ['Email Address,First Name,Last Name', 'ann@mail.example,Ann,Reed', 'dan@mail.example,Dan,Ross', ''].join('\n');

/** Every file of a folder by name. */
const filesIn = (folder: string): Record<string, string> => Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const jsonOf = (out: string): unknown => JSON.parse(out);

let settledShop = '';
beforeAll(async () => {
  settledShop = shop();
  expect((await crm(settledShop, 'nightly', '--book', 'book', ...NIGHT)).err).toBe('');
}, 60_000);

/** A copy of a shop after its first night. */
function shopAfterANight(): string {
  const copy = folderWith({});
  cpSync(join(settledShop, 'book'), join(copy, 'book'), { recursive: true });
  return copy;
}

test('the help names every job of the contract', async () => {
  const { code, out } = await crm('.', '--help');
  const contract =
    'set-up sync import preview nightly tick report tasks complete skip snooze reopen contacted make-tasks why segment undo accept-orders export-mailchimp export-person erase-person check';
  expect(code).toBe(0);
  for (const name of contract.split(' ')) expect(out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
  expect(jobs.map(({ name }) => name)).toEqual(contract.split(' '));
});

test('the version is the package’s, and the changelog tells of it first', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }; // our own file
  expect(await crm('.', '--version')).toEqual({ code: 0, out: `${version}\n`, err: '' });
  expect(/^## (.*)$/m.exec(readFileSync('CHANGELOG.md', 'utf8'))?.[1]).toBe(version);
});

test.each([[['bogus']], [['sync', '--bogus']], [[]], [['why']], [['sync', 'extra']], [['sync', '--kind', 'cleaned']]])('%j is exit 2 with one sentence', async (args) => {
  const { code, out, err } = await crm('.', ...args);
  expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
});

test('a night on a new book sets it up, and prints the line of CRM Runs as JSON', async () => {
  const from = shop();
  const { code, out, err } = await crm(from, 'nightly', '--book', 'book', '--save', 'out', '--json', ...NIGHT);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(Object.keys(jsonOf(out) as object)).toEqual(Object.values(runsTable.columns).map(({ header }) => header));
  expect(jsonOf(out)).toMatchObject({ Job: 'nightly', Orders: 3, 'Contacts New': 3, Problems: 1, Error: null });
  expect(rowsOf(join(from, 'out'), 'Contacts').map((row) => [row['Email'], row['Total Spend'], row['Customer Status']])).toContainEqual(['ann@mail.example', '200', 'Lapsed']);
  expect(readdirSync(join(from, 'book'))).toEqual(['Orders.csv']);
  expect(readFileSync(join(from, 'out/Orders.csv'), 'utf8')).toBe(orders);
});

test('preview, why and segment write nothing, on a new book and on an old one', async () => {
  for (const from of [shop(), shopAfterANight()]) {
    const before = filesIn(join(from, 'book'));
    for (const args of [['preview'], ['why', 'ann@mail.example'], ['segment', 'total orders > 1']]) await crm(from, ...args, '--book', 'book', '--save', 'out', ...NIGHT);
    expect(filesIn(join(from, 'book'))).toEqual(before);
    expect(existsSync(join(from, 'out'))).toBe(false);
  }
});

test('a segment of a new book is counted as its first sync would have it', async () => {
  expect(jsonOf((await crm(shop(), 'segment', 'total orders >= 1', '--book', 'book', '--json', ...NIGHT)).out)).toEqual({ count: 2 });
});

test('preview shows what the night then makes', async () => {
  const from = shop();
  const preview = jsonOf((await crm(from, 'preview', '--book', 'book', '--json', ...NIGHT)).out) as { tasks: { id: string }[]; held: object[] };
  await crm(from, 'nightly', '--book', 'book', ...NIGHT);
  const tasks = jsonOf((await crm(from, 'tasks', '--book', 'book', '--json', ...NIGHT)).out) as { id: string }[];
  expect(preview.tasks.length).toBeGreaterThan(0);
  expect(preview.tasks.map(({ id }) => id).sort()).toEqual(tasks.map(({ id }) => id).sort());
  expect(Object.keys(preview.tasks[0] ?? {})).toEqual(['id', 'email', 'type', 'rule', 'reason']);
  expect(Object.keys(tasks[0] ?? {})).toEqual(['id', 'email', 'type', 'due', 'status', 'reason']);
});

test('a task is completed once; the second time is refused and put on record', async () => {
  const from = shopAfterANight();
  const [task] = rowsOf(join(from, 'book'), 'CRM Tasks');
  const id = task?.['Task ID'] ?? '';
  const complete = (): ReturnType<typeof crm> => crm(from, 'complete', id, '--outcome', 'Reached', '--note', '- well', '--book', 'book', ...NIGHT);
  expect((await complete()).code).toBe(0);
  const before = filesIn(join(from, 'book'));
  const { code, out, err } = await complete();
  const after = filesIn(join(from, 'book'));
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('already Completed');
  expect(Object.keys(after).filter((name) => after[name] !== before[name] && name !== 'workbook.json')).toEqual(['CRM Runs.csv']);
  expect(rowsOf(join(from, 'book'), 'CRM Runs')[0]).toMatchObject({ Job: 'complete', Error: err.trim() });
  expect(rowsOf(join(from, 'book'), 'CRM Tasks')[0]).toMatchObject({ Status: 'Completed', Outcome: 'Reached', Note: '- well' });
});

test('the report has null for 0 ÷ 0 and just the figures of the contract', async () => {
  const { out } = await crm(shopAfterANight(), 'report', '--book', 'book', '--json', ...NIGHT);
  const { total, byType } = jsonOf(out) as { total: object; byType: object[] };
  expect(total).toMatchObject({ completed: 0, completionRate: null, onTimeRate: null, medianDaysToDone: null });
  expect(Object.keys(total)).toEqual(['due', 'completed', 'skipped', 'withdrawn', 'expired', 'overdue', 'completionRate', 'onTimeRate', 'medianDaysToDone']);
  expect(Object.keys(byType[0] ?? {})[0]).toBe('type');
});

test.each(['300', '400'])('a setting for the run changes the run and is not saved, nor what the run thinks of it: Lapsed after days=%s', async (days) => {
  const from = shopAfterANight();
  const settings = filesIn(join(from, 'book'))['CRM Settings.csv'];
  await crm(from, 'sync', '--book', 'book', '--set', `Lapsed after days=${days}`, ...NIGHT);
  expect(rowsOf(join(from, 'book'), 'Contacts').find((row) => row['Email'] === 'ann@mail.example')?.['Customer Status']).toBe('Repeat');
  expect(filesIn(join(from, 'book'))['CRM Settings.csv']).toBe(settings);
});

test.each([
  [['sync', '--set', 'Lapsed after days=soon'], 'soon'],
  [['sync', '--set', 'Lapst after days=60'], 'Lapsed after days'],
  [['sync', '--zone', 'Europe/Paris'], 'time zone'],
  [['sync', '--book', 'nowhere'], 'nothing at'],
  [['contacted', 'ann@mail.example'], '--outcome'],
  [['segment', 'totl orders > 1'], 'Did you mean'],
])('%j is refused in words', async (args, words) => {
  const from = shopAfterANight();
  const { code, out, err } = await crm(from, '--book', 'book', ...args, ...NIGHT);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(words);
  expect(err).not.toContain('    at ');
});

test.each([
  ['a bad value', ['--set', 'Lapsed after days=soon']],
  ['an unknown setting', ['--set', 'Lapst after days=60']],
  ['no setting at all', ['--set', 'soon']],
])('%s is refused before anything is done, and put on record where --save says', async (_, args) => {
  const from = shopAfterANight();
  const before = filesIn(join(from, 'book'));
  const { code, err } = await crm(from, 'sync', '--book', 'book', '--save', 'out', ...args, ...NIGHT);
  expect(code).toBe(1);
  expect(filesIn(join(from, 'book'))).toEqual(before);
  const after = filesIn(join(from, 'out'));
  expect(Object.keys(after).filter((name) => after[name] !== before[name] && name !== 'workbook.json')).toEqual(['CRM Runs.csv']);
  expect(rowsOf(join(from, 'out'), 'CRM Runs').map((run) => [run['Job'], run['Error']])).toEqual([['sync', err.trim()], ['nightly', '']]);
});

test('another name of the same zone is no other zone', async () => {
  expect((await crm(shop(), 'preview', '--book', 'book', '--zone', 'Asia/Tel_Aviv', ...NIGHT)).code).toBe(0);
});

test('a refused night leaves the order sheet, our fresh sheets and a line with its error', async () => {
  const from = folderWith({ 'book/Sheet.csv': 'Colour,Shape\nred,round\n' });
  const { code, err } = await crm(from, 'nightly', '--book', 'book', '--save', 'out', ...NIGHT);
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toHaveLength(1);
  expect(readdirSync(join(from, 'book'))).toEqual(['Sheet.csv']);
  expect(readFileSync(join(from, 'out/Sheet.csv'), 'utf8')).toBe('Colour,Shape\nred,round\n');
  expect(rowsOf(join(from, 'out'), 'CRM Runs')).toHaveLength(1);
  expect(rowsOf(join(from, 'out'), 'CRM Runs')[0]).toMatchObject({ Job: 'nightly', Error: err.trim() });
});

test('the sentences are Hebrew where the locale is', async () => {
  const { err } = await crm(shopAfterANight(), 'complete', 'T-none', '--book', 'book', '--locale', 'iw_IL', ...NIGHT);
  expect(err).toMatch(/[\u05d0-\u05ea]{3}/);
});

test('stopped at a service call: exit 3, what stood then is saved, and the next run ends well', async () => {
  const from = shop();
  const { code } = await crm(from, 'nightly', '--book', 'book', '--save', 'out', '--stop-at', '150', '--stats', 'stats.json', ...NIGHT);
  expect(code).toBe(3);
  expect((jsonOf(readFileSync(join(from, 'stats.json'), 'utf8')) as { calls: { total: number } }).calls.total).toBeGreaterThan(100);
  expect((await crm(from, 'nightly', '--book', 'out', ...NIGHT)).code).toBe(0);
});

test('the statistics hold calls, cells, times and mails, also of a failure', async () => {
  const from = shop();
  await crm(from, 'nightly', '--book', 'book', '--stats', 'good.json', ...NIGHT);
  const good = jsonOf(readFileSync(join(from, 'good.json'), 'utf8'));
  expect(good).toMatchObject({ calls: { total: expect.any(Number) as number, byMethod: expect.any(Object) as object }, cells: { read: expect.any(Number) as number }, ms: { bySteps: expect.any(Object) as object } });
  expect((good as { mails: object[] }).mails.map((mail) => Object.keys(mail))).toEqual([['to', 'subject', 'text', 'html']]);
  expect((await crm(from, 'complete', 'T-none', '--book', 'book', '--stats', 'bad.json', ...NIGHT)).code).toBe(1);
  expect((jsonOf(readFileSync(join(from, 'bad.json'), 'utf8')) as { calls: { total: number } }).calls.total).toBeGreaterThan(0);
});

test('an import names its kind by the file, by --kind, or is refused as a whole', async () => {
  const from = folderWith({ 'book/Orders.csv': orders, 'list.csv': members, 'unsubscribed_export.csv': 'Email Address\nann@mail.example\n', 'header.csv': 'Email Address,First Name\n' });
  const statusOf = (email: string): string | undefined => rowsOf(join(from, 'book'), 'Contacts').find((row) => row['Email'] === email)?.['Mailchimp Status'];
  const imported = (...args: string[]): ReturnType<typeof crm> => crm(from, 'import', ...args, '--book', 'book', ...NIGHT);

  expect((await imported('list.csv')).err).toContain('--kind');
  expect(rowsOf(join(from, 'book'), 'Contacts')).toEqual([]);
  expect((await imported('list.csv', '--kind', 'subscribed', '--dry-run', '--json')).out).toContain('"new": 2');
  expect(rowsOf(join(from, 'book'), 'Contacts')).toEqual([]);
  const done = await imported('list.csv', '--kind', 'subscribed', '--json');
  expect(jsonOf(done.out)).toMatchObject({ Job: 'import', 'Contacts New': 2, Error: null });
  expect(statusOf('dan@mail.example')).toBe('Subscribed');

  const both = await imported('unsubscribed_export.csv', 'header.csv');
  expect(both).toMatchObject({ code: 1, out: '' });
  expect(statusOf('ann@mail.example')).toBe('Subscribed');
  expect(rowsOf(join(from, 'book'), 'CRM Runs')[0]).toMatchObject({ Job: 'import', Error: both.err.trim() });
  await imported('unsubscribed_export.csv');
  expect(statusOf('ann@mail.example')).toBe('Unsubscribed');
});

test('the ZIP that Mailchimp hands out is imported whole', async () => {
  const from = shop();
  const files = sampleMailchimp('2026-06-30');
  writeFileSync(join(from, 'export.zip'), zipSync(Object.fromEntries(files.map(({ name, text }) => [name, new TextEncoder().encode(text)]))));
  const { code, out } = await crm(from, 'import', 'export.zip', '--book', 'book', '--json', ...NIGHT);
  expect(code).toBe(0);
  expect(jsonOf(out)).toMatchObject({ 'Contacts New': 680 });
});

test('a ZIP in which a kind has no members is imported all the same; a preview names each file and what its members are', async () => {
  const from = shop();
  const inZip = { 'subscribed_email_audience_export_1a2b.csv': members, 'cleaned_email_audience_export_1a2b.csv': 'Email Address,First Name,CLEAN_TIME\n' };
  writeFileSync(join(from, 'export.zip'), zipSync(Object.fromEntries(Object.entries(inZip).map(([name, words]) => [name, new TextEncoder().encode(words)]))));
  writeFileSync(join(from, 'mixed.csv'), 'Email,Status\neva@mail.example,Unsubscribed\nfay@mail.example,Cleaned\n');
  const preview = await crm(from, 'import', 'export.zip', 'mixed.csv', '--dry-run', '--json', '--book', 'book', ...NIGHT);
  expect(jsonOf(preview.out)).toMatchObject({ new: 4, files: [{ file: 'subscribed_email_audience_export_1a2b.csv', kind: 'Subscribed', members: 2 }, { file: 'mixed.csv', kind: null, members: 2 }] });
  expect((await crm(from, 'import', 'export.zip', 'mixed.csv', '--dry-run', '--book', 'book', ...NIGHT)).out).toMatch(/export_1a2b\.csv: 2, Subscribed.*mixed\.csv: 2, Unsubscribed, Cleaned/s);
  expect(jsonOf((await crm(from, 'import', 'export.zip', '--book', 'book', '--json', ...NIGHT)).out)).toMatchObject({ 'Contacts New': 2, Error: null });
});

test('the people of the Mailchimp tasks are written to a file', async () => {
  const from = shopAfterANight();
  const { code } = await crm(from, 'export-mailchimp', 'out.csv', '--book', 'book', ...NIGHT);
  expect(code).toBe(0);
  expect(existsSync(join(from, 'out.csv'))).toBe(true);
});

test('a person is exported as JSON', async () => {
  const { out } = await crm(shopAfterANight(), 'export-person', 'ann@mail.example', '--book', 'book', ...NIGHT);
  expect(jsonOf(out)).toMatchObject({ email: 'ann@mail.example' });
});

test('the tick does the night that is due', async () => {
  const from = shopAfterANight();
  const tick = (now: string): ReturnType<typeof crm> => crm(from, 'tick', '--book', 'book', '--json', '--now', now);
  expect(jsonOf((await tick('2026-07-01T03:10')).out)).toMatchObject({ Job: 'tick', Orders: 3, Error: null });
});

test('an .xlsx comes out of a folder, and works as a book', async () => {
  const from = shop();
  expect((await crm(from, 'nightly', '--book', 'book', '--save', 'out.xlsx', ...NIGHT)).code).toBe(0);
  const { out } = await crm(from, 'tasks', '--book', 'out.xlsx', '--json', ...NIGHT);
  expect((jsonOf(out) as object[]).length).toBeGreaterThan(0);
});
