import type { Condition, Value } from './condition';
import { fieldOf, type FieldName } from './fields';

/** A word that no reader could take for anything else. Hyphens and dots occur in names and addresses. */
const PLAIN = /^[\p{L}\p{N}_@][\p{L}\p{N}_@.+-]*$/u;
const KEYWORDS = ['and', 'or', 'not', 'in', 'is', 'between', 'contains', 'does', 'blank', 'empty'];

/** What would end a text in quotes: a quote that no letter follows. A backslash, which would hide one. */
const CLOSING = /\\|["“”„‟״″«»](?=$|[ (),=<>≠≤≥])/g;

const textOf = (words: string): string =>
  PLAIN.test(words) && !KEYWORDS.includes(words.toLowerCase()) ? words : `"${words.replace(CLOSING, '\\$&')}"`;

const valueOf = (value: Value): string => (value.type === 'text' ? textOf(value.text) : plainValue(value));

/** A value as a person would type it into a field of its own: text without quotes. */
export function plainValue(value: Value): string {
  switch (value.type) {
    case 'text':
      return value.text;
    case 'number':
      return String(value.number);
    case 'flag':
      return value.flag ? 'Y' : 'N';
    case 'day':
      return value.day;
    case 'offset':
      return value.offset === 0 ? 'today' : `${value.offset > 0 ? '+' : ''}${value.offset}${value.unit}`;
  }
}

const nameOf = (field: FieldName): string => fieldOf(field).header.toLowerCase();

/** The query as text; parsing it gives the same condition again. */
export function printSegment(condition: Condition): string {
  switch (condition.kind) {
    case 'and':
      return condition.parts.map((part) => (part.kind === 'or' ? `(${printSegment(part)})` : printSegment(part))).join(' and ');
    case 'or':
      return condition.parts.map(printSegment).join(' or ');
    case 'not':
      return condition.part.kind === 'blank' ? `${nameOf(condition.part.field)} is not blank` : `not ${inner(condition.part)}`;
    case 'compare':
      return `${nameOf(condition.field)} ${condition.comparison} ${valueOf(condition.value)}`;
    case 'in':
      return `${nameOf(condition.field)} in (${condition.values.map(valueOf).join(', ')})`;
    case 'between':
      return `${nameOf(condition.field)} between ${valueOf(condition.low)} and ${valueOf(condition.high)}`;
    case 'contains':
      return `${nameOf(condition.field)} contains ${valueOf(condition.value)}`;
    case 'blank':
      return `${nameOf(condition.field)} is blank`;
    case 'flag':
      return nameOf(condition.field);
  }
}

const inner = (part: Condition): string => (part.kind === 'and' || part.kind === 'or' ? `(${printSegment(part)})` : printSegment(part));
