import type { Text } from '../../../shared/text';
import { daysBetween } from '../../../shared/day';
import type { Card, PersonFacts, QueueTask } from '../../../tasks/queue';
import * as messages from '../../messages';
import { sheetWord } from '../../messages';
import { h, ltr, theirs, theirsIn } from '../h';
import { languageName } from '../i18n/format';
import { say } from '../language';
import { step, visit } from './list';
import { fetchOrders, saveNotes } from './person-actions';
import { changeTask } from './task-actions';
import { whoIs } from './tell';
import { icons } from './icons';
import { messagePart } from './message';
import { formats, now, show } from './screen';

type Part = HTMLElement | null | false;

/** From here on cents would break the figure in two lines, and tell nobody anything. */
const TEN_THOUSAND = 10_000;

/** One person: who, why, how to reach them, what is known. `task` is null for somebody looked up. */
export function cardPart(card: Card, task: QueueTask | null, place: { readonly at: number; readonly of: number } | null): HTMLElement {
  const { person } = card;
  return h(
    'article',
    { class: 'card person', 'aria-labelledby': 'who' },
    h(
      'header',
      {},
      place !== null && place.of > 1 && walking(place),
      h('h2', { id: 'who', tabindex: -1, 'data-focus': true, title: whoIs(person) }, theirs(whoIs(person))),
      badges(person, task),
    ),
    warnings(person),
    (card.reason ?? card.trigger) !== null && h('p', { class: 'why' }, h('span', { class: 'hidden-words' }, `${say(messages.why)}: `), theirs(card.reason ?? card.trigger ?? '')),
    task !== null && task.note !== null && taskNote(task),
    messagePart(card),
    figures(card),
    notes(person),
    task !== null && task.note === null && taskNote(task),
    task !== null && assignee(task),
    history(card),
    person.known && h('button', { class: 'link', key: 'personal-data', onclick: () => visit('showPerson', person.email) }, messages.personalData),
  );
}

const walking = ({ at, of }: { readonly at: number; readonly of: number }): HTMLElement =>
  h(
    'div',
    { class: 'walking' },
    h('button', { class: 'quiet', 'aria-label': messages.previous, key: 'previous', onclick: () => step(-1) }, icons.previous()),
    h('span', { class: 'muted small' }, messages.position(at, of)),
    h('button', { class: 'quiet', 'aria-label': messages.next, key: 'next', onclick: () => step(1) }, icons.next()),
  );

const badge = (words: string | Text, tone = ''): HTMLElement => h('span', { class: `badge ${tone}`, dir: 'auto', title: words }, words);

function badges(person: PersonFacts, task: QueueTask | null): HTMLElement {
  const today = now().queue?.model.today ?? '';
  const late = task === null || task.status !== 'Pending' ? 0 : daysBetween(task.due, today);
  return h(
    'p',
    { class: 'badges' },
    task !== null && badge(sheetWord(task.type), 'accent'),
    person.status !== null && badge(sheetWord(person.status)),
    person.language !== null && badge(languageName(person.language)),
    late > 0 && badge(messages.lateDays(late), 'warn'),
    late < 0 && task !== null && badge(messages.due(formats().day(task.due))),
    task !== null && task.tries > 0 && badge(messages.tries(task.tries)),
    task !== null && task.status !== 'Pending' && badge(sheetWord(task.outcome ?? task.status), 'good'),
  );
}

function warnings(person: PersonFacts): Part[] {
  const notice = (words: Text, tone: string): HTMLElement => h('p', { class: `notice small ${tone}` }, words);
  return [
    !person.known && notice(messages.notInContacts, 'warn'),
    person.refusal === 'do not contact' && notice(messages.doNotContact, 'bad'),
    person.refusal === 'unsubscribed' && notice(messages.unsubscribed, 'warn'),
    person.cleaned && notice(messages.cleaned, 'warn'),
    person.wrongNumber && notice(messages.wrongNumber, 'warn'),
  ];
}

function figures({ person, items }: Card): HTMLElement {
  const { day, relative, money, count } = formats();
  const currency = now().queue?.model.currency ?? null;
  const fact = (name: Text, ...value: readonly (Node | string | Text)[]): HTMLElement => h('div', {}, h('dt', {}, name), h('dd', {}, ...value));
  return h(
    'section',
    { class: 'figures' },
    h(
      'dl',
      { class: 'tiles' },
      fact(messages.orders, person.orders === null ? '–' : count(person.orders)),
      fact(messages.spend, person.spend === null ? '–' : ltr(money(person.spend < TEN_THOUSAND ? person.spend : Math.round(person.spend), currency))),
      fact(messages.lastOrder, person.lastOrderOn === null ? '–' : day(person.lastOrderOn)),
    ),
    h(
      'dl',
      {},
      items.length > 0 && fact(messages.items, h('span', {}, theirsIn(items))),
      person.usualGap !== null && person.usualGap > 0 && fact(messages.usually, messages.days(Math.round(person.usualGap))),
      fact(messages.lastContact, person.lastContactedOn === null ? messages.never : `${day(person.lastContactedOn)} (${relative(person.lastContactedOn)})`),
      person.phone !== null && fact(messages.phone, ltr(person.phone)),
      person.email !== '' && fact(messages.email, ltr(person.email)),
    ),
  );
}

/** Words of the manager's that are shown, and edited in place. */
function editable(kind: 'notes' | 'task note', title: Text, words: string | null, save: (words: string | null) => void): HTMLElement {
  const key = kind === 'notes' ? 'notes' : 'task-note';
  if (now().editing !== kind) {
    return h(
      'section',
      { class: 'notes' },
      h('div', { class: 'row' }, h('h3', { class: 'grow' }, title), h('button', { class: 'link', key: `${key}-edit`, 'aria-label': `${say(words === null ? messages.addNote : messages.edit)}: ${title}`, onclick: () => show({ editing: kind }) }, words === null ? messages.addNote : messages.edit)),
      words !== null && h('p', { class: 'pre', dir: 'auto' }, words),
    );
  }
  const field = h('textarea', { rows: 4, dir: 'auto', value: words ?? '', key: key, 'aria-label': title, maxlength: kind === 'notes' ? 50_000 : 5000 });
  const done = (): void => {
    const typed = field.value.trim() === '' ? null : field.value.trim();
    if (typed === words) show({ editing: null });
    else save(typed);
  };
  setTimeout(() => field.focus(), 0);
  return h(
    'section',
    { class: 'notes stack' },
    h('h3', {}, title),
    field,
    h('div', { class: 'row end' }, h('button', { class: 'quiet', onclick: () => show({ editing: null }) }, messages.cancel), h('button', { class: 'primary', onclick: done }, messages.save)),
  );
}

const notes = (person: PersonFacts): Part => person.known && editable('notes', messages.notes, person.notes, (words) => saveNotes(person, words));
const taskNote = (task: QueueTask): Part => editable('task note', messages.taskNote, task.note, (note) => changeTask(task, { note }));

function assignee(task: QueueTask): HTMLElement {
  const field = h(
    'select',
    { key: 'assignee', onchange: () => changeTask(task, { assignedTo: field.value }) },
    [...new Set([...(now().queue?.model.assignees ?? []), task.assignedTo])].map((name) => h('option', { value: name, selected: name === task.assignedTo }, sheetWord(name))),
  );
  return h('label', {}, messages.assignee, field);
}

function history({ person, history: tasks }: Card): HTMLElement {
  const { day, money } = formats();
  const orders = now().orders[person.email];
  const open = (): void => void (now().orders[person.email] === undefined && fetchOrders(person.email));
  return h(
    'section',
    { class: 'history stack' },
    h('h3', {}, messages.history),
    tasks.length === 0
      ? h('p', { class: 'muted small' }, messages.noHistory)
      : h(
          'ul',
          {},
          tasks.map(({ on, type, status, outcome, note }) =>
            h('li', {}, h('span', { class: 'muted small' }, day(on)), ' ', sheetWord(type), ': ', theirs(sheetWord(outcome ?? status)), note !== null && h('div', { class: 'muted small pre', dir: 'auto' }, note)),
          ),
        ),
    orders === undefined && h('button', { class: 'link', key: 'orders', onclick: open }, messages.showOrders),
    orders?.kind === 'loading' && h('p', { class: 'muted small', role: 'status' }, messages.ordersLoading),
    orders?.kind === 'failed' && h('p', { class: 'notice bad small' }, orders.words, ' ', h('button', { class: 'link', onclick: () => void fetchOrders(person.email) }, messages.tryAgain)),
    orders?.kind === 'here' && orders.value.length === 0 && h('p', { class: 'muted small' }, messages.noOrders),
    orders?.kind === 'here' &&
      h(
        'ul',
        {},
        orders.value.map(({ id, day: on, status, counts, total, currency, items }) =>
          h(
            'li',
            { class: counts ? '' : 'struck' },
            h('span', { class: 'muted small' }, day(on)),
            ' ',
            messages.order(''),
            ltr(id),
            total !== null && [' · ', ltr(money(total, currency ?? now().queue?.model.currency ?? null))],
            !counts && h('span', { class: 'muted small', dir: 'auto' }, ` (${status})`),
            items.length > 0 && h('div', { class: 'small' }, theirsIn(items)),
          ),
        ),
      ),
  );
}
