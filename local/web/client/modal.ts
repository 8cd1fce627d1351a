import type { AnswerGiven, QuestionView } from '../protocol/acts';
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
export async function alertBox(title: string, sentence: string): Promise<void> {
  await asked({ title, sentence, buttons: [['OK', say('ok')]] });
}

/** A question; true where it is answered with OK. */
export async function confirmBox(title: string, sentence: string): Promise<boolean> {
  return (await asked({ title, sentence, buttons: [['CANCEL', say('cancel')], ['OK', say('ok')]] })) === 'OK';
}

/** A warning before something goes on, with a box to tick besides. */
export async function warningBox(title: string, sentence: string, tick: string): Promise<{ readonly goOn: boolean; readonly quiet: boolean }> {
  const box = h('input', { type: 'checkbox' });
  const button = await asked({ title, sentence, buttons: [['CANCEL', say('cancel')], ['OK', say('ok')]], more: h('label', { className: 'tick' }, box, tick) });
  return { goOn: button === 'OK', quiet: box.checked };
}

/** What the script asks, with the buttons that it wants; closing the box is an answer too. */
export async function questionBox(title: string, { prompt, buttons, typed }: QuestionView): Promise<AnswerGiven> {
  const field = h('input', { type: 'text', dir: 'auto', ariaLabel: prompt });
  const sets = { OK: ['OK'], OK_CANCEL: ['CANCEL', 'OK'], YES_NO: ['NO', 'YES'], YES_NO_CANCEL: ['CANCEL', 'NO', 'YES'] } as const;
  const labels = { OK: say('ok'), CANCEL: say('cancel'), YES: say('yes'), NO: say('no') };
  const button = await asked({ title, sentence: prompt, buttons: sets[buttons].map((name) => [name, labels[name]] as const), ...(typed ? { more: field, first: field } : {}) });
  return { button, ...(typed ? { text: field.value } : {}) };
}

interface Asked<B extends string> {
  readonly title: string;
  readonly sentence: string;
  /** The last one is what Enter presses. */
  readonly buttons: readonly (readonly [name: B, label: string])[];
  readonly more?: HTMLElement;
  /** What has the focus first; absent: the last button. */
  readonly first?: HTMLElement;
}

/** Asks, and gives the button that was pressed. */
function asked<B extends string>({ title, sentence, buttons, more, first }: Asked<B>): Promise<B | 'CLOSE'> {
  return new Promise((settle) => {
    let answer: B | 'CLOSE' = 'CLOSE';
    const last = buttons.length - 1;
    const pressed = (name: B) => (): void => {
      answer = name;
      modal.close();
    };
    const drawn = buttons.map(([name, label], i) => h('button', { type: 'button', className: i === last ? 'primary' : '', textContent: label, on: { click: pressed(name) } }));
    const modal = new Modal({ title, className: 'small', closed: () => settle(answer) }, h('p', { textContent: sentence, dir: 'auto' }), ...(more === undefined ? [] : [more]), h('div', { className: 'buttons' }, ...drawn));
    first?.addEventListener('keydown', (event) => event.key === 'Enter' && drawn[last]?.click());
    (first ?? drawn[last])?.focus();
  });
}
