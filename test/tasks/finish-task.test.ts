import { describe, expect, test } from 'vitest';
import { finishTask, type Finishing } from '../../src/tasks/finish-task';
import type { TaskSheetRow } from '../../src/tasks/tasks.table';
import { aTask, finishingOn } from '../support/tasks';

const wednesday = '2026-07-01';
const finish = (task: TaskSheetRow, changes: Partial<Finishing>) => {
  const finished = finishTask(task, { action: 'complete', outcome: null, note: null, until: null, ...changes }, finishingOn(wednesday));
  return 'entry' in finished ? finished : finished.en;
};

describe('an outcome completes the task and says what follows', () => {
  test.each([
    ['Reached', { lastContactedOn: wednesday, offers: null }],
    ['Message sent', { lastContactedOn: wednesday, offers: null }],
    ['Wants to order', { lastContactedOn: wednesday, offers: 'reminder', remindOn: '2026-07-08' }],
    ['Not interested', { lastContactedOn: wednesday, offers: 'do not contact' }],
    ['Wrong number', { lastContactedOn: null, offers: null }],
    ['her son will call back', { lastContactedOn: wednesday, offers: null }],
    [null, { lastContactedOn: wednesday, offers: null }],
  ])('%s', (outcome, follows) => {
    expect(finish(aTask(), { outcome })).toMatchObject({ entry: { status: 'Completed', outcome, completedOn: wednesday }, ...follows });
  });
});

test.each([
  [1, '2026-07-02'],
  [2, '2026-07-05'],
  [7, '2026-07-08'],
  [30, '2026-08-02'],
])('a reminder so many days later (%s), on a working day', (days, remindOn) => {
  const rules = { ...finishingOn(wednesday), outcomes: [{ name: 'Wants to order', countsAsContact: true, then: 'remind' as const, days }] };
  expect(finishTask(aTask(), { action: 'complete', outcome: 'Wants to order', note: null, until: null }, rules)).toMatchObject({ remindOn });
});

describe('No answer', () => {
  test('moves the task by two task-making days, counts the try and clears the cell; it is no contact', () => {
    expect(finish(aTask(), { outcome: 'No answer' })).toMatchObject({
      entry: { status: 'Pending', outcome: null, dueOn: '2026-07-05' },
      tries: 1,
      lastContactedOn: null,
    });
  });

  test('completes the task at the third try', () => {
    expect(finish(aTask({ tries: 2 }), { outcome: 'no answer' })).toMatchObject({ entry: { status: 'Completed', outcome: 'no answer' }, tries: 3, lastContactedOn: null });
  });
});

test('a skip keeps its reason and is no contact', () => {
  expect(finish(aTask(), { action: 'skip', outcome: 'on holiday' })).toMatchObject({ entry: { status: 'Skipped', outcome: 'on holiday', completedOn: wednesday }, lastContactedOn: null });
});

test('a snooze moves the due date and nothing else', () => {
  expect(finish(aTask(), { action: 'snooze', until: '2026-07-08' })).toMatchObject({ entry: { dueOn: '2026-07-08' } });
});

test('a note is added to what the manager wrote before', () => {
  expect(finish(aTask({ note: 'likes Syrah' }), { outcome: 'Reached', note: ' call in May ' })).toMatchObject({ entry: { note: 'likes Syrah\ncall in May' } });
});

test('reopening clears what finishing wrote', () => {
  const done = aTask({ status: 'Completed', outcome: 'Reached', completedOn: '2026-06-30' });
  expect(finish(done, { action: 'reopen' })).toMatchObject({ entry: { status: 'Pending', outcome: null, completedOn: null } });
});

describe('what cannot be done is said in a sentence', () => {
  test.each([
    ['finishing a finished task', aTask({ status: 'Completed', outcome: 'Reached', completedOn: '2026-06-30' }), { outcome: 'Reached' }, /already Completed since 2026-06-30 \(Reached\)/],
    ['reopening an open one', aTask(), { action: 'reopen' }, /still open/],
    ['a snooze without a day', aTask(), { action: 'snooze' }, /until when/],
    ['a snooze into the past', aTask(), { action: 'snooze', until: wednesday }, /not after today/],
  ] as const)('%s', (_what, task, finishing, sentence) => expect(finish(task, finishing)).toMatch(sentence));
});
