import * as messages from '../../messages';
import { sheetWord } from '../../messages';
import { doneTasks, filterChoices, isFiltered, noFilter, progress, todayTasks, upcomingTasks, type Filter, type QueueState, type View } from '../../models/queue-state';
import type { Text } from '../../../shared/text';
import { h } from '../h';
import { languageName } from '../i18n/format';
import { say } from '../language';
import { filterBy, refresh, search, view, visit } from './list';
import { contactedDialog, keysDialog, newTaskDialog, selectedRowsDialog } from './dialogs';
import { icons } from './icons';
import { formats, now, show } from './screen';

/** How far the day is done, the lists, and what is looked for. */
export function headPart(state: QueueState): (HTMLElement | null)[] {
  return [progressPart(state), tabs(state), now().menuOpen ? menu(state) : null, now().searchOpen ? searchField(state) : null, now().filterOpen ? filterFields(state) : filterChip(state)];
}

function progressPart(state: QueueState): HTMLElement {
  const { done, of, overdue } = progress(state);
  const share = of === 0 ? 0 : Math.round((100 * done) / of);
  const tool = (label: Text, picture: SVGElement, key: string, expanded: boolean, act: () => void): HTMLElement =>
    h('button', { class: 'quiet tool', 'aria-label': label, title: label, 'aria-expanded': String(expanded), key: key, onclick: act }, picture);
  return h(
    'div',
    { class: 'progress' },
    h(
      'div',
      { class: 'row' },
      h(
        'p',
        { class: 'grow' },
        h('strong', {}, messages.progress(done, of)),
        // In the place of the overdue, or the head would grow by a line and shrink again with every tap.
        overdue > 0 && state.pending.length === 0 && h('span', { class: 'late small' }, ` · ${say(messages.overdue(overdue))}`),
        h('span', { class: 'saving muted small', role: 'status' }, state.pending.length > 0 ? ` · ${say(messages.saving)}` : ''),
      ),
      tool(messages.search, icons.search(), 'search-toggle', now().searchOpen, toggleSearch),
      tool(messages.filter, icons.filter(), 'filter-toggle', now().filterOpen, toggleFilter),
      tool(messages.more, icons.more(), 'menu-toggle', now().menuOpen, () => show({ menuOpen: !now().menuOpen })),
    ),
    h('div', { class: 'bar', role: 'progressbar', 'aria-valuemin': 0, 'aria-valuemax': of, 'aria-valuenow': done, 'aria-label': messages.progress(done, of) }, h('span', { style: `width:${share}%` })),
  );
}

export function toggleSearch(): void {
  const opening = !now().searchOpen;
  show({ searchOpen: opening });
  if (opening) document.querySelector<HTMLInputElement>('[data-key="search"]')?.focus();
  else search('');
}

export function toggleFilter(): void {
  show({ filterOpen: !now().filterOpen });
  if (now().filterOpen) document.querySelector<HTMLSelectElement>('[data-key="filter-type"]')?.focus();
}

function tabs(state: QueueState): HTMLElement {
  const tab = (name: View, label: Text, count: number): HTMLElement => {
    const current = state.view === name && state.search === '' && now().person === null;
    return h('button', { class: 'tab', 'aria-current': current ? 'true' : null, key: `tab-${name}`, onclick: () => view(name) }, label, h('span', { class: 'count' }, formats().count(count)));
  };
  return h(
    'nav',
    { class: 'tabs', 'aria-label': messages.lists },
    tab('today', messages.today, todayTasks(state).length),
    tab('upcoming', messages.upcoming, upcomingTasks(state).length),
    tab('done', messages.done, doneTasks(state).length),
  );
}

function menu(state: QueueState): HTMLElement {
  const item = (label: Text, act: () => void): HTMLElement =>
    h(
      'button',
      {
        class: 'quiet menu-item',
        onclick: () => {
          show({ menuOpen: false });
          act();
        },
      },
      label,
      label === messages.exportMailchimp && state.model.forMailchimp > 0 && h('span', { class: 'count' }, formats().count(state.model.forMailchimp)),
    );
  return h(
    'div',
    { class: 'menu card', role: 'group', 'aria-label': messages.more },
    item(messages.newTask, () => newTaskDialog(null)),
    item(messages.contactedNow, () => contactedDialog()),
    item(messages.tasksForRows, () => selectedRowsDialog()),
    item(messages.exportMailchimp, () => visit('showMailchimpExport')),
    item(messages.refresh, () => void refresh()),
    item(messages.keys, () => keysDialog()),
  );
}

function searchField(state: QueueState): HTMLElement {
  const field = h('input', {
    type: 'search',
    dir: 'auto',
    key: 'search',
    value: state.search,
    placeholder: messages.nameOrAddress,
    'aria-label': messages.search,
    oninput: () => search(field.value),
    onkeydown: (event) => {
      if ((event as KeyboardEvent).key === 'Enter') document.querySelector<HTMLElement>('[data-key="search-all"]')?.click();
    },
  });
  return h('div', { role: 'search' }, field);
}

function filterFields(state: QueueState): HTMLElement {
  const { types, languages, assignees } = filterChoices(state);
  const choice = (field: keyof Filter, label: Text, values: readonly string[], wordOf: (value: string) => string): HTMLElement => {
    const select = h(
      'select',
      { key: `filter-${field}`, onchange: () => filterBy({ ...state.filter, [field]: select.value }) },
      h('option', { value: '', selected: state.filter[field] === '' }, messages.all),
      [...new Set([...values, ...(state.filter[field] === '' ? [] : [state.filter[field]])])].map((value) => h('option', { value, selected: value === state.filter[field] }, wordOf(value))),
    );
    return h('label', { class: 'grow' }, label, select);
  };
  return h(
    'div',
    { class: 'filters', role: 'group', 'aria-label': messages.filter },
    choice('type', messages.type, types, (value) => say(sheetWord(value))),
    choice('language', messages.language, languages, (value) => say(languageName(value))),
    choice('assignee', messages.assignee, assignees, (value) => say(sheetWord(value))),
    isFiltered(state) && clearFilter(),
  );
}

const filterChip = (state: QueueState): HTMLElement | null =>
  isFiltered(state) ? h('p', { class: 'row small' }, h('span', { class: 'badge accent' }, messages.filterOn), clearFilter()) : null;

const clearFilter = (): HTMLElement => h('button', { class: 'link', key: 'filter-clear', onclick: () => filterBy(noFilter) }, messages.clear);
