import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mailFailure } from '../../../src/app/mail/mail-failure';
import type { MailMessage } from '../../../src/app/ports';
import { AppShop } from '../../support/app-shop';
import { seriousFaults } from '../../support/axe';
import { launchBrowser } from '../../support/browser';

const CAUSE = 'The order sheets hold 12 orders fewer than at the last sync. If that is meant, choose CRM › Accept the smaller order sheet. <b>Not bold</b>';

/** The mails that failures of these days send, with the digest in this language. */
function mailsOf(days: readonly string[], language = 'EN', what: 'night' | 'report' = 'night'): MailMessage[] {
  const shop = new AppShop().sheet('CRM Settings', [
    ['Setting', 'Value'],
    ['Digest language', language],
    ['Shop name', 'Gefen Wines'],
  ]);
  const sent: MailMessage[] = [];
  const send = (mail: MailMessage): null => (sent.push(mail), null);
  for (const day of days) mailFailure({ ...shop.on(day), mail: { quotaLeft: () => 100, send } }, CAUSE, what);
  return sent;
}

describe('the mail about a failed night', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    ['EN', 'light'],
    ['EN', 'dark'],
    ['HE', 'light'],
    ['HE', 'dark'],
  ] as const)('reads well on a phone (%s, %s)', async (language, colorScheme) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme });
    await page.setContent(mailsOf(['2026-06-30'], language)[0]?.html ?? '');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect((await page.locator('a').boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await page.textContent('body')).toContain(CAUSE);
    expect(await page.evaluate(() => document.documentElement.dir)).toBe(language === 'HE' ? 'rtl' : 'ltr');
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  test('says the same without HTML: what happened, why, what to do, what happens by itself', () => {
    const [mail] = mailsOf(['2026-06-30']);
    expect(mail?.subject).toBe("Gefen Wines: last night's CRM run did not finish");
    for (const part of ['Last night’s run did not finish.', CAUSE, 'tried again every hour by itself', 'Open the sheet: ']) expect(mail?.text).toContain(part);
  });

  test('of a report says that the tasks are not touched by it', () => {
    expect(mailsOf(['2026-06-30'], 'EN', 'report')[0]?.text).toContain('Tasks and contacts are up to date');
  });

  test('comes once a day', () => expect(mailsOf(['2026-06-30', '2026-06-30', '2026-07-01'])).toHaveLength(2));
});
