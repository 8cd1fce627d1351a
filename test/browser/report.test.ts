import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Workbook } from '../../local/workbook/model';
import { seriousFaults } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { ask, hostOn, night, rowsOf, shopWith, type ShopOrder } from '../support/shop';
import { openPage, PageUser, serveBook } from '../support/web-page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** Some weeks of a shop in which the manager gets to most of the tasks. */
function shopOfSomeWeeks(locale: string): Workbook {
  const orders: ShopOrder[] = Array.from({ length: 60 }, (_, i) => ({ id: String(i), date: `2026-0${1 + (i % 6)}-${String(1 + ((i * 7) % 27)).padStart(2, '0')}`, email: `p${i % 40}@mail.example`, name: `Person ${i % 40}`, total: 80 + i }));
  const workbook = { ...shopWith(orders), locale };
  ask(hostOn(workbook, '2026-04-01T09:00'), 'setUp', { takeOver: false });
  for (const day of ['04-12', '04-21', '05-03', '05-12', '05-20', '06-02', '06-10', '06-17', '06-24']) {
    night(workbook, `2026-${day}T03:00`);
    const open = rowsOf(workbook, 'CRM Tasks').filter((task) => task['Status'] === 'Pending');
    const tasks = open.flatMap((task, i) => (i % 4 === 3 ? [] : [{ id: String(task['Task ID']), action: i % 4 === 2 ? ('skip' as const) : ('complete' as const), outcome: i % 4 === 2 ? 'Not now' : 'Reached', note: null, until: null }]));
    if (tasks.length > 0) ask(hostOn(workbook, `2026-${day}T10:00`), 'finishTasks', { tasks });
  }
  return workbook;
}

test.each([
  ['en_US', 'CRM', 'Report', 'Did it help?', ['Tasks due and completed, by week', 'What became of the tasks, by type', 'Contacts by status']],
  ['iw_IL', 'CRM', 'דוח', 'האם זה עזר?', ['משימות שהגיע מועדן ושהושלמו, לפי שבוע', 'מה עלה בגורל המשימות, לפי סוג', 'אנשי קשר לפי מצב']],
])('the report from the menu (%s): its sheet comes up with its answer, three charts drawn and nothing to complain of', async (locale, menu, item, question, charts) => {
  const book = await serveBook({}, shopOfSomeWeeks(locale));
  try {
    const { page, complaints } = await openPage(browser, book.served.url, { width: 1500, height: 1200 });
    const user = new PageUser(page);
    await user.choose(item, menu);
    await page.getByRole('grid', { name: 'CRM Report', exact: true }).waitFor();
    await page.locator('figure.chart').nth(2).waitFor();
    expect(await page.locator('figure.chart').evaluateAll((all) => all.map((figure) => figure.getAttribute('aria-label')))).toEqual(charts);
    // One colour for what was completed, in the trend and by type.
    for (const chart of [0, 1]) expect(await page.locator('figure.chart').nth(chart).locator('[fill="#1b7f5c"]').count()).toBeGreaterThan(0);
    const folder = process.env['SCREENSHOTS'];
    if (folder !== undefined) {
      mkdirSync(folder, { recursive: true });
      await page.waitForTimeout(500);
      await page.screenshot({ path: `${folder}/report-${locale}.png` });
    }
    // A glance at the first screen tells whether it helped: the words reach over the empty cells beside them, whole.
    expect(await user.shown('D1')).toBe(question);
    for (const place of ['D2', 'D3', 'D4', 'A5']) {
      const words = user.cell(place).locator('span');
      expect([place, await words.evaluate((span) => span.scrollWidth <= span.clientWidth)]).toEqual([place, true]);
    }
    expect(await user.shown('B2')).toBe('Last 12 weeks');
    expect(await seriousFaults(page)).toEqual([]);
    // What one chooses is one's own; the figures are the script's, and guarded.
    await user.cell('B2').locator('.chevron').click();
    const other = page.getByRole('option').last();
    const period = await other.innerText();
    await other.click();
    await expect.poll(() => user.shown('B2')).toBe(period);
    await user.type('A1', 'Mine');
    await page.locator('dialog').waitFor();
    await page.keyboard.press('Escape');
    expect(await user.shown('A1')).toBe('CRM Report');
    expect(complaints).toEqual([]);
    await page.context().close();
  } finally {
    await book.close();
  }
});
