import type { Text } from '../../../shared/text';
import * as messages from '../../messages';
import { isFiltered, noFilter, progress, type QueueState } from '../../models/queue-state';
import { h, theirs } from '../h';
import { fetchTonight, filterBy, load, visit } from './list';
import { whoIs } from './tell';
import { formats, now } from './screen';

const setUp = (): HTMLElement =>
  h('button', { class: 'primary', key: 'set-up', onclick: () => visit('showSetUp') }, messages.openSetUp);

/** Nobody is left for today: whether that is good news, and what comes next. */
export function emptyPart(state: QueueState): HTMLElement {
  const { model } = state;
  if (!model.isSetUp) return emptyCard(false, messages.notSetUp, setUp());
  if (isFiltered(state)) return emptyCard(false, messages.filterHides, h('button', { key: 'clear-filter', onclick: () => filterBy(noFilter) }, messages.clear));
  const { done } = progress(state);
  const { nextRun } = model;
  return emptyCard(
    // Where nothing comes by itself all is not well, whatever is done.
    nextRun !== null,
    done > 0 ? messages.allDone : messages.nobody,
    h('p', {}, nextRun === null ? messages.noNextRun : messages.nextRun(`${formats().longDay(nextRun.day)}`, `${String(nextRun.hour).padStart(2, '0')}:00`)),
    nextRun === null ? setUp() : null,
    tonight(),
  );
}

const emptyCard = (good: boolean, words: Text, ...inside: readonly (HTMLElement | null)[]): HTMLElement =>
  h('section', { class: 'empty card stack' }, good && h('p', { class: 'tick', 'aria-hidden': 'true' }, '✓'), h('h2', { 'data-focus': true, tabindex: -1 }, words), ...inside);

function tonight(): HTMLElement {
  const { tonight: bring } = now();
  if (bring === null) return h('button', { key: 'tonight', onclick: () => void fetchTonight() }, messages.whatWouldItBring);
  if (bring.kind === 'loading') return h('p', { class: 'muted', role: 'status' }, messages.counting);
  if (bring.kind === 'failed') {
    return h('div', { class: 'notice bad', role: 'alert' }, h('p', {}, bring.words), h('button', { class: 'link', onclick: () => void fetchTonight() }, messages.tryAgain));
  }
  const { tasks } = bring.value;
  return h(
    'div',
    { role: 'status' },
    h('p', {}, messages.wouldBring(tasks.length)),
    h('ul', { class: 'names' }, tasks.slice(0, 8).map((task) => h('li', {}, theirs(whoIs(task))))),
  );
}

/** The list is on its way: the shape of a card, so that nothing jumps. */
export const loadingPart = (): HTMLElement => h('section', { class: 'card waiting', role: 'status' }, h('div', { class: 'spinner' }), h('p', { class: 'muted' }, messages.loading));

/** The list did not come; never to be taken for an empty one. */
export const failedPart = (why: string): HTMLElement =>
  h(
    'section',
    { class: 'notice bad stack', role: 'alert' },
    h('h2', { tabindex: -1, 'data-focus': true }, messages.loadFailed),
    h('p', {}, why),
    h('div', { class: 'row' }, h('button', { class: 'primary', key: 'reload', onclick: () => void load() }, messages.tryAgain)),
  );
