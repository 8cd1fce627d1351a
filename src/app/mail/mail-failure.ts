import { parseSettings } from '../../settings/parse-settings';
import { settingsTable, type SettingSheetRow } from '../../settings/settings.table';
import { appMessages } from '../messages';
import { digestMessages } from './digest-messages';
import { html } from './html';
import { card, look, mailPage } from './mail-page';
import type { Text } from '../../shared/text';
import type { Shop } from '../shop';

const words = {
  night: { subject: appMessages.nightFailed, title: appMessages.nightFailedTitle, body: appMessages.nightFailedBody },
  report: { subject: appMessages.reportFailed, title: appMessages.reportFailedTitle, body: appMessages.reportFailedBody },
} as const;

/** Mails what failed by itself, once a day: the first cause and what to do. The settings may be what failed: then whoever installed the tick is told. */
export function mailFailure(shop: Shop, cause: string, what: keyof typeof words = 'night'): void {
  const { journal } = shop;
  if (journal.get('failureMail') === shop.today) return;
  let rows: readonly SettingSheetRow[] = [];
  shop.aside(() => void (rows = shop.book.read(settingsTable).rows));
  const { settings } = parseSettings(rows, { title: shop.book.title, language: shop.language });
  const to = settings.digestTo.length > 0 ? settings.digestTo : [journal.get('trigger')?.owner ?? shop.user].filter((address) => address !== '');
  if (to.length === 0) return;
  const quota = shop.mail.quotaLeft();
  if (quota !== null && quota < to.length) return;
  const language = settings.digestLanguage;
  journal.set({ failureMail: shop.today });
  const say = (sentence: Text): string => sentence[language];
  const [title, body, causeTitle] = [say(words[what].title), say(words[what].body), say(appMessages.failureCause)];
  const link = { url: shop.book.url, words: digestMessages[language].openSheet };
  shop.mail.send({
    to,
    subject: words[what].subject(settings.shopName)[language],
    text: [`${title}.`, `${causeTitle}:\n${cause}`, body, `${link.words}: ${link.url}`].join('\n\n'),
    html: mailPage({
      language,
      preview: cause,
      heading: title,
      body: [card(html`<div style="font-weight:700;margin-bottom:4px">${causeTitle}</div><div dir="auto" style="text-align:inherit">${cause}</div>`, 'know'), html`<p ${look('grey', 'margin:0 4px')}>${body}</p>`],
      link,
    }),
  });
}
