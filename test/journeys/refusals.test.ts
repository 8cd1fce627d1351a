import { describe, expect, test } from 'vitest';
import { readExport } from '../../src/contacts/mailchimp/read-export';
import { Refusal } from '../../src/shared/problem';
import { headerOf, putValue } from '../../local/cells/sheet';
import type { Workbook } from '../../local/workbook/model';
import { workbookWith } from '../support/apps-script';
import { membersFile } from '../support/mailchimp';
import { answerOf, ask, cellsOf, hostOn, night, refusal, rewriteOrders, rowsOf, rowWith, setting, shopWith, sheetOf, type ShopOrder } from '../support/shop';

const people = (count: number): ShopOrder[] => Array.from({ length: count }, (_, i) => ({ id: String(i + 1), date: '2026-01-05', email: `person${i}@mail.example`, total: 50 }));

/** The night is refused: gives the sentence, once it is sure that nothing but the run log changed. */
function refusedNight(workbook: Workbook, now = '2026-06-28T03:00'): string {
  const before = cellsOf(workbook, ['CRM Runs']);
  const properties = new Map(workbook.documentProperties);
  const host = hostOn(workbook, now);
  const sentence = refusal(host, 'nightly', {});
  const after = cellsOf(workbook, ['CRM Runs']);
  expect(Object.fromEntries(Object.keys(before).map((sheet) => [sheet, after[sheet]]))).toEqual(before);
  expect(rowsOf(workbook, 'CRM Runs')[0]).toMatchObject({ Job: 'nightly', Error: sentence, 'Tasks Made': 0 });
  expect(host.mails).toEqual([]);
  expect(workbook.documentProperties.get('lastGoodSync')).toBe(properties.get('lastGoodSync'));
  expect(workbook.documentProperties.get('night')).toBe(properties.get('night'));
  return sentence;
}

describe('A book without an order sheet that can be read', () => {
  test.each([
    ['no order sheet', { Stock: [['Product', 'Count'], ['Syrah', 4]], Notes: [['Monday', 'call the printer']] }, /No order sheet was found among “Stock”, “Notes”.*Order sheets/],
    ['headers that nobody knows', { Orders: [['Order ID', 'When', 'State of it', 'Who'], [1, '2026-01-01', 'completed', 'ann@mail.example']] }, /“Orders” cannot be read as orders.*Headers found: “Order ID”, “When”.*Order columns/],
    ['an Analytics export', { Orders: [['Date', 'Order #', 'N. Revenue (formatted)', 'Status', 'Customer', 'Customer type', 'Product(s)', 'Items sold', 'Coupon(s)', 'N. Revenue', 'Attribution'], ['2026-01-01', 1, '50', 'completed', 'Ann', 'new', 'Syrah', 1, '', 50, 'Direct']] }, /Analytics export.*e-mail column/],
  ])('%s: said in a sentence that names the cure, with nothing but our sheets made', (_, sheets, sentence) => {
    const workbook = workbookWith(sheets);
    expect(refusedNight(workbook)).toMatch(sentence);
    expect(rowsOf(workbook, 'Contacts')).toEqual([]);
    expect(rowsOf(workbook, 'CRM Tasks')).toEqual([]);
  });

  test('the setting Order columns is the cure for strange headers', () => {
    const workbook = workbookWith({ Orders: [['Nr', 'When', 'State of it', 'Who', 'Sum'], [1, '2026-01-01', 'completed', 'ann@mail.example', 50]] });
    refusedNight(workbook);
    setting(workbook, 'Order columns', 'Order ID = Nr; Date = When; Status = State of it; Email = Who; Total = Sum');
    setting(workbook, 'Order sheets', 'Orders');
    expect(night(workbook, '2026-06-28T04:00')).toMatchObject({ Orders: 1, 'Contacts New': 1, Error: null });
  });
});

describe('An order sheet that cannot be trusted tonight', () => {
  const good = people(40);
  const shopAfterANight = (): Workbook => {
    const workbook = shopWith(good);
    night(workbook, '2026-06-25T03:00');
    return workbook;
  };

  test.each([
    ['suddenly empty', (workbook: Workbook) => rewriteOrders(workbook, []), /hold 0 orders.*held 40.*Accept the smaller order sheet/s],
    ['halved', (workbook: Workbook) => rewriteOrders(workbook, good.slice(0, 20)), /hold 20 orders.*held 40.*Accept the smaller order sheet/s],
    ['without a header that was there', (workbook: Workbook) => void (sheetOf(workbook, 'Orders').values[0] = ['Order ID', 'Order Date', 'Status', 'Email', 'Customer Name', 'Phone', 'Sum of it', 'Currency', 'Items', 'Language']), /Order Total/],
    ['still loading', (workbook: Workbook) => void (sheetOf(workbook, 'Orders').values[3]?.splice(1, 1, 'Loading...')), /Loading/],
    ['showing an error in a key column', (workbook: Workbook) => void (sheetOf(workbook, 'Orders').values[3]?.splice(3, 1, '#REF!')), /#REF!/],
  ])('%s: the night is refused and nobody is taken for having cancelled', (_, harm, sentence) => {
    const workbook = shopAfterANight();
    harm(workbook);
    expect(refusedNight(workbook)).toMatch(sentence);
    // Once it is whole again all goes on as if nothing had been.
    rewriteOrders(workbook, good);
    expect(night(workbook, '2026-06-28T05:00')).toMatchObject({ 'Contacts Changed': 0, 'Tasks Withdrawn': 0, Error: null });
  });

  test('the manager accepts a smaller order sheet, and the next night is content with it', () => {
    const workbook = shopAfterANight();
    rewriteOrders(workbook, good.slice(0, 20));
    refusedNight(workbook);
    expect(ask(hostOn(workbook, '2026-06-28T09:00'), 'acceptOrders', {})).toMatchObject({ Job: 'accept-orders', Orders: 20, Error: null });
    expect(night(workbook, '2026-06-29T03:00')).toMatchObject({ Orders: 20, Error: null });
  });

  test.each([
    ['a night', (workbook: Workbook) => void night(workbook, '2026-06-25T04:00'), '40'],
    ['a sync', (workbook: Workbook) => void ask(hostOn(workbook, '2026-06-25T04:00'), 'sync', {}), '40'],
    ['an import, which reads no orders', (workbook: Workbook) => void ask(hostOn(workbook, '2026-06-25T04:00'), 'importMailchimp', { files: [membersFile('Subscribed', { email: 'zoe@mail.example' })], dryRun: false }), '40'],
    [
      'a smaller order sheet that was accepted',
      (workbook: Workbook) => {
        rewriteOrders(workbook, good.slice(0, 30));
        ask(hostOn(workbook, '2026-06-25T04:00'), 'acceptOrders', {});
      },
      '30',
    ],
  ])('where the properties are lost, CRM Runs tells how many orders there were: after %s', (_, last, held) => {
    const workbook = shopAfterANight();
    last(workbook);
    workbook.documentProperties.clear();
    rewriteOrders(workbook, good.slice(0, 20));
    expect(refusedNight(workbook)).toContain(`held ${held}.`);
    // The refusal's own line, in which no orders were read, hides it from nobody.
    expect(refusedNight(workbook, '2026-06-28T04:00')).toContain(`held ${held}.`);
  });

  test('accepting a sheet that cannot be read changes nothing: the guard stays on', () => {
    const workbook = shopAfterANight();
    const [header = []] = sheetOf(workbook, 'Orders').values;
    sheetOf(workbook, 'Orders').values[0] = ['?'];
    refusal(hostOn(workbook, '2026-06-28T09:00'), 'acceptOrders', {});
    rewriteOrders(workbook, []);
    sheetOf(workbook, 'Orders').values[0] = header;
    expect(refusedNight(workbook, '2026-06-29T03:00')).toMatch(/40/);
  });
});

test('two time zones that differ are refused, and the sentence says where to change which', () => {
  const workbook = shopWith(people(3));
  workbook.timeZone = 'America/New_York';
  const before = cellsOf(workbook);
  expect(refusal(hostOn(workbook, '2026-06-28T03:00'), 'setUp', { takeOver: false })).toMatch(/America\/New_York.*Asia\/Jerusalem.*File › Settings/s);
  expect(cellsOf(workbook)).toEqual(before);
  const answer = answerOf(hostOn(workbook, '2026-06-28T03:00'), 'nightly', {});
  expect(answer).toMatchObject({ ok: false, kind: 'refused' });
  expect(workbook.sheets.some(({ name }) => name === 'Contacts' && rowsOf(workbook, name).length > 0)).toBe(false);
});

test('a setting that is no number is reported in its row, and the default is used', () => {
  const workbook = shopWith(people(30));
  ask(hostOn(workbook, '2026-06-27T12:00'), 'setUp', { takeOver: false });
  setting(workbook, 'Tasks on the list', 'a few');
  setting(workbook, 'Lapsed after days', '-3');
  expect(night(workbook, '2026-06-28T03:00')).toMatchObject({ 'Tasks Made': 8, Error: null });
  expect(rowWith(workbook, 'CRM Settings', 'Setting', 'Tasks on the list')).toMatchObject({ Value: 'a few', Problem: expect.stringMatching(/not a whole number.*default is used/s) as unknown });
  expect(rowWith(workbook, 'CRM Settings', 'Setting', 'Lapsed after days')['Problem']).toMatch(/default is used/);
  setting(workbook, 'Tasks on the list', '3');
  night(workbook, '2026-06-29T03:00');
  expect(rowWith(workbook, 'CRM Settings', 'Setting', 'Tasks on the list')['Problem']).toBeNull();
});

describe('A sheet of ours whose rows have lost the column that tells them apart', () => {
  test.each([
    ['CRM Segments', 'Name'],
    ['CRM Settings', 'Setting'],
    ['CRM Outcomes', 'Outcome'],
    ['CRM Templates', 'Task Type'],
    ['CRM Days Off', 'Date'],
    ['Contacts', 'Email'],
    ['CRM Tasks', 'Task ID'],
  ])('%s without %s: the night changes nothing, other sheets that lack a column included, and the preview says the same', (name, header) => {
    const workbook = shopWith(people(3));
    night(workbook, '2026-06-24T03:00');
    const rename = (sheet: string, from: string): void => putValue(sheetOf(workbook, sheet), 0, headerOf(sheetOf(workbook, sheet)).indexOf(from), 'Mine');
    rename(name, header);
    rename('CRM Rules', 'Problem');
    rename('Contacts', 'Phone');
    const said = refusal(hostOn(workbook, '2026-06-28T02:00'), 'preview', {});
    expect(said).toMatch(`The sheet ${name} has rows but no column “${header}”`);
    expect(refusedNight(workbook)).toBe(said);
  });
});

describe('A Mailchimp file that is none', () => {
  test.each([
    ['empty.csv', '', /empty\.csv is empty/],
    ['header.csv', 'Email Address,First Name,Last Name\n', /holds a header and no members/],
    ['report.csv', 'Title,Subject,List,Send Date,Send Weekday,Total Recipients,Successful Deliveries\nMay,Wines,All,2026-05-01,Friday,100,99\n', /not an audience export|campaign report/],
    ['orders.csv', 'Order ID,Order Date,Status,Email,Total\n1,2026-01-01,completed,ann@mail.example,5\n', /list of orders/],
  ])('%s is named for what it is', (file, words, sentence) => {
    const read = (): unknown => readExport(file, words, { kind: 'Subscribed', dayFirst: false });
    expect(read).toThrow(Refusal);
    expect(read).toThrow(sentence);
  });

  test('an import of nothing at all is refused before anything is touched', () => {
    const workbook = shopWith(people(3));
    const before = cellsOf(workbook);
    expect(answerOf(hostOn(workbook, '2026-06-28T10:00'), 'importMailchimp', { files: 'all of them' as never, dryRun: false })).toMatchObject({ ok: false, kind: 'refused' });
    expect(cellsOf(workbook)).toEqual(before);
  });
});
