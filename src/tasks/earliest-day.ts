import { contactOn } from '../contacts/status';
import type { Rule } from '../rules/rule';
import { taskTypeOf } from '../rules/task-types';
import { nextTaskMakingDay } from '../settings/days-off';
import { indexBy } from '../shared/collections';
import { addDays, daysBetween, type Day } from '../shared/day';
import { asRow } from '../sheets/table';
import { isFinishedLongAgo } from './archive';
import { findWaiting } from './find-waiting';
import { isOpen } from './finish-task';
import { judge, matchLaws } from './laws';
import { openLedger, type OpenLedger } from './ledger';
import { ledgerTable } from './ledger.table';
import type { NightInput } from './night-input';
import type { NightPlan } from './night-plan';
import type { People, Person } from './people';
import { tonightOf } from './tonight';
import type { TaskSheetRow } from './tasks.table';

/** How far ahead a day is looked for: a year, and a holiday after it. */
const DAYS_AHEAD = 400;

/** Finds the first day after today on which a rule can make the person a task; null = not within 400 days. */
export type EarliestDay = (rule: Rule) => Day | null;

/**
 * Asks the rules and the laws about the person on each coming task-making day, as things stand once tonight's plan is
 * carried out: nothing happens but time, what is open for the person is finished by then, and the list has room.
 */
export function earliestDayOf(person: Person, input: NightInput, plan: NightPlan, people: People): EarliestDay {
  const ledger = ledgerAfter(input, plan);
  const finished = finishedAfter(person, input, plan, people);
  return (rule) => {
    const typeOf = new Map([[rule, taskTypeOf(rule.taskType)]]);
    for (let day = nextDay(input.today, input); daysBetween(input.today, day) <= DAYS_AHEAD; day = nextDay(day, input)) {
      const then: NightInput = { ...input, today: day };
      const personThen = { ...person, contact: contactOn(person.contact, input.settings.lapsedAfterDays, day) };
      const [gone, kept] = [finished.filter((task) => isFinishedLongAgo(task, input.settings, day)), finished.filter((task) => !isFinishedLongAgo(task, input.settings, day))];
      const archivedIds = new Set([...input.archive, ...gone].map(({ id }) => id));
      const found = findWaiting(personThen, { rules: [rule], typeOf, ledger, tasks: indexBy(kept, (task) => task.id), archivedIds, settings: input.settings, today: day });
      const night = tonightOf(then, { tasks: kept, people, ledgerGone: false, cutOff: [] });
      if (found.waiting.some((waiting) => judge(waiting, matchLaws, night) === null)) return day;
    }
    return null;
  };
}

const nextDay = (day: Day, { settings, daysOff }: NightInput): Day => nextTaskMakingDay(addDays(day, 1), settings, daysOff);

function ledgerAfter({ ledger }: NightInput, { ledgerPatches, ledgerAppends }: NightPlan): OpenLedger {
  const patched = new Map(ledgerPatches.map(({ at, set }) => [at, set]));
  return openLedger([...ledger.map((line) => ({ ...line, ...patched.get(line.at) })), ...ledgerAppends.map((line) => ({ ...asRow(ledgerTable, line), at: 0 }))]);
}

function finishedAfter({ contact }: Person, { tasks }: NightInput, { withdrawals, reopened }: NightPlan, people: People): TaskSheetRow[] {
  const changed = new Map([...withdrawals, ...reopened].map(({ entry }) => [entry.at, entry.set]));
  return tasks
    .filter((task) => people.addressOf(task.email) === contact.email)
    .map((task) => ({ ...task, ...changed.get(task.at) }))
    .filter((task) => !isOpen(task));
}
