import type { SegmentCount } from '../../../app/segments/count-segment';
import type { ListedSegment } from '../../../app/segments/segments';
import { parseSegment } from '../../../rules/segments/parse';
import { dialogMessages } from '../../messages-dialogs';
import { segmentWords as words } from '../../messages-segments';
import { freshRow, queryOfRows, rowsOfCondition } from '../../models/segment-rows';
import { ask } from '../ask';
import { fill, h, theirs } from '../h';
import { say } from '../language';
import { builder } from './builder';
import { button, failure, notice, openDialog, trouble } from './dialog';

/** Milliseconds without a key until the people are counted. */
const PAUSE = 350;
/** More people than this at once are no list that one can finish. */
const MANY = 30;

const dialog = openDialog('segments');
const count = (value: number): string => dialog.format.count(value);
const people = (value: number): string => say(dialogMessages.people(value, count(value)));

async function open(chosen?: string): Promise<void> {
  dialog.wait(say(dialogMessages.loading));
  try {
    const segments = await ask('listSegments', {});
    edit(segments, segments.find(({ name }) => name === chosen) ?? null, chosen === undefined ? null : say(words.savedAs(chosen)));
  } catch (error) {
    dialog.fail(error, () => void open());
  }
}

/** A segment being looked at: its rows, its text, who is in it. */
function edit(segments: readonly ListedSegment[], segment: ListedSegment | null, told: string | null = null): void {
  const name = h('input', { id: 'name', value: segment?.name ?? '', maxlength: 200, dir: 'auto', autocomplete: 'off' });
  const text = h('textarea', { id: 'query', class: 'query', rows: 2, spellcheck: 'false', value: segment?.query ?? '', oninput: () => textChanged() });
  const rich = h('p', { class: 'muted', hidden: true }, say(words.tooRich));
  const result = h('div', { class: 'section', role: 'status' });
  const problem = h('div', {});
  const save = button(say(words.save), () => void saveIt());
  const make = button(say(words.makeTasks), () => void makeStep(), 'primary');
  let asked = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const rows = builder((given, link) => {
    text.value = queryOfRows(given, link);
    countSoon();
  });

  function textChanged(): void {
    const parsed = parseSegment(text.value);
    const shown = parsed.ok ? rowsOfCondition(parsed.condition) : null;
    rich.hidden = !parsed.ok || shown !== null;
    rows.element.hidden = shown === null && text.value.trim() !== '';
    if (shown !== null) rows.set(shown.rows, shown.link);
    countSoon();
  }

  /** Mistakes are told at once; people are counted when the keys rest. */
  function countSoon(): void {
    clearTimeout(pause);
    asked += 1;
    const parsed = parseSegment(text.value);
    make.disabled = true;
    save.disabled = !parsed.ok;
    text.setAttribute('aria-invalid', String(!parsed.ok && text.value.trim() !== ''));
    fill(problem, parsed.ok || text.value.trim() === '' ? null : trouble(say(parsed.text)));
    fill(result, parsed.ok ? h('p', { class: 'muted' }, say(words.counting)) : null);
    const mine = asked;
    if (parsed.ok) pause = setTimeout(() => void countNow(mine), PAUSE);
  }

  async function countNow(mine: number): Promise<void> {
    try {
      const found = await ask('segment', { query: text.value });
      // An answer that was overtaken by the next key is nobody's.
      if (mine !== asked) return;
      make.disabled = found.count === 0;
      fill(result, ...countWords(found));
    } catch (error) {
      if (mine === asked) fill(result, failure(error));
    }
  }

  async function saveIt(): Promise<void> {
    save.disabled = true;
    try {
      const kept = await ask('saveSegment', { name: name.value, query: text.value, replace: segment !== null && name.value.trim() === segment.name });
      await open(kept.name);
    } catch (error) {
      save.disabled = false;
      fill(problem, failure(error));
    }
  }

  async function makeStep(): Promise<void> {
    const query = text.value;
    const unchanged = segment !== null && query === segment.query;
    try {
      const found = await ask('segment', { query });
      makeTasks(unchanged ? segment.name : query, found, () => edit(segments, segment === null ? { name: name.value, query, count: null, problem: null } : { ...segment, query }));
    } catch (error) {
      fill(result, failure(error));
    }
  }

  const navigation = h(
    'nav',
    { 'aria-label': say(words.saved) },
    h('button', { type: 'button', 'aria-current': segment === null ? 'true' : null, onclick: () => edit(segments, null) }, say(words.new)),
    segments.map((one) =>
      h('button', { type: 'button', 'aria-current': one === segment ? 'true' : null, onclick: () => edit(segments, one) }, theirs(one.name), one.count === null ? h('span', { class: 'badge bad' }, say(words.broken)) : h('span', { class: 'badge' }, count(one.count))),
    ),
  );
  dialog.show(
    h(
      'div',
      { class: 'split' },
      navigation,
      h(
        'div',
        { class: 'section', style: 'gap:12px;min-inline-size:0' },
        told === null ? null : notice('good', told),
        h('label', { for: 'name' }, say(words.name), name),
        h('h2', {}, say(words.rows)),
        rich,
        rows.element,
        h('label', { for: 'query' }, say(words.query), text),
        h('p', { class: 'muted small' }, say(words.queryHelp)),
        problem,
        result,
      ),
    ),
    save,
    make,
  );
  if (segment === null) {
    rows.set([freshRow('status')], 'and');
    text.value = queryOfRows([freshRow('status')], 'and');
    countSoon();
  } else textChanged();
}

const countWords = (found: SegmentCount): (HTMLElement | null)[] => [
  h('p', {}, h('strong', {}, found.count === 0 ? say(words.nobody) : say(words.count(people(found.count)))), h('span', { class: 'muted small', style: 'display:block' }, found.words)),
  found.first.length === 0 ? null : h('p', { class: 'muted small' }, found.first.map((one, i) => [i === 0 ? '' : ', ', theirs(one.name ?? one.email)]), found.count > found.first.length ? ` ${say(dialogMessages.more(count(found.count - found.first.length)))}` : ''),
];

/** Make tasks now: who, what about, when, whose. */
function makeTasks(segment: string, found: SegmentCount, back: () => void): void {
  const making = found.count - found.leftOut;
  const note = h('textarea', { id: 'note', rows: 2, maxlength: 2000, dir: 'auto' });
  const due = h('input', { id: 'due', type: 'date', value: dialog.today, min: dialog.today });
  const assignee = h('input', { id: 'assignee', value: 'Manager', list: 'assignees', dir: 'auto' });
  const tasks = say(dialogMessages.tasks(making, count(making)));
  async function make(): Promise<void> {
    dialog.wait(say(dialogMessages.working));
    try {
      const made = await ask('makeTasks', { segment, due: due.value === '' ? null : due.value, note: note.value.trim() === '' ? null : note.value.trim(), assignedTo: assignee.value.trim() === '' ? null : assignee.value.trim() }, { seconds: 380 });
      dialog.show(
        [
          notice('good', say(words.made(say(dialogMessages.tasks(made.made, count(made.made)))))),
          made.already === 0 ? null : h('p', { class: 'muted' }, say(words.already(say(dialogMessages.tasks(made.already, count(made.already)))))),
          made.leftOut === 0 ? null : h('p', { class: 'muted' }, say(words.leftOut(people(made.leftOut)))),
          h('p', { class: 'muted' }, say(words.undoHint)),
        ],
        button(say(dialogMessages.back), () => void open()),
      );
    } catch (error) {
      dialog.fail(error, back);
    }
  }
  dialog.show(
    [
      h('h2', {}, say(words.makeTitle(people(making)))),
      ...countWords(found),
      found.leftOut === 0 ? null : notice('warn', say(words.leftOut(people(found.leftOut)))),
      making > MANY ? notice('warn', say(words.many(people(making)))) : null,
      making === 0 ? notice('', say(words.nobodyLeft)) : null,
      h('label', { for: 'note' }, say(words.note), note),
      h('div', { class: 'row' }, h('label', { class: 'grow', for: 'due' }, say(words.due), due), h('label', { class: 'grow', for: 'assignee' }, say(words.assignee), assignee)),
      h('datalist', { id: 'assignees' }, ['Manager', 'Mailchimp', 'Other'].map((one) => h('option', { value: one }))),
    ],
    button(say(dialogMessages.back), back),
    ...(making === 0 ? [] : [button(say(words.make(tasks)), () => void make(), 'primary')]),
  );
}

void open();
