import { isErasedKey } from '../../contacts/erased';
import { parseSegmentRows } from '../../rules/parse-segments';
import { rulesTable, type RuleRowPatch } from '../../rules/rules.table';
import { segmentsTable } from '../../rules/segments.table';
import { groupBy } from '../../shared/collections';
import type { Text } from '../../shared/text';
import { madeSoFar } from '../../tasks/ledger';
import { ledgerTable } from '../../tasks/ledger.table';
import { outcomesTable } from '../../tasks/outcomes.table';
import { templatesTable } from '../../tasks/templates.table';
import { completeSettings } from '../complete-settings';
import type { ShopState } from '../shop-state';
import type { Tonight } from './tonight';

/** Writes what the manager's sheets say of themselves: matches and tasks of each rule, sizes of segments, problems in their rows. */
export function writeCounters(state: ShopState, tonight: Tonight): void {
  const { book, language, today } = state.shop;
  const verdict = ({ at, problem }: { readonly at: number; readonly problem: Text | null }): { at: number; set: { problem: string | null } } => ({
    at,
    set: { problem: problem === null ? null : problem[language] },
  });
  book.patch(state.image(rulesTable), rulePatches(state, tonight));
  const contacts = tonight.people.map(({ contact }) => contact).filter(({ email }) => !isErasedKey(email));
  book.patch(state.image(segmentsTable), parseSegmentRows(state.image(segmentsTable), { contacts, today, language }).patches);
  completeSettings(state);
  book.patch(state.image(outcomesTable), state.outcomes().problems.map(verdict));
  book.patch(state.image(templatesTable), state.templates().problems.map(verdict));
}

/** Ids, start dates and problems of the rules with their counts, one patch a row; a rule that can't run matches nobody. */
function rulePatches(state: ShopState, { rules, night }: Tonight): RuleRowPatch[] {
  const image = state.image(rulesTable);
  const patched = new Map([...groupBy(rules.patches, ({ at }) => at)].map(([at, patches]) => [at, Object.assign({}, ...patches.map(({ set }) => set)) as RuleRowPatch['set']])); // parts of one row's patch
  const changed = new Map(night.ledgerPatches.map(({ at, set }) => [at, set]));
  const made = madeSoFar([...state.image(ledgerTable).rows.map((line) => ({ ...line, ...changed.get(line.at) })), ...night.ledgerAppends]);
  const matches = new Map(night.countsByRule.map((count) => [count.rule.id, count.matches]));
  return [...image.rows, ...image.keyless].map((row) => {
    const set = patched.get(row.at) ?? {};
    const id = set.id ?? row.id;
    return { at: row.at, set: { ...set, matchesNow: matches.get(id) ?? null, madeSoFar: made.get(id) ?? 0 } };
  });
}
