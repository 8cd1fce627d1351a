import { addDays, type Day } from '../shared/day';
import type { Match, Rule, Subject } from './rule';

/** Whether a match may still make a task: not before the rule's start where that binds, and its time not run out. */
export const isLive = ({ boundByStart, startOn, validForDays }: Rule, { day }: Match, today: Day): boolean =>
  day <= today && !(boundByStart && day < (startOn ?? today)) && (validForDays === null || addDays(day, validForDays) >= today);

/** How many people the rule matches today, settled or not: what `Matches now` shows. */
export function countMatches(rule: Rule, subjects: Iterable<Subject>): number {
  let count = 0;
  for (const subject of subjects) {
    if (rule.matchesIn(subject).some((match) => isLive(rule, match, subject.today))) count += 1;
  }
  return count;
}
