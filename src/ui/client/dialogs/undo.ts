import type { UndoableRun } from '../../../app/night/undo-run';
import { dialogMessages } from '../../messages-dialogs';
import { undoWords as words } from '../../messages-undo';
import { ask } from '../ask';
import { h, theirs } from '../h';
import { say } from '../language';
import { button, notice, openDialog } from './dialog';

const dialog = openDialog('undo');
const tasksIn = (value: number): string => say(dialogMessages.tasks(value, dialog.format.count(value)));

async function open(): Promise<void> {
  dialog.wait(say(dialogMessages.loading));
  try {
    const runs = await ask('undoableRuns', {});
    const [newest] = runs;
    if (newest === undefined) dialog.show(notice('', say(words.nothing)));
    else show(runs, newest, false);
  } catch (error) {
    dialog.fail(error, () => void open());
  }
}

const nameOf = ({ run, byHand }: UndoableRun): string => {
  const [day = '', time = ''] = run.split(' ');
  const when = /^\d{4}-\d\d-\d\d$/.test(day) ? `${dialog.format.day(day)}, ${time}` : run;
  return say(byHand ? words.batch(when) : words.night(when));
};

function show(runs: readonly UndoableRun[], chosen: UndoableRun, again: boolean): void {
  const select = h(
    'select',
    { id: 'run', onchange: () => show(runs, runs[select.selectedIndex] ?? chosen, again) },
    runs.map((run) => h('option', { selected: run === chosen }, nameOf(run))),
  );
  const answer = (value: boolean, label: string, help: string): HTMLElement =>
    h('label', { class: 'rule' }, h('input', { type: 'radio', name: 'again', checked: again === value, onchange: () => (again = value) }), h('span', {}, label, h('span', { class: 'muted small', style: 'display:block' }, help)));
  dialog.show(
    [
      runs.length === 1 ? h('h2', {}, nameOf(chosen)) : h('label', { for: 'run' }, say(words.which), select),
      h('div', {}, h('p', {}, say(words.goes(tasksIn(chosen.tasks)))), h('p', { class: 'muted small' }, chosen.first.map((name, i) => [i === 0 ? '' : ', ', theirs(name)]), chosen.tasks > chosen.first.length ? ` ${say(dialogMessages.more(dialog.format.count(chosen.tasks - chosen.first.length)))}` : '')),
      chosen.kept === 0 ? null : h('p', { class: 'muted small' }, say(words.stays(tasksIn(chosen.kept)))),
      // A batch that a person asked for comes again only if they ask again.
      chosen.byHand ? null : h('fieldset', { style: 'border:0;padding:0;margin:0' }, h('legend', { style: 'font-weight:600;padding:0' }, say(words.question)), answer(false, say(words.forGood), say(words.forGoodHelp)), answer(true, say(words.again), say(words.againHelp))),
    ],
    button(say(words.undo(tasksIn(chosen.tasks))), () => void undo(chosen, again && !chosen.byHand), 'primary'),
  );
}

async function undo({ run }: UndoableRun, again: boolean): Promise<void> {
  dialog.wait(say(dialogMessages.working));
  try {
    const undone = await ask('undo', { again, run });
    dialog.show([
      notice('good', say(words.done(tasksIn(undone.withdrawn)))),
      undone.kept === 0 ? null : h('p', { class: 'muted' }, say(words.stays(tasksIn(undone.kept)))),
      again ? h('p', {}, say(words.changeRules)) : null,
    ]);
  } catch (error) {
    dialog.fail(error, () => void open());
  }
}

void open();
