import type { Mail } from '../app/ports';

/** The user's outgoing mail. */
export function mail(): Mail {
  return {
    quotaLeft() {
      try {
        return MailApp.getRemainingDailyQuota();
      } catch {
        // Sending will fail for the same reason, and says why.
        return null;
      }
    },
    send({ to, subject, text, html }) {
      try {
        MailApp.sendEmail({ to: to.join(','), subject, body: text, htmlBody: html });
        return null;
      } catch (error) {
        // Told of in the menu and the next mail; it undoes no night.
        return error instanceof Error ? error.message : String(error);
      }
    },
  };
}
