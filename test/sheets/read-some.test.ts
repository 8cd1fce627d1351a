import { expect, test } from 'vitest';
import { openWorkbook } from '../../src/sheets/open-workbook';
import { defineTable, script, user } from '../../src/sheets/table';
import { FakeSheets } from '../support/fake-sheets';

const peopleTable = defineTable('People', 'email', { help: ['People.', 'אנשים.'] }, {
  email: script.text('Email', ['Address.', 'כתובת.']),
  name: user.text('Name', ['Name.', 'שם.']),
  orders: script.count('Orders', ['Orders.', 'הזמנות.']),
  alsoKnownAs: user.text('Also Known As', ['Other addresses.', 'כתובות נוספות.']),
}); // prettier-ignore

const nameOf = (i: number): string => `person${i}@shop.example`;

function sheetOf(people: number): FakeSheets {
  const rows = Array.from({ length: people }, (_, i) => [nameOf(i), `Person ${i}`, i % 5, i === 4000 ? 'old@shop.example' : '', 'mine']);
  return new FakeSheets().with('People', [['Email', 'Name', 'Orders', 'Also Known As', 'Own'], ...rows]);
}

const someone = (...wanted: string[]) => (key: string, aliases: unknown): boolean => wanted.includes(key) || wanted.includes(String(aliases));

test('of a large sheet only the rows that are wanted are read', () => {
  const sheets = sheetOf(9000);
  const image = openWorkbook(sheets).readSome(peopleTable, 'alsoKnownAs', someone(nameOf(17), nameOf(8000), 'old@shop.example'));
  expect(image.rows.map(({ at, name }) => [at, name])).toEqual([
    [19, 'Person 17'],
    [4002, 'Person 4000'],
    [8002, 'Person 8000'],
  ]);
  // The header, the two columns, and three rows.
  expect(sheets.tally.cellsRead).toBeLessThan(2 * 9000 + 500);
});

test('a small sheet is read whole, in one look', () => {
  const sheets = sheetOf(100);
  const image = openWorkbook(sheets).readSome(peopleTable, 'alsoKnownAs', someone(nameOf(17)));
  expect(image.rows).toHaveLength(100);
  expect(sheets.tally.log.filter((call) => call.startsWith('read'))).toEqual(['readAll People']);
});

test('what is written lands in the row that was found, wherever it is by then, and nowhere else', () => {
  const sheets = sheetOf(9000);
  const book = openWorkbook(sheets);
  const image = book.readSome(peopleTable, 'alsoKnownAs', someone(nameOf(8000)));
  sheets.named('People')?.rows.splice(1, 0, ...(sheets.named('People')?.rows.splice(8500, 200) ?? []));
  const before = sheets.cells('People');
  book.patch(image, [{ at: image.rows[0]?.at ?? 0, set: { orders: 77 } }]);
  const after = sheets.cells('People');
  const changed = after.flatMap((row, i) => (JSON.stringify(row) === JSON.stringify(before[i]) ? [] : [row]));
  expect(changed).toEqual([[nameOf(8000), 'Person 8000', 77, '', 'mine']]);
});

test('however many rows are wanted, the calls stay bounded', () => {
  const sheets = sheetOf(60_000);
  const wanted = new Set(Array.from({ length: 100 }, (_, i) => nameOf(i * 600)));
  const image = openWorkbook(sheets).readSome(peopleTable, 'alsoKnownAs', (key) => wanted.has(key));
  expect(image.rows).toHaveLength(100);
  expect(sheets.tally.log.filter((call) => call.startsWith('readRows')).length).toBeLessThanOrEqual(30);
});

test('rows that someone moves while they are looked for are found all the same', () => {
  const sheets = sheetOf(9000);
  sheets.between = () => {
    const rows = sheets.named('People')?.rows;
    if (sheets.tally.log[sheets.tally.log.length - 1] === 'readRows People') rows?.splice(1, 0, ...rows.splice(5000, 10));
  };
  const image = openWorkbook(sheets).readSome(peopleTable, 'alsoKnownAs', someone(nameOf(3000)));
  expect(image.rows.find(({ email }) => email === nameOf(3000))).toMatchObject({ name: 'Person 3000', at: 3012 });
});
