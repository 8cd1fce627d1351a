import { addDays, dayOf, isDay } from '../../shared/day';
import { languageCode } from '../../shared/language-code';
import { closestWord } from '../../shared/closest-word';
import { fold, tidy, type Text } from '../../shared/text';
import { monthDayOf, type SpanUnit } from '../words';
import type { Value } from './condition';
import type { SegmentField } from './fields';
import { segmentMessages as messages } from './messages';

/** A value as its field takes it, or why it does not. */
export type ReadValue = { readonly value: Value } | { readonly problem: Text };

const refused = (problem: Text): ReadValue => ({ problem });

const CURRENCY = /^[₪$€£]\s*|\s*(?:[₪$€£]|ils|nis|usd|eur|gbp|ש"ח|ש״ח|שח)$/gi;
const NUMBER = /^[+-]?(?:\d{1,15}(?:\.\d{1,6})?|\.\d{1,6}|\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,6})?)$/;

/** A number with or without thousands, a sign and a currency sign; null where the text is none. */
export function numberOf(words: string): number | null {
  const bare = words.replace(CURRENCY, '').trim();
  return NUMBER.test(bare) ? Number(bare.replace(/,/g, '')) : null;
}

const OFFSET = /^([+-])\s?(\d{1,6})\s?(d|days?|w|weeks?|m|months?|y|years?)$/;
const AGO = /^(\d{1,6})\s?(d|days?|w|weeks?|m|months?|y|years?)\s?ago$/;
const DAYS_IN: Readonly<Record<SpanUnit, number>> = { d: 1, w: 7, m: 30, y: 365 };
const FARTHEST_DAYS = 36_500;

const unitOf = (word: string): SpanUnit => (word.startsWith('d') ? 'd' : word.startsWith('w') ? 'w' : word.startsWith('m') ? 'm' : 'y');

function dayValue(field: SegmentField, words: string): ReadValue {
  const folded = fold(words);
  if (isDay(folded)) return { value: { type: 'day', day: folded } };
  if (folded === 'today') return { value: { type: 'offset', offset: 0, unit: 'd' } };
  if (folded === 'yesterday') return { value: { type: 'offset', offset: -1, unit: 'd' } };
  const signed = OFFSET.exec(folded);
  const ago = AGO.exec(folded);
  const [count, unitWord] = signed !== null ? [Number(`${signed[1] ?? ''}${signed[2] ?? ''}`), signed[3]] : [-Number(ago?.[1]), ago?.[2]];
  if (unitWord !== undefined) {
    const unit = unitOf(unitWord);
    if (Math.abs(count) * DAYS_IN[unit] > FARTHEST_DAYS) return refused(messages.tooFar(words));
    // No -0 and one spelling of today: what is printed must parse to the same value.
    return { value: count === 0 ? { type: 'offset', offset: 0, unit: 'd' } : { type: 'offset', offset: count, unit } };
  }
  return refused(messages.wrongType(field, words, dateMeant(folded)));
}

/** What a date in another form probably is: `90d` → `-90d`, `2026-1-5` → `2026-01-05`; days and months that could be swapped are left alone. */
function dateMeant(words: string): string | null {
  if (/^\d{1,5}[dwmy]$/.test(words)) return `-${words}`;
  if (/^\d{1,4}$/.test(words)) return `-${words}d`;
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(words);
  if (iso !== null) return dayOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(words);
  if (local === null) return null;
  const [a, b, year] = [Number(local[1]), Number(local[2]), Number(local[3])];
  const [dayFirst, monthFirst] = [dayOf(year, b, a), dayOf(year, a, b)];
  return dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst ? null : (dayFirst ?? monthFirst);
}

const FLAGS: ReadonlyMap<string, boolean> = new Map([
  ...['y', 'yes', 'true', 'כן'].map((word): [string, boolean] => [word, true]),
  ...['n', 'no', 'false', 'לא'].map((word): [string, boolean] => [word, false]),
]);

/** The value that the words mean to the field. */
export function readValue(field: SegmentField, words: string, use: 'whole' | 'part'): ReadValue {
  const tidied = tidy(words);
  if (tidied === '') return refused(messages.blankValue(field));
  // `contains` looks for a piece of the text, so the piece need not be a word that the field knows.
  if (use === 'part') return { value: { type: 'text', text: tidied } };
  switch (field.kind) {
    case 'text':
    case 'list':
      return { value: { type: 'text', text: tidied } };
    case 'number': {
      const number = numberOf(tidied);
      return number === null ? refused(messages.wrongType(field, tidied, numberMeant(tidied))) : { value: { type: 'number', number: number === 0 ? 0 : number } };
    }
    case 'day':
      return dayValue(field, tidied);
    case 'flag': {
      const flag = FLAGS.get(fold(tidied));
      return flag === undefined ? refused(messages.wrongType(field, tidied, null)) : { value: { type: 'flag', flag } };
    }
    case 'choice': {
      const choice = field.choices.find((known) => fold(known) === fold(tidied));
      return choice === undefined ? refused(messages.unknownChoice(field, tidied, closestWord(tidied, field.choices))) : { value: { type: 'text', text: choice } };
    }
    case 'language': {
      const code = languageCode(tidied);
      return code === null ? refused(messages.wrongType(field, tidied, null)) : { value: { type: 'text', text: code } };
    }
    case 'monthDay': {
      const monthDay = monthDayOf(tidied);
      if (monthDay === null) return refused(messages.wrongType(field, tidied, null));
      // 2000 is a leap year: it has every date that a birthday can have.
      return { value: { type: 'text', text: (dayOf(2000, monthDay.month, monthDay.date) ?? addDays('2000-01-01', 0)).slice(5) } };
    }
  }
}

function numberMeant(words: string): string | null {
  const days = /^[+-]?(\d{1,6})\s?d(ays?)?$/i.exec(words);
  if (days !== null) return days[1] ?? null;
  const comma = /^(\d{1,9}),(\d{1,2})$/.exec(words);
  return comma === null ? null : `${comma[1] ?? ''}.${comma[2] ?? ''}`;
}
