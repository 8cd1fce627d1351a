import { addDays, yearOf, type Day } from '../../shared/day';
import { dateInYear } from '../words';

export interface YearlyDate {
  /** Month 1–12 and date of the month. */
  readonly month: number;
  readonly date: number;
  /** The first year in which the day is kept. */
  readonly fromYear: number;
}

/** A year's day and the match day that lies `daysBefore` it. */
export interface YearlyTurn {
  readonly year: number;
  readonly date: Day;
  readonly day: Day;
}

const turnOf = ({ month, date }: YearlyDate, year: number, daysBefore: number): YearlyTurn => {
  const kept = dateInYear(year, month, date);
  return { year, date: kept, day: addDays(kept, -daysBefore) };
};

/** The newest turn whose match day has come; null before the first. `daysBefore` is at most 366. */
export function newestTurn(yearly: YearlyDate, today: Day, daysBefore: number): YearlyTurn | null {
  for (let year = yearOf(today) + 2; year >= yearly.fromYear && year >= yearOf(today) - 1; year -= 1) {
    const turn = turnOf(yearly, year, daysBefore);
    if (turn.day <= today) return turn;
  }
  return null;
}

/** The first turn whose match day is still to come. */
export function nextTurn(yearly: YearlyDate, today: Day, daysBefore: number): YearlyTurn {
  let year = Math.max(yearly.fromYear, yearOf(today) - 1);
  let turn = turnOf(yearly, year, daysBefore);
  while (turn.day <= today) {
    year += 1;
    turn = turnOf(yearly, year, daysBefore);
  }
  return turn;
}
