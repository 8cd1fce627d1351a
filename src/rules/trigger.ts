import * as z from 'zod/mini';
import type { Settings } from '../settings/settings';
import type { Day } from '../shared/day';
import type { Text } from '../shared/text';
import { issueText } from './parameters';
import type { Match, Subject, WhyNot } from './rule';
import type { NamedSegment } from './segments/named';

/** The columns of CRM Rules that a trigger may read, with their headers. */
export const parameterHeaders = {
  scope: 'Scope',
  days: 'Days',
  everyNth: 'Every Nth',
  minimumValue: 'Minimum Value',
  segment: 'Segment',
  product: 'Product',
  repeatEvery: 'Repeat Every',
} as const;
export type ParameterField = keyof typeof parameterHeaders;

/** What a rule's parameter cells hold, null where blank. */
export type ParameterCells = Readonly<Record<ParameterField, string | number | null>>;

/** What reading the parameters needs besides the cells. */
export interface ParameterContext {
  readonly settings: Settings;
  /** The segment that a cell names or spells out, or what is wrong with it. */
  readonly segmentOf: (words: string) => NamedSegment | { readonly problem: Text };
}

type Shape = Readonly<Partial<Record<ParameterField, z.ZodMiniType>>>;
type Parameters<S extends Shape> = { readonly [F in keyof S]: z.infer<S[F]> };

interface Definition<S extends Shape> {
  /** As the drop-down spells it. */
  readonly name: string;
  /** What it finds and what its columns mean to it. */
  readonly help: Text;
  /** Whether Start Date binds it: events with a day of their own yes, states no. */
  readonly boundByStart: boolean;
  /** The columns that it reads, each with its schema. */
  readonly parameters: (context: ParameterContext) => S;
  /** A sentence about parameters that are each right but together can never match. */
  readonly conflict?: (parameters: Parameters<S>, settings: Settings) => Text | null;
  /** The occasions in a person up to today, oldest first; those of days before `since` may be left out. */
  readonly matches: (parameters: Parameters<S>, subject: Subject, since: Day | null) => readonly Match[];
  /** What stops it today, and when that may be over. */
  readonly whyNot: (parameters: Parameters<S>, subject: Subject) => WhyNot;
  /** Why a match made earlier no longer holds; null while it does. */
  readonly moot: (parameters: Parameters<S>, subject: Subject, occasion: string) => Text | null;
}

/** A trigger with a rule's parameters filled in. */
export interface ReadyTrigger {
  readonly matches: (subject: Subject, since: Day | null) => readonly Match[];
  readonly whyNot: (subject: Subject) => WhyNot;
  readonly moot: (subject: Subject, occasion: string) => Text | null;
}

/** What is wrong with the parameters. */
export interface ParameterTrouble {
  readonly text: Text;
  /** A needed cell is blank: nothing to complain of while the rule is off. */
  readonly missing: boolean;
}

/** What can set a rule off, whatever its parameters are. */
export interface Trigger extends Pick<Definition<Shape>, 'name' | 'help' | 'boundByStart'> {
  readonly reads: (context: ParameterContext) => readonly ParameterField[];
  /** The trigger at work, or everything that is wrong with its cells. */
  readonly prepare: (cells: ParameterCells, context: ParameterContext) => { readonly ready: ReadyTrigger } | { readonly troubles: readonly ParameterTrouble[] };
}

/** Declares a trigger once: drop-down, validation, help, preview and tests follow from the list in triggers.ts. */
export const trigger = <S extends Shape>(definition: Definition<S>): Trigger => ({
  name: definition.name,
  help: definition.help,
  boundByStart: definition.boundByStart,
  // The shape has no other keys than these.
  reads: (context) => Object.keys(definition.parameters(context)) as ParameterField[],
  prepare(cells, context) {
    const parsed = z.object(definition.parameters(context)).safeParse(cells);
    if (!parsed.success) return { troubles: parsed.error.issues.map((issue) => troubleOf(issue, cells)) };
    // zod infers the same record for each shape, which the compiler cannot follow through a generic one.
    const parameters = parsed.data as Parameters<S>;
    const conflict = definition.conflict?.(parameters, context.settings) ?? null;
    if (conflict !== null) return { troubles: [{ text: conflict, missing: false }] };
    return {
      ready: {
        matches: (subject, since) => definition.matches(parameters, subject, since),
        whyNot: (subject) => definition.whyNot(parameters, subject),
        moot: (subject, occasion) => definition.moot(parameters, subject, occasion),
      },
    };
  },
});

function troubleOf(issue: z.core.$ZodIssue, cells: ParameterCells): ParameterTrouble {
  const field = String(issue.path[0]);
  const isParameter = (name: string): name is ParameterField => name in parameterHeaders;
  if (!isParameter(field)) throw new Error(`A rule has no parameter ${field}`);
  return { text: issueText(issue, parameterHeaders[field], cells[field]), missing: cells[field] === null };
}
