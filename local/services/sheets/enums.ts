import { Enumeration } from '../kit/enumeration';

export const booleanCriteria = new Enumeration('SpreadsheetApp.BooleanCriteria', [
  'CELL_EMPTY', 'CELL_NOT_EMPTY', 'DATE_AFTER', 'DATE_BEFORE', 'DATE_EQUAL_TO', 'NUMBER_BETWEEN', 'NUMBER_EQUAL_TO', 'NUMBER_GREATER_THAN',
  'NUMBER_GREATER_THAN_OR_EQUAL_TO', 'NUMBER_LESS_THAN', 'NUMBER_LESS_THAN_OR_EQUAL_TO', 'NUMBER_NOT_EQUAL_TO', 'TEXT_CONTAINS',
  'TEXT_DOES_NOT_CONTAIN', 'TEXT_ENDS_WITH', 'TEXT_EQUAL_TO', 'TEXT_STARTS_WITH', 'CUSTOM_FORMULA',
]);
export const validationCriteria = new Enumeration('SpreadsheetApp.DataValidationCriteria', ['VALUE_IN_LIST', 'CHECKBOX']);
export const protectionType = new Enumeration('SpreadsheetApp.ProtectionType', ['RANGE', 'SHEET']);
export const wrapStrategy = new Enumeration('SpreadsheetApp.WrapStrategy', ['WRAP', 'OVERFLOW', 'CLIP']);
export const copyPasteType = new Enumeration('SpreadsheetApp.CopyPasteType', ['PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMAT', 'PASTE_DATA_VALIDATION']);
export const dimension = new Enumeration('SpreadsheetApp.Dimension', ['COLUMNS', 'ROWS']);
export const sheetType = new Enumeration('SpreadsheetApp.SheetType', ['GRID', 'OBJECT']);
export const chartType = new Enumeration('Charts.ChartType', [
  'AREA', 'BAR', 'BUBBLE', 'CANDLESTICK', 'COLUMN', 'COMBO', 'GAUGE', 'GEO', 'HISTOGRAM', 'LINE', 'ORG', 'PIE', 'RADAR', 'SCATTER',
  'STEPPED_AREA', 'TABLE', 'TIMELINE', 'TREEMAP', 'WATERFALL',
]);
export const chartMergeStrategy = new Enumeration('Charts.ChartMergeStrategy', ['MERGE_COLUMNS', 'MERGE_ROWS']);
export const chartHiddenDimensionStrategy = new Enumeration('Charts.ChartHiddenDimensionStrategy', ['IGNORE_BOTH', 'IGNORE_ROWS', 'IGNORE_COLUMNS', 'SHOW_BOTH']);
