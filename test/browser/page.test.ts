import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seriousFaults } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { openPage, PageUser, serveBook, type ServedBook } from '../support/web-page';

let browser: Browser;
let book: ServedBook;
let page: Page;
let complaints: string[];
let user: PageUser;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  book = await serveBook();
  ({ page, complaints } = await openPage(browser, book.served.url));
  user = new PageUser(page);
});
afterEach(async () => {
  await page.context().close();
  await book.close();
});

describe('The page', () => {
  test('opens on the sample shop with its sheets as tabs and the CRM menu, and complains of nothing', async () => {
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Gefen Wines');
    expect(await page.getByRole('tab').allInnerTexts()).toContain('WebOrdM');
    await page.getByRole('button', { name: 'CRM' }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).toEqual([
      "Today's tasks", 'Sync contacts', 'Import Mailchimp…', 'Preview tonight', 'Run now', 'Segments…', 'Report', 'Set up…', 'Undo last run',
      'Accept the smaller order sheet', 'Export for Mailchimp…', 'Help',
    ]);
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });

  test('keeps hidden sheets out of sight until they are asked for', async () => {
    const visible = await page.getByRole('tab').count();
    await page.getByRole('button', { name: 'Show hidden' }).click();
    expect(await page.getByRole('tab').count()).toBeGreaterThan(visible);
  });

  test('shows 600 orders without drawing them all, and the last of them at the end', async () => {
    expect(await page.locator('.row').count()).toBeLessThan(80);
    await page.getByRole('grid').press('Control+End');
    const name = await page.locator('.cell-name').innerText();
    expect(Number(name.replace(/\D/g, ''))).toBeGreaterThan(600);
    expect(await page.locator('.frozen .cell').first().innerText()).toMatch(/^wom_/);
  });

  test('speaks Hebrew from right to left where the workbook does', async () => {
    await page.getByLabel('Language').selectOption('iw_IL');
    await page.waitForFunction(() => document.dir === 'rtl');
    await page.getByRole('navigation').getByRole('button', { name: 'CRM' }).click();
    expect(await page.getByRole('menuitem').first().innerText()).toBe('המשימות להיום');
    expect(complaints).toEqual([]);
  });

  test.each(['en_US', 'iw_IL'])('is open to everybody in %s: the sheet, a menu, the filter, the mail', async (locale) => {
    await page.getByLabel('Language').selectOption(locale);
    await page.waitForFunction((dir) => document.dir === dir, locale === 'en_US' ? 'ltr' : 'rtl');
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('navigation').getByRole('button', { name: 'CRM' }).click();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: locale === 'en_US' ? 'Create a filter' : 'יצירת מסנן' }).click();
    await user.cell('D1').getByRole('button').click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('.mail-button').click();
    expect(await seriousFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('the script’s menu is worked by keys alone', async () => {
    await page.getByRole('navigation').getByRole('button', { name: 'CRM' }).focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.locator(':focus').innerText()).toBe("Today's tasks");
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'End', 'h', 's']) await page.keyboard.press(key);
    expect(await page.locator(':focus').innerText()).toBe('Sync contacts');
    await page.keyboard.press('Enter');
    await user.toast('contacts');
  });

  test('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await user.choose('Sync contacts');
    await user.toast('contacts');
  });
});

describe('A job from the menu', () => {
  test('syncs the contacts: the sheet is there, marked as changed, with people in it', async () => {
    await user.choose('Sync contacts');
    await user.toast(/new/);
    expect(await page.getByRole('tab', { name: 'Contacts' }).getByRole('img', { name: 'changed' }).count()).toBe(1);
    await user.openSheet('Contacts');
    expect(await user.shown('A1')).toBe('Email');
    expect(await user.shown('A2')).toMatch(/@.*\.example$/);
    expect(complaints).toEqual([]);
  });

  test('Run now makes the day’s tasks and sends the morning mail', async () => {
    await user.choose('Run now');
    await user.toast('8 new tasks');
    await user.openSheet('CRM Tasks');
    expect(await user.shown('A9')).toMatch(/^T-/);
    expect(await user.shown('A10')).toBe('');
    await page.getByRole('button', { name: /Mail/ }).click();
    const mail = page.frameLocator('.mail-reader iframe');
    await mail.getByText('WhatsApp').first().waitFor();
    expect(complaints).toEqual([]);
  });

  test('a job that somebody else holds up is said in a sentence', async () => {
    await user.choose('Sync contacts');
    await user.toast(/new/);
    await page.getByLabel('Busy').check();
    await user.choose('Run now');
    await page.locator('.toast').nth(1).waitFor();
    await user.openSheet('CRM Tasks');
    expect(await user.shown('A2')).toBe('');
  });
});

describe('An Outcome chosen in CRM Tasks', () => {
  test('completes its row at once, by onEdit', async () => {
    await user.choose('Run now');
    await user.toast('8 new tasks');
    await user.openSheet('CRM Tasks');
    const [status, outcome, completed] = [await user.columnOf('Status'), await user.columnOf('Outcome'), await user.columnOf('Completed Date')];
    await user.type(`${outcome}2`, 'Reached');
    await page.waitForFunction((id) => document.querySelector(id)?.textContent === 'Completed', `#cell-1-${status.charCodeAt(0) - 65}`);
    expect(await user.shown(`${completed}2`)).toBe('2026-06-29');
    expect(await user.shown(`${outcome}2`)).toBe('Reached');
    expect(await user.shown(`${status}3`)).toBe('Pending');
    expect(complaints).toEqual([]);
  });
});

describe('The next night', () => {
  test('does nothing but turn the clock until the nightly job is installed', async () => {
    await page.getByRole('button', { name: 'Next night' }).click();
    await user.toast('not installed yet');
    expect(await page.getByLabel('Clock').inputValue()).toBe('2026-06-30T03:00');
  });
});

describe('Saving', () => {
  test('writes to the book only when it is asked for', async () => {
    await user.choose('Run now');
    await user.toast('8 new tasks');
    expect(existsSync(join(book.book, 'CRM Tasks.csv'))).toBe(false);
    await page.keyboard.press('Control+s');
    await user.toast('Saved to');
    expect(readFileSync(join(book.book, 'CRM Tasks.csv'), 'utf8').trim().split('\n')).toHaveLength(9);
  });

  test('and Reset goes back to what was saved', async () => {
    await user.type('D2', 'on-hold');
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'OK' }).click();
    await page.waitForFunction(() => document.querySelector('#cell-1-3')?.textContent === 'completed');
  });
});
