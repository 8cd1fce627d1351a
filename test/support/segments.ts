import fc from 'fast-check';
import { comparisons } from '../../src/rules/segments/comparison';
import { joined, not, type Condition, type Leaf, type Value } from '../../src/rules/segments/condition';
import { segmentFields, type SegmentField } from '../../src/rules/segments/fields';
import { addDays } from '../../src/shared/day';
import { tidy } from '../../src/shared/text';

const someText = fc
  .oneof(fc.constantFrom('wholesale', 'Wine club', 'בע"מ', 'and', 'a \\ b', 'ends with "', '"', '1,000', "O'Brien", '(x)', 'is blank'), fc.string({ minLength: 1, maxLength: 20 }))
  .map(tidy)
  .filter((words) => words !== '');

const offset = fc
  .record({ offset: fc.integer({ min: -99, max: 99 }), unit: fc.constantFrom('d' as const, 'w' as const, 'm' as const, 'y' as const) })
  .map(({ offset: count, unit }): Value => (count === 0 ? { type: 'offset', offset: 0, unit: 'd' } : { type: 'offset', offset: count, unit }));
const day = fc.integer({ min: 0, max: 20_000 }).map((count): Value => ({ type: 'day', day: addDays('1990-01-01', count) }));

/** A value that the field takes. */
function someValue(field: SegmentField): fc.Arbitrary<Value> {
  const asText = (words: string): Value => ({ type: 'text', text: words });
  switch (field.kind) {
    case 'text':
    case 'list':
      return someText.map(asText);
    case 'choice':
      return fc.constantFrom(...field.choices).map(asText);
    case 'language':
      return fc.constantFrom('HE', 'EN', 'JA').map(asText);
    case 'monthDay':
      return fc.integer({ min: 0, max: 365 }).map((count) => asText(addDays('2000-01-01', count).slice(5)));
    case 'flag':
      return fc.boolean().map((flag): Value => ({ type: 'flag', flag }));
    case 'number':
      return fc.oneof(fc.integer({ min: -5000, max: 5_000_000 }), fc.integer({ min: 0, max: 999_999 }).map((cents) => cents / 100)).map((number): Value => ({ type: 'number', number }));
    case 'day':
      return fc.oneof(offset, day);
  }
}

const order = (value: Value): string | number => (value.type === 'number' ? value.number : value.type === 'day' ? value.day : 0);

function someLeafOn(field: SegmentField): fc.Arbitrary<Leaf> {
  const value = someValue(field);
  const leaves: fc.Arbitrary<Leaf>[] = [fc.constant<Leaf>({ kind: 'blank', field: field.name })];
  const signs = comparisons.filter((sign) => field.operators.includes(sign));
  leaves.push(fc.record({ kind: fc.constant('compare' as const), field: fc.constant(field.name), comparison: fc.constantFrom(...signs), value }));
  if (field.kind === 'flag') leaves.push(fc.constant<Leaf>({ kind: 'flag', field: field.name }));
  if (field.operators.includes('in')) leaves.push(fc.record({ kind: fc.constant('in' as const), field: fc.constant(field.name), values: fc.array(value, { minLength: 1, maxLength: 4 }) }));
  if (field.operators.includes('contains')) {
    leaves.push(fc.record({ kind: fc.constant('contains' as const), field: fc.constant(field.name), value: someText.map((words): Value => ({ type: 'text', text: words })) }));
  }
  if (field.operators.includes('between')) {
    leaves.push(
      fc.tuple(value, value).map(([a, b]): Leaf => {
        const swap = a.type === b.type && order(a) > order(b);
        return { kind: 'between', field: field.name, low: swap ? b : a, high: swap ? a : b };
      }),
    );
  }
  return fc.oneof(...leaves);
}

/** Any condition on one field. */
export const someLeaf: fc.Arbitrary<Leaf> = fc.oneof(...segmentFields.map(someLeafOn));

/** Any query that the language can say. */
export const someCondition: fc.Arbitrary<Condition> = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    someLeaf,
    tie('condition').map(not),
    fc.tuple(fc.constantFrom('and' as const, 'or' as const), fc.array(tie('condition'), { minLength: 2, maxLength: 4 })).map(([kind, parts]) => joined(kind, parts)),
  ),
})).condition;
