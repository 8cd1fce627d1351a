import { describe, expect, test } from 'vitest';
import { cardsToFetch, doneTasks, moved, noFilter, opened, progress, searched, snoozeDays, todayTasks, upcomingTasks, withCards, withFilter } from '../../../src/ui/models/queue-state';
import { cardOf, queueModel, queueTask, TODAY } from '../../support/queue';

const ids = (tasks: readonly { readonly id: string }[]): string[] => tasks.map(({ id }) => id);

const morning = () =>
  opened(
    queueModel([
      queueTask('overdue', { due: '2026-06-27' }),
      queueTask('today', { language: 'HE' }),
      queueTask('later', { due: '2026-07-05', type: 'Follow-up' }),
      queueTask('sooner', { due: '2026-07-02' }),
      queueTask('sent', { assignedTo: 'Mailchimp' }),
      queueTask('done', { status: 'Completed', completedOn: TODAY, outcome: 'Reached' }),
    ]),
  );

describe('Lists', () => {
  test('today holds what is overdue and due, later what is not, done what a person finished; Mailchimp’s are nobody’s', () => {
    expect([ids(todayTasks(morning())), ids(upcomingTasks(morning())), ids(doneTasks(morning()))]).toEqual([['overdue', 'today'], ['sooner', 'later'], ['done']]);
  });

  test('progress counts the day, whatever the filter', () => {
    expect(progress(withFilter(morning(), { ...noFilter, language: 'HE' }))).toEqual({ done: 1, of: 3, overdue: 1 });
  });

  test('a search goes through all of them, in any order of words', () => {
    const state = opened(queueModel([queueTask('a', { name: 'Dana Levi' }), queueTask('b', { note: 'call Dana' }), queueTask('c', { name: 'Lev' })]));
    expect(ids(searched({ ...state, search: ' levi DANA ' }))).toEqual(['a']);
    expect(ids(searched({ ...state, search: 'dana' }))).toEqual(['a', 'b']);
  });
});

describe('The current card', () => {
  test('is the first one when the list opens', () => {
    expect(morning().currentId).toBe('overdue');
  });

  test.each([
    [1, 'today'],
    [-1, 'today'],
  ] as const)('moves by %s, round the end', (step, id) => {
    expect(moved(morning(), step).currentId).toBe(id);
  });

  test('stays across a refresh, and gives way to the next one where it is gone', () => {
    const before = moved(morning(), 1);
    expect(opened(before.model, before).currentId).toBe('today');
    const without = queueModel(before.model.tasks.filter(({ id }) => id !== 'today'));
    expect(opened(without, before).currentId).toBe('overdue');
  });

  test('stays on a task of another list that is only looked at', () => {
    const before = { ...morning(), currentId: 'later' };
    expect(opened(before.model, before).currentId).toBe('later');
  });

  test('is one that the filter shows; none where it hides all', () => {
    expect(withFilter(morning(), { ...noFilter, language: 'HE' }).currentId).toBe('today');
    expect(withFilter(morning(), { ...noFilter, assignee: 'Other' }).currentId).toBeNull();
  });
});

describe('Cards are fetched before they are needed', () => {
  const many = Array.from({ length: 60 }, (_, i) => queueTask(`t${i}`));
  const state = opened(queueModel(many, { cards: many.slice(0, 25).map((task) => cardOf(task)) }));

  test('none while the next ones are here', () => {
    expect(cardsToFetch(state)).toEqual([]);
  });

  test('twenty at once when the edge is near', () => {
    expect(cardsToFetch({ ...state, currentId: 't22' })).toEqual(ids(many.slice(25, 42)));
  });

  test('nothing twice', () => {
    const later = withCards({ ...state, currentId: 't22' }, many.slice(25, 42).map((task) => cardOf(task)));
    expect(cardsToFetch(later)).toEqual([]);
  });
});

test('the next working day is offered only where it is not tomorrow', () => {
  expect(snoozeDays(morning()).map(({ kind }) => kind)).toEqual(['tomorrow', 'week']);
  const thursday = opened(queueModel([], { snooze: { tomorrow: '2026-07-03', nextWorkingDay: '2026-07-05', week: '2026-07-09' } }));
  expect(snoozeDays(thursday).map(({ kind }) => kind)).toEqual(['tomorrow', 'nextWorkingDay', 'week']);
});
