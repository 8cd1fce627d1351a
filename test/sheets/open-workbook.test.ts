import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/shared/problem';
import { openWorkbook } from '../../src/sheets/open-workbook';
import { defineTable, script } from '../../src/sheets/table';
import { cellAt, FakeSheets } from '../support/fake-sheets';
import { cellIn, emailOf, people, shopOf } from '../support/people-table';

const log = defineTable('Log', 'line', { help: ['Log.', 'יומן.'], protected: true, hidden: true }, { line: script.text('Line', ['L.', 'ש.']), count: script.count('Count', ['C.', 'כ.']) });

describe('a new workbook', () => {
  test('gets the sheet with its header, and rows come back as they were given', () => {
    const port = new FakeSheets();
    const book = openWorkbook(port);
    expect(book.ensure([people])).toEqual(['People']);
    const rows = [
      { email: 'a@shop.example', name: '=1+1', orders: 2, lastOn: '2026-06-01', spend: 12.5, notes: '00123', phone: '+972501234567', quiet: true },
      { email: 'b@shop.example', name: 'TRUE', orders: 0, lastOn: null, spend: null, notes: '1-2', phone: '0501234567', quiet: null },
    ] as const;
    book.append(book.read(people), rows);
    expect(book.read(people).rows).toEqual(rows.map((row, i) => ({ ...row, at: i + 2, status: null })));
    expect(port.texts('People')[0]).toEqual(['Email', 'Name', 'Orders', 'Last Order Date', 'Spend', 'Notes', 'Phone', 'Status', 'Do Not Contact']);
    expect(port.named('People')).toMatchObject({ frozen: 1, hidden: false, protection: null });
  });

  test('a sheet of the script alone is hidden and warns', () => {
    const port = new FakeSheets('iw_IL');
    openWorkbook(port).ensure([log]);
    port.flush();
    expect(port.named('Log')).toMatchObject({ hidden: true, protection: expect.stringContaining('CRM') });
    expect(port.named('Log')?.notes.get(0)).toBe('ש.');
  });

  test('making the sheets again writes nothing', () => {
    const port = shopOf('a');
    const book = openWorkbook(port);
    book.ensure([people]);
    book.ensure([people], 'mend');
    expect(port.tally.writes).toBe(0);
  });

  test('the read after making sure of the sheets costs nothing more', () => {
    const port = shopOf('a');
    const book = openWorkbook(port);
    book.ensure([people]);
    port.reset();
    book.read(people);
    expect(port.tally.calls).toBe(0);
  });
});

describe('adding rows', () => {
  test('a row that stands in the sheet by now is not added again, another with it is', () => {
    const port = shopOf('a', 'b');
    const other = openWorkbook(port);
    const book = openWorkbook(port);
    const image = book.read(people);
    other.append(other.read(people), [{ email: emailOf('c') }]);
    book.append(image, [{ email: emailOf('c') }, { email: emailOf('d') }]);
    expect(book.read(people).rows.map(({ email }) => email)).toEqual(['a', 'b', 'c', 'd'].map(emailOf));
  });

  test('the sheet is not read again whole where its grid is wider than its header', () => {
    const port = new FakeSheets();
    const book = openWorkbook(port);
    book.ensure([people]);
    const image = book.read(people);
    port.reset();
    book.append(image, [{ email: emailOf('a') }]);
    expect(port.tally.log.filter((call) => call.startsWith('readAll'))).toHaveLength(1);
  });

  test('columns in which no row has anything are not written where that spares much', () => {
    const port = new FakeSheets();
    const book = openWorkbook(port);
    book.ensure([people]);
    const image = book.read(people);
    port.reset();
    book.append(image, Array.from({ length: 6000 }, (_, i) => ({ email: emailOf(`p${i}`), orders: 1, phone: '03-5550100' })));
    expect(port.tally.cellsWritten).toBe(3 * 6000);
    expect(book.read(people).rows[5999]).toMatchObject({ email: emailOf('p5999'), name: null, orders: 1, lastOn: null, phone: '03-5550100' });
  });

  test('the keys are written first, wherever their column is', () => {
    const port = new FakeSheets().with('People', [['Orders', 'Mine', 'Email']]);
    const book = openWorkbook(port);
    const image = book.read(people);
    port.reset();
    const keyed: unknown[] = [];
    port.between = () => {
      if (port.tally.log[port.tally.log.length - 1] !== 'write People') return;
      // Between the two writes the first is applied.
      keyed.push(port.cells('People')[1] ?? null);
    };
    book.append(image, [{ email: emailOf('a'), orders: 2 }]);
    expect(keyed).toEqual([null, ['', '', emailOf('a')]]);
  });

  test('a row that somebody types just below while the place is looked for is not written over', () => {
    const port = shopOf('a');
    const book = openWorkbook(port);
    const image = book.read(people);
    port.between = () => {
      const last = port.tally.log[port.tally.log.length - 1] ?? '';
      const sheet = port.named('People');
      // Right after the first look, before the place itself is read.
      if (last !== 'read People' || sheet === undefined) return;
      port.between = null;
      cellAt(sheet, 2, 0).value = emailOf('typed');
    };
    book.append(image, [{ email: emailOf('b') }]);
    expect(book.read(people).rows.map(({ email }) => email)).toEqual(['a', 'typed', 'b'].map(emailOf));
  });
});

describe('columns', () => {
  test('are found by their headers in any order, whatever the case', () => {
    const port = new FakeSheets().with('People', [
      ['mine', 'LAST order_date', 'e-mail'],
      ['x', '2026-02-03', 'a@shop.example'],
    ]);
    expect(openWorkbook(port).read(people).rows).toMatchObject([{ email: 'a@shop.example', lastOn: '2026-02-03', name: null, at: 2 }]);
  });

  test('that are missing are put back at the end, the manager’s left alone', () => {
    const port = new FakeSheets().with('People', [
      ['Mine', 'Email'],
      ['x', 'a@shop.example'],
    ]);
    openWorkbook(port).ensure([people]);
    expect(port.texts('People')).toEqual([
      ['Mine', 'Email', 'Name', 'Orders', 'Last Order Date', 'Spend', 'Notes', 'Phone', 'Status', 'Do Not Contact'],
      ['x', 'a@shop.example', '', '', '', '', '', '', '', ''],
    ]);
  });

  test('of the same name are reported, and the first one counts', () => {
    const port = new FakeSheets().with('People', [
      ['Email', 'Name', 'Name'],
      ['a@shop.example', 'Dana', 'Other'],
    ]);
    const image = openWorkbook(port).read(people);
    expect(image.rows[0]?.name).toBe('Dana');
    expect(image.problems).toMatchObject([{ sheet: 'People', row: 1, value: 'Name' }]);
  });

  test('a sheet whose rows lost their key column is refused with the cure', () => {
    const port = new FakeSheets().with('People', [
      ['Name', 'Orders'],
      ['Dana', 1],
    ]);
    expect(() => openWorkbook(port).ensure([people])).toThrow(Refusal);
  });
});

describe('a bad cell', () => {
  test('is a problem in its row and counts as blank', () => {
    const port = shopOf('a', 'b');
    cellIn(port, 3, 'Orders').value = 'many';
    const image = openWorkbook(port).read(people);
    expect(image.rows[1]?.orders).toBeNull();
    expect(image.problems).toMatchObject([{ sheet: 'People', row: 3, value: 'many' }]);
  });
});

describe('a patch', () => {
  const change = { at: 3, set: { orders: 2, lastOn: '2026-02-02', name: '1-2' } } as const;

  test('writes what differs, and the same patch again writes nothing', () => {
    const port = shopOf('a', 'b', 'c');
    const book = openWorkbook(port);
    const image = book.read(people);
    book.patch(image, [change]);
    expect(port.records('People')[1]).toMatchObject({ Orders: 2, Name: '1-2', 'Last Order Date': { moment: '2026-02-02T00:00:00' } });
    port.reset();
    book.patch(image, [change]);
    const again = openWorkbook(port);
    again.patch(again.read(people), [change]);
    expect(port.tally.writes).toBe(0);
  });

  test('finds the row again after a person has sorted the sheet', () => {
    const port = shopOf('a', 'b', 'c');
    const book = openWorkbook(port);
    const image = book.read(people);
    const rows = port.named('People')?.rows ?? [];
    rows.splice(1, 3, ...rows.slice(1, 4).reverse());
    book.patch(image, [{ at: 2, set: { orders: 7 } }]);
    expect(port.records('People').map(({ Orders }) => Orders)).toEqual([1, 1, 7]);
  });

  test('fills a shared cell only while it is blank', () => {
    const port = shopOf('a', 'b', 'c');
    const book = openWorkbook(port);
    const image = book.read(people);
    cellIn(port, 3, 'Phone').value = 'by hand';
    Object.assign(cellIn(port, 4, 'Phone'), { formula: '=A1', value: '' });
    book.patch(image, image.rows.map(({ at }) => ({ at, set: { phone: '0501234567' } })));
    expect(port.records('People').map(({ Phone }) => Phone)).toEqual(['0501234567', 'by hand', '']);
    expect(cellIn(port, 4, 'Phone').formula).toBe('=A1');
  });

  test('fills at most 50 runs of shared cells at a time and says how many are left', () => {
    const names = Array.from({ length: 120 }, (_, i) => `p${i}`);
    const port = shopOf(...names);
    for (let row = 3; row <= 121; row += 2) cellIn(port, row, 'Phone').value = 'by hand';
    const book = openWorkbook(port);
    const image = book.read(people);
    const patches = image.rows.map(({ at }) => ({ at, set: { phone: '0501234567' } }));
    port.reset();
    expect(book.patch(image, patches).left).toBe(10);
    expect(port.tally.writes).toBe(50);
    const next = openWorkbook(port);
    expect(next.patch(next.read(people), patches).left).toBe(0);
  });

  test('keeps a person’s formula in a column of ours and reports it, the rows around it written', () => {
    const port = shopOf('a', 'b', 'c');
    Object.assign(cellIn(port, 3, 'Orders'), { formula: '=1+2', value: 3 });
    const book = openWorkbook(port);
    const image = book.read(people);
    const { problems } = book.patch(image, image.rows.map(({ at }) => ({ at, set: { orders: 9, spend: 5 } })));
    expect(cellIn(port, 3, 'Orders')).toMatchObject({ formula: '=1+2', value: 3 });
    expect(port.records('People').map(({ Orders, Spend }) => [Orders, Spend])).toEqual([[9, 5], [3, 5], [9, 5]]);
    expect(problems).toMatchObject([{ sheet: 'People', row: 3, reason: { en: expect.stringContaining('Orders') } }]);
  });

  test('keeps a formula in a column that a block could reach over, in a sheet too large to look at every column', () => {
    const header = Object.values(people.columns).map((column) => column.header);
    const rows = Array.from({ length: 10_500 }, (_, i) => [emailOf(`p${i}`), '', 1, '', 1]);
    const port = new FakeSheets().with('People', [header, ...rows]);
    // Every second row changes: more than there are blocks, so that they reach over the others.
    const changed = Array.from({ length: 20 }, (_, i) => 5000 + 2 * i);
    for (const at of changed) Object.assign(cellIn(port, at + 1, 'Last Order Date'), { formula: '=TODAY()', value: 46_000 });
    const book = openWorkbook(port);
    const image = book.read(people);
    book.patch(image, changed.map((at) => ({ at, set: { orders: 9, spend: 5 } })));
    port.flush();
    expect(changed.filter((at) => cellIn(port, at + 1, 'Last Order Date').formula !== '=TODAY()')).toEqual([]);
    expect(changed.filter((at) => cellIn(port, at, 'Orders').value !== 9 || cellIn(port, at, 'Spend').value !== 5)).toEqual([]);
  });

  test('asks no more than formulas, the rows as they stand, and the rows again after it, where nobody moved any', () => {
    const port = shopOf('a', 'b');
    const book = openWorkbook(port);
    const image = book.read(people);
    port.reset();
    book.patch(image, [{ at: 2, set: { orders: 7 } }]);
    expect(port.tally.log.filter((call) => !call.startsWith('sheet'))).toEqual(['readFormulas People', 'readAll People', 'write People', 'readAll People']);
  });

  test('needs no more calls for 3,000 rows than for 30', () => {
    const callsFor = (count: number): number => {
      const port = shopOf(...Array.from({ length: count }, (_, i) => `p${i}`));
      const book = openWorkbook(port);
      const image = book.read(people);
      port.reset();
      book.patch(image, image.rows.filter(({ at }) => at % 3 === 0).map(({ at }) => ({ at, set: { orders: at, lastOn: '2026-03-01', name: `N${at}` } })));
      return port.tally.calls;
    };
    expect(callsFor(3000)).toBeLessThanOrEqual(75);
  });

  test('gives a row that was typed without a key its key, also after it moved', () => {
    const port = shopOf('a');
    const sheet = port.named('People');
    if (sheet !== undefined) cellAt(sheet, 2, 5).value = 'typed by hand';
    const book = openWorkbook(port);
    const image = book.read(people);
    expect(image.keyless).toMatchObject([{ at: 3, email: '', notes: 'typed by hand' }]);
    sheet?.rows.splice(1, 0, []);
    book.patch(image, [{ at: 3, set: { email: emailOf('z'), orders: 0 } }]);
    expect(book.read(people).rows.map(({ at, email, notes }) => [at, email, notes])).toEqual([
      [3, emailOf('a'), null],
      [4, emailOf('z'), 'typed by hand'],
    ]);
  });
});

describe('rows typed without a key', () => {
  test('keep what was typed when they get their keys and the blanks of some are filled', () => {
    const port = new FakeSheets().with('People', [
      ['Email', 'Name', 'Orders', 'Spend'],
      [emailOf('a'), 'Ann', '1', '5'],
      ['', 'Bob', '', '7'],
      ['', '', '3', ''],
    ]);
    const book = openWorkbook(port);
    const image = book.read(people);
    book.patch(image, [
      { at: 3, set: { email: emailOf('b'), orders: 2 } },
      { at: 4, set: { email: emailOf('c'), orders: 3, spend: 9 } },
    ]);
    port.flush();
    expect(port.texts('People').slice(1).map((row) => row.slice(0, 4))).toEqual([
      [emailOf('a'), 'Ann', '1', '5'],
      [emailOf('b'), 'Bob', '2', '7'],
      [emailOf('c'), '', '3', '9'],
    ]);
  });
});

describe('an entry', () => {
  test('is given back where a person was faster, the rest of its row untouched', () => {
    const port = shopOf('a', 'b');
    const book = openWorkbook(port);
    const image = book.read(people);
    cellIn(port, 3, 'Status').value = 'Completed';
    expect(book.enter(image, image.rows.map(({ at }) => ({ at, set: { status: 'Pending', notes: 'x' } })))).toEqual([3]);
    expect(port.records('People').map(({ Status, Notes }) => [Status, Notes])).toEqual([
      ['Pending', 'x'],
      ['Completed', ''],
    ]);
  });

  test('is given back where the row is gone', () => {
    const port = shopOf('a', 'b');
    const book = openWorkbook(port);
    const image = book.read(people);
    port.named('People')?.rows.splice(1, 1);
    expect(book.enter(image, [{ at: 2, set: { status: 'Completed' } }])).toEqual([2]);
  });

  test('two in a row to the same cell both hold', () => {
    const port = shopOf('a');
    const book = openWorkbook(port);
    const image = book.read(people);
    expect(book.enter(image, [{ at: 2, set: { status: 'Completed' } }])).toEqual([]);
    expect(book.enter(image, [{ at: 2, set: { status: 'Pending' } }])).toEqual([]);
    expect(port.records('People')[0]?.['Status']).toBe('Pending');
  });

  test('ticks a checkbox instead of writing Y', () => {
    const port = shopOf('a');
    cellIn(port, 2, 'Do Not Contact').value = false;
    const book = openWorkbook(port);
    book.enter(book.read(people), [{ at: 2, set: { quiet: true } }]);
    expect(port.records('People')[0]?.['Do Not Contact']).toBe(true);
  });
});

describe('new rows', () => {
  test('go right below the last one, though checkboxes and formulas of the manager’s reach further', () => {
    const port = shopOf('a');
    const sheet = port.named('People');
    if (sheet === undefined) return;
    cellAt(sheet, 0, 9).value = 'Mine';
    for (let row = 1; row < 30; row += 1) {
      cellIn(port, row + 1, 'Do Not Contact').value = false;
      Object.assign(cellAt(sheet, row, 9), { formula: '=ROW()', value: row + 1 });
    }
    const book = openWorkbook(port);
    book.append(book.read(people), [{ email: emailOf('b') }]);
    expect(book.read(people).rows.map(({ at }) => at)).toEqual([2, 3]);
    expect(cellAt(sheet, 2, 9).formula).toBe('=ROW()');
  });

  test('keep their text where the grid had to grow', () => {
    const port = new FakeSheets();
    const book = openWorkbook(port);
    book.ensure([people]);
    book.append(
      book.read(people),
      Array.from({ length: 1200 }, (_, i) => ({ email: emailOf(`p${i}`), phone: '00123', name: '=1+1' })),
    );
    expect(book.read(people).rows[1199]).toMatchObject({ phone: '00123', name: '=1+1' });
  });
});

describe('a sheet of the script alone', () => {
  test('is written only where it differs, and what is left below is cleared', () => {
    const port = new FakeSheets();
    const book = openWorkbook(port);
    book.ensure([log]);
    const rows = ['a', 'b', 'c'].map((line, count) => ({ line, count }));
    book.replace(book.read(log), rows);
    port.reset();
    book.replace(book.read(log), rows);
    expect(port.tally.writes).toBe(0);
    const image = book.read(log);
    book.replace(image, [{ line: '001', count: 0 }]);
    book.replace(image, [{ line: '001', count: 0 }]);
    expect(book.read(log).rows).toEqual([{ at: 2, line: '001', count: 0 }]);
  });

  const lines = (...names: string[]): { line: string; count: number }[] => names.map((line) => ({ line, count: Number(line) }));
  const logOf = (...names: string[]): FakeSheets => {
    const port = new FakeSheets();
    const book = openWorkbook(port);
    book.ensure([log]);
    book.replace(book.read(log), lines(...names));
    port.reset();
    return port;
  };

  test.each([
    ['one line', ['3', '2', '1'], ['4', '3', '2', '1'], 2],
    ['two lines', ['3', '2', '1'], ['5', '4', '3', '2', '1'], 4],
    ['a line, while the oldest drop out', ['3', '2', '1'], ['4', '3'], 2],
    ['a line above a single one', ['1'], ['2', '1'], 2],
    ['a line into an empty sheet', [], ['1'], 2],
    ['none', ['3', '2', '1'], ['3', '2', '1'], 0],
    ['other lines', ['3', '2', '1'], ['6', '5'], 6],
  ])('%s put on top writes nothing else, and again nothing at all', (_, before, after, written) => {
    const port = logOf(...before);
    const book = openWorkbook(port);
    const image = book.read(log);
    port.reset();
    book.replace(image, lines(...after));
    expect(port.tally.cellsWritten).toBe(written);
    expect(port.texts('Log').slice(1)).toEqual(after.map((line) => [line, line]));
    book.replace(image, lines(...after));
    expect(port.tally.cellsWritten).toBe(written);
    expect(book.read(log).rows.map(({ line }) => line)).toEqual(after);
  });

  test('what people wrote beside the lines moves down with them, and a line that drops out leaves it', () => {
    const port = logOf('3', '2', '1');
    const sheet = port.named('Log');
    if (sheet === undefined) throw new Error('There is no log');
    [3, 1].forEach((row) => (cellAt(sheet, row, 4).value = `beside ${4 - row}`));
    const book = openWorkbook(port);
    book.replace(book.read(log), lines('4', '3', '2'));
    expect(port.texts('Log').slice(1).map((row) => [row[0], row[4]])).toEqual([['4', ''], ['3', 'beside 3'], ['2', ''], ['', 'beside 1']]);
  });
});

describe('moving rows to another sheet', () => {
  const archive = defineTable('Archive', 'email', { help: ['A.', 'א.'] }, people.columns);

  test('takes the manager’s own columns with them, and deletes only what is still as read', () => {
    const port = shopOf('a', 'b', 'c');
    const sheet = port.named('People');
    if (sheet === undefined) return;
    cellAt(sheet, 0, 9).value = 'Mine';
    cellAt(sheet, 1, 9).value = '007';
    const book = openWorkbook(port, { own: [people] });
    book.ensure([archive]);
    const image = book.read(people);
    book.copy(image, [2, 3], book.read(archive));
    expect(port.records('Archive')).toMatchObject([
      { Email: emailOf('a'), Mine: '007' },
      { Email: emailOf('b'), Mine: '' },
    ]);
    cellIn(port, 3, 'Notes').value = 'not yet!';
    expect(book.remove(image, [2, 3])).toEqual([3]);
    expect(port.records('People').map(({ Email }) => Email)).toEqual([emailOf('b'), emailOf('c')]);
  });

  test('a row that was deleted because rows moved meanwhile stands there again', () => {
    const port = shopOf('a', 'b', 'c');
    cellIn(port, 3, 'Notes').value = 'precious';
    const book = openWorkbook(port);
    const image = book.read(people);
    port.between = () => {
      if (port.tally.log[port.tally.log.length - 1] !== 'deleteRows People') return;
      port.named('People')?.rows.splice(1, 0, ...(port.named('People')?.rows.splice(2, 1) ?? []));
    };
    expect(book.remove(image, [2])).toEqual([2]);
    port.between = null;
    expect(port.records('People').map(({ Email, Notes }) => [Email, Notes])).toContainEqual([emailOf('b'), 'precious']);
  });
});

describe('sheets that are not ours', () => {
  test('are offered with their headers and read once', () => {
    const port = shopOf('a').with('Orders', [['Order ID', 'Email', ''], [1, 'a@shop.example', '']]);
    const book = openWorkbook(port, { own: [people] });
    expect([...book.foreignHeaders()]).toEqual([['Orders', ['Order ID', 'Email']]]);
    port.reset();
    expect(book.source('Orders')).toEqual({ name: 'Orders', header: ['Order ID', 'Email'], rows: [[1, 'a@shop.example']] });
    book.source('Orders');
    book.foreignHeaders();
    expect(port.tally.reads).toBe(1);
    expect(() => book.source('Nowhere')).toThrow(Refusal);
  });
});
