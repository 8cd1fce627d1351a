import { describe, expect, test } from 'vitest';
import { blankSheet, setCell } from '../../../local/cells/sheet';
import { Watch } from '../../../local/web/changed-cells';
import { sheetIn, workbookWith } from '../../support/apps-script';

describe('What an act changed', () => {
  const workbook = () => workbookWith({ Data: [['a', 'b', 'c'], ['d', 'e', 'f']], Other: [['x']] });

  test('is told in runs of cells, by sheet', () => {
    const book = workbook();
    const watch = new Watch(book);
    setCell(sheetIn(book), 1, 0, 'D');
    setCell(sheetIn(book), 1, 1, 'E');
    setCell(sheetIn(book), 4, 2, 'new');
    expect(watch.look(book)).toEqual([{ sheet: 'Data', cells: 3, runs: [[1, 0, 1], [4, 2, 2]] }]);
    expect(watch.look(book)).toEqual([]);
  });

  test('gives the sheet a new revision, and no other', () => {
    const book = workbook();
    const watch = new Watch(book);
    const before = [watch.revisionOf('Data'), watch.revisionOf('Other')];
    setCell(sheetIn(book), 0, 0, 'a', { note: 'only a note' });
    expect(watch.look(book)).toEqual([{ sheet: 'Data', cells: 0, runs: [] }]);
    expect(watch.revisionOf('Data')).not.toBe(before[0]);
    expect(watch.revisionOf('Other')).toBe(before[1]);
  });

  test('knows a sheet that was made and one whose rows went', () => {
    const book = workbook();
    const watch = new Watch(book);
    const made = blankSheet('Made');
    setCell(made, 0, 0, 1);
    book.sheets.push(made);
    sheetIn(book).values.length = 1;
    expect(watch.look(book).map(({ sheet, cells }) => [sheet, cells])).toEqual([['Data', 3], ['Made', 1]]);
  });
});
