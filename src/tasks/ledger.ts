import type { Rule } from '../rules/rule';
import type { Day } from '../shared/day';
import type { RowPatch } from '../sheets/table';
import type { LedgerEntry, LedgerSheetRow, LedgerState, LedgerTable, NewLedgerEntry } from './ledger.table';

export type LedgerRowPatch = RowPatch<LedgerTable>;

/** What a line is set to; the key stays. */
export type Settling = Pick<LedgerEntry, 'taskId' | 'rule' | 'createdOn' | 'run' | 'state'>;

/** The ledger while a plan is made: what it knows, and what the plan adds and changes. */
export interface OpenLedger {
  line(key: string): LedgerEntry | undefined;
  /** The line of the occasion that the task was made for; not lines that were only noted in it. */
  lineOfTask(taskId: string): LedgerEntry | undefined;
  /** The newest settled line whose key begins so; undone lines apart. Lines added after the first time it is asked don't count. */
  lastOfSeries(keyPrefix: string): LedgerEntry | null;
  /** Adds the line, or changes it where the key has one. */
  settle(key: string, settling: Settling): void;
  setState(key: string, state: LedgerState): void;
  /** Frees the occasions that were noted in a task, so that they may match again. */
  releaseNotedIn(taskId: string): void;
  lines(): Iterable<LedgerEntry>;
  appends(): NewLedgerEntry[];
  /** One patch a changed row, only what differs from it. */
  patches(): LedgerRowPatch[];
}

/** Opens the ledger's rows; of two with one key the first counts. The rows themselves are never changed. */
export function openLedger(rows: readonly LedgerSheetRow[]): OpenLedger {
  const read = new Map<string, LedgerSheetRow>();
  const lines = new Map<string, LedgerEntry>();
  const keyOfTask = new Map<string, string>();
  const changed = new Set<string>();
  let sortedKeys: string[] | null = null;
  const keep = (key: string, entry: LedgerEntry): void => {
    lines.set(key, entry);
    if (ownsTask(entry) && entry.taskId !== null) keyOfTask.set(entry.taskId, key);
  };
  for (const row of rows) {
    if (read.has(row.key)) continue;
    read.set(row.key, row);
    keep(row.key, row);
  }
  return {
    line: (key) => lines.get(key),
    lineOfTask: (taskId) => {
      const key = keyOfTask.get(taskId);
      return key === undefined ? undefined : lines.get(key);
    },
    lastOfSeries(keyPrefix) {
      sortedKeys ??= [...lines.keys()].sort();
      let last: LedgerEntry | null = null;
      for (let place = lowerBound(sortedKeys, keyPrefix); sortedKeys[place]?.startsWith(keyPrefix) === true; place += 1) {
        const entry = lines.get(sortedKeys[place] ?? '');
        if (entry === undefined || entry.state === 'undone' || entry.createdOn === null) continue;
        if (last === null || entry.createdOn > (last.createdOn ?? '')) last = entry;
      }
      return last;
    },
    settle(key, settling) {
      keep(key, { ...settling, key });
      changed.add(key);
    },
    setState(key, state) {
      const entry = lines.get(key);
      if (entry === undefined || entry.state === state) return;
      keep(key, { ...entry, state });
      changed.add(key);
    },
    releaseNotedIn(taskId) {
      for (const entry of lines.values()) {
        if (entry.state !== 'noted' || entry.taskId !== taskId) continue;
        lines.set(entry.key, { ...entry, state: 'undone', taskId: null });
        changed.add(entry.key);
      }
    },
    lines: () => lines.values(),
    // By key, so that a night that is finished by the next run leaves the very ledger of an undisturbed one.
    appends: () => [...changed].filter((key) => !read.has(key)).sort().flatMap((key) => lines.get(key) ?? []),
    patches: () =>
      [...changed].flatMap((key) => {
        const [before, after] = [read.get(key), lines.get(key)];
        if (before === undefined || after === undefined) return [];
        const set = differences(before, after);
        return Object.keys(set).length === 0 ? [] : [{ at: before.at, set }];
      }),
  };
}

/** The place of the first of the sorted words that is not before the word. */
function lowerBound(sorted: readonly string[], word: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

// A noted line names the task that its occasion was noted in, a missed one none: neither is that task's own.
const ownsTask = (entry: LedgerEntry): boolean => entry.state !== 'noted' && entry.state !== 'missed';

const differences = (before: LedgerEntry, after: LedgerEntry): LedgerRowPatch['set'] => ({
  ...(before.taskId === after.taskId ? {} : { taskId: after.taskId }),
  ...(before.rule === after.rule ? {} : { rule: after.rule }),
  ...(before.createdOn === after.createdOn ? {} : { createdOn: after.createdOn }),
  ...(before.run === after.run ? {} : { run: after.run }),
  ...(before.state === after.state ? {} : { state: after.state }),
});

const TASK_STATES: readonly (LedgerState | null)[] = ['made', 'withdrawn', 'expired', 'erased'];

/** How many tasks each rule has made so far (rule id → count); noted, missed and undone occasions made none. */
export function madeSoFar(lines: Iterable<NewLedgerEntry>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { rule, state } of lines) {
    if (rule === null || rule === undefined || !TASK_STATES.includes(state ?? null)) continue;
    counts.set(rule, (counts.get(rule) ?? 0) + 1);
  }
  return counts;
}

/** The rule that made a task: the ledger knows its id, the task's row its name. */
export function ruleOfTask(rules: readonly Rule[], line: Pick<LedgerEntry, 'rule'> | undefined, name: string | null): Rule | null {
  const byId = line === undefined ? undefined : rules.find((rule) => rule.id === line.rule);
  return byId ?? rules.find((rule) => rule.name === name || rule.id === name) ?? null;
}

export interface LedgerWitness {
  readonly id: string;
  readonly rule: string | null;
  readonly createdOn: Day | null;
}

/**
 * Whether the ledger is gone: it has no line although rules made tasks on earlier days. Tasks of today alone are those
 * of a run that was cut off before it could write the ledger; they are healed, not rebuilt.
 */
export const isLedgerGone = (ledger: readonly LedgerSheetRow[], tasks: readonly LedgerWitness[], archive: readonly LedgerWitness[], today: Day): boolean =>
  ledger.length === 0 && [tasks, archive].some((rows) => rows.some((row) => row.rule !== null && row.createdOn !== null && row.createdOn < today));
