import type { DropDown } from '../../workbook/model';
import { emulation, methodsOf, SELF, type Emulation } from '../kit/emulation';
import { NotEmulated, ScriptException } from '../kit/exception';
import { either, flag, listOf, number, orNothing, text } from '../kit/shape';
import { validationCriteria } from './enums';

interface Draft {
  values: readonly string[] | null;
  checkbox: boolean;
  allowInvalid: boolean;
  help: string | null;
}

const built = methodsOf<DropDown>();

/** A drop-down or a checkbox; the only kinds of validation that the local host has. */
export const dataValidation: Emulation<DropDown> = emulation<DropDown>('SpreadsheetApp.DataValidation', 'spreadsheets', {
  getAllowInvalid: built.free(built.takes([], (rule) => rule.allowInvalid)),
  getHelpText: built.free(built.takes([], (rule) => rule.help)),
  getCriteriaType: built.free(built.takes([], (rule) => validationCriteria.member(rule.checkbox ? 'CHECKBOX' : 'VALUE_IN_LIST'))),
  getCriteriaValues: built.free(built.takes([], (rule) => (rule.checkbox ? [] : [rule.values, true]))),
  copy: built.free(built.takes([], (rule, run) => run.wrap(dataValidationBuilder, { ...rule, values: rule.checkbox ? null : rule.values }))),
});

const draft = methodsOf<Draft>();
const item = either(text, either(number, flag));

const listed = (rule: Draft, values: readonly (string | number | boolean)[]): typeof SELF => {
  if (values.length > 500) throw new ScriptException('A drop-down takes at most 500 values.');
  rule.values = values.map((value) => (typeof value === 'boolean' ? String(value).toUpperCase() : String(value)));
  rule.checkbox = false;
  return SELF;
};

/** Builds a drop-down or a checkbox; invalid values are allowed unless told otherwise. */
export const dataValidationBuilder: Emulation<Draft> = emulation<Draft>('SpreadsheetApp.DataValidationBuilder', 'spreadsheets', {
  requireValueInList: draft.free(
    draft.takes([listOf(item)], (rule, _run, values) => listed(rule, values)),
    draft.takes([listOf(item), flag], (rule, _run, values) => listed(rule, values)),
  ),
  requireCheckbox: draft.free(
    draft.takes([], (rule) => {
      rule.checkbox = true;
      rule.values = null;
      return SELF;
    }),
  ),
  setAllowInvalid: draft.free(
    draft.takes([flag], (rule, _run, allow) => {
      rule.allowInvalid = allow;
      return SELF;
    }),
  ),
  setHelpText: draft.free(
    draft.takes([orNothing(text)], (rule, _run, help) => {
      rule.help = help;
      return SELF;
    }),
  ),
  build: draft.free(
    draft.takes([], ({ values, checkbox, allowInvalid, help }, run) => {
      if (values === null && !checkbox) throw new NotEmulated('A DataValidation without a list of values or a checkbox');
      return run.wrap(dataValidation, { values: values ?? [], checkbox, allowInvalid, help });
    }),
  ),
});

/** What `newDataValidation` starts from. */
export const newDraft = (): Draft => ({ values: null, checkbox: false, allowInvalid: true, help: null });
