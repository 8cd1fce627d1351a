import type { Day } from '../../shared/day';
import type { SpanUnit } from '../words';
import type { Comparison } from './comparison';
import type { FieldName } from './fields';

/** A value of a query, typed by the field that it is compared with. An offset counts from today; `{ offset: 0 }` is `today`. */
export type Value =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly number: number }
  | { readonly type: 'flag'; readonly flag: boolean }
  | { readonly type: 'day'; readonly day: Day }
  | { readonly type: 'offset'; readonly offset: number; readonly unit: SpanUnit };

/** A condition on one field. */
export type Leaf =
  | { readonly kind: 'compare'; readonly field: FieldName; readonly comparison: Comparison; readonly value: Value }
  | { readonly kind: 'in'; readonly field: FieldName; readonly values: readonly Value[] }
  | { readonly kind: 'between'; readonly field: FieldName; readonly low: Value; readonly high: Value }
  | { readonly kind: 'contains'; readonly field: FieldName; readonly value: Value }
  | { readonly kind: 'blank'; readonly field: FieldName }
  /** A flag named alone: true where it is Y; a blank flag is no. */
  | { readonly kind: 'flag'; readonly field: FieldName };

/** A parsed query. `and` and `or` have two parts or more, none of their own kind. */
export type Condition =
  | Leaf
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition };

/** The parts joined by `and` or `or`; parts of the same kind are taken up, one part stays itself. */
export function joined(kind: 'and' | 'or', parts: readonly Condition[]): Condition {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { kind, parts: flat };
}

export const not = (part: Condition): Condition => ({ kind: 'not', part });
