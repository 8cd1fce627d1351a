import type { Order } from '../orders/order';
import type { Rule } from '../rules/rule';
import type { Settings } from '../settings/settings';
import type { Day } from '../shared/day';
import { isOpen } from './finish-task';
import { ruleOfTask, type OpenLedger } from './ledger';
import { subjectOf } from './night-input';
import { keyOfTask, ledgerKeyOf, taskIdOf } from './occasion';
import type { People, Person } from './people';
import { isUntouched, stateOfTask, wasReopened } from './task-state';
import type { Task, TaskSheetRow } from './tasks.table';

export interface HealingInput {
  readonly ledger: OpenLedger;
  readonly tasks: readonly TaskSheetRow[];
  readonly archive: readonly Task[];
  readonly rules: readonly Rule[];
  readonly people: People;
  readonly settings: Settings;
  readonly today: Day;
  /** Set where the whole ledger is rebuilt: its lines are then dated by this run, so that the day is known on which nothing is made. */
  readonly rebuiltBy: string | null;
}

/**
 * Gives the ledger a line for every rule-made task of the tasks and the archive that it lacks, and the state that the
 * task's row tells. Returns tasks that a run cut off today had made: its other matches belong to them still.
 */
export function healLedger(input: HealingInput): TaskSheetRow[] {
  const { ledger, tasks, archive, today } = input;
  const cutOff: TaskSheetRow[] = [];
  const live = new Set<string>();
  for (const task of tasks) {
    live.add(task.id);
    const line = ledger.lineOfTask(task.id);
    const madeToday = isOpen(task) && task.firstDueOn === today && isUntouched(task, null);
    if (line === undefined) {
      if (task.rule === null) continue;
      addLine(task, input);
      if (madeToday && input.rebuiltBy === null) cutOff.push(task);
    } else if (line.state !== 'erased' && line.state !== stateOfTask(task)) {
      const reopened = madeToday && wasReopened(task);
      if (reopened) cutOff.push(task);
      ledger.settle(line.key, { ...line, state: stateOfTask(task), ...(reopened ? { createdOn: today, run: task.run } : {}) });
      if (stateOfTask(task) === 'undone') ledger.releaseNotedIn(task.id);
    }
  }
  for (const task of archive) {
    if (task.rule !== null && !live.has(task.id) && ledger.lineOfTask(task.id) === undefined) addLine(task, input);
    const line = ledger.lineOfTask(task.id);
    // Undone to be made again, and in all that time it did not match: its row can't be reopened any more.
    if (line?.state === 'undone') ledger.setState(line.key, 'withdrawn');
  }
  return cutOff;
}

function addLine(task: Task, input: HealingInput): void {
  const { ledger, today, rebuiltBy } = input;
  const { ruleId, key } = originOf(task, input);
  // Its own occasion was since noted in another task, or missed: that stands.
  if (ledger.line(key) !== undefined) return;
  const dated = rebuiltBy === null ? { createdOn: task.createdOn, run: task.run } : { createdOn: today, run: rebuiltBy };
  ledger.settle(key, { taskId: task.id, rule: ruleId, state: stateOfTask(task), ...dated });
}

/** The rule and the key that a task came from, found again by trying what its person matches or once matched. */
function originOf(task: Task, input: HealingInput): { readonly ruleId: string; readonly key: string } {
  const named = ruleOfTask(input.rules, undefined, task.rule);
  const person = input.people.find(task.email);
  if (person !== undefined) {
    for (const rule of named === null ? input.rules : [named, ...input.rules]) {
      for (const occasion of occasionsOf(person, rule, input)) {
        if (taskIdOf(rule.id, occasion) === task.id) return { ruleId: rule.id, key: ledgerKeyOf(rule.id, occasion) };
      }
    }
  }
  const ruleId = named?.id ?? task.rule ?? '';
  return { ruleId, key: keyOfTask(ruleId, task.id) };
}

const occasionsOf = (person: Person, rule: Rule, input: HealingInput): string[] => [
  ...rule.matchesIn(subjectOf(person, input)).map((match) => match.occasion),
  ...(person.allOrders ?? person.orders).flatMap(occasionsOfOrder),
];

// What the order and lapse triggers call an occasion, for orders that no longer match.
const occasionsOfOrder = (order: Order): string[] => [order.id, `last:${order.id}`];

/** Whether the ledger was rebuilt today: a task of earlier days has a line dated today. */
export function wasRebuiltToday(ledger: OpenLedger, tasks: readonly Task[], archive: readonly Task[], today: Day): boolean {
  const isBefore = (day: Day | null): boolean => day !== null && day < today;
  const rebuilt = (task: Task): boolean =>
    task.rule !== null && isBefore(task.createdOn) && isBefore(task.firstDueOn) && ledger.lineOfTask(task.id)?.createdOn === today;
  return tasks.some(rebuilt) || archive.some(rebuilt);
}
