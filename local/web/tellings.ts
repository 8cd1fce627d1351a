import { randomUUID } from 'node:crypto';
import type { Host } from '../host';
import type { Outcome } from './protocol/acts';
import type { DialogView, MailView, ToastView } from './protocol/page';

/** What the page is told of all that a host notes down: each dialog, toast and alert once, the mails always. */
export class Tellings {
  private told = { dialogs: 0, toasts: 0, alerts: 0 };
  private readonly pages = new Map<string, string>();
  private readonly mailTokens: string[] = [];
  private mailsBefore: Host['mails'] = [];
  private own: ToastView[] = [];

  constructor(private host: Host) {}

  /** Another host goes on; the mails of the last one stay. */
  follow(host: Host): void {
    this.mailsBefore = this.mails();
    this.host = host;
    this.told = { dialogs: 0, toasts: 0, alerts: 0 };
  }

  /** A sentence of the page's own; negative seconds: until it is closed. */
  say(message: string, seconds = 5): void {
    this.own.push({ title: '', message, seconds });
  }

  /** A page that the script showed, or null. */
  page(token: string): string | null {
    return this.pages.get(token) ?? null;
  }

  /** The HTML of a mail that was sent; null where there is no such mail. */
  mail(token: string): string | null {
    return this.mails()[this.mailTokens.indexOf(token)]?.html ?? null;
  }

  mailViews(): MailView[] {
    return this.mails().map(({ to, subject, text }, i) => ({ token: (this.mailTokens[i] ??= randomUUID()), to, subject, text }));
  }

  /** What has come since it was last asked for. */
  fresh(): Pick<Outcome, 'dialogs' | 'toasts' | 'alerts'> {
    const { dialogs, toasts, alerts } = this.host;
    const { told, own } = this;
    this.told = { dialogs: dialogs.length, toasts: toasts.length, alerts: alerts.length };
    this.own = [];
    return {
      dialogs: dialogs.slice(told.dialogs).map(({ html, ...dialog }) => ({ ...dialog, token: this.keep(html) }) satisfies DialogView),
      toasts: [...toasts.slice(told.toasts), ...own],
      // What was answered on the page was seen there.
      alerts: alerts.slice(told.alerts).filter(({ buttons, answer }) => buttons === 'OK' && answer.text === undefined).map(({ title, prompt }) => ({ title, prompt })),
    };
  }

  private keep(html: string): string {
    const token = randomUUID();
    this.pages.set(token, html);
    return token;
  }

  private mails(): Host['mails'] {
    return [...this.mailsBefore, ...this.host.mails];
  }
}
