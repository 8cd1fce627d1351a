import type { Rule } from '../rules/rule';
import { taskTypeOf } from '../rules/task-types';
import { indexBy } from '../shared/collections';
import type { Day } from '../shared/day';
import { planArchive } from './archive';
import { fillList, orderInWords } from './fill-list';
import { findWaiting, type Finding, type SettledMatch } from './find-waiting';
import { healLedger, wasRebuiltToday } from './heal-ledger';
import { judge, listLaws, matchLaws, type Tonight, type Verdict, type Waiting } from './laws';
import { isLedgerGone, madeSoFar, openLedger, type OpenLedger } from './ledger';
import { mergedOf, type Merged } from './merge-matches';
import { newTaskOf, reopenedOf } from './new-task';
import type { NightInput } from './night-input';
import type { Held, NightPlan, RuleCount, TakenUp } from './night-plan';
import { peopleOf, type People } from './people';
import type { TaskSheetRow } from './tasks.table';
import { tonightOf } from './tonight';
import { planWithdrawals } from './withdraw';

export interface PlanOptions {
  /** Whose settled occasions to keep; all others' are dropped, since a shop has very many. */
  readonly settledOf?: string;
}

/**
 * Plans the tasks of a night: what is withdrawn, made, reopened, held back and missed. Everything it needs is in the
 * input and it writes nothing, so that the preview is the night; planned again once it is applied, it finds nothing to do.
 */
export function planNight(input: NightInput, options: PlanOptions = {}): NightPlan {
  const { today, settings, rules, run, archive } = input;
  const people = peopleOf(input.people);
  const tasks = [...indexBy(input.tasks, (task) => task.id).values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const ledger = openLedger(input.ledger);
  const gone = isLedgerGone(input.ledger, tasks, archive, today);
  const rebuilt = gone || wasRebuiltToday(ledger, tasks, archive, today);
  // Rows that leave for the archive tonight are settled as they stand, not reopened on the way.
  const archived = [...archive, ...planArchive(tasks, archive, settings, today).leaving];
  const cutOff = healLedger({ ledger, tasks, archive: archived, rules, people, settings, today, rebuiltBy: gone ? run : null });
  const withdrawals = planWithdrawals({ tasks, ledger, rules, people, settings, today, language: input.language });

  const endings = new Map(withdrawals.map(({ task, entry }) => [task, entry.set]));
  const standing = tasks.map((task) => ({ ...task, ...endings.get(task) }));
  const stillCutOff = indexBy(cutOff.filter((task) => !endings.has(task)), (task) => people.addressOf(task.email));
  const tonight = tonightOf(input, { tasks: standing, people, ledgerGone: rebuilt, cutOff: stillCutOff.values() });
  const archivedIds = new Set(archived.map((task) => task.id));
  const typeOf = new Map(rules.map((rule) => [rule, taskTypeOf(rule.taskType)]));
  const finding = { rules, typeOf, ledger, tasks: indexBy(standing, (task) => task.id), archivedIds, settings, today };
  const sifted = sift(people, finding, tonight, options.settledOf);

  for (const { waiting } of sifted.missed) ledger.settle(waiting.key, { taskId: null, rule: waiting.rule.id, createdOn: today, run, state: 'missed' });
  const merged: Merged[] = [];
  for (const matches of sifted.passed) {
    const belongsTo = stillCutOff.get(matches[0]?.person.contact.email ?? '');
    if (belongsTo === undefined) merged.push(mergedOf(matches));
    else note(matches, belongsTo, today, run, ledger);
  }
  const taken = takeUp(merged, standing, tonight);
  for (const { waiting, noted } of taken) {
    ledger.settle(waiting.key, { taskId: waiting.taskId, rule: waiting.rule.id, createdOn: today, run, state: 'made' });
    note(noted, { id: waiting.taskId, run }, today, run, ledger);
  }
  const held = [...sifted.held, ...leftOut(merged, taken, tonight)];
  const takenUp = [...taken.filter(({ waiting }) => waiting.row === null), ...taken.filter(({ waiting }) => waiting.row !== null)];
  return {
    withdrawals,
    made: takenUp.flatMap((one) => (one.waiting.row === null ? [newTaskOf(one, input)] : [])),
    reopened: takenUp.flatMap((one) => (one.waiting.row === null ? [] : [reopenedOf(one, one.waiting.row, input)])),
    takenUp,
    held: held.map(({ waiting, verdict }) => heldOf(waiting, verdict)),
    missed: sifted.missed.map(({ waiting, verdict }) => heldOf(waiting, verdict)),
    ledgerAppends: ledger.appends(),
    ledgerPatches: ledger.patches(),
    countsByRule: countsOf(rules, { matching: sifted.matching, takenUp, held, missed: sifted.missed, madeSoFar: madeSoFar(ledger.lines()) }),
    order: orderInWords(settings),
    ledgerRebuilt: gone,
    settled: sifted.settled,
  };
}

interface Judged {
  readonly waiting: Waiting;
  readonly verdict: Verdict;
}

interface Sifted {
  /** Each person's matches that the laws about matches let pass. */
  readonly passed: readonly (readonly Waiting[])[];
  readonly held: readonly Judged[];
  readonly missed: readonly Judged[];
  /** People by rule. */
  readonly matching: ReadonlyMap<Rule, number>;
  readonly settled: readonly SettledMatch[];
}

/** Asks the rules about everyone, and the laws about every match. */
function sift(people: People, finding: Finding, tonight: Tonight, settledOf: string | undefined): Sifted {
  const [passed, held, missed, settled]: [Waiting[][], Judged[], Judged[], SettledMatch[]] = [[], [], [], []];
  const matching = new Map<Rule, number>();
  for (const person of people.all) {
    const found = findWaiting(person, finding);
    for (const rule of found.matching) matching.set(rule, (matching.get(rule) ?? 0) + 1);
    if (person.contact.email === settledOf) settled.push(...found.settled);
    const passedHere: Waiting[] = [];
    for (const waiting of found.waiting) {
      const verdict = judge(waiting, matchLaws, tonight);
      if (verdict === null) passedHere.push(waiting);
      else (verdict.law.about === 'missed' ? missed : held).push({ waiting, verdict });
    }
    if (passedHere.length > 0) passed.push(passedHere);
  }
  return { passed, held, missed, matching, settled };
}

/** Whom the list takes tonight, best first. */
function takeUp(merged: readonly Merged[], standing: readonly TaskSheetRow[], { settings, today }: Tonight): TakenUp[] {
  const othersOf = new Map(merged.map(({ strongest, others }) => [strongest, others]));
  const chosen = fillList([...othersOf.keys()], standing, settings, today);
  return [...chosen].map((waiting) => ({ waiting, noted: othersOf.get(waiting) ?? [] }));
}

/** Those for whom the list has no room: all their matches wait. */
function leftOut(merged: readonly Merged[], taken: readonly TakenUp[], tonight: Tonight): Judged[] {
  const chosen = new Set(taken.map(({ waiting }) => waiting.person));
  const full: Tonight = { ...tonight, hasRoom: ({ person }) => chosen.has(person) };
  return merged.flatMap(({ strongest, others }) =>
    [strongest, ...others].flatMap((waiting) => {
      const verdict = judge(waiting, listLaws, full);
      return verdict === null ? [] : [{ waiting, verdict }];
    }),
  );
}

const heldOf = ({ rule, person, match }: Waiting, { law, held }: Verdict): Held => ({ rule, email: person.contact.email, occasion: match.occasion, law: law.name, ...held });

function note(matches: readonly Waiting[], task: Pick<TaskSheetRow, 'id' | 'run'>, today: Day, run: string, ledger: OpenLedger): void {
  for (const { key, rule } of matches) ledger.settle(key, { taskId: task.id, rule: rule.id, createdOn: today, run: task.run ?? run, state: 'noted' });
}

interface Counted {
  readonly matching: ReadonlyMap<Rule, number>;
  readonly takenUp: readonly { readonly waiting: Waiting }[];
  readonly held: readonly { readonly waiting: Waiting }[];
  readonly missed: readonly { readonly waiting: Waiting }[];
  readonly madeSoFar: ReadonlyMap<string, number>;
}

function countsOf(rules: readonly Rule[], counted: Counted): RuleCount[] {
  const countIn = (list: readonly { readonly waiting: Waiting }[], rule: Rule): number => list.reduce((count, { waiting }) => (waiting.rule === rule ? count + 1 : count), 0);
  return rules.map((rule) => ({
    rule,
    matches: counted.matching.get(rule) ?? 0,
    made: countIn(counted.takenUp, rule),
    madeSoFar: counted.madeSoFar.get(rule.id) ?? 0,
    held: countIn(counted.held, rule),
    missed: countIn(counted.missed, rule),
  }));
}
