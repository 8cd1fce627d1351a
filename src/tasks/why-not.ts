import type { Rule } from '../rules/rule';
import type { Day } from '../shared/day';
import type { Text } from '../shared/text';
import { earliestDayOf } from './earliest-day';
import type { SettledMatch } from './find-waiting';
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
  /** The first day on which it can make a task if nothing happens but time and what is open is finished by then; null where nobody can say, or never. */
  readonly earliest: Day | null;
}

/** For each rule, what stands between it and a task for this person; it follows the very plan that the night would follow. Empty for an address that is no contact. */
export function whyNot(input: NightInput, email: string): WhyNotLine[] {
  const people = peopleOf(input.people);
  const person = people.find(email);
  if (person === undefined) return [];
  const address = person.contact.email;
  const plan = planNight(input, { settledOf: address });
  const subject = subjectOf(person, input);
  const earliestDay = earliestDayOf(person, input, plan, people);
  return input.rules.map((rule): WhyNotLine => {
    const tonight = tonightsAnswer(rule, address, plan);
    if (tonight !== null) return { ...tonight, rule, earliest: tonight.answer === 'makes' ? input.today : earliestDay(rule) };
    const settled = newestSettled(rule, plan);
    if (settled !== null) return { rule, answer: 'held', law: settled.line.state === 'missed' ? 'Held back is not lost' : 'Once', reason: reasonOfSettled(settled), earliest: earliestDay(rule) };
    const { condition, earliest } = rule.whyNot(subject);
    // Where time alone will never do, no day needs to be asked.
    return { rule, answer: 'condition', law: null, reason: condition, earliest: earliest === null ? null : earliestDay(rule) };
  });
}

function tonightsAnswer(rule: Rule, email: string, plan: NightPlan): Pick<WhyNotLine, 'answer' | 'law' | 'reason'> | null {
  for (const { waiting, noted } of plan.takenUp) {
    if (waiting.person.contact.email !== email) continue;
    if (waiting.rule === rule) {
      const reason = waiting.row === null ? planningMessages.makesTonight : planningMessages.reopensTonight;
      return { answer: 'makes', law: null, reason };
    }
    if (noted.some((one) => one.rule === rule)) return { answer: 'noted', law: 'One at a time', reason: planningMessages.notedTonight(waiting.type.name) };
  }
  const held = plan.held.filter((one) => one.rule === rule && one.email === email);
  // Of several the one that could come first; those that never can come last.
  const first = [...held].sort((a, b) => ((a.earliest ?? '9999') < (b.earliest ?? '9999') ? -1 : 1))[0];
  if (first !== undefined) return { answer: 'held', law: first.law, reason: first.reason };
  const missed = plan.missed.find((one) => one.rule === rule && one.email === email);
  return missed === undefined ? null : { answer: 'held', law: missed.law, reason: missed.reason };
}

function newestSettled(rule: Rule, plan: NightPlan): SettledMatch | null {
  const settled = plan.settled.filter((one) => one.rule === rule);
  return settled.reduce<SettledMatch | null>((newest, one) => (newest === null || one.match.day >= newest.match.day ? one : newest), null);
}

function reasonOfSettled({ match, line: { state, taskId, createdOn } }: SettledMatch): Text {
  const on = createdOn ?? '';
  if (typeof match.series?.everyDays === 'number') return planningMessages.notYetAgain(on, match.series.everyDays);
  if (state === 'missed') return planningMessages.missedBefore(on);
  return state === 'noted' ? planningMessages.noted(taskId ?? '', on) : planningMessages.settled(taskId ?? '', on);
}
