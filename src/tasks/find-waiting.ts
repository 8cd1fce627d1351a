import type { Match, Rule } from '../rules/rule';
import { taskTypeOf, type TaskType } from '../rules/task-types';
import type { Settings } from '../settings/settings';
import { addDays, daysBetween, type Day } from '../shared/day';
import { lastDayOf, startOf, type Waiting } from './laws';
import type { OpenLedger } from './ledger';
import type { LedgerEntry } from './ledger.table';
import { subjectOf } from './night-input';
import { ledgerKeyOf, taskIdOf } from './occasion';
import type { Person } from './people';
import { isAutoEnded, isUntouched, wasReopened } from './task-state';
import type { TaskSheetRow } from './tasks.table';

export interface Finding {
  readonly rules: readonly Rule[];
  /** Each rule's type, looked up once. */
  readonly typeOf: ReadonlyMap<Rule, TaskType>;
  readonly ledger: OpenLedger;
  /** Tasks by id. */
  readonly tasks: ReadonlyMap<string, TaskSheetRow>;
  readonly archivedIds: ReadonlySet<string>;
  readonly settings: Settings;
  readonly today: Day;
}

/** A match whose occasion has been settled, with the line that says so. */
export interface SettledMatch {
  readonly rule: Rule;
  readonly match: Match;
  readonly line: LedgerEntry;
}

/** What the rules find in a person. */
export interface Found {
  readonly waiting: readonly Waiting[];
  readonly settled: readonly SettledMatch[];
  /** Rules with a match whose time has not run out, settled or not: what `Matches now` counts. */
  readonly matching: readonly Rule[];
}

/** Asks every rule about the person and parts what waits from what is settled; the rules' order does not matter. */
export function findWaiting(person: Person, { rules, typeOf, ledger, tasks, archivedIds, settings, today }: Finding): Found {
  const subject = subjectOf(person, { today, settings });
  const waiting: Waiting[] = [];
  const settled: SettledMatch[] = [];
  const matching: Rule[] = [];
  for (const rule of rules) {
    const start = startOf(rule, today);
    let isMatching = false;
    for (const match of rule.matchesIn(subject, historyBefore(rule, start, today))) {
      if (match.day > today) continue;
      const last = lastDayOf(rule, match);
      const over = last !== null && last < today;
      const beforeStart = start !== null && match.day < start;
      // History: before the rule began, and over. Nobody waits for it and nobody missed it.
      if (over && beforeStart) continue;
      if (!over && !beforeStart) isMatching = true;
      const key = ledgerKeyOf(rule.id, match.occasion);
      const lineOfKey = ledger.line(key);
      const before = lineOfSeries(rule, match, lineOfKey, ledger, today);
      if (before !== null) {
        settled.push({ rule, match, line: before });
        continue;
      }
      // Nearly all that a rule finds is settled long ago: the common case costs one look-up and no hash.
      if (lineOfKey !== undefined && lineOfKey.state !== 'undone' && lineOfKey.state !== 'expired') {
        settled.push({ rule, match, line: lineOfKey });
        continue;
      }
      const taskId = taskIdOf(rule.id, match.occasion);
      const line = lineOfKey ?? ledger.lineOfTask(taskId);
      const row = line === undefined ? null : rowToReopen(line, taskId, rule, over, tasks, archivedIds);
      if (line !== undefined && row === 'settled') settled.push({ rule, match, line });
      else waiting.push({ person, rule, match, type: typeOf.get(rule) ?? taskTypeOf(rule.taskType), key: line?.key ?? key, taskId, lastDay: last, line, row: row === 'settled' ? null : row });
    }
    if (isMatching) matching.push(rule);
  }
  return { waiting, settled, matching };
}

/** The line that settles a match because another occasion of its series did, or did too lately; null where none does. */
function lineOfSeries({ id }: Rule, { series }: Match, lineOfKey: LedgerEntry | undefined, ledger: OpenLedger, today: Day): LedgerEntry | null {
  if (series === undefined || (series.everyDays === null && lineOfKey !== undefined)) return null;
  const last = ledger.lastOfSeries(ledgerKeyOf(id, series.prefix));
  if (last === null || series.everyDays === null) return last;
  return daysBetween(last.createdOn ?? today, today) < series.everyDays ? last : null;
}

/** The day before which all matches of the rule are history: before it began, and over. Null where there is no such day. */
const historyBefore = ({ validForDays }: Rule, start: Day | null, today: Day): Day | null => {
  if (start === null || validForDays === null) return null;
  const stillValid = addDays(today, -validForDays);
  return start < stillValid ? start : stillValid;
};

/** The row to reopen, null for a new one, or that the occasion is settled for good. */
function rowToReopen(
  line: LedgerEntry,
  taskId: string,
  rule: Rule,
  over: boolean,
  tasks: ReadonlyMap<string, TaskSheetRow>,
  archivedIds: ReadonlySet<string>,
): TaskSheetRow | null | 'settled' {
  const row = tasks.get(taskId);
  if (archivedIds.has(taskId)) return 'settled';
  if (line.state === 'undone') return row === undefined ? null : isAutoEnded(row) ? row : 'settled';
  // Expired with nobody having touched it, and for the first time.
  const again = line.state === 'expired' && row !== undefined && !over && isUntouched(row, rule) && !wasReopened(row);
  return again ? row : 'settled';
}
