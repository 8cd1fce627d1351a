import type { CheckedFact } from '../../../app/set-up/check-installation';
import { fold, type Text } from '../../../shared/text';
import { version } from '../../../shared/version';
import { helpWords as words } from '../../messages-help';
import type { GuideSection } from '../../models/guide-model';
import { ask, openPage } from '../ask';
import { fill, h } from '../h';
import { say } from '../language';
import { button, failure, notice, openDialog, waiting } from './dialog';
import { guide } from './guide.value';

const dialog = openDialog('help');

function open(): void {
  const found = h('div', { class: 'section', style: 'gap:16px' });
  const search = h('input', { id: 'search', type: 'search', dir: 'auto', oninput: () => draw(search.value) });
  const report = h('div', { class: 'section', 'aria-live': 'polite' });
  const draw = (asked: string): void => {
    const wanted = fold(asked);
    fill(found, wanted === '' ? everything(report) : matches(wanted, asked));
  };
  draw('');
  dialog.show([h('label', { for: 'search' }, words.search, search), found, h('p', { class: 'muted small' }, words.version(version))]);
}

/** The page as it opens: a day, questions, the guide section by section, the self-test. */
const everything = (report: HTMLElement): HTMLElement[] => [
  h('section', { class: 'section' }, h('h2', {}, words.dayTitle), h('ol', { class: 'section' }, words.day.map((line, i) => h('li', { class: 'step' }, h('span', { class: 'mark', 'aria-hidden': 'true' }, i + 1), h('div', { class: 'body' }, line))))),
  h('section', { class: 'section' }, h('h2', {}, words.howTitle), words.how.map((one) => questionPart(one, false))),
  h('section', { class: 'section' }, h('h2', {}, words.guideTitle), guide.map((section) => sectionPart(section, false))),
  h('section', { class: 'card section' }, h('h2', {}, words.check), h('p', { class: 'muted small' }, words.checkLead), h('div', {}, button(say(words.check), () => void check(report))), report),
];

/** What speaks of it, opened. */
function matches(wanted: string, asked: string): HTMLElement[] {
  const found = [...words.how.filter((one) => speak(wanted, one.ask, one.say)).map((one) => questionPart(one, true)), ...guide.flatMap((section) => matching(section, wanted)).map((section) => sectionPart(section, true))];
  return found.length === 0 ? [notice('', say(words.nothing(asked)))] : found;
}

const speak = (wanted: string, ...texts: readonly (Text | null)[]): boolean => texts.some((one) => one !== null && (fold(one.en).includes(wanted) || fold(one.he).includes(wanted)));

/** The section with only what speaks of it, in either language. */
function matching(section: GuideSection, wanted: string): GuideSection[] {
  if (speak(wanted, section.title)) return [section];
  const entries = section.entries.filter(({ name, help, mark }) => speak(wanted, name, help, mark));
  return entries.length === 0 ? [] : [{ ...section, entries }];
}

/** Names of sheets, columns and settings stand in backticks. */
const marked = (sentence: Text): (string | HTMLElement)[] => say(sentence).split('`').map((part, i) => (i % 2 === 0 ? part : h('b', {}, h('bdi', {}, part))));

const questionPart = ({ ask: question, say: answer, page }: (typeof words.how)[number], isOpen: boolean): HTMLElement =>
  h(
    'details',
    { open: isOpen },
    h('summary', {}, question),
    h('p', {}, marked(answer)),
    page === null ? null : h('p', {}, button(say(words.openPage), () => openPage(page, (error) => dialog.fail(error, open)))),
  );

const sectionPart = ({ title, help, entries }: GuideSection, isOpen: boolean): HTMLElement =>
  h(
    'details',
    { open: isOpen },
    h('summary', {}, h('bdi', {}, title)),
    help === null ? null : h('p', { class: 'muted' }, marked(help)),
    h(
      'dl',
      { class: 'guide' },
      entries.flatMap(({ name, help: means, mark }) => [h('dt', {}, h('bdi', {}, name), ' ', mark === null ? null : h('span', { class: 'badge' }, h('bdi', {}, mark))), h('dd', {}, marked(means))]),
    ),
  );

async function check(report: HTMLElement): Promise<void> {
  fill(report, waiting(say(words.checking)));
  try {
    const facts = await ask('check', {}, { seconds: 380 });
    const wrong = facts.filter(({ ok }) => !ok);
    const line = ({ ok, detail }: CheckedFact): HTMLElement => h('li', { class: 'check' }, h('span', { class: ok ? 'yes' : 'no', role: 'img', 'aria-label': say(ok ? words.yes : words.no) }, ok ? '✓' : '✗'), h('span', { dir: 'auto' }, detail));
    fill(
      report,
      wrong.length === 0 ? notice('good', say(words.allWell(dialog.format.count(facts.length)))) : h('div', { class: 'notice warn', role: 'status' }, h('p', {}, say(words.differs(wrong.length, dialog.format.count(wrong.length)))), h('ul', {}, wrong.map(line))),
      h('details', {}, h('summary', {}, say(words.passed)), h('ul', {}, facts.filter(({ ok }) => ok).map(line))),
    );
  } catch (error) {
    fill(report, failure(error));
  }
}

open();
