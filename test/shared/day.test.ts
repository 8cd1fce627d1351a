import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, dayOfSerial, serialOfDay, weekdayOf, yearOf } from '../../src/shared/day';

/** The calendar as the machine knows it. */
const machineDay = (epochDay: number): string => new Date(epochDay * 86_400_000).toISOString().slice(0, 10);
/** Days of 1900 to 2200, as days since 1970. */
const epochDays = fc.integer({ min: -25_567, max: 84_370 });

describe('Days', () => {
  test('count as the machine counts them, leap years and centuries included', () => {
    fc.assert(
      fc.property(epochDays, fc.integer({ min: -3000, max: 3000 }), (epoch, count) => {
        const day = machineDay(epoch);
        expect(addDays(day, count)).toBe(machineDay(epoch + count));
        expect(daysBetween(day, machineDay(epoch + count))).toBe(count);
        expect(weekdayOf(day)).toBe(new Date(epoch * 86_400_000).getUTCDay());
        expect(dayOfSerial(serialOfDay(day))).toBe(day);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['1900-02-28', 1, '1900-03-01'],
    ['2000-02-28', 1, '2000-02-29'],
    ['2024-02-29', 365, '2025-02-28'],
    ['2026-12-31', 1, '2027-01-01'],
    ['9999-12-31', 0, '9999-12-31'],
  ])('%s and %i days are %s', (day, count, later) => {
    expect(addDays(day, count)).toBe(later);
  });

  test('the first serial is the last day of 1899', () => {
    expect([serialOfDay('1899-12-31'), dayOfSerial(46_203), yearOf(dayOfSerial(46_203))]).toEqual([1, '2026-06-30', 2026]);
  });
});
