import { nextTaskMakingDay } from '../../settings/days-off';
import { addDays, hourOfMoment, type Day } from '../../shared/day';
import type { Language } from '../../shared/text';
import { isOpen } from '../../tasks/finish-task';
import { MOST_TRIES } from '../../tasks/outcomes';
import type { Consequence } from '../../tasks/outcomes.table';
import { queueTasks, type Card, type QueueTask } from '../../tasks/queue';
import { currencyInReasons } from '../../tasks/reason-facts';
import { isForMailchimp } from '../../tasks/task-state';
import { tasksTable } from '../../tasks/tasks.table';
import type { Shop } from '../shop';
import { openState, type ShopState } from '../shop-state';
import { taskCards } from './task-cards';

/** An outcome as the screen offers it. */
export interface QueueOutcome {
  readonly name: string;
  readonly countsAsContact: boolean;
  readonly then: Consequence;
  /** The day of the next try or of the reminder that is offered. */
  readonly on: Day | null;
}

/** All that the sidebar opens with, as JSON under 1 MB. */
export interface QueueModel {
  readonly language: Language;
  /** The workbook's, for figures and dates. */
  readonly locale: string;
  /** Null where neither the setting nor a Reason tells it. */
  readonly currency: string | null;
  readonly today: Day;
  readonly shopName: string;
  /** Whether CRM Tasks is there; if not, Set up has not been run. */
  readonly isSetUp: boolean;
  /** Open ones, the first to do first, then those finished today. */
  readonly tasks: readonly QueueTask[];
  /** Of the tasks at the front; the others are asked for when they come near. */
  readonly cards: readonly Card[];
  readonly outcomes: readonly QueueOutcome[];
  /** The try without an answer that completes a task. */
  readonly mostTries: number;
  readonly assignees: readonly string[];
  readonly snooze: { readonly tomorrow: Day; readonly nextWorkingDay: Day; readonly week: Day };
  /** The next night that makes tasks; null where no nightly run is installed. */
  readonly nextRun: { readonly day: Day; readonly hour: number } | null;
  /** Open tasks that wait for Export for Mailchimp. */
  readonly forMailchimp: number;
}

const MOST_CARDS = 25;
/** Characters of JSON that the cards may take: the answer must stay well under 1 MB beside 2,000 tasks. */
const MOST_CHARACTERS = 250_000;
const ALWAYS_OFFERED = ['Manager', 'Mailchimp', 'Other'];

export function getQueue(shop: Shop): QueueModel {
  const state = openState(shop);
  const { today } = shop;
  const settings = state.settings();
  const finishing = state.finishing();
  const image = state.image(tasksTable);
  const { contactOf, ofTask } = taskCards(state, image.rows.filter((task) => isOpen(task) || task.completedOn === today).map(({ email }) => email ?? ''));
  const tasks = queueTasks(image.rows, contactOf, today);
  const rowOf = new Map(image.rows.map((task) => [task.id, task]));
  const cards: Card[] = [];
  let characters = 0;
  for (const { id } of tasks.slice(0, MOST_CARDS)) {
    const row = rowOf.get(id);
    if (row === undefined) continue;
    const card = ofTask(row);
    characters += JSON.stringify(card).length;
    if (characters > MOST_CHARACTERS) break;
    cards.push(card);
  }
  return {
    language: shop.language,
    locale: shop.book.locale,
    currency: settings.currency ?? currencyInReasons(image.rows.map(({ reason }) => reason)),
    today,
    shopName: settings.shopName,
    isSetUp: image.exists,
    tasks,
    cards,
    outcomes: finishing.outcomes.map(({ name, countsAsContact, then, days }) => ({
      name,
      countsAsContact,
      then,
      on: then === 'try again' ? finishing.taskMakingDaysLater(days) : then === 'remind' ? finishing.taskMakingDayAfter(days) : null,
    })),
    mostTries: MOST_TRIES,
    assignees: [...new Set([...ALWAYS_OFFERED, ...tasks.map(({ assignedTo }) => assignedTo)])],
    snooze: { tomorrow: addDays(today, 1), nextWorkingDay: finishing.taskMakingDaysLater(1), week: addDays(today, 7) },
    nextRun: nextRunOf(state),
    forMailchimp: image.rows.filter((task) => isOpen(task) && isForMailchimp(task)).length,
  };
}

function nextRunOf(state: ShopState): QueueModel['nextRun'] {
  const { shop } = state;
  if (shop.journal.get('trigger') === null) return null;
  const settings = state.settings();
  const tonight = hourOfMoment(shop.now) < settings.nightlyHour && shop.journal.get('night') !== shop.today;
  return { day: nextTaskMakingDay(tonight ? shop.today : addDays(shop.today, 1), settings, state.daysOff().daysOff), hour: settings.nightlyHour };
}
