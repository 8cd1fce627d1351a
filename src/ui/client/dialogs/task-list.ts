import type { PreviewAnswer } from '../../../app/night/preview';
import { previewWords as words } from '../../messages-preview';
import { h, ltr, theirs } from '../h';
import { say } from '../language';
import { typeWords } from '../../task-type-messages';

/** The tasks that a night would make, best first, each with its person and why. */
export const taskList = (tasks: PreviewAnswer['tasks']): HTMLElement =>
  h(
    'ol',
    { class: 'card list', style: 'padding:0' },
    tasks.map((task) =>
      h(
        'li',
        {},
        h('div', { class: 'row' }, h('strong', { class: 'grow' }, theirs(task.name ?? task.email)), h('span', { class: 'badge accent' }, say(typeWords(task.type))), task.reopened ? h('span', { class: 'badge' }, say(words.reopened)) : null),
        task.name === null ? null : h('div', { class: 'small muted' }, ltr(task.email)),
        h('div', { dir: 'auto' }, task.reason),
        // A rule that is called as its kind of task says nothing new.
        task.rule === task.type ? null : h('div', { class: 'small muted' }, theirs(task.rule)),
      ),
    ),
  );
