import { rmSync } from 'node:fs';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { serialOfDay } from '../../../src/shared/day';
import { attributesAt, blankSheet, blankWorkbook, formatAt, setCell, valueAt } from '../../../local/cells/sheet';
import { CellError, type CellAttributes, type CellValue, type Sheet, type Workbook } from '../../../local/workbook/model';
import { readXlsx, writeXlsx } from '../../../local/workbook/xlsx';
import { temporaryFolder } from '../../support/temporary-folder';

const sheetOf = (name: string, rows: readonly (readonly CellValue[])[]): Sheet => {
  const sheet = blankSheet(name);
  rows.forEach((cells, row) => cells.forEach((value, column) => setCell(sheet, row, column, value)));
  return sheet;
};
const workbookOf = (...sheets: Sheet[]): Workbook => ({ ...blankWorkbook(), sheets });

/** A file as another program would write it, and our reading of its first sheet. */
async function readFrom(fill: (worksheet: ExcelJS.Worksheet, file: ExcelJS.Workbook) => void): Promise<Sheet> {
  const folder = temporaryFolder();
  const file = new ExcelJS.Workbook();
  fill(file.addWorksheet('Sheet'), file);
  await file.xlsx.writeFile(folder.at('book.xlsx'));
  return (await readXlsx(folder.at('book.xlsx'))).sheets[0] ?? blankSheet('none');
}

async function thereAndBack(book: Workbook, stateLost = false): Promise<Workbook> {
  const folder = temporaryFolder();
  await writeXlsx(book, folder.at('book.xlsx'));
  if (stateLost) rmSync(folder.at('book.xlsx.workbook.json'));
  return readXlsx(folder.at('book.xlsx'));
}

describe('files of other programs', () => {
  test('phones, zeros and formula text stay text, rich text becomes plain', async () => {
    const sheet = await readFrom((worksheet) => {
      worksheet.addRow(['+972501234567', '00123', '=1+1', { richText: [{ text: 'Red ' }, { text: 'wine', font: { bold: true } }] }]);
    });
    expect(sheet.values[0]).toEqual(['+972501234567', '00123', '=1+1', 'Red wine']);
  });

  test.each([false, true])('dates are the same wall clock whether counted from 1900 or 1904 (%s)', async (date1904) => {
    const sheet = await readFrom((worksheet, file) => {
      file.properties.date1904 = date1904;
      worksheet.addRow([new Date(Date.UTC(2026, 2, 27, 2, 30, 15)), new Date(Date.UTC(2026, 9, 25))]);
      worksheet.getCell('A1').numFmt = 'dd/mm/yyyy hh:mm:ss';
      worksheet.getCell('B1').numFmt = 'mm-dd-yy';
    });
    expect(sheet.values[0]).toEqual([serialOfDay('2026-03-27') + (2 * 3600 + 30 * 60 + 15) / 86_400, serialOfDay('2026-10-25')]);
    expect([formatAt(sheet, 0, 0), formatAt(sheet, 0, 1)]).toEqual(['dd/mm/yyyy hh:mm:ss', 'm/d/yyyy']);
  });

  test('formulas come with their last results, shared ones and errors too', async () => {
    const sheet = await readFrom((worksheet) => {
      worksheet.getCell('A1').value = 5;
      worksheet.getCell('B1').value = { formula: 'A1*2', result: 10 };
      worksheet.getCell('B2').value = { sharedFormula: 'B1', result: 0 };
      worksheet.getCell('C1').value = { formula: 'NA()', result: { error: '#N/A' } };
      worksheet.getCell('D1').value = { error: '#REF!' };
    });
    expect(sheet.values).toEqual([[5, 10, new CellError('#N/A'), new CellError('#REF!')], [null, 0]]);
    expect([attributesAt(sheet, 0, 1)?.formula, attributesAt(sheet, 1, 1)?.formula]).toEqual(['=A1*2', '=A2*2']);
  });

  test('lists, notes, links, merged cells, hidden and frozen parts, widths', async () => {
    const sheet = await readFrom((worksheet, file) => {
      file.addWorksheet('Secret', { state: 'hidden' });
      worksheet.addRow(['Status', 'Name', 'wide']);
      worksheet.getCell('A2').dataValidation = { type: 'list', formulae: ['"Pending,Completed"'], showErrorMessage: true };
      worksheet.getCell('A3').dataValidation = { type: 'list', formulae: ['"a, b"'], showErrorMessage: true, errorStyle: 'warning' };
      worksheet.getCell('A1').note = { texts: [{ text: 'What ' }, { text: 'it is' }] };
      worksheet.getCell('B2').value = { text: 'WhatsApp', hyperlink: 'https://wa.example/1' };
      worksheet.mergeCells('C1:D1');
      worksheet.getColumn(2).hidden = true;
      worksheet.getColumn(1).width = 20;
      worksheet.views = [{ state: 'frozen', ySplit: 1, xSplit: 0, rightToLeft: true }];
      worksheet.autoFilter = 'A1:B3';
    });
    expect(attributesAt(sheet, 1, 0)?.dropDown).toEqual({ values: ['Pending', 'Completed'], allowInvalid: false, help: null, checkbox: false });
    expect(attributesAt(sheet, 2, 0)?.dropDown).toEqual({ values: ['a', 'b'], allowInvalid: true, help: null, checkbox: false });
    expect(attributesAt(sheet, 0, 0)?.note).toBe('What it is');
    expect([valueAt(sheet, 1, 1), attributesAt(sheet, 1, 1)?.link]).toEqual(['WhatsApp', 'https://wa.example/1']);
    expect(sheet.values[0]).toEqual(['Status', 'Name', 'wide']);
    expect([sheet.frozenRows, sheet.rightToLeft, [...sheet.hiddenColumns], sheet.columnWidths.get(0)]).toEqual([1, true, [1], 145]);
    expect(sheet.filter).toEqual({ row: 0, column: 0, rows: 3, columns: 2, hiddenValues: new Map() });
  });

  test('a text column stays one below the last row', async () => {
    const sheet = await readFrom((worksheet) => {
      worksheet.addRow(['Phone']);
      worksheet.getColumn(1).numFmt = '@';
    });
    expect([formatAt(sheet, 500, 0), sheet.maxRows, sheet.maxColumns]).toEqual(['@', 1000, 26]);
  });

  test('a drawing that the parser stumbles over costs the drawing, not the cells', async () => {
    const folder = temporaryFolder();
    const file = new ExcelJS.Workbook();
    file.addWorksheet('Orders').addRow(['id', { text: 'shop', hyperlink: 'https://shop.example/' }]);
    const parts = unzipSync(new Uint8Array(await file.xlsx.writeBuffer()));
    const sheet = 'xl/worksheets/sheet1.xml';
    parts[sheet] = strToU8(strFromU8(parts[sheet] ?? new Uint8Array()).replace('</worksheet>', '<drawing r:id="rId99"/></worksheet>'));
    folder.put('book.xlsx', zipSync(parts));
    const [orders] = (await readXlsx(folder.at('book.xlsx'))).sheets;
    expect(orders?.values).toEqual([['id', 'shop']]);
    expect(attributesAt(orders ?? blankSheet(''), 0, 1)?.link).toBe('https://shop.example/');
  });

  test.each([
    ['an old .xls or a locked file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0)],
    ['half a file', Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0)],
  ])('%s is refused in a sentence', async (_what, bytes) => {
    const folder = temporaryFolder({ 'book.xlsx': bytes });
    await expect(readXlsx(folder.at('book.xlsx'))).rejects.toThrow(/could not be read as an \.xlsx workbook/);
  });
});

describe('there and back', () => {
  test('what the form has no place for comes back from the file beside it', async () => {
    const long = { values: Array.from({ length: 60 }, (_, i) => `choice, ${i}`), allowInvalid: true, help: 'yours', checkbox: false };
    const sheet = sheetOf('A name that is longer than thirty-one signs / and more', [['Status'], ['x'], [new CellError('Loading…')]]);
    setCell(sheet, 1, 0, 'x', { dropDown: long });
    sheet.protections.push({ description: 'ours', warningOnly: true });
    sheet.charts.push({ type: 'LINE' });
    const book = workbookOf(sheet, { ...blankSheet('History'), hidden: true });
    book.documentProperties.set('run', '{}');
    book.triggers.push({ id: 't', owner: 'dana@shop.example', handler: 'tick', everyHours: 1 });
    const back = await thereAndBack(book);
    expect(back.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([[sheet.name, false], ['History', true]]);
    expect(attributesAt(back.sheets[0] ?? sheet, 1, 0)?.dropDown).toEqual(long);
    expect(back.sheets[0]?.protections).toEqual(sheet.protections);
    expect(back.sheets[0]?.charts).toEqual(sheet.charts);
    expect([back.id, [...back.documentProperties], back.triggers]).toEqual([book.id, [['run', '{}']], book.triggers]);
  });

  test('a file edited in another program keeps its own formats and gets our lists by header', async () => {
    const folder = temporaryFolder();
    const sheet = sheetOf('CRM Tasks', [['Task ID', 'Outcome'], ['t1', 'Reached']]);
    const suggestions = { values: ['Reached', 'No answer, tried'], allowInvalid: true, help: null, checkbox: false };
    for (let row = 1; row < 10; row += 1) setCell(sheet, row, 1, row === 1 ? 'Reached' : null, { dropDown: suggestions });
    await writeXlsx(workbookOf(sheet), folder.at('book.xlsx'));
    const file = new ExcelJS.Workbook();
    await file.xlsx.readFile(folder.at('book.xlsx'));
    file.getWorksheet('CRM Tasks')?.spliceColumns(1, 0, ['Mine']);
    await file.xlsx.writeFile(folder.at('book.xlsx'));
    const [back] = (await readXlsx(folder.at('book.xlsx'))).sheets;
    expect(back?.values[0]).toEqual(['Mine', 'Task ID', 'Outcome']);
    expect(attributesAt(back ?? sheet, 1, 2)?.dropDown).toEqual(suggestions);
  });

  test('values and looks survive also without the file beside it', async () => {
    const text = fc.oneof(
      fc.string({ minLength: 1 }),
      fc.string({ unit: fc.constantFrom('_', 'x', '0', 'D', 'A', '\r', '\n', '\t', ' ', '<', '&', '\u0001', '=', "'", 'ש'), minLength: 1 }),
    );
    const value: fc.Arbitrary<readonly [CellValue, CellAttributes]> = fc.oneof(
      text.map((words) => [words, {}] as const),
      text.map((words) => [words, { format: '@' }] as const),
      fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e200, max: 1e200 }).map((number) => [Object.is(number, -0) ? 0 : number, {}] as const),
      fc.boolean().map((flag) => [flag, { bold: true, background: '#ffeecc' }] as const),
      fc
        .tuple(fc.integer({ min: 61, max: 2_958_465 }), fc.integer({ min: 0, max: 86_399 }))
        .map(([day, second]) => [day + second / 86_400, { format: 'd/m/yyyy hh:mm:ss', wrap: true }] as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(value, { minLength: 1, maxLength: 8 }), async (cells) => {
        const sheet = blankSheet('Contacts');
        cells.forEach(([cell, attributes], column) => setCell(sheet, 0, column, cell, attributes));
        const [back] = (await thereAndBack(workbookOf(sheet), true)).sheets;
        expect(back?.values).toEqual(sheet.values);
        cells.forEach(([, attributes], column) => expect(attributesAt(back ?? sheet, 0, column) ?? {}).toEqual(attributes));
      }),
      { numRuns: 40 },
    );
  });
});
