import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import { headerOf } from '../../local/cells/sheet';
import { Person } from '../../local/person';
import type { Host } from '../../local/host';
import type { Workbook } from '../../local/workbook/model';
import type { Requests } from '../../src/app/requests';
import { BUSY_NIGHT, busyShop } from '../support/busy-shop';
import { membersFile } from '../support/mailchimp';
import { answerOf, ask, hostOn, night, rowWith, rowsOf, sheetOf } from '../support/shop';
import { morningAfter, taskOf, tick } from '../support/stoppable-acts';

const whole = process.env['SWEEP'] === 'whole';
const NOW = '2026-06-28T10:00';
const OTHER = 'noa@shop.example';

type Answer = ReturnType<typeof answerOf>;
type Act = (host: Host) => Answer;

const asking = <K extends keyof Requests>(name: K, args: Parameters<Requests[K]['answer']>[1]): Act => (host) => answerOf(host, name, args);

/** The other user's click, begun just before the n-th service call of the first one's: their own host on the same workbook, with its own lock and clock. */
function between(workbook: Workbook, call: number, first: (host: Host) => unknown, second: (host: Host) => unknown, now = NOW): { readonly first: unknown; readonly second: unknown; readonly calls: number } {
  let other: unknown;
  const host = hostOn(workbook, now, { faults: { between: (at) => void (at === call && (other = second(hostOn(workbook, now, { user: OTHER })))) } });
  const own = first(host);
  return { first: own, second: other, calls: host.stats().calls.total };
}

const isAnswer = (answer: unknown): answer is Answer => typeof answer === 'object' && answer !== null && 'ok' in answer;
const isDone = (answer: unknown): boolean => isAnswer(answer) && answer.ok;
/** The sentence that a user was told instead; fails where there is none. */
function told(answer: unknown): string {
  if (!isAnswer(answer) || answer.ok) throw new Error(`told nothing but ${JSON.stringify(answer)}`);
  expect(answer.message.length).toBeGreaterThan(20);
  return answer.kind;
}

const before = morningAfter();
const ann = taskOf(before, 'ann@mail.example');
const annsTask = (workbook: Workbook): Record<string, unknown> => rowWith(workbook, 'CRM Tasks', 'Task ID', ann);
const was = { due: '2026-06-28', tries: 0 };
const finish = (outcome: string, note: string | null = null): Act => asking('finishTasks', { tasks: [{ id: ann, action: 'complete', outcome, note, until: null, was }] });
const snooze = (until: string): Act => asking('finishTasks', { tasks: [{ id: ann, action: 'snooze', outcome: null, note: null, until, was }] });
const task = (note: string | null): Act => asking('newTasks', { emails: ['cat@mail.example'], dueOn: null, note, assignedTo: null, refused: 'include' });
const notes = (words: string): Act => asking('saveNotes', { email: 'cat@mail.example', was: 'Likes =Syrah', notes: words });
const assign = (to: string): Act => asking('changeTask', { id: ann, was: { assignedTo: 'Manager', note: null }, set: { assignedTo: to } });

interface Clash {
  readonly name: string;
  readonly first: Act;
  readonly second: Act;
  /** What stands in the sheets: one of these, by who came first. */
  readonly stands: (workbook: Workbook) => unknown;
  readonly firstWins: unknown;
  readonly secondWins: unknown;
  /** Both may have their way, where they do not want the same. */
  readonly both?: unknown;
}

const clashes: readonly Clash[] = [
  { name: 'finish the same task', first: finish('Reached', 'By phone'), second: finish('Not interested', 'By mail'), stands: (book) => [annsTask(book)['Outcome'], annsTask(book)['Note']], firstWins: ['Reached', 'By phone'], secondWins: ['Not interested', 'By mail'] },
  { name: 'find that nobody answers', first: finish('No answer'), second: finish('No answer'), stands: (book) => [annsTask(book)['Status'], annsTask(book)['Tries']], firstWins: ['Pending', 1], secondWins: ['Pending', 1] },
  { name: 'snooze the same task', first: snooze('2026-07-05'), second: snooze('2026-07-12'), stands: (book) => annsTask(book)['Due Date'], firstWins: '2026-07-05', secondWins: '2026-07-12' },
  { name: 'take the same task on', first: assign('Ben'), second: assign('Noa'), stands: (book) => annsTask(book)['Assigned To'], firstWins: 'Ben', secondWins: 'Noa' },
  { name: 'write notes on the same person', first: notes('Likes Syrah best'), second: notes('Moved away'), stands: (book) => rowWith(book, 'Contacts', 'Email', 'cat@mail.example')['Notes'], firstWins: 'Likes Syrah best', secondWins: 'Moved away' },
  { name: 'make the same task for a person', first: task('Ring her'), second: task('Ring her'), stands: (book) => rowsOf(book, 'CRM Tasks').filter((row) => row['Email'] === 'cat@mail.example').length, firstWins: 1, secondWins: 1 },
  { name: 'make a task of their own for a person', first: task('Ring her'), second: task('Write to her'), stands: (book) => rowsOf(book, 'CRM Tasks').filter((row) => row['Email'] === 'cat@mail.example').map((row) => row['Note']).sort(), firstWins: ['Ring her'], secondWins: ['Write to her'], both: ['Ring her', 'Write to her'] },
  { name: 'finish and undo', first: asking('undo', { again: false }), second: finish('Reached'), stands: (book) => annsTask(book)['Outcome'], firstWins: 'Auto: undone', secondWins: 'Reached', both: 'Reached' },
];

describe('Two users click at the same time', () => {
  test.each(clashes)('and $name: the first wins, the other is told in a sentence', { timeout: 900_000 }, ({ first, second, stands, firstWins, secondWins, both }) => {
    let tried = 0;
    const ways = new Set<string>();
    for (let call = 1, calls = 1; call <= calls; call += whole ? 1 : 2) {
      const workbook = snapshotOf(before);
      const ended = between(workbook, call, first, second);
      calls = ended.calls;
      tried += 1;
      const [one, other] = [isDone(ended.first), isDone(ended.second)];
      ways.add(`${one} ${other}`);
      const found = stands(workbook);
      if (one && other) expect({ call, found }).toEqual({ call, found: both ?? firstWins });
      else if (one) expect({ call, found, told: told(ended.second) }).toEqual({ call, found: expect.toSatisfy((it: unknown) => matches(it, firstWins)), told: expect.stringMatching(/busy|refused/) });
      else expect({ call, found, told: told(ended.first), other }).toEqual({ call, found: secondWins, told: 'refused', other: true });
      night(workbook, '2026-06-29T03:00');
      noneTwice(workbook);
    }
    console.log(`two users: ${tried} moments, ${[...ways].join(', ')}`);
    expect(ways.size).toBeGreaterThan(1);
  });
});
const matches = (found: unknown, wanted: unknown): boolean => JSON.stringify(found) === JSON.stringify(wanted) || (typeof wanted === 'string' && String(found).startsWith(wanted));

/** No task stands twice, nobody has two rows, no occasion was settled twice. */
function noneTwice(workbook: Workbook): void {
  const once = (values: readonly unknown[]): void => expect(values.filter((value, i) => values.indexOf(value) !== i)).toEqual([]);
  once([...rowsOf(workbook, 'CRM Tasks'), ...rowsOf(workbook, 'CRM Task Archive')].map((row) => row['Task ID']));
  once(rowsOf(workbook, 'Contacts').map((row) => row['Email']));
  once(rowsOf(workbook, 'CRM Ledger').map((row) => row['Key']));
}

/** Types into the row of a task as a person does, so that `onEdit` runs. */
function typeIn(host: Host, id: string, header: string, words: string): void {
  const sheet = sheetOf(host.workbook, 'CRM Tasks');
  const names = headerOf(sheet);
  const row = sheet.values.findIndex((cells) => cells[names.indexOf('Task ID')] === id);
  if (row > 0) new Person(host).type('CRM Tasks', row + 1, names.indexOf(header) + 1, words);
}

interface Meanwhile {
  readonly name: string;
  readonly first: (host: Host) => unknown;
  readonly second: (host: Host) => unknown;
  readonly check: (workbook: Workbook, ended: { readonly first: unknown; readonly second: unknown }) => void;
}

const members = membersFile('Subscribed', { email: 'fay@mail.example', birthday: '01-02' }, { email: 'zoe@mail.example', name: 'Zoe' });
const busyBook = busyShop();
const fays = taskOf(busyBook, 'fay@mail.example');
const finishFay = asking('finishTasks', { tasks: [{ id: fays, action: 'complete', outcome: 'Reached', note: null, until: null }] });
const fayIs = (workbook: Workbook): unknown[] => ['Status', 'Outcome'].map((header) => rowWith(workbook, 'CRM Tasks', 'Task ID', fays)[header]);
const mailsOf = new WeakMap<Workbook, string[]>();
const ticking = (host: Host): Answer => {
  tick(host);
  mailsOf.set(host.workbook, [...(mailsOf.get(host.workbook) ?? []), ...host.mails.map(({ subject }) => subject)]);
  return { ok: true, value: undefined as never };
};

/** Something long, and what another user does while it runs. */
const longOnes: readonly Meanwhile[] = [
  { name: 'a night, and a click that finishes a task', first: (host) => ask(host, 'nightly', {}), second: finishFay, check: (book, { second }) => expect(fayIs(book)).toEqual(isDone(second) ? ['Completed', 'Reached'] : ['Pending', null]) },
  { name: 'a night, and an outcome chosen in the sheet', first: (host) => ask(host, 'nightly', {}), second: (host) => typeIn(host, fays, 'Outcome', 'Reached'), check: (book) => expect(fayIs(book)).toEqual(['Completed', 'Reached']) },
  { name: 'a night, and a task made', first: (host) => ask(host, 'nightly', {}), second: task('Ring her'), check: (book, { second }) => expect(rowsOf(book, 'CRM Tasks').filter((row) => row['Note'] === 'Ring her')).toHaveLength(isDone(second) ? 1 : 0) },
  { name: 'a night, and notes', first: (host) => ask(host, 'nightly', {}), second: notes('Moved away'), check: (book, { second }) => expect(rowWith(book, 'Contacts', 'Email', 'cat@mail.example')['Notes']).toBe(isDone(second) ? 'Moved away' : 'Likes =Syrah') },
  { name: 'an import, and the list opened beside it', first: asking('importMailchimp', { dryRun: false, files: [members] }), second: asking('getQueue', {}), check: (_, { second }) => expect(isDone(second)).toBe(true) },
  { name: 'an import, and a click that finishes a task', first: asking('importMailchimp', { dryRun: false, files: [members] }), second: finishFay, check: (book, { second }) => expect([...fayIs(book), rowWith(book, 'Contacts', 'Email', 'zoe@mail.example')['Name']]).toEqual([...(isDone(second) ? ['Completed', 'Reached'] : ['Pending', null]), 'Zoe']) },
  { name: 'two ticks', first: ticking, second: ticking, check: (book) => expect(mailsOf.get(book)?.filter((subject) => subject.includes('to contact today'))).toHaveLength(1) },
];

describe('Something long runs while another user is at work', () => {
  test.each(longOnes)('$name: nothing is lost, nothing doubled', { timeout: 3_600_000 }, ({ name, first, second, check }) => {
    let tried = 0;
    for (let call = 1, calls = 1; call <= calls; call += whole ? 1 : 11) {
      const workbook = snapshotOf(busyBook);
      const ended = between(workbook, call, first, second, BUSY_NIGHT);
      calls = ended.calls;
      tried += 1;
      // What a click could not do it is told; the outcome in the sheet is settled by the next run at the latest.
      if (isAnswer(ended.second) && !ended.second.ok) told(ended.second);
      night(workbook, '2026-06-28T05:00');
      check(workbook, ended);
      noneTwice(workbook);
      expect(rowsOf(workbook, 'CRM Runs').map((row) => row['Error']).filter((error) => error !== null)).toEqual([]);
    }
    console.log(`${name}: ${tried} of the moments`);
    expect(tried).toBeGreaterThan(3);
  });

  test.each([
    ['Reached', ['Completed', 'Reached', 0]],
    ['No answer', ['Pending', null, 1]],
  ])('“%s” is chosen in the sheet, and a night runs between the calls of the edit', { timeout: 900_000 }, (outcome, stands) => {
    let tried = 0;
    for (let call = 1; ; call += whole ? 1 : 2) {
      const workbook = snapshotOf(busyBook);
      let nights = 0;
      const host = hostOn(workbook, BUSY_NIGHT, { faults: { between: (at, book) => void (at === call && (nights += 1) && night(book, BUSY_NIGHT)) } });
      typeIn(host, fays, 'Outcome', outcome);
      if (nights === 0) break;
      tried += 1;
      night(workbook, '2026-06-28T05:00');
      expect({ call, fay: [...fayIs(workbook), rowWith(workbook, 'CRM Tasks', 'Task ID', fays)['Tries']] }).toEqual({ call, fay: stands });
      noneTwice(workbook);
    }
    console.log(`an edit with a night between its calls: ${tried} moments`);
    expect(tried).toBeGreaterThan(2);
  });
});
