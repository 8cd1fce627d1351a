import type { CheckedFact } from '../../../app/set-up/check-installation';
import { fold } from '../../../shared/text';
import { version } from '../../../shared/version';
import { helpWords as words } from '../../messages-help';
import { guideModel, type GuideSection } from '../../models/guide-model';
import { ask } from '../ask';
import { fill, h } from '../h';
import { say } from '../language';
import { button, failure, notice, openDialog, waiting } from './dialog';

const dialog = openDialog('help');
const guide = guideModel();

function open(): void {
  const found = h('div', { class: 'stack', style: 'gap:16px' });
  const search = h('input', { id: 'search', type: 'search', dir: 'auto', oninput: () => draw(search.value) });
  function draw(asked: string): void {
    const wanted = fold(asked);
    const sections = wanted === '' ? guide : guide.flatMap((section) => matching(section, wanted));
    fill(found, sections.length === 0 ? notice('', say(words.nothing(asked))) : sections.map((section) => sectionElement(section, wanted !== '')));
  }
  draw('');
  const report = h('div', { class: 'section', 'aria-live': 'polite' });
  dialog.show([
    h('section', { class: 'section' }, h('h2', {}, say(words.dayTitle)), h('ol', { class: 'stack' }, words.day.map((line, i) => h('li', { class: 'step' }, h('span', { class: 'mark', 'aria-hidden': 'true' }, i + 1), h('div', { class: 'body' }, say(line)))))),
    h('section', { class: 'card section' }, h('h2', {}, say(words.check)), h('p', { class: 'muted small' }, say(words.checkLead)), h('div', {}, button(say(words.check), () => void check(report))), report),
    h('label', { for: 'search' }, say(words.search), search),
    found,
    h('p', { class: 'muted small' }, say(words.version(version))),
  ]);
}

/** The section with only what speaks of it, in either language. */
function matching(section: GuideSection, wanted: string): GuideSection[] {
  const speaks = (...texts: readonly ({ readonly en: string; readonly he: string } | null)[]): boolean => texts.some((one) => one !== null && (fold(one.en).includes(wanted) || fold(one.he).includes(wanted)));
  if (speaks(section.title)) return [section];
  const entries = section.entries.filter(({ name, help, mark }) => speaks(name, help, mark));
  return entries.length === 0 ? [] : [{ ...section, entries }];
}

const sectionElement = ({ title, help, entries }: GuideSection, isOpen: boolean): HTMLElement =>
  h(
    'details',
    { open: isOpen },
    h('summary', {}, h('bdi', {}, say(title))),
    help === null ? null : h('p', { class: 'muted' }, say(help)),
    h(
      'dl',
      { class: 'guide' },
      entries.flatMap(({ name, help: means, mark }) => [h('dt', {}, h('bdi', {}, say(name)), ' ', mark === null ? null : h('span', { class: 'badge' }, h('bdi', {}, say(mark)))), h('dd', {}, say(means))]),
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
