import { addDays, addMonths, yearOf, type Day } from '../shared/day';
import { fold } from '../shared/text';
import type { Period } from './report';
import { weekOf } from './weeks';

const monthStart = (day: Day): Day => `${day.slice(0, 8)}01`;

/** Before any order that a sheet could hold. */
const BEGINNING: Day = '1990-01-01';

/** The periods that the report's drop-down offers; all end today but the last month. */
export const periods: readonly { readonly name: string; readonly of: (today: Day) => Period }[] = [
  { name: 'Last 12 weeks', of: (today) => ({ from: addDays(weekOf(today), -77), to: today }) },
  { name: 'Last 4 weeks', of: (today) => ({ from: addDays(weekOf(today), -21), to: today }) },
  { name: 'This month', of: (today) => ({ from: monthStart(today), to: today }) },
  { name: 'Last month', of: (today) => ({ from: addMonths(monthStart(today), -1), to: addDays(monthStart(today), -1) }) },
  { name: 'Last 12 months', of: (today) => ({ from: addDays(addMonths(today, -12), 1), to: today }) },
  { name: 'This year', of: (today) => ({ from: `${yearOf(today)}-01-01`, to: today }) },
  { name: 'All time', of: (today) => ({ from: BEGINNING, to: today }) },
];

export const USUAL_PERIOD = 'Last 12 weeks';
/** The choice that leaves nothing out. */
export const EVERYONE = 'All';

/** The period of that name, or the usual one where the cell holds anything else. */
export function periodNamed(name: string | null, today: Day): { readonly name: string; readonly period: Period } {
  const found = periods.find((one) => fold(one.name) === fold(name ?? '')) ?? periods.find((one) => one.name === USUAL_PERIOD);
  return { name: found?.name ?? USUAL_PERIOD, period: found?.of(today) ?? { from: BEGINNING, to: today } };
}
