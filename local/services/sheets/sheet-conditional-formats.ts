import type { Sheet } from '../../workbook/model';
import { methodsOf } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import { listOf } from '../kit/shape';
import { instance } from '../kit/wrapped';
import { assertInGrid } from './area';
import { conditionalFormatRule } from './conditional-format';
import { isConditionalFormat, type ConditionalFormatRecord } from './conditional-format-record';

const sheets = methodsOf<Sheet>();

/** The methods of a sheet that give and take its conditional formats, always all of them. */
export const conditionalFormatMethods = {
  getConditionalFormatRules: sheets.counted(
    sheets.takes([], (sheet, run) => {
      run.settle();
      return sheet.conditionalFormats.filter(isConditionalFormat).map(({ ranges, criteria, values, style }) =>
        run.wrap(conditionalFormatRule, { ranges: ranges.map((area) => ({ ...area, sheet })), criteria, values, style }),
      );
    }),
  ),
  setConditionalFormatRules: sheets.counted(
    sheets.takes([listOf(instance(() => conditionalFormatRule))], (sheet, run, rules) => {
      const records = rules.map(({ ranges, criteria, values, style }): ConditionalFormatRecord => {
        for (const range of ranges) {
          if (range.sheet !== sheet) throw new ScriptException('Conditional format rules must be on the sheet that they are set on.');
          assertInGrid(run, range);
        }
        const areas = ranges.map(({ row, column, rows, columns }) => ({ row, column, rows, columns }));
        return { ranges: areas, criteria: criteria ?? '', values, style };
      });
      run.enqueue({ what: 'Sheet.setConditionalFormatRules', sheet, apply: () => void (sheet.conditionalFormats = records) });
    }),
  ),
  clearConditionalFormatRules: sheets.counted(
    sheets.takes([], (sheet, run) => {
      run.enqueue({ what: 'Sheet.clearConditionalFormatRules', sheet, apply: () => void (sheet.conditionalFormats = []) });
    }),
  ),
};
