import { closestWord } from '../../shared/closest-word';
import { fold, foldHeader, tidy, type Text } from '../../shared/text';
import { rulesMessages as messages } from '../messages';
import type { SegmentRow } from '../segments.table';
import type { Condition } from './condition';
import { parseSegment, type ParsedSegment } from './parse';

/** A segment that a rule or a person refers to, by its name or spelled out. */
export interface NamedSegment {
  /** Its name in CRM Segments, else the query. */
  readonly title: string;
  readonly condition: Condition;
}

/** A row of CRM Segments that has a name and a query. */
interface Known {
  readonly name: string;
  readonly query: string;
}

/** How to find a segment by the words of a cell: a name of CRM Segments first, else a query. */
export function segmentFinder(rows: readonly Pick<SegmentRow, 'name' | 'query'>[]): (words: string) => NamedSegment | { readonly problem: Text } {
  const known = new Map<string, Known>();
  for (const { name, query } of rows) {
    if (tidy(name) !== '' && !known.has(fold(name))) known.set(fold(name), { name: tidy(name), query: query ?? '' });
  }
  const parsed = new Map<string, ParsedSegment>();
  const parse = (query: string): ParsedSegment => {
    const found = parsed.get(query) ?? parseSegment(query);
    parsed.set(query, found);
    return found;
  };
  return (words) => {
    const row = known.get(fold(words));
    if (row !== undefined) {
      const { name, query } = row;
      const found = parse(query);
      return found.ok ? { title: name, condition: found.condition } : { problem: messages.namedSegmentBad(name, found.sentence) };
    }
    const found = parse(words);
    if (found.ok) return { title: tidy(words), condition: found.condition };
    return { problem: looksLikeName(words) ? messages.unknownSegment(words, nearName(words, [...known.values()])) : found.text };
  };
}

// A query has a comparison or one of these words; anything else was probably meant as a name.
const looksLikeName = (words: string): boolean => !/[=<>≤≥≠"“”]/.test(words) && !/\b(?:is|in|not|between|contains|and|or)\b/i.test(words) && foldHeader(words) !== '';

const nearName = (words: string, known: readonly Known[]): string | null => closestWord(words, known.map(({ name }) => name));
