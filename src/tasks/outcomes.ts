import { fold, joinTexts, type Text } from '../shared/text';
import { badCellsOf, type BadCells, type Unread } from '../sheets/bad-cells';
import { defaultOutcomes } from './default-outcomes';
import { tasksMessages } from './finishing-messages';
import { consequences, outcomesTable, type Consequence, type OutcomeSheetRow, type OutcomesTable } from './outcomes.table';

/** What can come of a contact and what follows from it. */
export interface Outcome {
  readonly name: string;
  /** Whether it sets Last Contacted and starts the cool-down. */
  readonly countsAsContact: boolean;
  readonly then: Consequence;
  /** For `try again`: task-making days to the next try. For `remind`: days to the reminder that is offered. */
  readonly days: number;
}

/** The third try without an answer completes the task. */
export const MOST_TRIES = 3;

/** A reminder or a next try lies within a year. */
const MOST_DAYS = 365;

const DEFAULT_DAYS: Readonly<Record<Consequence, number>> = { close: 0, 'try again': 2, remind: 7, 'do not contact': 0, 'wrong number': 0 };

/**
 * The outcomes of the sheet, with a problem (or null, to clear an old one) for each row. A cell that can't be read does
 * not cost the row: “No answer” with “ten” in Days must still try again, not close the task as a stranger's words would.
 */
export function parseOutcomes(rows: readonly OutcomeSheetRow[], { keyless = [], problems: unread = [] }: Unread<OutcomesTable> = {}): ParsedOutcomes {
  const outcomes = new Map<string, Outcome>();
  const badCells = badCellsOf(outcomesTable, unread);
  const problems = rows.map((row) => {
    const name = fold(row.outcome);
    if (outcomes.has(name)) return { at: row.at, problem: tasksMessages.outcomeTwice(row.outcome.trim()) };
    const { outcome, problem } = outcomeIn(row, badCells(row.at));
    outcomes.set(name, outcome);
    return { at: row.at, problem };
  });
  return { outcomes: [...outcomes.values()], problems: [...problems, ...keyless.map(({ at }) => ({ at, problem: tasksMessages.outcomeUnnamed }))] };
}

export interface ParsedOutcomes {
  readonly outcomes: readonly Outcome[];
  readonly problems: readonly { readonly at: number; readonly problem: Text | null }[];
}

/** The row as an outcome: what can't be used is as the outcome of that name comes with it, else as the manager's own words are. */
function outcomeIn(row: OutcomeSheetRow, bad: BadCells): { readonly outcome: Outcome; readonly problem: Text | null } {
  const { countsAsContact, then, days } = outcomesTable.columns;
  const usual = defaultOutcomes.find(({ outcome }) => fold(outcome) === fold(row.outcome));
  const follows = bad.has(then.header) ? (usual?.then ?? 'close') : (row.then ?? 'close');
  const wrongDays = row.days !== null && (row.days < 0 || row.days > MOST_DAYS || !Number.isInteger(row.days)) ? String(row.days) : (bad.get(days.header)?.value ?? null);
  const outcome: Outcome = {
    name: row.outcome.trim(),
    countsAsContact: bad.has(countsAsContact.header) ? (usual?.countsAsContact ?? true) : (row.countsAsContact ?? false),
    then: follows,
    days: wrongDays !== null ? (usual?.days ?? DEFAULT_DAYS[follows]) : (row.days ?? DEFAULT_DAYS[follows]),
  };
  const [badThen, badContact] = [bad.get(then.header), bad.get(countsAsContact.header)];
  const troubles = [
    ...(badThen === undefined ? [] : [tasksMessages.unknownConsequence(badThen.value, consequences.join(', '), outcome.then)]),
    ...(wrongDays === null ? [] : [tasksMessages.badDays(wrongDays, MOST_DAYS, outcome.days)]),
    ...(badContact === undefined ? [] : [tasksMessages.badContactFlag(badContact.value, outcome.countsAsContact ? 'Y' : 'N')]),
  ];
  return { outcome, problem: troubles.length === 0 ? null : joinTexts(troubles, ' ') };
}

/** The outcome of that name, or the manager's own words: those close the task and count as contact. */
export const outcomeNamed = (outcomes: readonly Outcome[], name: string): Outcome =>
  outcomes.find((outcome) => fold(outcome.name) === fold(name)) ?? { name, countsAsContact: true, then: 'close', days: 0 };
