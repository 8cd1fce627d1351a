import { previewOf } from '../../tasks/preview';
import type { Shop } from '../shop';
import { openState } from '../shop-state';
import { planTonight } from './tonight';

export interface PreviewAnswer {
  readonly tasks: readonly { readonly id: string; readonly email: string; readonly name: string | null; readonly type: string; readonly rule: string; readonly reason: string; readonly reopened: boolean }[];
  readonly held: readonly { readonly law: string; readonly count: number }[];
  readonly missed: number;
  readonly withdrawn: number;
  readonly rules: readonly { readonly rule: string; readonly matches: number; readonly made: number; readonly held: number; readonly missed: number }[];
  /** The order in which the list is filled, in the reader's language. */
  readonly order: string;
}

/** What the night would do if it ran now: the very plan that the night follows, and nothing written. */
export function previewTonight(shop: Shop): PreviewAnswer {
  const { byRule, order, ...preview } = previewOf(planTonight(openState(shop), 'preview').night);
  return {
    ...preview,
    rules: byRule.map(({ rule, matches, made, held, missed }) => ({ rule: rule.name, matches, made, held, missed })),
    order: order[shop.language],
  };
}
