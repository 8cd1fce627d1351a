import { describe, expect, test } from 'vitest';
import { formulaTest } from '../../../local/web/formula-test';
import { sheetIn, workbookWith } from '../../support/apps-script';

const sheet = sheetIn(workbookWith({ Data: [['Status', 'Due'], ['Pending', 100], ['Completed', 90], ['Pending', null]] }));
const rowsWhere = (formula: string): number[] => [1, 2, 3].filter((row) => formulaTest(formula, sheet, 95)(row - 1, 0));

describe('A custom conditional format', () => {
  test.each([
    ['=$A2="Pending"', [1, 3]],
    ['=AND($A2="pending",$B2<TODAY())', [3]],
    ['=AND($A2="Pending";NOT(ISBLANK($B2)))', [1]],
    ['=OR($B2=90,$B2>=TODAY()+5)', [1, 2]],
    ['=$B$2=100', [1, 2, 3]],
    ['=LEN($B2)=0', [3]],
    ['=$B2<>""', [1, 2]],
  ])('%s holds where it should', (formula, rows) => {
    expect(rowsWhere(formula)).toEqual(rows);
  });

  test.each(['=VLOOKUP(A1;B:B;1)', '=(A1', 'nonsense', ''])('%s, which is beyond it, never holds', (formula) => {
    expect(rowsWhere(formula)).toEqual([]);
  });
});
