import type { Mail } from '../app/ports';

/** The user's outgoing mail. */
export function mail(): Mail {
  return {
    quotaLeft: () => MailApp.getRemainingDailyQuota(),
    send({ to, subject, text, html }) {
      MailApp.sendEmail({ to: to.join(','), subject, body: text, htmlBody: html });
    },
  };
}
