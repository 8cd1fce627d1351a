import { comparisons, type Comparison } from '../../rules/segments/comparison';
import { joined, not, type Condition, type Leaf } from '../../rules/segments/condition';
import { fieldOf, type FieldName } from '../../rules/segments/fields';
import { plainValue, printSegment } from '../../rules/segments/print';
import { readValue } from '../../rules/segments/values';
import { tidy, type Text } from '../../shared/text';

/** One row of the builder: field, operator as a query spells it, and what is typed beside them. */
export interface SegmentRow {
  readonly field: FieldName;
  readonly operator: string;
  readonly value: string;
  /** The upper end of `between`; '' for all other operators. */
  readonly high: string;
}

/** A row that means something, or why it does not yet. */
export type ReadRow = { readonly condition: Condition } | { readonly problem: Text };

/** How many values an operator takes. */
export const valuesOf = (operator: string): 0 | 1 | 2 => (operator.startsWith('is ') ? 0 : operator === 'between' ? 2 : 1);

/** What a row asks. */
export function conditionOf({ field, operator, value, high }: SegmentRow): ReadRow {
  const about = fieldOf(field);
  const blank: Condition = { kind: 'blank', field };
  if (operator === 'is blank') return { condition: blank };
  if (operator === 'is not blank') return { condition: not(blank) };
  const part = operator === 'contains' || operator === 'not contains';
  if (operator === 'in') {
    const read = value.split(/[,;]/).filter((words) => tidy(words) !== '').map((words) => readValue(about, words, 'whole'));
    const bad = read.find((one) => 'problem' in one) ?? (read.length === 0 ? readValue(about, '', 'whole') : undefined);
    if (bad !== undefined && 'problem' in bad) return bad;
    return { condition: { kind: 'in', field, values: read.flatMap((one) => ('value' in one ? [one.value] : [])) } };
  }
  const first = readValue(about, value, part ? 'part' : 'whole');
  if ('problem' in first) return first;
  if (operator === 'between') {
    const last = readValue(about, high, 'whole');
    return 'problem' in last ? last : { condition: { kind: 'between', field, low: first.value, high: last.value } };
  }
  if (part) {
    const contains: Condition = { kind: 'contains', field, value: first.value };
    return { condition: operator === 'contains' ? contains : not(contains) };
  }
  const comparison = comparisons.find((one) => one === operator) ?? '=';
  return { condition: { kind: 'compare', field, comparison, value: first.value } };
}

/** The query that the rows which mean something write together; '' where none does. */
export function queryOfRows(rows: readonly SegmentRow[], link: 'and' | 'or'): string {
  const conditions = rows.map(conditionOf).flatMap((row) => ('condition' in row ? [row.condition] : []));
  return conditions.length === 0 ? '' : printSegment(joined(link, conditions));
}

/** The rows that say the same as a condition; null where rows can't: brackets, `and` with `or`. */
export function rowsOfCondition(condition: Condition): { readonly rows: readonly SegmentRow[]; readonly link: 'and' | 'or' } | null {
  const parts = condition.kind === 'and' || condition.kind === 'or' ? condition.parts : [condition];
  const rows: SegmentRow[] = [];
  for (const part of parts) {
    const row = rowOf(part);
    if (row === null) return null;
    rows.push(row);
  }
  return { rows, link: condition.kind === 'or' ? 'or' : 'and' };
}

function rowOf(condition: Condition): SegmentRow | null {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return null;
    case 'not':
      if (condition.part.kind === 'blank') return row(condition.part, 'is not blank');
      return condition.part.kind === 'contains' ? row(condition.part, 'not contains', plainValue(condition.part.value)) : null;
    case 'blank':
      return row(condition, 'is blank');
    case 'flag':
      return row(condition, '=', 'Y');
    case 'contains':
      return row(condition, 'contains', plainValue(condition.value));
    case 'between':
      return row(condition, 'between', plainValue(condition.low), plainValue(condition.high));
    case 'in':
      // A comma inside a value would part it in two.
      return condition.values.some((value) => /[,;]/.test(plainValue(value))) ? null : row(condition, 'in', condition.values.map(plainValue).join(', '));
    case 'compare':
      return row(condition, condition.comparison satisfies Comparison, plainValue(condition.value));
  }
}

const row = ({ field }: Leaf, operator: string, value = '', high = ''): SegmentRow => ({ field, operator, value, high });

/** What a row starts as once its field is chosen. */
export const freshRow = (field: FieldName): SegmentRow => {
  const { operators, choices, kind } = fieldOf(field);
  const operator = kind === 'number' && operators.includes('>=') ? '>=' : kind === 'day' ? '<' : kind === 'list' ? 'contains' : (operators[0] ?? '=');
  return { field, operator, value: choices[0] ?? (kind === 'flag' ? 'Y' : ''), high: '' };
};
