import { contactOn } from '../contacts/status';
import type { Rule } from '../rules/rule';
import { taskTypeOf } from '../rules/task-types';
import { nextTaskMakingDay } from '../settings/days-off';
import { indexBy } from '../shared/collections';
import { addDays, daysBetween, type Day } from '../shared/day';
import { asRow } from '../sheets/table';
import { isFinishedLongAgo } from './archive';
import { findWaiting, type Finding } from './find-waiting';
import { isOpen } from './finish-task';
import { judge, matchLaws, type Tonight } from './laws';
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
  const { today, settings } = input;
  const ledger = ledgerAfter(input, plan);
  const finished = finishedAfter(person, input, plan, people);
  const archived = input.archive.filter((task) => people.addressOf(task.email) === person.contact.email);
  const dayAsItWillBe = (day: Day): ComingDay => {
    const tasks = finished.filter((task) => !isFinishedLongAgo(task, settings, day));
    const left = new Set(tasks);
    return {
      person: { ...person, contact: contactOn(person.contact, settings.lapsedAfterDays, day) },
      tonight: tonightOf({ ...input, today: day }, { tasks, people, ledgerGone: false, cutOff: [] }),
      finding: { ledger, tasks: indexBy(tasks, (task) => task.id), archivedIds: new Set([...archived, ...finished.filter((task) => !left.has(task))].map(({ id }) => id)), settings, today: day },
    };
  };
  // Made once a day, for all the rules that ask about it.
  const known = new Map<Day, ComingDay>();
  const comingDay = (day: Day): ComingDay => {
    const made = known.get(day) ?? dayAsItWillBe(day);
    known.set(day, made);
    return made;
  };
  return (rule) => {
    const asked = { rules: [rule], typeOf: new Map([[rule, taskTypeOf(rule.taskType)]]) };
    for (let day = nextDay(today, input); daysBetween(today, day) <= DAYS_AHEAD; day = nextDay(day, input)) {
      const coming = comingDay(day);
      const { waiting } = findWaiting(coming.person, { ...coming.finding, ...asked });
      if (waiting.some((one) => judge(one, matchLaws, coming.tonight) === null)) return day;
    }
    return null;
  };
}

interface ComingDay {
  readonly person: Person;
  readonly tonight: Tonight;
  readonly finding: Omit<Finding, 'rules' | 'typeOf'>;
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
