import { rulesTable, type RuleRowPatch } from '../rules/rules.table';
import { countSegments } from '../rules/segments';
import { segmentsTable } from '../rules/segments.table';
import { settingsTable } from '../settings/settings.table';
import type { Text } from '../shared/text';

import { ledgerTable } from '../tasks/ledger.table';
import { madeSoFar } from '../tasks/ledger';
import { outcomesTable } from '../tasks/outcomes.table';
import { templatesTable } from '../tasks/templates.table';
import type { ShopState } from './shop-state';
import type { Tonight } from './tonight';

/** Writes what the manager's sheets say of themselves: matches and tasks of each rule, sizes of segments, problems in their rows. */
export function writeCounters(state: ShopState, tonight: Tonight): void {
  const { book, language } = state.shop;
  const problem = ({ at, problem: found }: { readonly at: number; readonly problem: Text | null }): { at: number; set: { problem: string | null } } => ({
    at,
    set: { problem: found === null ? null : found[language] },
  });
  book.patch(state.image(rulesTable), [...tonight.rules.patches, ...rulePatches(state, tonight)]);
  const segments = state.image(segmentsTable);
  const people = tonight.people.map(({ contact }) => contact);
  book.patch(segments, countSegments(segments.rows, people, state.shop.today).map(({ at, contacts, problem: found }) => ({ at, set: { contacts, problem: found === null ? null : found[language] } })));
  book.patch(state.image(settingsTable), state.parsedSettings().problems.map(problem));
  book.patch(state.image(outcomesTable), state.outcomes().problems.map(problem));
  book.patch(state.image(templatesTable), state.templates().problems.map(problem));
}

function rulePatches(state: ShopState, { rules, night }: Tonight): RuleRowPatch[] {
  const made = madeSoFar([...state.image(ledgerTable).rows, ...night.ledgerAppends]);
  const matches = new Map(night.countsByRule.map((count) => [count.rule.id, count.matches]));
  return rules.rows.map(({ at, id }) => ({ at, set: { matchesNow: matches.get(id) ?? null, madeSoFar: made.get(id) ?? 0 } }));
}

