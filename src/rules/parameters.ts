import * as z from 'zod/mini';
import { closestWord } from '../shared/closest-word';
import { foldHeader, tidy, type Text } from '../shared/text';
import { rulesMessages as messages } from './messages';
import { scopes, type Scope } from './scopes';
import type { NamedSegment } from './segments/named';

const MOST_DAYS = 3650;

/** A needed whole number of days. */
export const days = (least = 0): z.ZodMiniType<number> => z.int().check(z.minimum(least), z.maximum(MOST_DAYS));

/** A whole number of at least `least`, or blank. */
export const optionalDays = (least = 0): z.ZodMiniType<number | null> => z.nullable(days(least));

/** A needed whole number of days, from 1 to `most`. */
export const daysAhead = (most: number): z.ZodMiniType<number> => z.int().check(z.minimum(1), z.maximum(most));

/** Whole days before a yearly date; blank = on the day. */
export const daysBefore = (): z.ZodMiniType<number> =>
  z.pipe(
    z.nullable(z.int().check(z.minimum(0), z.maximum(366))),
    z.transform((value) => value ?? 0),
  );

/** An amount that is not negative, or blank. */
export const optionalAmount = (): z.ZodMiniType<number | null> => z.nullable(z.number().check(z.minimum(0)));

/** Needed words, tidied. */
export const someWords = (): z.ZodMiniType<string> => z.pipe(z.string(), z.transform(tidy));

/** A value made from a cell, or a sentence about what is wrong with the cell. */
function read<T>(make: (words: string | null) => T | { readonly problem: Text }): z.ZodMiniType<T> {
  const schema = z.pipe(
    z.nullable(z.string()),
    z.transform((words, payload) => {
      const made = make(words);
      if (typeof made !== 'object' || made === null || !('problem' in made)) return made;
      payload.issues.push({ code: 'custom', input: words, params: { text: made.problem } });
      return z.NEVER;
    }),
  );
  // What has a problem never comes out of the transform, so that only T does.
  return schema as z.ZodMiniType<T>;
}

/** A word of the Scope column; blank = every order. */
export const scope = (): z.ZodMiniType<Scope> =>
  read<Scope>((words) => {
    if (words === null) return 'Every order';
    return scopes.find((known) => foldHeader(known) === foldHeader(words)) ?? { problem: messages.unknownScope(words, closestWord(words, scopes)) };
  });

/** The segment that a needed cell names or spells out. */
export const segment = (segmentOf: (words: string) => NamedSegment | { readonly problem: Text }): z.ZodMiniType<NamedSegment> =>
  read<NamedSegment>((words) => (words === null ? { problem: messages.missing('Segment') } : segmentOf(words)));

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'en' in value && 'he' in value;

/** What zod found wrong with a cell, as a sentence that names the column and the cure. */
export function issueText(issue: z.core.$ZodIssue, header: string, cell: string | number | null): Text {
  if (cell === null) return messages.missing(header);
  switch (issue.code) {
    case 'custom': {
      const said: unknown = issue.params?.['text'];
      return isText(said) ? said : messages.notANumber(header, cell);
    }
    case 'too_small':
      return messages.tooSmall(header, cell, Number(issue.minimum));
    case 'too_big':
      return messages.tooBig(header, cell, Number(issue.maximum));
    default:
      return typeof cell === 'number' ? messages.notWhole(header, cell) : messages.notANumber(header, cell);
  }
}
