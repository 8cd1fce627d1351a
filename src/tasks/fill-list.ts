import { taskTypeOf, taskTypes, type TaskType } from '../rules/task-types';
import type { Settings } from '../settings/settings';
import { by } from '../shared/collections';
import { addDays, type Day } from '../shared/day';
import type { Text } from '../shared/text';
import type { Waiting } from './laws';
import { planningMessages } from './planning-messages';
import { isForMailchimp, isOnTheList } from './task-state';
import type { Task } from './tasks.table';

const KEPT_FOR_WIN_BACK = 2;
/** Lapsed people whose last order is at most so many days ago come before the longer lost. */
const FRESHLY_LAPSED_DAYS = 180;

export const isWinBack = (type: TaskType): boolean => type.name === 'Win-back';

/** Places of the list that are kept for Win-back where any match; one at least is left for the others. */
export const keptForWinBack = (settings: Pick<Settings, 'tasksOnTheList'>): number => Math.max(0, Math.min(KEPT_FOR_WIN_BACK, settings.tasksOnTheList - 1));

/** The order in which the list is filled, for people: address last, so that equal ones stand in the same order every night. */
export function bestFirst(today: Day): (a: Waiting, b: Waiting) => number {
  const freshFrom = addDays(today, -FRESHLY_LAPSED_DAYS);
  return by(
    ({ type }) => type.rank,
    ({ type, person: { contact } }) => (isWinBack(type) && contact.lastOrderOn !== null && contact.lastOrderOn < freshFrom ? 1 : 0),
    ({ person: { contact } }) => -(contact.totalSpend ?? 0),
    ({ person: { contact } }) => contact.email,
  );
}

/** The order of `bestFirst` in words. */
export const orderInWords = (settings: Settings): Text =>
  planningMessages.order(taskTypes.map((type) => type.name), settings.tasksOnTheList, keptForWinBack(settings));

/**
 * Whom tonight's list takes: of people's strongest matches, best first, as many as top up what stands on the list to
 * `Tasks on the list`. Tasks for Mailchimp take no place.
 */
export function fillList(candidates: readonly Waiting[], standing: readonly Task[], settings: Settings, today: Day): Set<Waiting> {
  const sorted = [...candidates].sort(bestFirst(today));
  const forMailchimp = sorted.filter(({ rule }) => isForMailchimp(rule));
  const forManager = sorted.filter(({ rule }) => !isForMailchimp(rule));
  const onTheList = standing.filter((task) => isOnTheList(task, today));
  const room = Math.max(0, settings.tasksOnTheList - onTheList.length);
  const winBacks = forManager.filter(({ type }) => isWinBack(type));
  const already = onTheList.filter((task) => isWinBack(taskTypeOf(task.type ?? ''))).length;
  const kept = Math.min(room, winBacks.length, Math.max(0, keptForWinBack(settings) - already));
  const best = new Set(winBacks.slice(0, kept));
  for (const candidate of forManager) {
    if (best.size >= room) break;
    best.add(candidate);
  }
  // In the order of the list, not the order of picking.
  return new Set([...forManager.filter((candidate) => best.has(candidate)), ...forMailchimp]);
}
