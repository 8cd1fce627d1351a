import { Refusal } from '../../shared/problem';
import type { Day } from '../../shared/day';
import { whyNot } from '../../tasks/why-not';
import { appMessages } from '../messages';
import type { Shop } from '../shop';
import { openState } from '../shop-state';
import { nightInput } from './tonight';

export interface WhyAnswer {
  readonly email: string;
  readonly rules: readonly { readonly rule: string; readonly answer: string; readonly law: string | null; readonly reason: string; readonly earliest: Day | null }[];
}

/** For each rule, the condition or the law that stands between it and a task for this person, and the earliest day for one. */
export function explain(shop: Shop, email: string): WhyAnswer {
  const { input } = nightInput(openState(shop), 'why');
  const lines = whyNot(input, email);
  if (lines.length === 0) throw new Refusal(appMessages.noSuchContact(email));
  return {
    email,
    rules: lines.map(({ rule, answer, law, reason, earliest }) => ({ rule: rule.name, answer, law, reason: reason[shop.language], earliest })),
  };
}
