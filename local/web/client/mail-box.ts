import type { MailView, PageState } from '../protocol/page';
import { h } from './h';
import { Modal } from './modal';
import { say } from './words';

/** The mails that the script sent, newest first, as a phone shows them. */
export function openMailBox({ mails, framesOrigin }: Pick<PageState, 'mails' | 'framesOrigin'>): void {
  const reader = h('div', { className: 'mail-reader' });
  const list = h('ul', { className: 'mail-list' });
  const read = (mail: MailView, button: HTMLElement): void => {
    for (const other of list.querySelectorAll('[aria-current]')) other.removeAttribute('aria-current');
    button.setAttribute('aria-current', 'true');
    reader.replaceChildren(
      h('h3', { textContent: mail.subject, dir: 'auto' }),
      h('p', { className: 'to' }, `${say('mailTo')}: `, h('bdi', { textContent: mail.to })),
      h('iframe', { src: `${framesOrigin}/mail/${mail.token}`, title: mail.subject, attrs: { sandbox: 'allow-popups allow-popups-to-escape-sandbox' } }),
    );
  };
  const buttons = [...mails].reverse().map((mail) => {
    const button = h(
      'button',
      { type: 'button', on: { click: () => read(mail, button) } },
      h('strong', { textContent: mail.subject, dir: 'auto' }),
      h('span', { textContent: mail.text.replace(/\s+/g, ' ').slice(0, 90), dir: 'auto' }),
    );
    return { mail, button };
  });
  list.append(...buttons.map(({ button }) => h('li', {}, button)));
  const [newest] = buttons;
  new Modal({ title: say('mailSent'), className: 'mail' }, ...(newest === undefined ? [h('p', { className: 'empty', textContent: say('noMail') })] : [list, reader]));
  if (newest !== undefined) read(newest.mail, newest.button);
}
