import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { setCell } from '../../local/cells/sheet';
import type { Sheet } from '../../local/workbook/model';
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
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.context().close();
  await book.close();
});

/** The cellar's list in the browser. */
async function opened(change?: (list: Sheet) => void): Promise<void> {
  book = await serveBook({}, cellarBook(change));
  ({ page, complaints } = await openPage(browser, book.served.url));
  user = new PageUser(page);
}

const settled = (name: string, words: string): Promise<unknown> => expect.poll(() => user.shown(name)).toBe(words);
/** The texts of a column's cells that show, from row 1 on. */
const column = async (letter: string, rows = [1, 2, 3, 4]): Promise<string[]> => {
  const texts = await Promise.all(rows.map(async (row) => ((await user.cell(`${letter}${row}`).count()) === 0 ? null : user.shown(`${letter}${row}`))));
  return texts.filter((text) => text !== null);
};
const columnMenu = async (at: number, item: string): Promise<void> => {
  await page.locator(`[data-column-head="${at}"]`).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const rowMenu = async (row: number, item: string): Promise<void> => {
  await page.locator(`[data-row-head="${row - 1}"]`).click({ button: 'right' });
  await page.getByRole('menuitem', { name: item, exact: true }).click();
};
const makeFilter = (): Promise<void> => page.getByRole('button', { name: 'Create a filter' }).click();

describe('A filter', () => {
  test('shows the rows whose values are ticked, and all again without it', async () => {
    await opened();
    await makeFilter();
    await user.cell('C1').getByRole('button', { name: 'Filter of column C' }).click();
    expect(await page.getByRole('dialog').getByRole('checkbox').count()).toBe(2);
    await page.getByRole('dialog').getByLabel('Red').uncheck();
    await page.getByRole('dialog').getByRole('button', { name: 'OK' }).click();
    await expect.poll(() => column('A')).toEqual(['Name', 'Rosé']);
    expect(await user.cell('C1').getByRole('button').getAttribute('aria-pressed')).toBe('true');
    await page.getByRole('button', { name: 'Remove the filter' }).click();
    await expect.poll(() => column('A')).toEqual(['Name', 'Merlot', 'Syrah', 'Rosé']);
  });

  test('is opened, searched and chosen from by keys alone', async () => {
    await opened();
    await makeFilter();
    await user.cell('A1').click();
    await page.keyboard.press('Alt+ArrowDown');
    await page.getByRole('dialog').getByRole('button', { name: 'Clear' }).press('Enter');
    await page.getByRole('searchbox').fill('syr');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect.poll(() => column('A')).toEqual(['Name', 'Syrah']);
    await page.keyboard.press('Control+z');
    await expect.poll(() => column('A')).toEqual(['Name', 'Merlot', 'Syrah', 'Rosé']);
  });

  test('keeps those it hides out of “a task for each selected row”', async () => {
    book = await serveBook();
    ({ page, complaints } = await openPage(browser, book.served.url));
    user = new PageUser(page);
    await user.choose('Sync contacts');
    await user.toast('contacts');
    await user.openSheet('Contacts');
    const names = await column('B', [2, 3, 4]);
    await makeFilter();
    await user.cell('B1').getByRole('button', { name: 'Filter of column B' }).click();
    await page.getByRole('searchbox').fill(names[1] ?? '');
    await page.getByRole('dialog').getByLabel(names[1] ?? '', { exact: true }).uncheck();
    await page.keyboard.press('Enter');
    await expect.poll(() => column('B', [2, 3, 4])).toEqual([names[0], names[2]]);
    await user.cell('B2').click();
    await user.cell('B4').click({ modifiers: ['Shift'] });
    await user.choose("Today's tasks");
    const sidebar = page.frameLocator('.sidebar iframe');
    await sidebar.locator('[data-key="menu-toggle"]').click();
    await sidebar.getByText('Tasks for the selected rows…').click();
    await expect.poll(() => sidebar.locator('dialog .names').innerText()).toBe([names[0], names[2]].join('\n'));
  });
});

describe('Ctrl+Z takes back, and Ctrl+Y does again,', () => {
  test.each<readonly [string, () => Promise<void>, string, string, string]>([
    ['what was typed', () => user.type('A2', 'Barbera'), 'A2', 'Merlot', 'Barbera'],
    ['a ticked box', () => user.cell('D2').locator('.box').click(), 'D2', '', '✓'],
    ['a choice', () => user.type('C2', 'White'), 'C2', 'Red', 'White'],
    ['a sorting', () => columnMenu(0, 'Sort sheet Z → A'), 'A2', 'Merlot', 'Syrah'],
    ['a deleted row', () => rowMenu(2, 'Delete row 2'), 'A2', 'Merlot', 'Syrah'],
    ['an inserted column', () => columnMenu(0, 'Insert column before'), 'B2', '12', 'Merlot'],
  ])('%s', async (_what, act, cell, before, after) => {
    await opened();
    await user.cell('A2').click();
    await act();
    await settled(cell, after);
    await page.keyboard.press('Control+z');
    await settled(cell, before);
    await page.keyboard.press('Control+y');
    await settled(cell, after);
    await page.getByRole('button', { name: 'Undo' }).click();
    await settled(cell, before);
    expect(await page.getByRole('button', { name: 'Undo' }).isDisabled()).toBe(true);
  });

  test('a paste over several cells, formats and drop-downs with it', async () => {
    await opened();
    await user.cell('C2').click();
    await page.keyboard.press('Control+c');
    await user.cell('B3').click();
    await page.keyboard.press('Control+v');
    await settled('B3', 'Red');
    await page.keyboard.press('Control+z');
    await settled('B3', '3');
    expect(await user.cell('B3').locator('.chevron').count()).toBe(0);
  });

  test('an Outcome, with what onEdit made of it', async () => {
    book = await serveBook();
    ({ page, complaints } = await openPage(browser, book.served.url));
    user = new PageUser(page);
    await user.choose('Run now');
    await user.toast('8 new tasks');
    await user.openSheet('CRM Tasks');
    const [status, outcome] = [await user.columnOf('Status'), await user.columnOf('Outcome')];
    await user.type(`${outcome}2`, 'Reached');
    await settled(`${status}2`, 'Completed');
    await page.keyboard.press('Control+z');
    await settled(`${status}2`, 'Pending');
    await settled(`${outcome}2`, '');
  });
});

describe('A protected sheet', () => {
  const guarded = (list: Sheet): void => {
    list.protections = [{ description: 'Written anew every night.', warningOnly: true, unprotected: [{ row: 1, column: 0, rows: 1, columns: 1 }] }];
  };

  test('warns before an edit, which can be thought better of', async () => {
    await opened(guarded);
    await user.type('A3', 'Barbera');
    await page.getByRole('dialog', { name: 'Heads up!' }).getByText('Written anew every night.').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await settled('A3', 'Syrah');
    await user.cell('A3').click();
    await page.keyboard.press('Delete');
    await page.getByRole('button', { name: 'OK' }).click();
    await settled('A3', '');
  });

  test('warns no more for a while where that is wanted, and never where a range is open to all', async () => {
    await opened(guarded);
    await user.type('A2', 'Barbera');
    await settled('A2', 'Barbera');
    await user.type('B3', '4');
    await page.getByLabel('Don’t show this again').check();
    await page.getByRole('button', { name: 'OK' }).click();
    await settled('B3', '4');
    await user.type('B3', '5');
    await settled('B3', '5');
  });
});

describe('Columns and rows', () => {
  test('come, go, hide and show from the menu of their heads', async () => {
    await opened();
    await columnMenu(1, 'Hide column B');
    await user.cell('B2').waitFor({ state: 'detached' });
    await columnMenu(2, 'Show hidden columns');
    await settled('B2', '12');
    await columnMenu(1, 'Delete column B');
    await settled('B2', 'Red');
    await page.locator('[data-row-head="1"]').click();
    await page.locator('[data-row-head="2"]').click({ modifiers: ['Shift'] });
    await rowMenu(3, 'Hide row 2–3');
    await user.cell('A3').waitFor({ state: 'detached' });
    await rowMenu(4, 'Show hidden rows');
    await settled('A3', 'Syrah');
    await rowMenu(2, 'Insert row below');
    await settled('A4', 'Syrah');
  });

  test('stay in their place when frozen', async () => {
    await opened();
    await columnMenu(0, 'Freeze up to column A');
    await rowMenu(2, 'Freeze up to row 2');
    await page.setViewportSize({ width: 400, height: 500 });
    await page.getByRole('grid').press('Control+End');
    await page.getByRole('grid').press('PageDown');
    await page.getByRole('grid').press('PageDown');
    await expect.poll(() => user.cell('A2').isVisible()).toBe(true);
    const [head, name] = [await page.locator('[data-row-head="1"]').boundingBox(), await user.cell('A2').boundingBox()];
    expect(name?.x).toBe((head?.x ?? 0) + (head?.width ?? 0));
    await columnMenu(0, 'Unfreeze columns');
  });

  test('the keyboard has the same menu', async () => {
    await opened();
    await user.cell('A3').click();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'Delete row 3' }).press('Enter');
    await settled('A3', 'Rosé');
  });

  test('of a sheet from right to left run that way, arrows and Tab with them', async () => {
    await opened((list) => (list.rightToLeft = true));
    const [a, b] = [await user.cell('A2').boundingBox(), await user.cell('B2').boundingBox()];
    expect(b?.x).toBeLessThan(a?.x ?? 0);
    await user.cell('A2').click();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.type('13');
    await page.keyboard.press('Tab');
    await settled('B2', '13');
    await expect.poll(() => page.locator('.cell-name').innerText()).toBe('C2');
  });
});

test('A value that is not on a list that allows others is marked, and the mark explained', async () => {
  await opened((list) => setCell(list, 1, 2, 'Orange', { dropDown: { values: ['Red'], allowInvalid: true, help: null, checkbox: false } }));
  await user.cell('C2').hover();
  await expect.poll(() => page.locator('.card').innerText()).toBe('Not one of the values on this cell’s list');
});
