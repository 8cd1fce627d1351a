import { statSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { guideModel } from '../../src/ui/models/guide-model';
import { helpWords } from '../../src/ui/messages-help';
import { launchBrowser } from '../support/browser';
import { isSound, openDialog, press, said, type OpenDialog } from '../support/dialog';
import { hostOn, shopWith } from '../support/shop';

let browser: Browser;
let dialog: OpenDialog | null = null;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await dialog?.close();
  dialog = null;
});

async function open(locale: string): Promise<OpenDialog> {
  const workbook = shopWith([]);
  workbook.locale = locale;
  dialog = await openDialog(browser, hostOn(workbook, '2026-06-30T08:30'), 'showHelp');
  return dialog;
}

describe.each([
  ['en_US', 'en', 'How do I…'],
  ['iw_IL', 'he', 'איך…'],
] as const)('Help in %s', (locale, language, how) => {
  test('the page says all that the declarations say, and nothing else', async () => {
    const { page } = await open(locale);
    const shown = await page.locator('details:has(dl.guide)').evaluateAll((sections) =>
      sections.map((section) => ({
        title: section.querySelector('summary')?.textContent,
        names: [...section.querySelectorAll('dt > bdi')].map((name) => name.textContent),
        marks: [...section.querySelectorAll('dt')].map((name) => name.querySelector('.badge')?.textContent ?? null),
        meanings: [...section.querySelectorAll('dd')].map((meaning) => meaning.textContent),
      })),
    );
    const plain = (words: string): string => words.replace(/`/g, '');
    expect(shown).toEqual(
      guideModel().map(({ title, entries }) => ({
        title: title[language],
        names: entries.map(({ name }) => name[language]),
        marks: entries.map(({ mark }) => mark?.[language] ?? null),
        meanings: entries.map(({ help }) => plain(help[language])),
      })),
    );
  });

  test('questions stand before the guide, and all of it opened is sound', async () => {
    const it = await open(locale);
    const { page } = it;
    const headings = await page.locator('h2').allInnerTexts();
    expect(headings.indexOf(how)).toBe(1);
    expect(await page.locator('summary').first().innerText()).toBe(helpWords.how[0].ask[language]);
    await page.locator('details').evaluateAll((all) => all.forEach((one) => ((one as HTMLDetailsElement).open = true)));
    expect(await said(page)).not.toContain('`');
    await isSound(it);
  });

  test('a search finds questions and the guide alike, in either language', async () => {
    const it = await open(locale);
    const { page } = it;
    for (const words of ['also known as', 'כתובת השנייה']) {
      await page.locator('#search').fill(words);
      expect(await page.locator('details[open] > summary').first().innerText()).toBe(helpWords.how.find(({ say }) => say.en.includes('Also Known As'))?.ask[language]);
    }
    await page.locator('#search').fill('also known as');
    expect(await page.locator('dl.guide dt').count()).toBeGreaterThan(0);
    await isSound(it);
    await page.locator('#search').fill('');
    expect(await page.locator('h2').count()).toBeGreaterThan(3);
  });
});

test('a question leads to the page that answers it', async () => {
  const it = await open('en_US');
  await it.page.getByText('give somebody their data, or erase it?').click();
  await press(it.page, 'Open');
  await expect.poll(() => it.asked.map(({ name }) => name)).toEqual(['showPerson']);
});

test('the page carries the guide and none of the code behind it: at most 72 KB', () => {
  expect(statSync('dist/help.html').size).toBeLessThanOrEqual(72 * 1024);
});
