import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../src/sheets/open-workbook';
import { defineTable, script, shared, user } from '../../src/sheets/table';
import { FakeSheets } from '../support/fake-sheets';

const people = defineTable(
  'People',
  'email',
  { help: ['People.', 'אנשים.'] },
  {
    email: script.text('Email', ['Key.', 'מפתח.']),
    name: shared.text('Name', ['Name.', 'שם.']),
    orders: script.count('Orders', ['Orders.', 'הזמנות.']),
    lastOn: script.day('Last Order Date', ['Day.', 'יום.']),
    spend: script.money('Spend', ['Spend.', 'סכום.']),
    notes: user.text('Notes', ['Yours.', 'שלך.']),
    phone: shared.text('Phone', ['Phone.', 'טלפון.']),
    status: shared.choice('Status', ['Pending', 'Completed'], ['Status.', 'מצב.']),
    quiet: user.flag('Do Not Contact', ['Y.', 'Y.']),
  },
);

const open = (port: FakeSheets) => openWorkbook(port);

describe('a new workbook', () => {
  test('gets the sheet with its header, and rows come back as they were given', () => {
    const port = new FakeSheets();
    const book = open(port);
    expect(book.ensure([people])).toEqual(['People']);
    const rows = [
      { email: 'a@shop.example', name: '=1+1', orders: 2, lastOn: '2026-06-01', spend: 12.5, phone: '+972501234567', quiet: true },
      { email: 'b@shop.example', name: 'TRUE', orders: 0, lastOn: null, spend: null, phone: '0501234567', quiet: null },
    ] as const;
    book.append(book.read(people), rows);
    expect(book.read(people).rows).toEqual(rows.map((row, i) => ({ ...row, at: i + 2, notes: null, status: null })));
    expect(port.texts('People')[0]).toEqual(['Email', 'Name', 'Orders', 'Last Order Date', 'Spend', 'Notes', 'Phone', 'Status', 'Do Not Contact']);
  });

  test('making the sheets again writes nothing', () => {
    const port = new FakeSheets();
    open(port).ensure([people]);
    port.reset();
    open(port).ensure([people]);
    open(port).ensure([people], 'mend');
    expect(port.tally.writes).toBe(0);
  });
});

describe('a patch', () => {
  const filled = (): FakeSheets => {
    const port = new FakeSheets();
    const book = open(port);
    book.ensure([people]);
    book.append(
      book.read(people),
      ['a', 'b', 'c', 'd', 'e'].map((name) => ({ email: `${name}@shop.example`, orders: 1, lastOn: '2026-01-01' })),
    );
    port.reset();
    return port;
  };

  test('writes what differs, and the same patch again writes nothing', () => {
    const port = filled();
    const book = open(port);
    const image = book.read(people);
    book.patch(image, [{ at: 3, set: { orders: 2, lastOn: '2026-02-02', name: '1-2' } }]);
    expect(port.records('People')[1]).toMatchObject({ Orders: 2, Name: '1-2', 'Last Order Date': { moment: '2026-02-02T00:00:00' } });
    port.reset();
    book.patch(image, [{ at: 3, set: { orders: 2, lastOn: '2026-02-02', name: '1-2' } }]);
    const again = open(port);
    again.patch(again.read(people), [{ at: 3, set: { orders: 2, lastOn: '2026-02-02', name: '1-2' } }]);
    expect(port.tally.writes).toBe(0);
  });

  test('finds the row again after a person has sorted the sheet', () => {
    const port = filled();
    const book = open(port);
    const image = book.read(people);
    port.named('People')?.rows.splice(1, 5, ...(port.named('People')?.rows.slice(1, 6).reverse() ?? []));
    book.patch(image, [{ at: 2, set: { orders: 7 } }]);
    expect(port.records('People').map((row) => [row['Email'], row['Orders']])).toEqual([
      ['e@shop.example', 1],
      ['d@shop.example', 1],
      ['c@shop.example', 1],
      ['b@shop.example', 1],
      ['a@shop.example', 7],
    ]);
  });

  test('an entry is given back where a person was faster', () => {
    const port = filled();
    const book = open(port);
    const image = book.read(people);
    const cell = port.named('People')?.rows[2]?.[7];
    if (cell !== undefined) cell.value = 'Completed';
    expect(book.enter(image, [{ at: 2, set: { status: 'Pending' } }, { at: 3, set: { status: 'Pending', notes: 'x' } }])).toEqual([3]);
    expect(port.records('People').map((row) => row['Status']).slice(0, 2)).toEqual(['Pending', 'Completed']);
  });
});
