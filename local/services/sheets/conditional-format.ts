import { emulation, methodsOf, SELF, type Emulation } from '../kit/emulation';
import { ScriptException } from '../kit/exception';
import { date, either, flag, listOf, number, orNothing, text } from '../kit/shape';
import { instance } from '../kit/wrapped';
import type { RangeState } from './area';
import type { ConditionalFormatRecord } from './conditional-format-record';
import { booleanCriteria } from './enums';
import { rangeEmulation } from './range';

type Style = ConditionalFormatRecord['style'];

interface RuleState {
  ranges: readonly RangeState[];
  criteria: string | null;
  values: readonly (string | number)[];
  style: Style;
}

const rule = methodsOf<RuleState>();

export const conditionalFormatRule: Emulation<RuleState> = emulation<RuleState>('SpreadsheetApp.ConditionalFormatRule', 'spreadsheets', {
  getRanges: rule.free(rule.takes([], ({ ranges }, run) => ranges.map((range) => run.wrap(rangeEmulation, range)))),
  getBooleanCondition: rule.free(rule.takes([], (state, run) => run.wrap(booleanCondition, state))),
  copy: rule.free(rule.takes([], (state, run) => run.wrap(conditionalFormatRuleBuilder, { ...state }))),
});

const booleanCondition: Emulation<RuleState> = emulation<RuleState>('SpreadsheetApp.BooleanCondition', 'spreadsheets', {
  getCriteriaType: rule.free(
    rule.takes([], ({ criteria }) => (criteria !== null && booleanCriteria.has(criteria) ? booleanCriteria.member(criteria) : null)),
  ),
  getCriteriaValues: rule.free(rule.takes([], ({ values }) => values)),
  getBackground: rule.free(rule.takes([], ({ style }) => style.background ?? null)),
  getFontColor: rule.free(rule.takes([], ({ style }) => style.fontColor ?? null)),
  getBold: rule.free(rule.takes([], ({ style }) => style.bold ?? null)),
});

type Criterion = (typeof booleanCriteria.names)[number];
const when = (state: RuleState, criteria: Criterion, ...values: readonly (string | number)[]): typeof SELF => {
  Object.assign(state, { criteria, values });
  return SELF;
};
const withNothing = (criteria: Criterion) => rule.free(rule.takes([], (state) => when(state, criteria)));
const withText = (criteria: Criterion) => rule.free(rule.takes([text], (state, _run, words) => when(state, criteria, words)));
const withNumber = (criteria: Criterion) => rule.free(rule.takes([number], (state, _run, value) => when(state, criteria, value)));
/** A day, as the serial of its wall clock. */
const withDate = (criteria: Criterion) =>
  rule.free(rule.takes([date], (state, run, instant) => when(state, criteria, run.host.zone.serialOf(instant))));
const styled = (key: 'bold' | 'italic' | 'underline' | 'strikethrough') =>
  rule.free(
    rule.takes([flag], (state, _run, value) => {
      state.style = { ...state.style, [key]: value };
      return SELF;
    }),
  );
const coloured = (key: 'background' | 'fontColor') =>
  rule.free(
    rule.takes([orNothing(text)], (state, _run, color) => {
      state.style = { ...state.style, ...(color === null ? {} : { [key]: color.toLowerCase() }) };
      return SELF;
    }),
  );

/** Builds a rule of one condition; colour scales are not emulated. */
export const conditionalFormatRuleBuilder: Emulation<RuleState> = emulation<RuleState>('SpreadsheetApp.ConditionalFormatRuleBuilder', 'spreadsheets', {
  whenCellEmpty: withNothing('CELL_EMPTY'),
  whenCellNotEmpty: withNothing('CELL_NOT_EMPTY'),
  whenFormulaSatisfied: withText('CUSTOM_FORMULA'),
  whenTextContains: withText('TEXT_CONTAINS'),
  whenTextDoesNotContain: withText('TEXT_DOES_NOT_CONTAIN'),
  whenTextEqualTo: withText('TEXT_EQUAL_TO'),
  whenTextStartsWith: withText('TEXT_STARTS_WITH'),
  whenTextEndsWith: withText('TEXT_ENDS_WITH'),
  whenNumberEqualTo: withNumber('NUMBER_EQUAL_TO'),
  whenNumberNotEqualTo: withNumber('NUMBER_NOT_EQUAL_TO'),
  whenNumberGreaterThan: withNumber('NUMBER_GREATER_THAN'),
  whenNumberGreaterThanOrEqualTo: withNumber('NUMBER_GREATER_THAN_OR_EQUAL_TO'),
  whenNumberLessThan: withNumber('NUMBER_LESS_THAN'),
  whenNumberLessThanOrEqualTo: withNumber('NUMBER_LESS_THAN_OR_EQUAL_TO'),
  whenNumberBetween: rule.free(rule.takes([number, number], (state, _run, from, to) => when(state, 'NUMBER_BETWEEN', from, to))),
  whenDateBefore: withDate('DATE_BEFORE'),
  whenDateAfter: withDate('DATE_AFTER'),
  whenDateEqualTo: withDate('DATE_EQUAL_TO'),
  withCriteria: rule.free(
    rule.takes([booleanCriteria, listOf(either(text, number))], (state, _run, criteria, values) => when(state, criteria, ...values)),
  ),
  setBackground: coloured('background'),
  setFontColor: coloured('fontColor'),
  setBold: styled('bold'),
  setItalic: styled('italic'),
  setUnderline: styled('underline'),
  setStrikethrough: styled('strikethrough'),
  setRanges: rule.free(
    rule.takes([listOf(instance(() => rangeEmulation))], (state, _run, ranges) => {
      state.ranges = ranges;
      return SELF;
    }),
  ),
  getRanges: rule.free(rule.takes([], ({ ranges }, run) => ranges.map((range) => run.wrap(rangeEmulation, range)))),
  copy: rule.free(rule.takes([], (state, run) => run.wrap(conditionalFormatRuleBuilder, { ...state }))),
  build: rule.free(
    rule.takes([], (state, run) => {
      if (state.ranges.length === 0) throw new ScriptException('A conditional format rule must have at least one range.');
      if (state.criteria === null) throw new ScriptException('A conditional format rule must have a condition.');
      return run.wrap(conditionalFormatRule, { ...state });
    }),
  ),
});

/** What `newConditionalFormatRule` starts from. */
export const newRule = (): RuleState => ({ ranges: [], criteria: null, values: [], style: {} });
