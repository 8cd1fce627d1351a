import { valueAt } from '../cells/sheet';
import type { Area } from '../services/sheets/area';
import { isConditionalFormat, type ConditionalFormatRecord } from '../services/sheets/conditional-format-record';
import type { CellValue, Sheet } from '../workbook/model';
import { formulaTest } from './formula-test';
import type { CellStyle } from './protocol/cells';

interface Conditional {
  /** Columns that some rule covers, counted from the first. */
  readonly width: number;
  /** What the first rule that holds lays over a cell; null for none. */
  at(row: number, column: number): CellStyle | null;
}

/** The conditional formats of a sheet. `today` is a serial. A rule whose formula is beyond the page's own little reading of formulas is left out. */
export function conditionalStyles(sheet: Sheet, today: number): Conditional {
  const rules = sheet.conditionalFormats.filter(isConditionalFormat).map((rule) => ({ rule, holds: testOf(rule, sheet, today) }));
  if (rules.length === 0) return { width: 0, at: () => null };
  const width = Math.max(...rules.flatMap(({ rule }) => rule.ranges.map((area) => Math.min(area.column + area.columns, 60))));
  return {
    width,
    at(row, column) {
      const found = rules.find(({ rule, holds }) => rule.ranges.some((area) => covers(area, row, column) && holds(row, column, area)));
      return found === undefined ? null : styleOf(found.rule);
    },
  };
}

const covers = (area: Area, row: number, column: number): boolean =>
  row >= area.row && row < area.row + area.rows && column >= area.column && column < area.column + area.columns;

const styleOf = ({ style }: ConditionalFormatRecord): CellStyle => ({
  ...(style.background === undefined ? {} : { background: style.background }),
  ...(style.fontColor === undefined ? {} : { color: style.fontColor }),
  ...(style.bold === true ? { bold: true } : {}),
  ...(style.italic === true ? { italic: true } : {}),
  ...(style.strikethrough === true ? { line: 'line-through' as const } : style.underline === true ? { line: 'underline' as const } : {}),
});

type Test = (row: number, column: number, area: Area) => boolean;

function testOf({ criteria, values }: ConditionalFormatRecord, sheet: Sheet, today: number): Test {
  if (criteria === 'CUSTOM_FORMULA') {
    const test = formulaTest(String(values[0] ?? ''), sheet, today);
    return (row, column, area) => test(row - area.row, column - area.column);
  }
  const test = cellTests[criteria];
  return test === undefined ? () => false : (row, column) => test(valueAt(sheet, row, column), values);
}

const words = (value: CellValue | string | number | undefined): string => String(value ?? '').toLowerCase();
const isNumber = (value: CellValue): value is number => typeof value === 'number';

/** Each by the name of its SpreadsheetApp.BooleanCriteria. */
const cellTests: Readonly<Record<string, (value: CellValue, given: readonly (string | number)[]) => boolean>> = {
  CELL_EMPTY: (value) => value === null,
  CELL_NOT_EMPTY: (value) => value !== null,
  TEXT_EQUAL_TO: (value, [text]) => value !== null && words(value) === words(text),
  TEXT_CONTAINS: (value, [text]) => value !== null && words(value).includes(words(text)),
  TEXT_DOES_NOT_CONTAIN: (value, [text]) => !words(value).includes(words(text)),
  TEXT_STARTS_WITH: (value, [text]) => words(value).startsWith(words(text)),
  TEXT_ENDS_WITH: (value, [text]) => words(value).endsWith(words(text)),
  NUMBER_EQUAL_TO: (value, [limit]) => isNumber(value) && value === Number(limit),
  NUMBER_NOT_EQUAL_TO: (value, [limit]) => isNumber(value) && value !== Number(limit),
  NUMBER_GREATER_THAN: (value, [limit]) => isNumber(value) && value > Number(limit),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: (value, [limit]) => isNumber(value) && value >= Number(limit),
  NUMBER_LESS_THAN: (value, [limit]) => isNumber(value) && value < Number(limit),
  NUMBER_LESS_THAN_OR_EQUAL_TO: (value, [limit]) => isNumber(value) && value <= Number(limit),
  NUMBER_BETWEEN: (value, [low, high]) => isNumber(value) && value >= Number(low) && value <= Number(high),
};
