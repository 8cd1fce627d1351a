import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serialOfDay } from '../../../src/shared/day';
import { attributesAt, blankSheet, blankWorkbook, formatAt, putAttributes, setCell, sheetNamed, valueAt } from '../../../local/cells/sheet';
import { readCsvFolder, writeCsvFolder } from '../../../local/workbook/csv-folder';
import { CellError, type CellAttributes, type CellValue, type Sheet, type Workbook } from '../../../local/workbook/model';
import { temporaryFolder } from '../../support/temporary-folder';

interface GivenWith {
  readonly value: CellValue;
  readonly is: CellAttributes;
}
type Given = CellValue | GivenWith;

const withAttributes = (given: Given): given is GivenWith => typeof given === 'object' && given !== null && 'is' in given;

function sheetOf(name: string, rows: readonly (readonly Given[])[]): Sheet {
  const sheet = blankSheet(name);
  rows.forEach((cells, row) =>
    cells.forEach((given, column) => (withAttributes(given) ? setCell(sheet, row, column, given.value, given.is) : setCell(sheet, row, column, given))),
  );
  return sheet;
}

const workbookOf = (...sheets: Sheet[]): Workbook => ({ ...blankWorkbook(), sheets });

const on = (day: string, format = 'yyyy-mm-dd', second = 0): Given => ({ value: serialOfDay(day) + second / 86_400, is: { format } });

const read = (path: string, cells: 'typed' | 'text' = 'typed'): Workbook => readCsvFolder(path, { cells, currentYear: 2026 });

const theSheet = (workbook: Workbook, name: string): Sheet => {
  const sheet = sheetNamed(workbook, name);
  if (sheet === null) throw new Error(`no sheet ${name}`);
  return sheet;
};

describe('what a cell looks like in its file', () => {
  test.each<[string, Given, string]>([
    ['a day', on('2026-03-01'), '2026-03-01'],
    ['a day shown in another order', on('2026-03-01', 'd/m/yyyy'), '2026-03-01'],
    ['a moment', on('2026-03-01', 'yyyy-mm-dd hh:mm', 9 * 3600 + 5 * 60), '2026-03-01T09:05'],
    ['a moment at midnight', on('2026-03-01', 'yyyy-mm-dd hh:mm'), '2026-03-01T00:00'],
    ['a moment whose seconds nobody sees', on('2026-03-01', 'yyyy-mm-dd hh:mm', 9 * 3600 + 7), '2026-03-01T09:00'],
    ['a moment with seconds, which lie beside', on('2026-03-01', 'yyyy-mm-dd hh:mm:ss', 9 * 3600 + 7), '2026-03-01T09:00'],
    ['an hour hidden by a day format', on('2026-03-01', 'd/m/yyyy', 1800), '2026-03-01T00:30'],
    ['a time', { value: 0.4375, is: { format: 'h:mm' } }, '10:30:00'],
    ['a number', 1234.5, '1234.5'],
    ['money', { value: 1240, is: { format: '#,##0.00' } }, '1240'],
    ['a percentage', { value: 0.1, is: { format: '0%' } }, '0.1'],
    ['a flag', 'Y', 'Y'],
    ['a truth value', true, 'TRUE'],
    ['an error', new CellError('#REF!'), '#REF!'],
    ['a formula', { value: 2, is: { formula: '=1+1' } }, '=1+1'],
    ['a phone kept as text', '+972501234567', "'+972501234567"],
    ['leading zeros', '00123', "'00123"],
    ['text like a formula', '=1+1', "'=1+1"],
    ['text like a date', '1-2', "'1-2"],
    ['text like our moment', '2026-03-01T09:05', "'2026-03-01T09:05"],
    ['text like an ISO moment, which Sheets leaves alone', '2026-03-01T09:05:07', '2026-03-01T09:05:07'],
    ['text like TRUE', 'TRUE', "'TRUE"],
    ['text like an error', '#N/A', "'#N/A"],
    ['text with an apostrophe of its own', "'tis", "''tis"],
    ['an apostrophe within', "O'Neil", "O'Neil"],
    ['text with a comma and quotes', 'Red, "Reserve"', '"Red, ""Reserve"""'],
    ['text in two lines', 'one\ntwo', '"one\ntwo"'],
  ])('%s', (_what, given, field) => {
    const folder = temporaryFolder();
    writeCsvFolder(workbookOf(sheetOf('Contacts', [['Column'], [given]])), folder.at('book'));
    expect(folder.words('book/Contacts.csv')).toBe(`Column\n${field}\n`);
  });

  test("seconds in the shop's own sheets are kept as Sheets reads them", () => {
    const folder = temporaryFolder();
    writeCsvFolder(workbookOf(sheetOf('Orders', [['Date'], [on('2026-03-01', 'yyyy-mm-dd hh:mm:ss', 9 * 3600 + 7)]])), folder.at('book'));
    expect(folder.words('book/Orders.csv')).toBe('Date\n2026-03-01 09:00:07\n');
  });

  test('rows are as wide as the sheet, blank rows between stay, and there is no byte order mark', () => {
    const folder = temporaryFolder();
    writeCsvFolder(workbookOf(sheetOf('Contacts', [['A', 'B', 'C'], [1], [], [null, 2]])), folder.at('book'));
    expect(folder.words('book/Contacts.csv')).toBe('A,B,C\n1,,\n,,\n,2,\n');
  });

  test('an empty sheet is an empty file, and comes back', () => {
    const folder = temporaryFolder();
    writeCsvFolder(workbookOf(blankSheet('Empty')), folder.at('book'));
    expect(folder.words('book/Empty.csv')).toBe('');
    expect(read(folder.at('book')).sheets.map((sheet) => sheet.name)).toEqual(['Empty']);
  });
});

describe('what is read', () => {
  test('cells are taken as Sheets takes a paste', () => {
    const folder = temporaryFolder({ 'Orders.csv': '\ufeffid,date,iso,phone,total\r\n00123,2025-02-10 09:05:07,2025-11-20T18:00:00,+972501234567,320.00\r\n' });
    const sheet = theSheet(read(folder.path), 'Orders');
    expect(sheet.values).toEqual([
      ['id', 'date', 'iso', 'phone', 'total'],
      [123, serialOfDay('2025-02-10') + (9 * 3600 + 5 * 60 + 7) / 86_400, '2025-11-20T18:00:00', 972501234567, 320],
    ]);
    expect(formatAt(sheet, 1, 1)).toBe('yyyy-mm-dd hh:mm:ss');
  });

  test('with cells as text nothing is read into them, except in sheets of ours', () => {
    const folder = temporaryFolder({ 'Orders.csv': "id,date\n00123,'1/2\n", 'CRM Tasks.csv': "Task ID,Due Date\n'00123,2026-03-01\n" });
    const book = read(folder.path, 'text');
    expect(theSheet(book, 'Orders').values[1]).toEqual(['00123', "'1/2"]);
    expect(theSheet(book, 'CRM Tasks').values[1]).toEqual(['00123', serialOfDay('2026-03-01')]);
  });

  test('the locale decides which of 3/4 is the day', () => {
    const folder = temporaryFolder({ 'Orders.csv': 'date\n3/4/2025\n' });
    expect(valueAt(readCsvFolder(folder.path, { locale: 'iw_IL' }).sheets[0] ?? blankSheet(''), 1, 0)).toBe(serialOfDay('2025-04-03'));
    expect(valueAt(readCsvFolder(folder.path, {}).sheets[0] ?? blankSheet(''), 1, 0)).toBe(serialOfDay('2025-03-04'));
  });

  test('numbers have a decimal point also where the locale has a comma', () => {
    const folder = temporaryFolder();
    const book = { ...workbookOf(sheetOf('Contacts', [['Spend'], [1234.5], ['1.5'], ['1,5']])), locale: 'de_DE' };
    writeCsvFolder(book, folder.at('book'));
    expect(theSheet(read(folder.at('book')), 'Contacts').values).toEqual(book.sheets[0]?.values);
  });

  test('a semicolon file from a country with decimal commas is read too', () => {
    const folder = temporaryFolder({ 'Orders.csv': 'id;name\n1;Dana, Levi\n' });
    expect(theSheet(read(folder.path), 'Orders').values).toEqual([['id', 'name'], [1, 'Dana, Levi']]);
  });

  test('a new folder has the default zone and locale, one without CSV an empty sheet', () => {
    const book = read(temporaryFolder({ 'notes.txt': 'hello' }).path);
    expect([book.timeZone, book.locale, book.sheets.map((sheet) => sheet.name)]).toEqual(['Asia/Jerusalem', 'en_US', ['Sheet1']]);
  });

  test('a file that is not UTF-8, or with an open quotation mark, or a damaged state is refused by name', () => {
    expect(() => read(temporaryFolder({ 'Orders.csv': Uint8Array.of(0x61, 0xe9, 0x0a) }).path)).toThrow(/Orders\.csv is not UTF-8/);
    expect(() => read(temporaryFolder({ 'Orders.csv': 'a,b\n1,"2\n' }).path)).toThrow(/Orders\.csv: .*line 2/);
    expect(() => read(temporaryFolder({ 'Orders.csv': 'a\n', 'workbook.json': '{"version":1}' }).path)).toThrow(/workbook\.json is damaged/);
    expect(() => read(temporaryFolder({ 'Orders.csv': 'a\n', 'workbook.json': '{' }).path)).toThrow(/workbook\.json is damaged/);
  });
});

describe('what stays', () => {
  const orders = '\ufeff"id",date\r\n00123,"2025-11-20T18:00:00"\r\n\r\n';

  test('a sheet that nobody wrote to keeps its bytes', () => {
    const folder = temporaryFolder({ 'Orders.csv': orders });
    const book = read(folder.path);
    book.sheets.push(sheetOf('Contacts', [['Email'], ['dana@mail.example']]));
    writeCsvFolder(book, folder.at('out'));
    expect(folder.words('out/Orders.csv')).toBe(orders);
    writeCsvFolder(read(folder.at('out')), folder.at('again'));
    expect(folder.words('again/Orders.csv')).toBe(orders);
  });

  test('an unchanged workbook saves the same bytes, state included', () => {
    const folder = temporaryFolder({ 'Orders.csv': orders });
    const book = read(folder.path);
    const contacts = sheetOf('Contacts', [['Email', 'Phone'], ['dana@mail.example', { value: '+972501234567', is: { format: '@', bold: true } }]]);
    contacts.columnWidths.set(1, 130);
    book.sheets.push(contacts);
    book.documentProperties.set('b', '2').set('a', '1');
    writeCsvFolder(book, folder.at('one'));
    writeCsvFolder(read(folder.at('one')), folder.at('two'));
    for (const file of readdirSync(folder.at('one'))) expect(folder.words(`two/${file}`)).toBe(folder.words(`one/${file}`));
  });

  test('formats, widths, drop-downs, notes, properties, triggers, hidden state, order and ids come back', () => {
    const folder = temporaryFolder();
    const dropDown = { values: ['Pending', 'Completed'], allowInvalid: false, help: null, checkbox: false };
    const tasks = sheetOf('CRM Tasks', [
      [{ value: 'Task ID', is: { note: 'From the occasion', bold: true } }, 'Status'],
      [{ value: '00123', is: { format: '@', note: 'looked at' } }, { value: 'Pending', is: { dropDown } }],
    ]);
    tasks.columnWidths.set(0, 110);
    tasks.hiddenColumns.add(1);
    tasks.frozenRows = 1;
    tasks.hiddenRows.add(1);
    tasks.protections.push({ description: 'ours', warningOnly: true });
    tasks.filter = { row: 0, column: 0, rows: 2, columns: 2, hiddenValues: new Map([[1, ['Completed']]]) };
    const book = workbookOf(tasks, { ...blankSheet('CRM Ledger', 50, 6), hidden: true, rightToLeft: true }, sheetOf('A sheet', [['x']]));
    book.id = 'book-1';
    book.title = 'The shop';
    book.locale = 'iw_IL';
    book.activeSheet = 'A sheet';
    book.documentProperties.set('run', '{}');
    book.userProperties.set('dana@shop.example', new Map([['k', 'v']]));
    book.triggers.push({ id: 't1', owner: 'dana@shop.example', handler: 'tick', everyHours: 1 });
    writeCsvFolder(book, folder.at('book'));
    const back = read(folder.at('book'));
    const clean = (sheet: Sheet): Sheet => {
      const { source: _source, ...rest } = sheet;
      return { ...rest, dirty: false, attributes: Array.from(sheet.attributes, (row) => [...(row ?? [])]) };
    };
    const { origin: _origin, sheets, ...rest } = back;
    const { sheets: given, ...wanted } = book;
    expect(rest).toEqual(wanted);
    expect(sheets.map(clean)).toEqual(given.map(clean));
  });

  test('other files in the folder are left alone; files of deleted sheets go', () => {
    const folder = temporaryFolder({ 'Orders.csv': 'a\n', 'Old.csv': 'a\n', 'notes.txt': 'mine', '.hidden.csv': 'x' });
    const book = read(folder.path);
    book.sheets = book.sheets.filter((sheet) => sheet.name !== 'Old');
    writeCsvFolder(book, folder.path);
    expect(readdirSync(folder.path).sort()).toEqual(['.hidden.csv', 'Orders.csv', 'notes.txt', 'workbook.json']);
  });
});

describe('a file edited between two jobs', () => {
  function editedBook(edit: (words: string) => string): Sheet {
    const folder = temporaryFolder();
    const rows: Given[][] = [
      [{ value: 'Email', is: { note: 'the key' } }, 'Phone', 'Due'],
      ['a@x.example', { value: '+1', is: { format: '@' } }, on('2026-03-01', 'd/m/yyyy')],
      ['b@x.example', { value: '02', is: { format: '@', note: 'of b' } }, on('2026-03-02', 'd/m/yyyy')],
    ];
    const sheet = sheetOf('Contacts', rows);
    for (let row = 3; row < sheet.maxRows; row += 1) {
      putAttributes(sheet, row, 1, { format: '@' });
      putAttributes(sheet, row, 2, { format: 'd/m/yyyy' });
    }
    writeCsvFolder(workbookOf(sheet), folder.at('book'));
    folder.put('book/Contacts.csv', edit(folder.words('book/Contacts.csv')));
    return theSheet(read(folder.at('book')), 'Contacts');
  }

  test('columns that moved keep their formats and header notes', () => {
    const sheet = editedBook(() => "Due,Extra,Email,Phone\n2026-03-02,1/2,b@x.example,'02\n");
    expect(attributesAt(sheet, 0, 2)).toEqual({ note: 'the key' });
    expect([formatAt(sheet, 1, 0), formatAt(sheet, 1, 1), formatAt(sheet, 1, 3)]).toEqual(['d/m/yyyy', 'm/d', '@']);
    expect(valueAt(sheet, 1, 3)).toBe('02');
  });

  test('a row typed below gets the formats of its columns, and a number in a text column stays text', () => {
    const sheet = editedBook((words) => `${words}c@x.example,0501234567,2026-03-03\n`);
    expect(sheet.values[3]).toEqual(['c@x.example', '0501234567', serialOfDay('2026-03-03')]);
    expect([formatAt(sheet, 3, 1), formatAt(sheet, 3, 2), formatAt(sheet, 999, 1)]).toEqual(['@', 'd/m/yyyy', '@']);
  });

  test('nothing that belonged to one row is put on another', () => {
    const sheet = editedBook((words) => words.split('\n').filter((line) => !line.startsWith('a@')).join('\n'));
    expect(valueAt(sheet, 1, 0)).toBe('b@x.example');
    expect(sheet.attributes.flat().filter((cell) => cell?.note === 'of b')).toEqual([]);
  });

  test('line ends changed by another program change nothing else', () => {
    const sheet = editedBook((words) => `\ufeff${words.replaceAll('\n', '\r\n')}`);
    expect(sheet.values[1]).toEqual(['a@x.example', '+1', serialOfDay('2026-03-01')]);
  });

  test('a day typed into a column of figures is seen as a day', () => {
    const folder = temporaryFolder();
    writeCsvFolder(workbookOf(sheetOf('Contacts', [['Orders'], [{ value: 3, is: { format: '0' } }]])), folder.at('book'));
    folder.put('book/Contacts.csv', 'Orders\n2026-03-01\n4\n');
    const sheet = theSheet(read(folder.at('book')), 'Contacts');
    expect([formatAt(sheet, 1, 0), formatAt(sheet, 2, 0)]).toEqual(['yyyy-mm-dd', '0']);
  });
});

describe('whatever a cell holds, it comes back', () => {
  const awkward = fc.constantFrom('=1+1', '+972501234567', '-5', '00123', '1-2', '1/2', 'TRUE', "'", "''x", ' 5', '5 ', '10%', '$5', '#N/A', '2026-03-01', '2026-03-01T09:05', '10:30', 'May 5', '(5)', '.5', '1e3', 'x\r\ny', '5 במאי 2026');
  const words = fc.oneof(awkward, fc.string(), fc.string({ unit: 'grapheme' }), fc.string({ unit: fc.constantFrom('0', '1', '2', '-', '/', '.', ':', ' ', 'T', '+', '=', "'", 'e', '%', ',', 'a', 'm') }));
  const day = fc.integer({ min: serialOfDay('1900-01-01'), max: serialOfDay('9999-12-31') });
  const cell: fc.Arbitrary<Given> = fc.oneof(
    words.map((value): Given => (value === '' ? null : value)),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.integer(),
    fc.boolean(),
    day.map((value): Given => ({ value, is: { format: 'yyyy-mm-dd' } })),
    fc.tuple(day, fc.integer({ min: 0, max: 1439 })).map(([value, minute]): Given => ({ value: value + (minute * 60) / 86_400, is: { format: 'yyyy-mm-dd hh:mm' } })),
    fc.tuple(day, fc.integer({ min: 0, max: 86_399 })).map(([value, second]): Given => ({ value: value + second / 86_400, is: { format: 'd/m/yyyy hh:mm:ss' } })),
    words.filter((value) => value !== '').map((value): Given => ({ value, is: { format: '@' } })),
  );
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 6 });
  const locale = fc.constantFrom('en_US', 'iw_IL', 'de_DE', 'en_GB');
  // What a plain cell under a date format comes back as is a date; only values and their kinds are compared.
  const plain = (sheet: Sheet): CellValue[][] => sheet.values.map((row) => Array.from({ length: 3 }, (_, column) => row[column] ?? null));

  test.each([
    ['in a sheet of ours with its state beside it', 'Contacts', false],
    ["in a sheet of the shop's", 'Orders', false],
    ["in a sheet of the shop's without any state", 'Orders', true],
  ])('%s', (_what, name, stateLost) => {
    const folder = temporaryFolder();
    fc.assert(
      fc.property(table, locale, (rows, language) => {
        const sheet = sheetOf(name, [['A', 'B', 'C'], ...rows, ['end', 'end', 'end']]);
        writeCsvFolder({ ...workbookOf(sheet), locale: language }, folder.at('book'));
        if (stateLost) folder.put('book/workbook.json', JSON.stringify({ ...JSON.parse(folder.words('book/workbook.json')), sheets: [] }));
        expect(plain(theSheet(read(folder.at('book')), name))).toEqual(plain(sheet));
      }),
      { numRuns: 150 },
    );
  });
});

describe('saving is all or nothing', () => {
  test('a write that fails half way leaves the old files', () => {
    const folder = temporaryFolder({ 'book/Contacts.csv': 'Email\nold@x.example\n', 'book/Orders.csv/x': 'a folder in the way' });
    const book = workbookOf(sheetOf('Contacts', [['Email'], ['new@x.example']]), sheetOf('New', [['x']]), sheetOf('Orders', [['id']]));
    expect(() => writeCsvFolder(book, folder.at('book'))).toThrow(/could not be written/);
    expect(folder.words('book/Contacts.csv')).toBe('Email\nold@x.example\n');
    expect(readdirSync(folder.at('book')).sort()).toEqual(['Contacts.csv', 'Orders.csv']);
  });

  test.skipIf(process.getuid?.() === 0)('a folder that may not be written is refused in a sentence', () => {
    const folder = temporaryFolder({ 'book/Contacts.csv': 'Email\n' });
    chmodSync(folder.at('book'), 0o500);
    expect(() => writeCsvFolder(workbookOf(sheetOf('Contacts', [['Email', 'x']])), folder.at('book'))).toThrow(/could not be written/);
    chmodSync(folder.at('book'), 0o700);
  });

  test('a new folder appears whole, its parents too', () => {
    const folder = temporaryFolder();
    writeCsvFolder(workbookOf(sheetOf('Contacts', [['Email']])), folder.at('a/b'));
    expect(readdirSync(folder.at('a'))).toEqual(['b']);
    expect(readdirSync(folder.at('a/b')).sort()).toEqual(['Contacts.csv', 'workbook.json']);
  });

  test('two sheets that would share a file are refused before anything is written', () => {
    const folder = temporaryFolder();
    mkdirSync(folder.at('book'));
    expect(() => writeCsvFolder(workbookOf(blankSheet('A'), blankSheet('A')), folder.at('book'))).toThrow(/same file/);
    expect(existsSync(folder.at('book/A.csv'))).toBe(false);
  });
});
