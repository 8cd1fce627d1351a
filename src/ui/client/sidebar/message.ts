import type { Text } from '../../../shared/text';
import type { Card } from '../../../tasks/queue';
import type { Channel } from '../../../tasks/templates.table';
import { uriPart } from '../../../shared/uri';
import { whatsAppLink } from '../../../tasks/phone';
import * as messages from '../../messages';
import { h } from '../h';
import { say } from '../language';
import { tell } from './tell';
import { icons } from './icons';
import { now, show } from './screen';

const order: readonly Channel[] = ['WhatsApp', 'E-mail', 'Call'];
const names = { WhatsApp: messages.whatsApp, 'E-mail': messages.email, Call: messages.call } as const;

interface Draft {
  subject: string;
  text: string;
}
/** What the manager has changed in a suggested message, until the sidebar closes. */
const drafts = new Map<string, Draft>();

function draftOf(card: Card, channel: Channel): Draft {
  const key = `${card.taskId ?? card.person.email}|${channel}`;
  const draft = drafts.get(key) ?? { subject: card.messages[channel]?.subject ?? '', text: card.messages[channel]?.text ?? '' };
  drafts.set(key, draft);
  return draft;
}

const canMail = ({ person }: Card): boolean => !person.cleaned && person.email.includes('@');
const canUse = (card: Card, channel: Channel): boolean => (channel === 'E-mail' ? canMail(card) : card.person.digits !== null);

/** The channel whose text is shown: the chosen one, else the first that reaches the person. */
export const channelOf = (card: Card): Channel => now().channel ?? order.find((channel) => canUse(card, channel)) ?? 'WhatsApp';

function linkOf(card: Card, channel: Channel): string | null {
  if (!canUse(card, channel)) return null;
  const { subject, text } = draftOf(card, channel);
  if (channel === 'WhatsApp') return whatsAppLink(card.person.digits ?? '', text);
  if (channel === 'Call') return `tel:+${card.person.digits ?? ''}`;
  // Mail programs want CR LF; an address may hold what a link may not.
  return `mailto:${uriPart(card.person.email).replace(/%40/g, '@')}?subject=${uriPart(subject)}&body=${uriPart(text.replace(/\r?\n/g, '\r\n'))}`;
}

/** The suggested message, to be edited, and the ways to reach the person with it. */
export function messagePart(card: Card): HTMLElement {
  const channel = channelOf(card);
  const draft = draftOf(card, channel);
  const written = card.messages[channel]?.language ?? null;
  const links = new Map<Channel, HTMLAnchorElement>();
  const relink = (): void => links.forEach((link, of) => link.setAttribute('href', linkOf(card, of) ?? ''));
  const field = h('textarea', {
    id: 'message',
    key: 'message',
    rows: channel === 'Call' ? 4 : 6,
    dir: 'auto',
    lang: written?.toLowerCase() ?? null,
    'aria-label': channel === 'Call' ? messages.callScript : messages.channelMessage(say(names[channel])),
    placeholder: messages.noTemplate,
    value: draft.text,
    oninput: () => {
      draft.text = field.value;
      relink();
    },
  });
  const subject = h('input', {
    key: 'subject',
    dir: 'auto',
    'aria-label': messages.subject,
    value: draft.subject,
    oninput: () => {
      draft.subject = subject.value;
      relink();
    },
  });
  const reach = (of: Channel, picture: SVGElement): HTMLElement => {
    const href = linkOf(card, of);
    const label = say(names[of]);
    if (href === null) return h('button', { disabled: true, class: 'reach' }, picture, label);
    const link = h(
      'a',
      { class: `button reach${of === 'WhatsApp' ? ' whatsapp' : ''}`, href, target: '_blank', rel: 'noopener noreferrer', key: `reach-${of}`, 'data-reach': of, onclick: () => reached(of) },
      picture,
      label,
    );
    links.set(of, link);
    return link;
  };
  const lacks = (of: Channel, known: boolean, missing: Text): HTMLElement | null => (canUse(card, of) || known ? null : h('p', { class: 'muted small' }, missing));
  return h(
    'section',
    { class: 'message stack', 'aria-label': messages.message },
    h(
      'div',
      { class: 'reaches' },
      reach('WhatsApp', icons.whatsApp()),
      reach('Call', icons.call()),
      reach('E-mail', icons.mail()),
      h('button', { class: 'reach', key: 'copy', 'data-reach': 'copy', onclick: () => void copy(field) }, icons.copy(), messages.copy),
    ),
    // Where a notice above says it already, it is not said twice.
    lacks('Call', card.person.wrongNumber, messages.noNumber),
    lacks('E-mail', card.person.cleaned, messages.noMail),
    h(
      'div',
      { class: 'segments', role: 'group', 'aria-label': messages.message },
      order.map((one) =>
        h('button', { 'aria-pressed': String(one === channel), key: `text-${one}`, onclick: () => show({ channel: one }) }, one === 'Call' ? messages.callScript : names[one]),
      ),
    ),
    channel === 'E-mail' ? subject : null,
    field,
  );
}

/** Once somebody has been written to or called, the outcomes are what comes next. The link must open first. */
const reached = (channel: Channel): void => void setTimeout(() => show({ channel, panel: 'outcomes' }), 0);

/** Sidebars are framed without leave to use the clipboard, so the old way is tried after the new one. */
async function copy(field: HTMLTextAreaElement): Promise<void> {
  let copied = false;
  try {
    await navigator.clipboard.writeText(field.value);
    copied = true;
  } catch {
    field.focus({ preventScroll: true });
    field.select();
    copied = document.execCommand('copy');
  }
  tell(say(copied ? messages.copied : messages.copyFailed), copied ? 'good' : 'bad');
}
