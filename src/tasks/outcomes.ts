import type { Text } from '../shared/text';
import { fold } from '../shared/text';
import { tasksMessages } from './finishing-messages';
import { consequences, type Consequence, type OutcomeSheetRow } from './outcomes.table';

/** What can come of a contact and what follows from it. */
export interface Outcome {
  readonly name: string;
  /** Whether it sets Last Contacted and starts the cool-down. */
  readonly countsAsContact: boolean;
  readonly then: Consequence;
  /** For `try again`: task-making days to the next try. For `remind`: days to the reminder that is offered. */
  readonly days: number;
}

/** The outcomes that come with the CRM, as rows of CRM Outcomes. */
export const defaultOutcomes = [
  { outcome: 'Reached', countsAsContact: true, then: 'close', days: null },
  { outcome: 'Message sent', countsAsContact: true, then: 'close', days: null },
  { outcome: 'Left message', countsAsContact: true, then: 'close', days: null },
  { outcome: 'Wants to order', countsAsContact: true, then: 'remind', days: 7 },
  { outcome: 'No answer', countsAsContact: false, then: 'try again', days: 2 },
  { outcome: 'Not interested', countsAsContact: true, then: 'do not contact', days: null },
  { outcome: 'Wrong number', countsAsContact: false, then: 'wrong number', days: null },
] as const;

/** The third try without an answer completes the task. */
export const MOST_TRIES = 3;

const DEFAULT_DAYS: Readonly<Record<Consequence, number>> = { close: 0, 'try again': 2, remind: 7, 'do not contact': 0, 'wrong number': 0 };

/** The outcomes of the sheet, with a problem (or null, to clear an old one) for each row. */
export function parseOutcomes(rows: readonly OutcomeSheetRow[]): { outcomes: Outcome[]; problems: { at: number; problem: Text | null }[] } {
  const outcomes = new Map<string, Outcome>();
  const problems = rows.map((row) => {
    const name = fold(row.outcome);
    const problem = problemOf(row, outcomes.has(name));
    if (problem === null) {
      const then = row.then ?? 'close';
      outcomes.set(name, { name: row.outcome.trim(), countsAsContact: row.countsAsContact ?? false, then, days: row.days ?? DEFAULT_DAYS[then] });
    }
    return { at: row.at, problem };
  });
  return { outcomes: [...outcomes.values()], problems };
}

function problemOf(row: OutcomeSheetRow, seen: boolean): Text | null {
  if (seen) return tasksMessages.outcomeTwice(row.outcome);
  if (row.then !== null && !consequences.includes(row.then)) return tasksMessages.unknownConsequence(consequences.join(', '));
  if (row.days !== null && (row.days < 0 || !Number.isInteger(row.days))) return tasksMessages.badDays;
  return null;
}

/** The outcome of that name, or the manager's own words: those close the task and count as contact. */
export const outcomeNamed = (outcomes: readonly Outcome[], name: string): Outcome =>
  outcomes.find((outcome) => fold(outcome.name) === fold(name)) ?? { name, countsAsContact: true, then: 'close', days: 0 };
