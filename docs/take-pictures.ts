/** Takes the pictures that the README shows, of the sample shop in a real browser: `npm run pictures`. */
process.env['TZ'] = 'Asia/Jerusalem';

import { fileURLToPath } from 'node:url';
import type { Browser, Locator } from 'playwright-core';

const { launchBrowser } = await import('../test/support/browser');
const { openPage, PageUser, serveBook } = await import('../test/support/web-page');
const { buildWhereOld } = await import('../local/cli/fresh-build');
const { sampleMailchimp } = await import('../local/sample/mailchimp');
const { MORNING } = await import('../test/support/web-page');

const FOLDER = fileURLToPath(new URL('pictures/', import.meta.url));
const SIDEBAR = { width: 1280, height: 1000 };
const PHONE = { width: 390, height: 844 };

const save = async (what: Locator, name: string): Promise<void> => {
  const page = what.page();
  for (const toast of await page.locator('.toast button').all()) await toast.click();
  await page.mouse.move(0, 0);
  // Flashes of changed cells are gone by then.
  await page.waitForTimeout(2500);
  await what.screenshot({ path: `${FOLDER}${name}.png` });
  console.log(`docs/pictures/${name}.png`);
};

/** The sample shop after its first night, with its sheets set up. */
async function shop(browser: Browser, locale: 'en_US' | 'iw_IL', size = SIDEBAR): Promise<{ user: InstanceType<typeof PageUser>; close: () => Promise<void> }> {
  const book = await serveBook({ locale });
  const { page } = await openPage(browser, book.served.url, size);
  return { user: new PageUser(page), close: book.close };
}

const words = {
  en_US: { runNow: 'Run now', tasks: "Today's tasks", import: 'Import Mailchimp…', preview: 'Preview tonight', setUp: 'Set up…', report: 'Report' },
  iw_IL: { runNow: 'הרצה עכשיו', tasks: 'המשימות להיום', import: 'ייבוא מ-Mailchimp…', preview: 'מה ייווצר הלילה', setUp: 'הגדרה…', report: 'דוח' },
} as const;

const browser = await launchBrowser();
await buildWhereOld(fileURLToPath(new URL('..', import.meta.url)));

for (const locale of ['en_US', 'iw_IL'] as const) {
  const say = words[locale];
  const tag = locale === 'en_US' ? 'en' : 'he';
  const { user, close } = await shop(browser, locale);
  const { page } = user;
  const frame = (): Locator => page.locator('iframe').first();
  await user.choose(say.setUp);
  await save(page.locator('body'), `set-up-${tag}`);
  await page.keyboard.press('Escape');
  await page.reload();
  await page.locator('.cell span').first().waitFor();
  await user.choose(say.preview);
  await save(page.locator('body'), `preview-${tag}`);
  await page.reload();
  await page.locator('.cell span').first().waitFor();
  await user.choose(say.runNow);
  await page.locator('.toast').first().waitFor();
  await user.openSheet('CRM Tasks');
  await user.choose(say.tasks);
  await frame().waitFor();
  await save(page.locator('body'), `tasks-${tag}`);
  await save(frame(), `sidebar-${tag}`);
  if (locale === 'en_US') {
    await page.reload();
    await page.locator('.cell span').first().waitFor();
    await user.choose(say.import);
    const exports = sampleMailchimp(MORNING.slice(0, 10)).map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));
    await page.frameLocator('iframe').last().locator('input[type=file]').setInputFiles(exports);
    await save(page.locator('body'), 'import-en');
    await page.reload();
    await page.locator('.cell span').first().waitFor();
    await user.openSheet('CRM Tasks');
    const outcome = await user.columnOf('Outcome');
    for (const row of [2, 4, 5]) await user.type(`${outcome}${row}`, 'Reached');
    await user.choose(say.report);
    await user.openSheet('CRM Report');
    await save(page.locator('body'), 'report-en');
  }
  await close();
}

const phone = await shop(browser, 'en_US', PHONE);
await phone.user.choose(words.en_US.runNow);
await phone.user.page.locator('.toast').first().waitFor();
await phone.user.openSheet('CRM Tasks');
await save(phone.user.page.locator('body'), 'sheet-on-a-phone');
await phone.close();
await browser.close();
