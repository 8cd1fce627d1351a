import { joinTexts, sameText, text, type Text } from '../../shared/text';
import { dateWords, dayWords, numberWords, quoted, spanWords } from '../words';
import type { Comparison } from './comparison';
import type { Condition, Leaf, Value } from './condition';
import { fieldOf, type SegmentField } from './fields';

const signs: Readonly<Record<Comparison, Text>> = {
  '=': text('is', 'הוא'),
  '!=': text('is not', 'אינו'),
  '<': text('is less than', 'קטן מ-'),
  '<=': text('is at most', 'הוא לכל היותר'),
  '>': text('is more than', 'גדול מ-'),
  '>=': text('is at least', 'הוא לפחות'),
};
const daySigns: Readonly<Record<Comparison, Text>> = {
  ...signs,
  '<': text('is before', 'לפני'),
  '<=': text('is on or before', 'עד'),
  '>': text('is after', 'אחרי'),
  '>=': text('is on or after', 'החל מ-'),
};

// A Hebrew prefix ends in a hyphen and is followed by its word without a blank.
const beside = (a: Text, b: Text): Text => text(`${a.en} ${b.en}`, a.he.endsWith('-') ? `${a.he}${b.he}` : `${a.he} ${b.he}`);

/** `90 days ago`, `today`, `17 May 2026`. */
function valueWords(value: Value, field: SegmentField): Text {
  switch (value.type) {
    case 'text':
      return field.kind === 'monthDay' ? dateWords(`2000-${value.text}`) : field.kind === 'choice' || field.kind === 'language' ? sameText(value.text) : quoted(value.text);
    case 'number':
      return sameText(Number.isInteger(value.number) ? numberWords(value.number) : String(value.number));
    case 'flag':
      return sameText(value.flag ? 'Y' : 'N');
    case 'day':
      return dayWords(value.day);
    case 'offset': {
      if (value.offset === 0) return text('today', 'היום');
      const span = spanWords(Math.abs(value.offset), value.unit);
      return value.offset < 0 ? text(`${span.en} ago`, `לפני ${span.he}`) : text(`${span.en} from today`, `בעוד ${span.he}`);
    }
  }
}

/** Days before today read as time passed: `last order < -90d` is “more than 90 days ago”. */
function pastWords(comparison: Comparison, value: Value): Text | null {
  if (value.type !== 'offset' || value.offset >= 0) return null;
  const span = spanWords(-value.offset, value.unit);
  switch (comparison) {
    case '<':
      return text(`is more than ${span.en} ago`, `לפני יותר מ-${span.he}`);
    case '<=':
      return text(`is at least ${span.en} ago`, `לפני ${span.he} לפחות`);
    case '>':
      return text(`is less than ${span.en} ago`, `לפני פחות מ-${span.he}`);
    case '>=':
      return text(`is at most ${span.en} ago`, `לפני ${span.he} לכל היותר`);
    default:
      return null;
  }
}

const listWords = (texts: readonly Text[]): Text => {
  const last = texts[texts.length - 1] ?? sameText('');
  if (texts.length < 2) return last;
  const rest = joinTexts(texts.slice(0, -1), ', ');
  return text(`${rest.en} or ${last.en}`, `${rest.he} או ${last.he}`);
};

function leafWords(leaf: Leaf, negative: boolean): Text {
  const field = fieldOf(leaf.field);
  const about = (asked: Text): Text => beside(sameText(field.header), asked);
  const pick = (yes: Text, no: Text): Text => (negative ? no : yes);
  switch (leaf.kind) {
    case 'compare': {
      const past = pastWords(leaf.comparison, leaf.value);
      const asked = past ?? beside((field.kind === 'day' || field.kind === 'monthDay' ? daySigns : signs)[leaf.comparison], valueWords(leaf.value, field));
      return negative ? notWords(about(asked)) : about(asked);
    }
    case 'in':
      return about(beside(pick(text('is', 'הוא'), text('is not', 'אינו')), listWords(leaf.values.map((value) => valueWords(value, field)))));
    case 'between': {
      const [low, high] = [valueWords(leaf.low, field), valueWords(leaf.high, field)];
      return about(beside(pick(text('is between', 'בין'), text('is not between', 'לא בין')), text(`${low.en} and ${high.en}`, `${low.he} ובין ${high.he}`)));
    }
    case 'contains':
      return about(beside(pick(text('contains', 'מכיל'), text('does not contain', 'אינו מכיל')), valueWords(leaf.value, field)));
    case 'blank':
      return about(pick(text('is blank', 'ריק'), text('is not blank', 'אינו ריק')));
    case 'flag':
      return about(pick(text('is Y', 'הוא Y'), text('is not Y', 'אינו Y')));
  }
}

const notWords = (inner: Text): Text => text(`not (${inner.en})`, `לא (${inner.he})`);

/** The condition as a sentence, in English and Hebrew. Headers and status words stay as they are in the sheet. */
export function describeSegment(condition: Condition): Text {
  switch (condition.kind) {
    case 'and':
      return joinWords(condition.parts.map(inBrackets), ' and ', ' וגם ');
    case 'or':
      return joinWords(condition.parts.map(inBrackets), ' or ', ' או ');
    case 'not': {
      const { part } = condition;
      switch (part.kind) {
        case 'and':
        case 'or':
        case 'not':
          return notWords(describeSegment(part));
        default:
          return leafWords(part, true);
      }
    }
    default:
      return leafWords(condition, false);
  }
}

const joinWords = (parts: readonly Text[], en: string, he: string): Text => text(parts.map((part) => part.en).join(en), parts.map((part) => part.he).join(he));

const inBrackets = (part: Condition): Text => {
  const words = describeSegment(part);
  return part.kind === 'and' || part.kind === 'or' ? text(`(${words.en})`, `(${words.he})`) : words;
};

/** A person's own value of a field, in words. */
export function cellWords(value: string | number | boolean | null, field: SegmentField): Text {
  if (value === null) return text('blank', 'ריק');
  if (typeof value === 'boolean') return sameText(value ? 'Y' : 'N');
  if (typeof value === 'number') return sameText(numberWords(value));
  return field.kind === 'day' ? dayWords(value) : quoted(value);
}
