import type { Text } from '../../../shared/text';
import type { QueueTask } from '../../../tasks/queue';
import type { PersonAnswer } from '../../../app/screen/get-cards';
import * as messages from '../../messages';
import { sheetWord, skipReasons } from '../../messages';
import { firstSnoozeDay, snoozeDays } from '../../models/queue-state';
import { h } from '../h';
import { contactedNow } from './person-actions';
import { finish, reopen } from './task-actions';
import { named } from './tell';
import { newTaskDialog } from './dialogs';
import { icons } from './icons';
import { formats, now, show, type Panel } from './screen';

const toggle = (panel: Panel): void => show({ panel: now().panel === panel ? null : panel });

const opener = (panel: Panel, label: Text, picture: SVGElement, look = ''): HTMLElement =>
  h('button', { class: look, 'aria-expanded': String(now().panel === panel), 'aria-controls': 'panel', key: `open-${panel}`, onclick: () => toggle(panel) }, picture, label);

/** What is done with a task: complete, snooze, skip; a finished one is reopened. */
export function taskBar(task: QueueTask): HTMLElement[] {
  if (task.status !== 'Pending') {
    return [h('div', { class: 'acts' }, h('button', { key: 'reopen', onclick: () => reopen(task.id) }, messages.reopen))];
  }
  const { panel } = now();
  const open = panel === 'outcomes' ? outcomes(named(task), (outcome, note) => finish(task.id, { action: 'complete', outcome, note, until: null }), true) : panel === 'snooze' ? snooze(task) : panel === 'skip' ? skip(task) : null;
  return [
    ...(open === null ? [] : [open]),
    h('div', { class: 'acts' }, opener('outcomes', messages.complete, icons.check(), 'primary'), opener('snooze', messages.snooze, icons.clock()), opener('skip', messages.skip, icons.skip())),
  ];
}

/** What is done with somebody who has no task. */
export function personBar({ card: { person } }: PersonAnswer): HTMLElement[] {
  return [
    ...(now().panel === 'outcomes' ? [outcomes(named(person), (outcome, note) => void contactedNow(person, outcome ?? '', note), false)] : []),
    h('div', { class: 'acts' }, opener('outcomes', messages.contactedNow, icons.check(), 'primary'), h('button', { key: 'new-task', onclick: () => newTaskDialog(person) }, messages.newTask)),
  ];
}

const sheet = (title: Text, ...inside: readonly (HTMLElement | null)[]): HTMLElement =>
  h(
    'section',
    { id: 'panel', class: 'panel stack', role: 'group', 'aria-labelledby': 'panel-title' },
    h(
      'div',
      { class: 'row' },
      h('h3', { id: 'panel-title', class: 'grow' }, title),
      h('button', { class: 'quiet', 'aria-label': messages.close, onclick: () => show({ panel: null }) }, icons.close()),
    ),
    ...inside,
  );

/** Choices that a tap, or the key of their number, makes. */
const choices = (labels: readonly { readonly words: Text; readonly hint?: string; readonly likely?: boolean; readonly act: () => void }[]): HTMLElement =>
  h(
    'div',
    { class: 'choices' },
    labels.map(({ words, hint, likely, act }, i) =>
      h('button', { class: likely === true ? 'likely' : '', key: `choice-${i + 1}`, onclick: act }, h('span', { dir: 'auto' }, words), hint === undefined ? null : h('span', { class: 'muted small' }, hint)),
    ),
  );

const noteField = (): HTMLInputElement => h('input', { key: 'panel-note', dir: 'auto', maxlength: 5000, placeholder: messages.noteForTask, 'aria-label': messages.noteForTask });
const typed = (field: HTMLInputElement): string | null => (field.value.trim() === '' ? null : field.value.trim());

function outcomes(who: string, choose: (outcome: string | null, note: string | null) => void, mayBeBlank: boolean): HTMLElement {
  const note = noteField();
  const likely = now().channel === 'Call' ? 'Reached' : now().channel === null ? null : 'Message sent';
  return sheet(
    messages.outcomeFor(who),
    choices(
      (now().queue?.model.outcomes ?? []).map(({ name, then, on }) => ({
        words: sheetWord(name),
        ...(then === 'try again' && on !== null ? { hint: formats().day(on) } : {}),
        likely: name === likely,
        act: () => choose(name, typed(note)),
      })),
    ),
    note,
    mayBeBlank ? h('button', { class: 'link', key: 'no-outcome', onclick: () => choose(null, typed(note)) }, messages.doneWithoutOutcome) : null,
  );
}

/** A field and the button, or Enter, that takes what it holds. */
const fieldWith = (field: HTMLInputElement, label: Text, take: () => void): HTMLElement =>
  h(
    'form',
    {
      class: 'row',
      onsubmit: (event) => {
        event.preventDefault();
        take();
      },
    },
    h('div', { class: 'grow' }, field),
    h('button', {}, label),
  );

const snoozeWords = { tomorrow: messages.tomorrow, nextWorkingDay: messages.nextWorkingDay, week: messages.week } as const;

function snooze(task: QueueTask): HTMLElement {
  const { queue } = now();
  if (queue === null) return sheet(messages.snoozeTitle);
  const until = (day: string): void => finish(task.id, { action: 'snooze', outcome: null, note: null, until: day });
  const date = h('input', { type: 'date', min: firstSnoozeDay(queue), key: 'snooze-date', 'aria-label': messages.pickDate });
  return sheet(
    messages.snoozeTitle,
    choices(snoozeDays(queue).map(({ kind, day }) => ({ words: snoozeWords[kind], hint: formats().day(day), act: () => until(day) }))),
    fieldWith(date, messages.set, () => (date.value > queue.model.today ? until(date.value) : date.focus())),
  );
}

function skip(task: QueueTask): HTMLElement {
  const own = h('input', { dir: 'auto', maxlength: 500, key: 'skip-words', placeholder: messages.ownOutcome, 'aria-label': messages.ownOutcome });
  const because = (words: string): void => finish(task.id, { action: 'skip', outcome: words, note: null, until: null });
  return sheet(
    messages.skipTitle,
    choices(skipReasons.map((words) => ({ words: sheetWord(words), act: () => because(words) }))),
    fieldWith(own, messages.skip, () => {
      const words = typed(own);
      if (words === null) own.focus();
      else because(words);
    }),
  );
}
