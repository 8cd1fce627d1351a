import type { Rule } from '../rules/rule';
import { taskTypeOf } from '../rules/task-types';
import type { Settings } from '../settings/settings';
import { daysBetween, type Day } from '../shared/day';
import type { Language, Text } from '../shared/text';
import { isOpen } from './finish-task';
import { ruleOfTask, type OpenLedger } from './ledger';
import { subjectOf } from './night-input';
import { occasionInKey } from './occasion';
import type { People, Person } from './people';
import { AUTO, planningMessages } from './planning-messages';
import { dueOf } from './task-state';
import type { TaskRowEntry, TaskSheetRow } from './tasks.table';

export interface WithdrawingInput {
  readonly tasks: readonly TaskSheetRow[];
  readonly ledger: OpenLedger;
  readonly rules: readonly Rule[];
  readonly people: People;
  readonly settings: Settings;
  readonly today: Day;
  readonly language: Language;
}

/** A task that the script ends tonight. */
export interface Withdrawal {
  readonly task: TaskSheetRow;
  readonly state: 'withdrawn' | 'expired';
  readonly reason: Text;
  readonly entry: TaskRowEntry;
}

/** Looks at each open rule-made task again (law 7); the ledger is given the states of those that end. */
export function planWithdrawals(input: WithdrawingInput): Withdrawal[] {
  const { ledger, today, language } = input;
  return input.tasks.flatMap((task) => {
    const line = ledger.lineOfTask(task.id);
    if (!isOpen(task) || (task.rule === null && line === undefined)) return [];
    const moot = mootOf(task, input);
    const overdue = daysBetween(dueOf(task, today), today);
    if (moot === null && overdue <= input.settings.expireAfterDays) return [];
    const state = moot === null ? ('expired' as const) : ('withdrawn' as const);
    const reason = moot ?? planningMessages.expired(overdue);
    if (line !== undefined) ledger.setState(line.key, state);
    return [{ task, state, reason, entry: { at: task.at, set: { completedOn: today, outcome: autoOutcome(reason, language), status: 'Skipped' } } }];
  });
}

/** The Outcome of what the script ends. */
export const autoOutcome = (reason: Text, language: Language): string => `${AUTO}${reason[language]}`;

function mootOf(task: TaskSheetRow, input: WithdrawingInput): Text | null {
  const person = input.people.find(task.email);
  const type = taskTypeOf(task.type ?? '');
  if (person?.contact.doNotContact === true) return planningMessages.doNotContactSince;
  if (person?.contact.mailchimpStatus === 'Unsubscribed' && !type.service) return planningMessages.unsubscribedSince;
  return occasionOver(task, person, type.name === 'Win-back', input);
}

function occasionOver(task: TaskSheetRow, person: Person | undefined, winsBack: boolean, input: WithdrawingInput): Text | null {
  const line = input.ledger.lineOfTask(task.id);
  const rule = ruleOfTask(input.rules, line, task.rule);
  const occasion = line === undefined ? null : occasionInKey(line.key, rule?.id ?? line.rule ?? '');
  const moot = rule === null || occasion === null ? null : rule.mootIn(person === undefined ? null : subjectOf(person, input), occasion);
  if (moot !== null || person === undefined) return moot;
  // Whatever its trigger looks at: who has ordered since needs no winning back.
  const since = task.firstDueOn ?? task.createdOn;
  if (winsBack && person.orders.some((one) => since !== null && one.day >= since)) return planningMessages.orderedSince;
  // The rule was switched off or deleted: what can be told without it.
  if (rule !== null) return null;
  const order = (person.allOrders ?? person.orders).find((one) => one.id === occasion);
  return order !== undefined && !order.counts ? planningMessages.orderGone : null;
}
