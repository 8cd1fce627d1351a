import type { Text } from '../../../shared/text';
import { daysBetween } from '../../../shared/day';
import type { FoundPerson } from '../../../app/screen/get-cards';
import type { QueueTask } from '../../../tasks/queue';
import * as messages from '../../messages';
import { sheetWord } from '../../messages';
import { doneTasks, isFiltered, searched, upcomingTasks, type QueueState } from '../../models/queue-state';
import { ask, wordsOf } from '../ask';
import { fill, h, ltr, theirs } from '../h';
import { say } from '../language';
import { openTask } from './list';
import { openPerson } from './person-actions';
import { reopen } from './task-actions';
import { whoIs } from './tell';
import { formats, FIRST_ROWS, now, show } from './screen';

/** A list of tasks; as many rows as are looked at, the others on demand. */
function list(tasks: readonly QueueTask[], today: string): HTMLElement {
  const { shown } = now();
  const rest = tasks.length - shown;
  return h(
    'div',
    {},
    h('ul', { class: 'list' }, tasks.slice(0, shown).map((task) => row(task, today))),
    rest > 0 && h('button', { class: 'wide', key: 'show-more', onclick: () => show({ shown: shown + FIRST_ROWS }) }, messages.showMore(Math.min(rest, FIRST_ROWS))),
  );
}

function row(task: QueueTask, today: string): HTMLElement {
  const finished = task.status !== 'Pending';
  const late = finished ? 0 : daysBetween(task.due, today);
  return h(
    'li',
    {},
    h(
      'button',
      { class: 'row-button', key: `task-${task.id}`, onclick: () => openTask(task.id) },
      h('span', { class: 'row-name' }, theirs(whoIs(task))),
      h(
        'span',
        { class: 'muted small row-line' },
        sheetWord(task.type),
        ' · ',
        finished ? theirs(sheetWord(task.outcome ?? task.status)) : late > 0 ? h('span', { class: 'late' }, messages.lateDays(late)) : `${formats().day(task.due)} (${formats().relative(task.due)})`,
      ),
    ),
    finished &&
      h('button', { class: 'link', key: `reopen-${task.id}`, 'aria-label': `${say(messages.reopen)}: ${whoIs(task)}`, onclick: () => reopen(task.id) }, messages.reopen),
  );
}

const listOr = (state: QueueState, tasks: readonly QueueTask[], none: Text): HTMLElement =>
  tasks.length > 0 ? list(tasks, state.model.today) : h('p', { class: 'muted empty-line' }, isFiltered(state) ? messages.filterHides : none);

export const upcomingPart = (state: QueueState): HTMLElement => listOr(state, upcomingTasks(state), messages.nothingUpcoming);
export const donePart = (state: QueueState): HTMLElement => listOr(state, doneTasks(state), messages.nothingDone);

/** What the search finds among the tasks, and the way to everybody else. */
export function searchPart(state: QueueState): HTMLElement {
  const tasks = searched(state);
  const found = h('div', {});
  return h(
    'div',
    { class: 'stack' },
    h('p', { class: 'muted small', role: 'status' }, messages.found(tasks.length)),
    tasks.length === 0 ? null : list(tasks, state.model.today),
    h('button', { class: 'wide', key: 'search-all', onclick: () => void findIn(found, state.search, ({ email }) => void openPerson(email)) }, messages.searchAll),
    found,
  );
}

/** Asks for contacts by name, address or telephone and lists them to choose from. */
export async function findIn(place: HTMLElement, words: string, choose: (person: FoundPerson) => void): Promise<void> {
  if (words.trim() === '') return;
  fill(place, h('p', { class: 'muted small', role: 'status' }, messages.searching));
  try {
    const people = await ask('findPeople', { words });
    fill(
      place,
      people.length === 0
        ? h('p', { class: 'muted small', role: 'status' }, messages.noPerson)
        : h(
            'ul',
            { class: 'list' },
            people.map((person) =>
              h(
                'li',
                {},
                h(
                  'button',
                  { class: 'row-button', onclick: () => choose(person) },
                  h('span', { class: 'row-name' }, theirs(whoIs(person))),
                  h('span', { class: 'muted small row-line' }, ltr(person.email), person.status === null ? null : ` · ${say(sheetWord(person.status))}`),
                ),
              ),
            ),
          ),
    );
  } catch (error) {
    fill(place, h('p', { class: 'notice bad small', role: 'alert' }, wordsOf(error)));
  }
}
