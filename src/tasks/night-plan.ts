import type { Rule } from '../rules/rule';
import type { Day } from '../shared/day';
import type { Text } from '../shared/text';
import type { SettledMatch } from './find-waiting';
import type { Waiting } from './laws';
import type { LedgerRowPatch } from './ledger';
import type { NewLedgerEntry } from './ledger.table';
import type { Reopened } from './new-task';
import type { NewTask } from './tasks.table';
import type { Withdrawal } from './withdraw';

/** A match that makes no task tonight, and the law that says so. */
export interface Held {
  readonly rule: Rule;
  readonly email: string;
  readonly occasion: string;
  /** One of `lawNames`. */
  readonly law: string;
  readonly reason: Text;
  readonly earliest: Day | null;
}

/** What one rule comes to tonight. */
export interface RuleCount {
  readonly rule: Rule;
  /** People whom it matches, before the laws. */
  readonly matches: number;
  /** Tasks made or reopened tonight. */
  readonly made: number;
  /** Tasks it has ever made, tonight's included. */
  readonly madeSoFar: number;
  readonly held: number;
  readonly missed: number;
}

/** Everything a night writes about tasks, as values. */
export interface NightPlan {
  readonly withdrawals: readonly Withdrawal[];
  readonly reopened: readonly Reopened[];
  /** Best first. */
  readonly made: readonly NewTask[];
  /** The matches behind `made` and `reopened`, in their order: `made` first. */
  readonly takenUp: readonly TakenUp[];
  readonly held: readonly Held[];
  /** Matches whose time ran out; logged tonight, once. */
  readonly missed: readonly Held[];
  readonly ledgerAppends: readonly NewLedgerEntry[];
  readonly ledgerPatches: readonly LedgerRowPatch[];
  readonly countsByRule: readonly RuleCount[];
  /** The order in which the list is filled, in words. */
  readonly order: Text;
  /** The ledger was gone: it is rebuilt, and nothing is made. */
  readonly ledgerRebuilt: boolean;
  /** Settled occasions of the person that `settledOf` named. */
  readonly settled: readonly SettledMatch[];
}

export interface TakenUp {
  readonly waiting: Waiting;
  /** The person's other matches, noted in the task. */
  readonly noted: readonly Waiting[];
}
