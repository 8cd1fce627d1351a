import type { PreviewAnswer } from '../../../app/night/preview';
import type { WhyAnswer } from '../../../app/night/why';
import { lawName, lawWords } from '../../law-messages';
import { dialogMessages } from '../../messages-dialogs';
import { previewWords as words } from '../../messages-preview';
import { ask } from '../ask';
import { fill, h, theirs } from '../h';
import { say } from '../language';
import { failure, figure, notice, openDialog, tableOf, waiting } from './dialog';
import { personFinder } from './person-finder';
import { taskList } from './task-list';

const dialog = openDialog('preview');
const count = (value: number): string => dialog.format.count(value);

async function open(): Promise<void> {
  dialog.wait(say(dialogMessages.loading));
  try {
    show(await ask('preview', {}, { seconds: 380 }));
  } catch (error) {
    dialog.fail(error, () => void open());
  }
}

function show(preview: PreviewAnswer): void {
  const waiting = preview.rules.reduce((sum, rule) => sum + rule.waiting, 0);
  dialog.show([
    h('p', { class: 'muted' }, say(words.lead)),
    h(
      'div',
      { class: 'figures' },
      figure(count(preview.tasks.length), say(words.make), 'good'),
      figure(count(waiting), say(words.held)),
      figure(count(preview.withdrawn), say(words.withdrawn)),
      figure(count(preview.missed), say(words.missed), preview.missed > 0 ? 'warn' : ''),
    ),
    whySection(),
    preview.tasks.length === 0 ? notice('', say(preview.rules.length === 0 ? words.noRules : words.nobody)) : taskList(preview.tasks),
    preview.held.length === 0 ? null : heldSection(preview),
    h(
      'section',
      { class: 'section' },
      h('h2', {}, say(words.rulesTitle)),
      tableOf(
        say(words.rulesTitle),
        [say(words.rule), say(words.matches), say(words.made), say(words.waiting), say(words.missedShort)],
        preview.rules.map((rule) => [theirs(rule.rule), count(rule.matches), count(rule.made), count(rule.waiting), count(rule.missed)]),
        [1, 2, 3, 4],
      ),
    ),
    h('section', { class: 'section' }, h('h2', {}, say(words.order)), h('p', { class: 'muted' }, preview.order)),
  ]);
}

const heldSection = ({ held }: PreviewAnswer): HTMLElement =>
  h(
    'section',
    { class: 'section' },
    h('h2', {}, say(words.heldTitle)),
    h('p', { class: 'muted small' }, say(words.heldLead)),
    tableOf(
      say(words.heldTitle),
      [say(words.law), say(words.people)],
      held.map(({ law, count: many }) => {
        const help = lawWords[law]?.help;
        return [h('div', {}, h('strong', {}, say(lawName(law))), help === undefined ? null : h('div', { class: 'small muted' }, say(help))), count(many)];
      }),
      [1],
    ),
  );

/** Why / why not for one person, found by address or name. */
function whySection(): HTMLElement {
  const answer = h('div', { class: 'section', 'aria-live': 'polite' });
  const explain = async (email: string): Promise<void> => {
    fill(answer, waiting(say(dialogMessages.working)));
    try {
      fill(answer, ...answerOf(await ask('why', { email })));
    } catch (error) {
      fill(answer, failure(error));
    }
  };
  return h('details', {}, h('summary', {}, say(words.why)), h('p', { class: 'muted small' }, say(words.whyLead)), personFinder(say(words.ask), answer, explain), answer);
}

const looks = { makes: 'good', noted: 'good', held: 'warn', condition: '' } as const;

function answerOf({ email, rules }: WhyAnswer): (HTMLElement | null)[] {
  return [
    h('h3', {}, theirs(say(words.about(email)))),
    rules.length === 0 ? notice('', say(words.noRules)) : null,
    h(
      'ul',
      { class: 'list' },
      rules.map((rule) => {
        const known = rule.answer in looks ? (rule.answer as keyof typeof looks) : 'condition'; // the answers of why-not.ts, which travel as text
        return h(
          'li',
          {},
          h('div', { class: 'row' }, h('strong', { class: 'grow' }, theirs(rule.rule)), h('span', { class: `badge ${looks[known]}` }, say(words.answers[known])), rule.law === null ? null : h('span', { class: 'badge' }, say(lawName(rule.law)))),
          h('div', { dir: 'auto' }, rule.reason),
          rule.earliest === null ? null : h('div', { class: 'small muted' }, say(words.earliest(dialog.format.longDay(rule.earliest)))),
        );
      }),
    ),
  ];
}

void open();
