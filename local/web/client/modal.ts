import { h, icon } from './h';
import { say } from './words';

/** A dialog over the page; Escape and its cross close it. */
export class Modal {
  readonly element: HTMLDialogElement;
  private readonly body: HTMLElement;

  constructor({ title, className = '', closed = () => undefined }: { readonly title: string; readonly className?: string; readonly closed?: () => void }, ...content: readonly Node[]) {
    this.body = h('div', { className: 'modal-body' }, ...content);
    this.element = h(
      'dialog',
      { className: `modal ${className}`, attrs: { 'aria-label': title } },
      h('header', {}, h('h2', { textContent: title, dir: 'auto' }), h('button', { type: 'button', className: 'quiet', ariaLabel: say('close'), on: { click: () => this.close() } }, icon('close'))),
      this.body,
    );
    this.element.addEventListener('close', () => {
      this.element.remove();
      closed();
    });
    document.body.append(this.element);
    this.element.showModal();
  }

  close(): void {
    this.element.close();
  }

  resize(width: number | null, height: number | null): void {
    if (width !== null) this.body.style.width = `${width}px`;
    if (height !== null) this.body.style.height = `${height}px`;
  }
}

/** A sentence to be taken note of. */
export function alertBox(title: string, sentence: string): Promise<void> {
  return new Promise((settle) => {
    const ok = h('button', { type: 'button', className: 'primary', textContent: say('ok'), on: { click: () => modal.close() } });
    const modal = new Modal({ title, className: 'small', closed: settle }, h('p', { textContent: sentence, dir: 'auto' }), h('div', { className: 'buttons' }, ok));
    ok.focus();
  });
}

/** A question; true where it is answered with OK. */
export function confirmBox(title: string, sentence: string): Promise<boolean> {
  return new Promise((settle) => {
    let answer = false;
    const ok = h('button', {
      type: 'button',
      className: 'primary',
      textContent: say('ok'),
      on: {
        click: () => {
          answer = true;
          modal.close();
        },
      },
    });
    const cancel = h('button', { type: 'button', textContent: say('cancel'), on: { click: () => modal.close() } });
    const modal = new Modal({ title, className: 'small', closed: () => settle(answer) }, h('p', { textContent: sentence, dir: 'auto' }), h('div', { className: 'buttons' }, cancel, ok));
    ok.focus();
  });
}
