import { describe, expect, test } from 'vitest';
import type { Host } from '../../../local/host';
import type { Workbook } from '../../../local/workbook/model';
import { ask, hostOn } from '../../support/shop';
import { rowsOf, shopBook, TODAY } from '../../support/sidebar';
import { customer, smallShop, task } from '../../support/sidebar-shop';

const opened = (workbook: Workbook): Host => hostOn(workbook, `${TODAY}T08:30:00`);

describe('The queue', () => {
  test('opens with six reads of sheets', () => {
    const host = opened(shopBook(smallShop));
    ask(host, 'getQueue', {});
    const reads = Object.entries(host.stats().calls.byMethod).filter(([method]) => /\.get(?:Sheet)?(?:Values|Formulas|NumberFormats|Notes|DataRange)$/.test(method));
    expect(reads.reduce((sum, [, count]) => sum + count, 0)).toBe(6);
  });

  test('the oldest due first, then the strongest kind, then the best customer; Mailchimp’s are only counted', () => {
    const tasks = [
      task('T-1', 'small@mail.example', { type: 'Win-back' }),
      task('T-2', 'big@mail.example', { type: 'Win-back' }),
      task('T-3', 'small@mail.example', { type: 'Welcome' }),
      task('T-4', 'small@mail.example', { type: 'Custom', dueOn: '2026-06-28' }),
      task('T-5', 'big@mail.example', { assignedTo: 'Mailchimp' }),
      task('T-6', 'big@mail.example', { status: 'Skipped', completedOn: TODAY, outcome: 'Auto: ordered since' }),
    ];
    const queue = ask(opened(shopBook({ contacts: [customer('small@mail.example', { totalSpend: 90 }), customer('big@mail.example')], tasks })), 'getQueue', {});
    expect([queue.tasks.map(({ id }) => id), queue.forMailchimp]).toEqual([['T-4', 'T-3', 'T-2', 'T-1'], 1]);
  });

  test('a card knows the person by another address of theirs, their history, and the number that was wrong', () => {
    const queue = ask(
      opened(
        shopBook({
          contacts: [customer('dana@mail.example', { alsoKnownAs: 'old@mail.example', totalOrders: 7 })],
          tasks: [
            task('T-1', 'old@mail.example'),
            task('T-2', 'dana@mail.example', { status: 'Completed', completedOn: '2026-05-01', outcome: 'Wrong number', phone: '0501234567' }),
          ],
        }),
      ),
      'getQueue',
      {},
    );
    expect(queue.cards[0]).toMatchObject({ person: { email: 'dana@mail.example', orders: 7, digits: null, wrongNumber: true }, items: ['Syrah 2021', 'Chardonnay Reserve'], history: [{ outcome: 'Wrong number' }] });
  });

  test('a task of somebody whom Contacts does not know is shown all the same', () => {
    const { cards } = ask(opened(shopBook({ contacts: [], tasks: [task('T-1', 'gone@mail.example', { name: 'Gil Gone' })] })), 'getQueue', {});
    expect(cards[0]).toMatchObject({ person: { name: 'Gil Gone', known: false }, messages: {} });
  });

  test('2,000 open tasks with long notes are an answer well under 1 MB', () => {
    const people = Array.from({ length: 2000 }, (_, i) => customer(`person${i}@mail.example`, { name: `Person ${i}`, notes: 'x'.repeat(2000) }));
    const queue = ask(opened(shopBook({ contacts: people, tasks: people.map(({ email }, i) => task(`T-${i}`, email)) })), 'getQueue', {});
    expect([queue.tasks.length, JSON.stringify(queue).length < 800_000]).toEqual([2000, true]);
  });
});

describe('Edits of one row by two people', () => {
  test('a note that someone wrote meanwhile stays', () => {
    const host = opened(shopBook(smallShop));
    expect(() => ask(host, 'changeTask', { id: 'T-amelia', was: { assignedTo: 'Manager', note: null }, set: { note: 'mine' } })).toThrow('their change stands');
    expect(rowsOf(host.workbook, 'CRM Tasks').find((row) => row['Task ID'] === 'T-amelia')).toMatchObject({ Note: 'Call after lunch' });
  });

  test('an edit of the assignee leaves the note alone', () => {
    const host = opened(shopBook(smallShop));
    ask(host, 'changeTask', { id: 'T-amelia', was: { assignedTo: 'Manager', note: 'seen long ago' }, set: { assignedTo: 'Other' } });
    expect(rowsOf(host.workbook, 'CRM Tasks').find((row) => row['Task ID'] === 'T-amelia')).toMatchObject({ 'Assigned To': 'Other', Note: 'Call after lunch' });
  });

  test('undo after somebody else has touched the task is refused', () => {
    const host = opened(shopBook(smallShop));
    const before = { status: 'Pending', outcome: null, completedOn: null, due: '2026-06-27', tries: 0, lastContactedOn: null, note: null } as const;
    expect(() => ask(host, 'restoreTask', { id: 'T-dana', after: { status: 'Completed', outcome: 'Reached', due: '2026-06-27' }, before })).toThrow('their change stands');
  });
});

describe('People', () => {
  test('are found by a part of name, address or number; those that are another’s address are not', () => {
    const host = opened(shopBook({ contacts: [customer('dana@mail.example', { name: 'דנה לוי' }), customer('other@mail.example', { name: 'Danielle', phone: null }), customer('dana.old@mail.example', { name: null, phone: null, status: null })], tasks: [] }));
    const found = (words: string): string[] => ask(host, 'findPeople', { words }).map(({ email }) => email);
    expect([found('DAN'), found('לוי'), found('123-45'), found('  ')]).toEqual([['dana@mail.example', 'other@mail.example'], ['dana@mail.example'], ['dana@mail.example'], []]);
  });

  test('their past orders come from every order sheet, other addresses included', () => {
    const orders = [['Order ID', 'Order Date', 'Status', 'Email', 'Total'], ['7', '2026-03-10', 'completed', 'dana@mail.example', '100'], ['9', '2026-05-10', 'cancelled', 'OLD@mail.example', '50'], ['8', '2026-04-10', 'completed', 'else@mail.example', '10']];
    const host = opened(shopBook({ contacts: [customer('dana@mail.example', { alsoKnownAs: 'old@mail.example' })], tasks: [], others: { Orders: orders } }));
    expect(ask(host, 'getHistory', { email: 'dana@mail.example' })).toMatchObject([{ id: '9', day: '2026-05-10', counts: false }, { id: '7', total: 100, counts: true }]);
  });
});
