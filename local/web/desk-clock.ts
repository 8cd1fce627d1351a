import { addDays, dayOfMoment, hourOfMoment, momentOf, type Day, type Moment } from '../../src/shared/day';
import type { Host } from '../host';

const NIGHT_HOUR = 3;

/** The page's clock: it goes with the real one, and ahead of it by what the script is reckoned to have taken. */
export class DeskClock {
  /** When the host's clock was last brought up to date, in real milliseconds. */
  private since = Date.now();

  /** A frozen clock stands still but for what the script spends. */
  constructor(private readonly frozen: boolean) {}

  set(host: Host, now: Moment): void {
    host.now = now;
    this.since = Date.now();
  }

  /** Lets the host's clock catch up with the seconds that have really passed. */
  letRun(host: Host): void {
    if (this.frozen) return;
    const passed = Math.floor((Date.now() - this.since) / 1000);
    if (passed < 1) return;
    this.since += passed * 1000;
    host.advance(passed);
  }

  /** To three in the morning that comes next; the day of it. */
  toNextNight(host: Host): Day {
    const today = dayOfMoment(host.now);
    const day = hourOfMoment(host.now) < NIGHT_HOUR ? today : addDays(today, 1);
    this.set(host, momentOf(day, NIGHT_HOUR * 3600));
    return day;
  }
}
