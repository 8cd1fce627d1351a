import { addDays, daysBetween, type Day } from '../../src/shared/day';
import type { Random } from './random';
import { busynessOf } from './seasons';

/** How far back the shop's orders go: two and a half years. */
export const DAYS_OF_HISTORY = 913;

/** The days of the shop's history up to `last`, drawn by how busy each was. New faces thin out a little; the shop grows by those who come again. */
export interface ShopDays {
  readonly first: Day;
  readonly last: Day;
  /** Any day. */
  any(random: Random): Day;
  /** A day at most `radius` away from `day`, and within the history. */
  near(random: Random, day: Day, radius: number): Day;
}

export function shopDaysUntil(last: Day): ShopDays {
  const first = addDays(last, -DAYS_OF_HISTORY);
  const all = Array.from({ length: DAYS_OF_HISTORY + 1 }, (_, index) => addDays(first, index));
  const busyness = all.map((day, index) => busynessOf(day) * (1.1 - (0.2 * index) / DAYS_OF_HISTORY));
  const draw = (random: Random, from: number, to: number): Day => {
    const indexes = Array.from({ length: to - from + 1 }, (_, index) => from + index);
    return all[random.weighted(indexes, (index) => busyness[index] ?? 0)] ?? last;
  };
  return {
    first,
    last,
    any: (random) => draw(random, 0, all.length - 1),
    near: (random, day, radius) => {
      const at = Math.max(0, Math.min(all.length - 1, daysBetween(first, day)));
      return draw(random, Math.max(0, at - radius), Math.min(all.length - 1, at + radius));
    },
  };
}

/** A repeat buyer's habit: the usual days between orders, the last order's day, how many orders. */
interface Habit {
  readonly gap: number;
  readonly last: Day;
  orders: number;
}

/** The most orders that a habit has room for within the history. */
const roomIn = (habit: Habit, days: ShopDays): number => Math.floor(daysBetween(days.first, habit.last) / habit.gap) + 1;

function habitOf(days: ShopDays, random: Random): Habit {
  const gap = Math.round(Math.min(210, Math.max(12, 62 * Math.exp(0.65 * random.bell()))));
  // More than half are still coming; the others have fallen silent, some of them long ago.
  const silent = random.weighted([random.between(0, gap), random.between(91, 300), random.between(366, 780)], (length) => (length <= gap ? 46 : length <= 300 ? 30 : 24));
  const last = days.near(random, addDays(days.last, -silent), silent > 90 ? 12 : 4);
  const habit = { gap, last, orders: 2 };
  // Most come back once or twice, a few carry the shop.
  const wanted = random.weighted([2, 3, 4, 5, random.between(6, 8), random.between(9, 20)], (orders) => (orders > 8 ? 5 : orders > 5 ? 6 : [0, 0, 50, 21, 11, 7][orders] ?? 0));
  return { ...habit, orders: Math.max(2, Math.min(roomIn(habit, days), wanted)) };
}

/** The days of one habit's orders, each near its turn, in order. */
function daysOfHabit({ gap, last, orders }: Habit, days: ShopDays, random: Random): Day[] {
  const result: Day[] = [last];
  let turn = last;
  for (let order = 1; order < orders; order += 1) {
    turn = addDays(turn, -Math.max(3, Math.round(gap * (1 + 0.18 * random.bell()))));
    const day = days.near(random, turn, Math.max(1, Math.round(gap / 6)));
    result.push(day);
  }
  return result.sort();
}

/** For each of `buyers` people the days of their orders, `total` in all: `repeaters` of them at their own pace, the others once. */
export function visitsOf(buyers: number, repeaters: number, total: number, days: ShopDays, random: Random): Day[][] {
  const habits = Array.from({ length: repeaters }, () => habitOf(days, random));
  let missing = total - (buyers - repeaters) - habits.reduce((sum, { orders }) => sum + orders, 0);
  while (missing !== 0) {
    const habit = random.pick(habits);
    const step = Math.sign(missing);
    const orders = habit.orders + step;
    if (orders < 2 || orders > Math.max(2, roomIn(habit, days))) continue;
    habit.orders = orders;
    missing -= step;
  }
  const once = Array.from({ length: buyers - repeaters }, () => [days.any(random)]);
  return random.shuffled([...habits.map((habit) => daysOfHabit(habit, days, random)), ...once]);
}
