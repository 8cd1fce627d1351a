import * as messages from '../../messages';
import { h, theirs } from '../h';
import { say } from '../language';
import { openPerson, refuseContact, remind } from './person-actions';
import { icons } from './icons';
import { now, show, type Notice, type Offer } from './screen';

/** What just happened, what an outcome offers, and who is selected in the sheet. */
export function noticesPart(): (HTMLElement | null)[] {
  const { notice, offer, selected } = now();
  return [notice === null ? null : noticePart(notice), offer === null ? null : offerPart(offer), selected === null ? null : selectedPart(selected)];
}

const closeButton = (act: () => void): HTMLElement => h('button', { class: 'quiet tool', 'aria-label': messages.close, onclick: act }, icons.close());

function noticePart({ tone, words, acts }: Notice): HTMLElement {
  return h(
    'div',
    { class: `notice toast ${tone}`, role: tone === 'bad' ? 'alert' : 'status' },
    h('p', { class: 'grow' }, words),
    acts.map(({ label, act }) =>
      h(
        'button',
        {
            class: 'link strong',
          onclick: () => {
            show({ notice: null });
            act();
          },
        },
        label,
      ),
    ),
    closeButton(() => show({ notice: null })),
  );
}

function offerPart(offer: Offer): HTMLElement {
  const none = h('button', { class: 'quiet', onclick: () => show({ offer: null }) }, messages.noThanks);
  if (offer.kind === 'do not contact') {
    return h('div', { class: 'notice warn stack offer', role: 'group' }, h('p', {}, messages.refuseOffer(offer.who)), h('div', { class: 'row end' }, none, h('button', { class: 'primary', key: 'refuse', onclick: () => refuseContact(offer) }, messages.refuse)));
  }
  const day = h('input', { type: 'date', value: offer.on ?? '', min: now().queue?.model.snooze.tomorrow ?? '', 'aria-label': messages.dueDate });
  return h(
    'div',
    { class: 'notice stack offer', role: 'group' },
    h('p', {}, messages.reminderOffer(offer.who)),
    day,
    h('div', { class: 'row end' }, none, h('button', { class: 'primary', key: 'remind', onclick: () => (day.value === '' ? day.focus() : void remind(offer, day.value)) }, messages.remind)),
  );
}

const selectedPart = ({ email, name }: { readonly email: string; readonly name: string }): HTMLElement =>
  h(
    'div',
    { class: 'selected' },
    icons.sheet(),
    h('span', { class: 'grow' }, h('span', { class: 'hidden-words' }, messages.inTheSheet('')), theirs(name)),
    h('button', { class: 'link', key: 'show-selected', 'aria-label': `${say(messages.show)}: ${name}`, onclick: () => void openPerson(email) }, messages.show),
  );
