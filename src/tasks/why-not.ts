import type { Rule } from '../rules/rule';
import type { Day } from '../shared/day';
import type { Text } from '../shared/text';
import type { SettledMatch } from './find-waiting';
import type { LedgerEntry } from './ledger.table';
import { subjectOf, type NightInput } from './night-input';
import { peopleOf } from './people';
import type { NightPlan } from './night-plan';
import { planNight } from './plan-night';
import { planningMessages } from './planning-messages';

/** What one rule says about one person today. */
export interface WhyNotLine {
  readonly rule: Rule;
  /** `makes`: a task tonight. `noted`: in another task tonight. `held`: a law stops it. `condition`: it does not match. */
  readonly answer: 'makes' | 'noted' | 'held' | 'condition';
  /** The law that stopped it; null where none did. */
  readonly law: string | null;
  readonly reason: Text;
  /** The first day on which it could make a task as things stand; null where nobody can say, or never. */
  readonly earliest: Day | null;
}

/** For each rule, what stands between it and a task for this person; it follows the very plan that the night would follow. Empty for an address that is no contact. */
export function whyNot(input: NightInput, email: string): WhyNotLine[] {
  const person = peopleOf(input.people).find(email);
  if (person === undefined) return [];
  const address = person.contact.email;
  const plan = planNight(input, { settledOf: address });
  const subject = subjectOf(person, input);
  return input.rules.map((rule) => {
    const tonight = tonightsAnswer(rule, address, plan, input.today);
    if (tonight !== null) return tonight;
    const { condition, earliest } = rule.whyNot(subject);
    const settled = newestSettled(rule, plan);
    if (settled === null) return { rule, answer: 'condition', law: null, reason: condition, earliest };
    return { rule, answer: 'held', law: settled.line.state === 'missed' ? 'Held back is not lost' : 'Once', reason: reasonOfLine(settled.line), earliest };
  });
}

function tonightsAnswer(rule: Rule, email: string, plan: NightPlan, today: Day): WhyNotLine | null {
  for (const { waiting, noted } of plan.takenUp) {
    if (waiting.person.contact.email !== email) continue;
    if (waiting.rule === rule) {
      const reason = waiting.row === null ? planningMessages.makesTonight : planningMessages.reopensTonight;
      return { rule, answer: 'makes', law: null, reason, earliest: today };
    }
    if (noted.some((one) => one.rule === rule)) return { rule, answer: 'noted', law: 'One at a time', reason: planningMessages.notedTonight(waiting.type.name), earliest: null };
  }
  const held = plan.held.filter((one) => one.rule === rule && one.email === email);
  // Of several the one that could come first; those that never can come last.
  const first = [...held].sort((a, b) => ((a.earliest ?? '9999') < (b.earliest ?? '9999') ? -1 : 1))[0];
  if (first !== undefined) return { rule, answer: 'held', law: first.law, reason: first.reason, earliest: first.earliest };
  const missed = plan.missed.find((one) => one.rule === rule && one.email === email);
  return missed === undefined ? null : { rule, answer: 'held', law: missed.law, reason: missed.reason, earliest: null };
}

function newestSettled(rule: Rule, plan: NightPlan): SettledMatch | null {
  const settled = plan.settled.filter((one) => one.rule === rule);
  return settled.reduce<SettledMatch | null>((newest, one) => (newest === null || one.match.day >= newest.match.day ? one : newest), null);
}

function reasonOfLine({ state, taskId, createdOn }: LedgerEntry): Text {
  const on = createdOn ?? '';
  if (state === 'missed') return planningMessages.missedBefore(on);
  return state === 'noted' ? planningMessages.noted(taskId ?? '', on) : planningMessages.settled(taskId ?? '', on);
}
