import { describe, expect, test } from 'vitest';
import { failure, hostOf, inFunction, run, sheetIn, workbookWith } from '../../support/apps-script';

describe('getRange', () => {
  test.each([
    ['"B2"', 'B2'],
    ['"A1:C2"', 'A1:C2'],
    ['"1:1"', 'A1:Z1'],
    ['"A:A"', 'A1:A1000'],
    ['"A2:C"', 'A2:C1000'],
    ['2, 3', 'C2'],
    ['2, 3, 4', 'C2:C5'],
    ['2, 3, 4, 2', 'C2:D5'],
    ['1, 26', 'Z1'],
  ])('takes %s', (args, name) => {
    expect(run(`return sheet.getRange(${args}).getA1Notation();`)).toBe(name);
  });

  test.each([
    ['1, 1, 0', 'The number of rows in the range must be at least 1.'],
    ['1, 1, 1, 0', 'The number of columns in the range must be at least 1.'],
    ['0, 1', 'The starting row of the range is too small.'],
    ['1, 0', 'The starting column of the range is too small.'],
    ['1001, 1', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['1, 27', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['"A1001"', 'The coordinates of the range are outside the dimensions of the sheet.'],
    ['"not a range"', 'Range not found'],
  ])('refuses %s', (args, words) => {
    expect(failure(`sheet.getRange(${args});`)).toBe(words);
  });

  test('knows rows whose insertion is still queued', () => {
    expect(run('sheet.insertRowsAfter(1000, 5); sheet.getRange(1005, 1).setValue("last"); return [sheet.getMaxRows(), sheet.getLastRow()];')).toEqual([1005, 1005]);
  });
});

describe('The grid', () => {
  test('of a new sheet has 1000 rows and 26 columns', () => {
    expect(run('const made = book.insertSheet("New", 1); return [made.getMaxRows(), made.getMaxColumns(), made.getLastRow(), made.getIndex()];')).toEqual([1000, 26, 0, 2]);
  });

  test('passes the format of the row above on to inserted ones, the header’s too, but no note', () => {
    const body = 'sheet.getRange("A1").setFontWeight("bold").setNote("n").setNumberFormat("@"); sheet.insertRowAfter(1); const cell = sheet.getRange("A2"); return [cell.getFontWeight(), cell.getNumberFormat(), cell.getNote()];';
    expect(run(body)).toEqual(['bold', '@', '']);
  });

  test('grows by an appended row without formats', () => {
    const workbook = workbookWith({ Data: [['a'], ['b']] });
    sheetIn(workbook).maxRows = 2;
    expect(run('sheet.getRange("A1:A2").setNumberFormat("@"); sheet.appendRow(["007"]); return [sheet.getMaxRows(), sheet.getRange("A3").getValue()];', { workbook })).toEqual([3, 7]);
  });

  test('holds at most ten million cells', () => {
    expect(failure('sheet.insertRowsAfter(1, 400000);')).toContain('above the limit of 10000000 cells');
  });

  test('keeps one row that is not frozen', () => {
    expect(failure('sheet.setFrozenRows(1); sheet.deleteRows(2, 999);')).toBe('Sorry, it is not possible to delete all non-frozen rows.');
  });

  test.each([
    [1000, 2],
    [0, 1],
  ])('refuses to delete rows that are not there: %i, %i', (row, count) => {
    expect(failure(`sheet.deleteRows(${row}, ${count});`)).toBe('Those rows are out of bounds.');
  });

  test('takes everything along when rows go', () => {
    const workbook = workbookWith({ Data: [['head'], ['gone'], ['stays']] });
    sheetIn(workbook).hiddenRows.add(2);
    const body = 'sheet.getRange("A3").setNote("mine"); sheet.deleteRow(2); return [sheet.getRange("A1:A3").getValues(), sheet.getRange("A2").getNote(), sheet.isRowHiddenByUser(2), sheet.getMaxRows()];';
    expect(run(body, { workbook })).toEqual([[['head'], ['stays'], ['']], 'mine', true, 999]);
  });

  test('gives the values from a cell on; -1 reaches to the last row and column with data', () => {
    const workbook = workbookWith({ Data: [['a', 'b'], ['c', 'd'], ['e', '']] });
    expect(run('return [sheet.getSheetValues(1, 1, -1, -1), sheet.getSheetValues(2, 2, -1, 1), sheet.getSheetValues(1, 1, 1, 2)];', { workbook })).toEqual([[['a', 'b'], ['c', 'd'], ['e', '']], [['d'], ['']], [['a', 'b']]]);
    expect(failure('sheet.getSheetValues(1, 1, -1, -1);')).toBe('The number of rows in the range must be at least 1.');
  });

  test('makes room for columns, widths and hiding included', () => {
    const workbook = workbookWith({ Data: [['a', 'b']] });
    const body = 'sheet.setColumnWidth(2, 300); sheet.hideColumns(2); sheet.insertColumnsAfter(1, 2); return [sheet.getRange("A1:D1").getValues(), sheet.getColumnWidth(4), sheet.isColumnHiddenByUser(4), sheet.getMaxColumns()];';
    expect(run(body, { workbook })).toEqual([[['a', '', '', 'b']], 300, true, 28]);
  });
});

describe('Sheets', () => {
  test.each(['Data', 'data'])('have different names: %s', (name) => {
    expect(failure(`book.insertSheet(${JSON.stringify(name)});`)).toBe(`A sheet with the name "${name}" already exists. Please enter another name.`);
  });

  test('keep their id when they are renamed', () => {
    expect(run('const id = sheet.getSheetId(); sheet.setName("Renamed"); return [sheet.getSheetId() === id, book.getSheetByName("Data"), book.getSheets()[0].getName()];')).toEqual([true, null, 'Renamed']);
  });

  test('cannot all be hidden or deleted', () => {
    expect(failure('sheet.hideSheet();')).toBe("You can't hide all the sheets in a document.");
    expect(failure('book.deleteSheet(sheet);')).toBe("You can't remove all the sheets in a document.");
  });

  test('that were deleted answer no more', () => {
    expect(failure('book.insertSheet("Other"); book.deleteSheet(sheet); sheet.getLastRow();')).toBe('Sheet Data not found');
  });

  test('that nobody wrote to are not marked as written', () => {
    const host = hostOf(inFunction('sheet.getDataRange().getValues(); book.getSheetByName("Other").getRange("A1").setValue(1);'), { workbook: workbookWith({ Data: [['x']], Other: [] }) });
    host.call('main', [], 'menu');
    expect([sheetIn(host.workbook).dirty, sheetIn(host.workbook, 'Other').dirty]).toEqual([false, true]);
  });

  test('are protected but for some ranges, which move with their rows', () => {
    const body =
      'sheet.protect().setWarningOnly(true).setUnprotectedRanges([sheet.getRange("B2:B4")]); sheet.insertRowsBefore(1, 2); return sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].getUnprotectedRanges().map((range) => range.getA1Notation());';
    expect(run(body)).toEqual(['B4:B6']);
  });

  test('are protected once, with a warning', () => {
    const body = 'sheet.protect().setDescription("script").setWarningOnly(true); sheet.protect(); const all = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET); return [all.length, all[0].getDescription(), all[0].isWarningOnly()];';
    expect(run(body)).toEqual([1, 'script', true]);
  });

  test('tell which rows their filter hides, one call a row', () => {
    const workbook = workbookWith({ Data: [['status'], ['open'], ['done']] });
    sheetIn(workbook).filter = { row: 0, column: 0, rows: 3, columns: 1, hiddenValues: new Map([[0, ['done']]]) };
    const host = hostOf(inFunction('return [2, 3].map((row) => sheet.isRowHiddenByFilter(row));'), { workbook });
    expect(host.call('main', [], 'menu')).toEqual([false, true]);
    expect(host.stats().calls.byMethod['Sheet.isRowHiddenByFilter']).toBe(2);
  });

  test('keep conditional formats, which move with their rows', () => {
    const body = `
      const rule = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied("=$A2<>\\"\\"").setBackground("#eee").setRanges([sheet.getRange("A2:B10")]).build();
      sheet.setConditionalFormatRules([rule]);
      sheet.insertRowBefore(1);
      const [kept] = sheet.getConditionalFormatRules();
      return [kept.getRanges()[0].getA1Notation(), kept.getBooleanCondition().getCriteriaType() === SpreadsheetApp.BooleanCriteria.CUSTOM_FORMULA];`;
    expect(run(body)).toEqual(['A3:B11', true]);
  });

  test('keep charts', () => {
    const body = `
      const chart = sheet.newChart().setChartType(Charts.ChartType.LINE).addRange(sheet.getRange("A1:B9")).setPosition(2, 4, 0, 0).setOption("title", "Trend").build();
      sheet.insertChart(chart);
      const [kept] = sheet.getCharts();
      const found = [kept.getRanges()[0].getA1Notation(), kept.getContainerInfo().getAnchorColumn()];
      sheet.removeChart(kept);
      return [...found, sheet.getCharts().length];`;
    expect(run(body)).toEqual(['A1:B9', 4, 0]);
  });
});

describe('The queue', () => {
  const host = (body: string, queuedSeen: unknown[]) =>
    hostOf(inFunction(body), {
      workbook: workbookWith({ Data: [] }),
      faults: { between: (_call, workbook) => void queuedSeen.push(sheetIn(workbook).values[0]?.[0] ?? null) },
    });

  test.each([
    ['a read', 'sheet.getLastRow();'],
    ['a flush', 'SpreadsheetApp.flush();'],
  ])('is applied by %s', (_what, act) => {
    const seen: unknown[] = [];
    host(`sheet.getRange("A1").setValue(1); sheet.getRange("B1").setValue(2); ${act} sheet.getRange("C1").setValue(3);`, seen).call('main', [], 'menu');
    // Before getSheetByName, setValue, setValue, the act, and the next write.
    expect(seen).toEqual([null, null, null, null, 1]);
  });

  test('is applied at the end of the run', () => {
    const one = host('sheet.getRange("A1").setValue(1);', []);
    one.call('main', [], 'menu');
    expect(sheetIn(one.workbook).values).toEqual([[1]]);
  });
});

test('The active sheet and cells are the user’s, and nobody’s in a time trigger', () => {
  const workbook = workbookWith({ Data: [['a']], Other: [] });
  const host = hostOf('function main() { const book = SpreadsheetApp.getActive(); const range = book.getActiveRange(); return [book.getActiveSheet().getName(), range && range.getA1Notation()]; }', { workbook });
  host.selection = { sheet: 'Other', ranges: [{ row: 1, column: 1, rows: 2, columns: 1 }] };
  workbook.activeSheet = 'Other';
  expect(host.call('main', [], 'sidebar')).toEqual(['Other', 'B2:B3']);
  expect(host.call('main', [], 'trigger')).toEqual(['Other', null]);
});
