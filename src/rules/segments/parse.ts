import { closestWord } from '../../shared/closest-word';
import { fold, tidy } from '../../shared/text';
import { comparisons, type Comparison } from './comparison';
import { joined, not, type Condition, type Value } from './condition';
import { fieldNamed, fieldNames, MOST_WORDS, type SegmentField } from './fields';
import { segmentMessages as messages } from './messages';
import { tokensOf, type Token } from './tokens';
import { readValue } from './values';
import { withCaret, wrong, type Wrong } from './wrong';
import type { Text } from '../../shared/text';

/** A query understood, or the one thing that stops it. */
export type ParsedSegment =
  | { readonly ok: true; readonly condition: Condition }
  | {
      readonly ok: false;
      /** What is wrong and what to write instead, in one sentence. */
      readonly sentence: Text;
      /** The sentence, the line and a caret under the place. */
      readonly text: Text;
      /** The place in the tidied line, from 0. */
      readonly at: number;
    };

const DEEPEST = 40;
const OPERATOR_WORDS = ['is', 'in', 'not', 'between', 'contains', 'does'];
const CONTAINS = ['contains', 'contain', 'containing'];
const BLANK = ['blank', 'empty'];

type Found<T> = T | Wrong;
const isWrong = <T extends object>(found: Found<T>): found is Wrong => 'kind' in found && found.kind === 'wrong';

/** Understands one line of query, whole or not at all: see the help of CRM Segments for its words. */
export function parseSegment(query: string): ParsedSegment {
  const line = tidy(query);
  const tokens = line === '' ? wrong(messages.empty, 0, 0) : tokensOf(line);
  const found = 'kind' in tokens ? tokens : parseTokens(tokens);
  return isWrong(found) ? { ok: false, sentence: found.text, text: withCaret(found, line), at: found.at } : { ok: true, condition: found };
}

const wrongAt = (token: Token, text: Text): Wrong => wrong(text, token.at, token.end);
const isWord = (token: Token, ...words: readonly string[]): boolean => token.kind === 'word' && words.includes(fold(token.text));
const isSymbol = (token: Token, symbol: string): boolean => token.kind === 'symbol' && token.text === symbol;

function parseTokens(tokens: readonly Token[]): Found<Condition> {
  let place = 0;
  // tokensOf ends every line with an `end`, which is never passed.
  const end = tokens[tokens.length - 1] ?? { kind: 'end', text: '', at: 0, end: 0 };
  const peek = (ahead = 0): Token => tokens[place + ahead] ?? end;
  const take = (): Token => {
    const token = peek();
    place += 1;
    return token;
  };

  const chain = (word: 'and' | 'or', part: (depth: number) => Found<Condition>, depth: number): Found<Condition> => {
    const parts: Condition[] = [];
    do {
      const next = part(depth);
      if (isWrong(next)) return next;
      parts.push(next);
    } while (isWord(peek(), word) && take());
    return joined(word, parts);
  };
  const anyOf = (depth: number): Found<Condition> => chain('or', allOf, depth);
  const allOf = (depth: number): Found<Condition> => chain('and', one, depth);

  const one = (depth: number): Found<Condition> => {
    const token = peek();
    if (depth > DEEPEST) return wrongAt(token, messages.tooDeep);
    const named = fieldHere();
    if (named !== null) {
      place += named.words;
      return about(named.field);
    }
    if (isWord(token, 'not')) {
      take();
      const part = one(depth + 1);
      return isWrong(part) ? part : not(part);
    }
    if (isSymbol(token, '(')) {
      take();
      const inner = anyOf(depth + 1);
      if (isWrong(inner)) return inner;
      return isSymbol(peek(), ')') ? (take(), inner) : stray(messages.bracketExpected);
    }
    return noField();
  };

  /** The longest field name that begins here. */
  const fieldHere = (from = 0): { readonly field: SegmentField; readonly words: number } | null => {
    if (peek(from).kind === 'quoted') {
      const field = fieldNamed(peek(from).text);
      return field === undefined ? null : { field, words: 1 };
    }
    for (let words = MOST_WORDS; words >= 1; words -= 1) {
      const run = tokens.slice(place + from, place + from + words);
      if (run.length < words || run.some((token) => token.kind !== 'word')) continue;
      const field = fieldNamed(run.map((token) => token.text).join(' '));
      if (field !== undefined) return { field, words };
    }
    return null;
  };

  const noField = (): Wrong => {
    const first = peek();
    if (first.kind === 'end' || first.kind === 'symbol' || isWord(first, 'and', 'or')) return wrongAt(first, messages.fieldExpected(first.text));
    let words = first.text;
    let last = first;
    for (let ahead = 1; peek(ahead).kind === 'word' && ahead < 6 && !isWord(peek(ahead), 'and', 'or', ...OPERATOR_WORDS); ahead += 1) {
      last = peek(ahead);
      words += ` ${last.text}`;
    }
    return wrong(messages.unknownField(words, closestWord(words, fieldNames) ?? closestWord(first.text, fieldNames)), first.at, last.end);
  };

  /** What is asked about a field, whose name has just been passed. */
  const about = (field: SegmentField): Found<Condition> => {
    const token = peek();
    if (token.kind === 'symbol' && isComparison(token.text)) {
      take();
      return compared(field, token.text, token);
    }
    if (isWord(token, 'is')) {
      take();
      const negative = isWord(peek(), 'not') && take() !== undefined;
      if (isWord(peek(), ...BLANK)) {
        take();
        return settled({ kind: 'blank', field: field.name }, negative);
      }
      if (isWord(peek(), 'in', 'between')) return worded(field, negative);
      return compared(field, negative ? '!=' : '=', token);
    }
    if (isWord(token, 'not') && isWord(peek(1), 'in', 'between', ...CONTAINS)) {
      take();
      return worded(field, true);
    }
    if (isWord(token, 'does') && isWord(peek(1), 'not') && isWord(peek(2), ...CONTAINS)) {
      place += 2;
      return worded(field, true);
    }
    if (isWord(token, 'in', 'between', ...CONTAINS)) return worded(field, false);
    const over = token.kind === 'end' || isSymbol(token, ')') || isWord(token, 'and', 'or');
    if (field.kind === 'flag' && over) return { kind: 'flag', field: field.name };
    return wrongAt(token, messages.operatorExpected(field, token.text, over ? null : closestWord(token.text, [...field.operators, 'is blank'])));
  };

  const settled = (condition: Condition, negative: boolean): Condition => (negative ? not(condition) : condition);

  const fits = (field: SegmentField, operator: string): boolean => field.operators.includes(operator);

  const compared = (field: SegmentField, comparison: Comparison, token: Token): Found<Condition> => {
    if (!fits(field, comparison)) return wrongAt(token, messages.operatorUnfit(field, comparison));
    const value = valueOf(field);
    return isWrong(value) ? value : { kind: 'compare', field: field.name, comparison, value: value.value };
  };

  /** `in`, `between` and `contains`, at their word. */
  const worded = (field: SegmentField, negative: boolean): Found<Condition> => {
    const token = take();
    const operator = isWord(token, ...CONTAINS) ? 'contains' : fold(token.text);
    if (!fits(field, operator)) return wrongAt(token, messages.operatorUnfit(field, operator));
    const found = operator === 'in' ? listed(field) : operator === 'between' ? spanned(field) : containing(field);
    return isWrong(found) ? found : settled(found, negative);
  };

  const containing = (field: SegmentField): Found<Condition> => {
    const value = valueOf(field, 'part');
    return isWrong(value) ? value : { kind: 'contains', field: field.name, value: value.value };
  };

  const spanned = (field: SegmentField): Found<Condition> => {
    const first = peek();
    const low = valueOf(field);
    if (isWrong(low)) return low;
    if (!isWord(peek(), 'and')) return wrongAt(peek(), messages.betweenExpected);
    take();
    const high = valueOf(field);
    if (isWrong(high)) return high;
    return isBackwards(low.value, high.value) ? wrongAt(first, messages.backwards) : { kind: 'between', field: field.name, low: low.value, high: high.value };
  };

  const listed = (field: SegmentField): Found<Condition> => {
    if (!isSymbol(peek(), '(')) return wrongAt(peek(), messages.listExpected);
    take();
    const values: Value[] = [];
    do {
      const several = splitByComma(field);
      if (isWrong(several)) return several;
      values.push(...several);
    } while (isSymbol(peek(), ',') && take());
    return isSymbol(peek(), ')') ? (take(), { kind: 'in', field: field.name, values }) : stray(messages.bracketExpected);
  };

  /** One value of a list, or several that were written without blanks: `(1,2,3)`. */
  const splitByComma = (field: SegmentField): Found<readonly Value[]> => {
    const token = peek();
    if (token.kind !== 'word' || !/^[^,]*\d,\d/.test(token.text)) {
      const value = valueOf(field);
      return isWrong(value) ? value : [value.value];
    }
    if (field.kind === 'number' && /\d,\d{3}(?!\d)/.test(token.text)) return wrongAt(token, messages.commaUnclear(token.text));
    take();
    const values: Value[] = [];
    for (const words of token.text.split(',')) {
      const read = readValue(field, words, 'whole');
      if ('problem' in read) return wrongAt(token, read.problem);
      values.push(read.value);
    }
    return values;
  };

  /** The value here: a text in quotes, or words up to `and`, `or`, a bracket or a comma. */
  const valueOf = (field: SegmentField, use: 'whole' | 'part' = 'whole'): Found<{ readonly value: Value }> => {
    const first = peek();
    if (first.kind === 'end' || first.kind === 'symbol' || isWord(first, 'and', 'or')) return wrongAt(first, messages.valueExpected(field));
    const words: Token[] = [take()];
    while (first.kind === 'word' && peek().kind === 'word' && !isWord(peek(), 'and', 'or')) words.push(take());
    const forgotten = first.kind === 'word' ? nextConditionIn(words) : null;
    if (forgotten !== null) return wrongAt(forgotten, messages.andForgotten(forgotten.text));
    const operator = words.slice(1).find((token) => isWord(token, ...OPERATOR_WORDS));
    if (operator !== undefined) return wrongAt(operator, messages.quoteTheValue(operator.text));
    const last = words[words.length - 1] ?? first;
    const read = readValue(field, words.map((token) => token.text).join(' '), use);
    if (!('problem' in read)) return read;
    // The first word alone would do: the rest is what does not belong.
    const second = words[1];
    if (second !== undefined && !('problem' in readValue(field, first.text, use))) return wrong(messages.leftover(second.text), second.at, last.end);
    return wrong(read.problem, first.at, last.end);
  };

  /** Where a field begins among the words of a value, with a comparison right after it: an `and` was forgotten. */
  const nextConditionIn = (words: readonly Token[]): Token | null => {
    for (let i = 1; i < words.length; i += 1) {
      const ahead = i - words.length;
      const named = fieldHere(ahead);
      if (named === null) continue;
      const after = peek(ahead + named.words);
      if ((after.kind === 'symbol' && isComparison(after.text)) || isWord(after, 'is', 'in', 'between', ...CONTAINS)) return words[i] ?? null;
    }
    return null;
  };

  /** What stands where the query should go on or end. */
  const stray = (expected: Text): Wrong => {
    const token = peek();
    if (token.kind === 'end') return wrongAt(token, expected);
    return wrongAt(token, token.kind === 'symbol' ? messages.leftover(token.text) : fieldHere() === null ? messages.leftover(token.text) : messages.andForgotten(token.text));
  };

  const whole = anyOf(0);
  if (isWrong(whole) || peek().kind === 'end') return whole;
  return stray(messages.leftover(''));
}

const isComparison = (symbol: string): symbol is Comparison => comparisons.some((comparison) => comparison === symbol);

/** Whether two plain values are in the wrong order; a span of birthdays may go over the new year, offsets are put in order. */
function isBackwards(low: Value, high: Value): boolean {
  if (low.type === 'number' && high.type === 'number') return low.number > high.number;
  return low.type === 'day' && high.type === 'day' && low.day > high.day;
}
