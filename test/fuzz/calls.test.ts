import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import type { Workbook } from '../../local/workbook/model';
import { requests, type Requests } from '../../src/app/requests';
import type { ReadExport } from '../../src/contacts/mailchimp/member';
import { BUSY_NIGHT, busyShop } from '../support/busy-shop';
import { membersFile } from '../support/mailchimp';
import { ask, hostOn, night, rowsOf } from '../support/shop';
import { packExports } from '../../src/app/mailchimp/packed-exports';
import { expectSentence, forgetWrites, formulasIn, standingOf, writtenSheets } from '../support/fuzz/after-a-run';
import { anyText } from '../support/fuzz/any-cell';
import { fuzz, type Came } from '../support/fuzz/rounds';

const NOW = '2026-06-28T10:00';
const before = ((): Workbook => {
  const workbook = busyShop();
  night(workbook, BUSY_NIGHT);
  // A task for Mailchimp, so that its export has somebody.
  ask(hostOn(workbook, NOW), 'newTasks', { emails: ['ida@mail.example'], dueOn: '2026-06-28', note: null, assignedTo: 'Mailchimp', refused: 'include' });
  return workbook;
})();
const members = membersFile('Unsubscribed', { email: 'zoe@mail.example', name: 'Zoe', tags: ['VIP'], birthday: '02-29', language: 'HE', phone: '00123', notes: '=1+1' });
const open = rowsOf(before, 'CRM Tasks').find((task) => task['Status'] === 'Pending' && task['Rule'] !== null);
const done = rowsOf(before, 'CRM Tasks').find((task) => task['Status'] === 'Completed' && task['Completed Date'] !== null);
const [id, email, run] = [String(open?.['Task ID']), String(open?.['Email']), String(open?.['Run'])];
const [doneId, doneOutcome, doneDue] = [String(done?.['Task ID']), String(done?.['Outcome']), String(done?.['Due Date'])];

/** Calls that the screen could make just now, of every request: each is answered. */
const valid: { readonly [K in keyof Requests]: readonly Parameters<Requests[K]['answer']>[1][] } = {
  setUp: [{ takeOver: true }],
  sync: [{}],
  acceptOrders: [{}],
  installation: [{}],
  shopOverview: [{}],
  chooseRules: [{ rules: [{ key: 'win-back', enabled: false }] }],
  chooseWord: [{ setting: 'Shop name', value: 'Cellar' }],
  check: [{}],
  stageImport: [{ id: 'i-abc-123', portion: 0, text: '[]' }],
  importMailchimp: [
    { dryRun: true, files: [members] },
    { dryRun: false, files: [{ ...membersFile('Subscribed', { email: 'ann@mail.example' }), rejected: [{ line: 3, value: 'x', reason: { en: 'a', he: 'b' }, cure: { en: 'c', he: 'd' } }] }] },
    { dryRun: false, staged: { id: 'i-fuzzed-1', portions: 1 } },
  ],
  preview: [{}],
  nightly: [{}],
  tick: [{}],
  report: [{}, { from: '2026-06-01', to: '2026-06-28', assignee: 'Manager', type: 'Welcome' }],
  makeReport: [{}],
  listTasks: [{}],
  finishTasks: [{ tasks: [{ id, action: 'complete', outcome: 'Reached', note: 'ok', until: null }, { id: doneId, action: 'reopen', outcome: null, note: null, until: null }] }, { tasks: [{ id, action: 'snooze', outcome: null, note: null, until: '2026-07-05' }] }],
  getQueue: [{}],
  getCards: [{ ids: [id, doneId] }],
  getPerson: [{ email }],
  getHistory: [{ email }],
  findPeople: [{ words: 'ann' }],
  selectedPerson: [{}],
  selectedPeople: [{}],
  changeTask: [{ id, was: { assignedTo: String(open?.['Assigned To']), note: null }, set: { assignedTo: 'Dana', note: 'x' } }],
  restoreTask: [{ id: doneId, after: { status: 'Completed', outcome: doneOutcome, due: doneDue }, before: { status: 'Pending', outcome: null, completedOn: null, due: doneDue, tries: 0, lastContactedOn: null, note: null } }],
  saveNotes: [{ email, was: null, notes: 'Likes Syrah' }],
  setDoNotContact: [{ email, value: true }],
  newTasks: [{ emails: [email], dueOn: '2026-07-01', note: 'x', assignedTo: 'Manager', refused: 'leave out' }],
  contacted: [{ email, outcome: 'Reached', note: 'met' }],
  makeTasks: [{ segment: 'is customer', due: '2026-07-01', note: 'x', assignedTo: 'Dana' }],
  why: [{ email }],
  segment: [{ query: 'status = Lapsed and total spend > 1' }],
  listSegments: [{}],
  saveSegment: [{ name: 'Mine', query: 'language = HE', replace: true }],
  undoableRuns: [{}],
  undo: [{ again: true, run }],
  exportMailchimp: [{ confirm: false }, { confirm: true, ids: [id] }],
  exportPerson: [{ email }],
  erasePerson: [{ email }],
};
const validCalls = Object.entries(valid).flatMap(([name, calls]: [string, readonly unknown[]]) => calls.map((args) => ({ name, args })));

/** Words that mean something to some request, and words that should not get through. */
const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(id, doneId, email, run, 'T-nothing', 'nobody@mail.example', '2026-07-01', '2026-02-30', '9999-12-31', '1900-01-01', '', 'Reached', 'No answer', 'complete', 'skip', 'snooze', 'reopen', 'Pending', 'Completed', 'status = Lapsed', 'status = ', 'win-back', 'Currency', 'ask', 'include', 'leave out') },
  { weight: 3, arbitrary: anyText },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(6000), 'x'.repeat(50_001), 'y'.repeat(1_200_000)) },
);
const leaf = fc.oneof({ weight: 5, arbitrary: words }, { weight: 3, arbitrary: fc.constantFrom(null, true, false, 0, -1, 3, 0.5, 1e21, 1e308, -1e308) });
const FIELDS = ['id', 'ids', 'email', 'emails', 'tasks', 'action', 'outcome', 'note', 'until', 'was', 'set', 'assignedTo', 'after', 'before', 'status', 'due', 'dueOn', 'completedOn', 'tries', 'lastContactedOn', 'value', 'notes', 'refused', 'segment', 'query', 'again', 'confirm', 'takeOver', 'files', 'members', 'staged', 'dryRun', 'from', 'to', 'type', 'assignee', 'words', 'rules', 'key', 'name', '__proto__', 'constructor', 'toString', 'valueOf', 'length'];
const { any } = fc.letrec<{ any: unknown; object: unknown }>((tie) => ({
  any: fc.oneof({ maxDepth: 3, depthSize: 'small' }, leaf, fc.array(tie('any'), { maxLength: 3 }), tie('object')),
  object: fc.dictionary(fc.constantFrom(...FIELDS), tie('any'), { maxKeys: 8 }),
}));

/** Where a value may be put instead of another: every place in some arguments, the whole of them first. */
const placesIn = (value: unknown): (readonly string[])[] => [
  [],
  ...(typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => placesIn(inner).map((place) => [key, ...place])) : []),
];
function withPut(value: unknown, [key, ...rest]: readonly string[], put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(value)) return value.map((one: unknown, i) => (String(i) === key ? withPut(one, rest, put) : one));
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, name === key ? withPut(inner, rest, put) : inner])); // a place inside it was found, so it is an object
}
const withDoubled = (value: unknown, [key, ...rest]: readonly string[]): unknown => {
  if (Array.isArray(value) && key !== undefined) return rest.length === 0 ? [...(value as unknown[]), ...(value as unknown[])] : value.map((one: unknown, i) => (String(i) === key ? withDoubled(one, rest) : one));
  return key === undefined ? value : withPut(value, [key], withDoubled((value as Record<string, unknown>)[key], rest)); // the same
};

interface Call {
  readonly name: unknown;
  readonly args: unknown;
  /** What was sent beforehand for an import. */
  readonly sent?: string;
}
const SENT = packExports([members as ReadExport]); // what the page reads is what it sends
/** A call that the screen could make, with one value changed or a list's entries sent twice. */
const nearlyValid: fc.Arbitrary<Call> = fc.constantFrom(...validCalls).chain(({ name, args }) => {
  const place = fc.constantFrom(...placesIn(args));
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ place, put: fc.oneof(leaf, any) }).map(({ place: at, put }) => ({ name, args: withPut(args, at, put) })) },
    { weight: 1, arbitrary: place.map((at) => ({ name, args: withDoubled(args, at) })) },
    { weight: 1, arbitrary: fc.constantFrom(...validCalls).map((other) => ({ name, args: other.args })) },
  );
});
const anyJson: fc.Arbitrary<Call> = fc.record({ name: fc.oneof({ weight: 3, arbitrary: fc.constantFrom<unknown>(...Object.keys(requests)) }, { weight: 1, arbitrary: any }), args: any });

/** Asks and checks what must hold of any answer. */
function answered(workbook: Workbook, { name, args, sent = SENT }: Call): Came {
  // A refused job stands in the run log; nothing else may change.
  const was = standingOf(workbook, ['CRM Runs']);
  forgetWrites(workbook);
  const host = hostOn(workbook, NOW);
  host.selection = { sheet: 'Contacts', ranges: [{ row: 2, column: 1, rows: 2, columns: 1 }] };
  if (name === 'importMailchimp') ask(host, 'stageImport', { id: 'i-fuzzed-1', portion: 0, text: sent });
  const answer = host.call('ask', [name, args], 'sidebar') as { readonly ok?: unknown; readonly kind?: unknown; readonly message?: unknown } | null; // checked in the next lines
  const json = JSON.stringify(answer);
  expect(json.length).toBeLessThan(1_000_000);
  expect(Object.keys(Object.prototype)).toEqual([]);
  const standing = standingOf(workbook, ['CRM Runs']);
  expect(formulasIn(workbook)).toEqual([]);
  expect(standing['Orders']).toBe(was['Orders']);
  if (answer?.ok !== true) {
    expect([name, answer?.ok, answer?.kind, answer?.kind === 'refused' ? '' : answer?.message]).toEqual([name, false, 'refused', '']);
    expectSentence(answer?.message, [JSON.stringify(args), ...textsIn(args), ...textsIn(name), ...sent.split('"')]);
    expect(standing).toEqual(was);
    expect(writtenSheets(workbook).filter((sheet) => sheet !== 'CRM Runs')).toEqual([]);
    return 'refused';
  }
  // Whoever only looks, writes nothing.
  if (requests[name as keyof Requests].access === 'read') expect([name, writtenSheets(workbook)]).toEqual([name, []]);
  return 'accepted';
}

const textsIn = (value: unknown): string[] => (typeof value === 'string' ? [value.trim()] : typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, inner]) => [...textsIn(inner), key]) : []);

describe('Whatever a page sends', () => {
  test.each(validCalls)('$name is answered when it is asked as the screen asks', (call) => {
    expect(answered(snapshotOf(before), call)).toBe('accepted');
  });

  test('calls with one thing wrong: done, or refused in a sentence with every sheet as it was', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('nearly valid calls', 90, nearlyValid, (call) => answered(snapshotOf(before), call));
    expect(tally.accepted).toBeGreaterThan(tally.rounds / 20);
    expect(tally.refused).toBeGreaterThan(tally.rounds / 10);
  });

  // Each of these crashed once, or said what no manager understands.
  test.each<[string, Call]>([
    ['a name that is an object', { name: [{}], args: {} }],
    ['a name that cannot be made a text', { name: { toString: 5 }, args: {} }],
    ['a name longer than an answer may be', { name: 'y'.repeat(1_200_000), args: {} }],
    ['a task’s id longer than an answer may be', { name: 'changeTask', args: { ...valid.changeTask[0], id: 'y'.repeat(1_200_000) } }],
    ['a mistake in each of many rows', { name: 'importMailchimp', args: { dryRun: true, files: [{ ...members, members: Array.from({ length: 40_000 }, () => ({ email: 5 })) }] } }],
    ['portions that are no JSON', { name: 'importMailchimp', args: valid.importMailchimp[2], sent: 'not JSON' }],
    ['portions without a file', { name: 'importMailchimp', args: valid.importMailchimp[2], sent: '[]' }],
    ['portions that are no list', { name: 'importMailchimp', args: valid.importMailchimp[2], sent: '{"0":[]}' }],
    ['portions whose members are no list', { name: 'importMailchimp', args: valid.importMailchimp[2], sent: '[["x.csv","Cleaned",false,5,[],[]]]' }],
    ['portions of something else', { name: 'importMailchimp', args: valid.importMailchimp[2], sent: '[[1,2,3,[[4]]]]' }],
  ])('%s is refused in a sentence', (_, call) => {
    expect(answered(snapshotOf(before), call)).toBe('refused');
  });

  const sent = fc.oneof(
    fc.record({ at: fc.nat(SENT.length), cut: fc.nat(5), put: fc.constantFrom('', '"', '[', ']', ',', 'null', '5', '{}', '\\u', '\\') }).map(({ at, cut, put }) => SENT.slice(0, at) + put + SENT.slice(at + cut)),
    fc.json().map((json) => json.replace(/[^\x20-\x7e]/g, '?')),
  ).filter((text) => text !== '');

  test('portions of anything: an import, or a sentence', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('portions of an import', 25, sent, (text) => answered(snapshotOf(before), { name: 'importMailchimp', args: valid.importMailchimp[2], sent: text }));
    expect(tally.refused).toBeGreaterThan(tally.rounds / 10);
  });

  test('any JSON at all: the same', { timeout: 1_200_000 }, async () => {
    const tally = await fuzz('any calls', 50, anyJson, (call) => answered(snapshotOf(before), call));
    expect(tally.refused).toBeGreaterThan(tally.rounds / 10);
  });
});
