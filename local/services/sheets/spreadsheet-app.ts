import { emulation, methodsOf, type Emulation } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import type { Execution } from '../kit/execution';
import { newUi } from '../ui';
import { conditionalFormatRuleBuilder, newRule } from './conditional-format';
import { dataValidationBuilder, newDraft } from './data-validation';
import {
  booleanCriteria, chartHiddenDimensionStrategy, chartMergeStrategy, chartType, copyPasteType, dimension, protectionType, sheetType,
  validationCriteria, wrapStrategy,
} from './enums';
import { richTextValueBuilder, textStyleBuilder } from './rich-text';
import { spreadsheetEmulation } from './spreadsheet';

const { takes, free, counted, needing } = methodsOf<null>();

const bound = (_self: null, run: Execution): object => run.wrap(spreadsheetEmulation, run.host.workbook);

/** The service itself. Everything that opens another workbook is missing: the script has no scope for it. */
export const spreadsheetApp: Emulation<null> = emulation<null>(
  'SpreadsheetApp',
  'spreadsheets',
  {
    getActive: free(takes([], bound)),
    getActiveSpreadsheet: free(takes([], bound)),
    getUi: needing(
      'none',
      free(
        takes([], (_self, run) => {
          if (run.run.invocation === 'trigger') throw new ScriptException('Cannot call SpreadsheetApp.getUi() from this context.');
          return newUi(run);
        }),
      ),
    ),
    flush: counted(takes([], (_self, run) => run.settle())),
    newDataValidation: free(takes([], (_self, run) => run.wrap(dataValidationBuilder, newDraft()))),
    newConditionalFormatRule: free(takes([], (_self, run) => run.wrap(conditionalFormatRuleBuilder, newRule()))),
    newRichTextValue: free(takes([], (_self, run) => run.wrap(richTextValueBuilder, { words: '', link: null, style: {} }))),
    newTextStyle: free(takes([], (_self, run) => run.wrap(textStyleBuilder, {}))),
    getActiveSheet: delegated('getActiveSheet'),
    setActiveSheet: delegated('setActiveSheet'),
    getActiveRange: delegated('getActiveRange'),
  },
  {
    BooleanCriteria: booleanCriteria,
    DataValidationCriteria: validationCriteria,
    ProtectionType: protectionType,
    WrapStrategy: wrapStrategy,
    CopyPasteType: copyPasteType,
    Dimension: dimension,
    SheetType: sheetType,
  },
);

/** A method of the bound workbook that the service has too. */
function delegated(name: string): ReturnType<typeof free> {
  const method = spreadsheetEmulation.methods[name];
  if (method === undefined) throw new Error(`Spreadsheet.${name} is missing`);
  return {
    ...method,
    signatures: method.signatures.map(({ shapes, body }) => ({ shapes, body: (_self: null, run: Execution, ...args: never[]) => body(run.host.workbook, run, ...args) })),
  };
}

/** The service with the enumerations of charts. */
export const chartsService: Emulation<null> = emulation<null>('Charts', 'none', {}, {
  ChartType: chartType,
  ChartMergeStrategy: chartMergeStrategy,
  ChartHiddenDimensionStrategy: chartHiddenDimensionStrategy,
});
