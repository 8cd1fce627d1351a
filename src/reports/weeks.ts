import { addDays, weekdayOf, type Day } from '../shared/day';

/** The Sunday that the day's week begins with. */
export const weekOf = (day: Day): Day => addDays(day, -weekdayOf(day));

/** The Sundays of all weeks that the days from one to the other touch. */
export function weeksFrom(from: Day, to: Day): Day[] {
  const weeks: Day[] = [];
  for (let week = weekOf(from); week <= to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** The last days (Saturdays) of so many weeks up to today, the oldest first; today stands for its own week, which is not over. */
export const weekEnds = (today: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, i) => addDays(weekOf(today), 6 - 7 * (count - 1 - i))).map((end) => (end > today ? today : end));
