import { isDay, momentOf, type Moment } from '../src/shared/day';
import { Zone } from './services/kit/zone';

/** A wall clock such as 2026-06-30T03:00, with or without seconds; a day alone is its midnight. Null for anything else. */
export function momentIn(words: string): Moment | null {
  const [, day = '', hour = '00', minute = '00', second = '00'] = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?)?$/.exec(words.trim()) ?? [];
  if (!isDay(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  return momentOf(day, Number(hour) * 3600 + Number(minute) * 60 + Number(second));
}

/** The time zone as it is written in IANA's list; null where there is none of that name. */
export function zoneNamed(name: string): string | null {
  try {
    return new Zone(name).name;
  } catch {
    return null;
  }
}
