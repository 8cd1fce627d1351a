import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Faults } from '../../local/faults';
import { version } from '../../src/shared/version';
import type { Host } from '../../local/host';
import { sheetNamed } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { launchBrowser } from '../support/browser';
import { isSound, openDialog, press, said, settled, type DialogOpener, type OpenDialog } from '../support/dialog';
import { ask, hostOn, night, rowsOf, rowWith, shopWith, typeInto, type ShopOrder } from '../support/shop';

const EVIL = '<img src=x onerror="window.hacked=1">"><svg onload=window.hacked=1>';
const LONG = `Longname${'x'.repeat(292)}`;

const orders: readonly ShopOrder[] = [
  { id: '1', date: '2025-09-01', email: 'ann@mail.example', name: 'Ann Lee', total: 300, phone: '0501234567' },
  { id: '2', date: '2025-11-10', email: 'ann@mail.example', name: 'Ann Lee', total: 900 },
  { id: '3', date: '2026-01-11', email: 'ben@mail.example', name: 'בן כהן', total: 120, language: 'HE' },
  { id: '4', date: '2026-02-20', email: 'evil@mail.example', name: EVIL, total: 80 },
  { id: '5', date: '2026-01-20', email: 'long@mail.example', name: LONG, total: 95 },
  { id: '6', date: 'soon', email: 'odd@mail.example', name: 'Odd', total: 10 },
];

const NOW = '2026-06-30T08:30';

function shopIn(locale: string): Workbook {
  const workbook = shopWith(orders);
  workbook.locale = locale;
  return workbook;
}
function madeShop(locale = 'en_US', withNight = false): Workbook {
  const workbook = shopIn(locale);
  ask(hostOn(workbook, '2026-06-29T09:00'), 'setUp', { takeOver: false });
  if (withNight) night(workbook, '2026-06-30T03:00');
  return workbook;
}

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

/** Opens a dialog; at its end nothing may have gone wrong that the test did not ask for. */
async function open(workbook: Workbook, opener: DialogOpener, faults: Faults = {}): Promise<{ page: Page; host: Host; it: OpenDialog }> {
  const host = hostOn(workbook, NOW, { faults });
  dialog = await openDialog(browser, host, opener);
  return { page: dialog.page, host, it: dialog };
}

const openers: readonly DialogOpener[] = ['showImport', 'showPreview', 'showSegments', 'showSetUp', 'undoLastRun', 'showMailchimpExport', 'showPerson', 'showHelp'];

describe.each(['en_US', 'iw_IL'])('every dialog in %s', (locale) => {
  test.each(openers)('%s speaks the reader’s language from its first word, is sound, closes', async (opener) => {
    const { page, it } = await open(madeShop(locale, true), opener);
    await settled(page);
    const hebrew = locale === 'iw_IL';
    expect(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir])).toEqual(hebrew ? ['he', 'rtl'] : ['en', 'ltr']);
    expect(/[א-ת]{3}/.test(await page.locator('footer').innerText())).toBe(hebrew);
    await isSound(it);
    await press(page, hebrew ? 'סגירה' : 'Close');
    expect(await it.isClosed()).toBe(true);
  });
});

describe('a failure never looks like an empty list', () => {
  const asking = openers.filter((opener) => !['showImport', 'showPerson', 'showHelp'].includes(opener));

  test.each(asking)('%s says that several accounts are signed in, and goes on once that is over', async (opener) => {
    const host = hostOn(madeShop('en_US', true), NOW, { faults: { severalAccounts: true } });
    dialog = await openDialog(browser, host, opener);
    await dialog.page.getByRole('alert').waitFor();
    expect(await said(dialog.page)).toContain('several Google accounts');
    host.faults = {};
    await press(dialog.page, 'Try again');
    await settled(dialog.page);
    expect(await dialog.page.getByRole('alert').count()).toBe(0);
  });

  test('orders that can’t be read are told in their own step, with the cure', async () => {
    const workbook = madeShop();
    const sheet = sheetNamed(workbook, 'Orders');
    if (sheet?.values[0] !== undefined) sheet.values[0][3] = 'Whom';
    const { page } = await open(workbook, 'showSetUp');
    await page.getByRole('alert').waitFor();
    expect(await said(page)).toContain('Order columns');
    expect(await said(page)).toContain('Workbook and script agree');
  });

  test('a lock that another run holds is said', async () => {
    const { page } = await open(madeShop(), 'showSetUp', { lockHeld: true });
    await settled(page);
    await press(page, 'Make today’s list now');
    await page.getByRole('alert').waitFor();
    expect(await said(page)).toMatch(/Try again in a minute/);
  });
});

describe('Set up', () => {
  test('a new manager goes from nothing to today’s list', async () => {
    const workbook = shopIn('en_US');
    const { page, it } = await open(workbook, 'showSetUp');
    await page.getByText('Half of all repeat orders').waitFor();
    expect(await said(page)).toContain('To be made: Contacts');
    expect(await said(page)).toContain('1 row could not be taken');
    await press(page, 'Make the sheets and install');
    await page.getByText('The nights run by themselves').waitFor();
    await page.getByText('Half of all repeat orders').waitFor();
    await page.getByLabel(/Welcome/).uncheck();
    await page.getByText('Saved.').waitFor();
    expect(rowWith(workbook, 'CRM Rules', 'Rule', 'Welcome')).toMatchObject({ Enabled: 'N' });
    const type = async (label: string, words: string): Promise<void> => {
      await page.getByLabel(label).fill(words);
      await page.getByLabel(label).press('Tab');
    };
    await type('Currency of the figures', 'shekels');
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel('Currency of the figures').inputValue()).toBe('');
    await type('Currency of the figures', '₪');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await type('Name of the shop', '  Gefen Wines ');
    await settled(page);
    expect(rowsOf(workbook, 'CRM Settings')).toEqual(expect.arrayContaining([expect.objectContaining({ Setting: 'Shop name', Value: 'Gefen Wines' }), expect.objectContaining({ Setting: 'Currency', Value: '₪' })]));
    await press(page, 'Show the list');
    await page.locator('ol.list li').first().waitFor();
    const promised = await page.locator('ol.list li').count();
    await isSound(it);
    await press(page, 'Make today’s list now');
    await page.getByText('Today’s list is ready').waitFor();
    expect(rowsOf(workbook, 'CRM Tasks')).toHaveLength(promised);
    expect(workbook.triggers).toHaveLength(1);
  });

  test('a rule that someone changes meanwhile goes back to how it stands, and that is told', async () => {
    const workbook = madeShop();
    const { page, it } = await open(workbook, 'showSetUp');
    await settled(page);
    it.before = (name) => void (name === 'chooseRules' && (it.failing = 'ScriptError: We’re sorry, a server error occurred.'));
    await page.getByLabel(/Birthday/).click();
    await page.getByRole('alert').waitFor();
    expect(await page.getByLabel(/Birthday/).isChecked()).toBe(false);
  });
});

describe('Import', () => {
  const header = 'Email Address,First Name,Last Name,LAST_CHANGED';
  const file = (name: string, ...lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from([header, ...lines].join('\n')) });

  test('Mailchimp’s ZIP is previewed, confirmed, done', async () => {
    const workbook = madeShop('en_US', true);
    const { page, it } = await open(workbook, 'showImport');
    const zip = zipSync({
      'subscribed_members_export_1.csv': strToU8(`${header}\nann@mail.example,Ann,Lee,2026-01-02 03:04:05\nnew@mail.example,${EVIL.replace(/"/g, '""').replace(/^/, '"')}",X,2026-01-02 03:04:05\nno address,Nobody,,`),
      'unsubscribed_members_export_1.csv': strToU8(`${header}\nben@mail.example,Ben,,2026-01-02 03:04:05`),
      'cleaned_members_export_1.csv': strToU8(header),
    });
    await page.setInputFiles('#files', { name: 'audience.zip', mimeType: 'application/zip', buffer: Buffer.from(zip) });
    await page.getByText('Nothing has been written yet').waitFor();
    const figures = await page.locator('.figure-box').allInnerTexts();
    expect(figures.map((words) => words.replace(/\s+/g, ' '))).toEqual(['1 new', '2 changed', '0 unchanged', '1 lines to look at']);
    expect(await said(page)).toContain('no address');
    await isSound(it);
    expect(rowWith(workbook, 'Contacts', 'Email', 'ben@mail.example')).toMatchObject({ 'Is Mailchimp': 'N' });
    await press(page, 'Import 3 people');
    await page.getByText('Imported: 1 new, 2 changed.').waitFor();
    expect(rowWith(workbook, 'Contacts', 'Email', 'ben@mail.example')).toMatchObject({ 'Mailchimp Status': 'Unsubscribed' });
    await isSound(it);
  });

  test('several files are dropped together; the kind that nothing tells is asked', async () => {
    const workbook = madeShop('iw_IL', true);
    const { page, it } = await open(workbook, 'showImport');
    const data = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([`${text}\nann@mail.example,Ann,Lee,`], 'people.csv', { type: 'text/csv' }));
      transfer.items.add(new File([`${text}\nben@mail.example,Ben,,`], 'people.csv', { type: 'text/csv' }));
      return transfer;
    }, header);
    await page.dispatchEvent('main', 'drop', { dataTransfer: data });
    await page.locator('select').first().waitFor();
    await isSound(it);
    expect(await page.locator('footer .primary').isDisabled()).toBe(true);
    await page.locator('select').nth(0).selectOption('Subscribed');
    await page.locator('select').nth(1).selectOption('Cleaned');
    await page.locator('footer .primary').click();
    await page.locator('.figures').waitFor();
    await page.locator('footer .primary').click();
    await page.locator('.notice.good').waitFor();
    expect(['ann@mail.example', 'ben@mail.example'].map((email) => rowWith(workbook, 'Contacts', 'Email', email)['Mailchimp Status'])).toEqual(['Subscribed', 'Cleaned']);
  });

  test('a pasted export is read as well, with the keyboard alone', async () => {
    const { page } = await open(madeShop('en_US', true), 'showImport');
    await page.locator('summary').focus();
    await page.keyboard.press('Enter');
    await page.getByLabel(/The export’s text/).focus();
    await page.keyboard.insertText(`${header},UNSUB_TIME\nann@mail.example,Ann,Lee,,2026-02-03 04:05:06`);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.figures').waitFor();
    expect(await said(page)).toContain('Unsubscribed');
  });

  test.each([
    ['a campaign report', 'Campaign Title,Opens,Clicks\nSale,3,4', 'campaign report'],
    ['an empty file', '', 'is empty'],
    ['a header alone', header, 'holds a header and no members'],
    ['a web page', '<!doctype html><html></html>', 'web page'],
  ])('%s is named for what it is, and another file may be chosen', async (_, text, words) => {
    const { page, it } = await open(madeShop(), 'showImport');
    await page.setInputFiles('#files', { name: 'subscribed.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain(words);
    expect(await page.locator('.drop').count()).toBe(1);
    expect(it.asked).toEqual([]);
    await isSound(it);
  });

  test('a picture is no export', async () => {
    const { page } = await open(madeShop(), 'showImport');
    await page.setInputFiles('#files', { name: 'bottle.png', mimeType: 'image/png', buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]) });
    await page.getByRole('alert').waitFor();
    expect(await page.getByRole('alert').innerText()).toContain('not a text file');
  });

  test('a long export goes in portions, each far below what one call may carry', async () => {
    const { page, it } = await open(madeShop(), 'showImport');
    const people = Array.from({ length: 12_000 }, (_, i) => `p${i}@mail.example,שם ${i},Person,2026-01-02 03:04:05`);
    await page.setInputFiles('#files', file('subscribed_members.csv', ...people));
    await page.locator('.figures').waitFor({ timeout: 60_000 });
    const portions = it.asked.filter(({ name }) => name === 'stageImport');
    expect(portions.length).toBeGreaterThan(2);
    expect(Math.max(...it.asked.map(({ characters }) => characters))).toBeLessThan(1_000_000);
    expect(await said(page)).toContain('12,000');
  }, 90_000);

  test('an import that breaks off is said so and can be tried again', async () => {
    const workbook = madeShop();
    const { page, it } = await open(workbook, 'showImport');
    await page.setInputFiles('#files', file('subscribed_members.csv', 'ann@mail.example,Ann,Lee,'));
    await page.locator('.figures').waitFor();
    it.failing = 'NetworkError: Connection failure due to HTTP 0';
    await page.locator('footer .primary').click();
    await page.getByRole('alert').waitFor();
    it.failing = null;
    await press(page, 'Try again');
    await page.locator('.figures').waitFor();
    await page.locator('footer .primary').click();
    await page.getByText('Imported: 1 new').waitFor();
    expect(rowsOf(workbook, 'Contacts')).toHaveLength(1);
  });
});

describe('Preview tonight', () => {
  test('shows whom, why, what is held back and the order, and writes nothing', async () => {
    const workbook = madeShop();
    const { page, it } = await open(workbook, 'showPreview');
    await settled(page);
    const tasks = await page.locator('ol.list li').count();
    expect(tasks).toBeGreaterThan(1);
    expect(await said(page)).toContain('<img src=x');
    expect(await said(page)).toContain('Best first');
    await isSound(it);
    expect(rowsOf(workbook, 'CRM Tasks')).toEqual([]);
    night(workbook, '2026-06-30T09:00');
    expect(rowsOf(workbook, 'CRM Tasks')).toHaveLength(tasks);
  });

  test('why, or why not: by name, with a choice where several are meant', async () => {
    const { page, it } = await open(madeShop('en_US', true), 'showPreview');
    await settled(page);
    await page.locator('summary').click();
    await page.getByLabel('E-mail address or name').fill('mail.example');
    await page.keyboard.press('Enter');
    await page.getByText('Which one do you mean?').waitFor();
    await press(page, /Ann Lee/);
    await page.getByText('About ann@mail.example').waitFor();
    expect(await said(page)).toContain('Win-back');
    await isSound(it);
    await page.getByLabel('E-mail address or name').fill('nobody at all');
    await press(page, 'Ask');
    await page.getByText('Nobody in Contacts is called').waitFor();
  });
});

describe('Segments', () => {
  const opened = async (locale = 'en_US') => {
    const workbook = madeShop(locale, true);
    const given = await open(workbook, 'showSegments');
    await settled(given.page);
    return { workbook, ...given };
  };

  test('rows write the query, the query draws the rows, people are counted as one types', async () => {
    const { page, it } = await opened();
    await press(page, 'New segment');
    await page.locator('#field-0').selectOption({ label: 'Total Spend' });
    await page.locator('#operator-0').selectOption('>');
    await page.getByLabel('Value', { exact: true }).fill('100');
    expect(await page.locator('#query').inputValue()).toBe('total spend > 100');
    await page.getByText('2 people today').waitFor();
    await press(page, 'Add a condition');
    await page.locator('#field-1').selectOption({ label: 'Language' });
    await page.getByLabel('Value', { exact: true }).nth(1).fill('HE');
    await page.getByText('1 person today').waitFor();
    await page.locator('#query').fill('total orders between 2 and 9');
    await page.getByText('1 person today').waitFor();
    expect(await page.getByLabel('From').inputValue()).toBe('2');
    expect(await said(page)).toContain('Ann Lee');
    await isSound(it);
  });

  test('a mistake is shown with its place, and nothing can be made of it', async () => {
    const { page, it } = await opened('iw_IL');
    await page.locator('#query').fill('total spend > 100 and lnguage = HE');
    await page.locator('pre.caret').waitFor();
    const [line = '', caret = ''] = (await page.locator('pre.caret').innerText()).split('\n');
    expect(line.slice(caret.indexOf('^'))).toBe('lnguage = HE');
    expect(await page.locator('footer button:disabled').count()).toBe(2);
    await isSound(it);
  });

  test('brackets leave the rows and stay in the text', async () => {
    const { page } = await opened();
    await page.locator('#query').fill('status = New and (language = HE or language = EN)');
    await page.getByText('This query says more than rows can show').waitFor();
    expect(await page.locator('.builder:visible').count()).toBe(0);
  });

  test('a segment is saved, found again, and its people get tasks that are undone as one', async () => {
    const { page, workbook, it } = await opened();
    await press(page, 'New segment');
    await page.getByLabel('Name', { exact: true }).fill(EVIL);
    await page.locator('#query').fill('email contains "mail.example"');
    await press(page, 'Save');
    await page.getByText('Saved “').waitFor();
    expect(rowWith(workbook, 'CRM Segments', 'Name', EVIL)).toMatchObject({ Query: 'email contains "mail.example"' });
    typeInto(workbook, 'Contacts', ['Email', 'ben@mail.example'], 'Do Not Contact', 'Y');
    await page.getByRole('button', { name: /Make tasks now/, disabled: false }).click();
    await page.getByText('1 person left out').waitFor();
    await isSound(it);
    await page.getByLabel(/Note/).fill('New vintage');
    await page.locator('#due').fill('2026-07-05');
    const before = rowsOf(workbook, 'CRM Tasks').length;
    await page.locator('footer .primary').click();
    await page.getByText(/Made: \d tasks/).waitFor();
    const made = rowsOf(workbook, 'CRM Tasks').slice(before);
    expect(made.length).toBeGreaterThan(1);
    expect(made.every((task) => task['Note'] === 'New vintage' && task['Due Date'] === '2026-07-05' && task['Email'] !== 'ben@mail.example')).toBe(true);

    await dialog?.close();
    const undo = await open(workbook, 'undoLastRun');
    await settled(undo.page);
    expect(await said(undo.page)).toContain('Tasks made for a segment');
    await press(undo.page, new RegExp(`Withdraw ${made.length} tasks`));
    await undo.page.getByText(`Withdrawn: ${made.length} tasks`).waitFor();
    expect(rowsOf(workbook, 'CRM Tasks').slice(before).every((task) => task['Status'] === 'Skipped')).toBe(true);
  });
});

describe('Undo last run', () => {
  test.each([
    ['Don’t make these again', false],
    ['Make them again once I have changed the rules', true],
  ])('%s', async (label, again) => {
    const workbook = madeShop('en_US', true);
    const tasks = rowsOf(workbook, 'CRM Tasks').length;
    const { page } = await open(workbook, 'undoLastRun');
    await settled(page);
    expect(await said(page)).toContain(`${tasks} tasks would be withdrawn`);
    await page.getByLabel(label).check();
    await page.locator('footer .primary').click();
    await page.getByText(`Withdrawn: ${tasks} tasks`).waitFor();
    night(workbook, '2026-07-01T03:00');
    expect(rowsOf(workbook, 'CRM Tasks').filter((task) => task['Status'] === 'Pending')).toHaveLength(again ? tasks : 0);
  });

  test('with nothing to undo it says so', async () => {
    const { page } = await open(madeShop(), 'undoLastRun');
    await page.getByText('There is no run whose tasks could be taken back').waitFor();
  });
});

describe('Export for Mailchimp', () => {
  test('the file is taken, and only then can it have been sent', async () => {
    const workbook = madeShop('en_US', true);
    const file = { file: 'x', kind: 'Subscribed' as const, needsKind: false, rejected: [], leftOut: [], members: [{ email: 'ben@mail.example', status: 'Subscribed' as const, since: null, name: null, phone: null, birthday: null, language: null, tags: [], notes: null, line: 2 }] };
    ask(hostOn(workbook, '2026-06-30T08:00'), 'importMailchimp', { files: [file], dryRun: false });
    for (const email of ['ben@mail.example', 'ann@mail.example']) ask(hostOn(workbook, '2026-06-30T08:01'), 'makeTasks', { segment: `email = ${email}`, due: null, note: null, assignedTo: 'Mailchimp' });
    const { page, it } = await open(workbook, 'showMailchimpExport');
    await settled(page);
    expect(await said(page)).toContain('1 person left out');
    expect(await page.getByRole('button', { name: 'I sent it' }).isDisabled()).toBe(true);
    await press(page, 'Copy');
    await page.getByText('Copied.').waitFor();
    expect(await page.getByRole('button', { name: 'I sent it' }).isDisabled()).toBe(false);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Download CSV' }).click()]);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text).toContain('ben@mail.example');
    expect(text).not.toContain('ann@mail.example');
    await isSound(it);
    await press(page, 'I sent it');
    await page.getByText('Completed: 1 task.').waitFor();
    expect(rowsOf(workbook, 'CRM Tasks').filter((task) => task['Assigned To'] === 'Mailchimp').map((task) => [task['Email'], task['Status']])).toEqual(expect.arrayContaining([['ben@mail.example', 'Completed'], ['ann@mail.example', 'Pending']]));
  });

  test('with nothing waiting it says how tasks come here', async () => {
    const workbook = madeShop('en_US', true);
    const { page } = await open(workbook, 'showMailchimpExport');
    await page.getByText('No open task waits for Mailchimp').waitFor();
  });
});

describe('Help', () => {
  test('the guide is found through', async () => {
    const { page, it } = await open(madeShop(), 'showHelp');
    await page.getByLabel('Search in Help').fill('cool-down');
    expect(await page.locator('dl.guide dt').count()).toBeGreaterThan(1);
    expect(await said(page)).toContain('Cool-down days');
    expect(await said(page)).toContain(`jlmops CRM, version ${version}`);
    await isSound(it);
    await page.getByLabel('Search in Help').fill('zzz');
    await page.getByText('Nothing here mentions').waitFor();
    expect(it.asked).toEqual([]);
  });

  test('the installation is checked, and what differs is said', async () => {
    const { page, it } = await open(madeShop('iw_IL'), 'showHelp', { apostropheInTextCells: 'consumed' });
    await press(page, 'בדיקת ההתקנה');
    await page.getByText('דבר אחד שונה').waitFor();
    expect(await said(page)).toContain('גרש');
    await isSound(it);
  });
});
