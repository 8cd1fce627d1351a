import type { Outcome } from '../protocol/acts';
import type { DialogView, FaultSwitches } from '../protocol/page';
import { h, icon } from './h';
import { Modal } from './modal';
import { say } from './words';

/** What a page of the script may ask of the page around it. */
type Asked =
  | { readonly kind: 'run'; readonly id: number; readonly name: string; readonly args: readonly unknown[] }
  | { readonly kind: 'close' }
  | { readonly kind: 'focus' }
  | { readonly kind: 'size'; readonly width?: number; readonly height?: number };

interface Surroundings {
  origin(): string;
  faults(): FaultSwitches;
  run(name: string, args: readonly unknown[]): Promise<Outcome>;
  focusGrid(): void;
  /** The sidebar has come or gone. */
  shifted(): void;
}

/** A shown page of the script. */
interface Shown {
  readonly frame: HTMLIFrameElement;
  readonly close: () => void;
  readonly resize: (width: number | null, height: number | null) => void;
}

/** As Google's frames: scripts, but in an origin of its own and without leave to use the clipboard. */
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation';
const SLOW_MS = 3000;

/** The sidebar and the dialogs of the script, in sandboxed frames of another origin, and what they say. */
export class Frames {
  readonly sidebar = h('aside', { className: 'sidebar', hidden: true });
  private beside: Shown | null = null;
  private over: Shown | null = null;
  private answered = 0;

  constructor(private readonly around: Surroundings) {
    window.addEventListener('message', (event: MessageEvent<Asked>) => {
      const shown = [this.beside, this.over].find((one) => one !== null && one.frame.contentWindow === event.source);
      if (shown !== undefined && shown !== null && event.origin === around.origin()) void this.answer(shown, event.data);
    });
  }

  show(dialog: DialogView): void {
    if (dialog.kind === 'sidebar') this.showBeside(dialog);
    else this.showOver(dialog);
  }

  /** Takes away what is shown, as where the workbook goes. */
  clear(): void {
    this.over?.close();
    this.closeSidebar();
  }

  closeSidebar(): void {
    this.beside = null;
    this.sidebar.hidden = true;
    this.sidebar.replaceChildren();
    this.around.shifted();
  }

  private frameOf(dialog: DialogView): HTMLIFrameElement {
    return h('iframe', { src: `${this.around.origin()}/page/${dialog.token}`, title: dialog.title, attrs: { sandbox: SANDBOX } });
  }

  private showBeside(dialog: DialogView): void {
    const frame = this.frameOf(dialog);
    this.beside = { frame, close: () => this.closeSidebar(), resize: () => undefined };
    this.sidebar.ariaLabel = dialog.title;
    this.sidebar.replaceChildren(
      h(
        'header',
        {},
        h('h2', { textContent: dialog.title, dir: 'auto' }),
        h('button', { type: 'button', className: 'quiet', ariaLabel: say('close'), on: { click: () => this.closeSidebar() } }, icon('close')),
      ),
      frame,
    );
    this.sidebar.hidden = false;
    this.around.shifted();
  }

  private showOver(dialog: DialogView): void {
    this.over?.close();
    const frame = this.frameOf(dialog);
    const modal = new Modal({ title: dialog.title, className: 'script', closed: () => (this.over = this.over?.frame === frame ? null : this.over) }, frame);
    modal.resize(dialog.width ?? 600, dialog.height ?? 400);
    this.over = { frame, close: () => modal.close(), resize: (width, height) => modal.resize(width, height) };
  }

  private async answer(shown: Shown, asked: Asked): Promise<void> {
    switch (asked.kind) {
      case 'close':
        return shown.close();
      case 'focus':
        return this.around.focusGrid();
      case 'size':
        return shown.resize(asked.width ?? null, asked.height ?? null);
      case 'run': {
        const reply = (ok: boolean, value: unknown): void => shown.frame.contentWindow?.postMessage({ kind: 'done', id: asked.id, ok, value }, this.around.origin());
        const fail = (name: string, message: string): void => reply(false, { name, message });
        const faults = this.around.faults();
        // Calls never come back in the same moment, nor in the order in which they went.
        await pause((faults.slow ? SLOW_MS : 20) + ((this.answered += 1) % 3) * 15);
        if (faults.offline) return fail('NetworkError', 'NetworkError: Connection failure due to HTTP 0');
        try {
          const outcome = await this.around.run(asked.name, asked.args);
          if (outcome.error === null) reply(true, outcome.result ?? null);
          else fail('ScriptError', outcome.error);
        } catch {
          fail('NetworkError', 'NetworkError: Connection failure due to HTTP 0');
        }
      }
    }
  }
}

const pause = (milliseconds: number): Promise<void> => new Promise((settle) => setTimeout(settle, milliseconds));
