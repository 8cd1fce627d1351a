import { describe, expect, test } from 'vitest';
import { snapshotOf } from '../../local/acts';
import type { Workbook } from '../../local/workbook/model';
import { hostOn, night } from '../support/shop';
import { stoppableActs, tick, type StoppableAct } from '../support/stoppable-acts';
import { standing, sweepStops, type Stop } from '../support/stops';

const whole = process.env['SWEEP'] === 'whole';
const clicks = Object.values(stoppableActs).flat().flatMap((act) => (act.left === undefined ? [] : [{ ...act, butFor: act.left.butFor }]));

/** The rest of the day: the hour's tick, which finishes what was cut off, and the next night. */
function rest(workbook: Workbook): void {
  tick(hostOn(workbook, '2026-06-28T11:00'));
  night(workbook, '2026-06-29T03:00');
}

type Rows = Readonly<Record<string, readonly string[]>>;

/** The rows of each sheet as comparable text, without the columns named; the report is a sum of the others. */
const linesOf = (workbook: Workbook, without: readonly string[] = []): Rows =>
  Object.fromEntries(
    Object.entries(standing(workbook)).flatMap(([sheet, { rows }]) => (sheet === 'CRM Report' ? [] : [[sheet, rows.map((row) => JSON.stringify({ ...row, ...Object.fromEntries(without.map((header) => [header, null])) }))]])),
  );

/** Every row is one of a book in which it was done or of one in which it was not, and none of those that both have is missing or stands twice. */
function expectEither(stop: Stop, rows: Rows, done: Rows, not: Rows): void {
  for (const [sheet, lines] of Object.entries(rows)) {
    const known = new Set([...(done[sheet] ?? []), ...(not[sheet] ?? [])]);
    expect({ stop, sheet, strange: lines.filter((line) => !known.has(line)) }).toEqual({ stop, sheet, strange: [] });
    expect({ stop, sheet, twice: lines.filter((line, i) => lines.indexOf(line) !== i) }).toEqual({ stop, sheet, twice: [] });
    expect({ stop, sheet, rows: [done[sheet]?.length, not[sheet]?.length] }).toEqual({ stop, sheet, rows: expect.arrayContaining([lines.length]) });
  }
}

describe('A click that is stopped at any service call, with any part of its queued writes', () => {
  test.each(clicks)('$name: clicked again it is done once, left it is done or was never clicked', { timeout: 3_600_000 }, ({ name, book, now, act, again, butFor, refusedAgain = false, every }) => {
    const before = book();
    const done = snapshotOf(before);
    act(hostOn(done, now));
    rest(done);
    const not = snapshotOf(before);
    rest(not);
    const wanted = standing(done);
    const sweep = { book: before, now, act, every: whole ? 1 : every };
    const clickedAgain = sweepStops({
      ...sweep,
      next: (workbook) => {
        act(hostOn(workbook, again));
        rest(workbook);
      },
      check: (workbook, stop) => {
        if (refusedAgain) expectEither(stop, linesOf(workbook), linesOf(done), linesOf(not));
        else expect({ stop, sheets: standing(workbook) }).toEqual({ stop, sheets: wanted });
      },
    });
    const left = sweepStops({ ...sweep, next: rest, check: (workbook, stop) => expectEither(stop, linesOf(workbook, butFor), linesOf(done, butFor), linesOf(not, butFor)) });
    console.log(`${name}: ${clickedAgain + left} stops`);
    expect(clickedAgain).toBeGreaterThan(2);
    expect(JSON.stringify(linesOf(done))).not.toBe(JSON.stringify(linesOf(not)));
  });
});

/** What a run may come to besides a stop. Both are tried on a few acts: with all that they write at once, and in several steps. */
const few: readonly StoppableAct[] = [stoppableActs.finishTasks, stoppableActs.contacted, stoppableActs.newTasks, stoppableActs.sync, stoppableActs.acceptOrders].flatMap((acts) => acts?.slice(0, 1) ?? []);

describe.each([
  ['killed by Google, with no catch and no finally', 'killed'],
  ['failing in one of its service calls, with all that the script does about it', 'failing'],
] as const)('A run %s', (_, end) => {
  test.each(few)('$name: clicked again it is done once', { timeout: 3_600_000 }, ({ name, book, now, act, again, every }) => {
    const before = book();
    const done = snapshotOf(before);
    act(hostOn(done, now));
    rest(done);
    const wanted = { ...standing(done), 'CRM Report': null };
    const tried = sweepStops({
      book: before,
      now,
      act,
      every: whole ? 1 : every + 2,
      end,
      next: (workbook) => {
        act(hostOn(workbook, again));
        rest(workbook);
      },
      check: (workbook, stop) => expect({ stop, sheets: { ...standing(workbook), 'CRM Report': null } }).toEqual({ stop, sheets: wanted }),
    });
    console.log(`${name}, ${end}: ${tried} times`);
    expect(tried).toBeGreaterThan(2);
  });
});
