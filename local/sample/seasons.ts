import { addDays, daysBetween, monthOf, weekdayOf, yearOf, type Day } from '../../src/shared/day';

const hebrewCalendar = new Intl.DateTimeFormat('en-u-ca-hebrew', { timeZone: 'UTC', day: 'numeric', month: 'long' });

const hebrewDate = (day: Day): string => hebrewCalendar.format(new Date(`${day}T12:00:00Z`));

const firstDayIn = (from: Day, to: Day, hebrew: string): Day => {
  for (let day = from; day <= to; day = addDays(day, 1)) if (hebrewDate(day) === hebrew) return day;
  throw new Error(`No ${hebrew} between ${from} and ${to}.`);
};

const memo = (find: (year: number) => Day) => {
  const found = new Map<number, Day>();
  return (year: number): Day => {
    const day = found.get(year) ?? find(year);
    found.set(year, day);
    return day;
  };
};

/** The first day of Rosh Hashana in that civil year. */
export const roshHashanaOf = memo((year) => firstDayIn(`${year}-09-01`, `${year}-10-15`, '1 Tishri'));
/** The first day of Pesach in that civil year. */
export const pesachOf = memo((year) => firstDayIn(`${year}-03-20`, `${year}-04-30`, '15 Nisan'));

/** How many days before the feast; null from the feast on and earlier than `within` days before. */
const daysBefore = (day: Day, feast: Day, within: number): number | null => {
  const days = daysBetween(day, feast);
  return days > 0 && days <= within ? days : null;
};

/** Whether people are buying for Rosh Hashana or Pesach: the four weeks before either. */
export const beforeTheFeasts = (day: Day): boolean =>
  daysBefore(day, roshHashanaOf(yearOf(day)), 28) !== null || daysBefore(day, pesachOf(yearOf(day)), 28) !== null;

const closed = (day: Day): boolean => [0, 1, 9].includes(daysBetween(roshHashanaOf(yearOf(day)), day)) || [0, 6].includes(daysBetween(pesachOf(yearOf(day)), day));

/** How busy the shop is on that day beside others: two seasons, a quiet Saturday, nearly nothing on the feasts themselves. */
export function busynessOf(day: Day): number {
  if (closed(day)) return 0.05;
  const weekday = [1.1, 1.05, 1, 1.05, 1.35, 0.8, 0.25][weekdayOf(day)] ?? 1;
  const season = beforeTheFeasts(day) ? 3.1 : monthOf(day) === 12 ? 1.35 : [7, 8].includes(monthOf(day)) ? 0.75 : 1;
  return weekday * season;
}
