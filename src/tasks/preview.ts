import type { Text } from '../shared/text';
import { lawNames } from './laws';
import type { NightPlan, RuleCount } from './night-plan';

/** A task that the night would make or reopen. */
export interface PreviewTask {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly type: string;
  readonly rule: string;
  readonly reason: string;
  readonly reopened: boolean;
}

export interface Preview {
  /** Best first. */
  readonly tasks: readonly PreviewTask[];
  /** How many matches each law holds back, in the order of the laws; laws that hold back nobody are left out. */
  readonly held: readonly { readonly law: string; readonly count: number }[];
  readonly missed: number;
  readonly withdrawn: number;
  readonly byRule: readonly RuleCount[];
  /** The order in which the list is filled. */
  readonly order: Text;
}

/** What a night's plan comes to, for showing; the night itself applies the same plan. */
export function previewOf(plan: NightPlan): Preview {
  const counts = new Map<string, number>();
  for (const { law } of plan.held) counts.set(law, (counts.get(law) ?? 0) + 1);
  const made = plan.made.map((task) => ({ ...task, reopened: false }));
  const reopened = plan.reopened.map(({ task, patch }) => ({ ...task, ...patch.set, reopened: true }));
  return {
    tasks: [...made, ...reopened].map((task) => ({
      id: task.id,
      email: task.email ?? '',
      name: task.name ?? null,
      type: task.type ?? '',
      rule: task.rule ?? '',
      reason: task.reason ?? '',
      reopened: task.reopened,
    })),
    held: lawNames.flatMap((law) => (counts.has(law) ? [{ law, count: counts.get(law) ?? 0 }] : [])),
    missed: plan.missed.length,
    withdrawn: plan.withdrawals.length,
    byRule: plan.countsByRule,
    order: plan.order,
  };
}
