import * as messages from '../messages';
import { taskOf, todayTasks, type QueueState } from '../models/queue-state';
import { h } from './h';
import { language, say, speak } from './language';
import { load } from './sidebar/list';
import { personBar, taskBar } from './sidebar/bar';
import { cardPart } from './sidebar/card';
import { emptyPart, failedPart, loadingPart } from './sidebar/empty';
import { headPart } from './sidebar/head';
import { listenToKeys } from './sidebar/keys';
import { donePart, searchPart, upcomingPart } from './sidebar/lists';
import { noticesPart } from './sidebar/notices';
import { isSaving } from './sidebar/outbox';
import { region } from './sidebar/regions';
import { drawWith, show, type Screen } from './sidebar/screen';
import { followSelection } from './sidebar/selection';

const place = (id: string): HTMLElement => document.getElementById(id) as HTMLElement; // the page's own skeleton
const head = region(place('head'));
const notices = region(place('notices'));
const main = region(place('main'));
const bar = region(place('bar'));

/** Draws what changed of the screen; each part names what it shows. */
function draw(now: Screen): void {
  const { queue, person, panel } = now;
  document.title = say(messages.title);
  head.draw([queue, person, now.searchOpen, now.filterOpen, now.menuOpen, language()], () => (queue === null ? [] : headPart(queue)));
  notices.draw([now.notice, now.offer, now.selected, language()], noticesPart);
  if (now.phase !== 'ready' || queue === null) {
    main.draw([now.phase, now.failure, language()], () => [now.phase === 'failed' ? failedPart(now.failure) : loadingPart()]);
    return bar.draw([], () => []);
  }
  const alone = queue.search.trim() === '' ? person : null;
  if (alone !== null) {
    main.draw(['person', alone, now.channel, now.editing, now.orders], () => [back(), cardPart(alone.card, null, null)]);
    return bar.draw(['person', alone, panel, now.channel], () => personBar(alone));
  }
  const lists: Readonly<Record<'search' | 'upcoming' | 'done', (state: QueueState) => HTMLElement>> = { search: searchPart, upcoming: upcomingPart, done: donePart };
  const list = queue.search.trim() !== '' ? 'search' : queue.view === 'today' ? null : queue.view;
  if (list !== null) {
    main.draw([list, queue.tasks, queue.search, queue.filter, now.shown], () => [lists[list](queue)]);
    return bar.draw([], () => []);
  }
  const task = taskOf(queue, queue.currentId);
  if (task === null) {
    main.draw(['empty', queue.model, queue.filter, queue.tasks, now.tonight], () => [emptyPart(queue)]);
    return bar.draw([], () => []);
  }
  const card = queue.cards[task.id];
  const today = todayTasks(queue);
  const at = today.findIndex(({ id }) => id === task.id);
  if (card === undefined) main.draw(['waiting', task.id], () => [loadingPart()]);
  else {
    main.draw(['card', card, task, at, today.length, now.channel, now.editing, now.orders[card.person.email]], () => [at < 0 ? back() : null, cardPart(card, task, at < 0 ? null : { at: at + 1, of: today.length })]);
  }
  return bar.draw(['task', task, panel, now.channel, queue.model], () => taskBar(task));
}

/** From somebody looked up back to the day's list. */
const back = (): HTMLElement =>
  h('button', { class: 'link back', key: 'back', onclick: () => show({ person: null, panel: null }) }, say(messages.back));

// Nothing is lost silently when the sidebar closes on a change that is still on its way.
window.addEventListener('beforeunload', (event) => {
  if (isSaving()) event.preventDefault();
});

// The second click of a double one would land on whatever has come in its place: the next person's WhatsApp, or Undo.
document.addEventListener(
  'click',
  (event) => {
    if (event.detail < 2 || !(event.target instanceof Element) || event.target.closest(':is(button, a):not(.walking *)') === null) return;
    event.preventDefault();
    event.stopPropagation();
  },
  true,
);

speak(language());
drawWith(draw);
listenToKeys();
followSelection();
void load();
