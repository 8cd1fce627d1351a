import { isDay } from '../../../shared/day';
import { Refusal } from '../../../shared/problem';
import { languageOf } from '../../../shared/text';
import { dialogMessages as messages } from '../../messages-dialogs';
import { pageMessages, type Page } from '../../page-messages';
import { AskError, closePage } from '../ask';
import { fill, h } from '../h';
import { formatFor, type Format } from '../i18n/format';
import { language, say, speak } from '../language';

export type Content = Parameters<typeof fill>[1];

/** A dialog's two parts and the reader's formats. */
export interface Dialog {
  readonly format: Format;
  /** The workbook's locale. */
  readonly locale: string;
  readonly today: string;
  /** Shows a step: what it holds, and its buttons beside Close. The heading gets the focus, so that a reader is told of the step. */
  readonly show: (content: Content, ...buttons: readonly HTMLElement[]) => void;
  /** Shows that something is being waited for. */
  readonly wait: (words: string) => void;
  /** Shows why it did not work, with a way to go on. */
  readonly fail: (error: unknown, again?: () => void) => void;
}

/** Opens a page in the workbook's language, as the server wrote it into the document. */
export function openDialog(page: Page): Dialog {
  const { lang, dataset } = document.documentElement;
  const today = dataset['today'] ?? '';
  speak(languageOf(lang));
  const main = partOf('main');
  const footer = partOf('footer');
  const locale = dataset['locale'] ?? lang;
  const show: Dialog['show'] = (content, ...buttons) => {
    const heading = h('h1', { tabindex: -1, class: 'hidden-words' }, say(pageMessages[page].title));
    fill(main, heading, content);
    fill(footer, h('button', { type: 'button', onclick: closePage }, say(messages.close)), buttons);
    main.scrollTop = 0;
    heading.focus({ preventScroll: true });
  };
  const fail: Dialog['fail'] = (error, again) =>
    show(failure(error), ...(again === undefined ? [] : [button(say(messages.again), again, 'primary')]));
  // A bug must not look like an empty dialog.
  window.addEventListener('error', (event) => fail(event.error));
  window.addEventListener('unhandledrejection', (event) => fail(event.reason));
  return {
    locale,
    today,
    format: formatFor(locale, language(), isDay(today) ? today : '2026-01-01'),
    show,
    fail,
    wait: (words) => show(waiting(words)),
  };
}

function partOf(id: string): HTMLElement {
  const part = document.getElementById(id);
  if (part === null) throw new Error(`The page has no ${id}`);
  return part;
}

export const button = (words: string, act: () => void, look = ''): HTMLButtonElement => h('button', { type: 'button', class: look, onclick: act }, words);

/** A turning wheel with words, told to screen readers. */
export const waiting = (words: string): HTMLElement => h('div', { class: 'waiting', role: 'status' }, h('div', { class: 'spinner', 'aria-hidden': 'true' }), h('p', { class: 'muted' }, words));

/** A sentence that matters. */
export const notice = (kind: '' | 'good' | 'warn' | 'bad', ...words: readonly (string | Node)[]): HTMLElement =>
  h('div', { class: `notice ${kind}`, role: kind === 'bad' ? 'alert' : kind === 'good' ? 'status' : null }, words);

/** Why something failed. */
export const failure = (error: unknown): HTMLElement => trouble(sentenceOf(error));

/** A sentence that says what is wrong; under a query's mistake the line and its caret follow, left to right in letters of one width. */
export function trouble(words: string): HTMLElement {
  const [sentence = '', ...line] = words.split('\n');
  return h('div', { class: 'notice bad', role: 'alert' }, h('p', {}, sentence), line.length === 0 ? null : h('pre', { class: 'caret', dir: 'ltr', tabindex: 0 }, line.join('\n')));
}

export function sentenceOf(error: unknown): string {
  if (error instanceof AskError) return error.message;
  if (error instanceof Refusal) return say(error.text);
  return say(messages.broke(error instanceof Error ? error.message : String(error)));
}

/** A table with headings; a cell may be words or an element. */
export const tableOf = (caption: string, headings: readonly string[], rows: readonly (readonly (string | Node)[])[], figures: readonly number[] = []): HTMLElement =>
  h(
    'table',
    {},
    h('caption', { class: 'hidden-words' }, caption),
    h('thead', {}, h('tr', {}, headings.map((words, i) => h('th', { scope: 'col', class: figures.includes(i) ? 'figure' : '' }, words)))),
    h('tbody', {}, rows.map((row) => h('tr', {}, row.map((cell, i) => h('td', { class: figures.includes(i) ? 'figure' : '' }, cell))))),
  );

/** A big figure with what it counts. */
export const figure = (count: string, words: string, kind = ''): HTMLElement => h('div', { class: `figure-box ${kind}` }, h('b', {}, count), h('span', {}, words));
