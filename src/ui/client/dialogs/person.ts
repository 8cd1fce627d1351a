import type { PersonData } from '../../../app/person/export-person';
import { fold } from '../../../shared/text';
import { dialogMessages } from '../../messages-dialogs';
import { personWords as words } from '../../messages-person';
import { heldAbout, personText, type HeldSheet } from '../../models/person-text';
import { ask } from '../ask';
import { fill, h, ltr, theirs } from '../h';
import { say } from '../language';
import { copy, downloadLink } from './copy';
import { button, failure, notice, openDialog, waiting } from './dialog';
import { personFinder } from './person-finder';

const dialog = openDialog('person');
const rowsOf = (count: number): string => say(words.rows(count, dialog.format.count(count)));

/** Somebody is to be found; whoever stands in the selected row is offered. */
function find(): void {
  const place = h('div', { class: 'section', 'aria-live': 'polite' });
  const selected = h('p', { class: 'row' });
  const choose = async (email: string): Promise<void> => {
    fill(place, waiting(say(dialogMessages.working)));
    try {
      show(await ask('exportPerson', { email }));
    } catch (error) {
      fill(place, failure(error));
    }
  };
  dialog.show([h('p', { class: 'muted' }, words.lead), personFinder(say(words.find), place, choose), selected, place]);
  document.getElementById('person')?.focus();
  // Only an offer: where the selection can't be asked for, somebody is found all the same.
  ask('selectedPerson', {}).then(({ email }) => email !== null && fill(selected, h('span', { class: 'muted' }, words.selected), button(email, () => void choose(email))), () => undefined);
}

async function open(email: string): Promise<void> {
  dialog.wait(say(dialogMessages.loading));
  try {
    show(await ask('exportPerson', { email }));
  } catch (error) {
    dialog.fail(error, find);
  }
}

/** All that is held, to be read and taken. */
function show(data: PersonData): void {
  const told = h('p', { class: 'muted small', role: 'status' });
  const text = personText(data);
  const area = h('textarea', { readonly: true, rows: 8, dir: 'auto', value: text, 'aria-label': words.asText });
  const asText = h('details', {}, h('summary', {}, words.asText), area);
  const take = (): void => {
    const copied = copy(text);
    fill(told, copied ? words.copied : words.notCopied);
    if (copied) return;
    asText.open = true;
    area.focus();
    area.select();
  };
  dialog.show(
    [
      heading(data),
      data.erased ? notice('', say(words.erased)) : null,
      h('section', { class: 'section' }, h('h2', {}, words.held), heldAbout(data).map(sheetPart)),
      h('div', { class: 'section' }, h('div', { class: 'row' }, downloadLink(say(words.download), `${say(words.file)}-${dialog.today}.txt`, 'text/plain', text), button(say(words.copy), take)), told),
      asText,
      elsewherePart(data),
    ],
    button(say(words.other), find),
    ...(data.erased ? [] : [button(say(words.erase), () => confirm(data), 'danger')]),
  );
}

function heading({ sheets, email, addresses }: PersonData): HTMLElement {
  const name = (sheets['Contacts'] ?? []).map((row) => row['Name']).find((words) => typeof words === 'string');
  return h(
    'div',
    {},
    h('p', { class: 'name' }, theirs(typeof name === 'string' ? name : email)),
    h('p', { class: 'muted' }, addresses.length > 1 ? [words.onePerson, ' '] : null, addresses.map((address, i) => [i === 0 ? null : ', ', ltr(address)])),
  );
}

const sheetPart = ({ sheet, rows }: HeldSheet): HTMLElement =>
  h(
    'details',
    {},
    h('summary', {}, h('bdi', {}, sheet), h('span', { class: 'muted' }, ` · ${rowsOf(rows.length)}`)),
    rows.map((row) => h('dl', { class: 'held' }, row.map(([header, value]) => h('div', {}, h('dt', {}, h('bdi', {}, header)), h('dd', {}, theirs(value)))))),
  );

const elsewherePart = ({ elsewhere }: PersonData): HTMLElement | null =>
  elsewhere.length === 0 ? null : notice('warn', h('p', {}, words.elsewhere), h('ul', { class: 'bullets' }, elsewhere.map(({ sheet, row, column }) => h('li', {}, h('bdi', {}, sheet), ', ', words.row(dialog.format.count(row)), ', ', theirs(column)))));

/** What erasing does and leaves; it takes the address, typed, to go on. */
function confirm(data: PersonData): void {
  const own = ['Contacts', 'CRM Tasks', 'CRM Task Archive'].reduce((count, sheet) => count + (data.sheets[sheet]?.length ?? 0), 0);
  const erase = button(say(words.eraseNow), () => void eraseNow(data), 'primary');
  const typed = h('input', { id: 'typed', dir: 'ltr', autocomplete: 'off', spellcheck: 'false', maxlength: 320, oninput: () => (erase.disabled = !isMeant()) });
  const isMeant = (): boolean => data.addresses.includes(fold(typed.value));
  erase.disabled = true;
  dialog.show(
    [
      h('h2', {}, words.eraseTitle),
      heading(data),
      h('p', { class: 'danger' }, words.noUndo),
      part(say(words.goes), [say(words.goesRows(rowsOf(own))), say(words.goesTasks)]),
      part(say(words.stays), [say(words.staysFigures), say(words.staysAway), say(words.staysOrders)]),
      elsewherePart(data),
      h('form', { class: 'section', onsubmit: (event) => (event.preventDefault(), isMeant() && void eraseNow(data)) }, h('label', { for: 'typed' }, words.confirm, ' ', ltr(data.email), typed)),
    ],
    button(say(dialogMessages.back), () => show(data)),
    erase,
  );
}

const part = (title: string, lines: readonly string[]): HTMLElement => h('section', { class: 'section' }, h('h3', {}, title), h('ul', { class: 'bullets' }, lines.map((line) => h('li', {}, line))));
const toDo = (): HTMLElement => part(say(words.yours), [say(words.yoursOrders), say(words.yoursMailchimp), say(words.yoursHistory)]);

async function eraseNow(data: PersonData): Promise<void> {
  dialog.wait(say(dialogMessages.working));
  try {
    const { email, rows } = await ask('erasePerson', { email: data.email }, { seconds: 380 });
    dialog.show([notice('good', h('p', {}, words.done(rowsOf(rows))), h('p', {}, words.mark, ' ', ltr(email))), h('p', { class: 'muted' }, words.comeBack), toDo(), elsewherePart(data)], button(say(words.other), find));
  } catch (error) {
    // What was erased until then stays so; the same again finishes it.
    dialog.fail(error, () => void eraseNow(data));
  }
}

const { about } = document.documentElement.dataset;
if (about === undefined) find();
else void open(decodeURIComponent(about));
