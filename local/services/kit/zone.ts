import type { Moment } from '../../../src/shared/day';
import { momentOf, dayOfSerial, secondOfSerial, serialOfMoment } from '../../../src/shared/day';

const MS_PER_DAY = 86_400_000;
const MS_PER_QUARTER = 900_000;
const SERIAL_OF_EPOCH = 25_569;

/** A Date reaches 100 million days from 1970; some are left for the zone's own offset. */
const FARTHEST = 99_999_990 * MS_PER_DAY;

/** A time zone: between the wall clock of its spreadsheet cells and instants in milliseconds since the epoch. */
export class Zone {
  private readonly format: Intl.DateTimeFormat;
  private readonly offsets = new Map<number, number>();
  private readonly dayOffsets = new Map<number, number | null>();

  /** The zone's name, such as Asia/Jerusalem; throws a RangeError for an unknown one. */
  constructor(readonly name: string) {
    this.format = new Intl.DateTimeFormat('en-US', {
      timeZone: name, hourCycle: 'h23', era: 'short',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  }

  /** Milliseconds that the zone's wall clock is ahead of UTC at an instant. */
  offsetAt(instant: number): number {
    const quarter = Math.floor(instant / MS_PER_QUARTER);
    let offset = this.offsets.get(quarter);
    if (offset === undefined) {
      offset = this.computeOffset(quarter * MS_PER_QUARTER);
      this.offsets.set(quarter, offset);
    }
    return offset;
  }

  private computeOffset(instant: number): number {
    const parts = new Map<string, string>(this.format.formatToParts(instant).map(({ type, value }) => [type, value]));
    const part = (name: string): number => Number(parts.get(name));
    const year = parts.get('era') === 'BC' ? 1 - part('year') : part('year');
    const wall = new Date(0);
    wall.setUTCFullYear(year, part('month') - 1, part('day'));
    wall.setUTCHours(part('hour'), part('minute'), part('second'));
    return wall.getTime() - Math.floor(instant / 1000) * 1000;
  }

  /**
   * The instant of a wall clock given as a spreadsheet serial. In the hour that is skipped the clock is set on; in the doubled one it is
   * the first. NaN, an invalid Date, where it is farther away than a Date can be.
   */
  instantOf(serial: number): number {
    const wall = Math.round((serial - SERIAL_OF_EPOCH) * MS_PER_DAY);
    if (Math.abs(wall) > FARTHEST) return NaN;
    const day = Math.floor(wall / MS_PER_DAY);
    let offset = this.dayOffsets.get(day);
    if (offset === undefined) {
      const before = this.offsetAt((day - 1) * MS_PER_DAY);
      offset = before === this.offsetAt((day + 2) * MS_PER_DAY) ? before : null;
      this.dayOffsets.set(day, offset);
    }
    return wall - (offset ?? this.offsetAround(wall));
  }

  private offsetAround(wall: number): number {
    const before = this.offsetAt(wall - MS_PER_DAY);
    const after = this.offsetAt(wall + MS_PER_DAY);
    const holds = (offset: number): boolean => this.offsetAt(wall - offset) === offset;
    return !holds(before) && holds(after) ? after : before;
  }

  /** The wall clock of an instant as a spreadsheet serial, exact to the millisecond. */
  serialOf(instant: number): number {
    return (instant + this.offsetAt(instant)) / MS_PER_DAY + SERIAL_OF_EPOCH;
  }

  momentAt(instant: number): Moment {
    const serial = this.serialOf(Math.floor(instant / 1000) * 1000);
    return momentOf(dayOfSerial(serial), secondOfSerial(serial));
  }

  instantOfMoment(moment: Moment): number {
    return this.instantOf(serialOfMoment(moment));
  }
}

/** Whether two zones tell the same time, month by month over the years that matter; their names may differ. */
export function sameTime(a: Pick<Zone, 'offsetAt'>, b: Pick<Zone, 'offsetAt'>): boolean {
  for (let month = 0; month < 12 * 30; month += 1) {
    const instant = Date.UTC(2010, month, 15);
    if (a.offsetAt(instant) !== b.offsetAt(instant)) return false;
  }
  return true;
}

/** The zone of this process, as `Date`'s local methods know it. */
export const processZone: Pick<Zone, 'offsetAt'> = {
  offsetAt: (instant) => -new Date(instant).getTimezoneOffset() * 60_000,
};
