import type { ToastView } from '../protocol/page';
import { h, icon } from './h';
import { say } from './words';

const MOST = 4;

/** Short messages at the corner, as the script's toast() shows them; read out where the manager listens. */
export class Toasts {
  readonly element = h('div', { className: 'toasts', attrs: { role: 'status', 'aria-live': 'polite' } });

  show({ title, message, seconds }: ToastView, kind: 'plain' | 'error' = 'plain'): void {
    const toast = h(
      'div',
      { className: `toast ${kind}` },
      h('div', { className: 'words' }, title === '' ? null : h('strong', { textContent: title, dir: 'auto' }), h('span', { textContent: message, dir: 'auto' })),
      h('button', { type: 'button', className: 'quiet', ariaLabel: say('close'), on: { click: () => toast.remove() } }, icon('close')),
    );
    this.element.append(toast);
    while (this.element.children.length > MOST) this.element.firstElementChild?.remove();
    if (seconds >= 0) setTimeout(() => toast.remove(), Math.max(3, seconds) * 1000);
  }

  error(message: string): void {
    this.show({ title: '', message, seconds: 12 }, 'error');
  }
}
