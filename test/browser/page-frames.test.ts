import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { seriousFaults } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { openPage, PageUser, serveBook, type ServedBook } from '../support/web-page';

/** A script of its own, whose page shows what google.script does. */
const CODE = `
function onOpen() { SpreadsheetApp.getUi().createMenu('Try').addItem('Beside', 'beside').addItem('Over', 'over').addItem('Missing', 'missing').addItem('Broken', 'broken').addItem('Alert', 'tell').addItem('Ask', 'askTwice').addToUi(); }
function beside() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('page').setTitle('Beside')); }
function over() { SpreadsheetApp.getUi().showModalDialog(HtmlService.createHtmlOutputFromFile('page').setWidth(420).setHeight(260), 'Over'); }
function missing() { HtmlService.createHtmlOutputFromFile('not-there'); }
function broken() { throw new Error('it broke'); }
function tell() { SpreadsheetApp.getUi().alert('Mind the step'); SpreadsheetApp.getActive().toast('toasted', 'Bread', 5); }
function askTwice() {
  const ui = SpreadsheetApp.getUi();
  const cell = SpreadsheetApp.getActiveRange();
  cell.setValue(cell.getValue() + '+');
  SpreadsheetApp.flush();
  const sure = ui.alert('Sure?', 'All of it', ui.ButtonSet.YES_NO);
  if (sure !== ui.Button.YES) return void cell.setValue(sure === ui.Button.NO ? 'no' : 'closed');
  const name = ui.prompt('Your name', ui.ButtonSet.OK_CANCEL);
  if (name.getSelectedButton() === ui.Button.OK) cell.setValue(cell.getValue() + name.getResponseText());
}
function double(n) { return n * 2; }
function fail() { throw new Error('on purpose'); }
function day() { return new Date(0); }
function mark() { SpreadsheetApp.getActiveRange().setValue('marked'); return SpreadsheetApp.getActiveRange().getA1Notation(); }
`;
const HTML = '<!DOCTYPE html><html lang="en"><head><base target="_top"><title>Page</title></head><body><main><p id="out">ready</p></main></body></html>';

let browser: Browser;
let dist: string;
let book: ServedBook;
let page: Page;
let complaints: string[];
let user: PageUser;

beforeAll(async () => {
  browser = await launchBrowser();
  dist = mkdtempSync(join(tmpdir(), 'script-'));
  writeFileSync(join(dist, 'appsscript.json'), JSON.stringify({ timeZone: 'Asia/Jerusalem', oauthScopes: ['spreadsheets.currentonly', 'script.container.ui'].map((scope) => `https://www.googleapis.com/auth/${scope}`) }));
  writeFileSync(join(dist, 'Code.js'), CODE);
  writeFileSync(join(dist, 'page.html'), HTML);
});
afterAll(async () => {
  await browser.close();
  rmSync(dist, { recursive: true });
});
beforeEach(async () => {
  book = await serveBook({}, undefined, dist);
  ({ page, complaints } = await openPage(browser, book.served.url));
  user = new PageUser(page);
});
afterEach(async () => {
  await page.context().close();
  await book.close();
});

async function beside(): Promise<FrameLocator> {
  await user.choose('Beside', 'Try');
  const frame = page.frameLocator('.sidebar iframe');
  await frame.locator('#out').waitFor();
  return frame;
}

/** Runs code in the sidebar that calls `done(value)` with what is to be seen. */
const inFrame = (frame: FrameLocator, code: string): Promise<string> =>
  frame.locator('body').evaluate(
    (_body, words) =>
      new Promise<string>((settle) => {
        (window as unknown as { done: unknown }).done = (value: unknown) => settle(JSON.stringify(value)); // for the code below
        const script = document.createElement('script');
        script.textContent = words;
        document.body.append(script);
      }),
    code,
  );

describe('google.script.run', () => {
  test.each([
    ['gives the result to the success handler', 'google.script.run.withSuccessHandler(done).double(21);', '42'],
    ['hands the user object along', 'google.script.run.withUserObject({ a: 1 }).withSuccessHandler((v, o) => done([v, o])).double(1);', '[2,{"a":1}]'],
    ['gives an error to the failure handler', 'google.script.run.withFailureHandler((e) => done([e instanceof Error, e.message])).fail();', '[true,"on purpose"]'],
    ['fails on a result with a Date', 'google.script.run.withFailureHandler((e) => done(/Date/.test(e.message))).withSuccessHandler(() => done("came")).day();', 'true'],
    ['fails for a function that is not there', 'google.script.run.withFailureHandler((e) => done(e.message)).nowhere();', '"Script function not found: nowhere"'],
    ['refuses a Date', 'try { google.script.run.double(new Date()); done("went"); } catch (e) { done(e.message); }', '"Failed due to illegal value in property: 0"'],
    ['refuses a function deep inside', 'try { google.script.run.double(1, { a: [() => 1] }); done("went"); } catch (e) { done(e.message); }', '"Failed due to illegal value in property: 1"'],
    ['refuses an element', 'try { google.script.run.double(document.body); done("went"); } catch (e) { done(e.message); }', '"Failed due to illegal value in property: 0"'],
    ['gives nothing back at once', 'done(typeof google.script.run.double(1));', '"undefined"'],
    ['keeps one chain’s handlers from another', 'const a = google.script.run.withSuccessHandler(() => done("first")); a.withSuccessHandler(() => undefined); a.double(1);', '"first"'],
  ])('%s', async (_what, code, seen) => {
    expect(await inFrame(await beside(), code)).toBe(seen);
  });

  test('knows the selection, and its changes show in the sheet at once', async () => {
    const frame = await beside();
    await user.cell('D4').click();
    expect(await inFrame(frame, 'google.script.run.withSuccessHandler(done).mark();')).toBe('"D4"');
    await expect.poll(() => user.shown('D4')).toBe('marked');
  });
});

describe('The sidebar', () => {
  test('is 300 px wide and closes by itself', async () => {
    const frame = await beside();
    expect((await page.locator('.sidebar').boundingBox())?.width).toBe(300);
    await inFrame(frame, 'google.script.host.close(); done(1);').catch(() => undefined);
    await page.locator('.sidebar').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
  });

  test('comes from another origin, reaches neither the page nor the network, and has no clipboard', async () => {
    const frame = await beside();
    expect(await inFrame(frame, 'try { done(parent.document.title); } catch (e) { done(e.name); }')).toBe('"SecurityError"');
    expect(await inFrame(frame, 'fetch("https://shop.example/").then(() => done("went"), (e) => done(e.name));')).toBe('"TypeError"');
    expect(await inFrame(frame, 'navigator.clipboard.writeText("x").then(() => done("went"), (e) => done(e.name));')).toBe('"NotAllowedError"');
  });
});

test('A dialog has the size it asks for, and may ask for another', async () => {
  await user.choose('Over', 'Try');
  const frame = page.frameLocator('.modal iframe');
  await frame.locator('#out').waitFor();
  const box = await page.locator('.modal iframe').boundingBox();
  expect([box?.width, box?.height]).toEqual([420, 260]);
  await inFrame(frame, 'google.script.host.setHeight(333); done(1);');
  await expect.poll(async () => (await page.locator('.modal iframe').boundingBox())?.height).toBe(333);
  await page.keyboard.press('Escape');
});

describe('When something is wrong', () => {
  test.each([
    ['Missing', 'The page “not-there” is not there: src/ui/page-messages.ts does not name it'],
    ['Broken', 'The script failed: it broke'],
  ])('%s says so in a sentence', async (item, sentence) => {
    await user.choose(item, 'Try');
    await user.toast(sentence);
  });

  test('an alert stands until it is answered, and toasts show', async () => {
    await user.choose('Alert', 'Try');
    await page.getByText('Mind the step').waitFor();
    await page.getByRole('button', { name: 'OK' }).click();
    await user.toast('toasted');
  });

  test('what the script asks is answered before it goes on, and what it did is done once', async () => {
    await user.type('D4', 'seen');
    await user.cell('D4').click();
    await user.choose('Ask', 'Try');
    await page.getByText('All of it').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await user.shown('D4')).toBe('seen');
    await page.getByRole('button', { name: 'Yes' }).click();
    await page.getByLabel('Your name').fill('Dana');
    await page.keyboard.press('Enter');
    await expect.poll(() => user.shown('D4')).toBe('seen+Dana');
    expect(complaints).toEqual([]);
  });

  test.each([['the No button', 'no'], ['Escape', 'closed']])('%s is an answer too', async (way, cell) => {
    await user.cell('D4').click();
    await user.choose('Ask', 'Try');
    if (way === 'Escape') await page.keyboard.press('Escape');
    else await page.getByRole('button', { name: 'No', exact: true }).click();
    await expect.poll(() => user.shown('D4')).toBe(cell);
  });

  test.each([
    ['Offline', 'NetworkError: Connection failure due to HTTP 0'],
    ['Several accounts', 'PERMISSION_DENIED'],
  ])('%s reaches the failure handler in Google’s words', async (fault, words) => {
    const frame = await beside();
    await page.getByLabel(fault).check();
    await expect.poll(() => page.getByLabel(fault).isChecked()).toBe(true);
    await page.waitForTimeout(300);
    expect(await inFrame(frame, 'google.script.run.withSuccessHandler(done).withFailureHandler((e) => done(e.message)).double(1);')).toContain(words);
  });

  test('Slow takes three seconds', async () => {
    const frame = await beside();
    await page.getByLabel('Slow').check();
    await page.waitForTimeout(300);
    expect(Number(await inFrame(frame, 'const t = Date.now(); google.script.run.withSuccessHandler(() => done(Date.now() - t)).double(1);'))).toBeGreaterThan(2900);
  });
});
