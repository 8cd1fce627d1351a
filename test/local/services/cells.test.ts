import { describe, expect, test } from 'vitest';
import { CellError } from '../../../local/workbook/model';
import { failure, hostOf, inFunction, run, sheetIn, workbookWith } from '../../support/apps-script';

const written = (body: string, options: Parameters<typeof run>[1] = {}) => {
  const host = hostOf(inFunction(body), options);
  host.call('main', [], 'menu');
  return sheetIn(host.workbook);
};

describe('setValues', () => {
  test.each([
    ['123', 123],
    ['true', true],
    ['10%', 0.1],
    ['=1+1', 2],
    ['0501234567', 501234567],
    ['plain', 'plain'],
    ["'0501234567", '0501234567'],
    ['', null],
  ])('reads %j as if it were typed', (words, value) => {
    expect(written(`sheet.getRange("A1").setValues([[${JSON.stringify(words)}]]);`).values[0]?.[0]).toEqual(value);
  });

  test.each([
    ['en_US', 1, 2],
    ['iw_IL', 2, 1],
  ])('reads 1/2/2026 as a date by the locale %s', (locale, month, day) => {
    const body = 'const cell = sheet.getRange("A1"); cell.setValue("1/2/2026"); const d = cell.getValue(); return [d.getMonth() + 1, d.getDate()];';
    expect(run(body, { workbook: workbookWith({ Data: [] }, { locale }) })).toEqual([month, day]);
  });

  test.each(['+972501234567', '0501234567', '=1+1', '1-2', 'TRUE', '00123', '1/2', '10%'])('keeps %s as text in cells that had the format @ before', (words) => {
    const body = `sheet.getRange("A1").setNumberFormat("@").setValue(${JSON.stringify(words)}); return [sheet.getRange("A1").getValue(), sheet.getRange("A1").getFormula()];`;
    expect(run(body)).toEqual([words, '']);
  });

  test('parses text where the format @ comes after it', () => {
    expect(run('sheet.getRange("A1").setValue("00123").setNumberFormat("@"); return sheet.getRange("A1").getValue();')).toBe(123);
  });

  test.each([
    ['kept' as const, "'007"],
    ['consumed' as const, '007'],
  ])('has a leading apostrophe in an @ cell %s, as the host is told', (apostropheInTextCells, value) => {
    const body = `sheet.getRange("A1").setNumberFormat("@").setValue("'007"); return sheet.getRange("A1").getValue();`;
    expect(run(body, { faults: { apostropheInTextCells } })).toBe(value);
  });

  test.each([
    ['number' as const, 7],
    ['text' as const, '7'],
  ])('leaves a number in an @ cell a %s, as the host is told', (numbersInTextCells, value) => {
    const body = 'sheet.getRange("A1").setNumberFormat("@").setValue(7); return sheet.getRange("A1").getValue();';
    expect(run(body, { faults: { numbersInTextCells } })).toBe(value);
  });

  test('empties cells by null and undefined', () => {
    const sheet = written('sheet.getRange("A1:C1").setValues([[null, undefined, 0]]);', { workbook: workbookWith({ Data: [[1, 2, 3]] }) });
    expect(sheet.values[0]).toEqual([null, null, 0]);
  });

  test('takes away a formula and a link', () => {
    const workbook = workbookWith({ Data: [['=1+1']] });
    expect(run('sheet.getRange("A1").setValue(5); return [sheet.getRange("A1").getFormula(), sheet.getRange("A1").getValue()];', { workbook })).toEqual(['', 5]);
  });

  test.each([
    ['sheet.getRange("A1:B3").setValues([[1, 2]])', 'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 3.'],
    ['sheet.getRange("A1:B1").setValues([[1]])', 'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.'],
    ['sheet.getRange("A1").setValue("x".repeat(50001))', 'Your input contains more than the maximum of 50000 characters in a single cell.'],
  ])('refuses in Google’s words: %s', (call, words) => {
    expect(failure(`${call};`)).toBe(words);
  });

  test.each(['{}', '[1]', '() => 1', 'NaN', 'new Date(NaN)', 'sheet'])('refuses %s as the value of a cell', (value) => {
    expect(() => run(`sheet.getRange("A1").setValues([[${value}]]);`)).toThrow('A cell cannot take a value');
  });

  test('is not fooled by data that the script changes afterwards', () => {
    expect(written('const rows = [[1]]; sheet.getRange("A1").setValues(rows); rows[0][0] = 2;').values).toEqual([[1]]);
  });
});

describe('getValues', () => {
  test('of a date cell whose number is no day that a Date can hold is an invalid Date', () => {
    const body = 'sheet.getRange("A1:A2").setNumberFormat("yyyy-mm-dd").setValues([[1e12], [-99974430]]); return sheet.getRange("A1:A2").getValues().map(([value]) => value instanceof Date && isNaN(value.getTime()));';
    expect(run(body)).toEqual([true, true]);
  });

  test('gives numbers, booleans, text, an empty cell as "", an error as its text', () => {
    const workbook = workbookWith({ Data: [[1.5, true, 'word', null, new CellError('#N/A')]] });
    expect(run('return sheet.getRange("A1:E1").getValues();', { workbook })).toEqual([[1.5, true, 'word', '', '#N/A']]);
  });

  test('gives a number under a date format as a Date', () => {
    const body = 'const cell = sheet.getRange("A1"); cell.setValue(46000); const before = typeof cell.getValue(); cell.setNumberFormat("yyyy-mm-dd"); return [before, cell.getValue() instanceof Date, cell.getDisplayValue()];';
    expect(run(body)).toEqual(['number', true, '2025-12-09']);
  });

  test('reads 100,000 rows of 20 columns whole', () => {
    const row = Array.from({ length: 20 }, (_unused, i) => (i % 2 === 0 ? i : `text ${i}`));
    const workbook = workbookWith({ Data: [] });
    const sheet = sheetIn(workbook);
    sheet.values = Array.from({ length: 100_000 }, () => row);
    sheet.maxRows = 100_000;
    expect(run('return sheet.getDataRange().getValues().length;', { workbook })).toBe(100_000);
  });
});

describe('Dates', () => {
  test.each([
    ['winter', 2026, 0, 15, 10, 0],
    ['the day clocks go forward', 2026, 2, 27, 1, 30],
    ['after clocks went forward', 2026, 2, 27, 3, 0],
    ['the day clocks go back', 2026, 9, 25, 0, 30],
    ['after clocks went back', 2026, 9, 25, 2, 30],
    ['the last second of a year', 2026, 11, 31, 23, 59],
  ])('come back as they went in: %s', (_when, year, month, date, hours, minutes) => {
    const body = `const day = new Date(${year}, ${month}, ${date}, ${hours}, ${minutes}, 59); sheet.getRange("A1").setValue(day); return sheet.getRange("A1").getValue() - day;`;
    expect(run(body)).toBe(0);
  });

  test('are wall clocks in the workbook’s zone, not the script’s', () => {
    const workbook = workbookWith({ Data: [] }, { timeZone: 'America/New_York' });
    const body = 'sheet.getRange("A1").setValue(new Date(2026, 0, 5, 3, 0)); return [sheet.getRange("A1").getDisplayValue(), sheet.getRange("A1").getValue().getHours()];';
    expect(run(body, { workbook })).toEqual(['1/4/2026 20:00:00', 3]);
  });

  test('in the hour that a change of clocks skips are moved on by it', () => {
    const workbook = workbookWith({ Data: [['2026-03-27 02:30']] });
    expect(run('const d = sheet.getRange("A1").getValue(); return [d.getHours(), d.getMinutes()];', { workbook })).toEqual([3, 30]);
  });

  test('take the locale’s format in a cell that has none, and keep one that is there', () => {
    const body = 'sheet.getRange("B1").setNumberFormat("yyyy-mm-dd"); sheet.getRange("A1:B1").setValue(new Date(2026, 0, 5)); return sheet.getRange("A1:B1").getDisplayValues();';
    expect(run(body)).toEqual([['1/5/2026', '2026-01-05']]);
  });
});

describe('Drop-downs', () => {
  const strict = 'const rule = SpreadsheetApp.newDataValidation().requireValueInList(["a", "b"], true).setAllowInvalid(false).build(); sheet.getRange("U2").setDataValidation(rule);';

  test('refuse another value of a script too, at the flush', () => {
    const words = 'The data you entered in cell U2 violates the data validation rules set on this cell.';
    expect(failure(`${strict} sheet.getRange("U2").setValue("c"); SpreadsheetApp.flush();`)).toBe(words);
    expect(run(`${strict} sheet.getRange("U2").setValue("c"); try { SpreadsheetApp.flush(); } catch (error) { return error.name; }`)).toBe('Exception');
  });

  test('refuse at the end of the run where nothing was read in between', () => {
    expect(failure(`${strict} sheet.getRange("U2").setValue("c");`)).toContain('U2 violates');
  });

  test('refuse the whole of a write', () => {
    const body = `${strict} sheet.getRange("T2:U2").setValues([[1, "c"]]); try { SpreadsheetApp.flush(); } catch (error) {} return sheet.getRange("T2:U2").getValues();`;
    expect(run(body)).toEqual([['', '']]);
  });

  test('allow their values and an empty cell', () => {
    expect(run(`${strict} sheet.getRange("U2").setValue("b"); SpreadsheetApp.flush(); sheet.getRange("U2").setValue(""); SpreadsheetApp.flush(); return "fine";`)).toBe('fine');
  });

  test('allow anything unless told otherwise', () => {
    const body = 'const rule = SpreadsheetApp.newDataValidation().requireValueInList(["a"]).build(); sheet.getRange("A1").setDataValidation(rule).setValue("c"); return [sheet.getRange("A1").getValue(), sheet.getRange("A1").getDataValidation().getAllowInvalid()];';
    expect(run(body)).toEqual(['c', true]);
  });

  test('of checkboxes fill empty cells with FALSE, which counts as content', () => {
    const body = 'sheet.getRange("C1:C50").setDataValidation(SpreadsheetApp.newDataValidation().requireCheckbox().build()); return [sheet.getLastRow(), sheet.getRange("C50").getValue()];';
    expect(run(body)).toEqual([50, false]);
  });
});

test('Notes, weights, colours and links stay with their cells', () => {
  const body = `
    const cell = sheet.getRange("B2");
    cell.setNote("why").setFontWeight("bold").setBackground("#FF0000").setWrap(true);
    cell.setRichTextValue(SpreadsheetApp.newRichTextValue().setText("+972501234567").setLinkUrl("https://wa.me/972501234567").build());
    const rich = cell.getRichTextValue();
    return [cell.getNote(), cell.getFontWeight(), cell.getBackground(), cell.getWrap(), rich.getText(), rich.getLinkUrl(), cell.getValue()];`;
  expect(run(body)).toEqual(['why', 'bold', '#ff0000', true, '+972501234567', 'https://wa.me/972501234567', '+972501234567']);
});

test('A formula that a person put into a column shows in getFormulas', () => {
  expect(run('return sheet.getRange("A1:B1").getFormulas();', { workbook: workbookWith({ Data: [['=A2*2', 5]] }) })).toEqual([['=A2*2', '']]);
});

test('clearContent leaves formats, clear takes them too, notes and drop-downs stay', () => {
  const body = `
    const [a, b] = [sheet.getRange("A1"), sheet.getRange("B1")];
    sheet.getRange("A1:B1").setNumberFormat("0.00").setNote("n").setValue(1);
    a.clearContent(); b.clear();
    return [a.getValue(), a.getNumberFormat(), a.getNote(), b.getValue(), b.getNumberFormat(), b.getNote()];`;
  expect(run(body)).toEqual(['', '0.00', 'n', '', '0.###############', 'n']);
});

test('Sorting moves whole cells, empty ones last', () => {
  const workbook = workbookWith({ Data: [['b', 2], [null, 9], ['a', 1]] });
  const body = 'sheet.getRange("A1").setNote("of b"); sheet.getRange("A1:B3").sort({ column: 1, ascending: true }); return [sheet.getRange("A1:B3").getValues(), sheet.getRange("A2").getNote()];';
  expect(run(body, { workbook })).toEqual([[['a', 1], ['b', 2], ['', 9]], 'of b']);
});
