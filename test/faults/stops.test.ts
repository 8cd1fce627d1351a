import { describe, expect, test } from 'vitest';
import { requests } from '../../src/app/requests';
import { snapshotOf } from '../../local/acts';
import type { Host } from '../../local/host';
import type { Workbook } from '../../local/workbook/model';
import { BUSY_NIGHT, busyShop } from '../support/busy-shop';
import { ask, hostOn, night, rowsOf } from '../support/shop';
import { stoppableActs, tick } from '../support/stoppable-acts';
import { standing, sweepStops } from '../support/stops';

const whole = process.env['SWEEP'] === 'whole';
const lastError = (workbook: Workbook): unknown => rowsOf(workbook, 'CRM Runs')[0]?.['Error'] ?? null;

const acts = Object.values(stoppableActs).flat();
const jobs = acts.filter(({ left }) => left === undefined);

test('everything that writes is stopped in one of the sweeps', () => {
  const writing = Object.entries(requests).flatMap(([name, { access }]) => (access === 'read' ? [] : [name]));
  // Of those that only read, one keeps something for later.
  expect(Object.keys(stoppableActs).sort()).toEqual([...writing, 'stageImport'].sort());
});

describe('A run that is stopped at any service call, with any part of its queued writes', () => {
  test.each(jobs)('$name: it leaves what an undisturbed one leaves', { timeout: 3_600_000 }, ({ name, book, now, act, again, next = act, settledBy, mails, every }) => {
    const settle = (workbook: Workbook): void => void (settledBy === undefined ? null : night(workbook, settledBy));
    const before = book();
    const undisturbed = snapshotOf(before);
    const host = hostOn(undisturbed, now);
    act(host);
    const usual = host.mails.length;
    // The week's report comes with a tick.
    if (next === tick) next(hostOn(undisturbed, again));
    settle(undisturbed);
    const wanted = standing(undisturbed);
    const mailless: number[] = [];
    const tried = sweepStops({
      book: before,
      now,
      act,
      every: whole ? 1 : every,
      next: (workbook) => {
        const host = hostOn(workbook, again);
        next(host);
        settle(workbook);
        return host.mails.length;
      },
      check: (workbook, stop, sent) => {
        expect({ stop, error: lastError(workbook), sheets: standing(workbook) }).toEqual({ stop, error: null, sheets: wanted });
        expect(sent).toBeLessThanOrEqual(mails === 'none' ? 0 : 1);
        if (sent < usual) mailless.push(stop.call);
      },
    });
    console.log(`${name}: ${tried} stops`);
    expect(tried).toBeGreaterThan(10);
    // Only a stop between the mail's two markers can cost the mail.
    expect(new Set(mailless).size).toBeLessThanOrEqual(1);
  });

  test('a mail of which nobody knows whether it went is never sent again, and the next digest says so', () => {
    const before = busyShop();
    const whole = hostOn(snapshotOf(before), BUSY_NIGHT);
    const sentAt = callOf(whole, (host) => ask(host, 'nightly', {}), (host) => host.mails.length > 0);
    const workbook = snapshotOf(before);
    const stopped = hostOn(workbook, BUSY_NIGHT, { faults: { stopAt: { call: sentAt - 1 } } });
    expect(() => ask(stopped, 'nightly', {})).toThrow('Stopped');
    expect(workbook.documentProperties.get('digest')).toContain('sending');
    const later = hostOn(workbook, '2026-06-28T04:00');
    tick(later);
    expect([...stopped.mails, ...later.mails]).toEqual([]);
    const tomorrow = hostOn(workbook, '2026-06-29T03:00');
    tick(tomorrow);
    expect(tomorrow.mails).toHaveLength(1);
    expect(tomorrow.mails[0]?.text).toMatch(/2026|28/);
  });
});

/** The number of the first service call before which something holds. */
function callOf(host: Host, act: (host: Host) => unknown, holds: (host: Host) => boolean): number {
  let found = 0;
  host.faults = { between: (call) => void (found === 0 && holds(host) && (found = call)) };
  act(host);
  return found;
}
