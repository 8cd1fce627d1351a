import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { cellarBook } from '../support/cellar-book';
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
  book = await serveBook({}, cellarBook());
  ({ page, complaints } = await openPage(browser, book.served.url));
  user = new PageUser(page);
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
  await book.close();
});

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};
const settled = (name: string, words: string): Promise<unknown> => expect.poll(() => user.shown(name)).toBe(words);
const where = (): Promise<string> => page.locator('.cell-name').innerText();

describe('By keyboard', () => {
  test.each([
    ['arrows', ['ArrowDown', 'ArrowRight'], 'B3'],
    ['Tab and Enter, which goes back to where the row of Tabs began', ['Tab', 'Tab', 'Shift+Enter'], 'A1'],
    ['Home and End', ['End', 'Home', 'ArrowRight'], 'B2'],
    ['Ctrl+Down, to the last filled row', ['Control+ArrowDown'], 'A4'],
    ['Shift+arrows, which select', ['Shift+ArrowDown', 'Shift+ArrowRight'], 'A2:B3'],
    ['Ctrl+A, which selects all', ['Control+a'], 'A1:H200'],
  ])('one gets about with %s', async (_what, keys, name) => {
    await user.cell('A2').click();
    await press(...keys);
    await expect.poll(where).toBe(name);
  });

  test('typing replaces, F2 changes, Escape leaves it, Delete empties, Ctrl+Z brings back', async () => {
    await user.type('A2', 'Barbera');
    await settled('A2', 'Barbera');
    expect(await where()).toBe('A3');
    await press('ArrowUp', 'F2');
    await page.keyboard.type(' 2021');
    await press('Enter');
    await settled('A2', 'Barbera 2021');
    await press('ArrowUp');
    await page.keyboard.type('nonsense');
    await press('Escape');
    await settled('A2', 'Barbera 2021');
    await press('Delete');
    await settled('A2', '');
    await press('Control+z');
    await settled('A2', 'Barbera 2021');
  });

  test('text is taken as Sheets takes what is typed, in the workbook’s locale', async () => {
    await user.type('B5', '3/1/2026');
    await settled('B5', '3/1/2026');
    await user.cell('B5').click();
    expect(await page.getByLabel('Content of the cell').inputValue()).toBe('3/1/2026');
    await user.type('B6', "'00123");
    await settled('B6', '00123');
    await user.type('B7', '=1+1');
    await settled('B7', '2');
    await user.cell('B7').click();
    expect(await page.getByLabel('Content of the cell').inputValue()).toBe('=1+1');
  });

  test('the formula bar enters into the cell', async () => {
    await user.cell('A3').click();
    await page.getByLabel('Content of the cell').fill('Shiraz');
    await press('Enter');
    await settled('A3', 'Shiraz');
  });
});

describe('A drop-down', () => {
  test('is chosen from by keyboard', async () => {
    await user.cell('C4').click();
    await press('Enter');
    expect(await page.getByRole('listbox').getByRole('option').allInnerTexts()).toEqual(['Red', 'White', 'Rosé']);
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await settled('C4', 'White');
  });

  test('is chosen from by mouse', async () => {
    await user.cell('C2').locator('.chevron').click();
    await page.getByRole('option', { name: 'Rosé' }).click();
    await settled('C2', 'Rosé');
  });

  test('that is strict refuses other words in a sentence', async () => {
    await user.type('C2', 'Green');
    await user.toast('violates the data validation rules set on this cell. It takes: Red, White, Rosé.');
    await settled('C2', 'Red');
  });

  test('of the other kind is a box to tick', async () => {
    await user.cell('D2').locator('.box').click();
    await expect.poll(() => user.cell('D2').getByRole('checkbox').getAttribute('aria-checked')).toBe('true');
  });
});

describe('Copy and paste', () => {
  test('within the workbook takes formats and drop-downs along', async () => {
    await user.cell('C2').click();
    await press('Control+c');
    await user.cell('C7').click();
    await press('Control+v');
    await settled('C7', 'Red');
    await expect.poll(() => user.cell('C7').locator('.chevron').count()).toBe(1);
  });

  test('from elsewhere enters each cell as if typed', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('a\t1/2/2026\n"b\nc"\t5'));
    await user.cell('A6').click();
    await press('Control+v');
    await settled('B6', '1/2/2026');
    await settled('B7', '5');
    await user.cell('A7').click();
    expect(await page.getByLabel('Content of the cell').inputValue()).toMatch(/^b.?c$/s);
  });

  test('cutting moves', async () => {
    await user.cell('A3').click();
    await press('Control+x');
    await user.cell('A9').click();
    await press('Control+v');
    await settled('A9', 'Syrah');
    await settled('A3', '');
  });
});

describe('Columns and rows', () => {
  test('are sorted below the header, as a manager sorts', async () => {
    await page.locator('[data-column-head="1"]').hover();
    await page.locator('[data-column-menu="1"]').click();
    await page.getByRole('menuitem', { name: 'Sort sheet Z → A' }).click();
    await settled('A2', 'Rosé');
    expect([await user.shown('A1'), await user.shown('A3'), await user.shown('A4')]).toEqual(['Name', 'Merlot', 'Syrah']);
  });

  test('are made wider by their edge', async () => {
    const edge = await page.locator('[data-column-edge="0"]').boundingBox();
    await page.mouse.move((edge?.x ?? 0) + 3, (edge?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move((edge?.x ?? 0) + 63, (edge?.y ?? 0) + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await user.cell('A2').boundingBox())?.width).toBe(160);
  });

  test('go and come by the right mouse button', async () => {
    await page.locator('[data-row-head="1"]').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete row 2' }).click();
    await settled('A2', 'Syrah');
    await page.locator('[data-row-head="1"]').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Insert row above' }).click();
    await settled('A3', 'Syrah');
  });

  test('selected cells are added up', async () => {
    await user.cell('B2').click();
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    await expect.poll(() => page.locator('.figures').innerText()).toContain('Sum 45');
  });
});

test('A note shows beside its cell', async () => {
  await user.cell('A2').hover();
  await expect.poll(() => page.locator('.card').innerText()).toContain('From the north');
});

test('Cells with markup in them are words and nothing else', async () => {
  await user.type('A5', '<img src=x onerror="document.title=\'gone\'">');
  await settled('A5', '<img src=x onerror="document.title=\'gone\'">');
  expect(await page.title()).toBe('Cellar');
});
