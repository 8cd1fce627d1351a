import { groupBy } from '../../shared/collections';
import { noAmbush } from '../../tasks/laws';
import { previewOf } from '../../tasks/preview';
import type { Shop } from '../shop';
import { openState } from '../shop-state';
import { planTonight } from './tonight';

export interface PreviewAnswer {
  readonly tasks: readonly { readonly id: string; readonly email: string; readonly name: string | null; readonly type: string; readonly rule: string; readonly reason: string; readonly reopened: boolean }[];
  readonly held: readonly { readonly law: string; readonly count: number }[];
  readonly missed: number;
  readonly withdrawn: number;
  /** `waiting`: held back for now; what lies before a rule's start never comes and does not wait. */
  readonly rules: readonly { readonly rule: string; readonly matches: number; readonly made: number; readonly waiting: number; readonly missed: number }[];
  /** The order in which the list is filled, in the reader's language. */
  readonly order: string;
}

/** What the night would do if it ran now: the very plan that the night follows, and nothing written. */
export function previewTonight(shop: Shop): PreviewAnswer {
  const { night } = planTonight(openState(shop), 'preview');
  const { byRule, order, ...preview } = previewOf(night);
  const waiting = groupBy(night.held.filter(({ law }) => law !== noAmbush.name), ({ rule }) => rule.id);
  return {
    ...preview,
    rules: byRule.map(({ rule, matches, made, missed }) => ({ rule: rule.name, matches, made, waiting: waiting.get(rule.id)?.length ?? 0, missed })),
    order: order[shop.language],
  };
}
