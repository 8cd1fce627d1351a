import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { digestOf, type DigestFacts, type DigestTask } from '../../../src/app/mail/digest';
import type { Language } from '../../../src/shared/text';
import { whatsAppLink } from '../../../src/tasks/phone';
import { seriousFaults } from '../../support/axe';
import { launchBrowser } from '../../support/browser';

const task = (known: Partial<DigestTask> = {}): DigestTask => ({
  name: 'Ann Lee',
  email: 'ann@mail.example',
  type: 'Win-back',
  reason: 'Usually orders every 45 days; last order 112 days ago; 1,240 ₪ so far.',
  note: null,
  dueOn: '2026-06-30',
  lastOrder: { on: '2026-03-10', items: 'Syrah 2021, Rosé Galilee 2023 +2' },
  whatsApp: whatsAppLink('972501111111', 'Hi Ann, how was the Syrah?'),
  phone: '972501111111',
  mail: { subject: 'A word from the cellar', text: 'Hi Ann,\nhow was the Syrah?' },
  ...known,
});
const facts = (known: Partial<DigestFacts> = {}): DigestFacts => ({ today: '2026-06-30', language: 'en', shop: 'Gilead Wines', url: 'https://docs.google.com/spreadsheets/d/x/edit', tasks: [task()], notices: [], ...known });

const hostile = [
  '<img src=x onerror="window.hacked=1">',
  '</div></body><script>window.hacked=1</script>',
  '" onmouseover="window.hacked=1" x="',
  "' style='position:fixed'",
  '\u202Egnp.exe\u202C',
  'N'.repeat(300),
  'שלום <b>עולם</b> & "ידידים"',
  'half an emoji \ud83c',
  '${window.hacked=1}',
  'javascript:window.hacked=1',
];

describe('the morning mail', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  test.each(['en', 'he'] as const)('on a phone (%s) fits the width, and every way to reach somebody is a link of a finger’s size', async (language) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 });
    await page.setContent(digestOf(sample(language))?.html ?? '');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => ({ href: link.getAttribute('href') ?? '', height: link.getBoundingClientRect().height })));
    expect(links.map(({ href }) => href.replace(/[?:/].*/, ''))).toEqual(['https', 'tel', 'mailto', 'https', 'tel', 'mailto', 'mailto', 'https']);
    expect(Math.min(...links.map(({ height }) => height))).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('h1') ?? document.body).direction)).toBe(language === 'he' ? 'rtl' : 'ltr');
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: `${folder}/digest-${language}.png`, fullPage: true });
    }
    await page.close();
  });

  test.each([
    ['en', 'light'],
    ['en', 'dark'],
    ['he', 'light'],
    ['he', 'dark'],
  ] as const)('can be read by everybody (%s, %s)', async (language, colorScheme) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme });
    await page.setContent(digestOf(sample(language))?.html ?? '');
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    expect(ground === 'rgb(244, 245, 247)').toBe(colorScheme === 'light');
    expect(await seriousFaults(page)).toEqual([]);
    await page.close();
  });

  test.each(['en', 'he'] as const)('says what to do where nothing reaches the person, and how a task is finished on a phone (%s)', (language) => {
    const mail = digestOf(facts({ language, tasks: [task({ whatsApp: null, phone: null, mail: null })] }));
    for (const body of [mail?.html, mail?.text]) expect(body).toMatch(language === 'he' ? /אפשר להוסיף ב-Contacts[^]*לבחור Outcome/ : /add one in Contacts[^]*choose an Outcome/);
    expect(digestOf(facts({ language }))?.html).not.toMatch(/add one in Contacts|להוסיף ב-Contacts/);
  });

  test.each(hostile)('shows what a stranger typed as text and nothing else: %s', async (words) => {
    const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
    const mail = digestOf(facts({ shop: words, url: 'https://docs.google.com/x', notices: [words], tasks: [task({ name: words, type: words, reason: words, note: words, lastOrder: { on: '2026-03-10', items: words }, whatsApp: whatsAppLink('972501111111', words), mail: { subject: words, text: words } })] }));
    await page.setContent(mail?.html ?? '');
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('script, img, b, [onerror], [onmouseover]').count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    expect((await page.locator('a').evaluateAll((all) => all.map((link) => new URL((link as HTMLAnchorElement).href).protocol)))).toEqual(['https:', 'tel:', 'mailto:', 'https:']);
    expect(await page.locator('bdi').first().textContent()).not.toMatch(/[\u202a-\u202e]/);
    expect(mail?.subject).not.toMatch(/[\r\n\u202a-\u202e]/);
    expect(mail?.subject.length).toBeLessThan(250);
    await page.close();
  });

  test('says nothing where there is nothing to say', () => {
    expect(digestOf(facts({ tasks: [] }))).toBeNull();
    expect(digestOf(facts({ tasks: [], notices: ['The last Mailchimp import is 20 days old.'] }))?.subject).toBe('Gilead Wines: nobody to contact today');
  });

  test('holds five hundred tasks without being cut off by Gmail, and counts those that do not fit', () => {
    const mail = digestOf(facts({ tasks: Array.from({ length: 500 }, (_, i) => task({ name: `Person ${i}`, whatsApp: whatsAppLink('972501111111', 'שלום לכולם '.repeat(40)) })) }));
    expect(mail?.subject).toContain('500 people');
    expect(mail?.html.length).toBeLessThan(102_000);
    expect(mail?.html).toMatch(/and \d+ more in the sheet/);
    expect(mail?.text.length).toBeLessThan(200_000);
  });

  test('the plain text says the same, for who reads no HTML', () => {
    const words = digestOf(sample('en'))?.text ?? '';
    for (const part of ['Ann Lee · Win-back', '1,240 ₪', 'Last order 10 March 2026: Syrah 2021', 'WhatsApp: https://wa.me/972501111111?text=', 'Call: \u200e+972501111111', 'E-mail: ann@mail.example', 'due 3 days ago', 'Good to know', 'Open the sheet: https://docs.google.com']) expect(words).toContain(part);
  });
});

function sample(language: Language): DigestFacts {
  const he = language === 'he';
  return facts({
    language,
    shop: he ? 'יקבי גלעד' : 'Gilead Wines',
    tasks: [
      task({ dueOn: '2026-06-27' }),
      task({
        name: 'בן־ציון כהן־אברהמי',
        email: 'ben@mail.example',
        type: 'Follow-up',
        reason: he ? 'הזמנה 10432 נמסרה לפני 10 ימים; הזמנה שלישית; 820 ₪ עד כה' : 'Order 10432 arrived 10 days ago; third order; 820 ₪ so far',
        note: he ? 'מעדיף שיחה אחר הצהריים' : 'Prefers a call in the afternoon',
        lastOrder: { on: '2026-06-17', items: 'גוורצטרמינר 2022, Merlot Reserve 2020' },
      }),
      task({ name: 'キム・ミンジュン / Kim Min-jun with a name that is really quite long', email: 'kim@mail.example', type: 'Welcome', reason: he ? 'הזמנה ראשונה ב-20 ביוני' : 'First order on 20 June', whatsApp: null, phone: null, lastOrder: { on: '2026-06-20', items: null } }),
    ],
    notices: he ? ['הייבוא האחרון מ-Mailchimp לפני 20 ימים. כדאי לייבא קובץ עדכני (CRM › ייבוא מ-Mailchimp…).'] : ['The last Mailchimp import is 20 days old. Import a fresh export (CRM › Import Mailchimp…).', '3 rows could not be read; see CRM Import Problems.'],
  });
}
