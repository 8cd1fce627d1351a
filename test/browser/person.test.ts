import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Faults } from '../../local/faults';
import type { Host } from '../../local/host';
import type { Workbook } from '../../local/workbook/model';
import { shopOfAnn } from '../support/ann';
import { launchBrowser } from '../support/browser';
import { isSound, openDialog, press, said, settled, type OpenDialog } from '../support/dialog';
import { ask, cellsOf, hostOn, night, rowsOf, rowWith, typeInto } from '../support/shop';

const NOW = '2026-06-03T10:00';

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

/** Opens the dialog as Help does, or as the sidebar does from somebody's card. */
async function open(workbook: Workbook, { about = [], faults = {} }: { about?: readonly string[]; faults?: Faults } = {}): Promise<{ page: Page; host: Host; it: OpenDialog }> {
  const host = hostOn(workbook, NOW, { faults });
  dialog = await openDialog(browser, host, 'showPerson', ...about);
  await settled(dialog.page);
  return { page: dialog.page, host, it: dialog };
}

const search = async (page: Page, words: string): Promise<void> => {
  await page.getByLabel(/E-mail address or name|דוא"ל או שם/).fill(words);
  await page.keyboard.press('Enter');
};

describe('A person’s data', () => {
  test('somebody is found by name, shown sheet by sheet, and saved as a file', async () => {
    const { page, it } = await open(shopOfAnn());
    await search(page, 'ann lee');
    await page.getByText('One person, by Also Known As').waitFor();
    expect(await page.locator('summary').allInnerTexts()).toEqual(['Contacts · 2 rows', 'CRM Tasks · 3 rows', 'As text']);
    await page.getByText('Contacts · 2 rows').click();
    expect(await said(page)).toMatch(/Favourite\s+Syrah/);
    await isSound(it);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download' }).click()]);
    expect(download.suggestedFilename()).toBe('personal-data-2026-06-03.txt');
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('Notes: Allergic to sulfites\n');
    expect(text).toContain('=== CRM Tasks ===');
    expect(text).not.toMatch(/joann|Ben/);
  });

  test('the card of the sidebar opens it with the person at once', async () => {
    const { page, it } = await open(shopOfAnn(), { about: ['ANN.LEE@work.example'] });
    expect(await said(page)).toContain('ann@mail.example, ann.lee@work.example');
    expect(it.asked.map(({ name }) => name)).toEqual(['exportPerson']);
  });

  test.each(['"><script>window.hacked=1</script>', '$&', '\ud800@mail.example'])('what is no address (%s) opens it without a person', async (about) => {
    const { page, it } = await open(shopOfAnn(), { about: [about] });
    await page.getByLabel('E-mail address or name').waitFor();
    await isSound(it);
  });

  test('who stands in the selected row is offered', async () => {
    const workbook = shopOfAnn();
    const host = hostOn(workbook, NOW);
    host.selection = { sheet: 'Orders', ranges: [{ row: 3, column: 0, rows: 1, columns: 1 }] };
    dialog = await openDialog(browser, host, 'showPerson');
    await press(dialog.page, 'ben@mail.example');
    await dialog.page.getByText('Contacts · 1 row').waitFor();
  });

  test('where copying is blocked the text is there to be copied by hand', async () => {
    const { page } = await open(shopOfAnn(), { about: ['ann@mail.example'] });
    await press(page, 'Copy');
    await page.getByText('Copied.').waitFor();
    await page.evaluate(() => (document.execCommand = () => false));
    await press(page, 'Copy');
    await page.getByText('press Ctrl+C').waitFor();
    expect(await page.evaluate(() => String(getSelection()).includes('Allergic to sulfites') || (document.activeElement as HTMLTextAreaElement).value.includes('Allergic to sulfites'))).toBe(true);
  });

  test('an address that no sheet of ours knows is said to be unknown, and another may be asked for', async () => {
    const { page, it } = await open(shopOfAnn());
    await search(page, 'nobody@mail.example');
    await page.getByRole('alert').waitFor();
    expect(await said(page)).toContain('no contact with the address nobody@mail.example');
    await search(page, 'nobody');
    await page.getByText('Nobody in Contacts is called “nobody”').waitFor();
    await search(page, 'mail.example');
    await press(page, /Jo/);
    await page.getByText('Contacts · 1 row').waitFor();
    await isSound(it);
  });
});

describe.each([
  ['en_US', { erase: 'Erase…', forGood: 'Erase for good', typed: /type their e-mail/, done: 'Erased: 5 rows', wasErased: 'This person was erased. Only', back: 'Back' }],
  ['iw_IL', { erase: 'מחיקה…', forGood: 'מחיקה לצמיתות', typed: /להקליד את כתובת/, done: 'נמחק: 5 שורות', wasErased: 'פרטי האדם נמחקו. נשארו', back: 'חזרה' }],
] as const)('Erasing in %s', (locale, words) => {
  test('says what goes and what stays, takes the typed address, and tells what is left to do', async () => {
    const workbook = shopOfAnn(locale);
    typeInto(workbook, 'Contacts', ['Email', 'ben@mail.example'], 'Notes', 'Friend of ann@mail.example');
    const before = cellsOf(workbook);
    const { page, it } = await open(workbook, { about: ['ann@mail.example'] });
    expect(/[א-ת]{3}/.test(await page.locator('footer').innerText())).toBe(locale === 'iw_IL');
    await isSound(it);
    await press(page, words.erase);
    await isSound(it);
    expect(await said(page)).toMatch(/Contacts, (row|שורה) 4, Notes/);
    const forGood = page.getByRole('button', { name: words.forGood });
    for (const typed of ['', 'ann', 'joann@mail.example']) {
      await page.getByLabel(words.typed).fill(typed);
      await page.keyboard.press('Enter');
      expect(await forGood.isDisabled()).toBe(true);
    }
    await press(page, words.back);
    expect(cellsOf(workbook)).toEqual(before);
    await press(page, words.erase);
    await page.getByLabel(words.typed).fill(' Ann@mail.example ');
    await forGood.click();
    await page.getByText(words.done).waitFor();
    await isSound(it);
    const { Email } = rowsOf(workbook, 'Contacts').find((row) => row['Total Spend'] === 350) ?? {};
    expect(await said(page)).toContain(String(Email));
    expect(rowWith(workbook, 'Contacts', 'Email', 'ben@mail.example')['Notes']).toBe('Friend of ann@mail.example');
    expect(rowsOf(workbook, 'CRM Tasks').map((task) => task['Email'])).not.toContain('ann@mail.example');
  });

  test('whoever was erased is said to be, and is not erased again', async () => {
    const workbook = shopOfAnn(locale);
    ask(hostOn(workbook, NOW), 'erasePerson', { email: 'ann@mail.example' });
    night(workbook, '2026-06-04T03:00');
    const { page, it } = await open(workbook);
    await search(page, 'ann@mail.example');
    await page.getByText(words.wasErased).waitFor();
    expect(await page.getByRole('button', { name: words.erase }).count()).toBe(0);
    await isSound(it);
  });
});

test('an erasure that breaks off is finished by trying again', async () => {
  const workbook = shopOfAnn();
  const { page, host, it } = await open(workbook, { about: ['ann@mail.example'] });
  await press(page, 'Erase…');
  await page.getByLabel(/type their e-mail/).fill('ann@mail.example');
  it.before = (name) => void (name === 'erasePerson' && (host.faults = { stopAt: { call: host.stats().calls.total + 30 } }));
  await press(page, 'Erase for good');
  await page.getByRole('alert').waitFor();
  expect(JSON.stringify(cellsOf(workbook, ['Orders']))).toContain('ann@mail.example');
  it.before = () => void (host.faults = {});
  await press(page, 'Try again');
  await page.getByText('Erased: 5 rows').waitFor();
  expect(JSON.stringify(cellsOf(workbook, ['Orders'])).match(/\bann@mail|Ann Lee/)).toBeNull();
});
