import type { SelectedPeople } from '../../../app/selected-people';
import * as messages from '../../messages';
import { keyHelp, sheetWord } from '../../messages';
import { ask } from '../ask';
import { fill, h, theirs } from '../h';
import { say } from '../language';
import { contactedNow, named, refresh, tell, whoIs } from './actions';
import { keysWork, setKeysWork } from './keys-setting';
import { findIn } from './lists';
import { now } from './screen';

interface Somebody {
  readonly email: string;
  readonly name: string | null;
}

interface Opened {
  readonly body: HTMLElement;
  close(): void;
}

/** A dialog over the sidebar: focus stays in it, Esc closes it and gives focus back. */
function dialog(title: string): Opened {
  const body = h('div', { class: 'stack' });
  const element = h(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    h('div', { class: 'row' }, h('h2', { id: 'dialog-title', class: 'grow' }, title), h('button', { class: 'quiet', onclick: () => element.close() }, say(messages.close))),
    body,
  );
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  element.showModal();
  return { body, close: () => element.close() };
}

const failure = (error: unknown): HTMLElement => h('p', { class: 'notice bad', role: 'alert' }, error instanceof Error ? error.message : String(error));

/** Asks whom it is about, then goes on; the person at hand is offered first. */
function choosePerson(place: HTMLElement, go: (person: Somebody) => void): void {
  const found = h('div', {});
  const field = h('input', { dir: 'auto', 'aria-label': say(messages.who), placeholder: say(messages.whoHint), autofocus: true });
  const { selected } = now();
  fill(
    place,
    h(
      'form',
      {
        class: 'row',
        onsubmit: (event) => {
          event.preventDefault();
          void findIn(found, field.value, go);
        },
      },
      h('div', { class: 'grow' }, field),
      h('button', { class: 'primary' }, say(messages.find)),
    ),
    selected !== null && h('button', { onclick: () => go(selected) }, theirs(selected.name)),
    found,
  );
  field.focus();
}

/** A task of the manager's own: for this person, or for one to be found. */
export function newTaskDialog(person: Somebody | null): void {
  const opened = dialog(say(messages.newTask));
  const go = (chosen: Somebody): void => taskForm(opened, [chosen], h('p', {}, theirs(whoIs(chosen))));
  if (person === null) choosePerson(opened.body, go);
  else go(person);
}

/** Note, day and assignee of new tasks; whoever refused or unsubscribed must be confirmed. */
function taskForm({ body, close }: Opened, people: readonly Somebody[], intro: HTMLElement): void {
  const { queue } = now();
  const note = h('textarea', { rows: 3, dir: 'auto', maxlength: 5000, autofocus: true });
  const due = h('input', { type: 'date', value: queue?.model.today ?? '', min: queue?.model.today ?? '' });
  const assignee = h('select', {}, (queue?.model.assignees ?? ['Manager']).map((name) => h('option', { value: name }, say(sheetWord(name)))));
  const trouble = h('div', { class: 'stack' });
  const make = h('button', { class: 'primary' }, say(people.length === 1 ? messages.make : messages.makeMany(people.length)));
  const send = async (refused: 'ask' | 'include' | 'leave out'): Promise<void> => {
    make.disabled = true;
    fill(trouble, h('p', { class: 'muted', role: 'status' }, say(messages.making)));
    try {
      const answer = await ask('newTasks', {
        emails: people.map(({ email }) => email),
        dueOn: due.value === '' ? null : due.value,
        note: note.value.trim() === '' ? null : note.value.trim(),
        assignedTo: assignee.value,
        refused,
      });
      if (answer.toConfirm.length > 0) {
        const confirm = h('button', { type: 'button', class: 'primary', onclick: () => void send('include') }, say(messages.allTheSame));
        fill(
          trouble,
          h('p', { class: 'notice warn', role: 'alert' }, say(messages.confirmRefused(answer.toConfirm.map(named).join(', ')))),
          h('div', { class: 'row end' }, people.length > 1 && h('button', { type: 'button', onclick: () => void send('leave out') }, say(messages.leaveOut(answer.toConfirm.length))), confirm),
        );
        confirm.focus();
        return;
      }
      close();
      tell(say(messages.taskMade(answer.made)), 'good');
      void refresh();
    } catch (error) {
      make.disabled = false;
      fill(trouble, failure(error));
    }
  };
  fill(
    body,
    intro,
    h(
      'form',
      {
        class: 'stack',
        onsubmit: (event) => {
          event.preventDefault();
          void send('ask');
        },
      },
      h('label', {}, say(messages.what), note),
      h('div', { class: 'row' }, h('label', { class: 'grow' }, say(messages.dueDate), due), h('label', { class: 'grow' }, say(messages.assignee), assignee)),
      trouble,
      h('div', { class: 'row end' }, make),
    ),
  );
  note.focus();
}

/** One task for each selected row, their names shown first. */
export function selectedRowsDialog(): void {
  const opened = dialog(say(messages.newTask));
  fill(opened.body, h('div', { class: 'spinner', role: 'status', 'aria-label': say(messages.searching) }));
  ask('selectedPeople', {}).then(
    (answer) => {
      if (answer.people.length > 0) taskForm(opened, answer.people, namesOf(answer));
      else fill(opened.body, h('p', { class: 'notice warn', role: 'alert' }, say(messages.nobodySelected)), leftOut(answer));
    },
    (error: unknown) => fill(opened.body, failure(error)),
  );
}

const namesOf = (answer: SelectedPeople): HTMLElement =>
  h(
    'div',
    { class: 'stack' },
    h('p', {}, h('strong', {}, say(messages.peopleChosen(answer.people.length)))),
    h('ul', { class: 'names scroll', tabindex: 0, 'aria-label': say(messages.peopleChosen(answer.people.length)) }, answer.people.map((person) => h('li', {}, theirs(whoIs(person)), person.refusal !== null && h('span', { class: 'badge warn' }, say(person.refusal === 'unsubscribed' ? messages.unsubscribed : messages.doNotContact))))),
    leftOut(answer),
  );

const leftOut = ({ hidden, unknown }: SelectedPeople): HTMLElement =>
  h('div', { class: 'muted small' }, hidden > 0 && h('p', {}, say(messages.hiddenRows(hidden))), unknown > 0 && h('p', {}, say(messages.unknownRows(unknown))));

/** A contact that was made just now, with anybody. */
export function contactedDialog(): void {
  const { body, close } = dialog(say(messages.contactedNow));
  const go = (person: Somebody): void => {
    const note = h('input', { dir: 'auto', maxlength: 5000, placeholder: say(messages.noteForTask), 'aria-label': say(messages.noteForTask) });
    const trouble = h('div', {});
    const buttons = (now().queue?.model.outcomes ?? []).map(({ name }) =>
      h(
        'button',
        {
            onclick: () => {
            for (const button of buttons) button.disabled = true;
            void contactedNow(person, name, note.value.trim() === '' ? null : note.value.trim()).then(() => close());
          },
        },
        h('span', { dir: 'auto' }, say(sheetWord(name))),
      ),
    );
    fill(body, h('p', {}, say(messages.outcomeFor(named(person)))), note, h('div', { class: 'choices' }, buttons), trouble);
    buttons[0]?.focus();
  };
  choosePerson(body, go);
}

/** The keys, and whether they work: somebody who dictates must be able to switch them off. */
export function keysDialog(): void {
  if (document.querySelector('dialog[open]') !== null) return;
  const { body } = dialog(say(messages.keys));
  const on = h('input', { type: 'checkbox', checked: keysWork(), onchange: () => setKeysWork(on.checked) });
  fill(
    body,
    h('label', { class: 'row' }, on, say(messages.keysOn)),
    h('dl', { class: 'keys' }, keyHelp.map(([keys, what]) => h('div', {}, h('dt', {}, keys.split(/(?<=\S)\s{2}(?=\S)/).map((key) => h('kbd', { dir: 'ltr' }, key))), h('dd', {}, say(what))))),
  );
}
