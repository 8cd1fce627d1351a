import { daysBetween, type Day } from '../../shared/day';
import type { Language } from '../../shared/text';
import type { MailMessage } from '../ports';
import { digestMessages } from './digest-messages';
import { html, type Html } from './html';
import { button, card, look, mailPage } from './mail-page';
import { dayWords } from '../../rules/words';
import { tidy } from '../../shared/text';
import { uriPart } from '../../shared/uri';

/** A task as the morning mail shows it: everything that reaches the person from a phone. */
export interface DigestTask {
  readonly name: string;
  readonly email: string;
  readonly type: string;
  readonly reason: string;
  readonly note: string | null;
  /** The last order: its day, and its items in words where they are known. */
  readonly lastOrder: { readonly on: Day; readonly items: string | null } | null;
  readonly dueOn: Day;
  /** wa.me link with the message filled in; null without a usable number. */
  readonly whatsApp: string | null;
  /** International digits; null without a usable number. */
  readonly phone: string | null;
  /** Null where the address is dead. */
  readonly mail: { readonly subject: string; readonly text: string } | null;
}

export interface DigestFacts {
  readonly today: Day;
  readonly language: Language;
  readonly shop: string;
  readonly url: string;
  readonly tasks: readonly DigestTask[];
  /** Sentences that the manager should know: a late night, a stale import, problems, rules that need mending. */
  readonly notices: readonly string[];
}

/** Gmail cuts a mail off at 102 KB, in the middle of a link. */
const LARGEST_HTML = 90_000;
const LONGEST_NAME = 80;
const LONGEST_WORDS = 600;
const LONGEST_SHOP = 100;

/** The morning mail's subject and two bodies; null where there is nothing to say. Tasks that do not fit are counted. */
export function digestOf(given: DigestFacts): Omit<MailMessage, 'to'> | null {
  if (given.tasks.length === 0 && given.notices.length === 0) return null;
  const facts = { ...given, tasks: given.tasks.map(shown), shop: cut(given.shop, LONGEST_SHOP) };
  const say = digestMessages[facts.language];
  const overdue = facts.tasks.filter((task) => task.dueOn < facts.today);
  const cards = fitting(facts.tasks.map((task) => taskCard(task, facts)));
  return {
    subject: say.subject(facts.shop, facts.tasks.length, overdue.length),
    text: plainText(facts, cards.length),
    html: htmlBody(facts, cards),
  };
}

/** What strangers typed, fit to be shown: without marks that turn the direction of what follows, and not endless. */
const shown = (task: DigestTask): DigestTask => ({
  ...task,
  name: cut(task.name, LONGEST_NAME) || task.email,
  type: cut(task.type, LONGEST_NAME),
  reason: cut(task.reason, LONGEST_WORDS),
  note: task.note === null ? null : cut(task.note, LONGEST_WORDS),
  lastOrder: task.lastOrder === null ? null : { ...task.lastOrder, items: task.lastOrder.items === null ? null : cut(task.lastOrder.items, LONGEST_WORDS) },
});

function cut(words: string, most: number): string {
  const tidied = tidy(words);
  return tidied.length <= most ? tidied : `${tidied.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function fitting(cards: readonly Html[]): Html[] {
  let size = 0;
  return cards.filter(({ markup }, i) => (size += markup.length) <= LARGEST_HTML || i === 0);
}

function plainText(facts: DigestFacts, count: number): string {
  const say = digestMessages[facts.language];
  const tasks = facts.tasks.slice(0, count).map((task) =>
    [
      `${task.name} · ${say.types[task.type] ?? task.type}${task.dueOn < facts.today ? ` · ${say.overdue(daysBetween(task.dueOn, facts.today))}` : ''}`,
      task.reason,
      lastOrderText(task, facts.language),
      task.note === null ? null : `${say.note}: ${task.note}`,
      task.whatsApp === null ? null : `WhatsApp: ${task.whatsApp}`,
      // The mark keeps the plus before the figures in a Hebrew line.
      task.phone === null ? null : `${say.call}: \u200e+${task.phone}`,
      task.mail === null ? null : `${say.mail}: ${task.email}`,
      task.whatsApp === null && task.phone === null && task.mail === null ? say.noWay : null,
    ]
      .filter((line) => line !== null && line !== '')
      .join('\n'),
  );
  const left = facts.tasks.length - count;
  const notices = facts.notices.length === 0 ? [] : [`${say.toKnow}:\n${facts.notices.map((notice) => `- ${notice}`).join('\n')}`];
  return [say.intro(facts.tasks.length), ...tasks, ...(left > 0 ? [say.more(left)] : []), ...notices, `${say.openSheet}: ${facts.url}`, ...(tasks.length === 0 ? [] : [say.thenChoose])].join('\n\n');
}

/** The last order in words; null where the reason says it already. */
function lastOrder({ lastOrder: last, reason }: DigestTask, language: Language): { readonly words: string; readonly items: readonly string[] } | null {
  if (last === null || (last.items !== null && reason.includes(last.items))) return null;
  // Each item in its own direction, or a Hebrew wine turns its year round.
  return { words: digestMessages[language].lastOrder(dayWords(last.on)[language]), items: last.items === null ? [] : last.items.split(', ') };
}

function lastOrderText(task: DigestTask, language: Language): string | null {
  const last = lastOrder(task, language);
  if (last === null) return null;
  return last.items.length === 0 ? last.words : `${last.words}: ${last.items.join(', ')}`;
}

/** The open cards as a page; `cards` are those of the tasks that fit. */
function htmlBody(facts: DigestFacts, cards: readonly Html[]): string {
  const say = digestMessages[facts.language];
  const left = facts.tasks.length - cards.length;
  return mailPage({
    language: facts.language,
    preview: facts.tasks.slice(0, 4).map((task) => task.name).join(', '),
    heading: say.intro(facts.tasks.length),
    body: [...cards, ...(left > 0 ? [html`<p ${look('grey', 'margin:0 0 14px')}>${say.more(left)}</p>`] : []), ...notices(facts)],
    link: { url: facts.url, words: say.openSheet },
    footer: facts.tasks.length === 0 ? '' : say.thenChoose,
  });
}

function taskCard(task: DigestTask, facts: DigestFacts): Html {
  const say = digestMessages[facts.language];
  const late = task.dueOn < facts.today ? html` <span ${look('late', 'display:inline-block;padding:1px 10px;border-radius:12px;font-weight:600')}>${say.overdue(daysBetween(task.dueOn, facts.today))}</span>` : html``;
  const last = lastOrder(task, facts.language);
  const line = (words: Html): Html => html`<div ${look('grey', 'margin-top:8px')}>${words}</div>`;
  return card(
    html`<div style="font-size:19px;line-height:1.3;font-weight:700"><bdi>${task.name}</bdi></div><div ${look('grey', 'margin-top:2px')}>${say.types[task.type] ?? task.type}${late}</div><div dir="auto" style="margin-top:8px;text-align:inherit">${task.reason}</div>${last === null ? html`` : line(html`${last.words}${last.items.map((item, i) => html`${i === 0 ? ': ' : ', '}<bdi>${item}</bdi>`)}`)}${task.note === null ? html`` : line(html`${say.note}: <bdi>${task.note}</bdi>`)}${buttons(task, facts) ?? line(html`${say.noWay}`)}`,
  );
}

/** The ways to reach the person as buttons; null where there is none. */
function buttons(task: DigestTask, facts: DigestFacts): Html | null {
  const say = digestMessages[facts.language];
  const mailto = task.mail === null ? null : `mailto:${uriPart(task.email).replace('%40', '@')}?subject=${uriPart(task.mail.subject)}&body=${uriPart(task.mail.text.replace(/\r?\n/g, '\r\n'))}`;
  const ways = [
    { href: task.whatsApp, colour: '#0b7a4b', words: 'WhatsApp' },
    { href: task.phone === null ? null : `tel:+${task.phone}`, colour: '#1f5fbf', words: say.call },
    { href: mailto, colour: '#4a5663', words: say.mail },
  ];
  const cells = ways.flatMap(({ href, colour, words }) => (href === null ? [] : [html`<td style="padding:0 3px">${button(href, words, colour, ';display:block')}</td>`]));
  return cells.length === 0 ? null : html`<table role="presentation" cellpadding="0" cellspacing="0" style="margin:14px -3px 0"><tr>${cells}</tr></table>`;
}

function notices(facts: DigestFacts): Html[] {
  if (facts.notices.length === 0) return [];
  const title = html`<div style="font-weight:700;margin-bottom:4px">${digestMessages[facts.language].toKnow}</div>`;
  return [card(html`${title}${facts.notices.map((notice) => html`<div style="margin-top:8px">${notice}</div>`)}`, 'know')];
}
