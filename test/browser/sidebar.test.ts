import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { statSync } from 'node:fs';
import { seriousFaults } from '../support/axe';
import { launchBrowser } from '../support/browser';
import { DIST, openSidebar, rowsOf, shopBook, TODAY, type OpenSidebar } from '../support/sidebar';
import { customer, smallShop, task } from '../support/sidebar-shop';

let browser: Browser;
let open: OpenSidebar | null = null;

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
afterEach(async () => {
  const { errors, outside } = open ?? { errors: [], outside: [] };
  await open?.close();
  open = null;
  expect(errors, 'console errors').toEqual([]);
  expect(outside, 'requests that left the page').toEqual([]);
});

/** The sidebar over the small shop, its first card drawn. */
async function opened(...[shop = {}, options = {}]: [Partial<Parameters<typeof shopBook>[0]>?, Parameters<typeof openSidebar>[2]?]): Promise<OpenSidebar> {
  open = await openSidebar(browser, shopBook({ ...smallShop, ...shop }), options);
  await open.page.waitForSelector('article, .empty, [role=alert]');
  return open;
}

const who = async ({ page }: OpenSidebar): Promise<string> => (await page.textContent('#who')) ?? '';
const taskRow = ({ host }: OpenSidebar, id: string) => rowsOf(host.workbook, 'CRM Tasks').find((row) => row['Task ID'] === id) ?? {};
const contactRow = ({ host }: OpenSidebar, email: string) => rowsOf(host.workbook, 'Contacts').find((row) => row['Email'] === email) ?? {};
/** Until everything that was done is in the sheet. */
const saved = async ({ page }: OpenSidebar): Promise<void> => {
  await page.waitForFunction(() => document.querySelector('.saving')?.textContent === '');
};
const setCell = ({ host }: OpenSidebar, id: string, header: string, value: string): void => {
  const sheet = host.workbook.sheets.find(({ name }) => name === 'CRM Tasks');
  const column = sheet?.values[0]?.indexOf(header) ?? -1;
  const row = sheet?.values.find((cells) => cells[0] === id);
  if (row !== undefined) row[column] = value;
};

describe('The morning', () => {
  test('opens with one call and shows the one who waits longest, and why', async () => {
    const sidebar = await opened();
    expect(sidebar.asked).toEqual(['getQueue']);
    expect(await who(sidebar)).toBe('Dana Levi');
    expect(await sidebar.page.textContent('.why')).toContain('Usually orders every 45 days');
    expect(await sidebar.page.textContent('.progress')).toContain('1 of 5 done · 1 overdue');
    expect(await sidebar.page.textContent('.figures')).toMatch(/Orders5Spend₪1,240.*Syrah 2021, Chardonnay Reserve/);
  });

  test('one tap writes to the customer, one more notes what came of it and moves on', async () => {
    const sidebar = await opened();
    const { page } = sidebar;
    await page.click('[data-reach="WhatsApp"]');
    expect((await sidebar.followed())[0]).toMatch(/^https:\/\/wa\.me\/972501234567\?text=Hi%20Dana%2C/);
    await page.click('#panel >> text=Message sent');
    expect(await who(sidebar)).toBe('יוסי כהן');
    await saved(sidebar);
    expect(sidebar.asked).toEqual(['getQueue', 'finishTasks']);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ Status: 'Completed', Outcome: 'Message sent', 'Completed Date': TODAY });
    expect(contactRow(sidebar, 'dana@mail.example')).toMatchObject({ 'Last Contacted': TODAY });
    expect(await page.textContent('.progress')).toContain('2 of 5 done');
  });

  test('an edited message goes out as edited, by WhatsApp and by mail with its subject', async () => {
    const sidebar = await opened();
    await sidebar.page.fill('#message', 'Shalom & hello #1');
    await sidebar.page.click('[data-reach="WhatsApp"]');
    await sidebar.page.click('[data-key="text-E-mail"]');
    await sidebar.page.fill('[data-key="subject"]', 'Just a word');
    await sidebar.page.click('[data-reach="E-mail"]');
    await sidebar.page.click('[data-reach="Call"]');
    const [whatsApp, mail, call] = await sidebar.followed();
    expect(whatsApp).toBe('https://wa.me/972501234567?text=Shalom%20%26%20hello%20%231');
    expect(mail).toMatch(/^mailto:dana@mail\.example\?subject=Just%20a%20word&body=Hi%20Dana%2C%0D%0A/);
    expect(call).toBe('tel:+972501234567');
  });

  test('somebody without a number is offered mail alone', async () => {
    const sidebar = await opened();
    await sidebar.page.click('[data-key="tab-today"]');
    await sidebar.page.keyboard.press('j');
    await sidebar.page.keyboard.press('j');
    expect(await who(sidebar)).toBe('Amelia Stone');
    expect(await sidebar.page.isDisabled('button.reach >> nth=0')).toBe(true);
    expect(await sidebar.page.getAttribute('[data-key="text-E-mail"]', 'aria-pressed')).toBe('true');
  });

  test('the message is copied though the frame forbids the clipboard', async () => {
    const sidebar = await opened();
    await sidebar.page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('NotAllowedError')) } });
      document.addEventListener('copy', () => Object.assign(window, { copiedText: document.getSelection()?.toString() ?? '' }));
    });
    await sidebar.page.click('[data-reach="copy"]');
    await sidebar.page.waitForSelector('.toast.good');
    expect(await sidebar.page.textContent('.toast')).toContain('Copied');
  });
});

describe('Outcomes', () => {
  test('no answer tries again two task-making days later; the third completes', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('d');
    await sidebar.page.click('#panel >> text=No answer');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ Status: 'Pending', 'Due Date': '2026-07-02', Tries: 1, Outcome: null });
    await sidebar.page.keyboard.press('k');
    expect(await who(sidebar)).toBe('Noam Peretz');
    await sidebar.page.keyboard.press('d');
    await sidebar.page.click('#panel >> text=No answer');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-noam')).toMatchObject({ Status: 'Completed', Outcome: 'No answer', Tries: 3 });
    expect(contactRow(sidebar, 'noam@mail.example')).toMatchObject({ 'Last Contacted': '2026-04-02' });
  });

  test('who wants to order is offered a reminder', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('d');
    await sidebar.page.click('#panel >> text=Wants to order');
    await sidebar.page.fill('.offer input[type=date]', '2026-07-12');
    await sidebar.page.click('[data-key="remind"]');
    await sidebar.page.waitForSelector('.toast.good');
    expect(rowsOf(sidebar.host.workbook, 'CRM Tasks').filter((row) => row['Email'] === 'dana@mail.example' && row['Status'] === 'Pending')).toMatchObject([{ 'Due Date': '2026-07-12', 'Task Type': 'Custom', Note: 'Wants to order' }]);
  });

  test('who is not interested is offered to be left in peace', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('d');
    await sidebar.page.click('#panel >> text=Not interested');
    await sidebar.page.click('[data-key="refuse"]');
    await saved(sidebar);
    expect(contactRow(sidebar, 'dana@mail.example')).toMatchObject({ 'Do Not Contact': 'Y' });
  });

  test('a note typed with the outcome stands in the task', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('d');
    await sidebar.page.fill('[data-key="panel-note"]', 'asked for the list');
    await sidebar.page.click('#panel >> text=Reached');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ Note: 'asked for the list' });
  });
});

describe('Later, never, and back again', () => {
  test.each([
    ['Tomorrow', '2026-07-01'],
    ['In a week', '2026-07-07'],
  ])('snooze: %s', async (label, day) => {
    const sidebar = await opened();
    await sidebar.page.click('[data-key="open-snooze"]');
    await sidebar.page.click(`#panel >> text=${label}`);
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ Status: 'Pending', 'Due Date': day, 'First Due': TODAY });
  });

  test('on a Thursday the next working day is Sunday', async () => {
    const sidebar = await opened({}, { now: '2026-07-02T08:30:00' });
    await sidebar.page.keyboard.press('z');
    await sidebar.page.click('#panel >> text=Next working day');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ 'Due Date': '2026-07-05' });
  });

  test('a date of one’s own', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('z');
    await sidebar.page.fill('[data-key="snooze-date"]', '2026-08-16');
    await sidebar.page.click('#panel form button');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ 'Due Date': '2026-08-16' });
  });

  test('skip, with a reason of one’s own', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('s');
    await sidebar.page.fill('[data-key="skip-words"]', 'abroad until autumn');
    await sidebar.page.keyboard.press('Enter');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ Status: 'Skipped', Outcome: 'abroad until autumn', 'Completed Date': TODAY });
  });

  test('undo leaves the row and the contact as they were', async () => {
    const sidebar = await opened();
    const before = [taskRow(sidebar, 'T-dana'), contactRow(sidebar, 'dana@mail.example')];
    await sidebar.page.keyboard.press('d');
    await sidebar.page.click('#panel >> text=Reached');
    await saved(sidebar);
    await sidebar.page.click('.toast >> text=Undo');
    await saved(sidebar);
    expect(await who(sidebar)).toBe('Dana Levi');
    expect([taskRow(sidebar, 'T-dana'), contactRow(sidebar, 'dana@mail.example')]).toEqual(before);
  });

  test('undo before the first write has arrived', async () => {
    const sidebar = await opened();
    const before = taskRow(sidebar, 'T-dana');
    sidebar.delay = 300;
    await sidebar.page.keyboard.press('d');
    await sidebar.page.keyboard.press('5');
    await sidebar.page.keyboard.press('u');
    expect(await who(sidebar)).toBe('Dana Levi');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toEqual(before);
  });

  test('what was done today can be opened again', async () => {
    const sidebar = await opened();
    await sidebar.page.click('[data-key="tab-done"]');
    await sidebar.page.click('[data-key="reopen-T-done"]');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-done')).toMatchObject({ Status: 'Pending', Outcome: null, 'Completed Date': null });
  });
});

describe('What is written besides', () => {
  test('notes on the customer', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('n');
    await sidebar.page.fill('textarea[data-key="notes"]', 'Moved to Haifa\n=1+1');
    await sidebar.page.click('.notes >> text=Save');
    await saved(sidebar);
    expect(contactRow(sidebar, 'dana@mail.example')).toMatchObject({ Notes: 'Moved to Haifa\n=1+1' });
  });

  test('the task given to Mailchimp leaves the list', async () => {
    const sidebar = await opened();
    await sidebar.page.selectOption('[data-key="assignee"]', 'Mailchimp');
    expect(await who(sidebar)).toBe('יוסי כהן');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ 'Assigned To': 'Mailchimp' });
  });

  test('a task of one’s own for somebody found by name; a refusal must be confirmed', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('t');
    await sidebar.page.fill('dialog input', 'rafi');
    await sidebar.page.keyboard.press('Enter');
    await sidebar.page.click('dialog >> text=Rafi Refused');
    await sidebar.page.fill('dialog textarea', 'invoice');
    await sidebar.page.click('dialog >> text=Make the task');
    await sidebar.page.waitForSelector('dialog [role=alert]');
    expect(rowsOf(sidebar.host.workbook, 'CRM Tasks')).toHaveLength(8);
    await sidebar.page.click('dialog >> text=Make it all the same');
    await sidebar.page.waitForSelector('.toast.good');
    expect(rowsOf(sidebar.host.workbook, 'CRM Tasks')[8]).toMatchObject({ Email: 'refused@mail.example', Note: 'invoice', 'Task Type': 'Custom' });
  });

  test('contacted now, with somebody who had no task', async () => {
    const sidebar = await opened();
    await sidebar.page.click('[data-key="menu-toggle"]');
    await sidebar.page.click('text=Contacted now');
    await sidebar.page.fill('dialog input', 'nora');
    await sidebar.page.keyboard.press('Enter');
    await sidebar.page.click('dialog >> text=Nora Notask');
    await sidebar.page.click('#panel >> text=Reached');
    await sidebar.page.waitForSelector('.toast.good');
    expect(rowsOf(sidebar.host.workbook, 'CRM Tasks')[8]).toMatchObject({ Email: 'nobody@mail.example', Status: 'Completed', Outcome: 'Reached' });
    expect(contactRow(sidebar, 'nobody@mail.example')).toMatchObject({ 'Last Contacted': TODAY });
  });

  test('the export for Mailchimp is one tap away', async () => {
    const sidebar = await opened();
    await sidebar.page.click('[data-key="menu-toggle"]');
    await sidebar.page.click('text=Export for Mailchimp…');
    await expect.poll(() => sidebar.asked).toContain('showMailchimpExport');
  });
});

describe('Personal data', () => {
  test('opens from the end of the card with the person, also of somebody without a task; what was done there is seen afterwards', async () => {
    const sidebar = await opened();
    const { page, host } = sidebar;
    await page.click('[data-key="personal-data"]');
    await expect.poll(() => host.dialogs.at(-1)?.html).toContain('data-about="dana%40mail.example"');
    host.call('ask', ['erasePerson', { email: 'dana@mail.example' }], 'sidebar');
    await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await expect.poll(() => who(sidebar)).not.toBe('Dana Levi');
    await page.click('[data-key="search-toggle"]');
    await page.fill('[data-key="search"]', 'nora');
    await page.click('[data-key="search-all"]');
    await page.click('text=Nora Notask');
    await page.click('[data-key="personal-data"]');
    await expect.poll(() => host.dialogs.at(-1)?.html).toContain('data-about="nobody%40mail.example"');
  });
});

describe('Who is selected in the sheet', () => {
  test('is shown when the sidebar gets focus, from Contacts and from an order sheet', async () => {
    const sidebar = await opened({ others: { WebOrdM: [['wom_OrderId', 'wom_OrderDate', 'wom_Status', 'wom_BillingEmail', 'wom_OrderTotal'], ['1', '2026-03-10', 'completed', 'Nobody@Mail.example', '100']] } });
    sidebar.host.selection = { sheet: 'Contacts', ranges: [{ row: 3, column: 0, rows: 1, columns: 1 }] };
    await sidebar.page.evaluate(() => window.dispatchEvent(new Event('focus')));
    await sidebar.page.waitForSelector('.selected');
    expect(await sidebar.page.textContent('.selected')).toContain('Amelia Stone');
    await sidebar.page.click('[data-key="show-selected"]');
    expect(await who(sidebar)).toBe('Amelia Stone');
    sidebar.host.selection = { sheet: 'WebOrdM', ranges: [{ row: 1, column: 2, rows: 1, columns: 1 }] };
    await sidebar.page.waitForSelector('.selected >> text=nobody@mail.example', { timeout: 8000 });
    await sidebar.page.click('[data-key="show-selected"]');
    await sidebar.page.waitForSelector('#who >> text=Nora Notask');
  });

  test('a task for each selected row, names first, what a filter hides left out', async () => {
    const workbook = shopBook(smallShop);
    const contacts = workbook.sheets[0];
    if (contacts !== undefined) contacts.filter = { row: 0, column: 0, rows: 10, columns: 22, hiddenValues: new Map([[1, ['יוסי כהן']]]) };
    open = await openSidebar(browser, workbook);
    await open.page.waitForSelector('article');
    open.host.selection = { sheet: 'Contacts', ranges: [{ row: 1, column: 0, rows: 3, columns: 3 }] };
    await open.page.click('[data-key="menu-toggle"]');
    await open.page.click('text=Tasks for the selected rows…');
    await open.page.waitForSelector('dialog .names');
    expect(await open.page.textContent('dialog .names')).toBe('Dana LeviAmelia Stone');
    expect(await open.page.textContent('dialog')).toContain('left out: 1');
    await open.page.click('dialog >> text=Make 2 tasks');
    await open.page.waitForSelector('.toast.good');
    expect(rowsOf(open.host.workbook, 'CRM Tasks').slice(8).map((row) => row['Email'])).toEqual(['dana@mail.example', 'amelia@mail.example']);
  });
});

describe('Finding', () => {
  test('search looks through every list; what is not a task is found in Contacts', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('/');
    await sidebar.page.keyboard.type('lia');
    expect(await sidebar.page.locator('.list .row-name').allTextContents()).toEqual(['Amelia Stone', 'Lia Later']);
    await sidebar.page.fill('[data-key="search"]', 'nora');
    expect(await sidebar.page.textContent('#main')).toContain('Tasks found: 0');
    await sidebar.page.click('[data-key="search-all"]');
    await sidebar.page.click('text=Nora Notask');
    await sidebar.page.waitForSelector('#who >> text=Nora Notask');
    await sidebar.page.click('[data-key="back"]');
    expect(await who(sidebar)).toBe('Dana Levi');
  });

  test('filter by type, language and assignee; one that hides all says so', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('f');
    await sidebar.page.selectOption('[data-key="filter-language"]', 'HE');
    expect(await sidebar.page.textContent('[data-key="tab-today"]')).toBe('Today2');
    await sidebar.page.selectOption('[data-key="filter-type"]', 'Follow-up');
    expect(await sidebar.page.textContent('.empty')).toContain('No task matches the filter');
    await sidebar.page.click('[data-key="clear-filter"]');
    expect(await sidebar.page.textContent('[data-key="tab-today"]')).toBe('Today4');
  });
});

describe('When a write fails', () => {
  const doReached = async (sidebar: OpenSidebar): Promise<void> => {
    sidebar.delay = 250;
    await sidebar.page.keyboard.press('d');
    await sidebar.page.click('#panel >> text=Reached');
    if (await sidebar.page.evaluate(() => navigator.onLine)) expect(await who(sidebar)).toBe('יוסי כהן');
    await sidebar.page.waitForSelector('.toast.bad');
    expect(await who(sidebar)).toBe('Dana Levi');
  };
  const told = ({ page }: OpenSidebar): Promise<string | null> => page.textContent('.toast.bad p');

  test('somebody completed it in the sheet: theirs stands and is told', async () => {
    const sidebar = await opened();
    setCell(sidebar, 'T-dana', 'Status', 'Completed');
    setCell(sidebar, 'T-dana', 'Outcome', 'Left message');
    await sidebar.page.keyboard.press('d');
    await sidebar.page.click('#panel >> text=Reached');
    await sidebar.page.waitForSelector('.toast.bad');
    expect(await told(sidebar)).toContain('already Completed');
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ Outcome: 'Left message' });
    await expect.poll(() => who(sidebar)).toBe('יוסי כהן');
  });

  test('the row was deleted meanwhile', async () => {
    const sidebar = await opened();
    sidebar.host.workbook.sheets.find(({ name }) => name === 'CRM Tasks')?.values.splice(1, 1);
    await sidebar.page.keyboard.press('d');
    await sidebar.page.click('#panel >> text=Reached');
    await sidebar.page.waitForSelector('.toast.bad');
    expect(await told(sidebar)).toContain('There is no task T-dana');
    await expect.poll(() => who(sidebar)).toBe('יוסי כהן');
  });

  test('another run holds the workbook: put back, and done on the second try', async () => {
    const sidebar = await opened();
    sidebar.host.faults = { lockHeld: true };
    await doReached(sidebar);
    expect(await told(sidebar)).toContain('Another run is at work');
    sidebar.host.faults = {};
    await sidebar.page.click('.toast button >> text=Try again');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ Status: 'Completed', Outcome: 'Reached' });
  });

  test.each([
    ['several Google accounts', "ScriptError: We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.", 'several Google accounts are signed in'],
    ['the session has expired', 'ScriptError: Authorization is required to perform that action.', 'Your Google session has ended'],
    ['the network broke', 'NetworkError: Connection failure due to HTTP 0', 'No connection to Google'],
  ])('%s', async (_, error, sentence) => {
    const sidebar = await opened();
    sidebar.failing = error;
    await doReached(sidebar);
    expect(await told(sidebar)).toContain(sentence);
    sidebar.failing = null;
  });

  test('offline: nothing is sent', async () => {
    const sidebar = await opened();
    await sidebar.page.context().setOffline(true);
    await doReached(sidebar);
    expect(await told(sidebar)).toContain('No connection to Google');
    expect(sidebar.asked).toEqual(['getQueue']);
    await sidebar.page.context().setOffline(false);
  });

  test('notes that somebody else changed stay theirs', async () => {
    const sidebar = await opened();
    const contacts = sidebar.host.workbook.sheets[0];
    const column = contacts?.values[0]?.indexOf('Notes') ?? 0;
    if (contacts?.values[1] !== undefined) contacts.values[1][column] = 'theirs';
    await sidebar.page.keyboard.press('n');
    await sidebar.page.fill('textarea[data-key="notes"]', 'mine');
    await sidebar.page.click('.notes >> text=Save');
    await sidebar.page.waitForSelector('.toast.bad');
    expect(contactRow(sidebar, 'dana@mail.example')).toMatchObject({ Notes: 'theirs' });
    await expect.poll(() => sidebar.page.textContent('.notes')).toContain('theirs');
  });
});

describe('When there is nothing to do', () => {
  test('the end of the list says when the next run is and what it would bring', async () => {
    const workbook = shopBook({ ...smallShop, tasks: [], others: { Orders: [['Order ID', 'Order Date', 'Status', 'Email', 'Total'], ['1', '2026-03-10', 'completed', 'dana@mail.example', '100']] } });
    workbook.documentProperties.set('trigger', JSON.stringify({ owner: 'manager@shop.example', since: '2026-06-01' }));
    workbook.documentProperties.set('night', JSON.stringify(TODAY));
    open = await openSidebar(browser, workbook);
    await open.page.waitForSelector('.empty');
    expect(await open.page.textContent('.empty')).toContain('The next run that makes tasks is Wednesday, July 1, 2026 at 03:00.');
    await open.page.click('[data-key="tonight"]');
    await open.page.waitForSelector('.empty [role=status] >> text=As things stand');
  });

  test('a failure to open never looks like an empty list', async () => {
    open = await openSidebar(browser, shopBook(smallShop), { faults: { severalAccounts: true } });
    await open.page.waitForSelector('[role=alert]');
    expect(await open.page.textContent('#main')).toContain('Your list could not be opened');
    expect(await open.page.locator('.empty').count()).toBe(0);
    open.host.faults = {};
    await open.page.click('[data-key="reload"]');
    await open.page.waitForSelector('article');
  });

  test('a workbook without our sheets is sent to Set up', async () => {
    const workbook = shopBook(smallShop);
    workbook.sheets = workbook.sheets.filter(({ name }) => name !== 'CRM Tasks');
    open = await openSidebar(browser, workbook);
    await open.page.waitForSelector('.empty');
    await open.page.click('[data-key="set-up"]');
    await expect.poll(() => open?.asked).toContain('showSetUp');
  });
});

describe('Keyboard', () => {
  test('a morning without the mouse', async () => {
    const sidebar = await opened();
    const { page } = sidebar;
    await page.keyboard.press('w');
    await page.waitForSelector('#panel');
    await page.keyboard.press('2');
    await page.keyboard.press('c');
    await page.waitForSelector('#panel >> text=What came of it');
    await page.keyboard.press('Escape');
    expect(await page.locator('#panel').count()).toBe(0);
    await page.keyboard.press('z');
    await page.keyboard.press('1');
    await saved(sidebar);
    expect([taskRow(sidebar, 'T-dana')['Outcome'], taskRow(sidebar, 'T-yossi')['Due Date']]).toEqual(['Message sent', '2026-07-01']);
  });

  test('the keys are listed by ?, and can be switched off', async () => {
    const sidebar = await opened();
    await sidebar.page.keyboard.press('?');
    expect(await sidebar.page.textContent('dialog')).toContain('Copy the message');
    await sidebar.page.uncheck('dialog input');
    await sidebar.page.keyboard.press('Escape');
    await sidebar.page.keyboard.press('d');
    expect(await sidebar.page.locator('#panel').count()).toBe(0);
  });

  test('what is typed into a field is text, not a key', async () => {
    const sidebar = await opened();
    await sidebar.page.click('#message');
    await sidebar.page.keyboard.type('dsu');
    expect(await sidebar.page.locator('#panel').count()).toBe(0);
  });
});

describe('Hebrew', () => {
  test('the whole screen runs right to left, each customer’s words in their own direction', async () => {
    const sidebar = await opened({ locale: 'iw_IL' });
    expect(await sidebar.page.getAttribute('html', 'dir')).toBe('rtl');
    expect(await sidebar.page.textContent('.progress')).toContain('1 מתוך 5 בוצעו');
    const directions = await sidebar.page.evaluate(() => ['#who bdi', '#message', '.figures bdi[dir=ltr]'].map((at) => getComputedStyle(document.querySelector(at) as Element).direction));
    expect(directions).toEqual(['ltr', 'ltr', 'ltr']);
    await sidebar.page.keyboard.press('d');
    await sidebar.page.click('#panel >> text=דיברנו');
    await saved(sidebar);
    expect(taskRow(sidebar, 'T-dana')).toMatchObject({ Status: 'Completed', Outcome: 'Reached' });
    expect(await sidebar.page.evaluate(() => getComputedStyle(document.querySelector('#message') as Element).direction)).toBe('rtl');
  });
});

const NASTY = ['<img src=x onerror=document.title=1>', '"><svg onload=document.title=1>', '</script><script>document.title=1</script>', '\u202Egnp.exe', 'א'.repeat(300), 'W'.repeat(300), '🍷🍷🍷', '   '];

test.each(NASTY)('A customer called %s is shown as text, and the layout holds', async (name) => {
  const sidebar = await opened({
    contacts: [customer('odd@mail.example', { name, notes: name, lastOrderOn: null })],
    tasks: [task('T-odd', 'odd@mail.example', { name, note: name, reason: `last: ${name}`, type: name.slice(0, 60) })],
  });
  const { page } = sidebar;
  expect(await page.textContent('#who')).toBe(name.trim() === '' ? 'odd@mail.example' : name);
  await page.keyboard.press('d');
  expect(await page.evaluate(() => [document.title, document.querySelectorAll('#main img, #main script, #main svg[onload]').length])).toEqual(["Today's tasks", 0]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
  await page.keyboard.press('1');
  await saved(sidebar);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
  await page.click('[data-key="tab-done"]');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(300);
});

describe('Everybody can use it', () => {
  const states: readonly (readonly [string, (sidebar: OpenSidebar) => Promise<unknown>])[] = [
    ['the card', () => Promise.resolve()],
    ['the outcomes', ({ page }) => page.keyboard.press('d')],
    ['snooze', ({ page }) => page.keyboard.press('z')],
    ['skip', ({ page }) => page.keyboard.press('s')],
    ['the filter', ({ page }) => page.keyboard.press('f')],
    ['the menu', ({ page }) => page.click('[data-key="menu-toggle"]')],
    ['the keys', ({ page }) => page.keyboard.press('?')],
    ['a new task', ({ page }) => page.keyboard.press('t')],
    ['editing notes', ({ page }) => page.keyboard.press('n')],
    ['done today', ({ page }) => page.click('[data-key="tab-done"]')],
    ['a search', ({ page }) => page.keyboard.press('/').then(() => page.keyboard.type('lia'))],
    ['a failure', async (sidebar) => {
      sidebar.host.faults = { lockHeld: true };
      await sidebar.page.keyboard.press('d');
      await sidebar.page.keyboard.press('4');
      await sidebar.page.waitForSelector('.toast.bad');
    }],
  ];
  test.each((['en_US', 'iw_IL'] as const).flatMap((locale) => states.map(([name, act]) => [locale, name, act] as const)))('%s: %s', async (locale, _, act) => {
    const sidebar = await opened({ locale });
    await act(sidebar);
    await sidebar.page.waitForTimeout(50);
    expect(await seriousFaults(sidebar.page)).toEqual([]);
  });
});

describe('Size and speed', () => {
  test('sidebar.html is at most 60 KB', () => {
    expect(statSync(`${DIST}/sidebar.html`).size).toBeLessThanOrEqual(60 * 1024);
  });

  test('2,000 open tasks show one card and filter to the ones asked for; what that takes is printed', async () => {
    const people = Array.from({ length: 2000 }, (_, i) => customer(`person${i}@mail.example`, { name: `Person ${i}`, language: i % 3 === 0 ? 'HE' : 'EN', notes: 'x'.repeat(200) }));
    open = await openSidebar(browser, shopBook({ contacts: people, tasks: people.map(({ email }, i) => task(`T-${i}`, email, { name: `Person ${i}`, type: i % 2 === 0 ? 'Win-back' : 'Follow-up' })) }));
    const { page } = open;
    await page.waitForSelector('article');
    // the stand-in for google.script.run keeps how long the page worked on each answer
    const [answerToCard = Infinity] = await page.evaluate(() => (window as unknown as { worked: number[] }).worked);
    await page.keyboard.press('f');
    const repaint = await page.evaluate(async () => {
      const select = document.querySelector('[data-key="filter-language"]') as HTMLSelectElement;
      const start = performance.now();
      select.value = 'HE';
      select.dispatchEvent(new Event('change'));
      document.body.getBoundingClientRect();
      return performance.now() - start;
    });
    console.log(`2,000 open tasks: first card ${answerToCard.toFixed(0)} ms after the answer (aim 200), filter repainted in ${repaint.toFixed(0)} ms (aim 50)`);
    expect(await page.locator('article').count()).toBe(1);
    expect(await page.textContent('[data-key="tab-today"]')).toBe('Today667');
  });
});
