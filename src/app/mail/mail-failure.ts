import { parseSettings } from '../../settings/parse-settings';
import { settingsTable } from '../../settings/settings.table';
import { html } from './html';
import { appMessages } from '../messages';
import type { Shop } from '../shop';

const words = {
  night: { subject: appMessages.nightFailed, body: appMessages.nightFailedBody },
  report: { subject: appMessages.reportFailed, body: appMessages.reportFailedBody },
} as const;

/** Mails what failed by itself, once a day: the first cause and what to do. The settings may be what failed, so only they are read. */
export function mailFailure(shop: Shop, cause: string, what: keyof typeof words = 'night'): void {
  const { journal } = shop;
  if (journal.get('failureMail') === shop.today) return;
  const { settings } = parseSettings(shop.book.read(settingsTable).rows, { title: shop.book.title, language: shop.language });
  const to = settings.digestTo.length > 0 ? settings.digestTo : [journal.get('trigger')?.owner ?? shop.user].filter((address) => address !== '');
  if (to.length === 0) return;
  const quota = shop.mail.quotaLeft();
  if (quota !== null && quota < to.length) return;
  const language = settings.digestLanguage;
  journal.set({ failureMail: shop.today });
  const [subject, body] = [words[what].subject(settings.shopName)[language], words[what].body(cause)[language]];
  shop.mail.send({
    to,
    subject,
    text: `${body}\n\n${shop.book.url}`,
    html: html`<div dir="${language === 'he' ? 'rtl' : 'ltr'}" style="font:16px/1.45 Arial,sans-serif"><p>${body}</p><p><a href="${shop.book.url}">${shop.book.url}</a></p></div>`.markup,
  });
}
