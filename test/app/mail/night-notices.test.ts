import { describe, expect, test } from 'vitest';
import { noticesBefore } from '../../../src/app/mail/night-notices';
import { openState } from '../../../src/app/shop-state';
import { AppShop } from '../../support/app-shop';

/** What the mail of 30 June says of a workbook whose last night was on that day, with the mail of that day in this state. */
function said(language: string, night: string, mail: 'sending' | 'no quota' | 'failed'): string {
  const shop = new AppShop().sheet('CRM Settings', [
    ['Setting', 'Value'],
    ['Digest language', language],
  ]).on('2026-06-30');
  shop.journal.set({ night, digest: { day: night, state: mail, cause: 'No permission' } });
  return noticesBefore(openState(shop)).join('\n');
}

describe('what the morning mail says of the nights before', () => {
  test.each([
    ['EN', 'sending', 'The mail of 27 June 2026 may not have gone out'],
    ['EN', 'no quota', 'The mail of 27 June 2026 was not sent'],
    ['EN', 'failed', 'The mail of 27 June 2026 was refused'],
    ['EN', 'failed', 'The last night that finished was that of 27 June 2026'],
    ['HE', 'sending', 'ייתכן שהדואר של 27 ביוני 2026 לא יצא'],
    ['HE', 'failed', 'הריצה הלילית האחרונה שהושלמה הייתה ב-27 ביוני 2026'],
  ] as const)('in %s (%s) names the day as a letter would: %s', (language, mail, words) => {
    expect(said(language, '2026-06-27', mail)).toContain(words);
    expect(said(language, '2026-06-27', mail)).not.toContain('2026-06-27');
  });
});
