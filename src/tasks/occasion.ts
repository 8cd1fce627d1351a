import { hashOf } from '../shared/hash';

/** A key whose occasion is no longer known, only the task that it made. */
const TASK_MARK = '#';

/** The ledger's key: a rule and what it settled. Renaming the rule changes nothing in it. */
export const ledgerKeyOf = (ruleId: string, occasion: string): string => `${ruleId}|${occasion}`;

/** The same occasion of a rule always has the same task id. */
export const taskIdOf = (ruleId: string, occasion: string): string => `T-${hashOf(ledgerKeyOf(ruleId, occasion))}`;

/** The key of a task whose occasion could not be found again. */
export const keyOfTask = (ruleId: string, taskId: string): string => ledgerKeyOf(ruleId, `${TASK_MARK}${taskId}`);

/** The occasion in a ledger key of the rule; null where only the task is known. */
export function occasionInKey(key: string, ruleId: string): string | null {
  const prefix = ledgerKeyOf(ruleId, '');
  if (!key.startsWith(prefix) || key.startsWith(prefix + TASK_MARK)) return null;
  return key.slice(prefix.length);
}
