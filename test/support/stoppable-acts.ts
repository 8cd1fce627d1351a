import { snapshotOf } from '../../local/acts';
import type { Host } from '../../local/host';
import type { Workbook } from '../../local/workbook/model';
import type { Requests } from '../../src/app/requests';
import { once } from '../../src/shared/collections';
import { shopOfAnn } from './ann';
import { BUSY_NIGHT, busyShop } from './busy-shop';
import { membersFile } from './mailchimp';
import { packExports } from '../../src/app/mailchimp/packed-exports';
import { answerOf, ask, hostOn, night, rewriteOrders, rowWith, rowsOf, shopWith, typeInto } from './shop';

/** Something that writes, and what makes good a stop in the middle of it. */
export interface StoppableAct {
  readonly name: string;
  readonly book: () => Workbook;
  readonly now: string;
  readonly act: (host: Host) => unknown;
  /** When it comes again, and heals. */
  readonly again: string;
  /** What comes again, where it is something else. */
  readonly next?: (host: Host) => unknown;
  /** A night after which the two are compared, since it is what settles the rest. */
  readonly settledBy?: string;
  /**
   * Set for a click: besides being clicked again it may be left, and the next hour and night then find each row done or as if it had never
   * been clicked; but for these columns, which a stop may leave alone as they were or as they shall be: a note is kept even where nothing came of it.
   */
  readonly left?: { readonly butFor: readonly string[] };
  /** Clicked again it is refused as soon as part of it is done; each row is whole all the same. */
  readonly refusedAgain?: boolean;
  readonly mails: 'at most one' | 'none';
  /** Every how many calls it is stopped, where the whole sweep is long. `SWEEP=whole npm test` stops at each. */
  readonly every: number;
}

const MORNING = '2026-06-28T10:00';
const SOON = '2026-06-28T10:10';
const NEXT_NIGHT = '2026-06-29T03:00';

export const tick = (host: Host): unknown => host.call('tick', [], 'trigger');

const copies = (make: () => Workbook): (() => Workbook) => {
  const made = once(make);
  return () => snapshotOf(made());
};

const busy = copies(busyShop);

const twoOrders = copies(() =>
  shopWith([
    { id: '1', date: '2026-01-01', email: 'ann@mail.example', phone: '+972501234567', name: '1-2' },
    { id: '2', date: '2026-01-02', email: 'ben@mail.example', status: 'processing' },
  ]),
);

/** The busy shop on the morning after: Ann and Fay have open tasks, Hal's is finished; Gil and Eve have none or a withdrawn one. */
export const morningAfter = copies(() => {
  const workbook = busy();
  night(workbook, BUSY_NIGHT);
  return workbook;
});

const withMailchimpTasks = copies(() => {
  const workbook = morningAfter();
  ask(hostOn(workbook, '2026-06-28T08:50'), 'importMailchimp', { dryRun: false, files: [membersFile('Subscribed', { email: 'fay@mail.example' }, { email: 'ida@mail.example' })] });
  for (const email of ['fay@mail.example', 'ida@mail.example']) typeInto(workbook, 'CRM Tasks', ['Email', email], 'Assigned To', 'Mailchimp');
  return workbook;
});

const withFewerOrders = copies(() => {
  const workbook = morningAfter();
  rewriteOrders(workbook, [
    { id: '1', date: '2025-09-01 10:00', email: 'ann@mail.example', name: 'Ann Lee', total: 300 },
    { id: '13', date: '2026-06-28', email: 'kim@mail.example', name: 'Kim', total: 31 },
  ]);
  return workbook;
});

/** The busy shop in autumn: all that was finished in June leaves for the archive. */
const inAutumn = copies(() => {
  const workbook = morningAfter();
  night(workbook, '2026-09-01T03:00');
  return workbook;
});

const withFinishedTask = copies(() => {
  const workbook = morningAfter();
  ask(hostOn(workbook, '2026-06-28T09:00'), 'finishTasks', { tasks: [{ id: taskOf(workbook, 'ann@mail.example'), action: 'complete', outcome: 'No answer', note: 'Rang twice', until: null }] });
  return workbook;
});

/** The id of the person's newest task. */
export function taskOf(workbook: Workbook, email: string): string {
  const tasks = rowsOf(workbook, 'CRM Tasks').filter((row) => row['Email'] === email);
  const found = tasks.find((row) => row['Status'] === 'Pending') ?? tasks[0];
  if (found === undefined) throw new Error(`${email} has no task`);
  return String(found['Task ID']);
}

/** A click in the sidebar or a dialog. What it says is what the screen showed before: the same when it is clicked again. */
function click<K extends keyof Requests>(
  name: string,
  request: K,
  args: (workbook: Workbook) => Parameters<Requests[K]['answer']>[1],
  known: Partial<Pick<StoppableAct, 'book' | 'left' | 'refusedAgain'>> = {},
): StoppableAct {
  const book = known.book ?? morningAfter;
  const said = once(() => args(book()));
  // The same click again may be told that it is done already.
  return { name, now: MORNING, act: (host) => answerOf(host, request, said()), again: SOON, settledBy: NEXT_NIGHT, left: { butFor: [] }, mails: 'none', every: 5, ...known, book };
}

const finishing = (workbook: Workbook, email: string): { readonly id: string; readonly was: { readonly due: string; readonly tries: number } } => {
  const task = rowWith(workbook, 'CRM Tasks', 'Task ID', taskOf(workbook, email));
  return { id: String(task['Task ID']), was: { due: String(task['Due Date']), tries: Number(task['Tries']) } };
};

const finish = (name: string, doing: Omit<Parameters<Requests['finishTasks']['answer']>[1]['tasks'][number], 'id'>, email = 'ann@mail.example', known: Partial<Pick<StoppableAct, 'left'>> = {}): StoppableAct =>
  click(`a task ${name}`, 'finishTasks', (workbook) => ({ tasks: [{ ...finishing(workbook, email), ...doing }] }), known);

const exported = [
  membersFile('Subscribed', { email: 'zoe@mail.example', name: '=Zoe', phone: '+972501234567', birthday: '02-29', notes: 'TRUE', tags: ['wine'] }, { email: 'ann@mail.example', name: 'Annie' }, { email: 'fay@mail.example', birthday: '01-02', language: 'HE' }),
  membersFile('Unsubscribed', { email: 'gil@mail.example' }),
];
const staged = { id: 'import-one', portions: 2 };

/** The import as the dialog sends it: in portions, and then the word to take them in. */
function stagedImport(host: Host): void {
  const text = packExports(exported);
  [text.slice(0, 100), text.slice(100)].forEach((portion, i) => ask(host, 'stageImport', { id: staged.id, portion: i, text: portion }));
  ask(host, 'importMailchimp', { staged, dryRun: false });
}

const job = (name: string, act: (host: Host) => unknown, known: Partial<StoppableAct> & Pick<StoppableAct, 'every'>): StoppableAct => ({ name, book: busy, now: MORNING, act, again: SOON, mails: 'none', ...known });

/** Every request that writes, with what is stopped in it. One that is missing here fails the sweep. */
export const stoppableActs: Readonly<Partial<Record<keyof Requests, readonly StoppableAct[]>>> = {
  nightly: [
    job('a busy night, finished by the next tick', (host) => ask(host, 'nightly', {}), { now: BUSY_NIGHT, again: '2026-06-28T04:00', next: tick, mails: 'at most one', every: 1 }),
    job('a night that archives, finished by the next tick', (host) => ask(host, 'nightly', {}), { book: inAutumn, now: '2026-10-06T03:00', again: '2026-10-06T04:00', next: tick, mails: 'at most one', every: 5 }),
    job('the first night in a new book, set-up included', (host) => ask(host, 'nightly', {}), { book: twoOrders, now: '2026-01-11T03:00', again: '2026-01-11T04:00', next: tick, mails: 'at most one', every: 29 }),
  ],
  tick: [job('a tick, finished by the next one', tick, { now: BUSY_NIGHT, again: '2026-06-28T04:00', mails: 'at most one', every: 13 })],
  setUp: [job('a set-up, run again', (host) => ask(host, 'setUp', { takeOver: false }), { book: twoOrders, now: '2026-01-11T10:00', again: '2026-01-11T10:10', every: 29 })],
  sync: [job('a sync, run again', (host) => answerOf(host, 'sync', {}), { every: 3 })],
  acceptOrders: [job('the smaller order sheet accepted, run again', (host) => answerOf(host, 'acceptOrders', {}), { book: withFewerOrders, every: 3 })],
  importMailchimp: [
    job('an import, run again', (host) => ask(host, 'importMailchimp', { dryRun: false, files: exported }), { book: morningAfter, every: 3 }),
    job('an import in portions, finished by the next tick', stagedImport, { book: morningAfter, again: SOON, settledBy: NEXT_NIGHT, left: { butFor: [] }, every: 5 }),
  ],
  stageImport: [job('the portions of an import, sent again', stagedImport, { book: morningAfter, every: 3 })],
  makeReport: [job('a report, made again', (host) => ask(host, 'makeReport', {}), { book: morningAfter, every: 5 })],
  undo: [
    job('an undo for good, run again', (host) => answerOf(host, 'undo', { again: false }), { book: morningAfter, settledBy: NEXT_NIGHT, every: 2 }),
    job('an undo for now, run again', (host) => answerOf(host, 'undo', { again: true }), { book: morningAfter, settledBy: NEXT_NIGHT, every: 2 }),
  ],
  makeTasks: [click('a batch for a segment', 'makeTasks', () => ({ segment: 'Bought in the last 30 days', due: '2026-07-01', note: '=Taste it', assignedTo: null }))],
  finishTasks: [
    finish('completed', { action: 'complete', outcome: 'Reached', note: 'Back in May', until: null }, 'ann@mail.example', { left: { butFor: ['Note'] } }),
    finish('nobody answered', { action: 'complete', outcome: 'No answer', note: 'Rang', until: null }, 'ann@mail.example', { left: { butFor: ['Tries', 'Note'] } }),
    finish('skipped', { action: 'skip', outcome: null, note: 'On holiday', until: null }, 'ann@mail.example', { left: { butFor: ['Note'] } }),
    finish('snoozed', { action: 'snooze', outcome: null, note: null, until: '2026-07-05' }),
    finish('reopened', { action: 'reopen', outcome: null, note: null, until: null }, 'hal@mail.example'),
    click('several tasks completed', 'finishTasks', (workbook) => ({ tasks: ['ann@mail.example', 'fay@mail.example', 'ida@mail.example'].map((email) => ({ ...finishing(workbook, email), action: 'complete', outcome: 'Message sent', note: null, until: null })) }), { refusedAgain: true }),
  ],
  changeTask: [click('a task given to somebody else, with a note', 'changeTask', (workbook) => ({ id: taskOf(workbook, 'ann@mail.example'), was: { assignedTo: 'Manager', note: null }, set: { assignedTo: 'Other', note: '=Ask about Syrah' } }), { left: { butFor: ['Note'] } })],
  restoreTask: [
    click(
      'a finished task taken back',
      'restoreTask',
      (workbook) => ({
        id: taskOf(workbook, 'ann@mail.example'),
        after: { status: 'Pending', outcome: null, due: String(rowWith(workbook, 'CRM Tasks', 'Task ID', taskOf(workbook, 'ann@mail.example'))['Due Date']) },
        before: { status: 'Pending', outcome: null, completedOn: null, due: '2026-06-28', tries: 0, lastContactedOn: '2026-03-09', note: null },
      }),
      { book: withFinishedTask, left: { butFor: ['Tries', 'Note'] } },
    ),
  ],
  saveNotes: [click('notes', 'saveNotes', () => ({ email: 'cat@mail.example', was: 'Likes =Syrah', notes: '+972 is her office' }))],
  setDoNotContact: [click('Do Not Contact', 'setDoNotContact', () => ({ email: 'ann@mail.example', value: true }))],
  newTasks: [click('new tasks', 'newTasks', () => ({ emails: ['cat@mail.example', 'ben@mail.example'], dueOn: '2026-06-30', note: 'Invite them', assignedTo: null, refused: 'include' }))],
  contacted: [click('a contact made without a task', 'contacted', () => ({ email: 'eve@mail.example', outcome: 'Reached', note: 'Met her' }))],
  saveSegment: [
    click('a new segment', 'saveSegment', () => ({ name: 'Big spenders', query: 'total spend > 500', replace: true })),
    click('a segment’s other query', 'saveSegment', () => ({ name: 'Hebrew readers', query: 'language in (HE, RU)', replace: true })),
  ],
  chooseRules: [click('rules switched on and off', 'chooseRules', () => ({ rules: [{ key: 'follow-up', enabled: false }, { key: 'high-value', enabled: true }] }))],
  chooseWord: [click('the shop’s signature', 'chooseWord', () => ({ setting: 'Signature', value: '=Dana' }))],
  exportMailchimp: [click('Mailchimp tasks confirmed as sent', 'exportMailchimp', () => ({ confirm: true }), { book: withMailchimpTasks })],
  // Whoever erases is told to do it again: half of a person is nothing that a night may finish unasked.
  erasePerson: [
    job('an erasure, asked again', (host) => ask(host, 'erasePerson', { email: 'ann@mail.example' }), { book: shopOfAnn, now: '2026-06-03T10:00', again: '2026-06-03T10:10', settledBy: '2026-06-04T03:00', every: 5 }),
    job('an erasure, asked again by another address of theirs', (host) => ask(host, 'erasePerson', { email: 'ann.lee@work.example' }), { book: shopOfAnn, now: '2026-06-03T10:00', again: '2026-06-03T10:10', every: 5 }),
  ],
};
