import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { openSidebar, shopBook, type OpenSidebar } from '../support/sidebar';
import { customer, smallShop, task } from '../support/sidebar-shop';

let browser: Browser;
let open: OpenSidebar | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  await open?.close();
  open = null;
});

async function opened(shop: Partial<Parameters<typeof shopBook>[0]> = {}, options: Parameters<typeof openSidebar>[2] = {}): Promise<OpenSidebar> {
  open = await openSidebar(browser, shopBook({ ...smallShop, ...shop }), options);
  await open.page.waitForSelector('article, .empty, [role=alert]');
  return open;
}

const LONG_NAME = 'Bartholomew-Maximilian Featherstonehaugh-Cholmondeley van der Westhuizen III';
const longNamed = { contacts: [customer('long@mail.example', { name: LONG_NAME })], tasks: [task('T-long', 'long@mail.example', { name: LONG_NAME, dueOn: '2026-06-27' })] };
const who = async ({ page }: OpenSidebar): Promise<string> => (await page.textContent('#who')) ?? '';

test.each(['en_US', 'iw_IL'])('on a small laptop (%s) every way to reach the person is in sight without scrolling, on one line each', async (locale) => {
  const { page } = await opened({ locale }, { height: 560 });
  const bar = await page.locator('#bar').boundingBox();
  for (const reach of await page.locator('.reach').all()) {
    const box = await reach.boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
    expect(await reach.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
});

describe('a hand that taps twice', () => {
  test('opens the outcomes once, and finishes one person alone', async () => {
    const sidebar = await opened();
    const { page } = sidebar;
    await page.dblclick('[data-key="open-outcomes"]');
    expect(await page.isVisible('#panel')).toBe(true);
    await page.dblclick('#panel >> text=Message sent');
    expect(await who(sidebar)).toBe('יוסי כהן');
    await page.waitForFunction(() => document.querySelector('.saving')?.textContent === '');
    expect(sidebar.asked.filter((name) => name === 'finishTasks')).toHaveLength(1);
    expect(await sidebar.followed()).toEqual([]);
  });

  test('opens one chat', async () => {
    const sidebar = await opened();
    await sidebar.page.dblclick('[data-reach="WhatsApp"]');
    expect(await sidebar.page.isVisible('#panel')).toBe(true);
    expect(await sidebar.followed()).toHaveLength(1);
  });

  test('may walk on two cards', async () => {
    const sidebar = await opened();
    await sidebar.page.dblclick('[data-key="next"]');
    expect(await who(sidebar)).toBe('Amelia Stone');
  });
});

test.each(['en_US', 'iw_IL'])('nothing jumps while something is being saved (%s)', async (locale) => {
  const tasks = Array.from({ length: 12 }, (_, i) => task(`T-${i}`, 'dana@mail.example', { dueOn: i < 4 ? '2026-06-27' : '2026-06-30' }));
  const sidebar = await opened({ locale, tasks });
  const height = async (): Promise<number> => (await sidebar.page.locator('#head').boundingBox())?.height ?? 0;
  const before = await height();
  sidebar.delay = 600;
  await sidebar.page.keyboard.press('d');
  await sidebar.page.keyboard.press('1');
  expect(await sidebar.page.textContent('.saving')).toMatch(/Saving|נשמר/);
  expect(await height()).toBe(before);
});

test.each(['en_US', 'iw_IL'])('the cure of a failure is in sight, even for the longest of names (%s)', async (locale) => {
  const sidebar = await opened({ ...longNamed, locale });
  sidebar.failing = 'Error: PERMISSION_DENIED';
  await sidebar.page.keyboard.press('d');
  await sidebar.page.keyboard.press('1');
  await sidebar.page.waitForSelector('.toast.bad');
  expect(await sidebar.page.textContent('.toast.bad')).toMatch(/private window|חלון פרטי/);
  expect(await sidebar.page.locator('.toast p').evaluate((words) => words.scrollHeight - words.clientHeight)).toBe(0);
});

test('a failure that Google names is told without the machine’s word for it', async () => {
  const sidebar = await opened();
  sidebar.failing = 'ScriptError: Error: Exceeded maximum execution time';
  await sidebar.page.keyboard.press('r');
  await sidebar.page.waitForSelector('.toast.bad');
  expect(await sidebar.page.textContent('.toast.bad')).toContain('broke off (Exceeded maximum execution time)');
});

test('a Hebrew workbook is Hebrew from the first word on, and so is the failure to open it', async () => {
  const sidebar = await opened({ locale: 'iw_IL' });
  const { page } = sidebar;
  sidebar.delay = 400;
  sidebar.failing = 'Error: PERMISSION_DENIED';
  await page.reload();
  await page.waitForSelector('.spinner');
  expect(await page.evaluate(() => [document.documentElement.dir, document.querySelector('.waiting')?.textContent])).toEqual(['rtl', 'רגע…']);
  await page.waitForSelector('[role=alert]');
  expect(await page.textContent('[role=alert] h2')).toBe('לא ניתן לפתוח את הרשימה');
});

test('Enter in the search looks through all contacts', async () => {
  const { page } = await opened();
  await page.keyboard.press('/');
  await page.keyboard.type('nora');
  await page.keyboard.press('Enter');
  await page.click('text=Nora Notask');
  await page.waitForSelector('#who');
  expect(await page.textContent('#who')).toBe('Nora Notask');
});

test('a task for somebody who refused asks with the reason, and with one way to go on', async () => {
  const { page } = await opened();
  await page.keyboard.press('t');
  await page.keyboard.type('rafi');
  await page.keyboard.press('Enter');
  await page.click('dialog .row-button');
  await page.click('dialog >> text=Make the task');
  await page.waitForSelector('dialog [role=alert]');
  expect(await page.textContent('dialog [role=alert]')).toBe('\u2068Rafi Refused\u2069 (Asked not to be contacted). Make the task all the same?');
  expect(await page.locator('dialog form button').allTextContents()).toEqual(['Make it all the same']);
});

test('an empty list without a nightly run is no success, and names the cure', async () => {
  const { page } = await opened({ tasks: [] });
  expect(await page.locator('.tick').count()).toBe(0);
  expect(await page.locator('.empty button').allTextContents()).toEqual(['Open Set up', 'Who is next?']);
});

test('who has no number is said to have none, where it is looked for', async () => {
  const { page } = await opened({ contacts: [customer('amelia@mail.example', { phone: null })], tasks: [task('T-amelia', 'amelia@mail.example')] });
  expect(await page.isVisible('text=No usable phone number')).toBe(true);
});

test.each([
  ['en_US', 'כרם, Rosé', 1],
  ['iw_IL', 'Rosé, כרם', -1],
])('items of two languages stand in their order (%s)', async (locale, items, direction) => {
  const { page } = await opened({ locale, contacts: [customer('ann@mail.example')], tasks: [task('T-ann', 'ann@mail.example', { reason: `Last order 3 days ago; last: ${items}` })] });
  const [first, second] = await page.locator('.figures dd bdi[dir=auto]').evaluateAll((items) => items.map((item) => item.getBoundingClientRect().left));
  expect(Math.sign((second ?? 0) - (first ?? 0))).toBe(direction);
});
