import { addDays, weekdayOf, type Day } from '../shared/day';

/** The Sunday that the day's week begins with. */
export const weekOf = (day: Day): Day => addDays(day, -weekdayOf(day));

/** The Sundays of all weeks that the days from one to the other touch. */
export function weeksFrom(from: Day, to: Day): Day[] {
  const weeks: Day[] = [];
  for (let week = weekOf(from); week <= to; week = addDays(week, 7)) weeks.push(week);
  return weeks;
}

/** The last days (Saturdays) of all weeks that the days from one to the other touch; the last week ends with the other day. */
export const weekEnds = (from: Day, to: Day): Day[] => weeksFrom(from, to).map((week) => (addDays(week, 6) < to ? addDays(week, 6) : to));
