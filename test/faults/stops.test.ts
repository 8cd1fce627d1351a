import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import type { Host } from '../../local/host';
import type { Workbook } from '../../local/workbook/model';
import { shopOfAnn } from '../support/ann';
import { BUSY_NIGHT, busyShop } from '../support/busy-shop';
import { membersFile } from '../support/mailchimp';
import { answerOf, ask, hostOn, night, rowsOf, shopWith } from '../support/shop';
import { standing, sweepStops } from '../support/stops';

const lastError = (workbook: Workbook): unknown => rowsOf(workbook, 'CRM Runs')[0]?.['Error'] ?? null;

interface Act {
  readonly book: () => Workbook;
  readonly now: string;
  readonly act: (host: Host) => unknown;
  /** When the same comes again, and heals. */
  readonly again: string;
  /** What comes again, where it is something else. */
  readonly next?: (host: Host) => unknown;
  /** A night after which the two are compared, since it is what settles the rest. */
  readonly settledBy?: string;
  readonly mails: 'at most one' | 'none';
  /** Every how many calls it is stopped, where the whole sweep is long. `SWEEP=whole npm test` stops at each. */
  readonly every?: number;
}

const whole = process.env['SWEEP'] === 'whole';

const twoOrders = (): Workbook =>
  shopWith([
    { id: '1', date: '2026-01-01', email: 'ann@mail.example', phone: '+972501234567', name: '1-2' },
    { id: '2', date: '2026-01-02', email: 'ben@mail.example', status: 'processing' },
  ]);

const afterBusyNight = (): Workbook => {
  const workbook = busyShop();
  night(workbook, BUSY_NIGHT);
  return workbook;
};

const tick = (host: Host): unknown => host.call('tick', [], 'trigger');

const erasure = (email: string) => (host: Host): unknown => ask(host, 'erasePerson', { email });

const acts: Readonly<Record<string, Act>> = {
  'a busy night, finished by the next tick': { book: busyShop, now: BUSY_NIGHT, act: (host) => ask(host, 'nightly', {}), again: '2026-06-28T04:00', next: tick, mails: 'at most one' },
  'a tick, finished by the next one': { book: busyShop, now: BUSY_NIGHT, act: tick, again: '2026-06-28T04:00', mails: 'at most one', every: 13 },
  'the first night in a new book, set-up included': { book: twoOrders, now: '2026-01-11T03:00', act: (host) => ask(host, 'nightly', {}), again: '2026-01-11T04:00', next: tick, mails: 'at most one', every: 29 },
  'a set-up, run again': { book: twoOrders, now: '2026-01-11T10:00', act: (host) => ask(host, 'setUp', { takeOver: false }), again: '2026-01-11T10:10', mails: 'none', every: 29 },
  'a sync, run again': { book: busyShop, now: '2026-06-28T10:00', act: (host) => ask(host, 'sync', {}), again: '2026-06-28T10:10', mails: 'none', every: 3 },
  'an import, run again': {
    book: afterBusyNight,
    now: '2026-06-28T10:00',
    act: (host) =>
      ask(host, 'importMailchimp', {
        dryRun: false,
        files: [
          membersFile('Subscribed', { email: 'zoe@mail.example', name: '=Zoe', phone: '+972501234567', birthday: '02-29', notes: 'TRUE', tags: ['wine'] }, { email: 'ann@mail.example', name: 'Annie' }, { email: 'fay@mail.example', birthday: '01-02', language: 'HE' }),
          membersFile('Unsubscribed', { email: 'gil@mail.example' }),
        ],
      }),
    again: '2026-06-28T10:10',
    mails: 'none',
    every: 3,
  },
  'an undo for good, run again': { book: afterBusyNight, now: '2026-06-28T10:00', act: (host) => answerOf(host, 'undo', { again: false }), again: '2026-06-28T10:10', settledBy: '2026-06-29T03:00', mails: 'none' },
  'an undo for now, run again': { book: afterBusyNight, now: '2026-06-28T10:00', act: (host) => answerOf(host, 'undo', { again: true }), again: '2026-06-28T10:10', settledBy: '2026-06-29T03:00', mails: 'none' },
  'an erasure, asked again': { book: shopOfAnn, now: '2026-06-03T10:00', act: erasure('ann@mail.example'), again: '2026-06-03T10:10', settledBy: '2026-06-04T03:00', mails: 'none', every: 3 },
  'an erasure, asked again by another address of theirs': { book: shopOfAnn, now: '2026-06-03T10:00', act: erasure('ann.lee@work.example'), again: '2026-06-03T10:10', mails: 'none', every: 3 },
};

describe('A run that is stopped at any service call, with any part of its queued writes', () => {
  test.each(Object.entries(acts))('%s leaves what an undisturbed one leaves', { timeout: 900_000 }, (name, { book, now, act, again, next = act, settledBy, mails, every = 1 }) => {
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
    expect(tried).toBeGreaterThan(20);
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

  test('a finished task is finished whole or not at all, and its contact follows it', { timeout: 120_000 }, () => {
    const book = afterBusyNight();
    const task = rowsOf(book, 'CRM Tasks').find((row) => row['Status'] === 'Pending' && row['Email'] === 'ann@mail.example');
    const id = String(task?.['Task ID']);
    const seen = new Set<string>();
    const tried = sweepStops({
      book,
      now: '2026-06-28T10:00',
      act: (host) => ask(host, 'finishTasks', { tasks: [{ id, action: 'complete', outcome: 'Reached', note: 'Back in May', until: null }] }),
      next: (workbook) => night(workbook, '2026-06-29T03:00'),
      check: (workbook) => {
        const row = rowsOf(workbook, 'CRM Tasks').find((one) => one['Task ID'] === id);
        const contact = rowsOf(workbook, 'Contacts').find((one) => one['Email'] === 'ann@mail.example');
        seen.add(JSON.stringify([row?.['Status'], row?.['Outcome'], contact?.['Last Contacted']]));
      },
    });
    console.log(`finishing a task: ${tried} stops`);
    // By the next night, a row whose status was still to be written is settled from its outcome.
    expect([...seen].sort()).toEqual(['["Completed","Reached","2026-06-28"]', '["Completed","Reached","2026-06-29"]', '["Pending",null,"2026-03-09"]'].filter((one) => seen.has(one)));
    expect(seen.has('["Completed","Reached","2026-06-28"]')).toBe(true);
  });
});

/** The number of the first service call before which something holds. */
function callOf(host: Host, act: (host: Host) => unknown, holds: (host: Host) => boolean): number {
  let found = 0;
  host.faults = { between: (call) => void (found === 0 && holds(host) && (found = call)) };
  act(host);
  return found;
}
