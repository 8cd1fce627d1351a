import { describe, expect, test } from 'vitest';
import { opened, taskOf, type QueueState } from '../../../src/ui/models/queue-state';
import { begun, edited, editedPerson, putBack, restoring, undone, written, type Doing } from '../../../src/ui/models/queue-writes';
import { cardOf, queueModel, queueTask, TODAY } from '../../support/queue';

const dana = queueTask('dana', { due: '2026-06-27' });
const noam = queueTask('noam', { tries: 2 });
const morning = (): QueueState => opened(queueModel([dana, noam]));

const complete = (outcome: string | null, note: string | null = null): Doing => ({ action: 'complete', outcome, note, until: null });
const skip: Doing = { action: 'skip', outcome: 'Not now', note: null, until: null };
const snooze: Doing = { action: 'snooze', outcome: null, note: null, until: '2026-07-07' };
const reopen: Doing = { action: 'reopen', outcome: null, note: null, until: null };

describe('Shown at once', () => {
  test.each<readonly [string, Doing, object]>([
    ['complete', complete('Reached'), { status: 'Completed', outcome: 'Reached', completedOn: TODAY }],
    ['complete in the manager’s own words', complete('met at the market', 'likes Syrah'), { status: 'Completed', outcome: 'met at the market', note: 'likes Syrah' }],
    ['no answer', complete('No answer'), { status: 'Pending', due: '2026-07-02', tries: 1, outcome: null }],
    ['skip', skip, { status: 'Skipped', outcome: 'Not now', completedOn: TODAY }],
    ['snooze', snooze, { status: 'Pending', due: '2026-07-07' }],
  ])('%s', (_, doing, after) => {
    const state = begun(morning(), 1, dana, doing);
    expect(taskOf(state, 'dana')).toMatchObject(after);
    expect(state.currentId).toBe('noam');
  });

  test('the third time without an answer completes', () => {
    expect(taskOf(begun(morning(), 1, noam, complete('No answer')), 'noam')).toMatchObject({ status: 'Completed', tries: 3 });
  });

  test('Last Contacted, where the outcome counts', () => {
    expect(begun(morning(), 1, dana, complete('Reached')).cards['dana']?.person.lastContactedOn).toBe(TODAY);
    expect(begun(morning(), 1, dana, complete('No answer')).cards['dana']?.person.lastContactedOn).toBeNull();
  });

  test('notes, on every card of the person', () => {
    const twice = opened(queueModel([dana, { ...noam, email: dana.email }]));
    const state = editedPerson(twice, 1, cardOf(dana).person, { notes: 'kosher' });
    expect(Object.values(state.cards).map(({ person }) => person.notes)).toEqual(['kosher', 'kosher']);
  });
});

describe('Put back where the write fails', () => {
  test('the task, the person and the card that is shown', () => {
    const before = morning();
    const after = putBack(begun(before, 1, dana, complete('Reached')), 1);
    expect([after.tasks, after.cards, after.currentId, after.pending]).toEqual([before.tasks, before.cards, 'dana', []]);
  });

  test('with what was done to the same task since, and nothing else', () => {
    const reassigned = edited(begun(morning(), 1, dana, snooze), 2, { ...dana, due: '2026-07-07' }, { assignedTo: 'Other' });
    const state = putBack(begun(reassigned, 3, noam, skip), 1);
    expect([taskOf(state, 'dana'), taskOf(state, 'noam')?.status, state.pending.map(({ key }) => key)]).toEqual([dana, 'Skipped', [3]]);
  });
});

describe('Written', () => {
  const finished = { id: 'dana', status: 'Pending', dueOn: '2026-07-05', outcome: null, completedOn: null, note: null, tries: 1, offers: null, remindOn: null } as const;

  test('what the server says stands', () => {
    expect(taskOf(written(begun(morning(), 1, dana, complete('No answer')), 1, finished), 'dana')).toMatchObject({ due: '2026-07-05', tries: 1 });
  });

  test('unless the task was touched again meanwhile', () => {
    const twice = begun(begun(morning(), 1, dana, complete('No answer')), 2, { ...dana, due: '2026-07-02', tries: 1 }, skip);
    expect(taskOf(written(twice, 1, finished), 'dana')).toMatchObject({ status: 'Skipped' });
  });
});

describe('Undo', () => {
  test('asks the server to go back only from what was seen', () => {
    const state = begun(morning(), 1, dana, complete('Reached'));
    expect(restoring(state, dana, cardOf(dana, { lastContactedOn: '2026-04-02' }).person)).toEqual({
      id: 'dana',
      after: { status: 'Completed', outcome: 'Reached', due: '2026-06-27' },
      before: { status: 'Pending', outcome: null, completedOn: null, due: '2026-06-27', tries: 0, lastContactedOn: '2026-04-02', note: null },
    });
  });

  test('shows the task again at once, and the done one where that fails', () => {
    const done = begun(morning(), 1, dana, complete('Reached'));
    const back = undone(done, 2, dana, cardOf(dana).person);
    expect([taskOf(back, 'dana'), back.currentId]).toEqual([dana, 'dana']);
    expect(taskOf(putBack(back, 2), 'dana')?.status).toBe('Completed');
  });

  test('reopen takes a finished task back to the list', () => {
    const done = queueTask('done', { status: 'Completed', completedOn: TODAY, outcome: 'Reached' });
    expect(taskOf(begun(opened(queueModel([done])), 1, done, reopen), 'done')).toMatchObject({ status: 'Pending', outcome: null, completedOn: null });
  });
});
