import { openWorkbook } from '../../src/sheets/open-workbook';
import { defineTable, script, shared, user } from '../../src/sheets/table';
import { cellAt, FakeSheets, type FakeCell } from './fake-sheets';

/** A small table with a column of every owner. */
export const people = defineTable(
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

export const emailOf = (name: string): string => `${name}@shop.example`;

/** A workbook in which these people stand, one order each. */
export function shopOf(...names: readonly string[]): FakeSheets {
  const port = new FakeSheets();
  const book = openWorkbook(port);
  book.ensure([people]);
  book.append(
    book.read(people),
    names.map((name) => ({ email: emailOf(name), orders: 1, lastOn: '2026-01-01' })),
  );
  port.reset();
  return port;
}

/** The cell of a person (row 2 = the first) in a column, for a person at the sheet to change. */
export function cellIn(port: FakeSheets, row: number, header: string): FakeCell {
  const sheet = port.named('People');
  const column = sheet?.rows[0]?.findIndex(({ value }) => value === header) ?? -1;
  if (sheet === undefined || column === -1) throw new Error(`There is no column ${header}`);
  return cellAt(sheet, row - 1, column);
}
