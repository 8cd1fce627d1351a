import type { Text } from '../../../shared/text';
import type { SelectedPeople } from '../../../app/screen/selected-people';
import * as messages from '../../messages';
import { keyHelp, sheetWord } from '../../messages';
import { ask, wordsOf } from '../ask';
import { fill, h, theirs } from '../h';
import { say } from '../language';
import { refresh } from './list';
import { openPerson } from './person-actions';
import { named, tell, whoIs } from './tell';
import { keysWork, setKeysWork } from './keys-setting';
import { findIn } from './lists';
import { now, show } from './screen';

interface Somebody {
  readonly email: string;
  readonly name: string | null;
}

interface Opened {
  readonly body: HTMLElement;
  close(): void;
}

/** A dialog over the sidebar: focus stays in it, Esc closes it and gives focus back. */
function dialog(title: Text): Opened {
  const body = h('div', { class: 'stack' });
  const element = h(
    'dialog',
    { 'aria-labelledby': 'dialog-title' },
    h('div', { class: 'row' }, h('h2', { id: 'dialog-title', class: 'grow' }, title), h('button', { class: 'quiet', onclick: () => element.close() }, messages.close)),
    body,
  );
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  element.showModal();
  return { body, close: () => element.close() };
}

const refusalWords = { unsubscribed: messages.unsubscribed, 'do not contact': messages.doNotContact } as const;

const failure = (error: unknown): HTMLElement => h('p', { class: 'notice bad', role: 'alert' }, wordsOf(error));

/** Asks whom it is about, then goes on; the person at hand is offered first. */
function choosePerson(place: HTMLElement, go: (person: Somebody) => void): void {
  const found = h('div', {});
  const field = h('input', { dir: 'auto', 'aria-label': messages.who, placeholder: messages.nameOrAddress });
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
      h('button', { class: 'primary' }, messages.find),
    ),
    selected !== null && h('button', { onclick: () => go(selected) }, theirs(selected.name)),
    found,
  );
  field.focus();
}

/** A task of the manager's own: for this person, or for one to be found. */
export function newTaskDialog(person: Somebody | null): void {
  const opened = dialog(messages.newTask);
  const go = (chosen: Somebody): void => taskForm(opened, [chosen], h('p', {}, theirs(whoIs(chosen))));
  if (person === null) choosePerson(opened.body, go);
  else go(person);
}

/** Note, day and assignee of new tasks; whoever refused or unsubscribed must be confirmed. */
function taskForm({ body, close }: Opened, people: readonly Somebody[], intro: HTMLElement): void {
  const { queue } = now();
  const note = h('textarea', { rows: 3, dir: 'auto', maxlength: 5000 });
  const due = h('input', { type: 'date', value: queue?.model.today ?? '', min: queue?.model.today ?? '' });
  const assignee = h('select', {}, (queue?.model.assignees ?? ['Manager']).map((name) => h('option', { value: name }, sheetWord(name))));
  const trouble = h('div', { class: 'stack' });
  const make = h('button', { class: 'primary' }, people.length === 1 ? messages.make : messages.makeMany(people.length));
  const acts = h('div', { class: 'row end' }, make);
  const send = async (refused: 'ask' | 'include' | 'leave out'): Promise<void> => {
    make.disabled = true;
    fill(trouble, h('p', { class: 'muted', role: 'status' }, messages.making));
    try {
      const answer = await ask('newTasks', {
        emails: people.map(({ email }) => email),
        dueOn: due.value === '' ? null : due.value,
        note: note.value.trim() === '' ? null : note.value.trim(),
        assignedTo: assignee.value,
        refused,
      });
      if (answer.toConfirm.length > 0) {
        const confirm = h('button', { type: 'button', class: 'primary', onclick: () => void send('include') }, messages.allTheSame);
        fill(trouble, h('p', { class: 'notice warn', role: 'alert' }, messages.confirmRefused(answer.toConfirm.map((person) => `${named(person)} (${say(refusalWords[person.refusal])})`).join(', '))));
        fill(acts, people.length > 1 && h('button', { type: 'button', onclick: () => void send('leave out') }, messages.leaveOut), confirm);
        confirm.focus();
        return;
      }
      close();
      tell(say(answer.already > 0 ? messages.taskMadeBesides(answer.made, answer.already) : messages.taskMade(answer.made)), 'good');
      void refresh();
    } catch (error) {
      make.disabled = false;
      fill(acts, make);
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
      h('label', {}, messages.what, note),
      h('div', { class: 'row' }, h('label', { class: 'grow' }, messages.dueDate, due), h('label', { class: 'grow' }, messages.assignee, assignee)),
      trouble,
      acts,
    ),
  );
  note.focus();
}

/** One task for each selected row, their names shown first. */
export function selectedRowsDialog(): void {
  const opened = dialog(messages.newTask);
  fill(opened.body, h('div', { class: 'spinner', role: 'status', 'aria-label': messages.searching }));
  ask('selectedPeople', {}).then(
    (answer) => {
      if (answer.people.length > 0) taskForm(opened, answer.people, namesOf(answer));
      else fill(opened.body, h('p', { class: 'notice warn', role: 'alert' }, messages.nobodySelected), leftOut(answer));
    },
    (error: unknown) => fill(opened.body, failure(error)),
  );
}

const namesOf = (answer: SelectedPeople): HTMLElement =>
  h(
    'div',
    { class: 'stack' },
    h('p', {}, h('strong', {}, messages.peopleChosen(answer.people.length))),
    h('ul', { class: 'names scroll', tabindex: 0, 'aria-label': messages.peopleChosen(answer.people.length) }, answer.people.map((person) => h('li', {}, theirs(whoIs(person)), person.refusal !== null && h('span', { class: 'badge warn' }, refusalWords[person.refusal])))),
    leftOut(answer),
  );

const leftOut = ({ hidden, unknown }: SelectedPeople): HTMLElement =>
  h('div', { class: 'muted small' }, hidden > 0 && h('p', {}, messages.hiddenRows(hidden)), unknown > 0 && h('p', {}, messages.unknownRows(unknown)));

/** A contact that was made just now: the person is shown with the outcomes open, or their task where they have one. */
export function contactedDialog(): void {
  const { body, close } = dialog(messages.contactedNow);
  choosePerson(body, ({ email }) => {
    close();
    void openPerson(email).then(() => show({ panel: 'outcomes' }));
  });
}

/** The keys, and whether they work: somebody who dictates must be able to switch them off. */
export function keysDialog(): void {
  if (document.querySelector('dialog[open]') !== null) return;
  const { body } = dialog(messages.keys);
  const on = h('input', { type: 'checkbox', checked: keysWork(), onchange: () => setKeysWork(on.checked) });
  fill(
    body,
    h('label', { class: 'row' }, on, messages.keysOn),
    h('dl', { class: 'keys' }, keyHelp.map(([keys, what]) => h('div', {}, h('dt', {}, keys.split(/(?<=\S)\s{2}(?=\S)/).map((key) => h('kbd', { dir: 'ltr' }, key))), h('dd', {}, what)))),
  );
}
