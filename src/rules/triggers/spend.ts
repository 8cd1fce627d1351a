import type { Text } from '../../shared/text';
import { whyNotMessages } from '../messages';
import { currencyOf } from '../reasons';
import type { Subject } from '../rule';

/** Why the person's spend does not reach Minimum Value; null where it does or none is asked for. */
export function spendRefused(subject: Subject, minimumValue: number | null): Text | null {
  if (minimumValue === null || minimumValue === 0) return null;
  const { totalSpend } = subject.contact;
  return totalSpend !== null && totalSpend >= minimumValue ? null : whyNotMessages.spendBelow(totalSpend, minimumValue, currencyOf(subject));
}
