import { describe, expect, test } from 'vitest';
import { finishTask, type Finishing } from '../../src/tasks/finish-task';
import { lastContactedIn, takenBackIn } from '../../src/tasks/last-contacted';
import { settleEdits, wrongNumbersIn } from '../../src/tasks/settle-edits';
import type { TaskSheetRow } from '../../src/tasks/tasks.table';
import { contactOf } from '../support/planning';
import { aTask, finishingOn, shippedOutcomes } from '../support/tasks';

const wednesday = '2026-07-01';
const settle = (tasks: readonly TaskSheetRow[], keyless: readonly TaskSheetRow[] = []) =>
  settleEdits({ ...finishingOn(wednesday), tasks, keyless, contactOf: () => undefined, messageOf: (_task, { phone }) => ({ phone, whatsApp: null, messageLanguage: null }), run: 'night' });

/** The row once the next run has settled it. */
const settled = (row: TaskSheetRow): TaskSheetRow => {
  const { entries, patches } = settle([row]);
  return Object.assign({}, row, ...[...entries, ...patches].map(({ set }) => set)) as TaskSheetRow; // a row with its own cells changed
};

describe('what was typed into the sheet ends as the sidebar would have ended it', () => {
  test.each([
    ['an outcome chosen', { outcome: 'Reached' }, { status: 'Completed', completedOn: wednesday, outcome: 'Reached' }],
    ['No answer chosen', { outcome: 'No answer' }, { status: 'Pending', outcome: null, tries: 1, dueOn: '2026-07-05' }],
    ['Status set to Completed', { status: 'Completed' }, { status: 'Completed', completedOn: wednesday }],
    ['Status set to Skipped', { status: 'Skipped' }, { status: 'Skipped', completedOn: wednesday }],
    ['Status set back to Pending', { status: 'Pending', completedOn: '2026-06-29', outcome: 'Reached' }, { status: 'Pending', completedOn: null, outcome: null }],
    ['Status emptied', { status: null }, { status: 'Pending' }],
    ['Due Date emptied', { dueOn: null }, { dueOn: '2026-06-28' }],
  ] as const)('%s', (_what, typed, expected) => expect(settled(aTask(typed))).toMatchObject(expected));

  test('settled once, there is nothing left to settle', () => {
    for (const typed of [{ outcome: 'Reached' }, { outcome: 'No answer' }, { status: 'Completed' as const }, { status: null }]) {
      expect(settle([settled(aTask(typed))])).toEqual({ entries: [], patches: [], problems: [], reopened: [] });
    }
  });

  test('a row as the script left it is left alone', () => {
    expect(settle([aTask(), aTask({ status: 'Skipped', completedOn: '2026-06-30', outcome: 'Auto: ordered since' })])).toEqual({ entries: [], patches: [], problems: [], reopened: [] });
  });
});

describe('an action cut off between two of its cells is brought to its end by the next run', () => {
  const open = aTask();
  const done = aTask({ status: 'Completed', outcome: 'Reached', completedOn: '2026-06-30' });
  test.each([
    ['complete', open, { outcome: 'Reached' }],
    ['complete without an outcome', open, {}],
    ['reopen', done, { action: 'reopen' }],
    ['skip', open, { action: 'skip', outcome: null }],
  ] as const)('%s', (_what, task, changes) => {
    const finishing: Finishing = { action: 'complete', outcome: null, note: null, until: null, ...changes };
    const finished = finishTask(task, finishing, finishingOn(wednesday));
    if (!('entry' in finished)) throw new Error(finished.en);
    const whole = settled({ ...task, ...finished.entry });
    // A cell that stays as it is is no write.
    const cells = Object.entries(finished.entry).filter(([field, value]) => task[field as keyof TaskSheetRow] !== value);
    for (let written = 1; written < cells.length; written += 1) {
      const row = { ...task, ...Object.fromEntries(cells.slice(0, written)) };
      expect(settled(row), `after ${written} cells`).toEqual(whole);
    }
  });

  test('a withdrawal cut off is left to the night, which withdraws again', () => {
    expect(settle([aTask({ outcome: 'Auto: ordered since' })]).entries).toEqual([]);
    expect(settled(aTask({ outcome: 'Auto: ordered since', completedOn: wednesday }))).toMatchObject({ status: 'Pending', outcome: null });
  });
});

describe('a task typed by hand', () => {
  test('gets its id, its day and its kind, and keeps what was typed', () => {
    const typed = aTask({ id: '', at: 7, status: null, createdOn: null, dueOn: '2026-07-03', firstDueOn: null, type: null, rule: null, assignedTo: null, tries: null, note: 'corkage?' });
    const { patches, problems } = settle([], [typed]);
    expect(problems).toEqual([]);
    expect(patches).toMatchObject([{ at: 7, set: { type: 'Custom', createdOn: wednesday, dueOn: '2026-07-03', status: 'Pending', assignedTo: 'Manager' } }]);
    expect(patches[0]?.set.id).toMatch(/^T-[0-9a-z]{11}$/);
  });

  test.each([
    [{}, { status: 'Pending' }],
    [{ outcome: 'Reached' }, { status: 'Completed', completedOn: wednesday }],
    [{ outcome: 'tasted in the shop' }, { status: 'Completed', completedOn: wednesday }],
    [{ outcome: 'No answer' }, { status: 'Pending', outcome: null, tries: 1, dueOn: '2026-07-05' }],
    [{ status: 'Pending', outcome: 'Reached' }, { status: 'Completed', completedOn: wednesday }],
    [{ status: 'Pending', outcome: 'No answer', dueOn: null }, { outcome: null, tries: 1, dueOn: '2026-07-05' }],
    [{ status: 'Skipped' }, { status: 'Skipped', completedOn: wednesday }],
    [{ status: 'Completed', completedOn: '2026-06-20' }, { status: 'Completed', completedOn: '2026-06-20' }],
    [{ completedOn: '2026-06-20' }, { status: 'Completed', completedOn: '2026-06-20' }],
  ] as const)('with %j is %j', (typed, state) => {
    const { patches, entries } = settle([], [aTask({ id: '', rule: null, status: null, outcome: null, completedOn: null, ...typed })]);
    expect({ completedOn: undefined, ...patches[0]?.set, ...entries[0]?.set }).toMatchObject({ completedOn: undefined, ...state });
  });

  test('keeps the phone that was typed', () => {
    const contact = contactOf('dana@kerem.example', { phone: '0501112222' });
    const input = { ...finishingOn(wednesday), tasks: [], contactOf: () => contact, messageOf: () => ({ phone: contact.phone, whatsApp: null, messageLanguage: null }), run: 'night' };
    const phoneOf = (phone: string | null): unknown => settleEdits({ ...input, keyless: [aTask({ id: '', rule: null, phone })] }).patches[0]?.set.phone;
    expect([phoneOf('050-999'), phoneOf(null)]).toEqual(['050-999', '0501112222']);
  });

  test('two alike on one day get two ids', () => {
    const typed = aTask({ id: '', rule: null });
    const ids = settle([], [{ ...typed, at: 3 }, { ...typed, at: 4 }]).patches.map(({ set }) => set.id);
    expect(new Set(ids).size).toBe(2);
  });

  test('without an address it is listed with its cure, and not touched', () => {
    expect(settle([], [aTask({ id: '', email: 'Dana', at: 9 })])).toMatchObject({ patches: [], problems: [{ row: 9, value: 'Dana' }] });
  });
});

test('Last Contacted is the newest outcome that counts; the script’s own endings and no answers do not', () => {
  const days = lastContactedIn(
    [
      aTask({ status: 'Completed', completedOn: '2026-06-01', outcome: 'Reached' }),
      aTask({ status: 'Completed', completedOn: '2026-06-20', outcome: 'No answer' }),
      aTask({ status: 'Skipped', completedOn: '2026-06-25', outcome: 'Auto: ordered since' }),
      aTask({ status: 'Completed', completedOn: '2026-06-10', outcome: 'talked at the market', email: 'Dana@Kerem.example' }),
    ],
    shippedOutcomes,
  );
  expect([...days]).toEqual([['dana@kerem.example', '2026-06-10']]);
});

test('a contact is taken back by the rows that were opened again, where it counted', () => {
  const finished = { status: 'Pending', completedOn: '2026-06-20' } as const;
  const rows = [
    aTask({ ...finished, id: 'T-1', outcome: 'Reached' }),
    aTask({ ...finished, id: 'T-2', outcome: 'No answer', email: 'noa@kerem.example' }),
    aTask({ ...finished, id: 'T-3', status: 'Completed', outcome: 'Reached', email: 'avi@kerem.example' }),
    aTask({ id: 'T-4' }),
  ];
  const { reopened } = settle(rows);
  expect(reopened.map(({ id }) => id)).toEqual(['T-1', 'T-2']);
  expect([...takenBackIn(reopened, shippedOutcomes)]).toEqual([['dana@kerem.example', '2026-06-20']]);
});

test('a wrong number stays wrong until the phone changes', () => {
  const isWrong = wrongNumbersIn([aTask({ status: 'Completed', outcome: 'Wrong number', phone: '050-111 2222' })], shippedOutcomes);
  expect(isWrong({ email: 'dana@kerem.example', phone: '0501112222' })).toBe(true);
  expect(isWrong({ email: 'dana@kerem.example', phone: '0503334444' })).toBe(false);
  expect(isWrong({ email: 'noa@kerem.example', phone: '0501112222' })).toBe(false);
});
